"""Cards: boxes with a strong upper edge, two beside each other, as tall as the taller one."""

from __future__ import annotations

from collections.abc import Sequence

from exports.ink import ACCENT, INK, RULE
from exports.parts.part import Part
from exports.pen import Pen

LEAST_HEIGHT, PADDING = 60.0, 5.0
GUTTER = 6.0
TALL = 105.0
"""A card taller than this in a row of two gets the whole width, in millimetres."""


class Card(Part):
    """A part in a box; `chosen` gives it an accent edge. It grows with what it holds."""

    def __init__(self, content: Part, *, chosen: bool = False, least: float = LEAST_HEIGHT) -> None:
        super().__init__(below=GUTTER)
        self.content, self.chosen, self.least = content, chosen, least

    def height_at(self, width: float) -> float:
        return max(self.least, self.content.height_at(width - 2 * PADDING) + 2 * PADDING)

    def paint(self, pen: Pen, width: float) -> None:
        self.paint_as_tall_as(pen, width, self.height_at(width))

    def paint_as_tall_as(self, pen: Pen, width: float, tall: float) -> None:
        """Draws it as tall as its neighbour."""
        sides = [("move", (0.0, 0.0)), ("line", (0.0, tall)), ("line", (width, tall)),
                 ("line", (width, 0.0))]  # fmt: skip
        pen.path(sides, line=RULE, weight=0.5)
        edge, weight = (ACCENT, 2.2) if self.chosen else (INK, 1.1)
        pen.rule((0, 0), (width, 0), edge, weight)
        self.content.paint(pen.moved(PADDING, PADDING), width - 2 * PADDING)

    def divide(self, width: float, room: float) -> tuple[Part, Part] | None:
        """Two cards that hold what the page has cut."""
        cut = self.content.divide(width - 2 * PADDING, room - 2 * PADDING)
        if cut is None:
            return None
        first, rest = (Card(piece, chosen=self.chosen, least=0.0) for piece in cut)
        return first, rest


class _Row(Part):
    """One or two cards of one height."""

    def __init__(self, cards: Sequence[Card]) -> None:
        super().__init__(below=GUTTER)
        self.cards = tuple(cards)

    def height_at(self, width: float) -> float:
        return max(card.height_at(_half(width)) for card in self.cards)

    def paint(self, pen: Pen, width: float) -> None:
        for index, card in enumerate(self.cards):
            x = index * (_half(width) + GUTTER)
            card.paint_as_tall_as(pen.moved(x, 0), _half(width), self.height_at(width))


def _half(width: float) -> float:
    return (width - GUTTER) / 2


def two_up(cards: Sequence[Card], width: float) -> list[Part]:
    """Rows of two cards for a page so wide; a tall card gets a row of its own."""
    rows: list[Part] = []
    pair: list[Card] = []
    for card in cards:
        is_tall = card.height_at(_half(width)) > TALL
        if pair and (is_tall or len(pair) == 2):
            rows.append(_Row(pair))
            pair = []
        if is_tall:
            rows.append(card)
        else:
            pair = [*pair, card]
    return [*rows, _Row(pair)] if pair else rows
