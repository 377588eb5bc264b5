"""What the window asks with a dialog: which file to open, where to write, which backup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from ui import files
from ui.folders import documents_folder
from ui.settings import Settings
from ui.widgets import file_dialogs

if TYPE_CHECKING:
    from ui.window import MainWindow


class Asking(QObject):
    """None of these stops the program while it is open."""

    def __init__(self, window: MainWindow, store: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = store

    def open(self) -> QFileDialog:
        """Asks for a workshop and opens it."""
        folder = files.last_folder(self._settings)
        return file_dialogs.ask_open(self._window, folder, self._window.open_file)

    def elsewhere(self) -> None:
        """Asks where the work is to go on, since the disk takes nothing."""
        session = self._window.session
        if session is not None:
            name = session.path.stem
            file_dialogs.ask_new(self._window, documents_folder(), name, self._go_on_at)

    def _go_on_at(self, path: Path) -> None:
        if self._window.session is not None:
            self._window.session.go_on_at(files.with_suffix(path))

    def backups(self) -> QDialog:
        """Shows the backups; of the workshop that is open first."""
        from ui.rescue.backups import BackupsDialog

        session = self._window.session
        dialog = BackupsDialog(session.path if session else None, self._window)
        dialog.open_wanted.connect(self._window.open_file)
        dialog.open()
        return dialog
