"""What is missing, so that it is seen: words in the accent on a faint ground."""

from __future__ import annotations

from exports.ink import ACCENT, NOTE
from exports.lines import Block, set_text
from exports.parts.part import Part
from exports.parts.words import baseline
from exports.pen import Pen

PAD, OUT = 1.4, 0.7
"""The ground beside the words, and over and under them; it reaches out of the part's own height, so
that the words stand on a line with those beside them."""

STYLE = NOTE.bold().tinted(ACCENT)
TINT = 0.08


class Missing(Part):
    """A few words about what nobody has said yet."""

    def __init__(self, words: str) -> None:
        super().__init__(above=OUT, below=OUT + 0.6)
        self.words = words

    def height_at(self, width: float) -> float:
        return self._block(width).height

    def paint(self, pen: Pen, width: float) -> None:
        block = self._block(width)
        wide = min(width, block.width + 2 * PAD)
        pen.rectangle(0, -OUT, wide, block.height + 2 * OUT, ACCENT, opacity=TINT)
        pen.block(PAD, baseline(STYLE), block, STYLE)

    def _block(self, width: float) -> Block:
        return set_text(self.words, STYLE, width - 2 * PAD)
