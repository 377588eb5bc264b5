"""The head of the window: the stage's title, where it stands, its prompt, and the way on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui import fonts
from ui.appearance import current
from ui.theme import BODY, GAP, NEAR, SECONDARY, TIGHT, TITLE
from ui.translate import tr
from ui.widgets.plain import button, surface, tip
from ui.widgets.text_block import TextBlock
from workshop.faces import SEMIBOLD


class Paragraph(QWidget):
    """Plain text in at most so many lines; what is cut off stands in the tooltip."""

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

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def _break(self) -> None:
        self._block = TextBlock(self._text, self._font, max(1, self.width()), self._most)
        self.setToolTip(tip(self._text) if self._block.cut else "")
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


class StageHead(QWidget):
    """Title, place in the agenda and prompt of the stage that is shown."""

    next_wanted = Signal()

    def __init__(self, menu_button: QToolButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self)
        self.title = Paragraph(fonts.serif(TITLE, SEMIBOLD), 1)
        self.place = Paragraph(fonts.sans(SECONDARY), 1, second=True)
        self.next_button = button(tr("Next stage"), fonts.sans(BODY, SEMIBOLD), primary=True)
        self.next_button.setText(tr("Next stage") + "   " + tr("Ctrl →"))
        self.next_button.clicked.connect(self.next_wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.place)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, NEAR - 2, GAP, NEAR - 2)
        row.setSpacing(NEAR)
        row.addLayout(words, 1)
        row.addWidget(menu_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_stage(self, title: str, place: str, has_next: bool) -> None:
        """Shows these words; `place` is where the stage stands in the agenda."""
        self.title.set_text(title)
        self.place.set_text(place)
        self.next_button.setEnabled(has_next)


class Prompt(QWidget):
    """What the room reads of the stage, on paper above its notes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Paragraph(fonts.sans(BODY), 3, second=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, NEAR, GAP, TIGHT)
        column.addWidget(self._words)

    def set_text(self, text: str) -> None:
        """Shows a prompt; an empty one takes no room."""
        self._words.set_text(text)
        self.setVisible(bool(text))
