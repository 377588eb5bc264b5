"""The shelf: below a line across stands, in small, what goes with the large things above."""

from __future__ import annotations

from collections.abc import Sequence

from ui.room.drafting import Draft
from ui.room.lettering import set_lines
from workshop.cards import Mark


def height(draft: Draft, rows: Sequence[tuple[str, str]], parts: float = 22) -> float:
    """How high rows of a label and a text are together, the line above them included."""
    measures = draft.measures
    type = draft.serif(measures.part(parts))
    wide = measures.right - measures.column
    texts = [set_lines(text, type, wide).height for _, text in rows]
    return sum(texts) + len(rows) * measures.space(0.02) + measures.space(0.02)


def put(
    draft: Draft, y: float, rows: Sequence[tuple[str, str]], parts: float = 22, most: int = 0
) -> float:
    """Labels on the left, their texts in serif (a part of H) in the second column; return where
    the last ends."""
    measures, theme = draft.measures, draft.theme
    type, plain = draft.serif(measures.part(parts)), draft.sans(measures.body)
    draft.rule(y)
    y += measures.space(0.03)
    for label, text in rows:
        base = y + (type.pitch - plain.pitch) / 2 + (type.px - plain.px) * 0.2
        wide = measures.column - measures.left - measures.space(0.02)
        side = draft.write(label, plain, measures.left, base, wide, most=2, colour=theme.ink_2)
        area = draft.write(
            text, type, measures.column, y, measures.right - measures.column, most=most
        )
        y = max(area.bottom, side.bottom) + measures.space(0.02)
    return y - measures.space(0.02)


def signed(draft: Draft, y: float, label: str, text: str, marks: Sequence[Mark]) -> None:
    """One row whose text has marks before it."""
    measures, theme = draft.measures, draft.theme
    type, plain = draft.serif(measures.part(22)), draft.sans(measures.body)
    draft.rule(y)
    y += measures.space(0.03)
    base = y + (type.pitch - plain.pitch) / 2 + (type.px - plain.px) * 0.2
    wide = measures.column - measures.left
    draft.write(label, plain, measures.left, base, wide, most=1, colour=theme.ink_2)
    x, side = measures.column, type.px * 1.15
    for mark in marks:
        draft.sign(mark, x, y + type.pitch / 2, side)
        x += side + measures.space(0.016)
    draft.write(text, type, x, y, measures.right - x, most=1)
