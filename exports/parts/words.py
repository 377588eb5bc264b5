"""Paragraphs, alone or with something drawn before them."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.platypus import Flowable

from exports.ink import ACCENT, BODY, POINTS_PER_MM, Style
from exports.lines import Block, Span, Text, set_text, spans
from exports.parts.part import Part
from exports.pen import Pen
from exports.translate import FIRST_STRONG_ISOLATE, POP_ISOLATE, isolated

ASCENT = 0.74
"""From the top of a line to its baseline, as a part of the type size, with half its spare room."""

READABLE_WIDTH = 130.0
"""A line of body text is no longer, in millimetres: about 75 characters."""

BAR_INDENT = 3.2
"""What stands right of a bar begins so far in, in millimetres."""

DrawBefore = Callable[[Pen, float], None]


def baseline(style: Style) -> float:
    """How far below the top of a line its baseline stands, in millimetres."""
    spare = max(0.0, style.leading - style.size) / 2
    return (spare + ASCENT * style.size) / POINTS_PER_MM


class Words(Part):
    """A text set to the width it gets, or to `at_most`; long ones run on over the page.

    `indent` moves it to the right; `before` then draws a sign there, with the pen at the first
    line's left edge and its baseline at the number given.
    """

    def __init__(
        self,
        text: Text,
        style: Style = BODY,
        *,
        above: float = 0.0,
        below: float = 0.0,
        indent: float = 0.0,
        at_most: float = READABLE_WIDTH,
        align: str = "left",
        before: DrawBefore | None = None,
    ) -> None:
        super().__init__(above, below)
        self.text, self.style, self.indent, self.at_most = text, style, indent, at_most
        self.align, self.before = align, before
        self._set: Block | None = None
        self._for = -1.0

    def block(self, width: float) -> Block:
        """Its lines at a width."""
        room = min(width - self.indent, self.at_most)
        if self._set is None or self._for != room:
            self._set, self._for = set_text(self.text, self.style, room), room
        return self._set

    def height_at(self, width: float) -> float:
        return self.block(width).height

    def paint(self, pen: Pen, width: float) -> None:
        y = baseline(self.style)
        if self.before is not None:
            self.before(pen, y)
        lines, room = self.block(width), min(width - self.indent, self.at_most)
        pen.block(self.indent, y, lines, self.style, self.align, room)

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """As many lines as there is room for, and the rest."""
        return list(self.divide(aW / POINTS_PER_MM, aH / POINTS_PER_MM) or ())

    def divide(self, width: float, room: float) -> tuple[Part, Part] | None:
        """As many lines as there is room for, but never one alone, and the rest."""
        block = self.block(width)
        fit = int(room / block.leading + 1e-6) if block.lines else 0
        if len(block.lines) - fit < 2:
            fit = len(block.lines) - 2
        if fit < 2:
            return None
        first = _Lines(self, Block(block.lines[:fit], block.leading), first=True)
        rest = _Lines(self, Block(block.lines[fit:], block.leading), first=False)
        return first, rest


class _Lines(Words):
    """Some of the lines of a paragraph that a page has cut."""

    def __init__(self, whole: Words, block: Block, *, first: bool) -> None:
        super().__init__(
            whole.text,
            whole.style,
            above=whole.above if first else 0.0,
            below=0.0 if first else whole.below,
            indent=whole.indent,
            at_most=whole.at_most,
            align=whole.align,
            before=whole.before if first else None,
        )
        self._lines = block

    def block(self, width: float) -> Block:
        return self._lines


def labelled(label: str, text: Text, style: Style = BODY) -> Text:
    """A text with its name before it, in bold."""
    return beside(Span(label, style.bold()), *spans(text, style))


def beside(first: Span, *rest: Span) -> Text:
    """Two texts of one line, a gap between them, each in its own direction."""
    texts = [span for span in rest if span.text]
    begin = Span(f"{isolated(first.text)}{'  ' if texts else ''}", first.style)
    if isolated(joined := "".join(span.text for span in texts)) == joined:
        return (begin, *texts)
    marks = [Span(mark, texts[0].style) for mark in (FIRST_STRONG_ISOLATE, POP_ISOLATE)]
    return (begin, marks[0], *texts, marks[1])


def quoted(text: str, who: str = "") -> str:
    """What someone said, in quotation marks, and who."""
    return f"“{isolated(text)}”  {isolated(who)}".rstrip()


def bulleted(text: Text, style: Style = BODY, below: float = 1.2) -> Words:
    """A line of a list, with a small dot before it."""

    def dot(pen: Pen, y: float) -> None:
        pen.circle(1.0, y - style.size / POINTS_PER_MM * 0.26, 0.45, fill=style.colour)

    return Words(text, style, indent=4.0, below=below, before=dot)


class Barred(Part):
    """A part with an accent bar at its left, as dissent has."""

    def __init__(
        self, part: Part, colour: str = ACCENT, above: float = 0.0, below: float = 0.0
    ) -> None:
        super().__init__(above, below)
        self.part, self.colour = part, colour

    def height_at(self, width: float) -> float:
        return self.part.height_at(width - BAR_INDENT)

    def divide(self, width: float, room: float) -> tuple[Part, Part] | None:
        """The part cut, with the bar beside both pieces."""
        cut = self.part.divide(width - BAR_INDENT, room)
        if cut is None:
            return None
        first, rest = cut
        return (
            Barred(first, self.colour, self.above),
            Barred(rest, self.colour, below=self.below),
        )

    def paint(self, pen: Pen, width: float) -> None:
        tall = self.height_at(width)
        pen.rule((0.5, 0.2), (0.5, tall - 0.2), self.colour, 1.4)
        self.part.paint(pen.moved(BAR_INDENT, 0), width - BAR_INDENT)
