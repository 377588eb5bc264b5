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
    both = [(words.shared_problem(), agreed.problem), (words.shared_vision(), agreed.vision)]
    tops = (measures.top, middle + measures.space(0.04))
    ends = (middle, measures.bottom)
    draft.rule(middle, draft.theme.line)
    for (label, text), top, end in zip(both, tops, ends, strict=True):
        _wording(draft, label, text, top, end)


def wording(draft: Draft, text: str, top: float, end: float) -> None:
    """One wording as large as it fits between two heights."""
    measures = draft.measures
    lines, type = draft.largest(text, SIZES, measures.across, end - top)
    draft.put(lines, type, measures.left, top, measures.across)


def _wording(draft: Draft, label: str, text: str, top: float, end: float) -> None:
    measures, theme = draft.measures, draft.theme
    plain = draft.sans(measures.part(32))
    area = draft.write(label, plain, measures.left, top - plain.rise, measures.across, most=1,
                       colour=theme.ink_2)  # fmt: skip
    start = area.bottom + measures.space(0.012)
    if text:
        wording(draft, text, start, end - measures.space(0.03))
    else:
        draft.write(words.not_agreed(), draft.serif(measures.prompt), measures.left, start,
                    measures.across, colour=theme.ink_2)  # fmt: skip
