"""Composes the picture of a room view: which state it is, and what stands where."""

from __future__ import annotations

from dataclasses import replace

from ui.board.painter import BoardPainter
from ui.room import frame, groups, opening, pauses, stages, tiles, wordings, words
from ui.room.boards import BoardPage, Pager
from ui.room.drafting import Draft
from ui.room.lettering import Lines, set_lines
from ui.room.measures import Measures
from ui.room.pieces import Picture
from ui.theme import LIGHT, Theme
from workshop.board.sheet import Sheet
from workshop.board.style import room_style
from workshop.frozen import frozen
from workshop.room_view import Page, RoomView

GROUND = "#FCFBF8"
"""What a room display is painted on: lighter than the paper of windows, since rooms are bright."""

_MOST_PAGERS = 8
"""For so many heights of a board it is remembered how it was laid out."""
_MANY_PAGES = 12
"""A board of more pages than these gets all the height there is, and is laid out for one only."""


@frozen
class Shown:
    """Which page of how many was drafted and what part of the whole it is; `has_foot` where the
    workshop and the next stage stand below it."""

    page: int = 0
    pages: int = 1
    label: str = ""
    has_foot: bool = True


class Composer:
    """Makes pictures in one theme. It keeps what it laid out last: a clock that goes on costs no
    new layout."""

    def __init__(self, theme: Theme = LIGHT) -> None:
        self.theme = theme
        self._painter: BoardPainter | None = None
        self._sheet: Sheet | None = None
        self._pagers: dict[tuple[float, float], Pager] = {}
        self._last: tuple[RoomView, Picture] | None = None

    @property
    def ground(self) -> str:
        """The colour behind everything."""
        return self.theme.paper if self.theme.dark else GROUND

    def compose(self, view: RoomView, width: float, height: float, page: int = 0) -> Picture:
        """The picture of a view on a display of this size in pixels. Where there are fewer pages
        than asked for it is the last."""
        if self._last is not None and self._last[0] is view:  # the preview's, for the display too
            made = self._last[1]
            if (made.width, made.height, made.page) == (width, height, page):
                return made
        draft = Draft(Measures(width, height), self.theme)
        shown = self._state(draft, view, max(0, page))
        if shown.has_foot:
            mark = words.page_mark(shown.page, shown.pages)
            frame.foot(draft, view, shown.label, mark)
        made = Picture(width, height, tuple(draft.pieces), shown.page, shown.pages)
        self._last = view, made
        return made

    def _state(self, draft: Draft, view: RoomView, page: int) -> Shown:
        """Drafts what the view calls for."""
        if view.blank:
            return Shown(has_foot=False)
        if view.agreed is not None:
            wordings.agreed(draft, view.agreed)
        elif not view.kind or (view.before and view.kind == "opening"):
            stages.welcome(draft, view)
            return Shown(has_foot=False)
        elif view.before:
            stages.before(draft, view)
        elif view.pause is not None:
            pauses.pause(draft, view, view.pause)
            # What follows stands in large already; in its place is told when the bell sounds.
            bell = words.bell_before(view.pause.bell) if view.pause.phase == "on" else ""
            frame.foot(draft, replace(view, following=""), told=bell)
            return Shown(has_foot=False)
        elif view.groups or view.page is not None:
            return _listed(draft, view, page)
        elif view.sheet is not None and _has_something(view.sheet):
            return self._board(draft, view, view.sheet, page)
        else:
            stages.plain(draft, view)
        return Shown()

    # Boards

    def _board(self, draft: Draft, view: RoomView, sheet: Sheet, page: int) -> Shown:
        """Prompt and clock above the board; the prompt has the lines that the page can spare.
        While anything is covered, whose the notes are stands below it."""
        measures = draft.measures
        whose = _whose(draft, view, sheet)
        kept = whose.height + _above_whose(measures) if whose.lines else 0.0
        bottom = measures.bottom - kept
        lines, pages = self._lines(draft, view, sheet, bottom)
        page = min(page, len(pages) - 1)
        shown = pages[page]
        low = bottom - tiles.strip_rows(shown.covered) * tiles.strip_height(measures)
        top = self._head(draft, view, lines, low - max(b.area.bottom for b in shown.boards))
        boards = [replace(board, x=measures.left + board.x, y=top + board.y)
                  for board in shown.boards]  # fmt: skip
        draft.boards(boards)
        if shown.covered:
            tiles.strip(draft, shown.covered)
        y = max(board.area.bottom for board in boards) + _above_whose(measures)
        draft.put(whose, draft.sans(measures.body), measures.left, y, measures.across,
                  draft.theme.ink_2)  # fmt: skip
        return Shown(page, len(pages), shown.label)

    def _lines(
        self, draft: Draft, view: RoomView, sheet: Sheet, bottom: float
    ) -> tuple[int, list[BoardPage]]:
        """As many lines of the prompt as make no more pages than one line would, and the pages
        below them, which end at `bottom`."""
        measures = draft.measures
        found: list[tuple[float, list[BoardPage]]] = []
        for lines in range(1, frame.prompt_lines(draft, view) + 1):
            top = frame.head(Draft(measures, self.theme), view, lines)
            if found and top > found[0][0] and len(found[0][1]) > _MANY_PAGES:
                break
            pages = self._pages(sheet, measures, bottom - top)
            if found and (len(pages) > len(found[0][1]) or not _fit(pages, bottom - top)):
                break
            found.append((top, pages))
        return len(found), found[-1][1]

    def _head(self, draft: Draft, view: RoomView, lines: int, lowest: float) -> float:
        """Drafts the head of one page, with the further lines of the prompt that it has space for:
        what lies below may begin at `lowest`. Returns where it begins."""
        for more in range(frame.prompt_lines(draft, view), lines - 1, -1):
            trial = Draft(draft.measures, self.theme)
            top = frame.head(trial, view, more)
            if top <= lowest or more == lines:
                break
        draft.pieces += trial.pieces
        return top

    def _pages(self, sheet: Sheet, measures: Measures, height: float) -> list[BoardPage]:
        painter, key = self._painter_for(measures), (measures.across, height)
        if key not in self._pagers:
            if len(self._pagers) >= _MOST_PAGERS:
                self._pagers = {}
            self._pagers[key] = Pager(painter, *key, tiles.strip_height(measures))
        if self._sheet is None or sheet != self._sheet:
            self._sheet = sheet
        return self._pagers[key].pages(self._sheet)

    def _painter_for(self, measures: Measures) -> BoardPainter:
        style = replace(room_style(measures.h), count=measures.part(10))
        if self._painter is None or self._painter.style != style:
            self._painter = BoardPainter(style, self.theme, self.ground)
            self._pagers = {}
        return self._painter


def _whose(draft: Draft, view: RoomView, sheet: Sheet) -> Lines:
    """Whose the notes of a board are, while anything on it is covered."""
    covered = any(pile.covered for pile in sheet.piles)
    text, type = words.whose(view.whose) if covered else "", draft.sans(draft.measures.body)
    return set_lines(text, type, draft.measures.across)


def _fit(pages: list[BoardPage], height: float) -> bool:
    """Whether nothing reaches below this height: rows of counts are not broken into pages."""
    return all(board.area.bottom <= height + 1 for page in pages for board in page.boards)


def _above_whose(measures: Measures) -> float:
    return measures.space(0.035)


def _has_something(sheet: Sheet) -> bool:
    """Whether there is anything to see on a board: a note, a cluster, or what is covered."""
    return any(pile.cards or pile.covered or pile.framed for pile in sheet.piles)


def _listed(draft: Draft, view: RoomView, page: int) -> Shown:
    """Groups over everything else of a stage, or a page of an opening."""
    if view.groups or view.page is None:
        return _groups(draft, view, page)
    return _opening(draft, view, view.page, page)


def _groups(draft: Draft, view: RoomView, number: int) -> Shown:
    top = opening.heading(draft, groups.heading(), view)
    pages = groups.pages(draft, view.groups, top)
    number = min(number, len(pages) - 1)
    across = max(len(row) for rows in pages for row in rows)
    groups.put(draft, pages[number], across, top)
    return Shown(number, len(pages))


def _opening(draft: Draft, view: RoomView, page: Page, number: int) -> Shown:
    if page.kind == "check_in" and view.turn is not None:
        top = opening.heading(draft, view.turn.question, view)
        opening.check_in(draft, view.turn, top)
        return Shown()
    top = opening.heading(draft, words.page_heading(page.kind), view)
    if page.kind in opening.WHOLE:
        opening.WHOLE[page.kind](draft, page, top)
        return Shown()
    pages = opening.list_pages(draft, page, top)
    number = min(number, len(pages) - 1)
    opening.put_list(draft, page, pages[number], top)
    return Shown(number, len(pages))
