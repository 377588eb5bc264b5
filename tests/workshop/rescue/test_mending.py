"""Rows with gaps between them become a workshop that opens; the text of a note is never lost."""

from __future__ import annotations

import dataclasses
import functools
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import assets
from tests.builders import board_of, fill, make
from tests.property.workshops import any_workshop
from workshop.document import Document
from workshop.interchange import reader
from workshop.records.agenda import ClockEvent, Stage
from workshop.records.journey import Phase
from workshop.records.notes import Cluster, Note
from workshop.records.people import Function, Participant
from workshop.records.rounds import Ballot, Dot, Slip
from workshop.rescue.mending import Mended, mend
from workshop.rescue.replay import holds_together
from workshop.state import Workshop

Rows = dict[str, dict[int, Any]]


def rows_of(workshop: Workshop) -> Rows:
    return {table.info.name: {row.id: row for row in table} for table in workshop.tables()}


@functools.cache
def _sample() -> Workshop:
    return reader.read_file(assets.path("sample", "sample-workshop.yaml"))


def mended(rows: Rows, *more: tuple[str, Any]) -> Mended:
    """What is made of rows; everything in it fits together, and no text of a note is lost."""
    found = mend(rows, list(more), {})
    assert holds_together(found.workshop)
    before = Counter(note.text for note in rows.get("note", {}).values())
    before.update(note.text for name, note in more if name == "note")
    assert Counter(note.text for note in found.workshop[Note]) == before
    return found


def without(rows: Rows, rng: Random) -> Rows:
    """Some rows are gone: a few of every table, or all of one."""
    share = rng.choice((0.02, 0.3, 0.9))
    left = {
        name: {id: row for id, row in found.items() if rng.random() > share}
        for name, found in rows.items()
    }
    left["note"] = rows["note"] if rng.random() < 0.3 else left["note"]
    return left


def test_rows_without_a_gap_are_the_same_workshop() -> None:
    rows = rows_of(_sample())
    found = mended(rows)
    assert rows_of(found.workshop) == rows
    assert not found.lost
    assert not found.stand_ins
    assert not found.changed
    sequence = mend(rows, [], {"note": 9000, "note.nr": 8000}).workshop.sequence
    assert (sequence["note"], sequence["note.nr"]) == (9000, 8000)


@pytest.mark.parametrize("seed", range(30))
def test_what_is_left_of_the_sample_opens(seed: int, tmp_path: Path) -> None:
    found = mended(without(rows_of(_sample()), Random(seed)))
    Document.create(tmp_path / "a.workshop", found.workshop).close()
    Document.open(tmp_path / "a.workshop").close()


@given(any_workshop(60), st.integers(0, 2**32))
def test_what_is_left_of_any_workshop_fits_together(workshop: Workshop, seed: int) -> None:
    rng = Random(seed)
    rows = without(rows_of(workshop), rng)
    notes = list(rows["note"].values())
    mended(rows, *[("note", note) for note in rng.sample(notes, min(2, len(notes)))])


def test_only_one_row_is_left() -> None:
    rows = rows_of(fill(Workshop()))
    for name, found in rows.items():
        for id, row in found.items():
            mended({name: {id: row}})


def test_notes_keep_stage_function_and_cluster_through_stand_ins() -> None:
    rows = rows_of(board_of(20))
    before = dict(rows["note"])
    for name in ("stage", "function", "participant"):
        rows[name] = {}
    found = mended(rows)
    assert {note.id: note for note in found.workshop[Note]} == before
    assert found.stand_ins == {"stage": 1, "function": 7, "participant": 11}
    stage = next(iter(found.workshop[Stage]))
    assert (stage.kind, stage.title, stage.id) == ("board", "Stage 1", 1)
    assert len({f.letter for f in found.workshop[Function]}) == 7
    for person in found.workshop[Participant]:
        notes = found.workshop[Note].where("author", person.id)
        assert {note.function for note in notes} <= {person.function}


def test_a_lost_cluster_leaves_its_notes() -> None:
    rows = rows_of(board_of(20))
    del rows["cluster"][1]
    found = mended(rows)
    assert [note.cluster for note in found.workshop[Note]][:9] == [None] * 9
    assert len(found.changed) == 9
    assert len(found.workshop[Cluster]) == 2


def test_two_notes_of_one_number_both_stay() -> None:
    rows = rows_of(board_of(5))
    rows["note"][3] = dataclasses.replace(rows["note"][3], nr=5)
    found = mended(rows, ("note", rows["note"][1]))
    numbers = {note.id: note.nr for note in found.workshop[Note]}
    assert numbers == {1: 1, 2: 2, 3: 5, 4: 4, 5: 6, 6: 7}


def test_twins_part_and_the_older_one_stays() -> None:
    workshop = board_of(3)
    rows = rows_of(workshop)
    first, second = rows["function"][1], rows["function"][2]
    rows["function"][2] = dataclasses.replace(second, key=first.key, letter=first.letter)
    rows["participant"][2] = dataclasses.replace(rows["participant"][2], key="p0")
    people = (1, 8)  # of the first function
    for id in people:
        rows["participant"][id] = dataclasses.replace(rows["participant"][id], decider=True)
    found = mended(rows)
    assert found.workshop[Function][first.id] == first
    assert found.workshop[Participant][1].key == "p0"
    assert found.workshop[Participant][2].key != "p0"
    assert [found.workshop[Participant][id].decider for id in people] == [True, False]


def test_an_entry_of_a_cell_that_is_lost_gets_a_number() -> None:
    rows = rows_of(fill(Workshop()))
    bare = next(note for note in rows["note"].values() if note.nr is None)
    rows["phase"] = {}
    note = mended(rows).workshop[Note][bare.id]
    assert note.nr is not None
    assert note.phase is None


def test_a_stage_forgets_a_stage_that_is_lost() -> None:
    rows = rows_of(_sample())
    named = next(
        stage.id for stage in rows["stage"].values()
        if any(stage.key in str(other.voting) for other in rows["stage"].values() if other.voting)
    )  # fmt: skip
    key = rows["stage"].pop(named).key
    found = mended(rows)
    assert not any(key in str(stage.voting) for stage in found.workshop[Stage])


def test_a_stage_whose_kind_is_another_than_that_of_its_settings() -> None:
    rows = rows_of(board_of(1))
    rows["stage"][1] = dataclasses.replace(rows["stage"][1], kind="vote")
    assert mended(rows).workshop[Stage][1].kind == "board"


def test_what_cannot_be_is_let_go() -> None:
    workshop = board_of(2)
    with workshop.step("test.round"):
        dot = make(workshop, "dot")
    rows = rows_of(workshop)
    rows["dot"][dot.id] = dataclasses.replace(dot, dots=20)
    rows["clock_event"] = {
        1: ClockEvent(
            stage=workshop[Stage][1].id, event="pause", at="2026-10-06T10:12:00+01:00", id=1
        )
    }
    rows["note"][1] = dataclasses.replace(rows["note"][1], merged_into=2)
    rows["note"][2] = dataclasses.replace(rows["note"][2], merged_into=1)
    found = mended(rows)
    assert found.lost == {"slip": 1, "dot": 1, "clock_event": 1}
    assert len(found.workshop[Dot]) == len(found.workshop[Slip]) == 0
    assert len(found.workshop[Ballot]) == 1
    assert next(iter(found.workshop[Note])).merged_into is None


def test_rows_that_need_a_lost_one_go_with_it() -> None:
    rows = rows_of(fill(Workshop()))
    rows["journey"] = {}
    found = mended(rows)
    assert len(found.workshop[Phase]) == 0
    assert found.lost["phase"] == len(rows["phase"])
