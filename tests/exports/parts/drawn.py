"""A part drawn on a page of its own: where each line of its text stands."""

from __future__ import annotations

import io

from exports.paper import Page
from exports.parts.part import Part
from exports.pen import Box, BriefCanvas

LEFT = TOP = 20.0


def lines_of(part: Part, width: float) -> list[Box]:
    """The lines of a part drawn so wide, in millimetres from its top left corner.

    Asserts that all of them stand within the height that it says it has, and none on another.
    """
    tall = part.height_at(width)
    canvas = BriefCanvas(io.BytesIO())
    page = Page(width + 2 * LEFT, tall + 2 * TOP, LEFT, 0, 0)
    part.paint(canvas.start_page(page).moved(LEFT, TOP), width)
    found = [
        Box(0, b.left - LEFT, b.top - TOP, b.right - LEFT, b.bottom - TOP, b.text, b.size)
        for b in canvas.boxes
    ]
    for box in found:
        assert box.left >= -0.7, box
        assert box.right <= width + 0.7, box
        assert box.top >= -0.7, box
        assert box.bottom <= tall + 0.7, box
    assert overlapping(found) == []
    return found


def overlapping(boxes: list[Box]) -> list[tuple[str, str]]:
    """The texts that stand on each other."""
    return [
        (one.text, other.text)
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
        if one.page == other.page
        and one.left < other.right - 0.05
        and other.left < one.right - 0.05
        and one.top < other.bottom - 0.05
        and other.top < one.bottom - 0.05
    ]


def texts(part: Part, width: float) -> list[str]:
    """The lines of a part, from top to bottom and left to right."""
    return [box.text for box in sorted(lines_of(part, width), key=lambda b: (b.top, b.left))]
