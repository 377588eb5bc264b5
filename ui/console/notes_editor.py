"""Private notes of a stage as text to change, and as one text to keep while it is typed."""

from __future__ import annotations

from typing import TypedDict

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui import fonts
from ui.home.key_button import KeyButton
from ui.theme import BODY, NEAR, SECONDARY, TIGHT
from ui.translate import tr
from ui.widgets.plain import label
from workshop.records.agenda import Stage


class Typed(TypedDict):
    """The three parts, as a stage has them."""

    run: tuple[str, ...]
    watch: tuple[str, ...]
    say: str


class NotesEditor(QWidget):
    """The three parts as text, a line for each entry. Ctrl+Enter keeps it, Esc gives it up."""

    done = Signal()
    left = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.run, self.watch, self.say = (_Text(self) for _ in range(3))
        self.done_button = KeyButton(tr("Done"), tr("Ctrl Enter"))
        self.leave_button = KeyButton(tr("Cancel"), tr("Esc"), quiet=True)
        names = (tr("What to do, a line each"), tr("What goes wrong here"), tr("One line to say"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        for name, text, lines in zip(names, (self.run, self.watch, self.say), (5, 4, 2),
                                     strict=True):  # fmt: skip
            text.setAccessibleName(name)
            text.least_lines = lines
            text.fit()
            text.textChanged.connect(self.changed)
            column.addWidget(label(name, fonts.sans(SECONDARY), "second"))
            column.addWidget(text)
        buttons = QHBoxLayout()
        buttons.addWidget(self.done_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        column.addSpacing(TIGHT)
        column.addLayout(buttons)
        self.done_button.clicked.connect(self.done)
        self.leave_button.clicked.connect(self.left)

    def put(self, typed: Typed) -> None:
        """Shows what stands there now."""
        self.run.setPlainText("\n".join(typed["run"]))
        self.watch.setPlainText("\n".join(typed["watch"]))
        self.say.setPlainText(typed["say"])

    def typed(self) -> Typed:
        """What stands in the fields, as a stage has it."""
        return Typed(
            run=_lines(self.run.toPlainText()),
            watch=_lines(self.watch.toPlainText()),
            say=" ".join(self.say.toPlainText().split()),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Text(QPlainTextEdit):
    """As high as what stands in it, so that only the panel around it scrolls."""

    def __init__(self, editor: NotesEditor) -> None:
        super().__init__(editor)
        self.least_lines = 1
        self.setFont(fonts.sans(BODY))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.fit())

    def fit(self) -> None:
        """Takes the height of its lines."""
        lines = max(self.least_lines, round(self.document().size().height()))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + NEAR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control
        if enters or event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the editor's
        else:
            super().keyPressEvent(event)


_BETWEEN = "\f"
"""Stands between the parts where they are one text; nobody types it."""


def to_text(typed: Typed) -> str:
    """The three parts as one text."""
    return _BETWEEN.join(("\n".join(typed["run"]), "\n".join(typed["watch"]), typed["say"]))


def from_text(text: str) -> Typed:
    """The parts that `to_text` put together."""
    run, watch, say = [*text.split(_BETWEEN, 2), "", ""][:3]
    return Typed(run=_lines(run), watch=_lines(watch), say=say)


def notes_of(stage: Stage) -> Typed:
    """What a stage has."""
    return Typed(run=stage.run, watch=stage.watch, say=stage.say)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for each in text.splitlines() if (line := " ".join(each.split())))
