"""What stands around notes: heads of lanes and clusters, frames, tiles of covered lanes."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter

from ui.board.body import edge, paint_body
from ui.board.look import Look
from ui.board.stamps import MarkStamps
from ui.board.typesetting import QtTypesetter
from workshop.board.layout import Layout
from workshop.board.piles import PileBox
from workshop.board.rect import Rect
from workshop.board.sheet import Pile
from workshop.board.style import Style
from workshop.board.typesetting import TypeFace

_HEADS_FROM = 0.3
"""From this detail on the heads of clusters have words."""
_COUNT_FROM, _TITLE_FROM = 5, 2.5
"""A lane's head shows count and title from this width on, in sizes of the title."""
_KEPT = 500
_DASH = 3
"""The length of a dash, and of the space behind it, in pixels."""


class HeadPainter:
    """Paints the heads, frames and tiles of a layout."""

    def __init__(self, style: Style, typesetter: QtTypesetter, look: Look) -> None:
        self.style = style
        self.typesetter = typesetter
        self.look = look
        self.stamps = MarkStamps(look.theme)
        self._kept: dict[tuple[str, TypeFace, int], tuple[list[QGlyphRun], float]] = {}

    def paint(
        self, painter: QPainter, layout: Layout, area: Rect, detail: float, lane_heads: bool
    ) -> None:
        """Paint everything but the notes that lies in an area of the board."""
        lanes = layout.sheet.arrangement == "lanes"
        if lanes and self.style.dividers:
            self._paint_dividers(painter, layout, area, detail)
        for pile in layout.piles:
            if not pile.area.meets(area):
                continue
            if pile.pile.framed:
                self._paint_frame(painter, pile)
            if pile.tile:
                self._paint_tile(painter, pile.pile, pile.tile)
            if lanes and lane_heads:
                self.paint_lane_head(painter, QRectF(*pile.head), pile.pile)
            elif not lanes and pile.head.height and detail >= _HEADS_FROM:
                self._paint_head(painter, pile)

    def paint_lane_head(self, painter: QPainter, box: QRectF, pile: Pile) -> None:
        """Paint mark, name and count into a box as wide as the lane; what fits of them."""
        style = self.style
        middle = box.top() + style.head * 5 / 11
        left = box.left()
        if pile.marks and box.width() >= style.mark:
            side = style.mark
            self.stamps.paint(painter, left, middle - side / 2, side, pile.marks[0])
            left += side + style.gap
        right = box.right()
        if style.lane_counts and not pile.covered and right - left > _COUNT_FROM * style.title:
            count = str(pile.shown_count)
            if pile.open:
                count = self.typesetter.word("open", count)
            right -= self.typesetter.width(count, "small")
            self._write(painter, count, "small", right, middle, self.look.ink_2)
            right -= style.gap
        if right - left > _TITLE_FROM * style.title:
            self._write(painter, pile.title, "title", left, middle, self.look.ink, right - left)

    def paint_lifted(self, painter: QPainter, pile: PileBox, detail: float) -> None:
        """Paint a frame with its head alone, as it looks while it is carried."""
        self._paint_frame(painter, pile)
        painter.setPen(self.look.selected)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(*pile.area))
        if pile.head.height and detail >= _HEADS_FROM:
            self._paint_head(painter, pile)

    def paint_hint(self, painter: QPainter, text: str, content: Rect) -> None:
        """Paint what a board without notes says."""
        left = max(self.style.margin, self.style.gap)
        middle = content.y + self.style.margin + self.style.text
        self._write(painter, text, "text", left, middle, self.look.ink_2)

    def _paint_head(self, painter: QPainter, pile: PileBox) -> None:
        """Paint number, title in lines, and a row of marks and count below."""
        style, shown = self.style, pile.pile
        pad = style.frame_pad if shown.framed else 0
        left, top, right = pile.x + pad, pile.y + pad, pile.area.right - pad
        line = self.typesetter.metrics["title"].height()
        x = left
        if shown.label:
            colour = self.look.accent if shown.first else self.look.ink_2
            self._write(painter, shown.label, "title", left, top + line / 2, colour)
            x += self.typesetter.width(shown.label, "title") + style.gap
        self._paint_title(painter, pile, x, top, right)
        if not shown.has_row:
            if shown.is_loose:
                count = str(shown.shown_count)
                at_right = right - self.typesetter.width(count, "small")
                self._write(painter, count, "small", at_right, top + line / 2, self.look.ink_2)
            return
        middle = top + max(pile.shape.title.height, line) + style.gap / 2 + style.small_mark / 2
        x = left
        side = style.small_mark
        for mark in shown.marks:
            self.stamps.paint(painter, x, middle - side / 2, side, mark)
            x += side + style.gap / 2
        told = shown.detail or str(shown.shown_count)
        if shown.dots is not None:
            told = self.typesetter.word("dots", shown.dots)
        at_right = right - self.typesetter.width(told, "small")
        self._write(painter, told, "small", max(x, at_right), middle, self.look.ink_2)
        if shown.one_sided:
            word, room = self.typesetter.word("one_sided"), at_right - style.gap - x
            if self.typesetter.width(word, "small") <= room:
                self._write(painter, word, "small", x + style.gap / 2, middle, self.look.warn)

    def _paint_title(
        self, painter: QPainter, pile: PileBox, left: float, top: float, right: float
    ) -> None:
        painter.setPen(self.look.ink)
        for run in self.typesetter.glyphs(pile.shape.title, "title", right - left):
            painter.drawGlyphRun(QPointF(left, top), run)

    def _paint_frame(self, painter: QPainter, pile: PileBox) -> None:
        painter.setPen(self.look.line)
        painter.setBrush(self.look.surface)
        turn = self.style.corner * 1.5
        painter.drawRoundedRect(QRectF(*pile.area).adjusted(0.5, 0.5, -0.5, -0.5), turn, turn)

    def _paint_tile(self, painter: QPainter, pile: Pile, tile: Rect) -> None:
        """Paint the tile of a covered lane: its colour and how many notes lie under it."""
        look = self.look.note(pile.marks[0].colour if pile.marks else None)
        rect = QRectF(*tile)
        paint_body(painter, rect, edge(rect, self.style), look, self.style)
        count, middle = str(pile.shown_count), tile.y + tile.height / 2
        self._write(painter, count, "count", tile.x + self.style.inset, middle, self.look.ink)

    def _paint_dividers(self, painter: QPainter, layout: Layout, area: Rect, detail: float) -> None:
        """Paint a dashed line between lanes, down to the end of the area.

        Dash by dash: Qt begins a dashed line anew where it is clipped, and then what a pan lays
        open does not go on from what was there.
        """
        step = 2 * _DASH / detail
        first, last = max(0, floor(area.y / step)), ceil(area.bottom / step)
        tops = [place * step for place in range(first, last)]
        smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self.look.divider)
        pixel = 1 / detail
        for pile in layout.piles[1:]:
            x = pile.x - self.style.lane_gap / 2
            if area.x - pixel <= x <= area.right + pixel:
                painter.drawLines([QLineF(x, top, x, top + step / 2) for top in tops])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)

    def _write(
        self,
        painter: QPainter,
        text: str,
        face: TypeFace,
        left: float,
        middle: float,
        colour: QColor,
        room: float = 0,
    ) -> None:
        """Write a word around a height; or as far as there is room, in up to two lines."""
        glyphs, height = self._glyphs(text, face, int(room))
        painter.setPen(colour)
        at = QPointF(left, middle - height / 2)
        for run in glyphs:
            painter.drawGlyphRun(at, run)

    def _glyphs(self, text: str, face: TypeFace, room: int) -> tuple[list[QGlyphRun], float]:
        """The glyphs of a word or a title and their height; kept, since heads follow every pan."""
        alone = self.typesetter.width(text, face)
        width = 0 if not room or alone <= room else room
        key = (text, face, width)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[key] = self._set(*key)
        return found

    def _set(self, text: str, face: TypeFace, width: int) -> tuple[list[QGlyphRun], float]:
        typesetter = self.typesetter
        if not width:
            return typesetter.line(text, face), typesetter.metrics[face].height()
        if self._broken(text, face, width):
            face = "small"
        lines = 1 if self._broken(text, face, width) else 2
        fitted = typesetter.fit(text, face, width, lines)
        return typesetter.glyphs(fitted, face, width), fitted.height

    def _broken(self, text: str, face: TypeFace, width: float) -> bool:
        """Whether a word would have to be broken to fit."""
        return any(self.typesetter.width(word, face) > width for word in text.split())
