"""Filtering notes by whose they are, how they are known and where they lie."""

from __future__ import annotations

from typing import Any

import pytest

from tests.workshop.room import Room
from workshop import clusters, merging
from workshop.filters import NoteFilter, matching
from workshop.notes import add_note


@pytest.fixture
def notes(room: Room) -> dict[str, Any]:
    """Four notes by their texts; One and Two lie in a cluster."""
    stage = room.stage("struggles").id
    found = {}
    for text, key, author, grade in (
        ("One", "product", "ada", "seen"), ("Two", "sales", "dora", "told"),
        ("Three", "sales", "emil", "seen"), ("Four", None, None, None),
    ):  # fmt: skip
        function = room.function(key).id if key else None
        person = room.person(author).id if author else None
        found[text] = add_note(
            room.workshop, stage, text, function=function, author=person, evidence=grade
        ).id
    clusters.make_cluster(room.workshop, [found["One"], found["Two"]], "Slow")
    return found


def _found(room: Room, notes: dict[str, Any], wanted: NoteFilter) -> list[str]:
    kept = matching(room.workshop, notes.values(), wanted)
    return [text for text, note in notes.items() if note in kept]


def test_nothing_wanted_means_everything(room: Room, notes: dict[str, Any]) -> None:
    assert not NoteFilter()
    assert _found(room, notes, NoteFilter()) == list(notes)


def test_one_kind_takes_any_and_several_kinds_take_both(room: Room, notes: dict[str, Any]) -> None:
    sales = NoteFilter().toggled("functions", room.function("sales").id)
    assert _found(room, notes, sales) == ["Two", "Three"]
    either = sales.toggled("functions", room.function("product").id)
    assert _found(room, notes, either) == ["One", "Two", "Three"]
    assert _found(room, notes, either.toggled("grades", "seen")) == ["One", "Three"]
    assert not sales.toggled("functions", room.function("sales").id)


def test_notes_without_something_can_be_wanted(room: Room, notes: dict[str, Any]) -> None:
    assert _found(room, notes, NoteFilter(clusters=frozenset([None]))) == ["Three", "Four"]
    assert _found(room, notes, NoteFilter(functions=frozenset([None]))) == ["Four"]
    emil = NoteFilter(authors=frozenset([room.person("emil").id]))
    assert _found(room, notes, emil) == ["Three"]


def test_what_was_merged_is_found_in_the_note_that_stands_for_it(
    room: Room, notes: dict[str, Any]
) -> None:
    merging.merge_notes(room.workshop, [notes["One"], notes["Three"]])
    emil = NoteFilter(authors=frozenset([room.person("emil").id]))
    assert notes["One"] in matching(room.workshop, [notes["One"], notes["Two"]], emil)
