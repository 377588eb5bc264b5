"""Putting things on the wall in line: aligned, evenly apart, or in tidy rows.

Each function takes where things lie and says where they are to lie, by their top left corner.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Literal, TypeVar

from workshop.board.rect import Rect
from workshop.board.sheet import Point

Edge = Literal["left", "right", "top", "bottom"]
Way = Literal["across", "down"]
Thing = TypeVar("Thing", bound=Hashable)

_EDGES, _OTHERS = 12, 400
"""A free spot is looked for along the edges of so many things, and must be free of so many."""
_SAME_ROW = 0.5
"""What begins above this part of the first thing of a row belongs to that row."""


def align(things: Mapping[Thing, Rect], edge: Edge) -> dict[Thing, Point]:
    """All with one edge in line: the outermost one's."""
    rects = list(things.values())
    if not rects:
        return {}
    if edge == "left":
        left = min(rect.x for rect in rects)
        return {thing: (left, rect.y) for thing, rect in things.items()}
    if edge == "right":
        right = max(rect.right for rect in rects)
        return {thing: (right - rect.width, rect.y) for thing, rect in things.items()}
    if edge == "top":
        top = min(rect.y for rect in rects)
        return {thing: (rect.x, top) for thing, rect in things.items()}
    bottom = max(rect.bottom for rect in rects)
    return {thing: (rect.x, bottom - rect.height) for thing, rect in things.items()}


def distribute(things: Mapping[Thing, Rect], way: Way) -> dict[Thing, Point]:
    """The same space between each and the next; the first and the last stay. Where there is no
    space they overlap evenly."""
    across = way == "across"
    order = sorted(things, key=lambda thing: things[thing][:2] if across else things[thing][1::-1])
    if len(order) < 3:
        return {thing: things[thing][:2] for thing in order}
    sizes = [things[thing].width if across else things[thing].height for thing in order]
    start, last = (things[order[at]][0 if across else 1] for at in (0, -1))
    space = (last + sizes[-1] - start - sum(sizes)) / (len(order) - 1)
    spots, at = {}, start
    for thing, size in zip(order, sizes, strict=True):
        rect = things[thing]
        spots[thing] = (at, rect.y) if across else (rect.x, at)
        at += size + space
    return spots


def tidy(things: Mapping[Thing, Rect], gap: float, width: float) -> dict[Thing, Point]:
    """Rows without overlaps that keep the order in which the things are read, from the corner where
    they begin; a row ends where it is wider than `width`."""
    if not things:
        return {}
    left = min(rect.x for rect in things.values())
    y = min(rect.y for rect in things.values())
    spots: dict[Thing, Point] = {}
    for row in _rows(things):
        x, low = left, y
        for thing in row:
            rect = things[thing]
            if x > left and x + rect.width > left + width:
                x, y = left, low + gap
            spots[thing] = (x, y)
            low = max(low, y + rect.height)
            x += rect.width + gap
        y = low + gap
    return spots


def _rows(things: Mapping[Thing, Rect]) -> list[list[Thing]]:
    """The things in rows as they are seen, each from left to right."""
    rows: list[list[Thing]] = []
    end = float("-inf")
    for thing in sorted(things, key=lambda one: (things[one].y, things[one].x)):
        rect = things[thing]
        if rect.y >= end:
            rows.append([])
            end = rect.y + rect.height * _SAME_ROW
        rows[-1].append(thing)
    return [sorted(row, key=lambda one: (things[one].x, things[one].y)) for row in rows]


def free_spot(size: Point, near: Point, taken: Sequence[Rect], gap: float) -> Point:
    """The spot nearest to a point where something of this size overlaps nothing; beside or below
    what lies around, never left of or above the origin."""
    width, height = size
    around = sorted(taken, key=lambda rect: _apart(rect, near))
    edges = around[:_EDGES]
    across = {near[0], *(x for r in edges for x in (r.x, r.right + gap, r.x - gap - width))}
    down = {near[1], *(y for r in edges for y in (r.y, r.bottom + gap, r.y - gap - height))}
    spots = sorted(
        ((x, y) for x in across for y in down if x >= 0 and y >= 0),
        key=lambda spot: (spot[0] - near[0]) ** 2 + (spot[1] - near[1]) ** 2,
    )
    for x, y in spots:
        room = Rect(x, y, width, height).grown(gap / 2)
        if not any(room.meets(rect) for rect in around[:_OTHERS]):
            return x, y
    return near[0], max((rect.bottom for rect in taken), default=near[1]) + gap


def _apart(rect: Rect, point: Point) -> float:
    x, y = rect.middle
    return (x - point[0]) ** 2 + (y - point[1]) ** 2
