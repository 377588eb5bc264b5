"""Options in the order that dots gave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.ink import (
    ACCENT,
    CAPTION,
    HAIRLINE,
    INK,
    MUTED,
    POINTS_PER_MM,
    RANK,
    ROW_TITLE,
    ROW_TITLE_STRONG,
    TABLE_HEAD,
    Style,
)
from exports.lines import Block, Span, set_text
from exports.parts.marks import Worn, draw_row, row_width
from exports.parts.part import Part
from exports.pen import Pen

PITCH = 7.6
"""From one row to the next, where its title has one line."""

TOP_RANKS = 3
"""So many ranks are set in the accent and their titles strong."""

RANK_AT, TITLE_AT, COUNT_ROOM = 7.0, 9.6, 6.5
BASELINE = 4.9
TIE = CAPTION.sized(9, 12)
COUNT = ROW_TITLE_STRONG.sized(10, 13.5)
MORE = ROW_TITLE.sized(10, 13.5).tinted(MUTED)
COLUMN = 16.0


@dataclass(frozen=True, slots=True)
class Ranked:
    """An option: its rank, whether it shares it, its dots as marks, how many they are, what else
    is counted of it, in columns of their own, and what people call it for short."""

    rank: int
    shared: bool
    title: str
    dots: tuple[Worn, ...]
    count: int
    more: tuple[int, ...] = ()
    called: str = ""


class RankRow(Part):
    """One option: rank, title, dots, count; a hairline or the line of the cut under it."""

    def __init__(self, ranked: Ranked, rule: str = "hairline") -> None:
        """`rule` is hairline, cut (a dotted line in ink) or none."""
        super().__init__()
        self.ranked, self.rule = ranked, rule

    def height_at(self, width: float) -> float:
        extra = max(0, len(self._title(width).lines) - 1)
        return PITCH + extra * ROW_TITLE.leading / POINTS_PER_MM

    def paint(self, pen: Pen, width: float) -> None:
        ranked, tall = self.ranked, self.height_at(width)
        first = ranked.rank <= TOP_RANKS
        colour = ACCENT if first else MUTED
        wide = pen.text(RANK_AT, BASELINE + 0.35, str(ranked.rank), RANK.tinted(colour), "right")
        if ranked.shared:
            pen.text(RANK_AT - wide - 0.4, BASELINE + 0.35, "=", TIE.tinted(colour), "right")
        pen.block(TITLE_AT, BASELINE, self._title(width), self._style())
        for place, count in enumerate(reversed(ranked.more)):
            pen.text(width - place * COLUMN, BASELINE, str(count), MORE, "right")
        end = width - COLUMN * len(ranked.more)
        pen.text(end, BASELINE, str(ranked.count), COUNT, "right")
        draw_row(pen, end - COUNT_ROOM, BASELINE - 1.2, ranked.dots, align="right")
        if self.rule == "hairline":
            pen.rule((TITLE_AT, tall), (width, tall), HAIRLINE)
        elif self.rule == "cut":
            pen.rule((TITLE_AT, tall), (width, tall), INK, 0.5, (1.2, 1.8))

    def _style(self) -> Style:
        return ROW_TITLE_STRONG if self.ranked.rank <= TOP_RANKS else ROW_TITLE

    def _title(self, width: float) -> Block:
        room = width - TITLE_AT - COUNT_ROOM - row_width(self.ranked.dots) - 4.0
        room -= COLUMN * len(self.ranked.more)
        if not self.ranked.called:
            return set_text(self.ranked.title, self._style(), room)
        short = Span(f"  {self.ranked.called}", CAPTION)
        return set_text((Span(self.ranked.title, self._style()), short), self._style(), room)


class RankHead(Part):
    """What the figures at the right end of the rows under it count."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.names = tuple(names)
        self.keepWithNext = 1

    def height_at(self, width: float) -> float:
        return TABLE_HEAD.leading / POINTS_PER_MM

    def paint(self, pen: Pen, width: float) -> None:
        for place, name in enumerate(reversed(self.names)):
            end = width - place * COLUMN
            pen.text(end, TABLE_HEAD.size / POINTS_PER_MM, name, TABLE_HEAD, "right")


def ranking(rows: Sequence[Ranked], cut_after: int = 0) -> list[RankRow]:
    """The rows of a ranking; the first `cut_after` of them are what was kept."""
    rules = ["cut" if place == cut_after else "hairline" for place in range(1, len(rows) + 1)]
    if rules:
        rules[-1] = "none"
    return [RankRow(row, rule) for row, rule in zip(rows, rules, strict=True)]
