"""A template at a glance: its stages as a strip in the greys of their kinds, length and size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from ui.kind_words import kind_grey
from ui.theme import Theme
from ui.translate import plural, tr
from workshop.interchange.templates import Template

STRIP = 8
"""Height of a strip in pixels."""
_GAP = 2

Parts = Sequence[tuple[str, int]]
"""The stages of a strip: kind and minutes."""


def parts_of(template: Template) -> Parts:
    """The stages of a template in order."""
    return [
        (str(stage.need("kind").plain), int(stage.need("minutes").plain))
        for stage in template.stage_sources.values()
    ]


def paint_strip(painter: QPainter, box: QRectF, parts: Parts, theme: Theme) -> None:
    """Paints the stages side by side, each as wide as it is long, into a box with round ends."""
    total = sum(minutes for _, minutes in parts) or 1
    outline = QPainterPath()
    outline.addRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.save()
    painter.setClipPath(outline)
    painter.setPen(Qt.PenStyle.NoPen)
    left = box.left()
    for kind, minutes in parts:
        width = (box.width() + _GAP) * minutes / total
        painter.setBrush(QColor(kind_grey(kind, theme)))
        painter.drawRect(QRectF(left, box.top(), max(1.0, width - _GAP), box.height()))
        left += width
    painter.restore()


def size_words(template: Template) -> str:
    """How long, and for how many: "3 h 30 · 6–14 people"."""
    return tr(
        "{length} · {least}–{most} people",
        length=length_words(template.minutes),
        least=template.people_min,
        most=template.people_max,
    )


def length_words(minutes: int) -> str:
    """A length of time: "3 h 30", "45 minutes"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return plural(rest, "{count} minute", "{count} minutes")
    if not rest:
        return tr("{hours} h", hours=hours)
    return tr("{hours} h {rest:02d}", hours=hours, rest=rest)
