"""Where the rest stands of a list that is cut short."""

from __future__ import annotations

from exports.ink import CAPTION, POINTS_PER_MM
from exports.parts.part import Part
from exports.parts.words import baseline
from exports.pen import BriefCanvas, Pen
from exports.translate import plural


class More(Part):
    """Says that there are so many more, and on which page the section with all of them begins."""

    def __init__(self, count: int, section: str, above: float = 1.5) -> None:
        super().__init__(above)
        self.count, self.section = count, section

    def height_at(self, width: float) -> float:
        return CAPTION.leading / POINTS_PER_MM

    def paint(self, pen: Pen, width: float) -> None:
        canvas = pen.canvas
        if not isinstance(canvas, BriefCanvas):
            return
        canvas.saveState()
        canvas.translate(pen.x(0), pen.y(baseline(CAPTION)))
        canvas.draw_later(lambda later: later.text(0, 0, self._said(canvas), CAPTION))
        canvas.restoreState()

    def _said(self, canvas: BriefCanvas) -> str:
        page = canvas.sections.get(self.section)
        if page is None:
            return plural(self.count, "and {count} more", "and {count} more")
        one = many = "and {count} more, page {page}"
        return plural(self.count, one, many, page=page)
