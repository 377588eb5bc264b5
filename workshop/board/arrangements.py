"""The four arrangements of a board: where each pile lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil, log2, sqrt

from workshop.board.notes import NoteShape
from workshop.board.piles import PileBox, PileShape, in_columns, place_pile, shape_notes, shape_pile
from workshop.board.rect import around
from workshop.board.sheet import Pile, PileKey, Point, Sheet
from workshop.board.style import Style
from workshop.board.typesetting import NOTHING, Typesetter
from workshop.frozen import frozen

WIDTH_STEP = 4
"""Note widths are multiples of this, so that few changes of a window's size set all text anew."""
SCREENS = 3
"""A lane longer than this many times the height there is gets more columns."""


@frozen
class Space:
    """The space a board is to fill at 100 %, board units. It may take more."""

    width: float
    height: float


@dataclass(slots=True)
class Task:
    """What an arrangement has to work with; `before` are the piles as they lay."""

    sheet: Sheet
    space: Space
    style: Style
    typesetter: Typesetter
    before: Mapping[PileKey, PileBox]

    def shaped(self, pile: Pile, columns: int, note_width: float) -> PileShape:
        """The pile's shape, taken over from before where it is the same."""
        old = self.before.get(pile.key)
        return shape_pile(
            pile, columns, note_width, self.sheet.arrangement, self.style, self.typesetter,
            old.shape if old else None,
        )  # fmt: skip

    def placed(self, shape: PileShape, x: float, y: float) -> PileBox:
        """The pile's box, taken over from before where it is the same."""
        return place_pile(shape, x, y, self.before.get(shape.pile.key))


def arrange(task: Task) -> list[PileBox]:
    """The piles of the sheet, each in its place."""
    arrangement = task.sheet.arrangement
    if arrangement == "lanes":
        return list(_lanes(task))
    if arrangement == "clusters":
        return list(_clusters(task))
    if arrangement == "ranking":
        return list(_ranking(task))
    return _wall(task)


def _lanes(task: Task) -> Iterator[PileBox]:
    """Lanes side by side; a lane takes more than one column where there is space, or need."""
    style, piles = task.style, task.sheet.piles
    pitch = (task.space.width - 2 * style.margin + style.lane_gap) / max(1, len(piles))
    least = max(1, int((pitch - style.lane_gap + style.gap) // (style.note_width + style.gap)))
    longest = _longest(task)
    columns = [max(least, ceil(_load(pile, style) / longest)) for pile in piles]
    gaps = (len(piles) - 1) * style.lane_gap + (sum(columns) - len(columns)) * style.gap
    note_width = _note_width(task, sum(columns), gaps, style.least_width)
    x = style.margin
    for pile, count in zip(piles, columns, strict=True):
        shape = task.shaped(pile, count, note_width)
        yield task.placed(shape, x, 0)
        x += shape.width + style.lane_gap


def _clusters(task: Task) -> Iterator[PileBox]:
    """Frames one below the other in columns, each where it ends highest."""
    style = task.style
    extra = 2 * style.frame_pad + style.gap
    fits = int((task.space.width - 2 * style.margin + style.gap) // (style.note_width + extra))
    longest = _longest(task)
    need = ceil(sum(_load(pile, style) for pile in task.sheet.piles) / longest)
    columns = max(1, fits, need)
    note_width = _note_width(task, columns, columns * extra - style.gap, style.note_width)
    ends = [style.margin] * columns
    for pile in task.sheet.piles:
        span = min(columns, ceil(_load(pile, style) / (0.9 * min(longest, task.space.height))) or 1)
        shape = task.shaped(pile, span, note_width)
        column = min(range(columns - span + 1), key=lambda at: max(ends[at : at + span]))
        y = max(ends[column : column + span])
        yield task.placed(shape, style.margin + column * (note_width + extra), y)
        ends[column : column + span] = [y + shape.height + style.lane_gap] * span


def _ranking(task: Task) -> Iterator[PileBox]:
    """Piles in rows, to be read row by row."""
    style, space = task.style, task.space
    pads = 2 * style.frame_pad if any(pile.framed for pile in task.sheet.piles) else 0
    pitch = style.note_width + pads + style.gap
    fits = int((space.width - 2 * style.margin + style.gap) // pitch)
    rows = sqrt(len(task.sheet.piles) * style.usual_height / max(1, space.height))
    columns = max(1, fits, ceil(rows * space.width / pitch / SCREENS))
    gaps = columns * (pads + style.gap) - style.gap
    note_width = _note_width(task, columns, gaps, style.note_width)
    y = style.margin
    for start in range(0, len(task.sheet.piles), columns):
        row = [task.shaped(p, 1, note_width) for p in task.sheet.piles[start : start + columns]]
        for place, shape in enumerate(row):
            x = style.margin + place * (note_width + pads + style.gap)
            yield task.placed(shape, x, y)
        y += max(shape.height for shape in row) + style.lane_gap


def _wall(task: Task) -> list[PileBox]:
    """Everything where it was put; what was put nowhere follows below, row by row."""
    style, places = task.style, task.sheet.pile_places
    width = style.note_width
    framed = [pile for pile in task.sheet.piles if pile.framed]
    shapes = {pile.key: task.shaped(pile, 1, width) for pile in framed}
    boxes = [task.placed(shapes[key], *places[key]) for key in shapes if key in places]
    lying = [box.area for box in boxes]
    low = around(lying).bottom
    loose = [_scattered(task, pile, low) for pile in task.sheet.piles if not pile.framed]
    lying += [note.rect for box in loose for note in box.boxes]
    low = around(lying).bottom
    waiting = [shape for key, shape in shapes.items() if key not in places]
    boxes += _in_rows(task, waiting, low + style.lane_gap if lying else style.margin)
    return boxes + loose


def _in_rows(task: Task, shapes: Iterable[PileShape], y: float) -> Iterator[PileBox]:
    """Piles side by side from a height on, in as many rows as it takes."""
    style, x, low = task.style, task.style.margin, y
    for shape in shapes:
        if x > style.margin and x + shape.width > task.space.width - style.margin:
            x, y = style.margin, low + style.lane_gap
        yield task.placed(shape, x, y)
        x += shape.width + style.gap
        low = max(low, y + shape.height)


def _scattered(task: Task, pile: Pile, low: float) -> PileBox:
    """The notes of no cluster on the wall: where they were put, the others in rows below `low`."""
    style = task.style
    old = task.before.get(pile.key)
    notes = shape_notes(pile, style.note_width, style, task.typesetter, old.shape if old else None)
    spots = _wall_spots(task, notes, low)
    shape = PileShape(pile, 1, style.note_width, 0, 0, 0, NOTHING, notes, spots)
    if old and (old.shape.spots, old.shape.notes, old.pile) == (spots, notes, pile):
        return old
    box = place_pile(shape, 0, 0, old)
    box.area = around([note.rect for note in box.boxes])
    return box


def _wall_spots(task: Task, notes: tuple[NoteShape, ...], low: float) -> tuple[Point, ...]:
    """Where each note lies; those that were put nowhere begin below everything that was."""
    style, places = task.style, task.sheet.places
    put = [places.get(note.card.note) for note in notes]
    lows = [at[1] + note.height for at, note in zip(put, notes, strict=True) if at]
    low = max([low, *lows])
    waiting = [note for note, at in zip(notes, put, strict=True) if at is None]
    fits = (task.space.width - 2 * style.margin + style.gap) // (style.note_width + style.gap)
    load = len(waiting) * (style.usual_height + style.gap)
    columns = max(1, int(fits), ceil(load / _longest(task)))
    top = low + style.lane_gap if low > 0 else style.margin
    rest, _ = in_columns(waiting, columns, style.note_width, style.gap, style.margin, top)
    below = iter(rest)
    return tuple(at if at else next(below) for at in put)


def _note_width(task: Task, columns: int, gaps: float, least: float) -> float:
    """The one width of all notes with which so many columns fill the space, as far as it may."""
    style = task.style
    fitting = (task.space.width - 2 * style.margin - gaps) / max(1, columns)
    stepped = fitting // WIDTH_STEP * WIDTH_STEP
    if stepped < least:  # it does not fit, so there is nothing to gain from narrow notes
        return least if columns <= len(task.sheet.piles) else style.note_width
    return min(style.most_width, stepped)


def _longest(task: Task) -> float:
    """How long a lane may get: so that a board of very many notes takes the shape of its space.

    Rounded to steps of the square root of two, so that adding notes seldom moves everything.
    """
    style, space = task.style, task.space
    load = sum(_load(pile, style) for pile in task.sheet.piles)
    aspect = max(0.1, space.width) / max(0.1, space.height)
    even = sqrt(max(1.0, load) * (style.note_width + style.gap) / aspect)
    return max(SCREENS * space.height, style.usual_height, 2 ** (ceil(2 * log2(even)) / 2))


def _load(pile: Pile, style: Style) -> float:
    """How long a pile would be in one column, reckoned from the number of its notes."""
    return len(pile.cards) * (style.usual_height + style.gap)
