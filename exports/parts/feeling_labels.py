"""The words in a field of feelings: figures at points, the names of curves, call-outs.

Each goes to the first free place near its point: on the side the curve leaves free, and never on
a curve, a face or other words. What finds no place is left out; it stands elsewhere in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from exports.ink import CALL_OUT, LABEL, Style
from exports.lines import Block, Span, Text, set_text
from exports.parts.labels import Taken, beside
from exports.parts.words import baseline
from exports.pen import Pen
from exports.wording import signed

MOST_CALLS = 3
CALL_WIDTH = 44.0
STEP = 3.6
"""How much further off a label stands where something is between it and its point."""

FIGURE = CALL_OUT.bold()

BELOW = ("below", "below right", "below left", "right", "left")
ABOVE = ("above", "above right", "above left", "right", "left")
RISING = ("below right", "above left", "below", "above", "right", "left")
FALLING = ("above right", "below left", "above", "below", "right", "left")


@dataclass(frozen=True, slots=True)
class CallOut:
    """Something to say of a phase's point: a few strong words, and more where there is room."""

    index: int
    strong: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a curve: where it stands, its value, and how the curve goes on to both sides
    (y of its neighbours in millimetres, None beyond an end)."""

    x: float
    y: float
    value: float
    before: float | None = None
    after: float | None = None

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides of the point in the order in which words should stand there."""
        neighbours = [y for y in (self.before, self.after) if y is not None]
        if all(y <= self.y for y in neighbours):
            return (*BELOW, *ABOVE[:3])
        if all(y >= self.y for y in neighbours):
            return (*ABOVE, *BELOW[:3])
        falls = (self.after if self.after is not None else self.y) > self.y
        return FALLING if falls else RISING


def points(values: Sequence[tuple[float, float, float] | None]) -> list[Point | None]:
    """Points from (x, y, value) of each phase, None where there is none."""
    found: list[Point | None] = []
    for place, one in enumerate(values):
        if one is None:
            found.append(None)
            continue
        before = values[place - 1] if place else None
        after = values[place + 1] if place + 1 < len(values) else None
        found.append(Point(*one, before and before[1], after and after[1]))
    return found


@dataclass(slots=True)
class Labels:
    """Writes words beside what is already taken."""

    pen: Pen
    taken: Taken

    def write_figures(
        self,
        found: Iterable[Point | None],
        colour: str,
        away: float,
        written: Callable[[float], str] = signed,
    ) -> None:
        """The value of each point as a figure beside it."""
        for point in found:
            if point is not None:
                text = written(point.value)
                self._write(text, FIGURE.tinted(colour), self._near(text, FIGURE, point, away))

    def write_name(
        self, name: str, found: Sequence[Point | None], colour: str, away: float, *, below: bool
    ) -> None:
        """The name of a curve at the point nearest to its middle that has room for it."""
        if not name:
            return
        middle = (len(found) - 1) / 2
        order = sorted(range(len(found)), key=lambda index: (abs(index - middle), index))
        sides = ("below", "above") if below else ("above", "below")
        block = set_text(name, LABEL)
        size = (block.width, block.height)
        corners = [
            corner
            for side in sides
            for where in (side, f"{side} right", f"{side} left")
            for further in (away, away + STEP)
            for index in order
            if (point := found[index]) is not None
            for corner in beside(point.x, point.y, *size, further, (where,))
        ]
        self._write(name, LABEL.tinted(colour), corners)

    def call_out(self, call: CallOut, point: Point, colour: str, away: float) -> None:
        """A call-out at its point: on one line, on several, or its strong words alone."""
        style = CALL_OUT.tinted(colour)
        strong = Span(call.strong, style.bold())
        whole: Text = (strong, Span(f" {call.text}", style)) if call.text else (strong,)
        for text, wide in ((whole, None), (whole, CALL_WIDTH), ((strong,), None)):
            block = set_text(text, style, wide)
            size = (block.width, block.height)
            corners = [
                corner
                for further in (away, away + STEP)
                for corner in beside(point.x, point.y, *size, further, point.sides)
            ]
            if self._draw(block, style, corners):
                return

    def _near(
        self, text: str, style: Style, point: Point, away: float
    ) -> list[tuple[float, float]]:
        block = set_text(text, style)
        return [
            corner
            for further in (away, away + STEP / 2)
            for corner in beside(point.x, point.y, block.width, block.height, further, point.sides)
        ]

    def _write(self, text: str, style: Style, corners: Iterable[tuple[float, float]]) -> bool:
        return self._draw(set_text(text, style), style, corners)

    def _draw(self, block: Block, style: Style, corners: Iterable[tuple[float, float]]) -> bool:
        area = self.taken.place(block.width, block.height, corners)
        if area is None:
            return False
        self.pen.block(area.left, area.top + baseline(style), block, style)
        return True
