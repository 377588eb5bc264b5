"""Boards to test and to measure with: plain values, no workshop behind them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from workshop.board.sheet import Pile, Point, Sheet
from workshop.cards import Card, Mark
from workshop.marks import PRESETS

MARKS = tuple(
    Mark(mark.letter, mark.shape, mark.colour, name, mark.ring)
    for name, mark in PRESETS.items()
    if name in {"Product", "Engineering", "Design", "Marketing", "Sales", "Legal"}
)
PRODUCT, ENGINEERING, DESIGN = MARKS[:3]

_TEXT = """operators rebuild the timetable by hand every time weather closes a berth we cannot say
in one sentence what are for roadmap follows loudest harbour learn about promise when it is already
late crew app needs signal exactly where there none dispatchers keep paper copy"""
_WORDS = _TEXT.split()


def card(note: int, text: str = "", mark: Mark | None = PRODUCT, **more: Any) -> Card:
    """A card whose number is its id; without a text it says which note it is."""
    return Card(note=note, number=note, text=text or f"Note {note}", mark=mark, **more)


def cards(count: int, *, seed: int = 7, first: int = 1, author: str = "Ines") -> list[Card]:
    """So many cards of ten to fourteen words, the functions in turn."""
    chosen = random.Random(seed)
    return [
        Card(
            note=first + place,
            number=first + place,
            text=" ".join(chosen.choices(_WORDS, k=chosen.randint(10, 14))).capitalize(),
            mark=MARKS[place % len(MARKS)],
            author=author,
        )
        for place in range(count)
    ]


def lanes(found: Iterable[Card], marks: Iterable[Mark] = MARKS) -> Sheet:
    """A lane for each function, with its cards."""
    all_cards = tuple(found)
    return Sheet(
        "lanes",
        tuple(
            Pile(
                key=("function", place),
                title=mark.name,
                marks=(mark,),
                cards=tuple(card for card in all_cards if card.mark == mark),
            )
            for place, mark in enumerate(marks, start=1)
        ),
    )


def clusters(found: Iterable[Card], size: int = 4, loose: int = 2) -> Sheet:
    """Clusters of so many cards, the last few in none."""
    all_cards = list(found)
    inside, outside = all_cards[: len(all_cards) - loose], all_cards[len(all_cards) - loose :]
    piles = [
        Pile(
            key=("cluster", place),
            title=f"What they say about matter number {place}",
            label=str(place),
            cards=tuple(some),
            marks=tuple(dict.fromkeys(card.mark for card in some if card.mark)),
            framed=True,
        )
        for place, some in enumerate(_parts(inside, size), start=1)
    ]
    return Sheet("clusters", (*piles, Pile(key=("loose", 0), cards=tuple(outside))))


def ranking(found: Iterable[Card]) -> Sheet:
    """A pile for each card, with its rank and dots."""
    return Sheet(
        "ranking",
        tuple(
            Pile(
                key=("rank", one.note),
                label=str(place),
                detail=f"{20 - place} dots",
                cards=(one,),
                first=place == 1,
            )
            for place, one in enumerate(found, start=1)
        ),
    )


def wall(found: Iterable[Card], places: dict[int, Point]) -> Sheet:
    """Cards in no cluster, some of them where they were put."""
    return Sheet("wall", (Pile(key=("loose", 0), cards=tuple(found)),), places)


def with_cards(sheet: Sheet, pile: int, found: Iterable[Card]) -> Sheet:
    """The sheet with other cards in one of its piles."""
    piles = list(sheet.piles)
    piles[pile] = replace(piles[pile], cards=tuple(found))
    return replace(sheet, piles=tuple(piles))


def _parts(found: list[Card], size: int) -> Iterator[list[Card]]:
    for start in range(0, len(found), size):
        yield found[start : start + size]
