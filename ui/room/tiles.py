"""The strip below a board: one tile for each lane that is still covered, with its count."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from ui.room.boards import TILES_ACROSS
from ui.room.drafting import Draft
from ui.room.lettering import width_of
from ui.room.measures import Measures
from workshop.board.rect import Rect
from workshop.board.sheet import Pile

_LEAST_ACROSS = 4
"""Tiles get no wider than if there were so many in a row."""


def strip_height(measures: Measures) -> float:
    """The height of one row of tiles, with the space around it."""
    return measures.space(0.112)


def strip_rows(piles: Sequence[Pile]) -> int:
    """In how many rows the tiles stand."""
    return ceil(len(piles) / TILES_ACROSS)


def strip(draft: Draft, piles: Sequence[Pile]) -> float:
    """Put the tiles at the end of the page, in rows; return where they begin."""
    measures = draft.measures
    rows = strip_rows(piles)
    across = max(ceil(len(piles) / rows), _LEAST_ACROSS)
    high, gap = strip_height(measures), measures.space(0.018)
    wide = (measures.across - (across - 1) * gap) / across
    start = measures.bottom - rows * high
    for place, pile in enumerate(piles):
        row, column = divmod(place, across)
        x, y = measures.left + column * (wide + gap), start + row * high + gap
        _tile(draft, pile, Rect(x, y, wide, high - 1.7 * gap))
    return start


def _tile(draft: Draft, pile: Pile, area: Rect) -> None:
    measures, theme = draft.measures, draft.theme
    colour = pile.marks[0].colour if pile.marks else None
    corner = measures.space(0.005)
    draft.band(area, theme.note_fill(colour), corner)
    draft.band(area._replace(width=measures.space(0.006)), theme.note_edge(colour))
    x, (_, middle), pad = area.x + measures.space(0.018), area.middle, measures.space(0.012)
    side = measures.space(0.034)
    for mark in pile.marks[:1]:
        draft.sign(mark, x, middle, side)
        x += side + pad
    figures = draft.figures(measures.part(18))
    count = str(pile.shown_count)
    taken = width_of(count, figures)
    left = area.right - pad - taken
    draft.write(count, figures, left, middle - figures.pitch / 2, taken)
    name = draft.strong(measures.foot)
    draft.write(pile.title, name, x, middle - name.pitch / 2, left - pad - x, most=1)
