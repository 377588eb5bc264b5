"""What a room display is made of: pieces with their places, and the picture they make together."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ui.board.painter import BoardPainter
from ui.room.lettering import Type
from workshop.board.layout import Layout
from workshop.board.notes import NoteBox
from workshop.board.rect import Rect
from workshop.board.sheet import PileKey
from workshop.cards import Mark
from workshop.frozen import frozen


@frozen
class Words:
    """A text in lines; `right` sets them against the right edge. `cut` if there was more of it."""

    lines: tuple[str, ...]
    heights: tuple[float, ...]
    type: Type
    area: Rect
    colour: str
    right: bool = False
    cut: bool = False

    def texts(self) -> Iterator[str]:
        """Every text that is painted."""
        yield " ".join(self.lines)


@frozen
class Band:
    """A filled rectangle: a bar or a rule."""

    area: Rect
    colour: str
    corner: float = 0

    def texts(self) -> Iterator[str]:
        """None."""
        yield from ()


@frozen
class Sign:
    """The mark of a function."""

    mark: Mark
    area: Rect

    def texts(self) -> Iterator[str]:
        """Its letter."""
        yield self.mark.letter


@dataclass(frozen=True, slots=True, eq=False)
class Notes:
    """A board, or a part of one. `x` and `y` are where its origin lies. Two are equal if they show
    the same layout, not one that is alike, at the same place."""

    layout: Layout
    painter: BoardPainter
    x: float
    y: float

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Notes):
            return NotImplemented
        return self.layout is other.layout and (self.x, self.y) == (other.x, other.y)

    def __hash__(self) -> int:
        return id(self.layout)

    @property
    def area(self) -> Rect:
        return self.layout.bounds.moved(self.x, self.y)

    def texts(self) -> Iterator[str]:
        """Heads, counts, and of notes the lines and the small words below them."""
        lanes = self.layout.sheet.arrangement == "lanes"
        for box in self.layout.piles:
            pile = box.pile
            yield from (text for text in (pile.label, pile.title, pile.detail) if text)
            if pile.covered if lanes else not pile.detail and (pile.marks or pile.framed):
                yield str(pile.shown_count)
            for note in box.boxes:
                yield " ".join(line.rstrip() for line in note.shape.text.lines)
                yield from (item.text for item in note.shape.foot if item.text)


Piece = Words | Band | Sign | Notes


@frozen
class Picture:
    """All pieces of one page, and of how many pages it is which, counted from 0."""

    width: float
    height: float
    pieces: tuple[Piece, ...] = ()
    page: int = 0
    pages: int = 1

    def texts(self) -> list[str]:
        """Every text that is painted."""
        return [text for piece in self.pieces for text in piece.texts()]

    def boards(self) -> list[Notes]:
        """The boards on it."""
        return [piece for piece in self.pieces if isinstance(piece, Notes)]

    def notes_in(self, lanes: Collection[PileKey]) -> list[tuple[Notes, NoteBox]]:
        """The notes of some lanes, each with the board it lies on."""
        return [
            (board, note)
            for board in self.boards()
            for pile in board.layout.piles
            if pile.pile.key in lanes
            for note in pile.boxes
        ]

    def differing(self, other: Picture) -> list[Rect]:
        """What looks different in another picture of the same size, by what it covers."""
        gone = [piece.area for piece in self.pieces if piece not in other.pieces]
        return gone + [piece.area for piece in other.pieces if piece not in self.pieces]
