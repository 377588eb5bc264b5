"""A small matrix of counts: who gives down, who gets across, with their sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exports.ink import BELOW, CAPTION, HAIRLINE, INK, LABEL, NOTE, POINTS_PER_MM, TABLE_HEAD, Style
from exports.lines import clipped, text_width
from exports.parts.marks import SIZE, HasMark, draw_mark
from exports.parts.part import Part
from exports.pen import Pen

HEAD, CELL = 7.0, 7.6
LEAST_CELL, MOST_CELL, LEAST_SIDE = 7.6, 20.0, 20.0
NAME_AT = SIZE + 1.8


@dataclass(frozen=True, slots=True)
class _Grid:
    """How wide the names at the left are, and each column after them."""

    side: float
    cell: float

    def start(self, column: int) -> float:
        return self.side + column * self.cell


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

    def height_at(self, width: float) -> float:
        return HEAD + CELL * (len(self.marks) + 1)

    def paint(self, pen: Pen, width: float) -> None:
        count, grid = len(self.marks), self._grid(width)
        end = grid.start(count)
        self._paint_head(pen, grid)
        for row, mark in enumerate(self.marks):
            y = HEAD + row * CELL
            pen.rule((0, y), (end, y), HAIRLINE)
            draw_mark(pen, 0, y + (CELL - SIZE) / 2, mark)
            name = clipped(mark.name, NOTE, grid.side - NAME_AT - 2.0)
            pen.text(NAME_AT, y + CELL / 2 + NOTE.size * 0.33 / POINTS_PER_MM, name, NOTE)
            pen.rectangle(grid.start(row) + 0.3, y + 0.3, grid.cell - 0.6, CELL - 0.6, BELOW)
            for column in range(count):
                _in_cell(pen, grid, column, y, self.cells.get((row, column), ""), LABEL)
            _in_cell(pen, grid, count, y, str(self.sums[0][row]), CAPTION.tinted(INK))
        y = HEAD + count * CELL
        pen.rule((0, y), (end, y), INK, 0.6)
        for column in range(count):
            _in_cell(pen, grid, column, y, str(self.sums[1][column]), CAPTION.tinted(INK))
        pen.text(NAME_AT, y + CELL / 2 + 1.0, self.names[1], TABLE_HEAD)

    def _grid(self, width: float) -> _Grid:
        names = max((text_width(mark.name, NOTE) for mark in self.marks), default=0.0)
        count = len(self.marks) + 1
        least = max(LEAST_SIDE, width - count * LEAST_CELL)
        side = min(NAME_AT + names + 4.0, least)
        return _Grid(side, min(MOST_CELL, (width - side) / count))

    def _paint_head(self, pen: Pen, grid: _Grid) -> None:
        for column, mark in enumerate(self.marks):
            draw_mark(pen, grid.start(column) + (grid.cell - SIZE) / 2, 1.2, mark)
        x = grid.start(len(self.marks)) + grid.cell / 2
        pen.text(x, 4.2, self.names[0], TABLE_HEAD, "centre")


def _in_cell(pen: Pen, grid: _Grid, column: int, y: float, text: str, style: Style) -> None:
    x = grid.start(column) + grid.cell / 2
    pen.text(x, y + CELL / 2 + style.size * 0.33 / POINTS_PER_MM, text, style, "centre")
