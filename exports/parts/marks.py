"""The marks of functions on paper, alone, in rows, and in the legend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from exports.ink import ACCENT, CAPTION, INK, NEUTRAL, POINTS_PER_MM, WHITE, Style
from exports.lines import clipped, clipped_inside, text_width
from exports.pen import Pen
from workshop.faces import BOLD, SANS, nearest
from workshop.mark_shapes import LETTER_AT, RING_INSET, RING_WIDTH, letter_part, outline
from workshop.marks import letter_colour

SIZE, LEGEND_SIZE = 3.7, 3.6
GAP, GROUP_GAP = 0.5, 2.2
LEGEND_LINES, LEGEND_PITCH, LEGEND_GAP = 2, 4.8, 4.75
CAP_HEIGHT = 0.66
"""Of the letters, as a part of their size."""

MOST_IN_A_ROW = 14
"""With more dots than this, a row shows one mark per function with its count."""


class HasMark(Protocol):
    """What a mark is drawn from, such as a function."""

    @property
    def name(self) -> str: ...
    @property
    def letter(self) -> str: ...
    @property
    def shape(self) -> str: ...
    @property
    def colour(self) -> str: ...
    @property
    def ring(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Neutral:
    """The mark of people who are counted together, whatever their function."""

    name: str = ""
    letter: str = ""
    shape: str = "circle"
    colour: str = NEUTRAL
    ring: bool = False


@dataclass(frozen=True, slots=True)
class Worn:
    """A mark as a row shows it: `filled`, `outline` or `slashed`, with a small figure beside it."""

    mark: HasMark
    look: str = "filled"
    figure: str = ""


def draw_mark(pen: Pen, x: float, y: float, mark: HasMark, size: float = SIZE, *,
              look: str = "filled") -> None:  # fmt: skip
    """Draws a mark whose box has its top left corner at (x, y), all in millimetres."""
    filled = look == "filled"
    scaled = [
        (piece, [origin + size * n for origin, n in zip(_origins(x, y, numbers), numbers)])  # noqa: B905
        for piece, numbers in outline(mark.shape)
    ]
    fill, line = (mark.colour, "") if filled else (WHITE, mark.colour)
    pen.path(scaled, fill=fill, line=line, weight=0.8, closed=True)
    if mark.ring:
        _draw_ring(pen, x, y, mark, size, filled=filled)
    _draw_letters(pen, x, y, mark, size, letter_colour(mark.colour) if filled else mark.colour)
    if look == "slashed":
        pen.rule((x - 0.35, y + size + 0.35), (x + size + 0.35, y - 0.35), ACCENT, 1.1)


def _origins(x: float, y: float, numbers: Sequence[float]) -> list[float]:
    return [x, y] * (len(numbers) // 2)


def _draw_ring(pen: Pen, x: float, y: float, mark: HasMark, size: float, *, filled: bool) -> None:
    inset, inner = size * (1 - RING_INSET) / 2, size * RING_INSET
    scaled = [
        (piece, [o + inset + inner * n for o, n in zip(_origins(x, y, numbers), numbers)])  # noqa: B905
        for piece, numbers in outline(mark.shape)
    ]
    weight = size * RING_WIDTH * POINTS_PER_MM
    pen.path(scaled, line=WHITE if filled else mark.colour, weight=weight, closed=True)


def _draw_letters(pen: Pen, x: float, y: float, mark: HasMark, size: float, colour: str) -> None:
    points = size * letter_part(mark.letter) * POINTS_PER_MM
    style = Style(nearest(SANS, BOLD), points, points, colour)
    middle = y + size * LETTER_AT.get(mark.shape, 0.5)
    base = middle + CAP_HEIGHT * points / POINTS_PER_MM / 2
    pen.text(x + size / 2, base, mark.letter, style, "centre")


def row_width(row: Sequence[Worn], size: float = SIZE) -> float:
    """How wide a row of marks is."""
    figures = sum(text_width(worn.figure, FIGURE) + 0.3 for worn in row if worn.figure)
    return len(row) * size + max(0, len(row) - 1) * GAP + figures


def draw_row(
    pen: Pen, x: float, y: float, row: Sequence[Worn], size: float = SIZE, *, align: str = "left"
) -> float:
    """Draws marks beside each other, centred on the height `y`; gives how wide they are."""
    wide = row_width(row, size)
    at = x - (wide if align == "right" else 0.0)
    for worn in row:
        draw_mark(pen, at, y - size / 2, worn.mark, size, look=worn.look)
        at += size
        if worn.figure:
            at += 0.3 + pen.text(at + 0.3, y + 0.9, worn.figure, FIGURE)
        at += GAP
    return wide


FIGURE = CAPTION.sized(7.2, 9.0).tinted(INK)


def dots(counts: Iterable[tuple[HasMark, int]]) -> list[Worn]:
    """A mark for each dot, most dots first and then in the order given; over fourteen dots, one
    mark per function with its count."""
    ordered = sorted(((mark, n) for mark, n in counts if n), key=lambda pair: -pair[1])
    if sum(n for _, n in ordered) > MOST_IN_A_ROW:
        return [Worn(mark, figure=f"× {n}" if n > 1 else "") for mark, n in ordered]
    return [Worn(mark) for mark, n in ordered for _ in range(n)]


def legend_width(marks: Iterable[HasMark]) -> float:
    """How wide the legend is on one line."""
    wide = [_entry_width(mark.name) for mark in marks]
    return sum(wide) + LEGEND_GAP * max(0, len(wide) - 1)


def draw_legend(pen: Pen, width: float, marks: Sequence[HasMark]) -> float:
    """Draws what each mark means from the pen's origin, the first baseline at 0, in two lines at
    most; gives how far the last baseline is below the first."""
    x = y = 0.0
    for mark, name in zip(marks, _legend_names(width, marks), strict=True):
        wide = _entry_width(name)
        if x and x + wide > width:
            x, y = 0.0, y + LEGEND_PITCH
        draw_mark(pen, x, y - 2.85, mark, LEGEND_SIZE)
        pen.text(x + LEGEND_SIZE + 1.2, y, name, CAPTION)
        x += wide + LEGEND_GAP
    return y


def legend_lines(width: float, marks: Sequence[HasMark]) -> int:
    """How many lines the legend takes."""
    return _legend_lines(width, _legend_names(width, marks))


def _legend_names(width: float, marks: Sequence[HasMark]) -> list[str]:
    """What each mark means; where not all fit into the lines there are, the longest are cut, no
    more than they must be, and in their middle where they would look alike otherwise."""
    names = [mark.name for mark in marks]
    if _legend_lines(width, names) <= LEGEND_LINES:
        return names
    low, high = 4.0, width
    while high - low > 0.25:
        middle = (low + high) / 2
        fits = _legend_lines(width, _cut(names, middle)) <= LEGEND_LINES
        low, high = (middle, high) if fits else (low, middle)
    return _cut(names, low)


def _cut(names: Sequence[str], room: float) -> list[str]:
    found = [clipped(name, CAPTION, room) for name in names]
    if len(set(found)) == len(set(names)):
        return found
    return [clipped_inside(name, CAPTION, room) for name in names]


def _entry_width(name: str) -> float:
    return LEGEND_SIZE + 1.2 + text_width(name, CAPTION)


def _legend_lines(width: float, names: Iterable[str]) -> int:
    lines, x = 1, 0.0
    for name in names:
        wide = _entry_width(name)
        if x and x + wide > width:
            lines, x = lines + 1, 0.0
        x += wide + LEGEND_GAP
    return lines
