"""Shows where revealed notes come from: for a moment they slide out from below their head."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal
from PySide6.QtGui import QPainter

from ui.room.paint import detail_of
from ui.room.pieces import Notes
from workshop.board.notes import NoteBox
from workshop.board.sheet import PileKey, Sheet

LASTS_MS = 180


class Arrival(QObject):
    """Notes on their way. They are painted `way` pixels above their place at first."""

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._notes: list[tuple[Notes, NoteBox]] = []
        self._way = 0.0
        self._left = 0.0
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(LASTS_MS)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self.stop)

    @property
    def notes(self) -> Collection[int]:
        """The notes on their way, which are not painted where they lie."""
        return {note.card.note for _, note in self._notes}

    def begin(self, notes: list[tuple[Notes, NoteBox]], way: float) -> None:
        """Let these notes arrive."""
        self.stop()
        self._notes, self._way, self._left = notes, way, 1.0
        if notes:
            self._animation.start()

    def stop(self) -> None:
        """Every note is where it belongs."""
        on_the_way = bool(self._notes)
        self._notes = []
        self._animation.stop()
        if on_the_way:
            self.moved.emit()

    def paint(self, painter: QPainter) -> None:
        """Paint the notes where they are now, in pixels of the display."""
        for board, note in self._notes:
            painter.save()
            painter.setOpacity(1 - self._left)
            painter.translate(board.x, board.y - self._left * self._way)
            board.painter.paint_note(painter, note, detail_of(painter))
            painter.restore()

    def _step(self, left: float) -> None:
        self._left = left
        self.moved.emit()


def newly_revealed(before: Sheet | None, after: Sheet | None) -> set[PileKey]:
    """The lanes that were covered before and may be read now."""
    if before is None or after is None:
        return set()
    covered = {pile.key for pile in before.piles if pile.covered}
    return {pile.key for pile in after.piles if not pile.covered and pile.key in covered}


def newest(before: Sheet | None, after: Sheet | None) -> int | None:
    """The id of the last note that can be read now and could not before."""
    if before is None or after is None or _count(after) <= _count(before):
        return None
    known = {card.note for pile in before.piles for card in pile.cards}
    return max(
        (card.note for pile in after.piles for card in pile.cards if card.note not in known),
        default=None,
    )


def _count(sheet: Sheet) -> int:
    return sum(len(pile.cards) for pile in sheet.piles)
