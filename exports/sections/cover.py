"""The cover: the product, the vision, the day, and who was there."""

from __future__ import annotations

from reportlab.platypus import Flowable, NextPageTemplate

from exports.brief import Brief, prints
from exports.imprint import state
from exports.ink import (
    ACCENT,
    BODY,
    COVER_TITLE,
    EYEBROW,
    INK,
    MUTED,
    NOTE,
    POINTS_PER_MM,
    RULE,
    STANDFIRST,
    Style,
)
from exports.lines import Block, clipped, set_text
from exports.pages import PORTRAIT
from exports.parts.heads import HANGING
from exports.parts.marks import LEGEND_SIZE, draw_mark
from exports.parts.part import Part, Stack
from exports.parts.vision import Vision
from exports.parts.words import Words
from exports.pen import Pen
from exports.translate import tr
from exports.wording import day
from workshop import agreement
from workshop.records.people import Function

TITLE_SIZES = ((48.0, 54.0), (36.0, 41.0), (28.0, 33.0), (22.0, 27.0))
SENTENCE_SIZES = ((30.0, 35.0), (26.0, 31.0), (22.0, 27.0), (18.0, 22.5), (15.0, 19.0))
COLUMNS, LINE = 3, 4.6


@prints("summary", place=0)
def cover(brief: Brief) -> list[Flowable]:
    """The first page."""
    return [NextPageTemplate(PORTRAIT), _Cover(brief)]


class _Cover(Part):
    """Fills its frame: the title at the top, the day and the people at the foot."""

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self.brief = brief

    def height_at(self, width: float) -> float:
        page = self.brief.paper.portrait
        return page.last_text_at - 21.1

    def paint(self, pen: Pen, width: float) -> None:
        foot = _foot(self.brief, width, self.height_at(width) / 2)
        foot_at = self.height_at(width) - foot.height_at(width)
        pen.rectangle(0, 0, 10, 0.9, ACCENT)
        pen.text(0, 6.4, tr("Vision brief"), EYEBROW)
        y = self._paint_title(pen, width)
        hidden = self.brief.hides("vision")
        text = "" if hidden else agreement.statement(self.brief.workshop, "vision")
        sentence = Vision(text, SENTENCE_SIZES)
        if sentence.text and y + 14 + sentence.height_at(width * 0.86) < foot_at - 10:
            sentence.paint(pen.moved(0, y + 14), width * 0.86)
        foot.paint(pen.moved(0, foot_at), width)

    def _paint_title(self, pen: Pen, width: float) -> float:
        """The product and what it is; gives where the next baseline would be."""
        style, title = _title(self.brief.product, width)
        y = pen.block(-HANGING, 30.0, title, style)
        y += 10 - style.leading / POINTS_PER_MM
        line = self.brief.details.product_in_one_line
        return pen.paragraph(0, y, 130, line, STANDFIRST.tinted(MUTED)) if line else y


def _title(text: str, width: float) -> tuple[Style, Block]:
    """The largest size at which it has two lines at most; the smallest takes what it needs."""
    for size, leading in TITLE_SIZES:
        style = COVER_TITLE.sized(size, leading)
        block = set_text(text, style, width)
        if len(block.lines) <= 2:
            break
    return style, block


def _foot(brief: Brief, width: float, room: float) -> _Foot:
    """With the people by name if that is not taller than `room`, else by function alone."""
    if brief.hides("participants"):
        return _Foot(brief, names=False)
    full = _Foot(brief, names=True)
    return full if full.height_at(width) <= room else _Foot(brief, names=False)


class _Foot(Part):
    """The day, the place, the state of the brief, and the people by function."""

    def __init__(self, brief: Brief, *, names: bool) -> None:
        super().__init__()
        self.brief = brief
        self.functions = [_People(brief, row, names=names) for row in brief.heard]

    def height_at(self, width: float) -> float:
        return 19.0 + self._rows(width)[1]

    def paint(self, pen: Pen, width: float) -> None:
        pen.rule((0, 0), (width, 0), INK, 1.1)
        wide = pen.text(width, 6.4, state(self.brief), BODY.bold(), "right")
        pen.text(0, 6.4, clipped(" · ".join(self._day()), BODY, width - wide - 6), BODY)
        pen.rule((0, 10.5), (width, 10.5), RULE)
        places, _ = self._rows(width)
        for people, (x, y) in zip(self.functions, places, strict=True):
            people.paint(pen.moved(x, 16.5 + y), self._wide(width))

    def _day(self) -> list[str]:
        details = self.brief.details
        date = [day(details.on)] if details.on else []
        return [*date, *([details.place] if details.place else [])]

    @staticmethod
    def _wide(width: float) -> float:
        return (width - 6.0 * (COLUMNS - 1)) / COLUMNS

    def _rows(self, width: float) -> tuple[list[tuple[float, float]], float]:
        """Where each function stands, and how tall all are together."""
        wide, places, y = self._wide(width), [], 0.0
        for start in range(0, len(self.functions), COLUMNS):
            row = self.functions[start : start + COLUMNS]
            places += [(index * (wide + 6.0), y) for index in range(len(row))]
            y += max(people.height_at(wide) for people in row) + 3.5
        return places, y


class _People(Part):
    """A function's mark and name, and its people under it."""

    def __init__(self, brief: Brief, function: Function, *, names: bool) -> None:
        super().__init__()
        self.function = function
        people = [row.name for row in brief.present if row.function == function.id]
        lines = [Words(function.name, NOTE.bold(), indent=LEGEND_SIZE + 1.5)]
        if names:
            lines.append(Words(", ".join(people), NOTE, indent=LEGEND_SIZE + 1.5))
        self.lines = Stack(lines)

    def height_at(self, width: float) -> float:
        return self.lines.height_at(width)

    def paint(self, pen: Pen, width: float) -> None:
        draw_mark(pen, 0, 0.4, self.function, LEGEND_SIZE)
        self.lines.paint(pen, width)
