"""The canvas: a widget that paints a board, pans and zooms it. It changes nothing on it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import cast

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.board.motion import LASTS_MS, Motion
from ui.board.painter import BLOCKS_BELOW, OUTLINE_GAP, BoardPainter
from ui.board.preview import Preview
from ui.board.strip import BELOW, HeadStrip
from ui.board.timers import single_shot
from ui.board.viewport import Viewport, fitting
from ui.theme import Theme
from workshop.board.arrangements import Space
from workshop.board.layout import Layout, lay_out
from workshop.board.rect import Rect
from workshop.board.sheet import Arrangement, Pile, Sheet

EXACT_AFTER_MS = 80
"""So long after the last step of a zoom the board is painted exactly again."""
RESIZED_AFTER_MS = 100
"""So long after the last change of its size a board of many notes is laid out anew."""
MANY_NOTES = 1000
"""A board of at most so many notes follows each change of the size."""
_MOST_RECTS = 6
"""More rectangles than this are painted as the one around them."""
_OUTLINE = 3
"""The width of the widest outline, in pixels at any scale."""


class BoardCanvas(QWidget):
    """Paints the layout of a sheet. The heads of lanes stay in sight at the top."""

    viewport_changed = Signal()

    def __init__(self, painter: BoardPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.painter = painter
        self.viewport = Viewport()
        self.board = self._laid_out(Sheet("lanes", ()), None)
        self.strip = HeadStrip(self)
        self.motion = Motion(self)
        self.hint = ""
        """One line that says what to do next, shown while there are no notes."""
        self.paints = 0
        self.faded: frozenset[int] = frozenset()
        """Notes that can hardly be seen: a filter leaves them out."""
        self._seen: dict[Arrangement, Viewport] = {}
        self._preview = Preview()
        self._exact = single_shot(self, EXACT_AFTER_MS, self.end_preview)
        self._resized = single_shot(self, RESIZED_AFTER_MS, self.lay_out_again)

    # What is shown

    def set_sheet(self, sheet: Sheet) -> None:
        """Show this sheet; only what has changed is laid out and painted again."""
        self.show_layout(self._laid_out(sheet, self.board))

    def show_layout(self, board: Layout) -> None:
        """Show this layout, which may be that of another view with the same painter."""
        before, self.board = self.board, board
        self._preview.forget_board()
        self.end_preview()
        self._turn_to(before.sheet.arrangement)
        self._keep_within()
        if board.changed is None or bool(before.notes) != bool(board.notes):
            self.motion.begin(before, board, self.viewport.area(self.board_rect()))
            self.update()
            return
        moved = self.motion.begin(before, board, self.viewport.area(self.board_rect()))
        self.update_areas([*board.changed, *moved])
        if self.strip.height and board.changed:
            self.update(self.strip.rect())

    def lay_out_again(self) -> None:
        """Lay the sheet out in the space there is now."""
        self.show_layout(self._laid_out(self.board.sheet, self.board))

    def set_animated(self, animated: bool) -> None:
        """Show for a moment where notes went; not to be asked for where motion is reduced."""
        self.motion.lasts = LASTS_MS if animated else 0

    def fade(self, notes: frozenset[int]) -> None:
        """Let notes that are not wanted hardly be seen."""
        if notes != self.faded:
            self.faded = notes
            self.update()

    def set_theme(self, theme: Theme, ground: str = "") -> None:
        """Paint in other colours."""
        self.painter.set_theme(theme, ground)
        self._preview.forget_board()
        self.end_preview()
        self.update()

    def _laid_out(self, sheet: Sheet, before: Layout | None) -> Layout:
        space = Space(max(1, self.width()), max(1, self.height()))
        return lay_out(sheet, space, self.painter.style, self.painter.typesetter, before)

    # Where it is shown

    def board_rect(self) -> QRect:
        """The pixels in which the board is painted."""
        return self.rect().adjusted(0, self.strip.height, 0, 0)

    @property
    def content(self) -> Rect:
        """What can be brought into sight: all there is, without the heads of lanes."""
        bounds = self.board.bounds
        if self.strip.height:
            top = self.painter.style.head - BELOW
            return Rect(bounds.x, top, bounds.width, max(1.0, bounds.bottom - top))
        return bounds.grown(self.painter.style.note_width) if self.board.overlaps else bounds

    @property
    def detail(self) -> float:
        """Device pixels for each board unit."""
        return self.viewport.scale * self.devicePixelRatioF()

    def pan(self, right: int, down: int) -> None:
        """Move the board by so many pixels, as far as there is more of it to see."""
        to = self.viewport.panned(right, down).within(self.content, self.board_rect())
        right, down = to.x - self.viewport.x, to.y - self.viewport.y
        if not right and not down:
            return
        self.viewport = to
        if self._preview.shown:
            self.update()
        else:
            self.scroll(right, down, self.board_rect())
            if right and self.strip.height:
                self.update(self.strip.rect())
        self._viewport_moved()

    def zoom(self, scale: float, at: QPointF | None = None) -> None:
        """Zoom to a scale around a pixel; the exact picture follows when zooming ends."""
        to = self.viewport.zoomed(scale, at or QPointF(self.board_rect().center()))
        self._zoom_to(to.within(self.content, self.board_rect()))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by a factor around a pixel."""
        self.zoom(self.viewport.scale * factor, at)

    def fit_all(self) -> None:
        """Show the whole board, at no more than 100 %."""
        self._zoom_to(fitting(self.content, self.board_rect()))

    def actual_size(self) -> None:
        """Show the board at 100 %."""
        self.zoom(1.0)

    def show_area(self, area: Rect) -> None:
        """Pan as little as it takes to bring a part of the board into sight."""
        seen, target = self.board_rect(), self._pixels(area)
        right = min(0, seen.right() - target.right()) or max(0, seen.left() - target.left())
        down = min(0, seen.bottom() - target.bottom()) or max(0, seen.top() - target.top())
        self.pan(right, down)

    def head_at(self, at: QPointF) -> Pile | None:
        """The pile whose head is at a pixel."""
        if self.strip.height:
            return self.strip.pile_at(at)
        found = self.board.head_at(*self.viewport.to_board(at))
        return found.pile if found else None

    def _zoom_to(self, to: Viewport) -> None:
        if to == self.viewport:
            return
        if to.scale * self.devicePixelRatioF() < BLOCKS_BELOW:
            self.end_preview()  # plain rectangles take no longer than a preview
        elif not self._preview.shown and self.isVisible():
            self._preview.begin(
                self.size(),
                self.devicePixelRatioF(),
                self.viewport,
                lambda painter: self._paint_board(painter, self.rect()),
            )
        self.viewport = to
        self.update()
        if self._preview.shown:
            self._exact.start()
        self._viewport_moved()

    def _viewport_moved(self) -> None:
        """Called whenever the viewport has changed."""
        self.viewport_changed.emit()

    def _turn_to(self, before: Arrangement) -> None:
        """Where the board is arranged in another way, show what was in sight when it last was."""
        now = self.board.sheet.arrangement
        if now != before:
            self._seen[before] = self.viewport
            self.viewport = self._seen.get(now, Viewport(self.viewport.scale))
            self._viewport_moved()

    def _keep_within(self) -> None:
        to = self.viewport.within(self.content, self.board_rect())
        if to != self.viewport:
            self.viewport = to
            self.update()
            self._viewport_moved()

    def end_preview(self) -> None:
        """Paint exactly again, if a zoom is under way."""
        self._exact.stop()
        if self._preview.shown:
            self._preview.shown = False
            self.update()

    # Painting

    def update_areas(self, areas: Iterable[Rect]) -> None:
        """Have parts of the board painted again."""
        seen = self.board_rect()
        rects = [rect for rect in map(self._pixels, areas) if rect.intersects(seen)]
        if len(rects) > _MOST_RECTS:
            whole = rects[0]
            for rect in rects[1:]:
                whole = whole.united(rect)
            rects = [whole]
        for rect in rects:
            self.update(rect)

    def _pixels(self, area: Rect) -> QRect:
        """The pixels of a part of the board with outlines around it."""
        pixels = self.viewport.to_pixels(area.grown(OUTLINE_GAP))
        return pixels.adjusted(-_OUTLINE, -_OUTLINE, _OUTLINE, _OUTLINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paints += 1
        region = event.region()
        rects = (
            list(cast("Iterable[QRect]", region))
            if region.rectCount() <= _MOST_RECTS
            else [event.rect()]
        )
        if self._preview.shown:
            self._paint_preview(painter)
        else:
            for rect in rects:
                painter.setClipRect(rect)
                self._paint_board(painter, rect)
        self.strip.paint(painter, event.rect())
        painter.end()

    def paint_over(self, painter: QPainter, area: Rect) -> None:
        """Paint what lies over the notes in an area; the painter is in board units."""

    def hidden_notes(self) -> Collection[int]:
        """Notes that are not painted where they lie."""
        return self.motion.moving

    def _paint_board(self, painter: QPainter, rect: QRect) -> None:
        view = self.viewport
        if not self.devicePixelRatioF().is_integer():
            # What is clipped may be a device pixel more than the rectangle.
            rect = rect.adjusted(-1, -1, 1, 1)
        painter.fillRect(rect, self.painter.look.ground)
        area = view.area(rect)
        painter.save()
        painter.translate(view.x, view.y)
        painter.scale(view.scale, view.scale)
        self.painter.paint(
            painter, self.board, area, self.detail,
            skip=self.hidden_notes(), faded=self.faded, lane_heads=not self.strip.height,
        )  # fmt: skip
        if not self.board.notes:
            self.painter.heads.paint_hint(painter, self.hint, self.content)
        self.motion.paint(painter, self.painter, self.detail)
        self.paint_over(painter, area.grown(OUTLINE_GAP + _OUTLINE / view.scale))
        painter.restore()

    def _paint_preview(self, painter: QPainter) -> None:
        """Paint the last frame at the present scale, and around it the board in small."""
        view, preview, ground = self.viewport, self._preview, self.painter.look.ground
        painter.fillRect(self.rect(), ground)
        if not preview.covers(view, self.board_rect()):
            preview.take_small(self.board.bounds, ground, self._paint_small)
        preview.paint(painter, view)

    def _paint_small(self, painter: QPainter, scale: float) -> None:
        self.painter.paint_blocks(painter, self.board, self.board.bounds, scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.end_preview()
        if len(self.board.notes) <= MANY_NOTES:
            self.lay_out_again()
        else:
            self._keep_within()
            self._resized.start()
