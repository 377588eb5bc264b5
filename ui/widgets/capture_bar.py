"""The capture bar: whose note it is, the line it is typed into, and one line of answer below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QIcon
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QWidget,
)

from ui import fonts, marks
from ui.appearance import current
from ui.theme import BODY, CLOSE, GAP, NEAR, SECONDARY, TIGHT
from ui.translate import plural, tr
from ui.widgets.capture_line import CaptureLine
from ui.widgets.key_hints import KeyHints
from ui.widgets.plain import change_role, label, surface
from workshop.capture import TypedLine
from workshop.faces import SEMIBOLD
from workshop.records.people import Function
from workshop.records.words import NOTE_LIMIT, FunctionId

_MARK = 28
_MOST_NAME = 190
_WORDS_COUNTED_FROM, _CHARACTERS_COUNTED_FROM = 10, 100

ReadLine = Callable[[str], TypedLine]


class CaptureBar(QWidget):
    """Types notes for one function after the other. What is typed stays until it is accepted:
    whoever takes `notes_typed` calls `accept`, or `say` with the reason why not."""

    notes_typed = Signal(str)
    """One note, for the function that is chosen; or several lines, each a note, which may name
    another."""
    last_wanted = Signal()
    left = Signal()

    def __init__(self, read: ReadLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self)
        self._read = read
        self._functions: Sequence[Function] = ()
        self._function: FunctionId | None = None
        self._most_words = 0
        self._lane = ""
        self.whose = self._make_whose()
        self.line = CaptureLine(self)
        self._answer = label("", fonts.sans(SECONDARY), "warn")
        self._hints = KeyHints(_hints(), self)
        self._count = label("", fonts.sans(SECONDARY), "second")
        self._arrange()
        self.line.entered.connect(self._enter)
        self.line.turned.connect(self._turn)
        self.line.last_wanted.connect(self.last_wanted)
        self.line.left.connect(self.left)
        self.line.textEdited.connect(self._edited)
        self.line.textChanged.connect(self._show_count)

    def _make_whose(self) -> QToolButton:
        button = QToolButton(self)
        button.setFont(fonts.sans(BODY, SEMIBOLD))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setIconSize(QSize(_MARK, _MARK))
        button.setProperty("quiet", True)
        button.setMenu(QMenu(button))
        button.setAccessibleName(tr("Function"))
        return button

    def _arrange(self) -> None:
        self.line.setFont(fonts.sans(BODY))
        self.line.setAccessibleName(tr("New note"))
        self._answer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        below = QWidget(self)
        self._below = QStackedLayout(below)
        self._below.addWidget(self._hints)
        self._below.addWidget(self._answer)
        foot = QHBoxLayout()
        foot.setSpacing(NEAR)
        foot.addWidget(below, 1)
        foot.addWidget(self._count)
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP - TIGHT, NEAR, GAP, CLOSE)
        grid.setHorizontalSpacing(CLOSE)
        grid.setVerticalSpacing(TIGHT)
        grid.addWidget(self.whose, 0, 0)
        grid.addWidget(self.line, 0, 1)
        grid.addLayout(foot, 1, 1)
        grid.setColumnStretch(1, 1)

    @property
    def function(self) -> FunctionId | None:
        """Whose note the next one will be."""
        return self._function

    def show_functions(self, functions: Sequence[Function]) -> None:
        """Offers these functions; the chosen one stays chosen if it is among them."""
        self._functions = functions
        ids = [function.id for function in functions]
        if self._function not in ids:
            self._function = ids[0] if ids else None
        self._fill_menu()
        self.whose.setVisible(bool(functions))
        names = QFontMetrics(self.whose.font())
        widest = max((names.horizontalAdvance(f.name) for f in functions), default=0)
        self.whose.setFixedWidth(min(widest, _MOST_NAME) + _MARK + GAP + CLOSE)
        self._show_function()

    def warn_past(self, words: int) -> None:
        """Warns from now on when a note has more words than this."""
        self._most_words = words
        self._show_count()

    def choose(self, index: int) -> None:
        """Chooses a function by its place in the list, counted from 0."""
        if 0 <= index < len(self._functions):
            self._function = self._functions[index].id
            self._show_function()

    def choose_function(self, function: FunctionId) -> None:
        """Chooses a function, if it is one of those offered."""
        if any(each.id == function for each in self._functions):
            self._choose_id(function)

    def show_lane(self, name: str) -> None:
        """Says which lane the next note goes to, where that is not its function's."""
        self._lane = name
        self._show_function()

    def hide_words(self, masked: bool) -> None:
        """Shows what is typed as a count of words, or as it is."""
        if masked != self.line.masked:
            self.line.hide_words(masked)
            self._show_count()

    def accept(self) -> None:
        """What was entered is kept: the line is free for the next note."""
        self.line.setText("")
        self.say("")

    def say(self, words: str) -> None:
        """Shows an answer below the line until something is typed; empty: shows the keys."""
        self._answer.setText(words)
        self._below.setCurrentWidget(self._answer if words else self._hints)

    @property
    def said(self) -> str:
        """The answer that stands below the line."""
        return self._answer.text()

    @property
    def counted(self) -> str:
        """What is said of the length of what is typed."""
        return self._count.text()

    def refresh(self) -> None:
        """Draws the marks anew after a change of colours."""
        self._fill_menu()
        self._show_function()

    def _fill_menu(self) -> None:
        menu = self.whose.menu()
        menu.clear()
        for index, function in enumerate(self._functions):
            action = QAction(self._icon(function), function.name.replace("&", "&&"), menu)
            action.triggered.connect(lambda _=False, index=index: self._choose_by_mouse(index))
            menu.addAction(action)

    def _choose_by_mouse(self, index: int) -> None:
        self.choose(index)
        self.line.setFocus()

    def _icon(self, function: Function) -> QIcon:
        return QIcon(marks.pixmap(function, _MARK, current(), self.devicePixelRatioF()))

    def _show_function(self) -> None:
        found = next((f for f in self._functions if f.id == self._function), None)
        self.line.setPlaceholderText(self._invitation(found))
        if found is None:
            return
        room = self.whose.width() - _MARK - GAP - CLOSE
        name = QFontMetrics(self.whose.font()).elidedText(
            found.name, Qt.TextElideMode.ElideRight, max(room, 0)
        )
        self.whose.setIcon(self._icon(found))
        self.whose.setText(" " + name.replace("&", "&&"))
        self.whose.setAccessibleName(tr("Function: {name}", name=found.name))

    def _invitation(self, function: Function | None) -> str:
        if function is None:
            return tr("Type a note")
        if self._lane:
            return tr("Type a note for {name}: {lane}", name=function.name, lane=self._lane)
        return tr("Type a note for {name}", name=function.name)

    def _turn(self, by: int) -> None:
        ids = [function.id for function in self._functions]
        if ids:
            at = ids.index(self._function) if self._function in ids else -by
            self.choose((at + by) % len(ids))

    def _edited(self, text: str) -> None:
        """A letter, a colon and a space choose a function while one types."""
        self.say("")
        start = text[: self.line.cursorPosition()]
        if start.endswith(": ") and start.count(":") == 1:
            found = self._read(start)
            if found.function is not None and not found.text:
                self._choose_id(found.function)
                self.line.setText(text[len(start) :])
                self.line.setCursorPosition(0)

    def _enter(self, text: str) -> None:
        if not text.strip():
            return
        single = self._read(text) if len(text.splitlines()) == 1 else None
        if single is not None and single.function is not None:
            self._choose_id(single.function)
        if single is not None and not single.text:
            self.accept()  # the name of a function alone chooses it
        else:
            self.notes_typed.emit(single.text if single else text)

    def _choose_id(self, function: FunctionId) -> None:
        self._function = function
        self._show_function()

    def _show_count(self) -> None:
        text = self.line.text().strip()
        words, characters = len(text.split()), len(text)
        long = words >= _WORDS_COUNTED_FROM or characters >= _CHARACTERS_COUNTED_FROM
        over = bool(self._most_words) and words > self._most_words
        said = ""
        if characters > NOTE_LIMIT:
            said = tr("{count} characters, at most {limit}", count=characters, limit=NOTE_LIMIT)
        elif over:
            said = tr("{count} words, better {limit}", count=words, limit=self._most_words)
        elif long or (self.line.masked and words):
            said = plural(words, "{count} word", "{count} words")
        self._count.setText(said)
        change_role(self._count, "warn" if over or characters > NOTE_LIMIT else "second")


def _hints() -> list[tuple[str, str]]:
    return [
        (tr("Enter"), tr("add")),
        (tr("Alt 1–9"), tr("function")),
        (tr("Tab"), tr("next function")),
        (tr("Ctrl V"), tr("paste a list")),
        (tr("Up"), tr("edit the last")),
        (tr("Esc"), tr("to the notes")),
    ]
