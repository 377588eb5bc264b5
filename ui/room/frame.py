"""What stands around the content of a stage: prompt and clock above, the workshop below."""

from __future__ import annotations

from ui.room import words
from ui.room.drafting import Draft
from ui.room.lettering import set_lines, width_of
from workshop.board.rect import Rect
from workshop.room_view import RoomClock, RoomView

MOST_PROMPT_LINES = 5
"""A prompt above a board takes no more lines than these, and fewer where the board needs them."""


def clock(draft: Draft, clock: RoomClock | None) -> None:
    """Figures, a bar for the time left, and a word where one is needed, at the top right."""
    if clock is None:
        return
    measures, colour = draft.measures, clock_colour(draft, clock)
    type = draft.figures(measures.clock)
    left, wide = measures.right - measures.clock_width, measures.clock_width
    area = draft.write_right(
        words.clock_figures(clock), type, left, measures.top - type.rise, wide,
        colour=colour,
    )  # fmt: skip
    bar(draft, Rect(left, area.bottom + measures.space(0.012), wide, 0), clock)
    word(draft, words.clock_word(clock), area.bottom + measures.space(0.03), colour)


def bar(draft: Draft, place: Rect, clock: RoomClock) -> None:
    """The part of the time that is left, as a bar of its usual height."""
    high = draft.measures.space(0.0105)
    whole = Rect(place.x, place.y, place.width, high)
    left = min(1.0, max(0.0, clock.left / clock.given)) if clock.given > 0 else 0.0
    draft.band(whole, draft.theme.line, high / 2)
    if left > 0:
        part = whole._replace(width=max(high, whole.width * left))
        draft.band(part, clock_colour(draft, clock), high / 2)


def word(draft: Draft, text: str, y: float, colour: str) -> None:
    """One word below a clock."""
    measures = draft.measures
    left = measures.right - measures.clock_width
    type = draft.strong(measures.foot)
    draft.write_right(text, type, left, y, measures.clock_width, colour=colour)


def clock_colour(draft: Draft, clock: RoomClock) -> str:
    """Ink while there is time, then warning, then accent."""
    theme = draft.theme
    return {"low": theme.warn, "last": theme.accent, "over": theme.accent}.get(
        clock.urgency, theme.ink
    )


def prompt_lines(draft: Draft, view: RoomView) -> int:
    """How many lines the prompt may take beside the clock."""
    measures, type = draft.measures, draft.serif(draft.measures.prompt)
    whole = set_lines(view.prompt or view.title, type, measures.beside_clock)
    return max(1, min(len(whole.lines), MOST_PROMPT_LINES))


def head(draft: Draft, view: RoomView, lines: int) -> float:
    """Prompt, what is on now, and clock; return where a board may begin."""
    measures = draft.measures
    clock(draft, view.clock)
    type = draft.serif(measures.prompt)
    area = draft.write(
        view.prompt or view.title, type, measures.left, measures.top - type.rise,
        measures.beside_clock, most=lines,
    )  # fmt: skip
    below = on_now(draft, view, area.bottom + measures.space(0.006))
    return max(measures.under_head, below + measures.space(0.03))


def on_now(draft: Draft, view: RoomView, y: float) -> float:
    """The countdown of silent writing, or else the step that is on; return where it ends."""
    measures, type = draft.measures, draft.sans(draft.measures.lead)
    if view.silent_left is not None:
        return silent(draft, view.silent_left, y)
    if not view.step:
        return y
    area = draft.write(
        view.step, type, measures.left, y, measures.beside_clock, most=1,
        colour=draft.theme.ink_2,
    )  # fmt: skip
    return area.bottom


def silent(draft: Draft, left: int, y: float) -> float:
    """The countdown of silent writing; at its end it says so."""
    measures, theme = draft.measures, draft.theme
    strong, plain = draft.strong(measures.line), draft.sans(measures.line)
    if not left:
        wide = measures.beside_clock
        return draft.write(
            words.pens_down(), strong, measures.left, y, wide, colour=theme.accent
        ).bottom
    area = draft.write(
        words.silent_writing(), plain, measures.left, y, measures.beside_clock,
        colour=theme.ink_2,
    )  # fmt: skip
    x = area.right + measures.space(0.02)
    figures = words.minutes_and_seconds(left)
    return draft.write(figures, strong, x, y, measures.right - x).bottom


def foot(draft: Draft, view: RoomView, label: str = "", mark: str = "", told: str = "") -> None:
    """The workshop and the stage's place on the left; on the right what is next, which part of
    the whole this page shows, or what is `told`."""
    measures, theme = draft.measures, draft.theme
    strong, plain = draft.strong(measures.foot), draft.sans(measures.foot)
    y, gap = measures.foot_top, measures.space(0.02)
    x = measures.right
    if mark:
        x = draft.write(mark, strong, x - width_of(mark, strong) - 1, y, x, most=1).x - gap
    told = label if mark else told or words.following(view.following)
    told_wide = min(width_of(told, plain), measures.across * 0.45) if told else 0
    if told:
        left = x - told_wide - 1
        draft.write_right(told, plain, left, y, told_wide + 1, colour=theme.ink_2)
        x = left - gap
    place = words.stage_place(view.number, view.of)
    place_wide = width_of(place, plain) + gap if place else 0
    wide = x - gap - measures.left - place_wide
    area = draft.write(view.workshop, strong, measures.left, y, wide, most=1)
    at = area.right + gap if view.workshop else measures.left
    draft.write(place, plain, at, y, place_wide, most=1, colour=theme.ink_2)
