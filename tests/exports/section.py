"""One section of a brief, printed and read by itself."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from functools import cache
from itertools import combinations
from typing import Any

import yaml

from exports.book import OWN_PAGE, Printed
from exports.brief import Brief, contributions
from exports.pages import Begin, BriefPages, upright
from exports.paper import PAPERS
from exports.pen import Box
from exports.report import Report
from tests.exports.printed import assert_laid_out, read
from tests.workshop.interchange import documents
from workshop.state import Workshop

Data = dict[str, Any]


def print_section(workshop: Workshop, section: str, paper: str = "a4") -> Printed:
    """Prints a section, and asserts that its text is in the live area and never over other text."""
    brief = Brief(workshop, PAPERS[paper])
    parts = [part for make in contributions(section) for part in make(brief)]
    begin = [] if section in OWN_PAGE else [*upright(), Begin(section)]
    target = io.BytesIO()
    pages = BriefPages(target, brief, "Test", "")
    count = pages.write([*begin, *parts] if parts else [])
    report = Report(left_out=() if parts else (section,))
    boxes = tuple(pages.boxes)
    printed = Printed(target.getvalue(), count, report, brief.exported, boxes)
    assert_laid_out(printed, paper)
    return printed


def text_of(printed: Printed) -> str:
    """All that is said in it, on one line."""
    return " ".join(" ".join(read(printed.pdf).pages).split())


def boxes_on(printed: Printed, page: int) -> list[Box]:
    """The lines of a page, from top to bottom."""
    found = [box for box in printed.boxes if box.page == page]
    return sorted(found, key=lambda box: (box.top, box.left))


def box_of(printed: Printed, text: str) -> Box:
    """The one line that says this."""
    (found,) = [box for box in printed.boxes if box.text == text]
    return found


def sample_data() -> Data:
    """The sample as data, to be changed at will; nothing derived is in it."""
    return copy.deepcopy(_sample_data())


@cache
def _sample_data() -> Data:
    data: Data = yaml.load(documents.sample_text(), yaml.CSafeLoader)
    data.pop("expected")
    return data


def changed_sample(change: Callable[[Data], Any]) -> Workshop:
    """The sample after a change of its data."""
    data = sample_data()
    change(data)
    return documents.read(data)


def are_apart(boxes: list[Box]) -> bool:
    """Whether no two of these stand on each other."""
    return not any(
        min(one.right, other.right) - max(one.left, other.left) > 0.2
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 0.2
        for one, other in combinations(boxes, 2)
    )
