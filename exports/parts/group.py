"""A head with what belongs to it: where a page cuts it, the head comes again, "continued"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlab.platypus import Flowable

from exports.ink import POINTS_PER_MM
from exports.parts.part import Part, Stack

FRESH = 150.0
"""With more room than this the page has just begun, and what is cut has to be cut, in
millimetres."""

SPARE = 62.0
"""A group that one page can hold goes on to the next as a whole where so much room would be left
empty at most: a quarter of a page."""

WHOLE = 130.0
"""Of what is taller than this, a part stays behind in any case."""

LEAST_BODY, LEAST_REST = 14.0, 16.0
"""So much stands under a head at least before a page cuts, and after it."""


class Group(Stack):
    """A head and the parts under it."""

    def __init__(self, head: Part, body: Sequence[Part]) -> None:
        super().__init__([head, *body], above=head.above, below=body[-1].below if body else 0.0)
        self.head, self.body = head, tuple(body)
        self._measured: dict[float, tuple[list[float], float]] = {}

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """What fits on the page, and the rest under the same head; nothing where the group should
        begin on the next page."""
        width, room = aW / POINTS_PER_MM, aH / POINTS_PER_MM
        if room < FRESH and room <= SPARE and self.height_at(width) <= WHOLE:
            return []
        pieces = self.divide(width, room)
        if pieces is None and room >= FRESH:
            return [self.head, *self.body]
        return list(pieces or ())

    def divide(self, width: float, room: float) -> tuple[Part, Part] | None:
        """The group cut so that enough stands on both sides, if it can be."""
        least = self.head.height_at(width) + LEAST_BODY
        cut = self._cut(width, room)
        for further in (0.0, LEAST_REST / 2, LEAST_REST):
            earlier = self._cut(width, room - further) if further else cut
            if earlier is None or earlier[0].height_at(width) < least:
                break
            if earlier[1].height_at(width) - earlier[1].head.height_at(width) >= LEAST_REST:
                return earlier
        return cut if cut and (room >= FRESH or cut[0].height_at(width) >= least) else None

    def _cut(self, width: float, room: float) -> tuple[Group, Group] | None:
        """As many parts as there is room for, the next one cut if it can be."""
        places = self._places(width)[0]
        ends = (y + part.height_at(width) for part, y in zip(self.parts, places, strict=True))
        fit = next((index for index, end in enumerate(ends) if end > room + 1e-6), len(self.parts))
        if fit in (0, len(self.parts)):
            return None
        size = width * POINTS_PER_MM, (room - places[fit]) * POINTS_PER_MM
        pieces = [piece for piece in self.parts[fit].split(*size) if isinstance(piece, Part)]
        if pieces:
            first, rest = [*self.parts[1:fit], pieces[0]], [*pieces[1:], *self.parts[fit + 1 :]]
            return Group(self.head, first), Group(self.head.again(), rest)
        while fit and self.parts[fit - 1].keepWithNext:
            fit -= 1
        if fit < 2:
            return None
        again = Group(self.head.again(), self.parts[fit:])
        return Group(self.head, self.parts[1:fit]), again

    def _places(self, width: float) -> tuple[list[float], float]:
        if width not in self._measured:
            self._measured[width] = super()._places(width)
        return self._measured[width]


def grouped(flow: Iterable[Flowable]) -> list[Flowable]:
    """A flow in which each head is one with all that follows it, up to the next."""
    found: list[Flowable] = []
    head: Part | None = None
    body: list[Part] = []
    for part in flow:
        if head is not None and isinstance(part, Part) and not (part.opens or part.stands_alone):
            body.append(part)
            continue
        found += _closed(head, body)
        head, body = (part, []) if isinstance(part, Part) and part.opens else (None, [])
        if head is None:
            found.append(part)
    return [*found, *_closed(head, body)]


def _closed(head: Part | None, body: Sequence[Part]) -> list[Flowable]:
    if head is None:
        return []
    return [Group(head, body)] if body else [head]
