"""A break: when to be back, in figures that can be read from the corridor."""

from __future__ import annotations

from ui.room import frame, shelf, words
from ui.room.drafting import Draft
from workshop.board.rect import Rect
from workshop.room_view import Break, RoomView

TIME = 2.25
"""The time of return, as a part of H."""
SHELF = 0.66
"""Where what comes next begins, as a part of the height."""


def pause(draft: Draft, view: RoomView, pause: Break) -> None:
    """The time of return, or that it goes on now; the time left; what is next."""
    if pause.phase == "over" or not pause.back_at:
        _over(draft, view, pause)
    else:
        _heading(draft, view, pause)
        _time_left(draft, view)
        _time(draft, pause.back_at)
    if view.following:
        _next(draft, view)


def _heading(draft: Draft, view: RoomView, pause: Break) -> None:
    measures, theme = draft.measures, draft.theme
    type = draft.serif(measures.prompt)
    text, soon = words.back_at(), pause.phase == "soon"
    if soon and view.clock is not None:
        text = words.back_soon(words.minutes_left(view.clock))
    draft.write(
        text, type, measures.left, measures.top - type.rise, measures.beside_clock, most=2,
        colour=theme.accent if soon else "",
    )  # fmt: skip


def _time(draft: Draft, back_at: str) -> None:
    type = draft.figures(draft.measures.part(TIME))
    draft.write_large(back_at, type, draft.measures.space(0.17))


def _time_left(draft: Draft, view: RoomView) -> None:
    """Minutes in small, and the bar below them."""
    if view.clock is None:
        return
    measures = draft.measures
    wide = measures.clock_width
    left = measures.right - wide
    type = draft.strong(measures.body)
    text = words.time_left(words.minutes_left(view.clock))
    colour = frame.clock_colour(draft, view.clock)
    area = draft.write_right(text, type, left, measures.top - type.rise, wide, colour=colour)
    frame.bar(draft, Rect(left, area.bottom + measures.space(0.008), wide, 0), view.clock)
    if view.clock.paused:
        word = words.clock_word(view.clock)
        frame.word(draft, word, area.bottom + measures.space(0.03), colour)


def _over(draft: Draft, view: RoomView, pause: Break) -> None:
    """The break is over; without a time of return, its title stands there."""
    measures = draft.measures
    text = words.we_go_on() if pause.phase == "over" else view.title
    high = measures.height * SHELF - measures.space(0.2)
    lines, type = draft.largest(text, (4.5, 6, 8, 12), measures.across, high)
    draft.put(lines, type, measures.left, measures.space(0.2), measures.across)


def _next(draft: Draft, view: RoomView) -> None:
    """The stage that comes next: its title, and on one line what it asks."""
    measures = draft.measures
    top = measures.height * SHELF
    row = shelf.Row(words.next_stage(view.following_minutes), view.following)
    bottom = shelf.put(draft, top, [row], parts=17)
    type = draft.sans(measures.part(30))
    wide = measures.right - measures.column
    draft.write(view.following_prompt, type, measures.column, bottom + measures.space(0.006), wide,
                most=2)  # fmt: skip
