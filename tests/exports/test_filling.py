"""How pages are filled: none half empty within a section, heads that come again, even columns."""

from __future__ import annotations

import re

import pytest

from exports.pages import FRAME_TOP
from exports.paper import HEADER_AT, PAPERS, Page
from exports.pen import Box
from tests.exports.printed import sample, sample_brief
from workshop.records.people import Function

papers = pytest.mark.parametrize("paper", list(PAPERS))

LEAST = 0.6
"""So much of a page is filled at least."""

OWN_PAGE = ("Journey", "Guardrails", "Appendix")
"""Sections that begin a page of their own: the one before may be shorter."""


def _pages(paper: str) -> dict[int, list[Box]]:
    pages: dict[int, list[Box]] = {}
    for box in sample_brief(paper).boxes:
        pages.setdefault(box.page, []).append(box)
    return pages


def _page(boxes: list[Box], paper: str) -> Page:
    found = PAPERS[paper]
    lies = max(box.right for box in boxes) > found.portrait.right + 1
    return found.landscape if lies else found.portrait


def _body(boxes: list[Box], page: Page) -> list[Box]:
    """What stands between the running head and the legend."""
    return [box for box in boxes if box.top > HEADER_AT + 1 and box.bottom < page.legend_at - 5]


def _filled(boxes: list[Box], paper: str) -> float:
    page = _page(boxes, paper)
    foot = max(box.bottom for box in _body(boxes, page))
    return (foot - FRAME_TOP) / (page.last_text_at - FRAME_TOP)


def _heads(boxes: list[Box]) -> set[str]:
    return {box.text for box in boxes if box.top < HEADER_AT}


@papers
def test_no_page_is_half_empty_unless_the_next_section_has_its_own(paper: str) -> None:
    pages = _pages(paper)
    thin = [number for number, boxes in pages.items() if _filled(boxes, paper) < LEAST]
    wrong = [
        number
        for number in thin
        if number != len(pages) and not _heads(pages[number + 1]) & set(OWN_PAGE)
    ]
    assert wrong == []
    assert len(thin) <= 1


@papers
def test_continued_stands_behind_a_head_at_the_top_and_nowhere_else(paper: str) -> None:
    found = 0
    for boxes in _pages(paper).values():
        body = _body(boxes, _page(boxes, paper))
        top = min(box.top for box in body)
        for box in body:
            if "continued" in box.text:
                assert re.search(r"\S  continued$", box.text), box
                assert box.top - top < 25, box  # under the head of the section, or of a table
                found += 1
    assert found >= 5


@papers
def test_every_column_of_notes_is_headed_by_its_function(paper: str) -> None:
    names = {function.name for function in sample()[Function]} | {"Without a function"}
    pages = [boxes for boxes in _pages(paper).values() if "Appendix" in _heads(boxes)]
    headed = 0
    for boxes in pages:
        page = _page(boxes, paper)
        notes = [box for box in _body(boxes, page) if box.size != 25]
        if not any(re.match(r"\d+ · ", box.text) for box in notes):
            continue
        for left in (page.left, page.left + page.live_width / 2):
            column = [box for box in notes if left - 1 <= box.left < left + 10 and box.size > 7.6]
            first = min(column, key=lambda box: box.top)
            assert first.text.removesuffix("  continued") in names, first
            headed += first.text.endswith("continued")
    assert headed >= 3


@papers
def test_the_columns_of_notes_end_together(paper: str) -> None:
    """The last page of notes is balanced, and what comes after them stands under both."""
    pages = _pages(paper)
    last, band = next(
        (number, box)
        for number, boxes in pages.items()
        for box in boxes
        if box.text == "At the end of the day"
    )
    page = _page(pages[last], paper)
    above = [box for box in _body(pages[last], page) if box.bottom < band.top]
    if not above:
        last -= 1
        above = _body(pages[last], page)
    middle = page.left + page.live_width / 2
    ends = [
        max(box.bottom for box in above if (box.left > middle) is right) for right in (False, True)
    ]
    assert abs(ends[0] - ends[1]) < 25
