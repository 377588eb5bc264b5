"""Clusters as titles with counts, and what pages of a board are called."""

from __future__ import annotations

from dataclasses import replace

from ui.room import words
from ui.room.cutting import Group
from workshop.board.sheet import LOOSE, Pile, Sheet
from workshop.cards import Card


def without_own_number(pile: Pile) -> Pile:
    """The pile without its number on each of its notes: its head has it."""
    if not any(card.cluster for card in pile.cards):
        return pile
    return replace(
        pile, cards=tuple(replace(card, cluster="", cluster_name="") for card in pile.cards)
    )


def title_of(pile: Pile) -> Pile:
    """A pile as its title and its count alone."""
    title = pile.title if pile.framed else pile.title or words.loose()
    return replace(pile, title=title, cards=(), count=pile.shown_count, framed=True)


def clusters_of(sheet: Sheet) -> Group:
    """The clusters of the notes in lanes as titles, and what lies in none; nothing where all do."""
    held: dict[str, list[Card]] = {}
    for pile in sheet.piles:
        for card in pile.cards:
            held.setdefault(card.cluster, []).append(card)
    loose = held.pop("", [])
    found = [
        Pile(
            key=("cluster", int(number)),
            title=cards[0].cluster_name,
            label=number,
            marks=tuple(dict.fromkeys(card.mark for card in cards if card.mark)),
            count=len(cards),
            framed=True,
        )
        for number, cards in sorted(held.items(), key=lambda one: int(one[0]))
    ]
    if found and loose:
        found.append(title_of(Pile(key=LOOSE, cards=tuple(loose))))
    return tuple(found)


def label(sheet: Sheet, group: Group) -> str:
    """Which lanes or clusters these are."""
    counted = [pile for pile in sheet.piles if sheet.arrangement == "lanes" or pile.label]
    keys = [pile.key for pile in counted]
    places = [keys.index(pile.key) + 1 for pile in group if pile.key in keys]
    if sheet.arrangement == "ranking":
        return ""
    if not places:
        return words.loose()
    tell = words.lanes_shown if sheet.arrangement == "lanes" else words.clusters_shown
    return tell(places[0], places[-1], len(keys))
