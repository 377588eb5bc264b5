"""The page of a journey: head, phases, lanes and the field of feelings, as many as there is room
for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.ink import (
    ACCENT,
    CAPTION,
    EYEBROW,
    LANE,
    MUTED,
    PAGE_TITLE,
    ROW_TITLE_STRONG,
    STANDFIRST,
    Style,
)
from exports.lines import Block, set_text
from exports.parts.feeling_labels import CallOut
from exports.parts.feelings import FeelingField, Mood, Named
from exports.parts.heads import HANGING, Band
from exports.parts.journey_lanes import LaneRow, OwnerRow
from exports.parts.part import Part
from exports.parts.phases import PhaseLine, PhaseName
from exports.pen import Pen

ONE_LINE = ((25.0, 29.0), (21.0, 25.0))
TWO_LINES = ((20.0, 24.0), (17.0, 21.0), (14.0, 18.0))
"""Tried until the title takes one line, then until it takes two; the last is the floor."""

STORY_BELOW = 6.8
"""From the baseline of the title to that of the sentence under it."""

PERSON_WIDTH = 72.0
PERSON_TEXT = LANE.tinted(MUTED)
TITLE_AT, PERSON_AT = 17.3, 8.9
"""The baselines of the title and of the persona's name, from the top."""

FIELD, LEAST_FIELD, MOST_FIELD = 62.0, 46.0, 76.0
FIELDS = (FIELD, 58.0, 54.0, 50.0, LEAST_FIELD)
TYPE = ((13.5, 1.0), (11.5, 1.0), (11.5, 0.93), (11.5, 0.87))
"""Heights of the field, and of the type of phases and lanes, tried until the lanes that belong on
the page fit on it."""

LEAST_GAP, MOST_GAP = 2.4, 5.6
HEAD_GAP = 4.4
MOST_SHARE = 0.45
"""A lane of which one entry of each cell takes more of the lanes' room than this goes on to the
next page."""


class JourneyHead(Part):
    """The title of a journey, and at the right whose it is."""

    opens = True

    def __init__(
        self, eyebrow: str, title: str, person: str = "", about: str = "", story: str = ""
    ) -> None:
        """`story` is a sentence under the title, such as a scenario too long for one."""
        super().__init__()
        self.eyebrow, self.title, self.person, self.about = eyebrow, title, person, about
        self.story = story

    def again(self) -> Part:
        return Band(self.title, continued=True)

    def height_at(self, width: float) -> float:
        title = self._title(width)[1]
        tall = TITLE_AT + 2.2 + (len(title.lines) - 1) * title.leading
        tall += self._story(width).height
        name, about = self._person(width)
        return max(tall, PERSON_AT - 3.0 + name.height + about.height)

    def paint(self, pen: Pen, width: float) -> None:
        pen.rectangle(0, 0, 10, 0.9, ACCENT)
        pen.text(0, 6.4, self.eyebrow, EYEBROW)
        style, title = self._title(width)
        y = pen.block(-HANGING, TITLE_AT, title, style) - title.leading + STORY_BELOW
        pen.block(0, y, self._story(width), STANDFIRST)
        name, about = self._person(width)
        left = width - PERSON_WIDTH
        y = pen.block(left, PERSON_AT, name, ROW_TITLE_STRONG, "right", PERSON_WIDTH)
        pen.block(left, y, about, PERSON_TEXT, "right", PERSON_WIDTH)

    def _story(self, width: float) -> Block:
        return set_text(self.story, STANDFIRST, self._title_room(width))

    def _title_room(self, width: float) -> float:
        return width - (PERSON_WIDTH + 6.0 if self.person else 0.0)

    def _title(self, width: float) -> tuple[Style, Block]:
        room = self._title_room(width)
        for lines, sizes in ((1, ONE_LINE), (2, TWO_LINES)):
            for size in sizes:
                style = PAGE_TITLE.sized(*size)
                title = set_text(self.title, style, room)
                if len(title.lines) <= lines:
                    return style, title
        return style, title

    def _person(self, width: float) -> tuple[Block, Block]:
        name = set_text(self.person, ROW_TITLE_STRONG, PERSON_WIDTH)
        return name, set_text(self.about, PERSON_TEXT, PERSON_WIDTH)


@dataclass(frozen=True)
class Map:
    """What a journey's page shows. `wanted` says which lanes go first where there is no room for
    all: the later ones go on to the next page. Type and field become smaller for the first
    `needed` of them. `remark` stands so far under the map, at the right.
    """

    head: JourneyHead
    phases: tuple[PhaseName, ...]
    lanes: tuple[LaneRow | OwnerRow, ...]
    wanted: tuple[int, ...]
    field_after: int
    mood: Mood | None
    named: Named
    calls: tuple[CallOut, ...] = ()
    remark: str = ""
    remark_below: float = 0.0
    needed: int = 0


class JourneyPage(Part):
    """A map on one page `tall` millimetres high. `rest` holds the lanes that go on."""

    def __init__(self, map: Map, width: float, tall: float) -> None:
        super().__init__()
        self.map, self.tall = map, tall
        shown, self.rest = self._fitted(width)
        self.rows = self._rows(shown, width)

    def height_at(self, width: float) -> float:
        return self.tall

    def paint(self, pen: Pen, width: float) -> None:
        self.map.head.paint(pen, width)
        y = self.map.head.height_at(width) + HEAD_GAP
        self.line.paint(pen.moved(0, y), width)
        y += self.line.height_at(width) + LEAST_GAP + 0.8
        gap = self._gap(width)
        for row in self.rows:
            row.paint(pen.moved(0, y), width)
            y += row.height_at(width) + gap
        pen.text(width, self.tall + self.map.remark_below, self.map.remark, CAPTION, "right")

    def _room(self, width: float) -> float:
        """What is left for lanes and field, with the gaps between them."""
        above = self.map.head.height_at(width) + HEAD_GAP + self.line.height_at(width)
        return self.tall - above - LEAST_GAP - 0.8

    def _fitted(self, width: float) -> Chosen:
        """The lanes that fit on the page, and what goes on: those that are needed in the largest
        type and under the largest field that leave room for them."""
        map = self.map
        needed = map.wanted[: map.needed]
        for field in FIELDS if needed else ():
            for largest, size in TYPE:
                self.line = PhaseLine(map.phases, largest=largest)
                lanes = [lane.sized(size) if size < 1 else lane for lane in map.lanes]
                shown, rest = _chosen(lanes, map, width, self._room(width), field)
                if all(shown[index] is not None for index in needed):
                    return shown, rest
        self.line = PhaseLine(map.phases)
        return _chosen(map.lanes, map, width, self._room(width), LEAST_FIELD)

    def _rows(self, shown: Sequence[LaneRow | OwnerRow | None], width: float) -> list[Part]:
        """The lanes from top to bottom, the field between them as tall as there is room."""
        before = [row for row in shown[: self.map.field_after] if row is not None]
        after = [row for row in shown[self.map.field_after :] if row is not None]
        if self.map.mood is None:
            return [*before, *after]
        lanes = [*before, *after]
        spare = self._room(width) - _height(lanes, width) - LEAST_GAP * len(lanes)
        roomy = spare - (MOST_GAP - LEAST_GAP) * len(lanes)
        tall = min(MOST_FIELD, max(roomy, min(spare, FIELD)))
        field = FeelingField(self.map.mood, self.map.named, tall, self.map.calls)
        return [*before, field, *after]

    def _gap(self, width: float) -> float:
        gaps = len(self.rows) - 1
        spare = self._room(width) - _height(self.rows, width)
        return min(MOST_GAP, spare / gaps) if gaps > 0 else 0.0


def _height(rows: Sequence[Part], width: float) -> float:
    return sum(row.height_at(width) for row in rows)


Shown = list[LaneRow | OwnerRow | None]
Chosen = tuple[Shown, list[LaneRow | OwnerRow]]


def _chosen(
    lanes: Sequence[LaneRow | OwnerRow], map: Map, width: float, room: float, field: float
) -> Chosen:
    """The lanes that fit on the page, None where one does not, and what goes on.

    First each lane gets one entry in every cell, in the order in which they are wanted; then
    they get more while there is room.
    """
    left = room - (field if map.mood is not None else -LEAST_GAP)
    most = left * MOST_SHARE
    shown: Shown = [None] * len(lanes)
    rest: Shown = list(lanes)
    for index in map.wanted:
        lane = lanes[index]
        first, others = lane.parted(1) if isinstance(lane, LaneRow) else (lane, None)
        need = first.height_at(width)
        if need <= most and need + LEAST_GAP <= left:
            shown[index], rest[index] = first, others if others and others.most else None
            left -= need + LEAST_GAP
    for index in map.wanted:
        left = _filled_up(lanes[index], index, shown, rest, width, left)
    return shown, [lane for lane in rest if lane is not None]


def _filled_up(
    lane: LaneRow | OwnerRow, index: int, shown: Shown, rest: Shown, width: float, left: float
) -> float:
    """Gives a lane that is shown as many more entries as there is room for; what is left of it."""
    now = shown[index]
    if not isinstance(lane, LaneRow) or now is None or rest[index] is None:
        return left
    for count in range(lane.most, 1, -1):
        first, others = lane.parted(count)
        need = first.height_at(width) - now.height_at(width)
        if need <= left:
            shown[index], rest[index] = first, others if others.most else None
            return left - need
    return left
