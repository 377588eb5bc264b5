"""What was merged into a note: every text with its number and its author, each to be taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import fonts, marks
from ui.appearance import current
from ui.theme import BODY, CLOSE, GAP, NEAR, SECONDARY, TIGHT
from ui.translate import tr
from ui.widgets.plain import button, label, rule, surface
from workshop import merging, people
from workshop.faces import SEMIBOLD
from workshop.marks import Mark
from workshop.records.notes import Note
from workshop.records.people import Function, Participant
from workshop.records.words import NoteId
from workshop.state import Workshop

_WIDTH, _MOST_HEIGHT, _MARK = 400, 380, 20


@dataclass(frozen=True, slots=True)
class Original:
    """One of the merged notes, as it was written."""

    note: int
    number: int | None
    text: str
    mark: Mark | None
    whose: str
    merged: bool


def originals_of(workshop: Workshop, note: NoteId) -> list[Original]:
    """The note that stands for all, then those inside it by number."""
    return [
        _original(workshop, one)
        for one in (workshop[Note][note], *merging.originals(workshop, note))
    ]


def _original(workshop: Workshop, note: Note) -> Original:
    function = workshop[Function].get(note.function)
    author = workshop[Participant].get(note.author)
    names = [one.name for one in (author, function) if one is not None]
    return Original(
        note.id,
        note.nr,
        note.text,
        people.mark_of(function) if function else None,
        ", ".join(names) or tr("no function"),
        note.merged_into is not None,
    )


class MergedPanel(QFrame):
    """Lies over the board beside the note; Esc puts it away."""

    take_out_wanted = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("role", "popup")
        self.setAccessibleName(tr("Merged notes"))
        self.note = 0
        self.originals: Sequence[Original] = ()
        self.buttons: list[QPushButton] = []
        self._texts: list[QLabel] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea()
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column.addWidget(self._scroll)
        self.hide()

    @property
    def shown(self) -> list[tuple[str, str]]:
        """Number and whose, and the text, of each that is shown."""
        if self.isHidden():
            return []
        texts = [text.text() for text in self._texts]
        return list(zip(texts[::2], texts[1::2], strict=True))

    def show_originals(self, note: int, originals: Sequence[Original], beside: QRect) -> None:
        """Shows them beside the note, which lies there."""
        self.note, self.originals = note, originals
        self._fill(originals)
        height = min(self._inside.sizeHint().height() + NEAR, _MOST_HEIGHT)
        room = self._over.rect()
        right = beside.right() + CLOSE
        x = right if right + _WIDTH <= room.right() else beside.left() - CLOSE - _WIDTH
        y = min(beside.top(), room.bottom() - height - CLOSE)
        self.setGeometry(max(CLOSE, x), max(CLOSE, y), _WIDTH, height)
        self.show()
        self.raise_()
        (self.buttons[0] if self.buttons else self).setFocus()

    def put_away(self) -> None:
        """Is shown no longer."""
        self.note = 0
        self.hide()

    def _fill(self, originals: Sequence[Original]) -> None:
        self.buttons, self._texts = [], []
        self._inside = QWidget()
        surface(self._inside)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(GAP, NEAR, GAP, NEAR)
        column.setSpacing(CLOSE)
        for at, original in enumerate(originals):
            if at:
                column.addWidget(rule())
            column.addWidget(self._row(original))
        column.addStretch(1)
        self._inside.setFixedWidth(_WIDTH - NEAR)
        self._scroll.setWidget(self._inside)

    def _row(self, original: Original) -> QWidget:
        row = QWidget()
        head, column = QHBoxLayout(), QVBoxLayout(row)
        head.setSpacing(CLOSE)
        column.setContentsMargins(0, TIGHT, 0, TIGHT)
        column.setSpacing(TIGHT)
        mark = label("", fonts.sans(BODY))
        mark.setPixmap(_mark_of(original, self.devicePixelRatioF()))
        about = label(f"{original.number} · {original.whose}", fonts.sans(SECONDARY), "second")
        head.addWidget(mark)
        head.addWidget(about, 1)
        head.addWidget(self._button(original))
        text = label(original.text, fonts.sans(BODY))
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addLayout(head)
        column.addWidget(text)
        self._texts += [about, text]
        return row

    def _button(self, original: Original) -> QWidget:
        if not original.merged:
            return label(tr("stands for all"), fonts.sans(SECONDARY), "second")
        made = button(tr("Take out"), fonts.sans(SECONDARY, SEMIBOLD))
        made.setAccessibleName(tr("Take note {number} out", number=original.number))
        made.clicked.connect(lambda: self.take_out_wanted.emit(original.note))
        self.buttons.append(made)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _mark_of(original: Original, ratio: float) -> QPixmap:
    if original.mark is None:
        return QPixmap(1, 1)
    return marks.pixmap(original.mark, _MARK, current(), ratio)
