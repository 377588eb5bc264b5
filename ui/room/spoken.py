"""The room display in words, for those who do not see it: what it asks, and where things stand."""

from __future__ import annotations

from collections.abc import Iterator

from ui.room import words
from ui.translate import plural, tr
from workshop.board.sheet import Sheet
from workshop.room_view import Page, RoomClock, RoomView, Turn


def spoken(view: RoomView) -> str:
    """A view as sentences. They hold nothing that the display does not show."""
    return " ".join(_ended(part) for part in _parts(view) if part)


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…")) else text + "."


def _parts(view: RoomView) -> Iterator[str]:
    yield tr("Room display")
    if view.blank:
        yield tr("It is blank")
        return
    if view.agreed is not None:
        yield tr("{label}: {text}", label=words.shared_problem(),
                 text=view.agreed.problem or words.not_agreed())  # fmt: skip
        yield tr("{label}: {text}", label=words.shared_vision(),
                 text=view.agreed.vision or words.not_agreed())  # fmt: skip
        return
    if not view.kind:
        yield view.workshop
        yield view.product
        return
    yield from _stage(view)


def _stage(view: RoomView) -> Iterator[str]:
    yield view.title
    if view.pause is not None and not view.before:
        over = view.pause.phase == "over"
        yield words.we_go_on() if over else f"{words.back_at()} {view.pause.back_at}"
        yield words.following(view.following)
        return
    yield view.prompt
    if view.before:
        yield tr("Not begun yet")
        yield f"{words.starts_at()} {view.starts_at}" if view.starts_at else ""
        yield words.minutes(view.minutes)
        yield words.whose(view.whose)
        return
    yield view.step
    yield _clock(view.clock) if view.clock is not None else ""
    yield _silent(view.silent_left) if view.silent_left is not None else ""
    if view.turn is not None:
        yield from _turn(view.turn)
    elif view.page is not None:
        yield from _page(view.page)
    elif view.sheet is not None:
        yield from _board(view.sheet)


def _clock(clock: RoomClock) -> str:
    """In whole minutes, so that it is not told anew each second."""
    told = words.time_left(words.minutes_left(clock)) if clock.left > 0 else ""
    return ", ".join(part for part in (told, words.clock_word(clock)) if part)


def _silent(left: int) -> str:
    if not left:
        return words.pens_down()
    return tr("{what}, {left}", what=words.silent_writing(), left=words.time_left(-(-left // 60)))


def _turn(turn: Turn) -> Iterator[str]:
    yield turn.question
    if turn.speaker is not None:
        yield tr("{name} speaks", name=turn.speaker.text)
    else:
        yield words.in_turn(turn.written, turn.heard)
    if turn.following is not None:
        yield tr("Then {name}", name=turn.following.text)


def _page(page: Page) -> Iterator[str]:
    yield words.page_heading(page.kind)
    if page.kind == "decision_rule":
        yield words.decision_rule(dict(page.facts))
    for line in words.page_lines(page):
        name = words.part_name(line.part)
        told = tr("{label}: {text}", label=name, text=line.text) if name else line.text
        yield f"{line.time} {told}".strip()


def _board(sheet: Sheet) -> Iterator[str]:
    """Each lane or cluster with its count, and whether it is covered."""
    for pile in sheet.piles:
        count = plural(pile.shown_count, "{count} note", "{count} notes")
        told = tr("{count}, covered", count=count) if pile.covered else count
        yield tr("{title}: {count}", title=pile.title or words.loose(), count=told)
