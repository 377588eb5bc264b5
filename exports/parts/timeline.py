"""Dates on one line: months as ticks, a mark at each point, titles above and below it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from exports.ink import ACCENT, CAPTION, INK, LEAST_SIZE, MUTED, NOTE, RULE, WHITE
from exports.lines import Block, Span, set_text
from exports.parts.marks import SIZE, HasMark, draw_mark
from exports.parts.part import Part
from exports.parts.words import baseline
from exports.pen import Pen
from exports.translate import tr
from exports.wording import months, short_day

TITLE = NOTE.bold().sized(8.8, 11.0)
MONTH = CAPTION.sized(LEAST_SIZE, 9.0)
LABEL_WIDTH, LABEL_GAP = 33.0, 2.0
"""How wide a title is; the room between two titles, above each other or side by side."""

FIRST_LEVEL, MONTHS_BELOW = 6.0, 7.0
"""From the line to the nearest title above it; to the nearest below it, under the months."""

LEADER_INDENT = 1.4
BETWEEN_MARKS = SIZE + 0.5
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 600)
MONTH_ROOM = 10.0
"""Names of months stand at least so far apart."""

SLIP_BOW = 3.4


@dataclass(frozen=True, slots=True)
class Dated:
    """A point on the line: its day and title, the owner's mark if there is an owner, the day it
    slipped from, and a word or two on how it stands."""

    on: str
    title: str
    mark: HasMark | None = None
    anchor: bool = False
    slipped_from: str | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class _Label:
    """A title: where its leader stands, how far from the line it begins, its lines."""

    x: float
    offset: float
    title: Block
    said: Block

    @property
    def height(self) -> float:
        return self.title.height + self.said.height


class Timeline(Part):
    """Points in the order of their days. Titles hang from leaders like flags, every other one
    above the line, so that none ever stands on another or on a leader."""

    def __init__(
        self,
        points: Sequence[Dated],
        above: float = 0.0,
        below: float = 0.0,
        *,
        titled: bool = True,
    ) -> None:
        """Without titles there are marks alone, many on a line, for a list that follows."""
        super().__init__(above, below)
        self.titled = titled
        self.points = tuple(sorted(points, key=lambda point: point.on))

    def height_at(self, width: float) -> float:
        return self._line_at(width) + self._reach(width, 1) + 1.0

    def paint(self, pen: Pen, width: float) -> None:
        line = self._line_at(width)
        pen = pen.moved(0, line)
        pen.rule((0, 0), (width, 0), INK, 1.1)
        self._draw_months(pen, width)
        places = self._places(width)
        for side in (0, 1) if self.titled else ():
            for label, index in zip(self._labels(width, side), self._side(side), strict=True):
                self._draw_label(pen, label, self.points[index], below=bool(side))
        for point, x in zip(self.points, places, strict=True):
            self._draw_point(pen, point, x, width)

    # Where things stand

    @cached_property
    def _span(self) -> tuple[datetime.date, datetime.date]:
        """From the first day of the first month to the last of the last one."""
        days = [point.on for point in self.points]
        days += [point.slipped_from for point in self.points if point.slipped_from]
        first = datetime.date.fromisoformat(min(days)).replace(day=1)
        last = datetime.date.fromisoformat(max(days))
        return first, _next_month(last)

    def _x(self, day: datetime.date, width: float) -> float:
        first, end = self._span
        room = width - self._kept_free - SIZE / 2
        return SIZE / 2 + room * (day - first).days / max(1, (end - first).days)

    @property
    def _kept_free(self) -> float:
        """At the right end, for the last title."""
        return LABEL_WIDTH if self.titled else SIZE

    def _places(self, width: float) -> list[float]:
        """Where the points stand, each clear of the others, the last with room for its title."""
        places: list[float] = []
        for point in self.points:
            x = self._x(datetime.date.fromisoformat(point.on), width)
            places.append(max(x, places[-1] + BETWEEN_MARKS) if places else x)
        most = width - self._kept_free
        for index in reversed(range(len(places))):
            places[index] = min(places[index], most)
            most = places[index] - BETWEEN_MARKS
        return places

    def _side(self, side: int) -> list[int]:
        """The points whose titles stand above (0) or below (1)."""
        return list(range(side, len(self.points), 2))

    def _labels(self, width: float, side: int) -> list[_Label]:
        """From right to left each title goes over those that begin within its width."""
        places = self._places(width)
        found: list[_Label] = []
        for index in reversed(self._side(side)):
            point, x = self.points[index], places[index]
            room = min(LABEL_WIDTH, width - x) - LEADER_INDENT
            title = set_text(point.title, TITLE, room)
            said = set_text(_said(point), CAPTION, room)
            end = x + LEADER_INDENT + max(title.width, said.width) + LABEL_GAP
            under = [label for label in found if label.x < end]
            start = MONTHS_BELOW if side else FIRST_LEVEL
            top = max((one.offset + one.height + LABEL_GAP for one in under), default=start)
            found.append(_Label(x, top, title, said))
        return found[::-1]

    def _reach(self, width: float, side: int) -> float:
        """How far from the line the titles of a side go."""
        labels = self._labels(width, side) if self.titled else []
        ends = [label.offset + label.height for label in labels]
        return max(ends, default=MONTHS_BELOW if side else SIZE / 2)

    def _line_at(self, width: float) -> float:
        return self._reach(width, 0)

    # Drawing

    def _draw_months(self, pen: Pen, width: float) -> None:
        first, end = self._span
        count = (end.year - first.year) * 12 + end.month - first.month
        pitch = self._x(_next_month(first), width) - self._x(first, width)
        step = next((n for n in MONTH_STEPS if n * pitch >= MONTH_ROOM), MONTH_STEPS[-1])
        day = first
        for index in range(count + 1):
            x = self._x(day, width)
            if index % step == 0 or step <= 3:
                pen.rule((x, 0), (x, 1.6 if index % step else 2.2), INK, 0.6)
            if index % step == 0 and index < count:
                january = day.month <= step or not index
                name = months()[day.month - 1][:3]
                words = f"{name} {day.year}" if january and step * pitch > 12.5 else name
                words = str(day.year) if step >= 12 else words
                pen.text(x + 0.6, 5.0, words, MONTH)
            day = _next_month(day)

    def _draw_label(self, pen: Pen, label: _Label, point: Dated, *, below: bool) -> None:
        colour = ACCENT if point.anchor else RULE
        start, end = (5.8, label.offset + label.height) if below else (0.0, 0.0)
        if not below:
            start, end = -SIZE / 2, -label.offset - label.height
        pen.rule((label.x, start), (label.x, end), colour, 1.1 if point.anchor else 0.6)
        y = label.offset if below else -label.offset - label.height
        x = label.x + LEADER_INDENT
        pen.block(x, y + baseline(TITLE), label.title, TITLE)
        pen.block(x, y + label.title.height + baseline(CAPTION), label.said, CAPTION)

    def _draw_point(self, pen: Pen, point: Dated, x: float, width: float) -> None:
        if point.slipped_from:
            old = self._x(datetime.date.fromisoformat(point.slipped_from), width)
            bow = (old + (x - old) / 3, -SLIP_BOW, old + (x - old) * 2 / 3, -SLIP_BOW, x, 0.0)
            pen.path([("move", (old, 0.0)), ("curve", bow)], line=MUTED, weight=0.8, dash=(1.5, 2))
            pen.circle(old, 0, 1.2, fill=WHITE, line=INK, weight=1.1)
        if point.mark is not None:
            draw_mark(pen, x - SIZE / 2, -SIZE / 2, point.mark)
        else:
            pen.circle(x, 0, SIZE / 2 - 0.4, fill=WHITE, line=ACCENT, weight=1.1)


def _said(point: Dated) -> tuple[Span, ...]:
    words = [short_day(point.on)]
    if point.anchor:
        words.append(tr("does not move"))
    if point.said:
        words.append(point.said)
    return (Span(", ".join(words), CAPTION.tinted(ACCENT) if point.anchor else CAPTION),)


def _next_month(day: datetime.date) -> datetime.date:
    """The first day of the month after this one."""
    return (day.replace(day=1) + datetime.timedelta(days=32)).replace(day=1)
