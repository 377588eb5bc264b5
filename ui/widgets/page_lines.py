"""The lines of a page on the console: times, marks and names; what does not fit is scrolled to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from ui import fonts, marks
from ui.appearance import current
from ui.theme import CLOSE, LEAD, NEAR, TIGHT, WIDE
from ui.widgets.plain import label
from workshop.cards import Mark
from workshop.faces import REGULAR, SEMIBOLD

_IN_ONE_COLUMN = 9
"""Lines with times or names beside each other where there are more of them."""
_WHOLE_ROWS, _LEAST_ROWS = 7, 5
"""Up to so many rows nothing scrolls; of more than that so many are always seen."""
_MARK, _BAR = 22, NEAR


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line: what stands beside it, its marks, its words; `counts` where it is the one now."""

    text: str
    beside: str = ""
    marks: tuple[Mark, ...] = ()
    counts: bool = False


class PageLines(QScrollArea):
    """Lines in one column or two, as high as they need and no higher than there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.lines: Sequence[PageLine] = ()

    def show_lines(self, lines: Sequence[PageLine]) -> None:
        """Shows these lines; the one that counts comes into sight."""
        self.lines = lines
        inside, grid = QWidget(), QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(NEAR)
        grid.setVerticalSpacing(TIGHT)
        short = all(line.beside or line.marks for line in lines)
        columns = 2 if short and len(lines) > _IN_ONE_COLUMN else 1
        rows = -(-len(lines) // columns)
        counts = None
        for place, line in enumerate(lines):
            column, row = divmod(place, rows)
            if any(one.beside for one in lines):
                beside = label(line.beside, fonts.sans(LEAD), "second")
                grid.addWidget(beside, row, 3 * column, Qt.AlignmentFlag.AlignTop)
            shown = _Line(line)
            grid.addWidget(shown, row, 3 * column + 1)
            grid.setColumnStretch(3 * column + 1, 1)
            grid.setColumnMinimumWidth(3 * column + 2, WIDE if column < columns - 1 else 0)
            counts = shown if line.counts else counts
        grid.setRowStretch(rows, 1)
        inside.setLayout(grid)
        self.setWidget(inside)
        inside.show()
        self._fit()
        if counts is not None:
            grid.activate()
            self.ensureWidgetVisible(counts, 0, CLOSE)

    def _fit(self) -> None:
        high = self._height_at(self.width())
        if high != self.maximumHeight():
            self.setMaximumHeight(high)
            self.updateGeometry()

    def _height_at(self, width: int) -> int:
        """What all lines need in a width; the scroll bar has its room there, needed or not."""
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if layout is None:
            return 0
        layout.invalidate()
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(max(1, width - _BAR))
        return layout.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        return QSize(LEAD * 20, self._height_at(self.width()))

    def minimumSizeHint(self) -> QSize:
        row, high = _MARK + TIGHT, self._height_at(self.width())
        return QSize(0, high if high <= _WHOLE_ROWS * row else _LEAST_ROWS * row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # before that nothing has its width


class _Line(QWidget):
    """Marks, words and, where there is one mark, its function. A name stands beside its mark,
    whichever way it reads."""

    def __init__(self, line: PageLine) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(CLOSE)
        for mark in line.marks:
            row.addWidget(MarkView(mark))
        words = label(line.text, fonts.sans(LEAD, SEMIBOLD if line.counts else REGULAR))
        row.addWidget(words, 0 if line.marks else 1)
        if not line.marks:
            words.setWordWrap(True)
            return
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        words.setAlignment(left | Qt.AlignmentFlag.AlignVCenter)
        if len(line.marks) == 1:
            row.addSpacing(TIGHT)
            row.addWidget(label(line.marks[0].name, fonts.sans(LEAD), "second"))
        row.addStretch(1)


class MarkView(QWidget):
    """A function's mark."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.setFixedSize(QSize(_MARK, _MARK))
        self.setAccessibleName(mark.name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        marks.paint(painter, QRectF(0, 0, _MARK, _MARK), self.mark, current())
