"""The shape of one note: its size, its lines, and what stands in its foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal, NamedTuple

from workshop.board.rect import Rect
from workshop.board.style import Style
from workshop.board.typesetting import NOTHING, Fitted, Typesetter
from workshop.cards import Card

FootKind = Literal[
    "mark", "author", "evidence", "solution", "merged", "cluster", "cluster_name", "number"
]

FOOT_GAP = 8
"""Space between two things in the foot, board units."""
PICTURE_SHAPE = 0.66
PICTURE_GAP = 6
"""The room of a picture, as a part of the text's width; and the space below it, board units."""
CHIP_PAD = 4
"""The space at both sides of a cluster's number in its outline, board units."""
LEAST_NAME = 4
LEAST_AUTHOR = 2.2
"""Names are shortened to no less than this, in sizes of their type."""
SIGN_PART = 0.8
SIGN_GAP = 4
"""The size of the sign of a grade of evidence as a part of its word's, and the space between."""


class FootItem(NamedTuple):
    """A small word or sign below the text; x and y count from the note's top left corner."""

    kind: FootKind
    text: str
    x: float
    y: float
    width: float


class Word(NamedTuple):
    """What is to stand in a foot, and how wide it is with its sign."""

    kind: FootKind
    text: str
    width: float


@dataclass(slots=True, eq=False)
class NoteShape:
    """A note without a place; `lead` is what its picture takes above the text. Nothing changes a
    shape once it is made."""

    card: Card
    width: float
    height: float
    text: Fitted
    foot: tuple[FootItem, ...]
    lead: float = 0

    @property
    def picture_height(self) -> float:
        """The height of its picture; 0 without one."""
        return max(0, self.lead - PICTURE_GAP)


@dataclass(slots=True, eq=False)
class NoteBox:
    """A note in its place, by its top left corner. Nothing changes a box once it is made."""

    shape: NoteShape
    x: float
    y: float

    @property
    def card(self) -> Card:
        return self.shape.card

    @property
    def rect(self) -> Rect:
        return Rect(self.x, self.y, self.shape.width, self.shape.height)

    @property
    def right(self) -> float:
        return self.x + self.shape.width

    @property
    def bottom(self) -> float:
        return self.y + self.shape.height


def shape_note(
    card: Card, width: float, style: Style, typesetter: Typesetter, *, framed: bool = False
) -> NoteShape:
    """The note set in a width; a text with more lines than the style allows is cut, with a mark.

    In a frame the note does not name its cluster once more.
    """
    text = NOTHING
    if card.text:
        text = typesetter.fit(card.text, "text", style.text_width(width), style.most_lines)
    words = _words(card, style, typesetter, framed)
    lead = _lead(style, width) if card.picture else 0
    foot = _foot(card, width, text, lead, words, style, typesetter)
    ends = [item.y + style.foot - style.pad for item in foot]
    least = style.leading if card.covered else 0
    height = ceil(2 * style.pad + max(lead + text.height, least, *ends))
    return NoteShape(card, width, height, text, foot, lead)


def _lead(style: Style, width: float) -> float:
    """What a picture takes: it has the same room whatever its shape, so that a board can be laid
    out before any picture is read."""
    return ceil(style.text_width(width) * PICTURE_SHAPE) + PICTURE_GAP


def _foot(
    card: Card,
    width: float,
    text: Fitted,
    lead: float,
    words: Iterable[Word],
    style: Style,
    typesetter: Typesetter,
) -> tuple[FootItem, ...]:
    """What stands below the text; the number beside its last line where there is room."""
    number = "" if card.number is None else str(card.number)
    number_width = typesetter.width(number, "small") if number else 0
    limit = width - style.inset_right - (number_width + FOOT_GAP if number else 0)
    items: list[FootItem] = []
    bottom = style.pad + lead + text.height
    x, y = style.inset, bottom + (style.foot_gap if text.lines else 0)
    for kind, word, wide in _squeezed(list(words), limit - x, style, typesetter):
        if x > style.inset and x + wide > limit:
            x, y = style.inset, y + style.foot
        fits = x + wide <= limit
        short, wide_now = (word, wide) if fits else _shortened(word, limit - x, typesetter)
        items.append(FootItem(kind, short, x, y, wide_now))
        x += wide_now + FOOT_GAP
    if number:
        if not items and text.tail >= number_width + FOOT_GAP:
            y = bottom - style.foot
        place = width - style.inset_right - number_width
        items.append(FootItem("number", number, place, y, number_width))
    return tuple(items)


def _words(card: Card, style: Style, typesetter: Typesetter, framed: bool) -> Iterator[Word]:
    """What the foot shows beside the number."""
    if card.names_function and card.mark is not None:
        yield Word("mark", "", style.small_mark)
    if card.author:
        yield Word("author", card.author, typesetter.width(card.author, "small"))
    if card.evidence:
        word = typesetter.word(card.evidence)
        sign = style.small * SIGN_PART + SIGN_GAP
        yield Word("evidence", word, sign + typesetter.width(word, "small"))
    if card.solution:
        word = typesetter.word("solution")
        yield Word("solution", word, typesetter.width(word, "small"))
    if card.merged:
        word = typesetter.word("merged", card.merged)
        yield Word("merged", word, typesetter.width(word, "small"))
    if card.cluster and not framed:
        chip = typesetter.width(card.cluster, "small") + 2 * CHIP_PAD
        yield Word("cluster", card.cluster, chip)
        if card.cluster_name:
            wide = typesetter.width(card.cluster_name, "small")
            yield Word("cluster_name", card.cluster_name, wide)


def _squeezed(
    words: list[Word], room: float, style: Style, typesetter: Typesetter
) -> Iterable[Word]:
    """The words made short enough for one row, the least missed first: the title of the cluster is
    cut or left out, then a grade keeps its sign alone, then the author's name is cut."""
    for place in range(len(words) - 1, -1, -1):
        over = _length(words) - room
        word = words[place]
        if over > 0 and word.kind == "cluster_name":
            least = LEAST_NAME * style.small
            words[place:] = [_cut(word, over, typesetter)] if word.width - over >= least else []
    squeezed = list(words)
    for kind in ("evidence", "author"):
        for place, word in enumerate(squeezed):
            over = _length(squeezed) - room
            if over <= 0 or word.kind != kind:
                continue
            if kind == "evidence":
                squeezed[place] = Word(kind, "", style.small * SIGN_PART)
            elif word.width > LEAST_AUTHOR * style.small:
                most = word.width - LEAST_AUTHOR * style.small
                squeezed[place] = _cut(word, min(over, most), typesetter)
    return squeezed if _length(squeezed) <= room else words


def _cut(word: Word, by: float, typesetter: Typesetter) -> Word:
    return Word(word.kind, *_shortened(word.text, word.width - by, typesetter))


def _length(words: Sequence[Word]) -> float:
    return sum(word.width for word in words) + FOOT_GAP * (len(words) - 1)


def _shortened(word: str, width: float, typesetter: Typesetter) -> tuple[str, float]:
    fitted = typesetter.fit(word, "small", width, 1)
    short = fitted.lines[0] if fitted.lines else ""
    return short, min(width, typesetter.width(short, "small"))
