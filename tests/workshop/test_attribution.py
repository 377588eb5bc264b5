"""Where a round or a board keeps no names, nothing tells a person, whatever comes first."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.builders import make
from tests.workshop.interchange.documents import Change, put, refusal
from workshop.document import Document
from workshop.errors import FileProblem, Refused
from workshop.records.agenda import Board
from workshop.records.notes import Note
from workshop.records.people import Participant
from workshop.records.rounds import Round
from workshop.state import Workshop

Doing = Callable[[Workshop], Any]

PERSONAL: dict[str, Doing] = {
    "ballot": lambda w: make(w, "dot", dots=1),
    "alignment_check": lambda w: make(w, "rating", value=1),
    "journey": lambda w: make(w, "card", value=1),
    "check_out": lambda w: make(w, "fingers", value=1),
}
"""What is entered in each round by one person."""


@pytest.fixture
def workshop() -> Workshop:
    """One thing of each sort that can have a round, a board, and a person."""
    workshop = Workshop()
    with workshop.step("test.begin"):
        make(workshop, "details")
        make(workshop, "option", kept=None, picked=None)
        make(workshop, "sign", discussed=None, watch=None)
        make(workshop, "phase")
        make(workshop, "persona")
        make(workshop, "check_out")
        make(workshop, "proposal_round")
        make(workshop, "board", attribution="function")
    return workshop


def refused(workshop: Workshop, key: str, do: Doing) -> None:
    with pytest.raises(Refused) as caught, workshop.step("test.refused"):
        do(workshop)
    assert caught.value.key == key


def add_round(workshop: Workshop, owner: str, attribution: str, state: str = "revealed") -> Round:
    of = {owner: next(iter(workshop.table(owner))).id}
    return workshop[Round].add(Round(attribution=attribution, state=state, **of))


@pytest.mark.parametrize("owner", PERSONAL)
def test_no_one_enters_anything_where_no_names_are_kept(workshop: Workshop, owner: str) -> None:
    with workshop.step("test"):
        add_round(workshop, owner, "none")
    refused(workshop, "record.names", PERSONAL[owner])


@pytest.mark.parametrize("owner", PERSONAL)
def test_what_has_entries_of_persons_keeps_their_names(workshop: Workshop, owner: str) -> None:
    with workshop.step("test"):
        PERSONAL[owner](workshop)
    refused(workshop, "record.names", lambda w: add_round(w, owner, "none"))
    with workshop.step("test"):
        round = add_round(workshop, owner, "person")
    refused(workshop, "record.names", lambda w: w[Round].replace(round.id, attribution="none"))
    with workshop.step("test"):
        workshop[Round].replace(round.id, attribution="function")


def test_who_has_voted_is_kept_and_what_each_group_chose(workshop: Workshop) -> None:
    with workshop.step("test"):
        round = add_round(workshop, "ballot", "none", "closed")
        group = make(workshop, "round_group", round=round.id)
        make(workshop, "round_member", round=round.id)
        make(workshop, "slip")
        make(workshop, "count", group=group.id, option=1, value=None)
    assert len(workshop.table("count")) == 1


def test_what_each_group_chose_is_not_known_before_the_round_is_closed(workshop: Workshop) -> None:
    with workshop.step("test"):
        round = add_round(workshop, "ballot", "none", "closed")
        group = make(workshop, "round_group", round=round.id)
        make(workshop, "count", group=group.id, option=1, value=None)
    refused(workshop, "record.apart", lambda w: w[Round].replace(round.id, state="open"))


@pytest.mark.parametrize("attribution", ["function", "none"])
def test_stances_are_always_by_name(workshop: Workshop, attribution: str) -> None:
    refused(workshop, "record.rule", lambda w: add_round(w, "proposal_round", attribution))
    with workshop.step("test"):
        add_round(workshop, "proposal_round", "person")


@pytest.mark.parametrize("field", ["function", "author", "entered_by"])
def test_a_board_that_keeps_no_names_has_grey_notes(workshop: Workshop, field: str) -> None:
    board, person = next(iter(workshop[Board])), next(iter(workshop[Participant]))
    whose: Any = {field: person.function if field == "function" else person.id}
    named = Note(nr=1, stage=board.stage, text="Named", **whose)
    with workshop.step("test"):
        workshop[Board].replace(board.id, attribution="none")
        workshop[Note].add(Note(nr=9, stage=board.stage, text="Grey"))
    refused(workshop, "record.names", lambda w: w[Note].add(named))
    with workshop.step("test"):
        workshop[Board].replace(board.id, attribution="person")
        workshop[Note].add(named)
    refused(workshop, "record.names", lambda w: w[Board].replace(board.id, attribution="none"))


def test_the_highest_and_the_lowest_are_not_told_either(workshop: Workshop) -> None:
    with workshop.step("test"):
        add_round(workshop, "journey", "none")
        make(workshop, "talk", high=None, low=None)
    refused(workshop, "record.names", lambda w: make(w, "talk", low=None))


DOCUMENTS: list[tuple[Change, str]] = [
    (put("ballots[1].attribution", "none"), "ballots[1].votes.ada.s1"),
    (put("alignment_check.attribution", "none"), "alignment_check.ratings[1].values[1]"),
    (put("journey.emotion.attribution", "none"), "journey.emotion.cards.marisol.hear[1]"),
    (put("check_out.attribution", "none"), "check_out.roti.ada"),
    (put("agenda[1].board.attribution", "none"), "notes[1]"),
]


@pytest.mark.parametrize(("change", "path"), DOCUMENTS)
def test_data_that_tell_more_than_was_promised_are_refused(change: Change, path: str) -> None:
    problem = refusal(change)
    assert problem.key == "data.refused"
    assert problem.facts["path"] == path
    assert isinstance(problem.facts["problem"], Refused)
    assert problem.facts["problem"].key == "record.names"


def test_stances_in_data_are_by_name() -> None:
    problem = refusal(put("proposals[1].rounds[1].attribution", "none"))
    assert problem.key == "data.rule"
    assert problem.facts["path"] == "proposals[1].rounds[1]"


def test_a_file_that_tells_more_than_was_promised_is_refused(
    workshop: Workshop, tmp_path: Path
) -> None:
    file = tmp_path / "a.workshop"
    with workshop.step("test"):
        add_round(workshop, "ballot", "function")
        PERSONAL["ballot"](workshop)
    Document.create(file, workshop).close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute('UPDATE "round" SET "attribution"=?', ("none",))
    with pytest.raises(FileProblem) as caught:
        Document.open(file)
    assert caught.value.key == "file.whole"
    assert caught.value.facts["why"] == "record.names"
