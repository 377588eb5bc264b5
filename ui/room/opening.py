"""The pages of an opening."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ui.room import frame, shelf, words
from ui.room.drafting import Draft
from ui.room.lettering import Lines, set_lines, width_of
from ui.room.wordings import wording
from workshop.frozen import frozen
from workshop.room_view import Line, Page, RoomView, Turn

MOST_LINES = 7
"""So many lines of text stand on a page."""


@frozen
class Row:
    """A line of a page, broken to its width."""

    line: Line
    lines: Lines


def heading(draft: Draft, text: str, view: RoomView) -> float:
    """What a page is about, beside the clock; return where the page begins."""
    measures = draft.measures
    frame.clock(draft, view.clock)
    type = draft.serif(measures.prompt)
    y = measures.top - type.rise
    area = draft.write(text, type, measures.left, y, measures.beside_clock, most=3)
    return max(measures.under_head, area.bottom + measures.space(0.03))


# Lists


def list_pages(draft: Draft, page: Page, top: float) -> list[list[Row]]:
    """The rows of a list, as many on each page as it holds."""
    wide = _text_width(draft, page)
    type = draft.sans(draft.measures.line)
    high = draft.measures.bottom - top
    pages: list[list[Row]] = []
    lines, used = 0, 0.0
    for line in words.page_lines(page):
        row = Row(line, set_lines(line.text, type, wide))
        count, height = len(row.lines.lines), _row_height(draft, row)
        if not pages or lines + count > MOST_LINES or used + height > high:
            pages.append([])
            lines, used = 0, 0.0
        pages[-1].append(row)
        lines, used = lines + count, used + height
    return pages


def put_list(draft: Draft, page: Page, rows: Sequence[Row], top: float) -> None:
    """Rows one below the other, with a fine line between them."""
    measures = draft.measures
    y = top
    for place, row in enumerate(rows):
        if place:
            draft.rule(y, draft.theme.line)
        _put_row(draft, page, row, y + _pad(draft))
        y += _row_height(draft, row)
    assert y <= measures.height


def _put_row(draft: Draft, page: Page, row: Row, y: float) -> None:
    measures, type = draft.measures, draft.sans(draft.measures.line)
    x = measures.left
    beside = _beside(draft, page)
    if row.line.part:
        draft.write(words.part_name(row.line.part), type, x, y, beside, colour=draft.theme.ink_2)
    elif row.line.time:
        figures = draft.serif(measures.line)
        rise = y + (type.pitch - figures.pitch) / 2
        draft.write(row.line.time, figures, x, rise, beside, colour=draft.theme.ink_2)
    x += beside
    side = type.px * 1.15
    for mark in row.line.marks:
        draft.sign(mark, x, y + type.pitch / 2, side)
        x += side + measures.space(0.016)
    if not row.line.marks:
        draft.put(row.lines, type, x, y, measures.right - x)
        return
    area = draft.put_name(row.lines, type, x, y)
    if len(row.line.marks) == 1:
        name, gap = row.line.marks[0].name, measures.space(0.03)
        wide = measures.right - area.right - gap
        draft.write(name, type, area.right + gap, y, wide, most=1, colour=draft.theme.ink_2)


def _pad(draft: Draft) -> float:
    return draft.measures.space(0.017)


def _row_height(draft: Draft, row: Row) -> float:
    pitch, lines = draft.sans(draft.measures.line).pitch, row.lines
    is_name = bool(row.line.marks) and len(lines.lines) == 1
    return max(0 if is_name else lines.height, pitch) + 2 * _pad(draft)


def _beside(draft: Draft, page: Page) -> float:
    """The width of what stands before the lines: times of day, or the names of parts."""
    measures = draft.measures
    gap = measures.space(0.04)
    if any(line.time for line in page.lines):
        return width_of("00:00", draft.serif(measures.line)) + gap
    type = draft.sans(measures.line)
    names = {words.part_name(line.part) for line in page.lines if line.part}
    return max((width_of(name, type) for name in names), default=-gap) + gap


def _text_width(draft: Draft, page: Page) -> float:
    measures = draft.measures
    marks = max((len(line.marks) for line in page.lines), default=0)
    taken = marks * (measures.line * 1.15 + measures.space(0.016))
    return measures.across - taken - _beside(draft, page)


# Pages that are no lists


def rule(draft: Draft, page: Page, top: float) -> None:
    """The decision rule as one sentence, and what is printed with names and what never is."""
    measures = draft.measures
    rows = [shelf.Row(label, text) for label, text in words.printed()]
    shelf_top = measures.shelf_bottom - shelf.height(draft, rows, 26)
    sentence = words.decision_rule(dict(page.facts))
    wording(draft, sentence, top + measures.space(0.02), shelf_top - measures.space(0.03))
    shelf.put(draft, shelf_top, rows, 26)


def finish(draft: Draft, page: Page, top: float) -> None:
    """When the day ends, in large figures."""
    measures = draft.measures
    time = page.lines[0].time if page.lines else ""
    draft.write_large(time, draft.figures(measures.part(2.6)), top + measures.space(0.1))


def one_wording(draft: Draft, page: Page, top: float) -> None:
    """A vision or a problem of an earlier workshop."""
    text = "\n".join(line.text for line in page.lines)
    wording(draft, text, top + draft.measures.space(0.02), draft.measures.bottom)


def check_in(draft: Draft, turn: Turn, top: float) -> None:
    """Who speaks, for how long, and who is next; one line where nobody does."""
    measures = draft.measures
    if turn.speaker is None:
        text, plain = words.in_turn(turn.written, turn.heard), draft.sans(measures.line)
        draft.write(text, plain, measures.left, top, measures.across, colour=draft.theme.ink_2)
        return
    type = draft.serif(measures.part(8))
    y = top + (measures.height * 0.68 - top - type.pitch) / 2
    x, side = measures.left, type.px * 0.85
    for mark in turn.speaker.marks:
        draft.sign(mark, x, y + type.pitch / 2, side)
        x += side + measures.space(0.03)
    taken = width_of("000", type) + measures.space(0.03)
    draft.write_name(turn.speaker.text, type, x, y, measures.right - x - taken, most=1)
    if turn.seconds is not None:
        _seconds(draft, turn.seconds, y, taken)
    if turn.following is not None:
        following = turn.following
        row = shelf.Row(words.speaks_next(), following.text, following.marks)
        shelf.put(draft, measures.height * 0.72, [row])


def _seconds(draft: Draft, seconds: int, y: float, width: float) -> None:
    """The seconds that a speaker has left, at the right end of the row."""
    measures = draft.measures
    colour, left = draft.theme.ink_2, measures.right - width
    type, small = draft.serif(measures.part(8)), draft.sans(measures.body)
    area = draft.write_right(str(seconds), type, left, y, width, colour=colour)
    word = words.seconds(seconds)
    draft.write_right(word, small, left, area.bottom, width, colour=colour)


WHOLE: dict[str, Callable[[Draft, Page, float], None]] = {
    "decision_rule": rule,
    "finish_time": finish,
    "vision": one_wording,
    "problem": one_wording,
}
"""The pages that are no lists."""
