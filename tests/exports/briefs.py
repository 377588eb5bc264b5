"""Briefs as their readers see them: what stands on which page, and where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations

import pypdfium2

import assets
from exports.book import Printed, make_brief
from exports.ink import POINTS_PER_MM
from exports.paper import PAPERS, Page, Paper
from exports.pen import Box
from workshop.interchange import reader
from workshop.state import Workshop

SLACK = 0.75
"""Display type hangs so far out of the margin that its stems align, in millimetres."""

EDGE = 6.0
"""So near to a page's edge desktop printers leave it blank, in millimetres."""


@dataclass(frozen=True)
class Read:
    """A brief and the text that a reader finds on each of its pages."""

    printed: Printed
    pages: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it on one line, so that a sentence is found wherever its lines end."""
        return " ".join(" ".join(self.pages).split())

    def box(self, text: str) -> Box:
        """The line that begins so."""
        return next(box for box in self.printed.boxes if box.text.startswith(text))


def read(workshop: Workshop, paper: str = "a4") -> Read:
    """Prints a brief, checks how it is laid out, and reads it back."""
    printed = make_brief(workshop, PAPERS[paper])
    assert_laid_out(printed, PAPERS[paper])
    with pypdfium2.PdfDocument(printed.pdf) as document:
        pages = tuple(page.get_textpage().get_text_bounded() for page in document)
    return Read(printed, pages)


@cache
def sample() -> Workshop:
    """The finished sample workshop; nobody changes it."""
    return reader.read_file(assets.path("sample", "sample-workshop.yaml"))


@cache
def sample_brief(paper: str = "a4") -> Read:
    """The brief of the sample workshop."""
    return read(sample(), paper)


def assert_laid_out(printed: Printed, paper: Paper) -> None:
    """Asserts that every line stands inside the live area, and none on another."""
    with pypdfium2.PdfDocument(printed.pdf) as document:
        widths = [page.get_width() / POINTS_PER_MM for page in document]
    for number, width in enumerate(widths, start=1):
        boxes = [box for box in printed.boxes if box.page == number]
        page = next(
            one for one in (paper.portrait, paper.landscape) if abs(one.width - width) < 0.1
        )
        assert [box for box in boxes if not _is_inside(box, page)] == []
        assert [pair for pair in combinations(boxes, 2) if _overlap(*pair)] == []


def _is_inside(box: Box, page: Page) -> bool:
    across = page.left - SLACK <= box.left and box.right <= page.right + SLACK
    return across and box.top >= EDGE and box.bottom <= page.height - EDGE


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0.3 and down > 0.3
