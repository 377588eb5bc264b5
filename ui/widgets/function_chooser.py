"""Which functions take part: chosen from those that most companies have."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import fonts, marks
from ui.appearance import current
from ui.theme import BODY, CLOSE, CONTROL_RADIUS, GAP, HEADING, NEAR, WIDE
from ui.translate import plural, tr
from ui.widgets.plain import button, label, surface
from ui.widgets.scrolling import Scroller
from workshop.faces import REGULAR, SEMIBOLD
from workshop.marks import PRESETS, Mark

_CHIP_WIDTH, _CHIP_HEIGHT, _MARK = 196, 44, 24
_COLUMNS = 4


class FunctionChooser(QWidget):
    """Chips to press; one button adds a lane for each that is pressed."""

    chosen = Signal(list)
    """The names of the functions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "paper")
        self._chips = [FunctionChip(name, mark) for name, mark in PRESETS.items()]
        self.add_button = button("", fonts.sans(BODY, SEMIBOLD), primary=True)
        self.add_button.clicked.connect(self._finish)
        self._columns, self._grid = 0, QGridLayout()
        self._grid.setSpacing(CLOSE)
        self._grid.setColumnStretch(_COLUMNS, 1)
        for chip in self._chips:
            chip.toggled.connect(self._count)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        about = tr("Each gets a lane with its own letter, shape and colour.")
        inside = QWidget()
        surface(inside, "paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(CLOSE)
        column.addWidget(label(tr("Which functions are in the room?"), fonts.serif(HEADING)))
        column.addWidget(label(about, fonts.sans(BODY), "second"))
        column.addSpacing(CLOSE)
        column.addLayout(self._grid)
        column.addSpacing(GAP)
        column.addLayout(foot)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroller(inside))
        self._lay_out(_COLUMNS)
        self._count()

    def _lay_out(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for at, chip in enumerate(self._chips):
                self._grid.addWidget(chip, at // columns, at % columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = (self.width() - 2 * GAP - NEAR) // (_CHIP_WIDTH + CLOSE)
        self._lay_out(max(1, min(_COLUMNS, room)))

    def begin(self, there: set[str]) -> None:
        """Offers the functions that are not there yet."""
        for chip in self._chips:
            chip.setChecked(False)
            chip.setVisible(chip.text() not in there)

    def focus_first(self) -> None:
        """Puts the focus on the first chip."""
        first = next((chip for chip in self._chips if not chip.isHidden()), None)
        (first or self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        count = sum(chip.isChecked() for chip in self._chips)
        self.add_button.setEnabled(bool(count))
        words = plural(count, "Add {count} lane", "Add {count} lanes") if count else tr("Add lanes")
        self.add_button.setText(words)

    def _finish(self) -> None:
        self.chosen.emit([chip.text() for chip in self._chips if chip.isChecked()])


class FunctionChip(QAbstractButton):
    """A function with its mark, pressed or not."""

    def __init__(self, name: str, mark: Mark) -> None:
        super().__init__()
        self._mark = mark
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(QSize(_CHIP_WIDTH, _CHIP_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen, focused = current(), self.isChecked(), self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = theme.accent if focused else theme.ink if chosen else theme.line
        painter.setPen(QPen(QColor(line), 2 if focused or chosen else 1))
        painter.setBrush(QColor(theme.surface))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, CONTROL_RADIUS, CONTROL_RADIUS)
        at = QRectF(NEAR, (_CHIP_HEIGHT - _MARK) / 2, _MARK, _MARK)
        marks.paint(painter, at, self._mark, theme)
        painter.setFont(fonts.sans(BODY, SEMIBOLD if chosen else REGULAR))
        painter.setPen(QColor(theme.ink))
        words = QRectF(at.right() + CLOSE, 0, self.width() - at.right() - WIDE, _CHIP_HEIGHT)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
