"""Who works with whom: groups to shuffle, to change by hand, and to show to the room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui import fonts
from ui.console.groups_board import GroupsBoard
from ui.home.key_button import KeyButton
from ui.theme import BODY, CLOSE, GAP, HEADING, NEAR
from ui.translate import tr
from ui.widgets.plain import label, surface
from workshop.faces import SEMIBOLD

_NAME_WIDTH = 260


class GroupsPanel(QWidget):
    """Stands in the place of the board while groups are formed."""

    shuffle_wanted = Signal()
    size_wanted = Signal(int)
    """Groups of so many more, or fewer."""
    show_wanted = Signal()
    dissolve_wanted = Signal()
    lock_wanted = Signal(int)
    named = Signal(int, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "paper")
        self.board = GroupsBoard()
        self.size_words = label("", fonts.sans(BODY))
        self.shuffle_button = KeyButton(tr("Shuffle"), tr("S"))
        self.less_button, self.more_button = KeyButton("−", "−"), KeyButton("+", "+")
        self.less_button.say("−")
        self.more_button.say("+")
        self.show_button = KeyButton("", tr("R"))
        self.dissolve_button = KeyButton(tr("Take away"), quiet=True)
        self.leave_button = KeyButton(tr("Done"), tr("Esc"), quiet=True)
        self.name = QLineEdit()
        self._naming = 0
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.name.setFixedWidth(_NAME_WIDTH)
        self.name.setFont(fonts.sans(BODY))
        self.name.hide()
        row = QHBoxLayout()
        row.setSpacing(NEAR)
        row.addWidget(label(tr("Groups"), fonts.serif(HEADING, SEMIBOLD)))
        row.addSpacing(CLOSE)
        row.addWidget(self.size_words)
        row.addWidget(self.less_button)
        row.addWidget(self.more_button)
        row.addWidget(self.shuffle_button)
        row.addWidget(self.name)
        row.addStretch(1)
        for made in (self.show_button, self.dissolve_button, self.leave_button):
            row.addWidget(made)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.board)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, NEAR, 0, 0)
        row.setContentsMargins(GAP, 0, GAP, 0)
        column.addLayout(row)
        column.addWidget(area, 1)

    def _connect(self) -> None:
        self.shuffle_button.clicked.connect(self.shuffle_wanted)
        self.less_button.clicked.connect(lambda: self.size_wanted.emit(-1))
        self.more_button.clicked.connect(lambda: self.size_wanted.emit(1))
        self.show_button.clicked.connect(self.show_wanted)
        self.dissolve_button.clicked.connect(self.dissolve_wanted)
        self.leave_button.clicked.connect(self.left)
        self.name.returnPressed.connect(self._finish_name)
        for made in (self.shuffle_button, self.less_button, self.more_button, self.show_button,
                     self.dissolve_button, self.leave_button):  # fmt: skip
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_plan(self, size: int, shown: bool) -> None:
        """Says how large the groups are, and whether the room sees them."""
        words = {2: tr("Pairs"), 3: tr("Trios")}
        self.size_words.setText(words.get(size) or tr("Groups of {size}", size=size))
        self.show_button.say(tr("Put away") if shown else tr("Show to the room"), tr("R"))

    def ask_name(self, group: int, number: int, name: str) -> None:
        """Asks for the name of a group."""
        self._naming = group
        self.name.setPlaceholderText(tr("Name of group {number}", number=number))
        self.name.setAccessibleName(tr("Name of group {number}", number=number))
        self.name.setText(name)
        self.name.selectAll()
        self.name.show()
        self.name.setFocus()

    def end_name(self) -> None:
        """The name is kept, or left as it was."""
        self._naming = 0
        self.name.hide()
        self.board.setFocus()

    def _finish_name(self) -> None:
        if self._naming:
            self.named.emit(self._naming, self.name.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape and self._naming:
            self.end_name()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif self.name.hasFocus() or not (plain or key == Qt.Key.Key_Plus):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_S:
            self.shuffle_wanted.emit()
        elif key == Qt.Key.Key_R:
            self.show_wanted.emit()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.size_wanted.emit(1 if key == Qt.Key.Key_Plus else -1)
        elif key == Qt.Key.Key_L:
            self.lock_wanted.emit(self.board.current_group)
        else:
            super().keyPressEvent(event)
