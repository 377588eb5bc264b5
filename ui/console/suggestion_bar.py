"""One suggestion after the other: notes that say similar things, to accept or to refuse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from ui import fonts
from ui.home.key_button import KeyButton
from ui.theme import BODY, CLOSE, GAP, NEAR, SECONDARY
from ui.translate import tr
from ui.widgets.plain import label, surface
from workshop.faces import SEMIBOLD


class SuggestionBar(QWidget):
    """Above the board: what is shared, and what may be done. It has the keys."""

    accepted = Signal()
    merged = Signal()
    refused = Signal()
    turned = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words = label("", fonts.sans(BODY, SEMIBOLD))
        says = tr("Found by shared words, offline. What is said in other words is not found.")
        self.about = label(says, fonts.sans(SECONDARY), "second")
        self.accept_button = KeyButton(tr("Cluster"), tr("Enter"))
        self.merge_button = KeyButton(tr("Merge"), tr("Ctrl D"))
        self.refuse_button = KeyButton(tr("Not these"), tr("Del"))
        self.leave_button = KeyButton(tr("Done"), tr("Esc"), quiet=True)
        for button, signal in (
            (self.accept_button, self.accepted),
            (self.merge_button, self.merged),
            (self.refuse_button, self.refused),
            (self.leave_button, self.left),
        ):
            button.clicked.connect(signal)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        for each in (self.words, self.about):
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, CLOSE, GAP, CLOSE)
        row.setSpacing(NEAR)
        row.addLayout(column, 1)
        for button in (
            self.accept_button,
            self.merge_button,
            self.refuse_button,
            self.leave_button,
        ):
            row.addWidget(button)

    def show_suggestion(
        self, place: int, of: int, shared: Sequence[str], notes: int, same: bool
    ) -> None:
        """Shows one suggestion; `same` offers to merge its notes, which say nearly the same."""
        words = ", ".join(shared)
        says = (
            tr("{count} notes say nearly the same: {words}", count=notes, words=words)
            if same
            else tr("{count} notes share {words}", count=notes, words=words)
        )
        self.words.setText(tr("{place} of {of}: {says}", place=place, of=of, says=says))
        self.setAccessibleName(self.words.text())
        self.merge_button.setVisible(same)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        if modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.refused.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.turned.emit(1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOption()
        option.initFrom(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option)
