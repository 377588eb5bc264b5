"""Text on a board: broken into lines, measured and made ready to paint with the bundled fonts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QTextLayout, QTextOption

from ui import fonts
from ui.translate import plural, tr
from workshop.board.style import Style
from workshop.board.typesetting import NOTHING, Fitted, TypeFace
from workshop.faces import SEMIBOLD

_PLAIN_WORD = r"[A-Za-z0-9À-ÖØ-öø-ÿ,.;:!?'’“”\"()%&€+-]+"
_PLAIN = re.compile(rf"{_PLAIN_WORD}(?:[ \n]{_PLAIN_WORD})*")
"""Texts whose lines can be reckoned from the widths of their words alone."""
_TITLE_LEADING = 1.25
_KEPT = 30_000
"""So many fitted texts are kept; then all are forgotten, which costs 0.1 s."""
_ANY_WIDTH = 1e6
_LINE_END = "\u2028"
_ELLIPSIS = "…"
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_NO_WRAP = QTextOption.WrapMode.NoWrap


class QtTypesetter:
    """Sets text for one style. A line that ends a paragraph ends with a line feed.

    Most notes are plain words. Their lines are reckoned from word widths, which are measured
    once: that takes a tenth of the time of laying them out, and thousands of notes are opened at
    once. All other text (any other script, long words, odd spaces) is broken by Qt. Either way
    these lines are what is painted.
    """

    def __init__(self, style: Style) -> None:
        self.style = style
        self.fonts: dict[TypeFace, QFont] = {
            "text": fonts.sans(style.text),
            "small": fonts.sans(style.small),
            "title": fonts.sans(style.title, SEMIBOLD),
            "count": fonts.serif(style.count),
        }
        self.metrics = {face: QFontMetricsF(font) for face, font in self.fonts.items()}
        self._pitch = {face: metrics.height() for face, metrics in self.metrics.items()}
        self._pitch["text"] = style.leading
        self._pitch["title"] = style.title * _TITLE_LEADING
        self._widths: dict[TypeFace, dict[str, float]] = {face: {} for face in self.fonts}
        self._fitted: dict[tuple[str, TypeFace, float, int], Fitted] = {}

    def fit(self, text: str, face: TypeFace, width: float, most_lines: int) -> Fitted:
        """The text in lines of at most this width, cut with an ellipsis after so many."""
        if _PLAIN.fullmatch(text):
            fitted = self._fit_words(text, face, width)
            if fitted and len(fitted.lines) <= most_lines:
                return fitted
        key = (text, face, width, most_lines)
        found = self._fitted.get(key)
        if found is None:
            if len(self._fitted) >= _KEPT:
                self._fitted.clear()
            found = self._fitted[key] = self._fit_any(*key)
        return found

    def width(self, text: str, face: TypeFace) -> float:
        """How wide a text is on one line."""
        widths = self._widths[face]
        width = widths.get(text)
        if width is None:
            if len(widths) >= _KEPT:
                widths.clear()
            width = widths[text] = self._measured(text, face)
        return width

    def line(self, text: str, face: TypeFace) -> list[QGlyphRun]:
        """The glyphs of a text on one line, as wide as it is."""
        fitted = Fitted((text,), self._pitch[face], 0, False)
        return self.glyphs(fitted, face, self.width(text, face))

    def word(self, key: str, fact: int | str = "") -> str:
        """The words that `board_word` knows."""
        return board_word(key, fact)

    def glyphs(self, fitted: Fitted, face: TypeFace, width: float) -> list[QGlyphRun]:
        """The glyphs of a fitted text, to be painted at its top left corner."""
        runs: list[QGlyphRun] = []
        y = 0.0
        for layout in self._layouts(fitted.lines, face):
            y += self._set(layout, face, width, y)
            runs += layout.glyphRuns()
        return runs

    def _fit_words(self, text: str, face: TypeFace, width: float) -> Fitted | None:
        """Plain text in lines; None if a word would have to be broken, or may be at a hyphen."""
        lines: list[str] = []
        widths, space = self._widths[face], self.width(" ", face)
        used = 0.0
        for paragraph in text.split("\n"):
            words = paragraph.split(" ")
            start, used = 0, -space
            for place, word in enumerate(words):
                wide = widths.get(word) or self.width(word, face)
                used += space + wide
                if used > width:
                    if wide > width or "-" in word:
                        return None
                    lines.append(" ".join(words[start:place]))
                    start, used = place, wide
            lines.append(" ".join(words[start:]) + "\n")
        lines[-1] = lines[-1][:-1]
        return Fitted(tuple(lines), len(lines) * self._pitch[face], width - used, False)

    def _fit_any(self, text: str, face: TypeFace, width: float, most_lines: int) -> Fitted:
        """Any text in lines, as Qt breaks them."""
        if not text:
            return NOTHING
        lines: list[str] = []
        height, tail = 0.0, 0.0
        for paragraph in text.split("\n"):
            layout = self._layout(paragraph, face, _WRAP)
            height += self._set(layout, face, width, height)
            tail = _tail(layout, width)
            lines += _lines(layout, paragraph)
            lines[-1] += "\n"
        lines[-1] = lines[-1][:-1]
        if len(lines) <= most_lines:
            return Fitted(tuple(lines), height, tail, False)
        return self._cut(lines[:most_lines], face, width)

    def _cut(self, lines: list[str], face: TypeFace, width: float) -> Fitted:
        """The first lines of a longer text, with an ellipsis at the end."""
        last = lines[-1].rstrip() + _ELLIPSIS
        lines[-1] = self.metrics[face].elidedText(last, Qt.TextElideMode.ElideRight, width)
        height = 0.0
        for layout in self._layouts(lines, face):
            height += self._set(layout, face, width, height)
        return Fitted(tuple(lines), height, 0, True)

    def _measured(self, text: str, face: TypeFace) -> float:
        if _PLAIN.fullmatch(text) or text.isspace():
            return self.metrics[face].horizontalAdvance(text)
        layout = self._layout(text, face, _NO_WRAP)
        self._set(layout, face, _ANY_WIDTH, 0)
        return layout.lineAt(0).naturalTextWidth() if layout.lineCount() else 0

    def _layouts(self, lines: Iterable[str], face: TypeFace) -> Iterator[QTextLayout]:
        """A layout for each paragraph, since each reads from its own side."""
        for paragraph in _paragraphs(lines):
            yield self._layout(_LINE_END.join(paragraph), face, _NO_WRAP)

    def _layout(self, text: str, face: TypeFace, wrap: QTextOption.WrapMode) -> QTextLayout:
        layout = QTextLayout(text, self.fonts[face])
        option = QTextOption()
        option.setWrapMode(wrap)
        if is_right_to_left(text):
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        return layout

    def _set(self, layout: QTextLayout, face: TypeFace, width: float, top: float) -> float:
        """Break a layout into lines from this height on; return how high they are together.

        Lines of a taller script are as much closer to each other than they ask for as Latin is.
        """
        natural, pitch = self.metrics[face].height(), self._pitch[face]
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            taller = max(0.0, line.ascent() + line.descent() - natural)
            y = top + height - (natural - pitch) / 2
            if face == "small":  # words side by side stand on one line, whatever their script
                y, taller = y + self.metrics[face].ascent() - line.ascent(), 0.0
            line.setPosition(QPointF(0, y))
            height += pitch + taller
        layout.endLayout()
        return height


def board_word(key: str, fact: int | str = "") -> str:
    """The words for a grade of evidence, "solution", "merged" (how many), "cluster" (which), "dots"
    (how many), "one_sided", "open" (how many notes), and for notes that are "loose" or "loners"."""
    if key == "open":
        return tr("{count}, shown", count=fact)
    if key == "dots":
        return plural(int(fact), "{count} dot", "{count} dots")
    if key == "merged":
        return plural(int(fact), "{count} merged", "{count} merged")
    if key == "cluster":
        return tr("cluster {label}", label=fact)
    words = {
        "guess": tr("guess"),
        "told": tr("told"),
        "seen": tr("seen"),
        "measurable": tr("measurable"),
        "measured": tr("measured"),
        "solution": tr("solution"),
        "one_sided": tr("one function"),
        "loose": tr("In no cluster"),
        "loners": tr("On their own"),
    }
    return words[key]


def is_right_to_left(text: str) -> bool:
    """Whether a paragraph reads from right to left: its first letter decides (UAX 9, P2 and P3)."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind != "L" for kind in kinds if kind in {"L", "R", "AL"}), False)


def _paragraphs(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines of each paragraph."""
    paragraph: list[str] = []
    for line in lines:
        paragraph.append(line.rstrip("\n"))
        if line.endswith("\n"):
            yield paragraph
            paragraph = []
    yield paragraph


def _lines(layout: QTextLayout, text: str) -> Iterator[str]:
    """The text of each line. Qt counts in units of UTF-16, where an emoji may take two."""
    units = text.encode("utf-16-le")
    for place in range(layout.lineCount()):
        line = layout.lineAt(place)
        start = 2 * line.textStart()
        yield units[start : start + 2 * line.textLength()].decode("utf-16-le").rstrip()


def _tail(layout: QTextLayout, width: float) -> float:
    """What the last line leaves free on the right."""
    last = layout.lineAt(layout.lineCount() - 1)
    return max(0.0, width - last.naturalTextRect().right())
