"""The system's dialogs for files, without stopping the program while they are open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.files import SUFFIX
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


def ask_copy(
    parent: QWidget, title: str, proposed: Path, take: Take, may_be_workshop: bool
) -> QFileDialog:
    """Asks where a copy of the data is to be written: as YAML or, if it may be, as a workshop. The
    system asks before a file is written over."""
    dialog = QFileDialog(parent, title, str(proposed.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    kinds = {tr("Data, YAML") + " (*.yaml)": "yaml"}
    if may_be_workshop:
        kinds[tr("Workshop") + f" (*{SUFFIX})"] = SUFFIX.lstrip(".")
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix("yaml")
    dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(kinds.get(name, "yaml")))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.selectFile(proposed.name)
    dialog.fileSelected.connect(lambda name: take(Path(name)))
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, folder: Path, take: Take) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setNameFilters([tr("Workshops") + f" (*{SUFFIX})", tr("All files") + " (*)"])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: take(Path(name)))
    return dialog
