"""Shared numbers: how far from today to the target, each with a bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from exports.balance import balanced
from exports.ink import (
    ACCENT,
    BIG_NUMBER,
    BIG_UNIT,
    CAPTION,
    HAIRLINE,
    INK,
    MUTED,
    POINTS_PER_MM,
    ROW_TITLE_STRONG,
    WHITE,
)
from exports.lines import Block, set_text, text_width
from exports.parts.part import Part
from exports.parts.words import baseline
from exports.pen import Pen
from exports.translate import tr
from exports.wording import day, number, together

NAME = ROW_TITLE_STRONG.sized(9, 10.8)
UNIT_GAP, NAME_GAP = 0.8, 4.0
BAR_BELOW, BAR_WEIGHT, FOOT = 4.1, 2.0, 1.8
"""The bar under the number's baseline; its weight in points; what its dots need below it."""

UNDER, UNDER_PART, WIDE = 3.9, 0.4, 70.0
"""A long unit stands so far under the number and takes up so much of the width; a measure wider
than this has room for longer ones beside it."""

BETWEEN = 3.8
"""From the bar of one measure to the top of the next."""

END = 0.97
"""Where on the bar the larger of the two numbers stands, unless the unit has an end itself."""

_PERCENT = ("percent", "per cent", "%")


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that is to change: where it stands today, where it is to be, and by which day."""

    name: str
    today: float | None = None
    target: float | None = None
    unit: str = ""
    due: str | None = None

    @property
    def sign(self) -> str:
        """The unit as it stands beside a figure."""
        return "%" if self.unit.strip().lower() in _PERCENT else self.unit.strip()

    def places(self) -> tuple[float | None, float | None]:
        """Where today and the target stand on the bar, from 0 to 1; None for what is open."""
        known = [value for value in (self.today, self.target) if value is not None]
        low = min(0.0, *known) if known else 0.0
        high = max(0.0, *known) if known else 0.0
        within = self.sign == "%" and low >= 0 and high <= 100
        reach = 100.0 if within else ((high - low) / END or 1.0)
        return (
            None if self.today is None else (self.today - low) / reach,
            None if self.target is None else (self.target - low) / reach,
        )


class MeasureRow(Part):
    """One measure: the number, what it counts, and the bar below."""

    def __init__(self, measure: Measure, above: float = 0.0, below: float = 0.0) -> None:
        super().__init__(above, below)
        self.measure = measure

    def height_at(self, width: float) -> float:
        return self._base(width) + BAR_BELOW + FOOT

    def paint(self, pen: Pen, width: float) -> None:
        base = self._base(width)
        figure, unit = self._figure(width), self._unit(width)
        last = base - (len(figure.lines) - 1) * figure.leading
        if self._stacked(width):
            last = baseline(BIG_NUMBER)
        under = self._under(width)
        pen.block(0, last - (UNDER if under else 0.0), figure, BIG_NUMBER)
        if unit:
            pen.text(figure.width + UNIT_GAP, last, unit, BIG_UNIT)
        pen.text(0, base + 0.1, under, CAPTION)
        room = self._room(width)
        name, caption = self._words(width)
        y = base + 0.1 - (len(caption.lines) - 1) * caption.leading - len(name.lines) * name.leading
        y = pen.block(width - room, y, name, NAME, "right", room)
        pen.block(width - room, y, caption, CAPTION, "right", room)
        self._draw_bar(pen.moved(0, base + BAR_BELOW), width)

    def _draw_bar(self, pen: Pen, width: float) -> None:
        today, target = self.measure.places()
        pen.rule((0, 0), (width, 0), HAIRLINE, BAR_WEIGHT, round_ends=True)
        if today is not None and target is not None:
            ends = sorted((today * width, target * width))
            pen.rule((ends[0], 0), (ends[1], 0), INK, BAR_WEIGHT, round_ends=True)
        if today is not None:
            pen.circle(today * width, 0, 1.25, fill=WHITE, line=INK, weight=1.2)
        if target is not None:
            pen.circle(target * width, 0, 1.7, fill=ACCENT, line=WHITE, weight=1.0)

    # The words beside the number, or under it where the number needs the whole width

    def _base(self, width: float) -> float:
        """The baseline of the number, from the top."""
        name, caption = self._words(width)
        words = name.height + caption.height - caption.leading + baseline(NAME)
        figure = self._figure(width).height
        if self._stacked(width):
            return figure + words
        tall = figure - BIG_NUMBER.leading / POINTS_PER_MM + 6.0
        return max(words, tall + (UNDER if self._under(width) else 0.0))

    def _words(self, width: float) -> tuple[Block, Block]:
        room = self._room(width)
        name = balanced(self.measure.name, NAME, room)
        return name, set_text(self._caption(width), CAPTION, room)

    def _caption(self, width: float) -> str:
        measure = self.measure
        shown = self._unit(width) or self._under(width) or measure.sign == "%"
        said = [] if shown else [measure.sign]
        if measure.target is not None or measure.today is None:
            said.append(together(tr("today {number}", number=self._today())))
        if measure.target is None:
            said.append(tr("target open"))
        if measure.due:
            said.append(together(tr("by {day}", day=day(measure.due))))
        return ", ".join(part for part in said if part)

    def _today(self) -> str:
        if self.measure.today is None:
            return tr("unknown")
        figure = number(self.measure.today)
        return f"{figure} %" if self.measure.sign == "%" else figure

    def _figure(self, width: float) -> Block:
        measure = self.measure
        value = measure.today if measure.target is None else measure.target
        text = tr("open") if value is None else number(value)
        style = BIG_NUMBER.tinted(MUTED) if measure.target is None else BIG_NUMBER
        return set_text(text, style, width)

    def _unit(self, width: float) -> str:
        """The unit, if there is room for it right of the number."""
        if self.measure.today is None and self.measure.target is None:
            return ""
        wide = text_width(self.measure.sign, BIG_UNIT)
        room = width - self._figure(width).width
        most = width / 5 if width < WIDE else width / 3
        return self.measure.sign if wide <= min(most, room - UNIT_GAP) else ""

    def _under(self, width: float) -> str:
        """The unit, if it stands under the number: it is too long to stand beside it."""
        unit, figure = self.measure.sign, self._figure(width)
        is_open = self.measure.today is None and self.measure.target is None
        if not unit or is_open or self._unit(width) or len(figure.lines) > 1:
            return ""
        taken = max(figure.width, text_width(unit, CAPTION))
        return unit if taken <= width * UNDER_PART else ""

    def _stacked(self, width: float) -> bool:
        return not self._under(width) and self._beside(width) < 0.4 * width

    def _beside(self, width: float) -> float:
        unit = self._unit(width)
        taken = self._figure(width).width
        taken += text_width(unit, BIG_UNIT) + UNIT_GAP if unit else 0.0
        taken = max(taken, text_width(self._under(width), CAPTION))
        return width - taken - NAME_GAP

    def _room(self, width: float) -> float:
        return width if self._stacked(width) else self._beside(width)


class Measures(Part):
    """Measures under each other; a page may end after any of them."""

    def __init__(self, measures: Sequence[Measure], above: float = 0.0, below: float = 0.0) -> None:
        super().__init__(above, below)
        self.measures = tuple(measures)
        self.rows = [MeasureRow(measure) for measure in self.measures]

    def height_at(self, width: float) -> float:
        return sum(self._heights(width)) - (BETWEEN if self.rows else 0.0)

    def paint(self, pen: Pen, width: float) -> None:
        y = 0.0
        for row, tall in zip(self.rows, self._heights(width), strict=True):
            row.paint(pen.moved(0, y), width)
            y += tall

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """As many measures as there is room for, and the rest."""
        return list(self.divide(aW / POINTS_PER_MM, aH / POINTS_PER_MM) or ())

    def divide(self, width: float, room: float) -> tuple[Part, Part] | None:
        """As many measures as there is room for, and the rest."""
        left, fit = room + BETWEEN, 0
        for tall in self._heights(width):
            if tall > left + 1e-6:
                break
            left, fit = left - tall, fit + 1
        if not 0 < fit < len(self.rows):
            return None
        first = Measures(self.measures[:fit], above=self.above)
        return first, Measures(self.measures[fit:], below=self.below)

    def _heights(self, width: float) -> list[float]:
        return [row.height_at(width) + BETWEEN for row in self.rows]
