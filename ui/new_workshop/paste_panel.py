"""A list of people pasted from elsewhere: what was understood is shown before anybody is added."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui import fonts, messages
from ui.home.key_button import KeyButton
from ui.new_workshop.draft import Draft
from ui.new_workshop.inline_edit import PLACEHOLDER
from ui.new_workshop.paste_preview import Preview
from ui.theme import BODY, CLOSE, GAP, HEADING, SMALL, WIDE
from ui.translate import plural, tr
from ui.widgets.plain import label, surface
from ui.widgets.scrolling import Scroller
from workshop.errors import CoxswainError
from workshop.faces import SEMIBOLD
from workshop.marks import PRESETS, Mark
from workshop.roster import SEPARATORS, PersonLine
from workshop.searching import plain

_TEXT_HEIGHT = 132
_MOST = 20_000
"""Characters of a list that are looked at: far more than forty people need."""
_DONE = ("", "heading", "already_there")
"""What needs no more look once the others are added."""


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
        self.clear_button = KeyButton(tr("Clear"), tr("Esc"))
        self._understood = label(tr("What was understood"), fonts.sans(SMALL, SEMIBOLD), "second")
        self._problem = label("", fonts.sans(BODY), "warn")
        self._problem.setWordWrap(True)
        surface(self.preview)
        self._rest = QWidget()
        self._area = Scroller(self.preview)
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
        column.addWidget(self._rest, 1)
        column.addWidget(self._problem)
        column.addLayout(buttons)

    # What is shown.

    def refresh(self) -> None:
        """Reads the text again, against the people who are there now."""
        self.lines = self._draft.read_list(self.text.toPlainText()[:_MOST])
        marks = self._draft.marks_for(self.lines)
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
        self._rest.setVisible(not there)
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
        if not self.understood:
            return False
        stays = [line.text for line in self.lines if line.problem not in _DONE]
        try:
            self._draft.add_lines(self.understood)
        except CoxswainError as error:
            self.say(messages.sentence(error))
            return False
        self._replace_all("\n".join(stays))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

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
        text = with_function(cursor.block().text(), function)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.is_empty:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _line(self, line: int) -> QTextCursor:
        """A cursor at the beginning of a line of the list, counted from 1."""
        before = self.text.toPlainText()
        skipped = len(before[: len(before) - len(before.lstrip())].split("\n")) - 1
        return QTextCursor(self.text.document().findBlockByNumber(line - 1 + skipped))


def with_function(text: str, function: str) -> str:
    """A line without a function, with one: in its empty place, or behind the name."""
    mark = next((each for each in SEPARATORS if each in text), "")
    parts = text.split(mark) if mark else [text]
    if len(parts) > 1 and not parts[1].strip() and mark not in function:
        return mark.join([parts[0], f" {function}".replace("\t", " "), *parts[2:]])
    between = "; " if "," in function or mark == ";" else f"{mark or ','} "
    return text.rstrip().rstrip(SEPARATORS).rstrip() + between + function


class _PasteText(QPlainTextEdit):
    """Tab leaves it; pasted text loses its looks."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(fonts.sans(BODY))
        self.setAccessibleName(tr("List of people"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(_TEXT_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, CLOSE, 0, CLOSE)
        # A line that is too long is broken at a letter: there is no way to scroll to its end.
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setStyleSheet(
            f"QPlainTextEdit {{ {PLACEHOLDER} }}"
            "QPlainTextEdit:focus { border: 2px solid palette(window-text); }"
        )
        self.document().setDocumentMargin(0)
        self.setPlaceholderText(tr("Name, function, role\nName, function *"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the primary button of the page
        else:
            super().keyPressEvent(event)
