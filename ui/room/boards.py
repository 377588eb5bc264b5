"""A board on pages: what does not fit one display is shown lane by lane, or clusters first.

Type never gets smaller for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import groupby
from math import ceil

from ui.board.painter import BoardPainter
from ui.room import titles, words
from ui.room.cutting import Cutter, Group
from ui.room.pieces import Notes
from workshop.board.arrangements import Space
from workshop.board.layout import Layout, lay_out
from workshop.board.sheet import Pile, PileKey, Sheet
from workshop.board.style import CONSOLE, Style

TILES_ACROSS = 6
"""Tiles of covered lanes in a row, where not all lanes fit beside each other."""
_FEW = 12
"""So many piles are spread evenly over their pages; with more nobody sees the difference."""
_SLACK = 0.5
"""So much over the edge, in pixels, is nobody's loss."""


@dataclass(frozen=True)
class BoardPage:
    """One page: its boards, their origin at the top left corner of the space, and which part of
    the whole they are. `covered` are the lanes whose counts stand in a strip below."""

    lay_out: Callable[[], tuple[Notes, ...]]
    label: str = ""
    covered: Group = ()

    @cached_property
    def boards(self) -> tuple[Notes, ...]:
        """What lies on it, laid out when it is turned to."""
        return self.lay_out()


class Pager:
    """Lays sheets out on pages of one size, in pixels; `strip` is the height of a row of counts.

    It keeps what it found out about piles that have not changed, so that a note that is added
    costs the pages it may change.
    """

    def __init__(
        self, painter: BoardPainter, width: float, height: float, strip: float = 0
    ) -> None:
        self.painter = painter
        self.width, self.height, self.strip = width, height, strip
        self._dense = replace(painter.style, note_width=painter.style.least_width)
        self._sheet: Sheet | None = None
        self._pages: list[BoardPage] = []
        self._piles: dict[PileKey, Pile] = {}
        self._cutter = Cutter(self._most, self._most_notes)
        self._laid: dict[tuple[object, ...], tuple[Group, Layout | None]] = {}
        self._laid_before = self._laid
        self._above: Pager | None = None

    def pages(self, sheet: Sheet) -> list[BoardPage]:
        """The pages of a sheet, at least one."""
        if sheet is not self._sheet:
            self._sheet = sheet
            self._forget()
            piles: Iterable[Pile] = sheet.piles
            if sheet.arrangement != "lanes":
                piles = map(titles.without_own_number, piles)
            self._pages = self._paged(replace(sheet, piles=self._unchanged(piles)))
        return self._pages

    def _forget(self) -> None:
        """Keep what was found out for the sheet before, and nothing older."""
        self._laid_before, self._laid = self._laid, {}

    def _paged(self, sheet: Sheet) -> list[BoardPage]:
        if sheet.arrangement == "wall":
            layout = self._fitting(self._at_room_size(sheet))
            if layout is not None:
                return [self._page(layout)]
            sheet = replace(sheet, arrangement="clusters")
        if sheet.piles and all(pile.covered for pile in sheet.piles):
            return self._tiles(sheet)
        layout = self._group(sheet, sheet.piles)
        if layout is not None:
            return [self._page(layout)]
        if any(pile.covered for pile in sheet.piles):
            return self._partly_covered(sheet)
        framed = tuple(pile for pile in sheet.piles if pile.framed)
        if framed and sheet.arrangement == "clusters" and self._group(sheet, framed) is not None:
            rest = [pile for pile in sheet.piles if not pile.framed]
            first = self._page_of(sheet, framed, titles.label(sheet, framed))
            return [first, *self._groups(sheet, rest)]
        return [*self._titles(sheet), *self._groups(sheet, sheet.piles)]

    def _unchanged(self, piles: Iterable[Pile]) -> Group:
        """The piles; for those that are as they were, the objects of before."""
        self._cutter.forget_all_but(self._piles)
        before, self._piles = self._piles, {}
        for pile in piles:
            old = before.get(pile.key)
            self._piles[pile.key] = old if old is not None and old == pile else pile
        return tuple(self._piles.values())

    # One page

    def _page(self, layout: Layout) -> BoardPage:
        return BoardPage(partial(self._board, layout))

    def _page_of(self, sheet: Sheet, group: Group, label: str) -> BoardPage:
        return BoardPage(lambda: self._board(self._laid_out(sheet, group)), label)

    def _board(self, layout: Layout) -> tuple[Notes, ...]:
        return (Notes(layout, self.painter, -layout.bounds.x, -layout.bounds.y),)

    def _group(self, sheet: Sheet, group: Group) -> Layout | None:
        """The layout of some piles of a sheet if they fit a page; made once for each group."""
        key = (sheet.arrangement, *map(id, group))
        if key not in self._laid:
            found = self._laid_before.get(key)
            layout = found[1] if found else self._fitting(replace(sheet, piles=group))
            self._laid[key] = group, layout
        return self._laid[key][1]

    def _fitting(self, sheet: Sheet) -> Layout | None:
        """The layout of a sheet if it fits a page: with notes as wide as usual, or else with more
        columns of narrow ones."""
        if sum(len(pile.cards) for pile in sheet.piles) > self._most_notes:
            return None
        for style in self._styles(sheet):
            layout = self._lay_out(sheet, style)
            wide, high = layout.bounds.width, layout.bounds.height
            if wide <= self.width + _SLACK and high <= self.height + _SLACK:
                return layout
        return None

    def _lay_out(self, sheet: Sheet, style: Style | None = None) -> Layout:
        space = Space(self.width, self.height)
        return lay_out(sheet, space, style or self.painter.style, self.painter.typesetter)

    def _styles(self, sheet: Sheet) -> tuple[Style, ...]:
        usual = self.painter.style
        return (usual,) if sheet.arrangement == "wall" else (usual, self._dense)

    @property
    def _most_notes(self) -> int:
        """More notes than these cannot fit, even if each were as small as a note can be."""
        style = self.painter.style
        columns = max(1, (self.width + style.gap) // (style.least_width + style.gap))
        least = 2 * style.pad + style.leading + style.gap
        return int(columns * ((self.height + style.gap) // least))

    def _at_room_size(self, sheet: Sheet) -> Sheet:
        """A wall with its places as much further apart as notes are larger in the room."""
        by = self.painter.style.note_width / CONSOLE.note_width
        return replace(
            sheet,
            places={note: (x * by, y * by) for note, (x, y) in sheet.places.items()},
            pile_places={key: (x * by, y * by) for key, (x, y) in sheet.pile_places.items()},
        )

    # Covered lanes

    def _tiles(self, sheet: Sheet) -> list[BoardPage]:
        """Tiles in rows, all on one page."""
        across = ceil(len(sheet.piles) / ceil(len(sheet.piles) / TILES_ACROSS))
        style = self._tile_style(across)
        y, rows = 0.0, []
        for start in range(0, len(sheet.piles), across):
            layout = self._lay_out(replace(sheet, piles=sheet.piles[start : start + across]), style)
            rows.append(Notes(layout, self.painter, 0, y))
            y += layout.bounds.height + self.painter.style.lane_gap
        return [BoardPage(lambda: tuple(rows))]

    def _tile_style(self, across: int) -> Style:
        """With tiles that stand below each other in all rows and fill the width there is."""
        style = self.painter.style
        wide = (self.width - 2 * style.margin - (across - 1) * style.lane_gap) / across
        return replace(style, note_width=wide, least_width=wide, most_width=wide)

    def _partly_covered(self, sheet: Sheet) -> list[BoardPage]:
        """The lanes that may be read on pages, and on each of them the counts of the others."""
        covered = tuple(pile for pile in sheet.piles if pile.covered)
        readable = [pile for pile in sheet.piles if not pile.covered]
        rows = ceil(len(covered) / TILES_ACROSS)
        height = self.height - rows * self.strip
        if self._above is None or self._above.height != height:
            self._above = Pager(self.painter, self.width, height)
        self._above._forget()
        return [replace(page, covered=covered) for page in self._above._groups(sheet, readable)]

    # Clusters first

    def _titles(self, sheet: Sheet) -> list[BoardPage]:
        """Clusters by title with their counts, those of the notes in lanes too."""
        if sheet.arrangement == "lanes":
            shown = Sheet("clusters", titles.clusters_of(sheet))
        elif sheet.arrangement == "clusters":
            shown = replace(sheet, piles=tuple(titles.title_of(pile) for pile in sheet.piles))
        else:
            return []
        return [
            self._page_of(shown, group, words.all_clusters())
            for group in self._greedy(shown, shown.piles, len(shown.piles))
        ]

    # Groups of piles

    def _groups(self, sheet: Sheet, chosen: Sequence[Pile]) -> list[BoardPage]:
        """The chosen piles of a sheet in order, as many on each page as fit; one that does not fit
        a page has several to itself."""
        groups: list[Group] = []
        for is_whole, run in groupby(chosen, lambda pile: self._group(sheet, (pile,)) is not None):
            piles = list(run)
            if is_whole:
                groups += self._grouped(sheet, piles)
            else:
                groups += [(part,) for pile in piles for part in self._cutter.parts(sheet, pile)]
        return [self._page_of(sheet, group, titles.label(sheet, group)) for group in groups]

    def _laid_out(self, sheet: Sheet, group: Group) -> Layout:
        return self._group(sheet, group) or self._lay_out(replace(sheet, piles=group))

    def _grouped(self, sheet: Sheet, piles: Sequence[Pile]) -> list[Group]:
        """As few groups as possible, and then as even as they can be."""
        fewest = self._greedy(sheet, piles, len(piles))
        if len(piles) > _FEW:
            return fewest
        for most in range(ceil(len(piles) / len(fewest)), len(piles)):
            even = self._greedy(sheet, piles, most)
            if len(even) == len(fewest):
                return even
        return fewest

    def _greedy(self, sheet: Sheet, piles: Sequence[Pile], most: int) -> list[Group]:
        groups: list[Group] = []
        for pile in piles:
            wider = (*groups[-1], pile) if groups else (pile,)
            if groups and len(wider) <= most and self._group(sheet, wider) is not None:
                groups[-1] = wider
            else:
                groups.append((pile,))
        return groups

    # Parts of one pile

    def _most(self, sheet: Sheet, pile: Pile) -> int:
        """How many cards from its beginning fit a page; at least one.

        Notes are placed one after the other, so those above the first that ends too low fit. A
        cluster with fewer notes may get fewer columns; then fewer are tried.
        """
        most = 1
        for style in self._styles(sheet):
            (box,) = self._lay_out(replace(sheet, piles=(pile,)), style).piles
            pad = box.area.bottom - max(note.bottom for note in box.boxes)
            ends = (place for place, note in enumerate(box.boxes)
                    if note.bottom + pad > self.height + _SLACK)  # fmt: skip
            most = max(most, next(ends, len(box.boxes)))
        while most > 1:
            part = replace(pile, cards=pile.cards[:most])
            if self._fitting(replace(sheet, piles=(part,))) is not None:
                break
            most -= max(1, most // 8)
        return most
