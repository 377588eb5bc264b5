"""What is covered, open or not revealed is in no brief; the same workshop revealed has all of it.

Every text that could be hidden is one word that stands nowhere else, so that the printed page can
be searched for each.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.book import make_brief
from exports.paper import A4
from tests.exports.printed import Read, read, sample
from workshop import snapshot, telling
from workshop.boards import BoardLane, lay_board
from workshop.figures import round_of
from workshop.records.agenda import Board, RevealedLane
from workshop.records.consensus import Concern
from workshop.records.notes import Note
from workshop.records.rounds import Round
from workshop.state import Workshop

HIDDEN_TEXTS: dict[str, tuple[str, ...]] = {
    "note": ("text",),
    "cluster": ("name",),
    "voice": ("text",),
    "sign_remark": ("text",),
    "talk": ("outcome",),
    "concern": ("text", "harm", "for_whom", "would_pass_if", "answer"),
    "one_point_more": ("text",),
    "word": ("text",),
}
"""Texts that are not told while their board is covered or their round is open."""

OWNERS = ("ballot", "alignment_check", "journey", "proposal_round", "check_out")
"""What rounds are of."""

FIGURES = (
    "33 dots", "No clear cut", "over half",  # ballots
    "11 of 11 with it", "2 of 11 with it",  # stances
    "4.36", "from 3 to 5",  # fingers
    "of 8 signs are flagged", "Not flagged",  # ratings
    "Lowest point", "highest and lowest", "Band: spread",  # cards
)  # fmt: skip
"""What the sample's figures say where they are told."""


def _worded() -> tuple[Workshop, dict[str, list[str]]]:
    """The sample, every text that can be hidden being one word; and these words by table."""
    workshop = snapshot.restore(snapshot.take(sample()))
    words: dict[str, list[str]] = {name: [] for name in HIDDEN_TEXTS}
    with workshop.step("test.change"):
        for name, fields in HIDDEN_TEXTS.items():
            for row in list(workshop.table(name)):
                given = {field: _word(name, row.id, field) for field in fields if _is_hideable(row)}
                workshop.table(name).replace(row.id, **given)
                words[name] += given.values()
        for row in list(workshop[Concern]):
            workshop[Concern].replace(row.id, state="answered", anonymous=False)
        for note in workshop[Note]:
            lay_board(workshop, note.stage)
        for owner in OWNERS:
            for row in workshop.table(owner):
                if round_of(workshop, owner, row.id) is None:
                    whose = "person" if owner == "proposal_round" else "function"
                    workshop[Round].add(
                        Round(attribution=whose, state="revealed", **{owner: row.id})
                    )
    return workshop, words


def _is_hideable(row: object) -> bool:
    return not isinstance(row, Note) or row.stage is not None


def _word(table: str, id: int, field: str) -> str:
    digits = "".join("abcdefghij"[int(digit)] for digit in str(id))
    return f"zq{table[:4]}{field[:2]}{digits}q".replace("_", "")


def _print(workshop: Workshop, *, boards: str, rounds: str) -> Read:
    with workshop.step("test.state"):
        for board in list(workshop[Board]):
            workshop[Board].replace(board.id, state=boards)
        for round in list(workshop[Round]):
            workshop[Round].replace(round.id, state=rounds)
    return read(make_brief(workshop, A4).pdf)


def test_what_is_revealed_is_printed_to_the_last_word() -> None:
    workshop, words = _worded()
    found = _print(workshop, boards="revealed", rounds="revealed")
    assert [word for some in words.values() for word in some if word not in found.squeezed] == []
    assert [figure for figure in FIGURES if figure not in found.text] == []


@pytest.mark.parametrize("state", ["open", "closed", "planned"])
def test_nothing_that_is_hidden_is_printed(state: str) -> None:
    workshop, words = _worded()
    found = _print(workshop, boards="covered", rounds=state)
    assert [word for some in words.values() for word in some if word in found.squeezed] == []
    assert [figure for figure in FIGURES if figure in found.text] == []


def test_what_is_hidden_is_counted() -> None:
    workshop, _ = _worded()
    found = _print(workshop, boards="covered", rounds="open").text
    assert "33 notes are still covered." in found
    assert "This ballot is still open: its dots are not told. 11 people have voted." in found
    assert "This check is still open: its ratings are not told. 11 people have rated." in found
    assert "Round 2 is still open, 11 stances taken" in found
    assert "The feelings are still open: no card is told." in found
    assert "The check-out is still open: nothing of it is told." in found
    assert "11 people have shown fingers. 11 have said a word." in found


def test_a_lane_that_was_revealed_is_printed_and_the_others_are_not() -> None:
    workshop, _ = _worded()
    board = next(row for row in workshop[Board] if row.by_function)
    notes = workshop[Note].where("stage", board.stage)
    shown = notes[0].function
    with workshop.step("test.change"):
        workshop[RevealedLane].add(RevealedLane(board=board.id, function=shown))
    found = _print(workshop, boards="covered", rounds="revealed").squeezed
    assert [note.nr for note in notes if note.text in found] == [
        note.nr for note in notes if note.function == shown
    ]


def test_a_vote_that_is_revealed_does_not_uncover_what_it_was_on() -> None:
    workshop, words = _worded()
    found = _print(workshop, boards="covered", rounds="revealed")
    hidden = [*words["note"], *words["cluster"]]
    assert [word for word in hidden if word in found.squeezed] == []
    assert "What this ballot is on is covered again: its dots are not told." in found.text
    assert found.text.count("33 dots by 11 people") == 1, "that on opportunities"


def test_each_question_is_asked_of_its_own_round() -> None:
    """One open round hides its own entries and nobody else's."""
    workshop, _ = _worded()
    for held in list(workshop[Round]):
        with workshop.step("test.state"):
            workshop[Round].replace(held.id, state="open")
        others = [row for row in workshop[Round] if row.id != held.id]
        assert all(telling.state_of(workshop, *_owner(row)) == "revealed" for row in others)
        assert telling.state_of(workshop, *_owner(held)) == "open"
        with workshop.step("test.state"):
            workshop[Round].replace(held.id, state="revealed")


def _owner(round: Round) -> tuple[str, int]:
    ids = ((name, getattr(round, name)) for name in OWNERS)
    return next((name, id) for name, id in ids if id is not None)


def test_covered_lanes_are_asked_by_lane() -> None:
    workshop, _ = _worded()
    board = next(row for row in workshop[Board] if row.by_function)
    note = workshop[Note].where("stage", board.stage)[0]
    assert telling.note_is_told(workshop, note)
    covered = replace(board, state="covered")
    with workshop.step("test.state"):
        workshop[Board].replace(board.id, state=covered.state)
    assert not telling.note_is_told(workshop, note)
    lane = BoardLane(function=note.function)
    with workshop.step("test.state"):
        workshop[RevealedLane].add(RevealedLane(board=board.id, function=lane.function))
    assert telling.note_is_told(workshop, note)
