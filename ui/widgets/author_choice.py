"""Who wrote the next note: "@" and the beginning of a name, typed into the line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import fonts
from ui.theme import BODY
from ui.translate import tr
from ui.widgets.author_list import AuthorList, MarkOf
from ui.widgets.plain import label
from workshop.records.people import Participant
from workshop.records.words import ParticipantId

_TOKEN = re.compile(r"(?:^|(?<=\s))@(\S*)$")
_MOST_NAME = 140
_ABOVE = 2

FindPeople = Callable[[str], Sequence[Participant]]


class AuthorChoice(QObject):
    """Offers names while one types, and remembers who was chosen."""

    changed = Signal()
    unknown = Signal(str)
    """Nobody is called what was typed."""

    def __init__(self, line: QLineEdit, find: FindPeople, mark_of: MarkOf) -> None:
        super().__init__(line)
        self._line, self._find, self._mark_of = line, find, mark_of
        self._list: AuthorList | None = None
        self.person: Participant | None = None
        self._masked = False
        self.shown = label("", fonts.sans(BODY), "second")
        self.shown.hide()
        line.editingFinished.connect(self._close)

    @property
    def id(self) -> ParticipantId | None:
        """Whose the next note is, by name."""
        return self.person.id if self.person else None

    @property
    def offered(self) -> list[str]:
        """The names that are offered at the moment."""
        return [person.name for person in self._list.people] if self._list else []

    def is_name(self, text: str) -> bool:
        """Whether a text is nothing but the beginning of a name."""
        return bool(_TOKEN.fullmatch(text.strip()))

    def choose_id(self, id: ParticipantId) -> None:
        """Says who writes the next note, by id."""
        self.choose(next((person for person in self._find("") if person.id == id), None))

    def choose(self, person: Participant | None) -> None:
        """Says who writes the next note; nobody: only a function does."""
        if person is None and self.person is None:
            return
        self.person = person
        self._show()
        self.changed.emit()

    def hide_name(self, masked: bool) -> None:
        """Shows who writes, or only that somebody was named."""
        self._masked = masked
        self._show()

    def _show(self) -> None:
        name = self.person.name if self.person else ""
        if name and self._masked:
            name = tr("somebody")
        metrics = QFontMetrics(self.shown.font())
        self.shown.setText(metrics.elidedText(name, Qt.TextElideMode.ElideRight, _MOST_NAME))
        self.shown.setAccessibleName(tr("Author: {name}", name=name) if name else "")
        self.shown.setVisible(bool(name))

    def take(self, event: QKeyEvent) -> bool:
        """Does what a key means while names are offered; whether it means anything."""
        if self._list is not None and self._list.take(event):
            return True
        backs = event.key() == Qt.Key.Key_Backspace and not self._line.text()
        if backs and self.person is not None:
            self.choose(None)
            return True
        return False

    def follow(self) -> None:
        """The line has been typed into."""
        token = _TOKEN.search(self._line.text()[: self._line.cursorPosition()])
        if token is None:
            self._close()
            return
        found = self._find(token[1])
        if found:
            self._shown_list().offer(found, self._corner())
            return
        self._close()
        if token[1]:
            self.unknown.emit(token[1])

    def _shown_list(self) -> AuthorList:
        window = self._line.window()
        if self._list is None or self._list.parent() is not window:
            self._list = AuthorList(self._mark_of, window)
            self._list.chosen.connect(self._chosen)
        return self._list

    def _corner(self) -> QPoint:
        window: QWidget = self._line.window()
        return self._line.mapTo(window, QPoint(0, -_ABOVE))

    def _chosen(self, person: Participant) -> None:
        """Takes the "@" and what follows out of the line again."""
        before = self._line.text()[: self._line.cursorPosition()]
        after = self._line.text()[len(before) :].lstrip()
        token = _TOKEN.search(before)
        kept = before[: token.start()] if token else before
        self._line.setText(kept + after)
        self._line.setCursorPosition(len(kept))
        self._line.setFocus()
        self.choose(person)

    def _close(self) -> None:
        if self._list is not None:
            self._list.hide()
