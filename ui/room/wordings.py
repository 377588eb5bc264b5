"""Wordings that the whole display is given to: the agreed problem and vision."""

from __future__ import annotations

from ui.room import words
from ui.room.drafting import Draft
from workshop.room_view import Agreed

SIZES = (13, 15, 17, 20, 24)
"""The sizes of a wording, as parts of H."""


def agreed(draft: Draft, agreed: Agreed) -> None:
    """Problem and vision, each in its half of the display."""
    measures = draft.measures
    middle = (measures.top + measures.bottom) / 2
    draft.rule(middle, draft.theme.line)
    both = [(words.shared_problem(), agreed.problem), (words.shared_vision(), agreed.vision)]
    high = middle - measures.top - measures.space(0.11)
    parts = [_part(draft, text, high) for _, text in both]
    for (label, text), top in zip(both, (measures.top, middle + measures.space(0.04)), strict=True):
        _wording(draft, label, text, top, high, max(parts))


def wording(draft: Draft, text: str, top: float, end: float) -> None:
    """One wording as large as it fits between two heights."""
    measures = draft.measures
    lines, type = draft.largest(text, SIZES, measures.across, end - top)
    draft.put(lines, type, measures.left, top, measures.across)


def _part(draft: Draft, text: str, height: float) -> float:
    """The size of `SIZES` in which a wording fits this height, or the least of them."""
    _, type = draft.largest(text, SIZES, draft.measures.across, height)
    return next(part for part in SIZES if draft.measures.part(part) == type.px)


def _wording(draft: Draft, label: str, text: str, top: float, height: float, part: float) -> None:
    """One of two, both in the same size."""
    measures, theme = draft.measures, draft.theme
    plain = draft.sans(measures.part(32))
    area = draft.write(label, plain, measures.left, top - plain.rise, measures.across, most=1,
                       colour=theme.ink_2)  # fmt: skip
    start = area.bottom + measures.space(0.012)
    if text:
        lines, type = draft.largest(text, (part,), measures.across, height)
        draft.put(lines, type, measures.left, start, measures.across)
    else:
        draft.write(words.not_agreed(), draft.serif(measures.prompt), measures.left, start,
                    measures.across, colour=theme.ink_2)  # fmt: skip
