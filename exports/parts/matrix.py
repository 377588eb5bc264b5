"""A small matrix of counts: who gives down, who gets across, with their sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exports.ink import BELOW, CAPTION, HAIRLINE, INK, LABEL, POINTS_PER_MM, TABLE_HEAD, Style
from exports.parts.marks import SIZE, HasMark, draw_mark
from exports.parts.part import Part
from exports.pen import Pen

CELL, SIDE, SUM = 7.6, 7.0, 12.0


class Matrix(Part):
    """Cells by row and column; a cell that nobody fills stays empty, and so does the diagonal,
    which is grey."""

    def __init__(
        self,
        marks: Sequence[HasMark],
        cells: Mapping[tuple[int, int], str],
        sums: tuple[Sequence[int], Sequence[int]],
        names: tuple[str, str],
    ) -> None:
        """`sums` are those of rows and of columns, `names` what they are called."""
        super().__init__()
        self.marks, self.cells, self.sums, self.names = tuple(marks), cells, sums, names

    @property
    def wide(self) -> float:
        """How wide it is."""
        return SIDE + CELL * len(self.marks) + SUM

    def height_at(self, width: float) -> float:
        return SIDE + CELL * (len(self.marks) + 1)

    def paint(self, pen: Pen, width: float) -> None:
        count = len(self.marks)
        end = CELL * count
        self._paint_head(pen)
        for row, mark in enumerate(self.marks):
            y = SIDE + row * CELL
            pen.rule((SIDE, y), (SIDE + end, y), HAIRLINE)
            draw_mark(pen, 0, y + (CELL - SIZE) / 2, mark)
            pen.rectangle(SIDE + row * CELL + 0.3, y + 0.3, CELL - 0.6, CELL - 0.6, BELOW)
            for column in range(count):
                text = self.cells.get((row, column), "")
                _in_cell(pen, column, y, text, LABEL)
            _in_cell(pen, count, y, str(self.sums[0][row]), CAPTION.tinted(INK))
        y = SIDE + count * CELL
        pen.rule((SIDE, y), (SIDE + end, y), INK, 0.6)
        for column in range(count):
            _in_cell(pen, column, y, str(self.sums[1][column]), CAPTION.tinted(INK))
        pen.text(SIDE + end + 1.2, y + CELL / 2 + 1.0, self.names[1], TABLE_HEAD)

    def _paint_head(self, pen: Pen) -> None:
        for column, mark in enumerate(self.marks):
            draw_mark(pen, SIDE + column * CELL + (CELL - SIZE) / 2, 1.2, mark)
        x = SIDE + len(self.marks) * CELL + 1.2
        pen.text(x, 4.2, self.names[0], TABLE_HEAD)


def _in_cell(pen: Pen, column: int, y: float, text: str, style: Style) -> None:
    x = SIDE + (column + 0.5) * CELL
    pen.text(x, y + CELL / 2 + style.size * 0.33 / POINTS_PER_MM, text, style, "centre")
