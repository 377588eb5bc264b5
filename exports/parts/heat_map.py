"""A heat map: rows of a scale with their spread, and a shaded figure for each column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from exports import wording
from exports.ink import (
    ACCENT,
    BODY,
    CAPTION,
    HEADING,
    INK,
    LABEL,
    MUTED,
    NEUTRAL,
    POINTS_PER_MM,
    TABLE_HEAD,
    Style,
)
from exports.lines import Span, text_width
from exports.parts.heads import with_continued
from exports.parts.marks import SIZE, HasMark, draw_mark
from exports.parts.part import Part, Stack
from exports.parts.rows import Rows
from exports.parts.words import Words
from exports.pen import Pen

SPREAD_WIDTH, FIGURE_WIDTH, ALL_WIDTH = 20.0, 5.0, 9.0
LEAST_CELL, MOST_CELL, LEAST_TEXT = 6.6, 10.0, 46.0
MOST_COLUMNS = 12
"""More than these stand in a further map."""

LEAST_ROW, GAP = 7.0, 0.5
LIGHT, DARK = (0xF1, 0xF3, 0xF4), (0xAE, 0xB8, 0xC0)
"""The shades of the ends of a scale: ink stands on both with a contrast above 8."""

NO_CELL = "–"


@dataclass(frozen=True, slots=True)
class Scale:
    """The values that rows stand on, and from which on they are strong."""

    low: int
    high: int
    strong_from: float
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the map: its lowest and highest value, its median, a figure for each column."""

    text: str
    low: int
    high: int
    median: float
    cells: tuple[float | None, ...]
    wide: bool = False
    remarks: tuple[str, ...] = field(default=())


Columns = Sequence[Sequence[HasMark]]
"""The marks over each column: one, or those of functions that are counted together."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the columns stand at a width."""

    text: float
    cell: float
    columns: int

    @property
    def spread(self) -> float:
        return self.text + 5.0

    @property
    def cells(self) -> float:
        return self.spread + SPREAD_WIDTH + FIGURE_WIDTH

    def cell_at(self, index: int) -> float:
        return self.cells + index * self.cell

    @property
    def all(self) -> float:
        """The middle of the last column."""
        return self.cell_at(self.columns) + ALL_WIDTH / 2


def _grid(width: float, columns: int) -> _Grid:
    fixed = 5.0 + SPREAD_WIDTH + FIGURE_WIDTH + ALL_WIDTH
    room = width - fixed - LEAST_TEXT
    cell = min(MOST_CELL, max(LEAST_CELL, room * 0.72 / columns)) if columns else 0.0
    return _Grid(width - fixed - cell * columns, cell, columns)


def heat_map(
    title: str, rows: Sequence[Row], columns: Columns, scale: Scale, names: tuple[str, str]
) -> Rows:
    """One block of the map under its title; `names` are those of spread and of all together."""
    lines = [_Line(row, len(columns), scale) for row in rows]
    return Rows(lines, _Head(title, columns, names), above=6.0, padding=GAP)


class _Head(Part):
    """The title of a block, and what its columns are."""

    def __init__(
        self, title: str, columns: Columns, names: tuple[str, str], *, continued: bool = False
    ) -> None:
        super().__init__()
        self.text, self.title = title, Words(with_continued(title, HEADING, continued), HEADING)
        self.columns, self.names = columns, names

    def again(self) -> Part:
        return _Head(self.text, self.columns, self.names, continued=True)

    def height_at(self, width: float) -> float:
        marks = max((len(marks) for marks in self.columns), default=0) * (SIZE + 0.5)
        return max(self.title.height_at(self._grid(width).text), marks, 5.0) + 0.6

    def paint(self, pen: Pen, width: float) -> None:
        grid, foot = self._grid(width), self.height_at(width)
        title = self.title.height_at(grid.text)
        self.title.paint(pen.moved(0, foot - title), grid.text)
        pen.text(grid.spread, foot - 1.4, self.names[0], TABLE_HEAD)
        for index, marks in enumerate(self.columns):
            for place, mark in enumerate(marks):
                y = foot - 0.6 - (len(marks) - place) * (SIZE + 0.5)
                draw_mark(pen, grid.cell_at(index) + (grid.cell - SIZE) / 2, y, mark)
        pen.text(grid.all, foot - 1.4, self.names[1], TABLE_HEAD, "centre")

    def _grid(self, width: float) -> _Grid:
        return _grid(width, len(self.columns))


class _Line(Part):
    def __init__(self, row: Row, columns: int, scale: Scale) -> None:
        super().__init__()
        self.row, self.columns, self.scale = row, columns, scale
        remarks = [Words(text, CAPTION) for text in row.remarks]
        self.said = Stack([Words(row.text, BODY), *remarks])

    def height_at(self, width: float) -> float:
        return max(self.said.height_at(_grid(width, self.columns).text) + 2.2, LEAST_ROW)

    def paint(self, pen: Pen, width: float) -> None:
        grid, tall = _grid(width, self.columns), self.height_at(width)
        self.said.paint(pen.moved(0, 1.1), grid.text)
        self._paint_spread(pen.moved(grid.spread, 0), tall / 2)
        for index, value in enumerate(self.row.cells):
            self._paint_cell(pen.moved(grid.cell_at(index), 0), grid.cell, tall, value)
        style = LABEL if self.row.median >= self.scale.strong_from else CAPTION.tinted(INK)
        _centred(pen, grid.all, tall / 2, wording.number(self.row.median), style)

    def _paint_spread(self, pen: Pen, y: float) -> None:
        """A bar from the lowest to the highest value, on dots for the values of the scale."""
        row, scale = self.row, self.scale
        step = (SPREAD_WIDTH - 4.0) / max(1, scale.high - scale.low)
        for value in range(scale.low, scale.high + 1):
            pen.circle((value - scale.low) * step + 0.6, y, 0.3, fill=NEUTRAL)
        colour = ACCENT if row.wide else INK
        start, end = ((value - scale.low) * step + 0.6 for value in (row.low, row.high))
        pen.rule((start, y), (end + 0.01, y), colour, 3, round_ends=True)
        figure = wording.number(row.high - row.low)
        base = y + LABEL.size * 0.33 / POINTS_PER_MM
        pen.text(SPREAD_WIDTH - 0.5, base, figure, LABEL.tinted(colour))

    def _paint_cell(self, pen: Pen, wide: float, tall: float, value: float | None) -> None:
        if value is None:
            _centred(pen, wide / 2, tall / 2, NO_CELL, CAPTION.tinted(MUTED))
            return
        pen.rectangle(0.3, 0.2, wide - 0.6, tall - 0.4, _shade(value, self.scale))
        style = LABEL if value >= self.scale.strong_from else CAPTION.tinted(INK)
        _centred(pen, wide / 2, tall / 2, wording.number(value), style)


def _centred(pen: Pen, x: float, y: float, text: str, style: Style) -> None:
    pen.text(x, y + style.size * 0.33 / POINTS_PER_MM, text, style, "centre")


def _shade(value: float, scale: Scale) -> str:
    part = (value - scale.low) / max(1, scale.high - scale.low)
    mixed = (round(a + (b - a) * min(1, max(0, part))) for a, b in zip(LIGHT, DARK, strict=True))
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


class ScaleKey(Part):
    """What the shades mean: each value in its shade with its word, in as many lines as it takes."""

    PITCH = 5.6

    def __init__(self, scale: Scale, above: float = 4.0) -> None:
        super().__init__(above=above)
        self.scale = scale

    def height_at(self, width: float) -> float:
        return (self._places(width)[-1][1] + 1) * self.PITCH

    def paint(self, pen: Pen, width: float) -> None:
        for value, (x, line, words) in enumerate(self._places(width), start=self.scale.low):
            y = line * self.PITCH
            pen.rectangle(x, y, 5.0, 4.4, _shade(value, self.scale))
            strong = value >= self.scale.strong_from
            _centred(pen, x + 2.5, y + 2.2, str(value), LABEL if strong else CAPTION.tinted(INK))
            pen.text(x + 6.4, y + 3.2, words, CAPTION)

    def _places(self, width: float) -> list[tuple[float, int, list[Span]]]:
        """Where each value stands: how far right, on which line, with which word."""
        found: list[tuple[float, int, list[Span]]] = []
        x, line = 0.0, 0
        for index in range(self.scale.high - self.scale.low + 1):
            label = self.scale.labels[index] if index < len(self.scale.labels) else ""
            words = [Span(label, CAPTION)]
            wide = 6.4 + text_width(label, CAPTION) + 4.0
            if x and x + wide > width:
                x, line = 0.0, line + 1
            found.append((x, line, words))
            x += wide
        return found
