"""What lies on a board, before anything has a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workshop.cards import Card, Mark
from workshop.frozen import frozen

Arrangement = Literal["lanes", "clusters", "wall", "ranking"]

PileKey = tuple[str, int]
"""What a pile stands for and its id, such as ("function", 3), ("cluster", 5), ("loose", 0)."""

Point = tuple[float, float]

LOOSE: PileKey = ("loose", 0)
LONERS: PileKey = ("loners", 0)
"""Notes that lie in no cluster yet, and those that are kept on their own on purpose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """Notes that lie together: a lane, a cluster, the notes of a rank, or those of no cluster.

    `label` is the number of a cluster or the rank; `detail` follows the title in small, such as
    the dots of a ranked note. `count` is what its head shows, if not the number of its cards.
    `dots` are those of a vote; `one_sided` says that all its notes come from one function, `open`
    that the room reads it already while others are covered. A covered pile shows its count and has
    no cards; `ValueError` if it has any.
    """

    key: PileKey
    title: str = ""
    cards: tuple[Card, ...] = ()
    label: str = ""
    detail: str = ""
    marks: tuple[Mark, ...] = ()
    count: int | None = None
    dots: int | None = None
    one_sided: bool = False
    open: bool = False
    covered: bool = False
    framed: bool = False
    first: bool = False

    def __post_init__(self) -> None:
        if self.covered and self.cards:
            raise ValueError(f"{self.title} is covered, so it must have no cards")

    @property
    def is_loose(self) -> bool:
        """Whether these are notes of no cluster; such piles have no title of their own."""
        return self.key in (LOOSE, LONERS)

    @property
    def has_row(self) -> bool:
        """Whether its head has a row of marks and a count below the title."""
        told = self.detail or self.dots is not None
        return bool(self.marks or self.framed or told)

    @property
    def shown_count(self) -> int:
        """How many notes it says it has."""
        return len(self.cards) if self.count is None else self.count


@frozen
class Sheet:
    """A board as it may be seen: its piles in order and how they are arranged.

    On the wall `places` says where notes lie that are in no cluster, and `pile_places` where
    clusters lie, by their top left corner in board units; the others follow below.
    """

    arrangement: Arrangement
    piles: tuple[Pile, ...]
    places: Mapping[int, Point] = field(default_factory=dict)
    pile_places: Mapping[PileKey, Point] = field(default_factory=dict)
