"""The rest of the day as two strips: as it stands, and with what is accepted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import fonts
from ui.appearance import current
from ui.theme import CLOSE, NEAR, NOTE_RADIUS, SECONDARY, SMALL, TIGHT, mix
from ui.translate import tr
from workshop.faces import SEMIBOLD
from workshop.frozen import frozen
from workshop.records.words import StageId

_NAMES, _STRIP, _BETWEEN = 22, 28, 10
_LEAST_BLOCK, _LEAST_NAME = 4, 40


@frozen
class Block:
    """A stage that is to come."""

    stage: StageId
    title: str
    minutes: int
    is_break: bool = False


class DayStrips(QWidget):
    """Blocks as wide as their time; what is cut is filled with ink and named above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: Sequence[Block] = ()
        self._given: Mapping[StageId, int] = {}
        self._ends = ("", "")
        self._is_late = (True, True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_NAMES + 2 * _STRIP + _BETWEEN)

    def show_day(
        self,
        blocks: Sequence[Block],
        given: Mapping[StageId, int],
        ends: tuple[str, str],
        is_late: tuple[bool, bool],
    ) -> None:
        """Shows these stages, above as they stand and below with the `given` minutes; `ends` are
        the words of the finish of both, in the colour of what is late or not."""
        told = (blocks, given, ends, is_late)
        if told != (self._blocks, self._given, self._ends, self._is_late):
            self._blocks, self._given, self._ends, self._is_late = told
            self.setAccessibleName("; ".join([*self.words]))
            self.update()

    @property
    def words(self) -> list[str]:
        """What both strips say."""
        heads = (tr("As it stands"), tr("With these lines"))
        return [f"{head}: {end}" for head, end in zip(heads, self._ends, strict=True)]

    def sizeHint(self) -> QSize:
        return QSize(0, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heads = (tr("As it stands"), tr("With these lines"))
        plain = QFontMetricsF(fonts.sans(SECONDARY))
        strong = QFontMetricsF(fonts.sans(SECONDARY, SEMIBOLD))
        left = max(plain.horizontalAdvance(head) for head in heads) + NEAR
        right = max(strong.horizontalAdvance(end) for end in self._ends) + NEAR
        total = sum(block.minutes for block in self._blocks) or 1
        per_minute = max(0.0, self.width() - left - right) / total
        for row, (head, end, is_late) in enumerate(
            zip(heads, self._ends, self._is_late, strict=True)
        ):
            top = _NAMES + row * (_STRIP + _BETWEEN)
            painter.setFont(fonts.sans(SECONDARY))
            painter.setPen(QColor(current().ink_2))
            painter.drawText(QRectF(0, top, left, _STRIP), Qt.AlignmentFlag.AlignVCenter, head)
            x = self._paint_blocks(painter, left, top, per_minute, cut=row == 1)
            theme = current()
            painter.setFont(fonts.sans(SECONDARY, SEMIBOLD))
            painter.setPen(QColor(theme.warn if is_late else theme.ok))
            box = QRectF(x + CLOSE, top, right, _STRIP)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, end)
        self._paint_names(painter, left, per_minute)

    def _paint_blocks(
        self, painter: QPainter, left: float, top: float, per_minute: float, *, cut: bool
    ) -> float:
        """Paints one strip; gives where it ends."""
        x = left
        for block in self._blocks:
            minutes = self._given.get(block.stage, block.minutes) if cut else block.minutes
            if not minutes:
                continue
            width = max(_LEAST_BLOCK, minutes * per_minute)
            box = QRectF(x, top, width - 2, _STRIP)
            is_cut = cut and block.stage in self._given
            _paint_block(painter, box, str(minutes), is_cut=is_cut, is_break=block.is_break)
            x += width
        return x

    def _paint_names(self, painter: QPainter, left: float, per_minute: float) -> None:
        """Names what is cut, above the strip as it stands."""
        places: list[tuple[float, str]] = []
        x = left
        for block in self._blocks:
            if block.stage in self._given:
                places.append((x, block.title))
            x += max(_LEAST_BLOCK, block.minutes * per_minute)
        font = fonts.sans(SMALL)
        painter.setFont(font)
        painter.setPen(QColor(current().ink_2))
        for at, (x, title) in enumerate(places):
            room = (places[at + 1][0] if at + 1 < len(places) else self.width()) - x - CLOSE
            if room >= _LEAST_NAME:
                shown = QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, room)
                box = QRectF(x, 0, room + 1, _NAMES - TIGHT)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_block(
    painter: QPainter, box: QRectF, minutes: str, *, is_cut: bool, is_break: bool
) -> None:
    theme = current()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ink if is_cut else mix(theme.ink, theme.surface, 0.09)))
    if is_break and not is_cut:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.ink_3), 1, Qt.PenStyle.DashLine))
        box = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, NOTE_RADIUS, NOTE_RADIUS)
    font = fonts.sans(SMALL, SEMIBOLD) if is_cut else fonts.sans(SMALL)
    if QFontMetricsF(font).horizontalAdvance(minutes) + 2 * TIGHT <= box.width():
        painter.setFont(font)
        painter.setPen(QColor(theme.surface if is_cut else theme.ink_2))
        inside = box.adjusted(TIGHT + 1, 0, 0, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, minutes)
