"""Notes made ready to paint: rectangles and glyphs that are kept from frame to frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QGlyphRun, QPainterPath

from ui.board.body import edge
from ui.board.typesetting import QtTypesetter
from workshop.board.notes import CHIP_PAD, NoteBox, NoteShape
from workshop.board.piles import PileBox
from workshop.board.style import Style

_KEPT = 25_000
"""So many notes are kept ready; then all are forgotten and made anew as they come into view."""

ByColour = dict[str | None, list[QRectF]]


@dataclass(slots=True, eq=False)
class DrawnNote:
    """A note in its place; `stripe` is its edge without round corners, `glyphs` are its text, which
    ends at the height `text_to`. The foot may begin above that: a number stands beside a last line.

    What is painted only at some detail is made when it is asked for first.
    """

    box: NoteBox
    rect: QRectF
    stripe: QRectF
    text_at: QPointF
    text_to: float
    foot_from: float
    glyphs: list[QGlyphRun]
    edge: QPainterPath | None = None
    foot: list[tuple[QPointF, list[QGlyphRun]]] | None = None


class DrawnNotes:
    """What has been made ready for one style. Several views may share it."""

    def __init__(self, typesetter: QtTypesetter) -> None:
        self.typesetter = typesetter
        self.style: Style = typesetter.style
        self._notes: dict[NoteBox, DrawnNote] = {}
        self._glyphs: dict[NoteShape, list[QGlyphRun]] = {}
        self._words: dict[str, list[QGlyphRun]] = {}
        self._bars: dict[NoteBox, tuple[QRectF, list[QRectF]]] = {}
        self._piles: dict[PileBox, tuple[ByColour, ByColour]] = {}

    def note(self, box: NoteBox) -> DrawnNote:
        """The note ready to paint."""
        found = self._notes.get(box)
        if found is None:
            _make_room(self._notes)
            found = self._notes[box] = self._drawn(box)
        return found

    def edge(self, note: DrawnNote) -> QPainterPath:
        """The note's edge with round corners."""
        if note.edge is None:
            note.edge = edge(note.rect, self.style)
        return note.edge

    def foot(self, note: DrawnNote) -> list[tuple[QPointF, list[QGlyphRun]]]:
        """The small words below the note's text, each with its place."""
        if note.foot is None:
            note.foot = list(self._foot(note.box))
        return note.foot

    def word(self, text: str) -> list[QGlyphRun]:
        """The glyphs of a small word on one line."""
        found = self._words.get(text)
        if found is None:
            _make_room(self._words)
            found = self._words[text] = self.typesetter.line(text, "small")
        return found

    def blocks(self, pile: PileBox) -> tuple[ByColour, ByColour]:
        """The rectangles of a pile's notes and of the bars that stand for their text, by colour."""
        found = self._piles.get(pile)
        if found is None:
            _make_room(self._piles)
            found = self._piles[pile] = self.blocks_of(pile.boxes)
        return found

    def blocks_of(self, boxes: Iterable[NoteBox]) -> tuple[ByColour, ByColour]:
        """The same for any notes."""
        rects: ByColour = {}
        bars: ByColour = {}
        for box in boxes:
            found = self._bars.get(box)
            if found is None:
                _make_room(self._bars)
                found = self._bars[box] = QRectF(*box.rect), _bars(box, self.style)
            colour = box.shape.card.colour
            if colour in rects:
                rects[colour].append(found[0])
                bars[colour] += found[1]
            else:
                rects[colour], bars[colour] = [found[0]], list(found[1])
        return rects, bars

    def _drawn(self, box: NoteBox) -> DrawnNote:
        style, shape = self.style, box.shape
        glyphs = self._glyphs.get(shape)
        if glyphs is None:
            _make_room(self._glyphs)
            width = style.text_width(shape.width)
            glyphs = self._glyphs[shape] = self.typesetter.glyphs(shape.text, "text", width)
        text_from = box.y + style.pad + shape.lead
        return DrawnNote(
            box=box,
            rect=QRectF(box.x, box.y, shape.width, shape.height),
            stripe=QRectF(box.x, box.y, style.edge, shape.height),
            text_at=QPointF(box.x + style.inset, text_from),
            text_to=text_from + shape.text.height,
            foot_from=_foot_from(box, style),
            glyphs=glyphs,
        )

    def _foot(self, box: NoteBox) -> Iterator[tuple[QPointF, list[QGlyphRun]]]:
        style = self.style
        drop = style.foot - self.typesetter.metrics["small"].height()
        for item in box.shape.foot:
            if item.text:
                x = item.x + item.width - self.typesetter.width(item.text, "small")
                x -= CHIP_PAD if item.kind == "cluster" else 0
                yield QPointF(box.x + x, box.y + item.y + drop), self.word(item.text)


def _make_room(kept: dict[Any, Any]) -> None:
    if len(kept) >= _KEPT:
        kept.clear()


def _foot_from(box: NoteBox, style: Style) -> float:
    """Where on the board the foot begins."""
    foot = box.shape.foot
    return box.y + (foot[0].y if foot else box.shape.height - style.pad)


def _bars(box: NoteBox, style: Style) -> list[QRectF]:
    """Up to three bars in place of the lines; a covered note has none to count."""
    shape = box.shape
    lines = len(shape.text.lines)
    wide, high = style.text_width(shape.width), style.leading * 0.5
    x, y = box.x + style.inset, box.y + style.pad + shape.lead + style.leading * 0.25
    parts = (1.0, 0.9, 0.6)[3 - min(lines, 3) :]
    return [
        QRectF(x, y + place * style.leading, wide * part, high) for place, part in enumerate(parts)
    ]
