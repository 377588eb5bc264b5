"""Where a cluster lands that is dragged by its title."""

from __future__ import annotations

from workshop.board.layout import Layout
from workshop.board.piles import PileBox
from workshop.board.rect import Rect
from workshop.board.sheet import PileKey
from workshop.frozen import frozen

MARK = 3
"""The thickness of the line that shows where a cluster lands, board units."""


@frozen
class PilePlace:
    """Onto the title of another cluster, or before so many of the clusters that stay."""

    mark: Rect
    onto: PileKey | None = None
    index: int | None = None


def place_of_pile(layout: Layout, moving: PileKey, x: float, y: float) -> PilePlace | None:
    """Where a cluster lands at a point; None on the wall, but for the title of another one."""
    staying = [pile for pile in layout.piles if pile.pile.framed and pile.pile.key != moving]
    for pile in staying:
        if pile.head.holds(x, y):
            return PilePlace(pile.area, onto=pile.pile.key)
    if layout.overlaps or not staying:
        return None
    nearest = min(range(len(staying)), key=lambda at: _distance(staying[at].area, x, y))
    pile = staying[nearest]
    after = _is_after(pile, layout, x, y)
    return PilePlace(_mark(pile, layout, after), index=nearest + after)


def _is_after(pile: PileBox, layout: Layout, x: float, y: float) -> bool:
    middle = pile.area.middle
    return x > middle[0] if layout.sheet.arrangement == "ranking" else y > middle[1]


def _mark(pile: PileBox, layout: Layout, after: bool) -> Rect:
    """Beside a cluster: in rows to its left or right, in columns above or below it."""
    area, gap = pile.area, layout.style.gap
    if layout.sheet.arrangement == "ranking":
        at = area.right + (gap - MARK) / 2 if after else area.x - (gap + MARK) / 2
        return Rect(at, area.y, MARK, area.height)
    at = area.bottom + (gap - MARK) / 2 if after else area.y - (gap + MARK) / 2
    return Rect(area.x, at, area.width, MARK)


def _distance(area: Rect, x: float, y: float) -> float:
    aside = max(area.x - x, x - area.right, 0)
    away = max(area.y - y, y - area.bottom, 0)
    return aside * aside + away * away
