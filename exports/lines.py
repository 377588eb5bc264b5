"""Text set in lines: broken at a width, measured, and ready to be drawn.

Two ways lead to a line. Body text in letters that its face has is broken here, by the advances of
the font. Display type, which is kerned, and every text with another script go through Qt
(`exports.shaping`), which costs some ten times as much. No markup is ever read: what people wrote
is set as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfmetrics import stringWidth

from exports import fonts
from exports.ink import POINTS_PER_MM, Style
from exports.wording import NO_BREAK, dates_kept

if TYPE_CHECKING:
    from exports.shaping import ShapedLine

_SPACES = r" \t\r\f\v\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
"""Spaces at which a line may end: all but the ones that keep words together."""

_PIECES = re.compile(rf"[^{_SPACES}\n\-–—/]*[\-–—/]+|[^{_SPACES}\n\-–—/]+|[{_SPACES}]+|\n")
"""A stretch that is never broken, with the dash or stroke behind it; spaces; the end of a line."""

_COMPLEX = re.compile(r"[\u0300-\u036f\u200c\u200d\ufe0e\ufe0f]")
"""Characters that are nothing by themselves: marks, joiners, selectors."""

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
"""A typewriter's apostrophe between letters; elsewhere it may be something else."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in a style."""

    text: str
    style: Style


Text = str | Sequence[Span]


@dataclass(frozen=True, slots=True)
class Placed:
    """A stretch of a plain line and where it begins, in points."""

    x: float
    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Line:
    """One line: plain stretches, or glyphs that Qt has shaped. Measures are points."""

    text: str
    width: float
    left: float = 0
    placed: tuple[Placed, ...] = ()
    shaped: ShapedLine | None = None

    @property
    def size(self) -> float:
        """Of its largest type, in points."""
        if self.shaped is not None:
            return max((glyph.size for glyph in self.shaped.glyphs), default=0.0)
        return max((one.style.size for one in self.placed), default=0.0)

    def underlines(self) -> list[tuple[float, float, str]]:
        """From where to where a line stands under it, from its own start, and in which colour."""
        if self.shaped is not None:
            return [(x + self.left, end + self.left, c) for x, end, c in self.shaped.underlines()]
        return [
            (one.x, one.x + _advance(one.text, one.style), one.style.underline)
            for one in self.placed
            if one.style.underline
        ]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under each other, the height of each in millimetres."""

    lines: tuple[Line, ...]
    leading: float

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last, in millimetres."""
        return len(self.lines) * self.leading

    @property
    def width(self) -> float:
        """Of the widest line, in millimetres."""
        return max((line.left + line.width for line in self.lines), default=0.0) / POINTS_PER_MM


def spans(text: Text, style: Style) -> tuple[Span, ...]:
    """A text as spans: a plain one in the style given, capitals where the style asks for them."""
    found = (Span(text, style),) if isinstance(text, str) else tuple(text)
    return tuple(Span(_as_set(span), span.style) for span in found if span.text)


def _as_set(span: Span) -> str:
    """The letters that a span is set in: capitals where its style asks for them, and at display
    sizes the apostrophe of printers for the typewriter's, which stands upright."""
    text = dates_kept(span.text.upper() if span.style.caps else span.text)
    return _APOSTROPHE.sub("\N{RIGHT SINGLE QUOTATION MARK}", text) if span.style.kerned else text


def set_text(text: Text, style: Style, width: float | None = None) -> Block:
    """A text in lines of at most `width` millimetres, or in one line where there is none.

    The line height is that of `style`; a word wider than the line is broken where it must be.
    """
    points = None if width is None else max(width, 1.0) * POINTS_PER_MM
    return _set(spans(text, style), style.leading / POINTS_PER_MM, points)


@lru_cache(maxsize=20_000)
def _set(found: tuple[Span, ...], leading: float, width: float | None) -> Block:
    if not found:
        return Block((), leading)
    if all(_is_plain(span) for span in found):
        return Block(tuple(_broken(found, width)), leading)
    return Block(tuple(_shaped(found, width)), leading)


def _is_plain(span: Span) -> bool:
    return (
        not span.style.kerned
        and not _COMPLEX.search(span.text)
        and fonts.covers(span.style.face, span.text)
    )


def text_width(text: Text, style: Style) -> float:
    """How wide a text is on one line, in millimetres."""
    return set_text(text, style).width


def clipped(text: str, style: Style, width: float) -> str:
    """As much of a line as fits into so many millimetres, with an ellipsis where it is cut.

    For running heads and the like alone, of what stands elsewhere in full.
    """
    if text_width(text, style) <= width:
        return text
    fits = bisect_left(
        range(len(text)), True, key=lambda n: text_width(text[:n] + "…", style) > width
    )
    return text[: max(0, fits - 1)].rstrip() + "…"


def clipped_inside(text: str, style: Style, width: float) -> str:
    """The same with what is cut taken from the middle, for names that begin alike."""
    if text_width(text, style) <= width:
        return text

    def shortened(kept: int) -> str:
        return f"{text[: kept - kept // 2].rstrip()}…{text[len(text) - kept // 2 :].lstrip()}"

    fits = bisect_left(
        range(len(text)), True, key=lambda n: text_width(shortened(n), style) > width
    )
    return shortened(max(1, fits - 1))


# Lines broken here


def _broken(found: Sequence[Span], width: float | None) -> Iterator[Line]:
    room = float("inf") if width is None else width
    line: list[_Styled] = []
    used = 0.0
    for piece, wide in _fitting(found, room):
        if piece[0][0] == "\n":
            yield _line(line)
            line, used = [], 0.0
            continue
        is_space = piece[0][0].isspace()
        if line and used + wide > room + 0.01 and not is_space:
            yield _line(line)
            line, used = [], 0.0
        if line or not is_space:
            line += piece
            used += wide
    if line:
        yield _line(line)


_Styled = tuple[str, Style]


def _fitting(found: Sequence[Span], room: float) -> Iterator[tuple[list[_Styled], float]]:
    """The pieces of a text and how wide they are, those wider than a line cut into as many as it
    takes."""
    for piece in _pieces(found):
        wide = sum(_advance(text, style) for text, style in piece)
        if wide <= room:
            yield piece, wide
            continue
        for text, style in piece:
            for part in _cut(text, style, room):
                yield [(part, style)], _advance(part, style)


def _pieces(found: Sequence[Span]) -> Iterator[list[_Styled]]:
    """What is never broken, in the styles it has: a style may change in the middle of a word."""
    if len(found) == 1:
        for text in _PIECES.findall(found[0].text):
            yield [(text.replace("\t", "    "), found[0].style)]
        return
    ends = list(accumulate(len(span.text) for span in found))
    at = 0
    for match in _PIECES.finditer("".join(span.text for span in found)):
        piece: list[_Styled] = []
        start, end = match.span()
        while start < end:
            while ends[at] <= start:
                at += 1
            until = min(end, ends[at])
            text = match.string[start:until].replace("\t", "    ")
            piece.append((text, found[at].style))
            start = until
        yield piece


def _cut(piece: str, style: Style, room: float) -> Iterator[str]:
    start, used = 0, 0.0
    for place, letter in enumerate(piece):
        wide = _advance(letter, style)
        if used + wide > room and place > start:
            yield piece[start:place]
            start, used = place, 0.0
        used += wide
    yield piece[start:]


def _line(pieces: list[_Styled]) -> Line:
    while pieces and pieces[-1][0].isspace():
        pieces.pop()
    # What keeps words together is drawn as the space that it looks like, to be found as one.
    pieces = [(text.replace(NO_BREAK, " "), style) for text, style in pieces]
    placed: list[Placed] = []
    x = 0.0
    for text, style in pieces:
        if placed and placed[-1].style == style:
            placed[-1] = Placed(placed[-1].x, placed[-1].text + text, style)
        else:
            placed.append(Placed(x, text, style))
        x += _advance(text, style)
    return Line("".join(text for text, _ in pieces), x, placed=tuple(placed))


def _advance(text: str, style: Style) -> float:
    wide: float = stringWidth(text, fonts.use(style.face), style.size)
    return wide + len(text) * style.tracking * style.size / 1000


# Lines that Qt shapes


def _shaped(found: Sequence[Span], width: float | None) -> Iterator[Line]:
    from exports import shaping

    for paragraph in _paragraphs(found):
        if not paragraph:
            yield Line("", 0)
            continue
        runs = [
            shaping.Run(text, face, span.style.size, span.style.colour, span.style.underline)
            for span in paragraph
            for face, text in fonts.runs(span.text, span.style.face)
        ]
        for line in shaping.shape(runs, width):
            yield Line(line.text, line.width, line.left, shaped=line)


def _paragraphs(found: Sequence[Span]) -> list[list[Span]]:
    paragraphs: list[list[Span]] = [[]]
    for span in found:
        for place, part in enumerate(span.text.replace("\t", "    ").split("\n")):
            if place:
                paragraphs.append([])
            if part:
                paragraphs[-1].append(Span(part, span.style))
    return paragraphs
