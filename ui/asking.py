"""What the window asks with a dialog: which file to open, where to write, which backup."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog

from exports.safe_write import write_bytes
from ui import copies, files, messages
from ui.new_workshop.place import file_name
from ui.settings import Settings
from ui.translate import tr
from ui.widgets import file_dialogs
from workshop import snapshot
from workshop.errors import CoxswainError

if TYPE_CHECKING:
    from ui.window import MainWindow


class Asking(QObject):
    """None of these stops the program while it is open."""

    _wrote = Signal(str)
    """What came of writing a copy, in words; emitted on the thread that wrote."""

    def __init__(self, window: MainWindow, store: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = store
        self._wrote.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def verbs(self) -> dict[str, Callable[[], object]]:
        """What the actions of the table ask."""
        return {
            "open": self.open,
            "backups": self.backups,
            "export_data": partial(self.copy, copies.ARCHIVE),
            "export_share": partial(self.copy, copies.SHARED),
        }

    def open(self) -> QFileDialog:
        """Asks for a workshop and opens it."""
        folder = files.last_folder(self._settings)
        return file_dialogs.ask_open(self._window, folder, self._window.open_file)

    def brief(self) -> None:
        """Asks where the brief is to be written."""
        self._window.exporting.ask_brief(self._window.session)

    def backups(self) -> QDialog:
        """Shows the backups; of the workshop that is open first."""
        from ui.rescue.backups import BackupsDialog

        session = self._window.session
        dialog = BackupsDialog(session.path if session else None, self._window)
        dialog.open_wanted.connect(self._window.open_file)
        dialog.open()
        return dialog

    def copy(self, what: str) -> QFileDialog | None:
        """Asks where the archive or the copy to share is to be written, and writes it."""
        session = self._window.session
        if session is None:
            return None
        shared = what == copies.SHARED
        title = tr("Export a copy to share") if shared else tr("Export the archive")
        name = tr("{name} to share", name=session.path.stem) if shared else session.path.stem
        return file_dialogs.ask_copy(
            self._window,
            title,
            session.path.with_name(file_name(name) + ".yaml"),
            partial(self.write_copy, what),
            may_be_workshop=shared,
        )

    def write_copy(self, what: str, target: Path) -> None:
        """Writes a copy of the workshop as it is now, in the background."""
        session = self._window.session
        if session is not None:
            now = (what, snapshot.take(session.workshop), session.picture, target)
            threading.Thread(target=self._write, args=now, daemon=True).start()

    def _write(
        self, what: str, taken: snapshot.Snapshot, read: copies.ReadPicture, target: Path
    ) -> None:
        try:
            workshop = snapshot.restore(taken)
            if what == copies.SHARED and copies.is_workshop(target):
                copies.write_shared(workshop, read, target, force=True)
            else:
                write_bytes(target, copies.as_yaml(workshop, what))
        except CoxswainError as error:
            self._wrote.emit(messages.sentence(error))
        except OSError as error:
            self._wrote.emit(messages.system_sentence(error))
        else:
            self._wrote.emit(tr("Wrote {file}.", file=target.name))

    def _tell(self, words: str) -> None:
        self._window.notices.passing(words)
