"""Outlines around notes that are suggested to belong together."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from workshop.board.rect import Rect

if TYPE_CHECKING:
    from ui.board.view import BoardView


class Outlines:
    """The outlines of a view: bold ones for what is suggested now, fine ones for the rest."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self._shown: tuple[Collection[int], Collection[int]] = ((), ())

    def show(self, notes: Collection[int], others: Collection[int] = ()) -> None:
        """Outline these from now on. If any is on its way all arrive now, since a note has its
        outline only where it lies."""
        known = self._view.board.notes
        changed = {*self._shown[0], *self._shown[1], *notes, *others}
        self._shown = notes, others
        if not {*notes, *others}.isdisjoint(self._view.motion.moving):
            self._view.motion.stop()
        self._view.update_areas(known[note].rect for note in changed if note in known)

    def paint(self, painter: QPainter, area: Rect, hidden: Collection[int]) -> None:
        """Paint those in an area; the painter is in board units."""
        view = self._view
        for notes, pen in zip(self._shown, view.painter.look.suggested, strict=True):
            known = view.board.notes
            boxes = [known[note] for note in notes if note in known and note not in hidden]
            seen = [box for box in boxes if box.rect.meets(area)]
            view.painter.paint_suggested(painter, seen, pen)
