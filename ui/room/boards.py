"""A board on pages: what does not fit one display is shown lane by lane, or clusters first.

Type never gets smaller for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from ui.board.painter import BoardPainter
from ui.room import words
from ui.room.pieces import Notes
from workshop.board.arrangements import Space
from workshop.board.layout import Layout, lay_out
from workshop.board.sheet import Pile, Sheet
from workshop.board.style import CONSOLE, Style

TILES_ACROSS = 6
"""Tiles of covered lanes in a row, where not all lanes fit beside each other."""
_SLACK = 0.5
"""So much over the edge, in pixels, is nobody's loss."""


@dataclass(frozen=True, slots=True)
class BoardPage:
    """One page: its boards, their origin at the top left corner of the space, and which part of
    the whole they are. `covered` are the lanes whose counts stand in a strip below."""

    boards: tuple[Notes, ...]
    label: str = ""
    covered: tuple[Pile, ...] = ()


class Pager:
    """Lays sheets out on pages of one size, in pixels."""

    def __init__(
        self, painter: BoardPainter, width: float, height: float, strip: float = 0
    ) -> None:
        self.painter = painter
        self.width, self.height, self.strip = width, height, strip
        self._dense = replace(painter.style, note_width=painter.style.least_width)
        self._laid: dict[tuple[int, ...], Layout | None] = {}

    def pages(self, sheet: Sheet) -> list[BoardPage]:
        """The pages of a sheet, at least one."""
        self._laid = {}
        sheet = replace(sheet, piles=tuple(map(_without_own_number, sheet.piles)))
        if sheet.arrangement == "wall":
            layout = self._fitting(self._at_room_size(sheet))
            if layout is not None:
                return [self._page(layout)]
            sheet = replace(sheet, arrangement="clusters")
        layout = self._fitting(sheet)
        if layout is not None:
            return [self._page(layout)]
        if all(pile.covered for pile in sheet.piles):
            return self._tiles(sheet)
        if any(pile.covered for pile in sheet.piles):
            return self._partly_covered(sheet)
        return [*self._titles(sheet), *self._groups(sheet, sheet.piles)]

    # One page

    def _page(self, layout: Layout, label: str = "") -> BoardPage:
        x, y = -layout.bounds.x, -layout.bounds.y
        return BoardPage((Notes(layout, self.painter, x, y),), label)

    def _fitting(self, sheet: Sheet) -> Layout | None:
        """The layout of a sheet if it fits a page: with notes as wide as usual, or else with more
        columns of narrow ones."""
        if self._is_too_much(sheet.piles):
            return None
        styles = [self.painter.style]
        if sheet.arrangement != "wall":
            styles.append(self._dense)
        for style in styles:
            layout = self._lay_out(sheet, style)
            wide, high = layout.bounds.width, layout.bounds.height
            if wide <= self.width + _SLACK and high <= self.height + _SLACK:
                return layout
        return None

    def _lay_out(self, sheet: Sheet, style: Style | None = None) -> Layout:
        space = Space(self.width, self.height)
        return lay_out(sheet, space, style or self.painter.style, self.painter.typesetter)

    def _is_too_much(self, piles: Sequence[Pile]) -> bool:
        """Whether so many notes cannot fit, even if each were as small as a note can be."""
        style = self.painter.style
        columns = max(1, (self.width + style.gap) // (style.least_width + style.gap))
        least = 2 * style.pad + style.leading + style.gap
        return sum(len(pile.cards) for pile in piles) * least > columns * (self.height + style.gap)

    def _at_room_size(self, sheet: Sheet) -> Sheet:
        """A wall with its places as much further apart as notes are larger in the room."""
        by = self.painter.style.note_width / CONSOLE.note_width
        return replace(
            sheet,
            places={note: (x * by, y * by) for note, (x, y) in sheet.places.items()},
            pile_places={key: (x * by, y * by) for key, (x, y) in sheet.pile_places.items()},
        )

    # Many lanes that are all covered

    def _tiles(self, sheet: Sheet) -> list[BoardPage]:
        """Tiles in rows, all on one page."""
        across = ceil(len(sheet.piles) / ceil(len(sheet.piles) / TILES_ACROSS))
        y, rows = 0.0, []
        for start in range(0, len(sheet.piles), across):
            layout = self._lay_out(replace(sheet, piles=sheet.piles[start : start + across]))
            rows.append(Notes(layout, self.painter, 0, y))
            y += layout.bounds.height + self.painter.style.lane_gap
        return [BoardPage(tuple(rows))]

    def _partly_covered(self, sheet: Sheet) -> list[BoardPage]:
        """The lanes that may be read on pages, and on each of them the counts of the others."""
        covered = tuple(pile for pile in sheet.piles if pile.covered)
        readable = [pile for pile in sheet.piles if not pile.covered]
        rows = ceil(len(covered) / TILES_ACROSS)
        above = Pager(self.painter, self.width, self.height - rows * self.strip)
        return [replace(page, covered=covered) for page in above._groups(sheet, readable)]

    # Clusters first

    def _titles(self, sheet: Sheet) -> list[BoardPage]:
        """Clusters by title with their counts."""
        if sheet.arrangement != "clusters":
            return []
        titles = replace(sheet, piles=tuple(_title_of(pile) for pile in sheet.piles))
        return [
            self._page(self._laid_out(titles, group), words.all_clusters())
            for group in self._grouped(titles, titles.piles)
        ]

    # Groups of piles

    def _groups(self, sheet: Sheet, chosen: Sequence[Pile]) -> list[BoardPage]:
        """The chosen piles of a sheet in order, as many on each page as fit."""
        piles = [part for pile in chosen for part in self._parts(sheet, pile)]
        return [
            self._page(self._laid_out(sheet, group), _label(sheet, group))
            for group in self._grouped(sheet, piles)
        ]

    def _parts(self, sheet: Sheet, pile: Pile) -> list[Pile]:
        """The pile, or where it does not fit a page of its own, parts of it that do."""
        rest, parts = pile, []
        while rest.cards and self._fitting(replace(sheet, piles=(rest,))) is None:
            count = self._most(sheet, rest)
            parts.append(replace(rest, cards=rest.cards[:count], count=pile.shown_count))
            rest = replace(rest, cards=rest.cards[count:], count=pile.shown_count)
        return [*parts, rest] if rest.cards or not parts else parts

    def _most(self, sheet: Sheet, pile: Pile) -> int:
        """How many cards from its beginning fit a page; at least one."""
        fits, over = 1, len(pile.cards)
        while over - fits > 1:
            middle = (fits + over) // 2
            part = replace(pile, cards=pile.cards[:middle])
            if self._fitting(replace(sheet, piles=(part,))) is None:
                over = middle
            else:
                fits = middle
        return fits

    def _grouped(self, sheet: Sheet, piles: Sequence[Pile]) -> list[tuple[Pile, ...]]:
        """As few groups as possible, and then as even as they can be."""
        self._laid = {}
        fewest = self._greedy(sheet, piles, len(piles))
        for most in range(ceil(len(piles) / len(fewest)), len(piles)):
            even = self._greedy(sheet, piles, most)
            if len(even) == len(fewest):
                return even
        return fewest

    def _greedy(self, sheet: Sheet, piles: Sequence[Pile], most: int) -> list[tuple[Pile, ...]]:
        groups: list[tuple[Pile, ...]] = []
        for pile in piles:
            if groups and len(groups[-1]) < most and self._group(sheet, (*groups[-1], pile)):
                groups[-1] = (*groups[-1], pile)
            else:
                groups.append((pile,))
        return groups

    def _laid_out(self, sheet: Sheet, group: tuple[Pile, ...]) -> Layout:
        return self._group(sheet, group) or self._lay_out(replace(sheet, piles=group))

    def _group(self, sheet: Sheet, group: tuple[Pile, ...]) -> Layout | None:
        """The layout of a group if it fits a page; asked for again and again, made once."""
        key = tuple(map(id, group))
        if key not in self._laid:
            self._laid[key] = self._fitting(replace(sheet, piles=group))
        return self._laid[key]


def _without_own_number(pile: Pile) -> Pile:
    """The pile without its number on each of its notes: its head has it."""
    if not any(card.cluster for card in pile.cards):
        return pile
    return replace(pile, cards=tuple(replace(card, cluster="") for card in pile.cards))


def _title_of(pile: Pile) -> Pile:
    """A pile as its title and its count alone."""
    title = pile.title if pile.framed else pile.title or words.loose()
    return replace(pile, title=title, cards=(), count=pile.shown_count, framed=True)


def _label(sheet: Sheet, group: tuple[Pile, ...]) -> str:
    """Which lanes or clusters these are."""
    kinds = [pile for pile in sheet.piles if sheet.arrangement == "lanes" or pile.label]
    keys = [pile.key for pile in kinds]
    places = [keys.index(pile.key) + 1 for pile in group if pile.key in keys]
    if sheet.arrangement == "ranking":
        return ""
    if not places:
        return words.loose()
    tell = words.lanes_shown if sheet.arrangement == "lanes" else words.clusters_shown
    return tell(places[0], places[-1], len(keys))
