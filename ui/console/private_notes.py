"""What only the facilitator reads of a stage, and changing it while the stage runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import fonts
from ui.home.key_button import KeyButton
from ui.theme import BODY, CLOSE, NEAR, SECONDARY, TIGHT
from ui.translate import tr
from ui.widgets.plain import heading, label, surface
from workshop.faces import REGULAR, SEMIBOLD
from workshop.records.agenda import Stage

LEAST_HEIGHT = 64
"""So much of the notes is always seen."""


class Typed(TypedDict):
    """The three parts, as a stage has them."""

    run: tuple[str, ...]
    watch: tuple[str, ...]
    say: str


Lines = Sequence[tuple[str, str]]
"""Texts, each with its role: second, strong, italic or none."""


class LineStack(QWidget):
    """Lines of plain text below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TIGHT + 2)
        self._shown: list[tuple[str, str]] = []

    @property
    def words(self) -> list[str]:
        """What the lines say."""
        return [text for text, _ in self._shown if text]

    def show_lines(self, lines: Lines) -> bool:
        """Shows these; False where they are the ones that are shown."""
        if list(lines) == self._shown:
            return False
        self._shown = list(lines)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for text, role in lines:
            if text:
                self._column.addWidget(_line(text, role))
        return True


def _line(text: str, role: str) -> QWidget:
    font = fonts.sans(BODY, SEMIBOLD if role == "strong" else REGULAR)
    font.setItalic(role == "italic")
    made = label(text, font, role if role == "second" else "")
    made.setWordWrap(True)
    return made


class PrivateNotes(QWidget):
    """Shows run, watch and say of a stage in this order. Where there is little space they scroll,
    so that what follows stays in sight; where they are masked nothing private stands here."""

    edited = Signal(int, object)
    """The stage, and what was `Typed` for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage: Stage | None = None
        self.stack, self.editor = LineStack(), NotesEditor()
        self.edit_button = KeyButton(tr("Edit"), quiet=True)
        self.edit_button.setFont(fonts.sans(SECONDARY))
        self.edit_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.edit_button.setAccessibleName(tr("Edit what only you see"))
        self._area = _Area(self.stack)
        head = QHBoxLayout()
        head.setSpacing(CLOSE)
        head.addWidget(heading(tr("Only you see this")))
        head.addStretch(1)
        head.addWidget(self.edit_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, CLOSE, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(head)
        column.addWidget(self._area)
        column.addWidget(self.editor)
        self.editor.hide()
        self.edit_button.clicked.connect(self.begin)
        self.editor.done.connect(self.finish)
        self.editor.left.connect(self._close)

    @property
    def words(self) -> list[str]:
        """What is told."""
        return self.stack.words

    @property
    def editing(self) -> bool:
        """Whether the notes are being changed."""
        return not self.editor.isHidden()

    def show_stage(self, stage: Stage | None, masked: bool) -> None:
        """Shows the notes of a stage. What was being typed for another is kept."""
        if masked or stage is None or self._stage is None or stage.id != self._stage.id:
            self.finish()
        self._stage = stage
        lines: list[tuple[str, str]] = []
        if masked:
            lines = [(tr("Covered, since the room may see this screen."), "second")]
        elif stage is not None:
            lines += [(text, "") for text in stage.run]
            lines += [("•  " + text, "second") for text in stage.watch]
            lines += [(f"“{stage.say}”", "italic")] if stage.say else []
            lines = lines or [(tr("Nothing yet."), "second")]
        if self.stack.show_lines(lines):
            self._area.follow()
        self.edit_button.setVisible(stage is not None and not masked and not self.editing)

    def begin(self) -> None:
        """Opens the editor."""
        if self._stage is not None:
            self.editor.put(_notes_of(self._stage))
            self._show_editor(True)
            self.editor.run.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_back(self, stage: int, typed: Typed) -> None:
        """What was typed for the stage that is shown cannot be: shows it again to be mended."""
        if self._stage is not None and self._stage.id == stage:
            self.editor.put(typed)
            self._show_editor(True)

    def finish(self) -> None:
        """Keeps what was typed, if anything is open."""
        if self.editing and self._stage is not None:
            typed = self.editor.typed()
            self._show_editor(False)
            if typed != _notes_of(self._stage):
                self.edited.emit(self._stage.id, typed)

    def _close(self) -> None:
        self._show_editor(False)
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_editor(self, shown: bool) -> None:
        self.editor.setVisible(shown)
        self._area.setVisible(not shown)
        self.edit_button.setVisible(not shown)


class _Area(QScrollArea):
    """As high as what it holds, and less where there is not the space."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._inside = inside
        self.setWidget(inside)

    def follow(self) -> None:
        """What it holds has changed."""
        high = self._high()
        self.setMaximumHeight(high)
        self.setMinimumHeight(min(LEAST_HEIGHT, high))
        self.updateGeometry()

    def _high(self) -> int:
        return max(1, self._inside.heightForWidth(max(1, self.viewport().width())))

    def sizeHint(self) -> QSize:
        return QSize(0, self._high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.follow()


class NotesEditor(QWidget):
    """The three parts as text, a line for each entry. Ctrl+Enter keeps it, Esc gives it up."""

    done = Signal()
    left = Signal()

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
            text.setFixedHeight(text.fontMetrics().lineSpacing() * lines + NEAR)
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
    def __init__(self, editor: NotesEditor) -> None:
        super().__init__(editor)
        self.setFont(fonts.sans(BODY))
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control
        if enters or event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the editor's
        else:
            super().keyPressEvent(event)


def _notes_of(stage: Stage) -> Typed:
    return Typed(run=stage.run, watch=stage.watch, say=stage.say)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for each in text.splitlines() if (line := " ".join(each.split())))
