"""Pictures for notes: read with care, made small, and always encoded anew.

What a camera wrote beside the picture (where it was taken, by whom) does not come along.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter

from workshop.errors import Refused

FORMATS = {"png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg", "webp": "image/webp"}
"""The formats that are read, by Qt's names."""
MOST_READ = 30_000_000
"""Bytes of a file that is looked at."""
MOST_PIXELS = 60_000_000
"""Pixels of a picture that is decoded."""
MOST_SIDE = 2000
"""Pixels of the longer side that are kept."""
MOST_KEPT = 1_000_000
"""Bytes that are kept."""
_QUALITIES = (88, 78, 66, 52)
_SMALLER = 0.75


def encoded(data: bytes) -> tuple[bytes, str]:
    """A picture as it is kept, and its media type; the same bytes give the same again.

    Raises `Refused` (`picture.format`, `picture.too_large`, `picture.pixels`, `picture.broken`).
    """
    if len(data) > MOST_READ:
        raise Refused("picture.too_large", bytes=len(data), allowed=MOST_READ)
    return encoded_image(_read(data))


def encoded_image(image: QImage) -> tuple[bytes, str]:
    """The same for a picture that is decoded already, such as one from the clipboard."""
    if image.isNull():
        raise Refused("picture.broken")
    _check(image.size())
    small = _scaled(image, MOST_SIDE)
    if image.hasAlphaChannel() or _is_drawing(small):
        data = _written(_bare(small, Qt.GlobalColor.transparent), "png")
        if len(data) <= MOST_KEPT:
            return data, "image/png"
    opaque = _bare(small, Qt.GlobalColor.white)
    while True:
        for quality in _QUALITIES:
            data = _written(opaque, "jpeg", quality)
            if len(data) <= MOST_KEPT:
                return data, "image/jpeg"
        opaque = _scaled(opaque, round(max(opaque.width(), opaque.height()) * _SMALLER))


def decoded(data: bytes) -> QImage:
    """A kept picture ready to be painted; a null image if it cannot be read."""
    try:
        return _read(data)
    except Refused:
        return QImage()


def _read(data: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    found = bytes(reader.format().data()).decode()
    if found not in FORMATS:
        raise Refused("picture.format", found=found or "?", allowed="PNG, JPEG, WebP")
    _check(reader.size())
    image = reader.read()
    if image.isNull():
        raise Refused("picture.broken")
    return image


def _check(size: QSize) -> None:
    """Before anything is decoded: a small file may hold a picture that fills the memory."""
    pixels = size.width() * size.height()
    if not size.isValid() or pixels > MOST_PIXELS:
        raise Refused("picture.pixels", count=max(0, pixels), allowed=MOST_PIXELS)


def _scaled(image: QImage, side: int) -> QImage:
    if max(image.width(), image.height()) <= side:
        return image
    return image.scaled(
        max(1, side), max(1, side),
        Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation,
    )  # fmt: skip


def _is_drawing(image: QImage) -> bool:
    """Whether a picture has few colours, as screens and drawings do: those get ugly as JPEG."""
    small = image.scaled(64, 64).convertToFormat(QImage.Format.Format_RGB32)
    colours = {small.pixel(x, y) for x in range(small.width()) for y in range(small.height())}
    return len(colours) <= 256


def _bare(image: QImage, ground: Qt.GlobalColor) -> QImage:
    """The pixels of a picture on a ground, and nothing else that came with it."""
    clear = ground == Qt.GlobalColor.transparent
    form = QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32
    made = QImage(image.size(), form)
    made.fill(QColor(ground))
    painter = QPainter(made)
    painter.drawImage(0, 0, image)
    painter.end()
    return made


def _written(image: QImage, form: str, quality: int = -1) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(form.encode()))
    if quality >= 0:
        writer.setQuality(quality)
    if not writer.write(image):
        raise Refused("picture.broken")
    return bytes(buffer.data().data())
