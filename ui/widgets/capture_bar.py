"""The capture bar: whose note it is, the line it is typed into, and one line of answer below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QStackedLayout,
    QWidget,
)

from ui import fonts
from ui.board.typesetting import board_word
from ui.theme import BODY, CLOSE, GAP, NEAR, SECONDARY, TIGHT
from ui.translate import tr
from ui.widgets.author_choice import AuthorChoice, FindPeople
from ui.widgets.capture_line import CaptureLine
from ui.widgets.capture_words import hints, invitation, length
from ui.widgets.elided import ElidedLabel
from ui.widgets.key_hints import KeyHints
from ui.widgets.plain import change_role, label, surface
from ui.widgets.whose import MARK, WhoseButton
from workshop.capture import TypedLine
from workshop.records.people import Function, Participant
from workshop.records.words import FunctionId

_MOST_NAME = 190

ReadLine = Callable[[str], TypedLine]


class CaptureBar(QWidget):
    """Types notes for one function after the other. What is typed stays until it is accepted:
    whoever takes `notes_typed` calls `accept`, or `say` with the reason why not."""

    notes_typed = Signal(str)
    """One note, for the function that is chosen; or several lines, each a note, which may name
    another."""
    pasted = Signal(str)
    """Several lines were pasted into the empty line."""
    last_wanted = Signal()
    left = Signal()

    def __init__(
        self, read: ReadLine, find_people: FindPeople, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        surface(self)
        self._read = read
        self._functions: Sequence[Function] = ()
        self._function: FunctionId | None = None
        self._most_words = 0
        self._lane = ""
        self._speaker: Participant | None = None
        self._hinted = True
        self.whose = WhoseButton(self)
        self.whose.chosen.connect(self._choose_by_mouse)
        self.line = CaptureLine(self)
        self.author = AuthorChoice(self.line, find_people, self._author_icon)
        self.evidence: str | None = None
        self._grade = label("", fonts.sans(SECONDARY), "second")
        self._answer = ElidedLabel(fonts.sans(SECONDARY), "warn")
        self._hints = KeyHints(hints(), self)
        self._count = label("", fonts.sans(SECONDARY), "second")
        self._arrange()
        self.line.entered.connect(self._enter)
        self.line.turned.connect(self._turn)
        self.line.last_wanted.connect(self.last_wanted)
        self.line.left.connect(self.left)
        self.line.textEdited.connect(self._edited)
        self.line.textChanged.connect(self._show_count)
        self.line.pasted.connect(self.pasted)
        self.line.before_all = self.author.take
        self.author.changed.connect(self._author_chosen)
        self.author.unknown.connect(self._say_unknown)

    def _arrange(self) -> None:
        self.line.setFont(fonts.sans(BODY))
        self.line.setAccessibleName(tr("New note"))
        below = QWidget(self)
        self._below = QStackedLayout(below)
        self._below.addWidget(self._hints)
        self._below.addWidget(self._answer)
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(NEAR)
        foot.addWidget(below, 1)
        foot.addWidget(self._grade)
        foot.addWidget(self._count)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(GAP - TIGHT, NEAR, GAP, CLOSE)
        grid.setHorizontalSpacing(CLOSE)
        grid.setVerticalSpacing(TIGHT)
        grid.addWidget(self.whose, 0, 0)
        grid.addWidget(self.author.shown, 0, 1)
        grid.addWidget(self.line, 0, 2)
        grid.addWidget(self._foot, 1, 2)
        grid.setColumnStretch(2, 1)

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
        self.whose.offer(self._functions)
        self.whose.setVisible(bool(functions))
        names = QFontMetrics(self.whose.font())
        widest = max((names.horizontalAdvance(f.name) for f in functions), default=0)
        self.whose.setFixedWidth(min(widest, _MOST_NAME) + MARK + GAP + CLOSE)
        self._show_function()

    def warn_past(self, words: int) -> None:
        """Warns from now on when a note has more words than this."""
        self._most_words = words
        self._show_count()

    def choose(self, index: int) -> None:
        """Chooses a function by its place in the list, counted from 0."""
        if 0 <= index < len(self._functions):
            self._choose_id(self._functions[index].id)

    def choose_function(self, function: FunctionId | None) -> None:
        """Chooses a function, if it is one of those offered."""
        self.choose(next((i for i, f in enumerate(self._functions) if f.id == function), -1))

    def show_lane(self, name: str) -> None:
        """Says which lane the next note goes to, where that is not its function's."""
        self._lane = name
        self._show_function()

    def show_speaker(self, person: Participant | None) -> None:
        """Says who speaks: the next note is theirs unless another function is chosen."""
        if person != self._speaker:
            self._speaker = person
            self.choose_function(person.function if person else self._function)
            self._show_function()

    @property
    def speaker(self) -> Participant | None:
        """Who speaks, while their function is the chosen one."""
        return self._speaker if self._speaker and self._speaker.function == self._function else None

    def hide_words(self, masked: bool) -> None:
        """Shows what is typed as a count of words, or as it is."""
        if masked != self.line.masked:
            self.line.hide_words(masked)
            self.author.hide_name(masked)
            self._show_count()

    def accept(self) -> None:
        """What was entered is kept: the line is free for the next note."""
        self.line.setText("")
        self.grade(None)

    def grade(self, evidence: str | None) -> None:
        """Says how the note that is typed is known."""
        self.evidence = evidence
        self._grade.setText(board_word(evidence) if evidence else "")
        self._show_foot()

    def say(self, words: str) -> None:
        """Shows an answer below the line until something is typed; empty: shows the keys."""
        self._answer.setText(words)
        self._below.setCurrentWidget(self._answer if words else self._hints)
        self._show_foot()

    def show_low(self, low: bool) -> None:
        """In a low window the keys are not told below the line; that comes with an answer."""
        self._hinted = not low
        self._grid.setContentsMargins(
            GAP - TIGHT, TIGHT if low else NEAR, GAP, TIGHT if low else CLOSE
        )
        self._show_foot()

    def _show_foot(self) -> None:
        said = self._answer.text() or self._grade.text() or self._count.text()
        self._hints.setVisible(self._hinted)
        self._foot.setVisible(self._hinted or bool(said))

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
        self.whose.offer(self._functions)
        self._show_function()

    def _choose_by_mouse(self, index: int) -> None:
        self.choose(index)
        self.line.setFocus()

    def icon_of(self, line: TypedLine) -> QIcon:
        """The mark of a line that is read: of the function it names, else of the chosen one."""
        whose = line.function or self._function
        found = next((f for f in self._functions if f.id == whose), None)
        return self.whose.icon_of(found) if found is not None else QIcon()

    def _show_function(self) -> None:
        found = next((f for f in self._functions if f.id == self._function), None)
        self.line.setPlaceholderText(invitation(found, self._lane, self.speaker))
        if found is not None:
            self.whose.show_function(found)

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
                self._choose_named(found)
                self.line.setText(text[len(start) :])
                self.line.setCursorPosition(0)
        self.author.follow()

    def _enter(self, text: str) -> None:
        if not text.strip():
            return
        if self.author.is_name(text):
            self._say_unknown(text.strip()[1:])
            return
        single = self._read(text) if len(text.splitlines()) == 1 else None
        if single is not None:
            self._choose_named(single)
        if single is not None and not single.text:
            self.accept()  # the name of a function alone chooses it
            self.say("")
        else:
            self.notes_typed.emit(single.text if single else text)

    def _choose_named(self, line: TypedLine) -> None:
        """Chooses the function and the author that a line names."""
        if line.function is not None:
            self._choose_id(line.function)
        if line.author is not None:
            self.author.choose_id(line.author)

    def _choose_id(self, function: FunctionId) -> None:
        """Chooses a function; an author of another one is not meant any more."""
        self._function = function
        self._show_function()
        if self.author.person is not None and self.author.person.function != function:
            self.author.choose(None)

    def _author_chosen(self) -> None:
        if self.author.person is not None:
            self.choose_function(self.author.person.function)
            self.say("")
        self._show_count()

    def _say_unknown(self, name: str) -> None:
        self.say(tr("Nobody here is called “{name}”.", name=name))

    def _author_icon(self, person: Participant) -> QIcon:
        found = next((f for f in self._functions if f.id == person.function), None)
        return self.whose.icon_of(found) if found is not None else QIcon()

    def _show_count(self) -> None:
        said, warns = length(self.line.text().strip(), self._most_words, self.line.masked)
        self._count.setText(said)
        change_role(self._count, "warn" if warns else "second")
        self._show_foot()
