"""A stage before it begins, and one of which there is little or nothing to see yet."""

from __future__ import annotations

from collections.abc import Iterator

from ui.room import frame, shelf, words
from ui.room.drafting import Draft
from ui.room.shelf import Row
from workshop.room_view import RoomView

LARGE = (11, 12.5, 14.5, 17)
"""The sizes of a prompt that has the display to itself, as parts of H."""


def welcome(draft: Draft, view: RoomView) -> None:
    """The workshop and its product in large, and when it starts."""
    measures = draft.measures
    high = measures.height * 0.36
    lines, type = draft.largest(view.workshop, (8, 10, 13, 17), measures.across, high)
    y = measures.height * 0.2 - type.rise
    area = draft.put(lines, type, measures.left, y, measures.across)
    below = area.bottom + measures.space(0.015)
    draft.write(
        view.product, draft.sans(measures.line), measures.left, below, measures.across, most=2,
        colour=draft.theme.ink_2,
    )  # fmt: skip
    if view.starts_at:
        rows = [Row(words.starts_at(), view.starts_at)]
        shelf.put(draft, measures.height * 0.68, rows, parts=8)


def before(draft: Draft, view: RoomView) -> None:
    """Title, prompt, minutes, and whose it is; for the first stage also when it starts."""
    measures = draft.measures
    rows = list(_facts(view))
    top = measures.shelf_bottom - shelf.height(draft, rows)
    below = _title(draft, view, measures.across)
    _large_prompt(draft, view, below + measures.space(0.02), top)
    shelf.put(draft, top, rows)


def _facts(view: RoomView) -> Iterator[Row]:
    if view.starts_at:
        yield Row(words.start(), view.starts_at)
    yield Row(words.time(), words.minutes(view.minutes))
    if view.whose:
        yield Row(words.entries(), words.whose(view.whose))


def plain(draft: Draft, view: RoomView) -> None:
    """Prompt and clock; what is on now, and one line where nothing more is to be seen."""
    measures = draft.measures
    frame.clock(draft, view.clock)
    below = _title(draft, view, measures.beside_clock)
    below = frame.on_now(draft, view, below + measures.space(0.006))
    line = words.nothing_to_see(view.kind)
    rows = [Row("", line)] if line else []
    top = measures.shelf_bottom - shelf.height(draft, rows) if rows else measures.bottom
    start = max(measures.under_head, below + measures.space(0.02)) if view.clock else below
    _large_prompt(draft, view, start + measures.space(0.02), top)
    if rows:
        shelf.put(draft, top, rows)


def _title(draft: Draft, view: RoomView, width: float) -> float:
    """The title in small above a large prompt; return where it ends."""
    measures = draft.measures
    type = draft.sans(measures.lead)
    area = draft.write(
        view.title, type, measures.left, measures.top - type.rise, width, most=2,
        colour=draft.theme.ink_2,
    )  # fmt: skip
    return area.bottom


def _large_prompt(draft: Draft, view: RoomView, y: float, until: float) -> None:
    """The prompt as large as it fits between two heights."""
    measures = draft.measures
    high = until - measures.space(0.03) - y
    lines, type = draft.largest(view.prompt, LARGE, measures.across, high)
    draft.put(lines, type, measures.left, y, measures.across)
