"""A pile that does not fit a page is cut into parts that do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from workshop.board.sheet import Pile, PileKey, Sheet
from workshop.cards import Card

Group = tuple[Pile, ...]
"""Piles that stand on one page."""


class Cutter:
    """Cuts piles and remembers where, so that a note more is measured with those around it alone.

    `most` says how many cards of a pile fit a page from its beginning, of `at_once` at the most.
    """

    def __init__(self, most: Callable[[Sheet, Pile], int], at_once: int) -> None:
        self._most, self._at_once = most, max(1, at_once)
        self._known: dict[PileKey, tuple[str, Pile, Group]] = {}

    def parts(self, sheet: Sheet, pile: Pile) -> Group:
        """The parts of a pile of this sheet, each of them with the count of the whole."""
        arrangement, old, parts = self._known.get(pile.key, ("", pile, ()))
        if arrangement != sheet.arrangement or old is not pile:
            alike = arrangement == sheet.arrangement and _head(old) == _head(pile)
            parts = tuple(self._cut(sheet, pile, parts if alike else ()))
            self._known[pile.key] = sheet.arrangement, pile, parts
        return parts

    def forget_all_but(self, keys: Collection[PileKey]) -> None:
        """Remember these piles only."""
        self._known = {key: known for key, known in self._known.items() if key in keys}

    def _cut(self, sheet: Sheet, pile: Pile, before: Group) -> Iterable[Pile]:
        known = _still_good(before, pile.cards)
        start = 0
        while start < len(pile.cards):
            rest = pile.cards[start : start + self._at_once]
            part = replace(pile, cards=rest, count=pile.shown_count)
            taken = known.get(start) or self._most(sheet, part)
            yield replace(part, cards=rest[:taken])
            start += taken


def _head(pile: Pile) -> Pile:
    """The pile without what its parts differ in."""
    return replace(pile, cards=(), count=None)


def _still_good(before: Group, cards: Sequence[Card]) -> dict[int, int]:
    """Where parts of before begin and how many cards they have, as long as they hold the same ones
    and the one that did not fit any more is the same too."""
    found, start = {}, 0
    for part, following in pairwise(before):
        end = start + len(part.cards)
        if (*part.cards, following.cards[0]) != tuple(cards[start : end + 1]):
            break
        found[start] = len(part.cards)
        start = end
    return found
