"""One template to start from: what it is for, its stages as a strip, how long, for how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui import fonts
from ui.appearance import current
from ui.kind_words import kind_grey
from ui.theme import BODY, CONTROL_RADIUS, HEADING, NEAR, SECONDARY, Theme, mix
from ui.translate import plural, tr
from ui.widgets.text_block import TextBlock
from workshop.faces import SEMIBOLD

if TYPE_CHECKING:
    from workshop.interchange.templates import Template

_STRIP = 8
_PAD = 20
_LINES = 3


class TemplateCard(QAbstractButton):
    """A button as large as a card."""

    def __init__(self, template: Template) -> None:
        super().__init__()
        self.template = template
        self._parts = [
            (str(stage.need("kind").plain), int(stage.need("minutes").plain))
            for stage in template.stage_sources.values()
        ]
        self._foot = tr(
            "{length} · {least}–{most} people",
            length=length(template.minutes),
            least=template.people_min,
            most=template.people_max,
        )
        self.setText(template.title)
        self.setAccessibleDescription(f"{template.purpose} {self._foot}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        title = round(HEADING * 1.33)
        words = round(BODY * 1.33) * _LINES
        return QSize(240, 2 * _PAD + title + words + _STRIP + NEAR + 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, theme)
        left, width, top = _PAD, self.width() - 2 * _PAD, float(_PAD - 4)
        painter.setPen(QColor(theme.ink))
        title = TextBlock(self.template.title, fonts.serif(HEADING, SEMIBOLD), width, 1)
        title.paint(painter, left, top)
        top += title.height + 2
        painter.setPen(QColor(theme.ink_2))
        TextBlock(self.template.purpose, fonts.sans(BODY), width, _LINES).paint(painter, left, top)
        strip = QRectF(left, self.height() - _PAD - 26, width, _STRIP)
        self._paint_strip(painter, strip, theme)
        painter.setFont(fonts.sans(SECONDARY))
        painter.setPen(QColor(theme.ink_2))
        foot = QRectF(left, strip.bottom() + 6, width, 22)
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, self._foot)

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        under = self.underMouse() or self.isDown()
        painter.setBrush(QColor(mix(theme.ink, theme.surface, 0.04) if under else theme.surface))
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if focused else theme.line), 2 if focused else 1))
        inset = 1.0 if focused else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, CONTROL_RADIUS, CONTROL_RADIUS)

    def _paint_strip(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        total = sum(minutes for _, minutes in self._parts) or 1
        left = box.left()
        painter.setPen(Qt.PenStyle.NoPen)
        for kind, minutes in self._parts:
            width = box.width() * minutes / total
            painter.setBrush(QColor(kind_grey(kind, theme)))
            painter.drawRect(QRectF(left, box.top(), max(1.0, width - 2), box.height()))
            left += width


def length(minutes: int) -> str:
    """A length of time in words: "3 h 30", "45 minutes"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return plural(rest, "{count} minute", "{count} minutes")
    if not rest:
        return tr("{hours} h", hours=hours)
    return tr("{hours} h {rest:02d}", hours=hours, rest=rest)
