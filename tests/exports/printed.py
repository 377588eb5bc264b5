"""Briefs made for tests, and what is asked of every page of one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

import pypdfium2

import assets
from exports.book import Printed, make_brief
from exports.ink import LEAST_SIZE
from exports.pages import FRAME_TOP
from exports.paper import HEADER_AT, PAPERS, Page, Paper
from exports.pen import Box
from tests.exports import pdf_tools
from workshop.interchange import reader
from workshop.state import Workshop

EDGE = 0.8
"""Display type hangs so far out of the live area; rounding needs a little more."""

NOTHING_WITHIN = 6.0
"""So near to an edge desktop printers do not print."""

NEAR = 0.35
"""Boxes of lines are a little taller than most letters: so much they may touch."""


@cache
def sample() -> Workshop:
    """The sample workshop."""
    return reader.read_file(assets.path("sample", "sample-workshop.yaml"))


@cache
def sample_brief(paper: str) -> Printed:
    """The sample's brief."""
    return make_brief(sample(), PAPERS[paper])


@dataclass(frozen=True)
class Read:
    """A PDF read back: the text of each page."""

    pages: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of its text on one line."""
        return " ".join(" ".join(self.pages).split())

    def page(self, words: str) -> str:
        """The text of the first page that holds these words, on one line."""
        lines = (" ".join(page.split()) for page in self.pages)
        return next(line for line in lines if words in line)

    @property
    def squeezed(self) -> str:
        """All of its text without any space: lines break anywhere."""
        return squeeze("".join(self.pages))


def read_sections(workshop: Workshop, *sections: str, paper: str = "a4") -> Read:
    """Prints some sections of a brief, checks how they are laid out, and reads them back."""
    printed = make_brief(workshop, PAPERS[paper], sections=sections)
    assert_laid_out(printed, paper)
    return read(printed.pdf)


def left_out(workshop: Workshop) -> tuple[str, ...]:
    """The sections that a brief leaves out."""
    return make_brief(workshop, PAPERS["a4"]).left_out


def squeeze(text: str) -> str:
    """A text without its spaces."""
    return "".join(text.split())


def read(pdf: bytes) -> Read:
    """Reads a PDF back."""
    with pypdfium2.PdfDocument(pdf) as document:
        return Read(tuple(page.get_textpage().get_text_range() for page in document))


def assert_sound(printed: Printed, folder: Path) -> None:
    """Asserts what other readers say of the file."""
    file = folder / "brief.pdf"
    file.write_bytes(printed.pdf)
    pdf_tools.assert_sound(file)


def assert_laid_out(printed: Printed, paper: str) -> None:
    """Asserts that all text is in the live area of its page, or in its head or foot, large enough,
    and never over other text. Only the letters of marks, as the legend has them, may be small."""
    written = [box for box in printed.boxes if box.text.strip()]
    if not written:
        return
    shapes = _shapes(printed, PAPERS[paper])
    texts = [box for box in written if box.size >= LEAST_SIZE]
    assert [box for box in texts if not _is_inside(box, shapes[box.page])] == []
    small = [box for box in written if box.size < LEAST_SIZE]
    letters = {box.text for box in small if _is_in_foot(box, shapes[box.page])}
    assert [box for box in small if box.text not in letters] == []
    pages: dict[int, list[Box]] = {}
    for box in texts:
        pages.setdefault(box.page, []).append(box)
    for boxes in pages.values():
        assert [pair for pair in combinations(boxes, 2) if _overlap(*pair)] == []


def _shapes(printed: Printed, paper: Paper) -> dict[int, Page]:
    """The page that each page of a file is: upright or lying."""
    with pypdfium2.PdfDocument(printed.pdf) as document:
        lies = [page.get_width() > page.get_height() for page in document]
    shapes = {False: paper.portrait, True: paper.landscape}
    return {number: shapes[lying] for number, lying in enumerate(lies, start=1)}


def _is_inside(box: Box, page: Page) -> bool:
    if not (page.left - EDGE <= box.left and box.right <= page.right + EDGE):
        return False
    in_live_area = box.top >= FRAME_TOP - EDGE and box.bottom <= page.last_text_at + EDGE
    in_head = box.top >= NOTHING_WITHIN and box.bottom <= HEADER_AT + EDGE
    return in_live_area or in_head or _is_in_foot(box, page)


def _is_in_foot(box: Box, page: Page) -> bool:
    """Whether it stands where the legend and the colophon do."""
    under_text = box.top >= page.last_text_at
    return under_text and box.bottom <= page.height - NOTHING_WITHIN


def _overlap(one: Box, other: Box) -> bool:
    wide = min(one.right, other.right) - max(one.left, other.left)
    tall = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide > NEAR and tall > NEAR
