"""What a view shows while it is zoomed: its last exact frame, and all of the board in small."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui.board.viewport import Viewport
from workshop.board.rect import Rect

_SMALL = 1024
"""The longer side of the small picture of a board, in pixels."""


class Preview:
    """A frame as it was at some viewport, and where it ends a small picture of everything.

    The frame is kept from one zoom to the next: filling it again takes a tenth of the time that
    a new one takes.
    """

    def __init__(self) -> None:
        self.shown = False
        self._frame = QPixmap()
        self._taken_at = Viewport()
        self._small: QPixmap | None = None
        self._small_of = Rect(0, 0, 1, 1)

    def begin(
        self, size: QSize, ratio: float, now: Viewport, paint: Callable[[QPainter], None]
    ) -> None:
        """Take a frame of a size in pixels, painted as the view is at this viewport."""
        if self._frame.size() != size * ratio:
            self._frame = QPixmap(size * ratio)
        self._frame.setDevicePixelRatio(ratio)
        self._taken_at = now
        painter = QPainter(self._frame)
        paint(painter)
        painter.end()
        self.shown = True

    def forget_board(self) -> None:
        """The board has changed: the small picture is to be made again."""
        self._small = None

    def place(self, now: Viewport) -> QRectF:
        """Where the frame lies now, in pixels of the view."""
        ratio = now.scale / self._taken_at.scale
        size = self._frame.deviceIndependentSize() * ratio
        x, y = now.x - self._taken_at.x * ratio, now.y - self._taken_at.y * ratio
        return QRectF(x, y, size.width(), size.height())

    def covers(self, now: Viewport, window: QRect) -> bool:
        """Whether the frame fills a window by itself."""
        return self.place(now).contains(QRectF(window))

    def take_small(
        self, board: Rect, ground: QColor, paint: Callable[[QPainter, float], None]
    ) -> None:
        """Take the small picture of a board, unless there is one."""
        if self._small is not None:
            return
        scale = _SMALL / max(board.width, board.height, 1.0)
        size = QSize(max(1, round(board.width * scale)), max(1, round(board.height * scale)))
        self._small, self._small_of = QPixmap(size), board
        self._small.fill(ground)
        painter = QPainter(self._small)
        painter.scale(scale, scale)
        painter.translate(QPointF(-board.x, -board.y))
        paint(painter, scale)
        painter.end()

    def paint(self, painter: QPainter, now: Viewport) -> None:
        """Paint the small picture, if there is one, and the frame over it."""
        if self._small is not None:
            board = QRectF(*self._small_of)
            on_view = QRectF(
                board.x() * now.scale + now.x,
                board.y() * now.scale + now.y,
                board.width() * now.scale,
                board.height() * now.scale,
            )
            painter.drawPixmap(on_view, self._small, QRectF(self._small.rect()))
        painter.drawPixmap(self.place(now), self._frame, QRectF(self._frame.rect()))
