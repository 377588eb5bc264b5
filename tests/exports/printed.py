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
from exports.paper import PAPERS, Page
from exports.pen import Box
from tests.exports import pdf_tools
from workshop.interchange import reader
from workshop.state import Workshop

EDGE = 0.8
"""Display type hangs so far out of the live area; rounding needs a little more."""

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
    """Asserts that all text is in the live area, large enough, and never over other text."""
    pages: dict[int, list[Box]] = {}
    for box in printed.boxes:
        pages.setdefault(box.page, []).append(box)
    for boxes in pages.values():
        written = [box for box in boxes if box.text.strip()]
        texts = [box for box in written if box.size >= LEAST_SIZE]
        assert all(len(box.text) <= 2 for box in written if box.size < LEAST_SIZE)
        strangers = [box for box in texts if not _is_inside(box, PAPERS[paper].portrait)]
        strangers = [box for box in strangers if not _is_inside(box, PAPERS[paper].landscape)]
        assert strangers == []
        assert [pair for pair in combinations(texts, 2) if _overlap(*pair)] == []


def _is_inside(box: Box, page: Page) -> bool:
    sides = page.left - EDGE <= box.left and box.right <= page.right + EDGE
    return sides and box.top >= 9 and box.bottom <= page.height - 8


def _overlap(one: Box, other: Box) -> bool:
    wide = min(one.right, other.right) - max(one.left, other.left)
    tall = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide > NEAR and tall > NEAR
