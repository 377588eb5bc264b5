"""Pictures on notes: fetched beside the window's work, kept in the size they are painted in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from shiboken6 import isValid

from ui.beside import beside
from ui.board.look import Look
from workshop.board.notes import NoteBox
from workshop.board.style import Style

_KEPT = 200
"""So many painted sizes are kept."""

Find = Callable[[str], QImage]
"""Fetches and decodes the picture of a hash; a null image where there is none."""


class PictureShelf(QObject):
    """The pictures of one workshop. What is not there yet is fetched, and announced."""

    arrived = Signal()
    _fetched = Signal(str, QImage)

    def __init__(self, find: Find, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._images: dict[str, QImage] = {}
        self._asked: set[str] = set()
        self._pixmaps: dict[tuple[str, int, int], QPixmap] = {}
        self._fetched.connect(self._take)

    def image(self, hash: str) -> QImage | None:
        """The picture, if it has been fetched; else it is on its way."""
        if hash not in self._asked:
            self._asked.add(hash)
            beside(lambda: self._fetch(hash))
        return self._images.get(hash)

    def pixmap(self, hash: str, size: QSize) -> QPixmap | None:
        """The picture, as large as fits into so many pixels."""
        image = self.image(hash)
        if image is None or image.isNull() or size.isEmpty():
            return None
        key = (hash, size.width(), size.height())
        found = self._pixmaps.get(key)
        if found is None:
            if len(self._pixmaps) >= _KEPT:
                self._pixmaps.clear()
            keeps, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
            found = QPixmap.fromImage(image.scaled(size, keeps, smooth.SmoothTransformation))
            self._pixmaps[key] = found
        return found

    def is_broken(self, hash: str) -> bool:
        """Whether the picture was fetched in vain."""
        image = self._images.get(hash)
        return image is not None and image.isNull()

    def _fetch(self, hash: str) -> None:
        image = self._find(hash)
        if isValid(self):  # the workshop may have been closed meanwhile
            self._fetched.emit(hash, image)

    def _take(self, hash: str, image: QImage) -> None:
        self._images[hash] = image
        self.arrived.emit()


_in_use: list[PictureShelf] = []


def use(shelf: PictureShelf | None) -> None:
    """Paint pictures from this shelf from now on; None: none are there to be painted."""
    _in_use[:] = [shelf] if shelf is not None else []


def paint_note_picture(painter: QPainter, box: NoteBox, style: Style, look: Look) -> None:
    """Paint the picture of a note above its text, whole and in the middle of its room; until it
    has come, its room."""
    room = QRectF(
        box.x + style.inset,
        box.y + style.pad,
        style.text_width(box.shape.width),
        box.shape.picture_height,
    )
    scale = painter.worldTransform().m11() * painter.device().devicePixelRatioF()
    size = QSize(round(room.width() * scale), round(room.height() * scale))
    shelf = _in_use[0] if _in_use else None
    found = shelf.pixmap(box.card.picture, size) if shelf else None
    if found is None:
        painter.setPen(look.line)
        painter.setBrush(look.surface)
        painter.drawRect(room)
        if shelf is not None and shelf.is_broken(box.card.picture):
            painter.drawLine(room.topLeft(), room.bottomRight())
            painter.drawLine(room.bottomLeft(), room.topRight())
        return
    wide, high = found.width() / scale, found.height() / scale
    at = room.center() - QPointF(wide / 2, high / 2)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(QRectF(at.x(), at.y(), wide, high), found, QRectF(found.rect()))
