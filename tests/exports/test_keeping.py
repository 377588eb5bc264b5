"""Headings stay with the beginning of what follows."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.platypus import Flowable

from exports.brief import Brief
from exports.ink import BODY
from exports.pages import Begin, BriefPages, upright
from exports.paper import A4
from exports.parts.heads import Band, SectionHead
from exports.parts.part import Part, Space, Stack
from exports.parts.rows import Rows
from exports.parts.words import Words
from workshop.state import Workshop


def _page_of(flow: Sequence[Flowable], *texts: str) -> list[int]:
    """On which page after the cover each text begins."""
    pages = BriefPages(io.BytesIO(), Brief(Workshop(), A4), "A brief", "")
    pages.write([*upright(), Begin("vision"), *flow])
    return [next(box.page - 1 for box in pages.boxes if box.text == text) for text in texts]


def _filled(height: float) -> list[Part]:
    """So much of the page used up, with a word at its end."""
    return [Stack([Space(height), Words("above")])]


def test_a_long_table_begins_under_its_heading() -> None:
    rows = Rows([Words(f"row {n}", BODY) for n in range(30)])
    found = _page_of([*_filled(150), Band("Heading"), rows], "above", "Heading", "row 0", "row 29")
    assert found == [1, 1, 1, 2]


def test_a_heading_goes_along_with_what_must_stay_whole() -> None:
    whole = Stack([Words("first"), Space(100)])
    for used in range(100, 240, 7):
        flow = [*_filled(used), Begin("problem"), SectionHead("", "Problem", "Opening"), whole]
        title, opening, first = _page_of(flow, "Problem", "Opening", "first")
        assert title == opening == first


def test_what_is_too_tall_for_any_page_is_cut() -> None:
    tall = Stack([Words("first"), *(Words("many words " * 80) for _ in range(30)), Words("last")])
    first, last = _page_of([Band("Heading"), tall], "first", "last")
    assert first == 1
    assert last > 1
