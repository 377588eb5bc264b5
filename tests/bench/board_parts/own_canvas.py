"""What is measured on our own canvas."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QPointF

from tests.bench.board_parts.frames import (
    HEIGHT,
    WIDTH,
    ZOOM_STEPS,
    Action,
    Times,
    frame,
    frames,
    frozen,
    settle,
    to_and_fro,
)
from tests.board_sheets import MARKS, card, with_cards
from ui.board.gestures import NoteDrag
from ui.board.painter import BoardPainter
from ui.board.view import BoardView
from ui.theme import LIGHT
from workshop.board.layout import Layout
from workshop.board.notes import NoteBox
from workshop.board.sheet import Sheet
from workshop.board.style import CONSOLE

_AT = QPointF(900, 500)
_LEAST_ZOOM = 0.5
"""A board that fits at more than this is zoomed from here."""


class OwnCanvas:
    """Our canvas at work on a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.view = BoardView(BoardPainter(CONSOLE, LIGHT))
        self.view.resize(WIDTH, HEIGHT)

    def measure(self) -> Times:
        """All frames that are measured."""
        view = self.view
        times: Times = {"build": [frame(self._build, view)]}
        settle()
        with frozen():
            times["pan at 100 %"] = frames(self._pans(1.0), view)
            times["pan at 40 %"] = frames(self._pans(0.4), view)
            self._show_at(0)
            times["whole board"] = frames([view.update] * 30, view)
            times |= self._zoom()
            times["drag with two views"] = self._drag()
            times["note typed to painted"] = frames(self._adds(), view)
        view.close()
        return times

    def _build(self) -> None:
        self.view.set_sheet(self.sheet)
        self.view.show()

    def _show_at(self, scale: float) -> None:
        """Show the middle of the board at a scale; 0 is all of it."""
        view = self.view
        if scale:
            view.zoom(scale)
            view.end_preview()
            view.show_area(middle_note(view.board).rect.grown(WIDTH / scale / 2))
        else:
            view.fit_all()
            view.end_preview()
        settle()

    def _pans(self, scale: float) -> Iterator[Action]:
        """Pans, as far as there is more of the board to see."""
        self._show_at(scale)
        view = self.view
        for step in range(80):
            way = to_and_fro(step)
            if view.viewport.panned(*way).within(view.content, view.board_rect()) != view.viewport:
                yield partial(view.pan, *way)

    def _zoom(self) -> Times:
        """Out and in again twice; each gesture's first step also takes the frame to zoom."""
        view = self.view
        fit = min(view.viewport.scale, _LEAST_ZOOM)
        self._show_at(fit)
        factor = (1 / fit) ** (1 / ZOOM_STEPS)
        times: Times = {"zoom step": [], "first step of a zoom": [], "end of a zoom": []}
        for by in (factor, 1 / factor) * 2:
            steps = frames([partial(view.zoom_by, by, _AT)] * ZOOM_STEPS, view)
            times["zoom step"] += steps
            times["first step of a zoom"].append(steps[0])
            view.update()
            times["end of a zoom"].append(frame(view.end_preview, view))
        return times

    def _drag(self) -> list[float]:
        view, note = self.view, middle_note(self.view.board)
        self._show_at(1.0)
        other = BoardView(view.painter)
        other.resize(WIDTH, HEIGHT)
        other.show()
        other.show_layout(view.board)
        other.fit_all()
        other.end_preview()
        other.mirror(view)
        start = QPointF(view.viewport.to_pixels(note.rect).center())
        gesture = NoteDrag(view, start, (note.card.note,))
        view.begin_gesture(gesture)
        settle()
        found = frames(_moves(view, gesture, start), view, other)
        view.cancel_gesture()
        other.close()
        settle()
        return found

    def _adds(self) -> Iterator[Action]:
        """Notes that are typed one after the other into the third lane, whose end is in sight."""
        view = self.view
        last = self.sheet.piles[2].cards[-1].note
        view.show_area(view.board.notes[last].rect.grown(200))
        settle()
        for step in range(30):
            yield partial(self._add, step)

    def _add(self, step: int) -> None:
        text = f"One more thing that somebody said about the matter, number {step}"
        note = card(10**6 + step, text, MARKS[2], author="Ines")
        self.sheet = with_cards(self.sheet, 2, (*self.sheet.piles[2].cards, note))
        self.view.set_sheet(self.sheet)


def _moves(view: BoardView, gesture: NoteDrag, start: QPointF) -> Iterator[Action]:
    at = start
    for step in range(80):
        at += QPointF(*to_and_fro(step)) / 3
        yield partial(view.move_gesture, partial(gesture.move, QPointF(at)))


def middle_note(layout: Layout) -> NoteBox:
    """The note nearest to the middle of the board."""
    x, y = layout.bounds.middle
    return min(
        layout.notes.values(),
        key=lambda box: abs(box.rect.middle[0] - x) + abs(box.rect.middle[1] - y),
    )
