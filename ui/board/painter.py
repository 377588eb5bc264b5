"""Paints a layout: the same for the console, the room display and pictures of a board.

Everything painted comes from the layout, and so from the cards in it. The painter that is handed
in already maps board units to the device; `detail` is how many device pixels a unit gets.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.board.body import paint_body
from ui.board.drawn import DrawnNote, DrawnNotes
from ui.board.heads import HeadPainter
from ui.board.look import Look, look_of
from ui.board.pictures import paint_note_picture
from ui.board.signs import paint_evidence, paint_saving
from ui.board.typesetting import QtTypesetter
from ui.theme import Theme
from workshop.board.layout import Layout
from workshop.board.notes import CHIP_PAD, SIGN_PART, NoteBox
from workshop.board.rect import Rect
from workshop.board.style import Style

BLOCKS_BELOW = 0.15
"""Below this detail notes are plain rectangles."""
BARS_BELOW = 0.36
"""Below this detail bars stand for lines of text."""
SMALL_FROM = 0.5
"""From this detail on corners are round and the small words of the foot are painted."""
OUTLINE_GAP = 3.0
"""Space between a note and the outline of the selected, in board units."""
FADED = 0.16
"""The opacity of notes that a filter leaves out."""
_OVERHANG = 3.0
"""Letters may stand out from their text by so much, in board units."""
_WHOLE = 0.4
"""From this share of the board in view on, all of it is painted from lists made beforehand."""


class BoardPainter:
    """Paints boards in one style and one theme. Views of one layout may share a painter."""

    def __init__(self, style: Style, theme: Theme, ground: str = "") -> None:
        self.style = style
        self.typesetter = QtTypesetter(style)
        self.drawn = DrawnNotes(self.typesetter)
        self.set_theme(theme, ground)

    def set_theme(self, theme: Theme, ground: str = "") -> None:
        """Paint in these colours from now on; `ground` instead of the theme's paper."""
        self.look: Look = look_of(theme, ground)
        self.heads = HeadPainter(self.style, self.typesetter, self.look)

    def paint(
        self,
        painter: QPainter,
        layout: Layout,
        area: Rect,
        detail: float,
        *,
        skip: Collection[int] = (),
        faded: Collection[int] = (),
        lane_heads: bool = True,
    ) -> None:
        """Paint what lies in an area of the board, without the notes to skip; those that are faded
        can hardly be seen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, detail >= BARS_BELOW)
        self.heads.paint(painter, layout, area, detail, lane_heads)
        if faded:
            without = {*skip, *faded}
            rest = {note for note in layout.notes if note not in faded}.union(skip)
            painter.setOpacity(FADED)
            self._paint_notes(painter, layout, area, detail, rest)
            painter.setOpacity(1.0)
            self._paint_notes(painter, layout, area, detail, without)
        else:
            self._paint_notes(painter, layout, area, detail, skip)

    def _paint_notes(
        self,
        painter: QPainter,
        layout: Layout,
        area: Rect,
        detail: float,
        skip: Collection[int],
    ) -> None:
        if detail < BARS_BELOW:
            self.paint_blocks(painter, layout, area, detail, skip)
            return
        for box in layout.within(area):
            if not skip or box.card.note not in skip:
                self.paint_note(painter, box, detail, area)

    def paint_note(
        self, painter: QPainter, box: NoteBox, detail: float, area: Rect | None = None
    ) -> None:
        """Paint one note, with text from some detail on; at least what lies in the area."""
        note = self.drawn.note(box)
        look = self.look.note(box.shape.card.colour)
        if detail < SMALL_FROM:
            painter.fillRect(note.rect, look.fill)
            painter.fillRect(note.stripe, look.edge)
        else:
            paint_body(painter, note.rect, self.drawn.edge(note), look, self.style)
        if detail < BARS_BELOW:
            return
        style = self.style
        if area is not None and area.right < box.x + style.inset - _OVERHANG:
            return  # a strip of the left edge, as panning lays it open
        if box.shape.lead:
            paint_note_picture(painter, box, style, self.look)
        if area is None or area.y < note.text_to + _OVERHANG:
            painter.setPen(self.look.ink)
            for run in note.glyphs:
                painter.drawGlyphRun(note.text_at, run)
        if detail < SMALL_FROM:
            return
        if area is None or area.bottom > note.foot_from:
            self._paint_foot(painter, note)
        if box.shape.card.saving:
            corner = QPointF(box.right - style.pad, box.y + style.pad)
            paint_saving(painter, corner, style.small / 4, self.look.note_ink_2)

    def paint_outlines(
        self, painter: QPainter, boxes: list[NoteBox], current: int | None, detail: float
    ) -> None:
        """Paint the outlines of the selected; from far away all at once, without round corners."""
        if detail >= BARS_BELOW:
            for box in boxes:
                self.paint_outline(painter, box, current=box.card.note == current)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self.look.selected)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects([QRectF(*box.rect.grown(OUTLINE_GAP)) for box in boxes])

    def paint_suggested(self, painter: QPainter, boxes: list[NoteBox], pen: QPen) -> None:
        """Paint the outlines of notes that are suggested."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        turn = self.style.corner + OUTLINE_GAP
        for box in boxes:
            painter.drawRoundedRect(QRectF(*box.rect.grown(OUTLINE_GAP)), turn, turn)

    def paint_outline(self, painter: QPainter, box: NoteBox, *, current: bool) -> None:
        """Paint the outline of a selected note; a bolder one for the note that keys act on."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.look.current if current else self.look.selected)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        gap = OUTLINE_GAP
        turn = self.style.corner + gap
        rect = QRectF(
            box.x - gap, box.y - gap, box.shape.width + 2 * gap, box.shape.height + 2 * gap
        )
        painter.drawRoundedRect(rect, turn, turn)

    def _paint_foot(self, painter: QPainter, note: DrawnNote) -> None:
        painter.setPen(self.look.note_ink_2)
        for at, runs in self.drawn.foot(note):
            for run in runs:
                painter.drawGlyphRun(at, run)
        card = note.box.shape.card
        if card.evidence or card.names_function or card.cluster:
            self._paint_signs(painter, note)

    def _paint_signs(self, painter: QPainter, note: DrawnNote) -> None:
        box, style = note.box, self.style
        metrics = self.typesetter.metrics["small"]
        to_middle = style.foot - metrics.descent() - metrics.capHeight() / 2
        for item in box.shape.foot:
            middle = box.y + item.y + to_middle
            if item.kind == "mark" and box.card.mark is not None:
                side = style.small_mark
                left, top = box.x + item.x, middle - side / 2
                self.heads.stamps.paint(painter, left, top, side, box.card.mark)
            elif item.kind == "cluster":
                high = metrics.capHeight() + 1.6 * CHIP_PAD
                painter.setPen(self.look.chip)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                chip = QRectF(box.x + item.x, middle - high / 2, item.width, high)
                painter.drawRoundedRect(chip, style.corner, style.corner)
            elif item.kind == "evidence" and box.card.evidence is not None:
                side = style.small * SIGN_PART
                at = QRectF(box.x + item.x, middle - side / 2, side, side)
                paint_evidence(painter, at, box.card.evidence, self.look.note_ink_2)

    def paint_blocks(
        self,
        painter: QPainter,
        layout: Layout,
        area: Rect,
        detail: float,
        skip: Collection[int] = (),
    ) -> None:
        """Paint all notes of a colour at once, then, where there is room, bars on them."""
        bounds = layout.bounds
        seen = area.width * area.height
        if not skip and not layout.overlaps and seen > _WHOLE * bounds.width * bounds.height:
            found = [self.drawn.blocks(pile) for pile in layout.piles if pile.area.meets(area)]
        else:
            boxes = [box for box in layout.within(area) if box.card.note not in skip]
            found = [self.drawn.blocks_of(boxes)]
        painter.setPen(Qt.PenStyle.NoPen)
        for rects, bars in found:
            for colour, some in rects.items():
                painter.setBrush(self.look.note(colour).fill_brush)
                painter.drawRects(some)
            if detail < BLOCKS_BELOW:
                continue
            for colour, some in bars.items():
                painter.setBrush(self.look.note(colour).bars)
                painter.drawRects(some)
