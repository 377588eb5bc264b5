"""What only the facilitator reads of a stage, and changing it while the stage runs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import fonts
from ui.console.notes_editor import NotesEditor, Typed, notes_of, to_text
from ui.home.key_button import KeyButton
from ui.theme import BODY, CLOSE, SECONDARY, TIGHT
from ui.translate import tr
from ui.widgets.paragraph import Paragraph
from ui.widgets.plain import heading, surface
from workshop.records.agenda import Stage

Lines = Sequence[tuple[str, str]]
"""Texts, each with its role: second, bullet, italic or none."""


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
                made = _line(text, role)
                self._column.addWidget(made)
                made.show()
        return True


def _line(text: str, role: str) -> QWidget:
    font = fonts.sans(BODY)
    font.setItalic(role == "italic")
    made = Paragraph(font, 0, second=role in ("second", "bullet"))
    made.set_text(text)
    return _with_dot(made) if role == "bullet" else made


def _with_dot(words: QWidget) -> QWidget:
    """A line with a dot before it, under which nothing wraps."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(CLOSE)
    dot = Paragraph(fonts.sans(BODY), 1, second=True)
    dot.set_text("•")
    dot.setFixedWidth(TIGHT + 2)
    row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return made


class PrivateNotes(QWidget):
    """Shows run, watch and say of a stage in this order; where they are masked nothing private
    stands here. The button stands at the outer edge, the words `indent` pixels further in."""

    edited = Signal(int, object)
    """The stage, and what was `Typed` for it."""
    drafted = Signal(int, str)
    """The stage, and what stands in its editor as one text; empty once it is closed."""

    def __init__(self, indent: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage: Stage | None = None
        self._masked = False
        self.stack, self.editor = LineStack(), NotesEditor()
        self.edit_button = KeyButton(tr("Edit"), quiet=True)
        self.edit_button.setFont(fonts.sans(SECONDARY))
        self.edit_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.edit_button.setAccessibleName(tr("Edit what only you see"))
        head = QHBoxLayout()
        head.setContentsMargins(indent, 0, 0, 0)
        head.setSpacing(CLOSE)
        head.addWidget(heading(tr("Only you see this")))
        head.addStretch(1)
        head.addWidget(self.edit_button)
        for part in (self.stack, self.editor):
            part.setContentsMargins(indent, 0, indent, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, CLOSE, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(head)
        column.addWidget(self.stack)
        column.addWidget(self.editor)
        self.editor.hide()
        self.edit_button.clicked.connect(self.begin)
        self.editor.done.connect(self.finish)
        self.editor.changed.connect(self._draft)
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
        another = stage is None or self._stage is None or stage.id != self._stage.id
        if masked or another:
            self.finish()
        self._stage, self._masked = stage, masked
        lines: list[tuple[str, str]] = []
        if masked:
            lines = [(tr("Covered, since the room may see this screen."), "second")]
        elif stage is not None:
            lines += [(text, "") for text in stage.run]
            lines += [(text, "bullet") for text in stage.watch]
            lines += [(f"“{stage.say}”", "italic")] if stage.say else []
            lines = lines or [(tr("Nothing yet."), "second")]
        self.stack.show_lines(lines)
        self.edit_button.setVisible(stage is not None and not masked and not self.editing)

    def begin(self) -> None:
        """Opens the editor."""
        if self._stage is not None:
            self.editor.put(notes_of(self._stage))
            self._show_editor(True)
            self.editor.run.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_back(self, stage: int, typed: Typed) -> None:
        """Shows again what was typed for the stage that is shown, to be mended or gone on with.
        Where the room may see it, it is kept as it is."""
        if self._stage is None or self._stage.id != stage:
            return
        if self._masked:
            self.edited.emit(stage, typed)
            self.drafted.emit(stage, "")
            return
        self.editor.put(typed)
        self._show_editor(True)
        self._draft()

    def finish(self) -> None:
        """Keeps what was typed, if anything is open."""
        if self.editing and self._stage is not None:
            typed = self.editor.typed()
            self._show_editor(False)
            self.drafted.emit(self._stage.id, "")
            if typed != notes_of(self._stage):
                self.edited.emit(self._stage.id, typed)

    def _draft(self) -> None:
        if self.editing and self._stage is not None:
            self.drafted.emit(self._stage.id, to_text(self.editor.typed()))

    def _close(self) -> None:
        self._show_editor(False)
        if self._stage is not None:
            self.drafted.emit(self._stage.id, "")
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_editor(self, shown: bool) -> None:
        self.editor.setVisible(shown)
        self.stack.setVisible(not shown)
        self.edit_button.setVisible(not shown)
