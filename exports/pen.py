"""A pen over a page: draws in millimetres from the top left corner, texts, lines, shapes, marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from exports import fonts, glyphs
from exports.ink import INK, POINTS_PER_MM, RULE, WHITE, Style
from exports.lines import Block, Line, Text, set_text
from exports.paper import Page
from workshop.mark_shapes import circle

UNDERLINE = 0.2
"""How far below the baseline an underline stands, as a part of the type size."""

Point = tuple[float, float]
Dash = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Where a line of text stands on a page, in millimetres from its top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str
    size: float


class BriefCanvas(Canvas):
    """A canvas that keeps where each line of text was drawn, so that tests can hold the layout."""

    def __init__(self, *args: Any, **named: Any) -> None:
        fonts.use_text_families()
        super().__init__(*args, **named)
        self.boxes: list[Box] = []
        self.page_height = 0.0
        self.sections: dict[str, int] = {}
        """The page that each section begins on, as far as they have begun."""
        self._later: list[Callable[[Pen], object]] = []

    def start_page(self, page: Page) -> Pen:
        """Begin a page of this size; gives a pen from its top left corner."""
        self.page_height = page.height * POINTS_PER_MM
        self.setPageSize((page.width * POINTS_PER_MM, self.page_height))
        return Pen(self, 0, self.page_height)

    def draw_later(self, draw: Callable[[Pen], object]) -> None:
        """Leaves a place, at the origin, for what can be said only when all pages are laid out,
        such as a page's number. Nothing else may stand right of it."""
        self.doForm(f"later-{len(self._later)}")
        self._later.append(draw)

    def save(self) -> None:
        """Draws what was left for later, and writes the file."""
        if getattr(self, "_code"):  # noqa: B009 (`pageHasData` says the contrary)
            self.showPage()
        kept = len(self.boxes)
        for place, draw in enumerate(self._later):
            self.beginForm(f"later-{place}", 0, -_LINE, _PAGE, _LINE)
            draw(Pen(self))
            self.endForm()
        del self.boxes[kept:]
        super().save()


_LINE, _PAGE = 20, 900
"""How far what is drawn later may reach below and above its baseline, and to the right, in
points."""


class Pen:
    """Draws on a canvas. Its origin is a place on the page, y downward; type sizes are points."""

    def __init__(self, canvas: Canvas, left: float = 0.0, top: float = 0.0) -> None:
        """`left` and `top` are in points, in the canvas's own space: y upward."""
        self.canvas = canvas
        self._left, self._top = left, top

    def moved(self, x: float, y: float) -> Pen:
        """A pen whose origin is this one's place (x, y)."""
        return Pen(self.canvas, self.x(x), self.y(y))

    def x(self, x: float) -> float:
        """A place across, in points of the canvas."""
        return self._left + x * POINTS_PER_MM

    def y(self, y: float) -> float:
        """A place down, in points of the canvas."""
        return self._top - y * POINTS_PER_MM

    # Text

    def text(self, x: float, y: float, text: Text, style: Style, align: str = "left") -> float:
        """Draws one line with its baseline at `y`; gives its width in millimetres.

        `align` is left, centre or right: what of the text stands at `x`.
        """
        block = set_text(text, style)
        if not block.lines:
            return 0.0
        wide = block.width
        start = x - {"left": 0.0, "centre": wide / 2, "right": wide}[align]
        self._line(start, y, block.lines[0], style)
        return wide

    def block(
        self, x: float, y: float, block: Block, style: Style, align: str = "left", width: float = 0
    ) -> float:
        """Draws set lines, the first baseline at `y`; gives where the next baseline would be.

        With `align` right or centre, lines stand so within `width` from `x`.
        """
        for line in block.lines:
            spare = width - line.width / POINTS_PER_MM
            shift = {"left": 0.0, "centre": spare / 2, "right": spare}[align]
            if align != "left":  # a line from right to left stands at the right already
                shift -= line.left / POINTS_PER_MM
            self._line(x + shift, y, line, style)
            y += block.leading
        return y

    def paragraph(self, x: float, y: float, width: float, text: Text, style: Style) -> float:
        """Sets a text to a width and draws it; gives where the next baseline would be."""
        return self.block(x, y, set_text(text, style, width), style)

    def _line(self, x: float, y: float, line: Line, style: Style) -> None:
        self._keep(x, y, line)
        drawn = self.canvas.beginText()
        if line.shaped is not None:
            glyphs.draw_line(drawn, self.x(x), self.y(y), line.shaped)
        else:
            self._draw_plain(drawn, x, y, line)
        self.canvas.drawText(drawn)
        for start, end, colour in line.underlines():
            below = y + UNDERLINE * style.size / POINTS_PER_MM
            self.rule((x + start / POINTS_PER_MM, below), (x + end / POINTS_PER_MM, below), colour)

    def _draw_plain(self, drawn: PDFTextObject, x: float, y: float, line: Line) -> None:
        for placed in line.placed:
            style = placed.style
            drawn.setTextOrigin(self.x(x) + placed.x, self.y(y))
            drawn.setFont(fonts.use(style.face), style.size)
            drawn.setFillColor(HexColor(style.colour))
            drawn.setCharSpace(style.tracking * style.size / 1000)
            drawn.textOut(placed.text)

    def _keep(self, x: float, y: float, line: Line) -> None:
        if not isinstance(self.canvas, BriefCanvas):
            return
        left, base = self.canvas.absolutePosition(self.x(x) + line.left, self.y(y))
        left, base = left / POINTS_PER_MM, (self.canvas.page_height - base) / POINTS_PER_MM
        size = line.size / POINTS_PER_MM
        right = left + line.width / POINTS_PER_MM
        top, bottom = base - 0.72 * size, base + 0.2 * size
        page = self.canvas.getPageNumber()
        self.canvas.boxes.append(Box(page, left, top, right, bottom, line.text, line.size))

    # Lines and shapes

    def rule(
        self,
        start: Point,
        end: Point,
        colour: str = RULE,
        weight: float = 0.5,
        dash: Dash = (),
        *,
        round_ends: bool = False,
    ) -> None:
        """A straight line, `weight` points thick; `dash` is on, off in points."""
        self._stroke(colour, weight, dash, round_ends=round_ends)
        self.canvas.line(self.x(start[0]), self.y(start[1]), self.x(end[0]), self.y(end[1]))
        self.canvas.restoreState()

    def _stroke(self, colour: str, weight: float, dash: Dash, *, round_ends: bool) -> None:
        self.canvas.saveState()
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(weight)
        self.canvas.setLineCap(1 if round_ends else 0)
        self.canvas.setLineJoin(1 if round_ends else 0)
        if dash:
            self.canvas.setDash(list(dash))

    def rectangle(
        self, x: float, y: float, width: float, height: float, fill: str, *, opacity: float = 1
    ) -> None:
        """A filled rectangle whose top left corner is (x, y)."""
        self.canvas.saveState()
        self.canvas.setFillColor(HexColor(fill), alpha=opacity)
        self.canvas.rect(
            self.x(x),
            self.y(y + height),
            width * POINTS_PER_MM,
            height * POINTS_PER_MM,
            stroke=0,
            fill=1,
        )
        self.canvas.restoreState()

    @contextmanager
    def within(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """While this lasts, nothing is drawn outside the rectangle at (x, y)."""
        self.canvas.saveState()
        edge = self.canvas.beginPath()
        size = (width * POINTS_PER_MM, height * POINTS_PER_MM)
        edge.rect(self.x(x), self.y(y + height), *size)
        self.canvas.clipPath(edge, stroke=0, fill=0)
        yield
        self.canvas.restoreState()

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: str = "",
        line: str = "",
        weight: float = 1,
    ) -> None:
        """A circle around (x, y); an empty colour leaves fill or line out."""
        self.path(circle(x, y, radius), fill=fill, line=line, weight=weight, closed=True)

    def path(
        self,
        pieces: Iterable[tuple[str, Sequence[float]]],
        *,
        fill: str = "",
        line: str = "",
        weight: float = 1,
        dash: Dash = (),
        closed: bool = False,
        opacity: float = 1,
    ) -> None:
        """A path of pieces as in `workshop.mark_shapes`, filled or drawn as a line, or both."""
        self._stroke(line or INK, weight, dash, round_ends=True)
        self.canvas.setFillColor(HexColor(fill or WHITE), alpha=opacity)
        drawn = self.canvas.beginPath()
        steps: dict[str, Callable[..., Any]] = {
            "move": drawn.moveTo,
            "line": drawn.lineTo,
            "curve": drawn.curveTo,
        }
        for piece, numbers in pieces:
            flat = [
                self.x(number) if place % 2 == 0 else self.y(number)
                for place, number in enumerate(numbers)
            ]
            steps[piece](*flat)
        if closed:
            drawn.close()
        self.canvas.drawPath(drawn, stroke=int(bool(line)), fill=int(bool(fill)))
        self.canvas.restoreState()
