"""A stage before it begins, and one of which there is little or nothing to see yet."""

from __future__ import annotations

from ui.room import frame, shelf, words
from ui.room.drafting import Draft
from workshop.room_view import RoomView

LARGE = (11, 12.5, 14.5, 18)
"""The sizes of a prompt that has the display to itself, as parts of H."""


def welcome(draft: Draft, view: RoomView) -> None:
    """The workshop and its product in large, and when it starts."""
    measures, theme = draft.measures, draft.theme
    high = measures.height * 0.36
    lines, type = draft.largest(view.workshop, (8, 10, 13, 18), measures.across, high)
    y = measures.height * 0.2 - type.rise
    area = draft.put(lines, type, measures.left, y, measures.across)
    plain = draft.sans(measures.part(24))
    below = area.bottom + measures.space(0.015)
    draft.write(view.product, plain, measures.left, below, measures.across, most=2,
                colour=theme.ink_2)  # fmt: skip
    if view.starts_at:
        shelf.put(draft, measures.height * 0.68, [(words.starts_at(), view.starts_at)], parts=8)


def before(draft: Draft, view: RoomView) -> None:
    """Title, prompt, minutes, and whose it is; for the first stage also when it starts."""
    measures, theme = draft.measures, draft.theme
    rows = [(words.starts_at(), view.starts_at)] if view.starts_at else []
    rows.append((words.minutes(view.minutes), words.whose(view.whose) or words.nothing_to_see(view.kind)))
    top = measures.bottom - shelf.height(draft, rows)
    plain = draft.sans(measures.lead)
    title = draft.write(
        view.title, plain, measures.left, measures.top - plain.rise, measures.across, most=2,
        colour=theme.ink_2,
    )  # fmt: skip
    _large_prompt(draft, view, title.bottom + measures.space(0.02), top)
    shelf.put(draft, top, rows)


def plain(draft: Draft, view: RoomView) -> None:
    """Prompt and clock; what is on now, and one line where nothing more is to be seen."""
    measures, theme = draft.measures, draft.theme
    frame.clock(draft, view.clock)
    small = draft.sans(measures.lead)
    title = draft.write(
        view.title, small, measures.left, measures.top - small.rise, measures.beside_clock, most=2,
        colour=theme.ink_2,
    )  # fmt: skip
    now = bool(view.step) or view.silent_left is not None
    below = frame.on_now(draft, view, title.bottom + measures.space(0.006)) if now else title.bottom
    line = words.nothing_to_see(view.kind)
    rows = [("", line)] if line else []
    top = measures.bottom - shelf.height(draft, rows) if rows else measures.bottom
    start = max(measures.under_head, below + measures.space(0.03)) if view.clock else below
    _large_prompt(draft, view, start + measures.space(0.02), top)
    if rows:
        shelf.put(draft, top, rows, most=2)


def _large_prompt(draft: Draft, view: RoomView, y: float, until: float) -> None:
    """The prompt as large as it fits between two heights."""
    measures = draft.measures
    high = until - measures.space(0.03) - y
    lines, type = draft.largest(view.prompt, LARGE, measures.across, high)
    draft.put(lines, type, measures.left, y, measures.across)
