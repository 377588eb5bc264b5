"""The canvas: a widget that paints a room view, at the size of the room's display or smaller."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.room.compose import Composer
from ui.room.motion import Arrival, newest, newly_revealed
from ui.room.paint import paint_picture
from ui.room.pieces import Picture
from ui.room.spoken import spoken
from ui.theme import LIGHT, Theme
from workshop.board.rect import Rect
from workshop.board.sheet import PileKey
from workshop.room_view import RoomView

USUAL = QSize(1920, 1080)
_WAY = 0.035
"""How far revealed notes slide, as a share of the display's height."""
_MARGIN = 2
"""Antialiased edges reach so many pixels further than the pieces say."""


class RoomCanvas(QWidget):
    """Paints a view and nothing else.

    With a room size it lays everything out for a display of that size and shows it scaled, so that
    a small preview is what the room sees. `pages_changed(page, pages)` tells which page is shown,
    counted from 0, and how many there are. Without `moves` nothing slides.
    """

    pages_changed = Signal(int, int)

    def __init__(
        self,
        view: RoomView | None = None,
        *,
        moves: bool = True,
        theme: Theme = LIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture = Picture(0, 0)
        self._late: int | None = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.moves = moves
        self._composer = Composer(theme)
        self._view = view or RoomView()
        self._room_size: QSize | None = None
        self._arrival = Arrival(self)
        self._arrival.moved.connect(self.update)
        self.setAccessibleName(spoken(self._view))

    # What is shown

    @property
    def view(self) -> RoomView:
        """What is shown."""
        return self._view

    def show_view(self, view: RoomView) -> None:
        """Show this view. The curtain falls before this returns."""
        before, self._view = self._view, view
        self._compose_soon(self._page_wanted if _subject(before) == _subject(view) else 0)
        lanes = newly_revealed(before.sheet, view.sheet)
        self._arrive(lanes)
        if not lanes and self.isVisible() and _subject(before) == _subject(view):
            self._follow(newest(before.sheet, view.sheet))
        self._name()
        if view.blank:
            self.repaint()

    def share(self, other: RoomCanvas) -> None:
        """Lay out together with another canvas of the same theme that shows the same views."""
        self._composer = other._composer

    @property
    def picture(self) -> Picture:
        """What is painted. It is made when it is first asked for: a canvas that nobody sees costs
        nothing."""
        if self._late is not None:
            self._compose(self._late)
        return self._picture

    @property
    def arriving(self) -> Collection[int]:
        """The notes that are sliding in."""
        return self._arrival.notes

    @property
    def page(self) -> int:
        """The page that is shown, counted from 0."""
        return self.picture.page

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self.picture.pages

    def set_page(self, page: int) -> None:
        """Turn to a page; before the first is the first, after the last the last."""
        self._compose_soon(page)

    def set_room_size(self, size: QSize | None) -> None:
        """Lay out for a display of this size, in its own pixels, and show it scaled; None: for the
        size of the widget."""
        if size != self._room_size:
            self._room_size = size
            self._compose_soon(self._page_wanted)

    @property
    def room_size(self) -> QSize:
        """The size that is laid out for."""
        return self._room_size or self.size()

    # Layout

    @property
    def _page_wanted(self) -> int:
        """The page that is shown, or that will be as soon as somebody looks."""
        return self._picture.page if self._late is None else self._late

    def _compose_soon(self, page: int) -> None:
        """Compose at once what can be seen, and all else when it is looked at."""
        self._late = page
        if self.isVisible():
            self._compose(page)

    def _compose(self, page: int) -> None:
        before, size = self._picture, self.room_size
        after = self._composer.compose(self._view, size.width(), size.height(), page)
        self._picture, self._late = after, None
        if before.boards() != after.boards():
            self._arrival.stop()  # what was on its way may be covered by now
        if (before.width, before.height) == (after.width, after.height):
            for area in before.differing(after):
                self.update(self._pixels(QRectF(*area)))
        else:
            self.update()
        if (before.page, before.pages) != (after.page, after.pages):
            self.pages_changed.emit(after.page, after.pages)

    def _arrive(self, lanes: Collection[PileKey]) -> None:
        """Turn to the first page on which revealed lanes are, and let their notes slide in."""
        if not lanes:
            return
        for page in (self.page, *range(self.pages)):
            if page != self.page:
                self._compose(page)
            if notes := self.picture.notes_in(lanes):
                if self.moves and self.isVisible():
                    self._arrival.begin(notes, _WAY * self.picture.height)
                return

    def _follow(self, note: int | None) -> None:
        """Turn to the page on which a new note is."""
        if note is None or self.pages < 2:
            return
        stood = self.page
        for page in (stood, *range(self.pages)):
            if page != self.page:
                self._compose(page)
            if any(note in board.layout.notes for board in self.picture.boards()):
                return
        self._compose(stood)

    def _name(self) -> None:
        name = spoken(self._view)
        if name != self.accessibleName():
            self.setAccessibleName(name)

    # Where it is shown

    @property
    def scale(self) -> float:
        """Pixels of the widget for each pixel of the room's display."""
        size = self.room_size
        if size.isEmpty() or self.size().isEmpty():
            return 1.0
        return min(self.width() / size.width(), self.height() / size.height())

    def _corner(self) -> QPointF:
        size, scale = self.room_size, self.scale
        left = (self.width() - size.width() * scale) / 2
        return QPointF(left, (self.height() - size.height() * scale) / 2)

    def _pixels(self, area: QRectF) -> QRect:
        """The pixels of the widget that an area of the display covers."""
        corner, scale = self._corner(), self.scale
        x, y = corner.x() + area.x() * scale, corner.y() + area.y() * scale
        rect = QRectF(x, y, area.width() * scale, area.height() * scale).toAlignedRect()
        return rect.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def _area(self, rect: QRect) -> Rect:
        """The area of the display that pixels of the widget show, and a little around it."""
        corner, scale = self._corner(), self.scale
        x, y = (rect.x() - corner.x()) / scale, (rect.y() - corner.y()) / scale
        return Rect(x, y, rect.width() / scale, rect.height() / scale).grown(_MARGIN / scale)

    def sizeHint(self) -> QSize:
        return USUAL.scaled(QSize(320, 320), Qt.AspectRatioMode.KeepAspectRatio)

    def hasHeightForWidth(self) -> bool:
        return self._room_size is not None

    def heightForWidth(self, width: int) -> int:
        size = self.room_size
        return round(width * size.height() / max(1, size.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._room_size is None:
            self._compose_soon(self._page_wanted)
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._late is not None:
            self._compose(self._late)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._composer.ground))
        painter.translate(self._corner())
        painter.scale(self.scale, self.scale)
        area, arriving = self._area(event.rect()), self._arrival.notes
        paint_picture(painter, self.picture, self._composer.theme, area=area, skip=arriving)
        self._arrival.paint(painter)
        painter.end()


def _subject(view: RoomView) -> tuple[object, ...]:
    """What a page number counts pages of: while this stays the same, so does the page."""
    page = view.page.kind if view.page else ""
    arrangement = view.sheet.arrangement if view.sheet else ""
    return view.number, view.title, view.before, page, arrangement, view.agreed is None
