"""Which notes lie near a place: an index by cells."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.board.notes import NoteBox
from workshop.board.rect import Rect

CELL = 512
"""The side of a cell, board units: wide enough that most notes lie in one or two."""

Cells = dict[tuple[int, int], list[NoteBox]]


class Grid:
    """Boxes by the cells they touch. A grid stays as it is; `changed` gives another."""

    def __init__(self, cells: Cells, size: int) -> None:
        self._cells = cells
        self._size = size

    @classmethod
    def of(cls, boxes: Iterable[NoteBox]) -> Grid:
        """The grid of these boxes."""
        cells: Cells = {}
        size = 0
        for box in boxes:
            size += 1
            for cell in _cells_of(box.x, box.y, box.right, box.bottom):
                if cell in cells:
                    cells[cell].append(box)
                else:
                    cells[cell] = [box]
        return cls(cells, size)

    def __len__(self) -> int:
        return self._size

    def changed(self, gone: Iterable[NoteBox], new: Iterable[NoteBox]) -> Grid:
        """The grid without some boxes and with others; cells they do not touch are shared."""
        cells, own, size = dict(self._cells), set[tuple[int, int]](), self._size
        for box, sign in (*((box, -1) for box in gone), *((box, 1) for box in new)):
            size += sign
            for cell in _cells_of(box.x, box.y, box.right, box.bottom):
                if cell not in own:
                    own.add(cell)
                    cells[cell] = list(cells.get(cell, ()))
                if sign < 0:
                    cells[cell].remove(box)
                else:
                    cells[cell].append(box)
        return Grid(cells, size)

    def within(self, rect: Rect) -> list[NoteBox]:
        """The boxes that a rectangle meets, in no particular order."""
        x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
        found: dict[NoteBox, None] = {}
        for boxes in self._near(x, y, right, bottom):
            found.update(dict.fromkeys(boxes))
        return [
            box
            for box in found
            if box.x < right
            and box.y < bottom
            and box.x + box.shape.width > x
            and box.y + box.shape.height > y
        ]

    def at(self, x: float, y: float) -> list[NoteBox]:
        """The boxes that hold a point."""
        cell = self._cells.get((int(x // CELL), int(y // CELL)), ())
        return [box for box in cell if box.x <= x < box.right and box.y <= y < box.bottom]

    def _near(self, x: float, y: float, right: float, bottom: float) -> Iterable[list[NoteBox]]:
        first, last = int(x // CELL), int(right // CELL)
        top, low = int(y // CELL), int(bottom // CELL)
        if (last - first + 1) * (low - top + 1) >= len(self._cells):
            return self._cells.values()
        found = (
            self._cells.get((column, row))
            for column in range(first, last + 1)
            for row in range(top, low + 1)
        )
        return (boxes for boxes in found if boxes)


def _cells_of(x: float, y: float, right: float, bottom: float) -> list[tuple[int, int]]:
    """The cells a rectangle touches; an edge on the border of a cell touches both."""
    first, last = int(x // CELL), int(right // CELL)
    top, low = int(y // CELL), int(bottom // CELL)
    if first == last and top == low:
        return [(first, top)]
    rows = range(top, low + 1)
    return [(column, row) for column in range(first, last + 1) for row in rows]
