"""Paints the pieces of a picture. The painter that is handed in maps pixels of the display."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ui import marks
from ui.board.painter import SMALL_FROM
from ui.room.lettering import drawn
from ui.room.pieces import Band, Notes, Picture, Piece, Sign, Words
from ui.theme import Theme
from workshop.board.rect import Rect


def paint_picture(
    painter: QPainter,
    picture: Picture,
    theme: Theme,
    *,
    area: Rect | None = None,
    skip: Collection[int] = (),
) -> None:
    """Paint all pieces, or those that an area meets, without the notes to skip."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for piece in picture.pieces:
        if area is None or piece.area.meets(area):
            _paint(painter, piece, theme, skip)


def _paint(painter: QPainter, piece: Piece, theme: Theme, skip: Collection[int]) -> None:
    if isinstance(piece, Words):
        _paint_words(painter, piece)
    elif isinstance(piece, Band):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(piece.colour))
        painter.drawRoundedRect(QRectF(*piece.area), piece.corner, piece.corner)
    elif isinstance(piece, Sign):
        marks.paint(painter, QRectF(*piece.area), piece.mark, theme)
    else:
        _paint_notes(painter, piece, skip)


def _paint_words(painter: QPainter, words: Words) -> None:
    painter.setPen(QColor(words.colour))
    y = words.area.y
    for line, height in zip(words.lines, words.heights, strict=True):
        layout, width = drawn(line, words.type)
        x = words.area.right - width if words.right else words.area.x
        layout.draw(painter, QPointF(x, y + height - words.type.pitch))
        y += height


def _paint_notes(painter: QPainter, notes: Notes, skip: Collection[int]) -> None:
    painter.save()
    painter.translate(notes.x, notes.y)
    # In a small preview too the text is painted, not bars in its place: the room sees text.
    notes.painter.paint(painter, notes.layout, notes.layout.bounds, detail_of(painter), skip=skip)
    painter.restore()


def detail_of(painter: QPainter) -> float:
    """The detail with which boards are painted: never so little that words are left out."""
    return max(SMALL_FROM, painter.combinedTransform().m11())
