"""The backups that there are, by workshop; any of them can be restored into a new file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import files, fonts, messages
from ui.console.feed import local_now
from ui.home.key_button import KeyButton
from ui.home.recent_words import when_words
from ui.rescue import work
from ui.rescue_words import counts_words
from ui.theme import BODY, GAP, NEAR, SECONDARY, TITLE
from ui.translate import tr
from ui.widgets.plain import label, surface
from workshop.keeping.backups import Backup
from workshop.keeping.vault import Shelf

WIDTH, HEIGHT = 640, 480
"""Pixels; it fits the smallest window at twice the scale."""
_BACKUP = Qt.ItemDataRole.UserRole


class BackupsDialog(QDialog):
    """Lists backups, newest first. Enter restores the chosen one, Esc closes."""

    open_wanted = Signal(Path)

    def __init__(self, of: Path | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Backups"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        surface(self, "paper")
        self._made: Path | None = None
        self._shelves = _with_backups(of)
        self.workshops, self.list = QComboBox(), QListWidget()
        self._words = label("", fonts.sans(SECONDARY), "second")
        self.restore_button = KeyButton(tr("Restore into a new file"), tr("Enter"), primary=True)
        self.close_button = KeyButton(tr("Close"), tr("Esc"))
        self._work = work.shared()
        self._arrange()
        self._connect()
        self._fill()

    def _arrange(self) -> None:
        for widget, name in ((self.workshops, tr("Workshop")), (self.list, tr("Backups"))):
            widget.setFont(fonts.sans(BODY))
            widget.setAccessibleName(name)
        self._words.setWordWrap(True)
        self.list.setMinimumHeight(3 * GAP)
        buttons = QHBoxLayout()
        buttons.setSpacing(NEAR)
        buttons.addWidget(self.restore_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(NEAR)
        column.addWidget(label(tr("Backups"), fonts.serif(TITLE)))
        column.addWidget(self.workshops)
        column.addWidget(self.list, 1)
        column.addWidget(self._words)
        column.addLayout(buttons)
        self.resize(WIDTH, HEIGHT)

    def _connect(self) -> None:
        self.workshops.currentIndexChanged.connect(self._show_backups)
        self.list.itemActivated.connect(self._restore)
        self.restore_button.clicked.connect(self._act)
        self.close_button.clicked.connect(self.reject)
        queued = Qt.ConnectionType.QueuedConnection
        self._work.counted.connect(self._counted, queued)
        self._work.written.connect(self._written, queued)

    def _fill(self) -> None:
        for shelf in self._shelves:
            assert shelf.path is not None
            self.workshops.addItem(tr("{name}, in {folder}", name=shelf.path.stem,
                                      folder=shelf.path.parent))  # fmt: skip
        self.workshops.setVisible(len(self._shelves) > 1)
        self._show_backups()

    @property
    def shelf(self) -> Shelf | None:
        """The workshop that is chosen."""
        at = self.workshops.currentIndex()
        return self._shelves[at] if at >= 0 else None

    @property
    def said(self) -> str:
        """The line above the buttons."""
        return self._words.text()

    def _show_backups(self) -> None:
        self.list.clear()
        self._made = None
        backups = self.shelf.backups() if self.shelf is not None else []
        for backup in backups:
            item = QListWidgetItem(_when(backup))
            item.setData(_BACKUP, backup)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.restore_button.setEnabled(bool(backups))
        if backups:
            self._words.setText(tr("The workshop itself stays as it is."))
            self.list.setFocus()
        else:
            self._words.setText(tr("There are no backups yet. They are made while you work."))
            self.close_button.setFocus()
        self._work.count([backup.file for backup in backups])

    def _counted(self, file: Path, found: Any) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            backup: Backup = item.data(_BACKUP)
            if backup.file == file:
                damaged = isinstance(found, Exception)
                told = tr("cannot be used") if damaged else counts_words(found)
                item.setText(f"{_when(backup)}   {told}")

    def _act(self) -> None:
        """The first button: restores, then opens what was restored."""
        if self._made is not None:
            self.accept()
            self.open_wanted.emit(self._made)
        elif self.list.currentItem() is not None:
            self._restore(self.list.currentItem())

    def _restore(self, item: QListWidgetItem) -> None:
        path, backup = self.shelf.path if self.shelf else None, item.data(_BACKUP)
        if path is None or not self.restore_button.isEnabled():
            return
        self.restore_button.setEnabled(False)
        self._words.setText(tr("Writing the new file."))
        local = backup.at.astimezone()
        self._work.restore(backup.file, path, f"{local:%Y-%m-%d %H-%M}")

    def _written(self, source: Path, new: Any) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        if item is None or item.data(_BACKUP).file != source:
            return
        self.restore_button.setEnabled(True)
        if isinstance(new, Exception):
            told = messages.sentence if hasattr(new, "key") else messages.system_sentence
            self._words.setText(told(new))  # type: ignore[arg-type]
            return
        self._made = new
        self._words.setText(tr("Made {file}.", file=new))
        self.restore_button.say(tr("Open it"), tr("Enter"))
        self.restore_button.setFocus()


def _with_backups(of: Path | None) -> list[Shelf]:
    """The workshops that have backups, the one that is open first."""
    found = [shelf for shelf in files.vault().shelves() if shelf.path and shelf.backups()]
    found.sort(key=lambda shelf: shelf.backups()[0].at, reverse=True)
    return sorted(found, key=lambda shelf: shelf.path != of)


def _when(backup: Backup) -> str:
    return when_words(backup.at.isoformat(), local_now())
