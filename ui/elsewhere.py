"""The work goes on in another file, or begins in a copy of one: the facilitator says where."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui import files, messages
from ui.folders import documents_folder
from ui.session import Session
from ui.translate import tr
from ui.widgets import file_dialogs
from ui.widgets.notices import Notices
from workshop.errors import CoxswainError
from workshop.store.apart import write_copy
from workshop.store.names import free_name

Offer = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""
_OPEN_IN_A_COPY = ("file.in_use", "file.read_only")
"""Problems with a file that a copy of it does not have."""


class Elsewhere(QObject):
    """Asks for places. `open_file` opens a workshop in the window."""

    def __init__(
        self, notices: Notices, open_file: Callable[[Path], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._notices, self._open_file, self._window = notices, open_file, parent

    def ask(self, session: Session | None) -> None:
        """Asks where an open workshop is to be kept from now on."""
        if session is not None:
            take = partial(self._save, session)
            title = tr("Where to go on")
            name = session.path.stem
            file_dialogs.ask_place(self._window, title, documents_folder(), name, take)

    def follow(self, session: Session) -> None:
        """Tells how the way of a workshop to another file ends."""
        session.moved.connect(self._notices.moved)
        session.kept.connect(self._notices.kept)
        session.cannot_move.connect(partial(self._cannot_move, session))

    def _save(self, session: Session, path: Path) -> None:
        path = files.with_suffix(path)
        self._notices.say(tr("Saving to {file}.", file=messages.file_name(path)), closes=False)
        session.go_on_at(path)

    def _cannot_move(self, session: Session, words: str) -> None:
        self._notices.say(words, tr("Save elsewhere…"), partial(self.ask, session))

    def offer_copy(self, problem: CoxswainError) -> Offer | None:
        """A copy of a file that cannot be opened itself."""
        if problem.key not in _OPEN_IN_A_COPY or problem.facts.get("here"):
            return None
        return tr("Open a copy…"), partial(self._ask_copy, Path(str(problem.facts["file"])))

    def _ask_copy(self, path: Path) -> None:
        proposed = free_name(path, tr("copy"))
        take = partial(self._open_copy, path)
        title = tr("Where to keep the copy")
        file_dialogs.ask_place(self._window, title, proposed.parent, proposed.stem, take)

    def _open_copy(self, path: Path, to: Path) -> None:
        to = files.with_suffix(to)
        try:
            write_copy(path, to)
        except CoxswainError as error:
            self._notices.say(messages.sentence(error), *(self.offer_copy(error) or ()))
        except OSError as error:
            self._notices.say(messages.system_sentence(error))
        else:
            if self._open_file(to):
                self._notices.say(tr("This is a copy: {file}.", file=messages.file_name(to)))
