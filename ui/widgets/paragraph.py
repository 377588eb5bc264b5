"""A paragraph that takes the width there is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance import current
from ui.widgets.plain import tip
from ui.widgets.text_block import TextBlock


class Paragraph(QWidget):
    """Plain text in at most so many lines, or with 0 in as many as it needs; what is cut off stands
    in the tooltip."""

    def __init__(self, font: QFont, most: int, second: bool = False) -> None:
        super().__init__()
        self._font, self._most, self._second = font, most, second
        self._text = ""
        self._block = TextBlock("", font, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_text(self, text: str) -> None:
        """Shows a text."""
        self._text = text
        self.setAccessibleName(text)
        self._break()

    def show_as(self, font: QFont, most: int, second: bool) -> None:
        """Shows the text in another way."""
        if (font, most, second) != (self._font, self._most, self._second):
            self._font, self._most, self._second = font, most, second
            self._break()

    @property
    def is_strong(self) -> bool:
        """Whether it is in bold."""
        return self._font.weight() >= QFont.Weight.DemiBold

    @property
    def is_cut(self) -> bool:
        """Whether more is to be said than is shown."""
        return self._block.cut

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    @property
    def height_needed(self) -> int:
        """The height of what is shown, in pixels."""
        return self._block.height

    def line_at(self, y: int) -> int:
        """Where the line begins that goes through a height, in pixels from the top."""
        return y // self._block.pitch * self._block.pitch

    def _break(self) -> None:
        self._block = TextBlock(self._text, self._font, max(1, self.width()), self._most)
        self.setToolTip(tip(self._text) if self._block.cut else "")
        if self.parentWidget() is not None or not self._text:  # else it would be a window
            self.setVisible(bool(self._text))
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._break()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return TextBlock(self._text, self._font, max(1, width), self._most).height

    def sizeHint(self) -> QSize:
        return QSize(0, self._block.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current()
        painter.setPen(QColor(theme.ink_2 if self._second else theme.ink))
        self._block.paint(painter, 0, 0)
