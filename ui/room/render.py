"""Pictures of the room display without a display."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from ui import fonts
from ui.room.compose import Composer
from ui.room.paint import paint_picture
from ui.theme import LIGHT, Theme
from workshop.room_view import RoomView


def render(
    view: RoomView, size: QSize, *, page: int = 0, scale: float = 1.0, theme: Theme = LIGHT
) -> QImage:
    """A view as a display of this size shows it, with `scale` pixels for each of its pixels.

    An application object must be there; a display need not.
    """
    fonts.register()
    composer = Composer(theme)
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.fill(QColor(composer.ground))
    painter = QPainter(image)
    painter.scale(scale, scale)
    picture = composer.compose(view, size.width(), size.height(), page)
    paint_picture(painter, picture, theme)
    painter.end()
    return image
