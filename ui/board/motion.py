"""Shows where notes went: for a moment they move from their old place to the new one."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtGui import QPainter

from ui.board.painter import FADED, BoardPainter
from workshop.board.layout import Layout
from workshop.board.notes import NoteBox
from workshop.board.rect import Rect

if TYPE_CHECKING:
    from ui.board.canvas import BoardCanvas

LASTS_MS = 160
MOST_NOTES = 40
MOST_REARRANGED = 300
"""When more notes than this move at once they are simply there: nobody could follow them. A board
that is arranged in another way is looked at as a whole, so there it is more."""


class Motion(QObject):
    """The notes of a canvas that are on their way. Off unless `lasts` is more than 0 ms."""

    def __init__(self, canvas: BoardCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.lasts = 0
        self._ways: list[tuple[NoteBox, float, float]] = []
        self._left = 0.0
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self.stop)

    @property
    def moving(self) -> Collection[int]:
        """The notes on their way, which are not painted where they lie."""
        return {box.card.note for box, _, _ in self._ways} if self._ways else ()

    def begin(self, before: Layout, after: Layout, seen: Rect) -> list[Rect]:
        """Let notes in sight move that lie elsewhere now; return what to paint again.

        Where none does, those that are on their way go on to where they still lie.
        """
        stopped = self._areas() + self._ends()
        found = _found(before, after, seen) if self.lasts > 0 else []
        if not found:
            self._ways = _going_on(self._ways, after)
            if not self._ways:
                self._animation.stop()
            return stopped
        self._ways = found
        self._left = 1.0
        self._animation.stop()
        self._animation.setDuration(self.lasts)
        self._animation.start()
        return stopped + self._areas()

    def stop(self) -> None:
        """Put every note where it belongs."""
        areas = self._areas() + self._ends()
        self._ways = []
        self._animation.stop()
        self._canvas.update_areas(areas)

    def paint(self, painter: QPainter, board: BoardPainter, detail: float) -> None:
        """Paint the notes where they are now."""
        for box, right, down in self._ways:
            painter.save()
            painter.setOpacity(FADED if box.card.note in self._canvas.faded else 1.0)
            painter.translate(right * self._left, down * self._left)
            board.paint_note(painter, box, detail)
            painter.restore()

    def _step(self, left: float) -> None:
        before = self._areas()
        self._left = left
        self._canvas.update_areas(before + self._areas())

    def _areas(self) -> list[Rect]:
        left = self._left
        return [box.rect.moved(right * left, down * left) for box, right, down in self._ways]

    def _ends(self) -> list[Rect]:
        """Where the notes on their way will lie: nothing is painted there while they move."""
        return [box.rect for box, _, _ in self._ways]


Way = tuple[NoteBox, float, float]


def _going_on(ways: list[Way], after: Layout) -> list[Way]:
    """The ways that end where the note lies in another layout too."""
    found: list[Way] = []
    for old, right, down in ways:
        box = after.notes.get(old.card.note)
        if box is not None and (box.x, box.y) == (old.x, old.y):
            found.append((box, right, down))
    return found


def _found(before: Layout, after: Layout, seen: Rect) -> list[Way]:
    """The notes that are to be shown moving; none where there is too much to follow."""
    if before.sheet.arrangement != after.sheet.arrangement:
        return _ways(before, after, seen, MOST_REARRANGED)
    if after.changed and len(after.changed) <= 4 * MOST_NOTES:
        return _ways(before, after, seen, MOST_NOTES)
    return []


def _ways(before: Layout, after: Layout, seen: Rect, most: int) -> list[Way]:
    """The notes that moved in sight, with the way back to where they were."""
    found: list[Way] = []
    for note, box in after.notes.items():
        old = before.notes.get(note)
        if old is None or old is box or (old.x, old.y) == (box.x, box.y):
            continue
        if box.rect.meets(seen) or old.rect.meets(seen):
            found.append((box, old.x - box.x, old.y - box.y))
            if len(found) > most:
                return []
    return found
