"""The system's dialogs for files, without stopping the program while they are open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.files import SUFFIX, with_suffix
from ui.folders import documents_folder
from ui.session import Session
from ui.translate import tr

Take = Callable[[Path], object]


def ask_open(parent: QWidget, folder: Path, take: Take) -> QFileDialog:
    """Asks for a workshop to open; `take` gets its path."""
    dialog = _dialog(parent, tr("Open a workshop"), folder, take)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def ask_new(parent: QWidget, folder: Path, name: str, take: Take) -> QFileDialog:
    """Asks where a new workshop is to be kept; `take` gets its path."""
    return ask_place(parent, tr("Where to keep the new workshop"), folder, name, take)


def ask_place(parent: QWidget, title: str, folder: Path, name: str, take: Take) -> QFileDialog:
    """Asks where a workshop is to be kept; `take` gets its path."""
    dialog = _dialog(parent, title, folder, take)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(SUFFIX.lstrip("."))
    # A file that is there is never written over, so there is nothing to confirm.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(name + SUFFIX)
    dialog.open()
    return dialog


def ask_elsewhere(window: QWidget, session: Session) -> None:
    """Asks where the work of a session is to go on, and goes on there."""

    def go_on(path: Path) -> None:
        session.go_on_at(with_suffix(path))

    ask_new(window, documents_folder(), session.path.stem, go_on)


def _dialog(parent: QWidget, title: str, folder: Path, take: Take) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setNameFilters([tr("Workshops") + f" (*{SUFFIX})", tr("All files") + " (*)"])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: take(Path(name)))
    return dialog
