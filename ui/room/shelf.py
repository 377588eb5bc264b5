"""The shelf: below a line across stands, in small, what goes with the large things above."""

from __future__ import annotations

from collections.abc import Sequence

from ui.room.drafting import Draft
from ui.room.lettering import Type
from workshop.cards import Mark
from workshop.frozen import frozen

USUAL = 22
"""The size of what stands on a shelf, as a part of H."""


@frozen
class Row:
    """A label, and what stands beside it; what has no label begins at the left."""

    label: str
    text: str
    marks: tuple[Mark, ...] = ()


def height(draft: Draft, rows: Sequence[Row], parts: float = USUAL) -> float:
    """How high a shelf is, its line included."""
    trial = Draft(draft.measures, draft.theme)
    return put(trial, 0, rows, parts)


def put(draft: Draft, y: float, rows: Sequence[Row], parts: float = USUAL, most: int = 0) -> float:
    """Draw the line and the rows below it, their texts in a size that is a part of H; return where
    the last of them ends."""
    draft.rule(y)
    for row in rows:
        y = _put_row(draft, y + draft.measures.space(0.022), row, parts, most)
    return y


def _put_row(draft: Draft, y: float, row: Row, parts: float, most: int) -> float:
    measures = draft.measures
    type, plain = draft.serif(measures.part(parts)), draft.sans(measures.body)
    ends = y
    x = measures.left
    if row.label:
        x = measures.column
        wide = x - measures.left - measures.space(0.02)
        area = draft.write(
            row.label, plain, measures.left, y + _drop(type, plain), wide, most=2,
            colour=draft.theme.ink_2,
        )  # fmt: skip
        ends = area.bottom
    side = type.px * 1.15
    for mark in row.marks:
        draft.sign(mark, x, y + type.pitch / 2, side)
        x += side + measures.space(0.016)
    write = draft.write_name if row.marks else draft.write
    return max(ends, write(row.text, type, x, y, measures.right - x, most=most).bottom)


def _drop(type: Type, plain: Type) -> float:
    """How much lower the smaller type begins to stand on the same base line."""
    return max(0.0, type.base - plain.base)
