"""Copies the selected notes: as lines, as Markdown, or as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from ui.console.board_desk import BoardDesk
from ui.console.run import Run
from ui.translate import plural, tr
from workshop import copying
from workshop.copying import Copied
from workshop.records.words import NoteId


class CopyVerbs(QObject):
    """Puts notes on the clipboard in reading order."""

    said = Signal(str)

    def __init__(self, run: Run, desk: BoardDesk) -> None:
        super().__init__(run)
        self._run, self._desk = run, desk
        desk.view.copy_requested.connect(self.as_text)

    def verbs(self) -> dict[str, Callable[[], object]]:
        """What actions of the table these are."""
        return {
            "copy_text": self.as_text,
            "copy_markdown": self.as_markdown,
            "copy_table": self.as_table,
        }

    def as_text(self) -> None:
        """A line for each note."""
        self._copy({"text/plain": copying.as_text(self._copied())})

    def as_markdown(self) -> None:
        """A list under the titles of clusters."""
        text = copying.as_markdown(self._copied())
        self._copy({"text/plain": text, "text/markdown": text})

    def as_table(self) -> None:
        """Rows and columns."""
        notes, heads = self._copied(), _heads()
        table, html = copying.as_table(notes, heads), copying.as_html(notes, heads)
        self._copy({"text/plain": table, "text/html": html})

    def _copied(self) -> list[Copied]:
        rank = self._desk.view.board.rank
        chosen = sorted(self._desk.chosen, key=lambda note: rank[note])
        return copying.copied(self._run.workshop, [NoteId(note) for note in chosen])

    def _copy(self, kinds: dict[str, str]) -> None:
        count = len(self._desk.chosen)
        if not count:
            self.said.emit(tr("Choose notes to copy first."))
            return
        held = QMimeData()
        for kind, text in kinds.items():
            held.setData(kind, text.encode())
        held.setText(kinds["text/plain"])
        QGuiApplication.clipboard().setMimeData(held)
        self.said.emit(plural(count, "{count} note copied.", "{count} notes copied."))


def _heads() -> list[str]:
    """What stands above the columns of a table."""
    words = {
        "number": tr("Number"),
        "text": tr("Note"),
        "function": tr("Function"),
        "author": tr("Author"),
        "evidence": tr("Known by"),
        "cluster": tr("Cluster"),
        "merged_into": tr("Merged into"),
    }
    return [words[column] for column in copying.COLUMNS]
