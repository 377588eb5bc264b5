"""A ladder of answers, each explaining the one above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.ink import ACCENT, BODY, CAPTION, HEADING, INK, LABEL, POINTS_PER_MM, WHITE
from exports.lines import Span
from exports.parts.grades import graded
from exports.parts.part import Part, Stack
from exports.parts.words import Words
from exports.pen import Pen
from exports.translate import tr

RADIUS, INDENT = 2.7, 10.0
"""Of the disc with the level, and of the answer beside it."""

PADDING = 1.9


@dataclass(frozen=True, slots=True)
class Rung:
    """An answer: how deep it is, how it is known, and more about it, such as its notes.

    `chosen` is what it is chosen as, empty for most; `doubted` where its link was.
    """

    level: int
    text: str
    grade: str
    more: str = ""
    chosen: str = ""
    doubted: bool = False


def ladder(rungs: Sequence[Rung], *, branch: bool = False) -> list[Part]:
    """The rungs under each other, joined by a line; a branch has a dashed one."""
    return [_Rung(rung, branch=branch, last=rung is rungs[-1]) for rung in rungs]


class _Rung(Part):
    def __init__(self, rung: Rung, *, branch: bool, last: bool) -> None:
        super().__init__(below=4.0 if last else 0.0)
        self.rung, self.branch, self.last = rung, branch, last
        style = BODY.bold() if rung.chosen else BODY
        self.content = Stack([Words(rung.text, style), graded(rung.grade, _more(rung))])

    def height_at(self, width: float) -> float:
        return max(self.content.height_at(width - INDENT), 2 * RADIUS) + 2 * PADDING

    def paint(self, pen: Pen, width: float) -> None:
        middle = PADDING + 2.4
        foot = middle if self.last else self.height_at(width)
        dash = (1.6, 1.6) if self.branch else ()
        pen.rule((RADIUS, 0), (RADIUS, foot), INK, 0.9, dash)
        fill, colour = (WHITE, INK) if self.branch else (INK, WHITE)
        if self.rung.chosen:
            fill, colour = ACCENT, WHITE
        pen.circle(RADIUS, middle, RADIUS, fill=fill, line=fill if colour == WHITE else INK)
        style = LABEL.tinted(colour)
        base = middle + style.size * 0.33 / POINTS_PER_MM
        pen.text(RADIUS, base, str(self.rung.level), style, "centre")
        self.content.paint(pen.moved(INDENT, PADDING), width - INDENT)


def _more(rung: Rung) -> list[Span]:
    """What stands behind the grade, each remark apart from the next."""
    found = [Span(rung.more, CAPTION)]
    if rung.doubted:
        found.append(Span(tr("this link was doubted"), CAPTION))
    if rung.chosen:
        found.append(Span(rung.chosen, CAPTION.bold().tinted(ACCENT)))
    told = [span for span in found if span.text]
    return [piece for span in told for piece in (span, Span("   ", CAPTION))][:-1]


class Start(Words):
    """What the ladder stands on: the sentence that the first answer explains."""

    def __init__(self, text: str) -> None:
        super().__init__(text, HEADING, below=0.6)
        self.keepWithNext = 1
