"""A part of a handout: something that knows its height at a width, and draws itself there."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from exports.ink import POINTS_PER_MM
from exports.pen import Pen

TALLEST = 140.0
"""What is no taller than this fits on every page, upright or lying, in millimetres. It goes to the
next page rather than being cut; what is taller is cut where the page ends."""


class Part(Flowable):
    """Measured and drawn in millimetres from its top left corner.

    `above` and `below` are the room kept free before and after it; at the top of a page none is.
    `opens` says of a head that all up to the next one belongs to it, `stands_alone` of something
    without any size that it belongs to nothing.
    """

    opens = False
    stands_alone = False

    def __init__(self, above: float = 0.0, below: float = 0.0) -> None:
        super().__init__()
        self.above, self.below = above, below
        self.keepWithNext = 0
        self.spaceBefore, self.spaceAfter = above * POINTS_PER_MM, below * POINTS_PER_MM
        self._width = 0.0

    def height_at(self, width: float) -> float:
        """How tall it is when it is so wide."""
        raise NotImplementedError

    def paint(self, pen: Pen, width: float) -> None:
        """Draws it with a pen whose origin is its top left corner."""
        raise NotImplementedError

    def divide(self, width: float, room: float) -> tuple[Part, Part] | None:
        """Itself in two, the first at most `room` tall; None where it cannot be cut so."""
        return None

    def again(self) -> Part:
        """Itself as the head of what goes on after a page's end."""
        return self

    # As ReportLab wants it

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """The size it takes, in points."""
        self._width = aW / POINTS_PER_MM
        self.width, self.height = aW, self.height_at(self._width) * POINTS_PER_MM
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Two parts of it, if it is so tall that no page might hold it."""
        width = aW / POINTS_PER_MM
        if self.height_at(width) <= TALLEST:
            return []
        return list(self.divide(width, aH / POINTS_PER_MM) or ())

    def draw(self) -> None:
        """Draws it where ReportLab has moved the canvas to."""
        self.paint(Pen(self.canv, 0, self.height), self._width)


class Stack(Part):
    """Parts under each other that stay together."""

    def __init__(self, parts: Sequence[Part], above: float = 0.0, below: float = 0.0) -> None:
        super().__init__(above, below)
        self.parts = tuple(parts)

    def height_at(self, width: float) -> float:
        return self._places(width)[1]

    def paint(self, pen: Pen, width: float) -> None:
        for part, y in zip(self.parts, self._places(width)[0], strict=True):
            part.paint(pen.moved(0, y), width)

    def divide(self, width: float, room: float) -> tuple[Part, Part] | None:
        """As many of its parts as there is room for, the next one cut if it can be."""
        places = self._places(width)[0]
        ends = (y + part.height_at(width) for part, y in zip(self.parts, places, strict=True))
        fit = next((index for index, end in enumerate(ends) if end > room), len(self.parts))
        if fit == len(self.parts):
            return None
        cut = self.parts[fit].divide(width, room - places[fit])
        if cut is not None:
            first, rest = [*self.parts[:fit], cut[0]], [cut[1], *self.parts[fit + 1 :]]
            return Stack(first, self.above), Stack(rest, below=self.below)
        while fit and self.parts[fit - 1].keepWithNext:
            fit -= 1
        if not fit:
            return None
        return Stack(self.parts[:fit], self.above), Stack(self.parts[fit:], below=self.below)

    def _places(self, width: float) -> tuple[list[float], float]:
        """Where each part begins, and where the last ends."""
        places, y, room = [], 0.0, 0.0
        for index, part in enumerate(self.parts):
            y += max(room, part.above) if index else 0.0
            places.append(y)
            y += part.height_at(width)
            room = part.below
        return places, y


class Columns(Part):
    """Parts beside each other, all beginning at the top; each has its share of the width."""

    def __init__(
        self,
        parts: Sequence[Part],
        shares: Sequence[float] = (),
        gutter: float = 5.0,
        above: float = 0.0,
        below: float = 0.0,
    ) -> None:
        """`shares` are relative to each other; without them all columns are equally wide."""
        super().__init__(above, below)
        self.parts, self.gutter = tuple(parts), gutter
        self.shares = tuple(shares) or (1.0,) * len(self.parts)

    def widths(self, width: float) -> list[float]:
        """How wide each column is."""
        room = width - self.gutter * (len(self.parts) - 1)
        return [room * share / sum(self.shares) for share in self.shares]

    def height_at(self, width: float) -> float:
        sizes = zip(self.parts, self.widths(width), strict=True)
        return max((part.height_at(wide) for part, wide in sizes), default=0.0)

    def paint(self, pen: Pen, width: float) -> None:
        x = 0.0
        for part, wide in zip(self.parts, self.widths(width), strict=True):
            part.paint(pen.moved(x, 0), wide)
            x += wide + self.gutter

    def divide(self, width: float, room: float) -> tuple[Part, Part] | None:
        """Every column cut at the same height; those that end above it have no rest."""
        pieces = [
            self._divided(part, wide, room)
            for part, wide in zip(self.parts, self.widths(width), strict=True)
        ]
        if all(isinstance(first, Space) for first, _ in pieces):
            return None
        firsts, rests = zip(*pieces, strict=True)
        return (
            Columns(firsts, self.shares, self.gutter, self.above),
            Columns(rests, self.shares, self.gutter, below=self.below),
        )

    @staticmethod
    def _divided(part: Part, width: float, room: float) -> tuple[Part, Part]:
        if part.height_at(width) <= room:
            return part, Space(0)
        return part.divide(width, room) or (Space(0), part)


class Space(Part):
    """Nothing, so high; none at the top of a page."""

    _SPACETRANSFER = True

    def __init__(self, height: float) -> None:
        super().__init__()
        self._tall = height

    def height_at(self, width: float) -> float:
        return self._tall

    def paint(self, pen: Pen, width: float) -> None:
        """Nothing to see."""
