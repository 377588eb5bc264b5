"""A list of people pasted from elsewhere: what was understood is shown before anybody is added."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from ui import fonts
from ui.home.key_button import KeyButton
from ui.new_workshop.draft import Draft
from ui.new_workshop.paste_preview import Preview
from ui.new_workshop.people_editor import new_marks
from ui.theme import BODY, CLOSE, GAP, HEADING, NEAR, SMALL, WIDE
from ui.translate import plural, tr
from ui.widgets.plain import label, surface
from workshop.faces import SEMIBOLD
from workshop.marks import PRESETS, Mark
from workshop.people import mark_of
from workshop.roster import PersonLine, parse_people
from workshop.searching import plain

_TEXT_HEIGHT = 132
_MOST = 20_000
"""Characters of a list that are looked at: far more than forty people need."""


class PastePanel(QWidget):
    """The text is what counts: choosing a function or leaving somebody out changes it."""

    changed = Signal()
    """The text, or what it means, has changed."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        surface(self)
        self._draft = draft
        self.lines: list[PersonLine] = []
        self.text = _PasteText()
        self.preview = Preview()
        self.add_button = KeyButton("", tr("Ctrl Enter"), primary=True)
        self.clear_button = KeyButton(tr("Clear"))
        self._understood = label(tr("What was understood"), fonts.sans(SMALL, SEMIBOLD), "second")
        self._problem = label("", fonts.sans(BODY), "warn")
        self._problem.setWordWrap(True)
        self._area = _area(self.preview)
        self._arrange()
        self.text.textChanged.connect(self.refresh)
        self.preview.function_chosen.connect(self._choose)
        self.preview.left_out.connect(self._leave_out)
        self.add_button.clicked.connect(self.add)
        self.clear_button.clicked.connect(self.clear)
        self.refresh()

    def _arrange(self) -> None:
        about = label(
            tr("One line each: name, function, role. A star marks who decides."),
            fonts.sans(BODY),
            "second",
        )
        about.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(CLOSE)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.clear_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, GAP + 2, WIDE, WIDE)
        column.setSpacing(CLOSE)
        column.addWidget(label(tr("Paste a list"), fonts.serif(HEADING, SEMIBOLD)))
        column.addWidget(about)
        column.addWidget(self.text)
        column.addSpacing(CLOSE)
        column.addWidget(self._understood)
        column.addWidget(self._area, 1)
        column.addWidget(self._problem)
        column.addLayout(buttons)

    # What is shown.

    def refresh(self) -> None:
        """Reads the text again, against the people who are there now."""
        self.lines = parse_people(self._draft.workshop, self.text.toPlainText()[:_MOST])
        marks = new_marks(self._draft, self.lines)
        marks |= {plain(one.name): mark_of(one) for one in self._draft.functions}
        names = [one.name for one in self._draft.functions]
        names += [tr(name) for name in PRESETS if plain(name) not in map(plain, names)]
        found: list[Mark | None] = [marks.get(plain(line.function)) for line in self.lines]
        self.preview.show_lines(self.lines, found, names)
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        count, there = len(self.understood), not self.is_empty
        words = plural(count, "Add {count} person", "Add {count} people")
        self.add_button.say(words if count else tr("Nobody to add"), tr("Ctrl Enter"))
        self.add_button.setEnabled(bool(count))
        for each in (self._understood, self._area, self.add_button, self.clear_button):
            each.setVisible(there)
        self.say("")

    @property
    def understood(self) -> list[PersonLine]:
        """The lines that would add somebody."""
        return [line for line in self.lines if not line.problem]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is pasted or typed here."""
        return not self.text.toPlainText().strip()

    def say(self, problem: str) -> None:
        """Tells what is wrong; empty: nothing."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    @property
    def said(self) -> str:
        """The problem that is told."""
        return self._problem.text()

    # What is done.

    def take(self, text: str) -> None:
        """Takes a list that was pasted elsewhere, below what is here."""
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        if not self.is_empty and not self.text.toPlainText().endswith("\n"):
            text = "\n" + text
        self.text.insertPlainText(text)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> bool:
        """Adds everybody who was understood; what was not stays in the text."""
        understood = self.understood
        if not understood or not self._draft.add_lines(understood):
            return False
        stays = [line.text for line in self.lines if line.problem not in ("", "heading")]
        stays = [text for text in stays if not self._is_there(text)]
        self._replace_all("\n".join(stays))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _is_there(self, text: str) -> bool:
        found = parse_people(self._draft.workshop, text)
        return bool(found) and found[0].problem == "already_there"

    def clear(self) -> None:
        """Empties the text; Ctrl+Z brings it back."""
        self._replace_all("")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _replace_all(self, text: str) -> None:
        self.text.selectAll()
        self.text.insertPlainText(text)

    def _choose(self, line: int, function: str) -> None:
        """Writes the function behind the name on its line."""
        cursor = self._line(line)
        text = cursor.block().text().rstrip().rstrip(",;").rstrip()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        separator = "; " if "," in function or ";" in text else ", "
        cursor.insertText(f"{text}{separator}{function}")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_out(self, line: int) -> None:
        """Takes a line out of the text."""
        cursor = self._line(line)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        if not cursor.atEnd():
            cursor.deleteChar()
        elif not cursor.atStart():
            cursor.deletePreviousChar()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, line: int) -> QTextCursor:
        """A cursor at the beginning of a line of the list, counted from 1."""
        before = self.text.toPlainText()
        skipped = len(before[: len(before) - len(before.lstrip())].split("\n")) - 1
        return QTextCursor(self.text.document().findBlockByNumber(line - 1 + skipped))


class _PasteText(QPlainTextEdit):
    """Tab leaves it; pasted text loses its looks."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(fonts.sans(BODY))
        self.setAccessibleName(tr("List of people"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(_TEXT_HEIGHT)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setViewportMargins(0, CLOSE, 0, CLOSE)
        self.document().setDocumentMargin(0)
        example = tr("Ada Quill, Product, Head of product *")
        self.setPlaceholderText(example)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the primary button of the page
        else:
            super().keyPressEvent(event)


def _area(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    surface(inside)
    return area
