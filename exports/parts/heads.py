"""The heads of sections, bands and tables."""

from __future__ import annotations

from exports.balance import balanced
from exports.ink import (
    ACCENT,
    CAPTION,
    EYEBROW,
    HEADING,
    INK,
    PAGE_TITLE,
    POINTS_PER_MM,
    STANDFIRST,
    Style,
)
from exports.lines import Block, Span, Text, set_text
from exports.parts.part import Part
from exports.pen import Pen
from exports.translate import isolated, tr
from exports.wording import NO_BREAK, together

HANGING = 0.6
"""Display type starts so far left of the margin, that its stems align with it, in millimetres."""

BAND_BASELINE, BAND_HEIGHT = 6.2, 9.4
"""From the rule of a band to its heading's baseline, and to the top of what follows."""


class SectionHead(Part):
    """An accent bar, a line of small capitals, the title, and a sentence that opens the section.

    Its top is the top of the bar; nothing of the section may be left behind on the page before.
    """

    opens = True

    def __init__(self, eyebrow: str, title: str, opening: Text = "", below: float = 6.0) -> None:
        super().__init__(above=14.0, below=below)
        self.keepWithNext = 1
        self.eyebrow, self.title, self.opening = eyebrow, title, opening

    def again(self) -> Part:
        return Band(self.title, continued=True)

    def height_at(self, width: float) -> float:
        tall = self._title_ends(width)
        if self.opening:
            tall += 2.5 + self._opening(width).height
        return tall

    def paint(self, pen: Pen, width: float) -> None:
        pen.rectangle(0, 0, 10, 0.9, ACCENT)
        pen.text(0, 6.4, self.eyebrow, EYEBROW)
        y = pen.block(-HANGING, 17.3, balanced(self.title, PAGE_TITLE, width), PAGE_TITLE)
        if self.opening:
            below_title = y - PAGE_TITLE.leading / POINTS_PER_MM + 10.0
            pen.block(0, below_title, self._opening(width), STANDFIRST)

    def _opening(self, width: float) -> Block:
        text = self.opening if isinstance(self.opening, str) else tuple(self.opening)
        return balanced(text, STANDFIRST, min(width, 140.0))

    def _title_ends(self, width: float) -> float:
        lines = len(balanced(self.title, PAGE_TITLE, width).lines)
        return 19.5 + max(0, lines - 1) * PAGE_TITLE.leading / POINTS_PER_MM


class Band(Part):
    """A strong rule with a heading under it, and a remark at its right end.

    A heading that comes again on a further page has "continued" behind it.
    """

    opens = True

    def __init__(
        self, heading: str, remark: str = "", above: float = 9.0, *, continued: bool = False
    ) -> None:
        super().__init__(above=above)
        self.keepWithNext = 1
        self.heading, self.remark, self.continued = heading, remark, continued

    def again(self) -> Part:
        return Band(self.heading, self.remark, self.above, continued=True)

    def height_at(self, width: float) -> float:
        lines = len(self._set(width).lines)
        return BAND_HEIGHT + max(0, lines - 1) * HEADING.leading / POINTS_PER_MM

    def paint(self, pen: Pen, width: float) -> None:
        pen.rule((0, 0), (width, 0), INK, 1.1)
        pen.block(0, BAND_BASELINE, self._set(width), HEADING)
        pen.text(width, BAND_BASELINE, self.remark, CAPTION, "right")

    def _set(self, width: float) -> Block:
        room = width - (set_text(self.remark, CAPTION).width + 4 if self.remark else 0)
        return set_text(with_continued(self.heading, HEADING, self.continued), HEADING, room)


def with_continued(heading: str, style: Style, continued: bool) -> Text:
    """A heading, and behind it that it comes again."""
    if not continued:
        return heading
    gap = 2 * NO_BREAK  # so that it never stands on a line of its own
    return (Span(f"{isolated(heading)}{gap}", style), Span(together(tr("continued")), CAPTION))
