"""The pages of a brief: running heads, legend, outline, upright and lying pages in one file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, KeepTogether
from reportlab.platypus import PageTemplate as Template
from reportlab.platypus.doctemplate import ActionFlowable, FrameBreak

from exports import titles
from exports.brief import Brief
from exports.ink import CAPTION, INK, POINTS_PER_MM, RULE
from exports.lines import clipped
from exports.paper import HEADER_AT, Page
from exports.parts.group import grouped
from exports.parts.marks import draw_legend, legend_lines
from exports.parts.part import Part, Stack
from exports.pen import BriefCanvas, Pen
from exports.translate import tr

PORTRAIT, LANDSCAPE, COVER = "portrait", "landscape", "cover"

FRAME_TOP = 21.1
"""Where the first thing on a page begins, in millimetres from its upper edge."""


def is_fresh(doc: BaseDocTemplate) -> bool:
    """Whether nothing stands on the page yet."""
    first = doc.pageTemplate.frames[0]
    return doc.frame is first and bool(getattr(first, "_atTop"))  # noqa: B009 (no other door)


class Begin(Part):
    """Where a section begins: named in the running head and entered in the outline."""

    stands_alone = True

    def __init__(self, section: str) -> None:
        super().__init__()
        self.section = section
        self.keepWithNext = 1

    def height_at(self, width: float) -> float:
        return 0.0

    def paint(self, pen: Pen, width: float) -> None:
        """Leaves no mark but in the outline."""
        canvas = pen.canvas
        canvas.bookmarkHorizontal(self.section, 0, 20)
        canvas.addOutlineEntry(titles.name(self.section), self.section, 0)
        if isinstance(canvas, BriefCanvas):
            canvas.sections.setdefault(self.section, canvas.getPageNumber())


class Turn(ActionFlowable):
    """Goes on on a page of a kind: a fresh one, or with `fresh` off the same where it is one."""

    def __init__(self, kind: str, *, fresh: bool = True) -> None:
        super().__init__()
        self.kind, self.fresh = kind, fresh

    def apply(self, doc: BaseDocTemplate) -> None:
        """Turns the page, but never leaves an empty one behind."""
        if doc.pageTemplate.id == self.kind and (is_fresh(doc) or not self.fresh):
            return
        doc.handle_nextPageTemplate(self.kind)
        doc.handle_pageBreak()


def upright() -> list[Flowable]:
    """Go on on a new upright page."""
    return [Turn(PORTRAIT)]


def upright_again() -> list[Flowable]:
    """Go on where the page is upright, on a new one where it is not."""
    return [Turn(PORTRAIT, fresh=False)]


def on_one_page(parts: Sequence[Part], page: Page) -> list[Flowable]:
    """Go on on an upright page that holds all these parts, if one page can; the same if there is
    room for them."""
    need = Stack(parts).height_at(page.live_width) + parts[0].above
    whole = page.last_text_at - FRAME_TOP
    return [*upright_again(), CondPageBreak(min(need, whole) * POINTS_PER_MM)]


def lying() -> list[Flowable]:
    """Go on on a new lying page."""
    return [Turn(LANDSCAPE)]


class KeepHeading(KeepTogether):
    """Keeps headings with the beginning of what follows, not with all of it: a table under a
    heading begins on the same page and goes on on the next."""

    def __init__(self, flowables: Sequence[Flowable], maxHeight: float | None = None) -> None:
        super().__init__(list(flowables), maxHeight)
        self.flowables = list(flowables)

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """The headings, and what the page makes of what follows, if its first piece fits."""
        fresh = bool(getattr(getattr(self, "_frame", None), "_atTop", False))
        if self._height(self.flowables, aW, fresh) <= aH:
            return list(self.flowables)
        *heads, body = self.flowables
        above = self._height([*heads, body], aW, fresh) - self._tall(body, aW)
        pieces = body.split(aW, aH - above)
        if pieces and self._height([*heads, pieces[0]], aW, fresh) <= aH:
            return [*heads, *pieces]
        return list(self.flowables) if fresh else [FrameBreak(), *self.flowables]

    def _height(self, parts: Sequence[Flowable], width: float, fresh: bool) -> float:
        """Of parts under each other, with the room between them; none at the top of a page."""
        tall = below = 0.0
        for part in parts:
            gap = max(below, part.getSpaceBefore())
            tall += self._tall(part, width) + (gap if tall or not fresh else 0.0)
            below = part.getSpaceAfter()
        return tall if fresh else tall - parts[0].getSpaceBefore()

    def _tall(self, part: Flowable, width: float) -> float:
        return float(part.wrapOn(self.canv, width, 0xFFFFFF)[1])


class BriefPages(BaseDocTemplate):
    """Lays the flow of parts out on pages. `boxes` then tells where each line stands."""

    def __init__(self, target: Any, brief: Brief, title: str, colophon: str) -> None:
        rl_config.useA85 = 0
        self.brief = brief
        self.section, self.colophon = "", colophon
        self.boxes: list[Any] = []
        paper = brief.paper
        size = _size(paper.portrait)
        super().__init__(
            str(target) if isinstance(target, Path) else target,
            pagesize=size,
            title=title,
            author=brief.details.company or "",
            subject=tr("Vision brief"),
            creator="Coxswain",
            lang="en-GB",
            invariant=1,
            pageCompression=1,
            keepTogetherClass=KeepHeading,
        )
        self.addPageTemplates(
            [
                self._template(COVER, paper.portrait, furnished=False),
                self._template(PORTRAIT, paper.portrait),
                self._template(LANDSCAPE, paper.landscape),
            ]
        )

    def _template(self, name: str, page: Page, *, furnished: bool = True) -> Template:
        frame = Frame(
            page.left * POINTS_PER_MM,
            (page.height - page.last_text_at) * POINTS_PER_MM,
            page.live_width * POINTS_PER_MM,
            (page.last_text_at - FRAME_TOP) * POINTS_PER_MM,
            leftPadding=0,
            rightPadding=0,
            topPadding=0,
            bottomPadding=0,
            id=name,
        )

        def begin(canvas: Canvas, _: BaseDocTemplate) -> None:
            if isinstance(canvas, BriefCanvas):
                canvas.start_page(page)

        def end(canvas: Canvas, _: BaseDocTemplate) -> None:
            if furnished:
                self._furnish(canvas, page)

        return Template(name, [frame], onPage=begin, onPageEnd=end, pagesize=_size(page))

    def write(self, flow: Sequence[Flowable]) -> int:
        """Lays everything out and writes the file; gives the number of pages."""
        self.build(grouped(flow), canvasmaker=BriefCanvas)
        return int(self.page)

    def handle_documentBegin(self) -> None:
        """Says what readers need to know of the file: its day, and that it has an outline."""
        super().handle_documentBegin()
        self.canv.showOutline()
        on = self.brief.details.on
        if on is not None:
            day = on.replace("-", "")
            self.canv.setDateFormatter(lambda *_: f"D:{day}000000Z")

    def afterFlowable(self, flowable: Flowable) -> None:
        """Keeps which section a page is of: the one that it begins with, or goes on with."""
        if isinstance(flowable, Begin):
            if not self.section or is_fresh(self):
                self.section = flowable.section
            self._latest = flowable.section

    _latest = ""

    def _furnish(self, canvas: Canvas, page: Page) -> None:
        pen = Pen(canvas, 0, page.height * POINTS_PER_MM)
        self._draw_head(pen, page)
        pen.rule((page.left, page.legend_at - 5.9), (page.right, page.legend_at - 5.9), RULE)
        marks = list(self.brief.functions.values())
        # A second line must stay off the edge of a lying page, where the foot is low.
        low = page.width > page.height and legend_lines(page.live_width, marks) > 1
        top = page.legend_at - (2.0 if low else 0.0)
        lines = draw_legend(pen.moved(page.left, top), page.live_width, marks)
        if self.section == "summary":
            line = clipped(self.colophon, CAPTION, page.live_width)
            pen.text(page.left, page.legend_at + lines + 6.7, line, CAPTION)
        if isinstance(canvas, BriefCanvas):
            self.boxes = canvas.boxes
        self.section = self._latest

    def _draw_head(self, pen: Pen, page: Page) -> None:
        strong = CAPTION.bold().tinted(INK)
        product = clipped(self.brief.product, strong, page.live_width / 2)
        wide = pen.text(page.left, HEADER_AT, product, strong)
        pen.text(page.left + wide + 2.0, HEADER_AT, tr("Vision brief"), CAPTION)
        pen.text(page.right, HEADER_AT, str(self.page), strong, "right")
        name = titles.name(self.section) if self.section else ""
        pen.text(page.right - 6, HEADER_AT, name, CAPTION, "right")


def _size(page: Page) -> tuple[float, float]:
    return page.width * POINTS_PER_MM, page.height * POINTS_PER_MM
