"""Rounds without attribution: no byte anywhere tells whose entry was whose.

The test of that: two rounds in which the same entries were made by other people of the same group,
in another order, leave the very same bytes, but for identities and times.
"""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.builders import board_of, make
from tests.workshop.keeping.sittings import settle
from workshop.document import Document
from workshop.errors import Refused
from workshop.history import History
from workshop.keeping.vault import Vault
from workshop.people import present_participants, set_present
from workshop.records.people import Participant
from workshop.records.rounds import (
    Ballot,
    Count,
    Dot,
    Option,
    Rating,
    Round,
    RoundGroup,
    RoundGroupFunction,
    Slip,
)
from workshop.records.words import ParticipantId, RoundId
from workshop.sealed import SealedRound, Spot, open_sealed
from workshop.state import Workshop
from workshop.store.beside import journal_of

Entries = list[tuple[ParticipantId, Mapping[Spot, int]]]
PAGE = 4096


def planned(**fields: Any) -> tuple[Workshop, Round]:
    """A workshop with a ballot of five options and a round for it that keeps no names."""
    workshop = board_of(9)
    with workshop.step("test.round"):
        ballot = make(workshop, "ballot", key="priorities", dots=3, max_per_item=2)
        for n in range(5):
            workshop[Option].add(Option(ballot=ballot.id, text=f"Option {n}"))
        given = {"attribution": "none", "state": "planned", **fields}
        return workshop, workshop[Round].add(Round(ballot=ballot.id, **given))


def opened(workshop: Workshop, round: RoundId) -> SealedRound:
    return open_sealed(workshop, round, present_participants(workshop))


def dots(**given: int) -> dict[Spot, int]:
    """Dots by option, `o1=2`."""
    return {Spot(option=int(name[1:])): count for name, count in given.items()}


def counts(workshop: Workshop) -> dict[tuple[str, int], int]:
    return {(workshop[RoundGroup][c.group].key, c.option or 0): c.count for c in workshop[Count]}


def test_groups_are_fixed_when_the_round_opens() -> None:
    """Seven functions: four of two people, three of one; none has three, so all are one group."""
    workshop, round = planned()
    opened(workshop, round.id)
    (group,) = workshop[RoundGroup]
    assert group.key == "others"
    assert len(workshop[RoundGroupFunction]) == 7
    assert workshop[Round][round.id].state == "open"
    with pytest.raises(Refused, match=r"round\.open_already"):
        opened(workshop, round.id)


def test_a_function_of_three_is_a_group_of_its_own() -> None:
    workshop, round = planned()
    with workshop.step("test.people"):
        for n in range(3):
            make(workshop, "participant", key=f"more-{n}", function=1, decider=False)
        set_present(workshop, ParticipantId(2), False)
    sealed = opened(workshop, round.id)
    keys = [group.key for group in workshop[RoundGroup]]
    assert keys == ["f0", "others"]
    for who, entry in (
        (1, dots(o1=2)), (12, dots(o1=1, o2=1)), (13, dots(o2=2)),
        (3, dots(o5=1)), (4, dots(o5=1)), (5, dots(o1=1)),
    ):  # fmt: skip
        sealed.hand_in(ParticipantId(who), entry)
    assert len(workshop[Count]) == 0, "nothing before it closes"
    sealed.close()
    assert counts(workshop) == {
        ("f0", 1): 3, ("f0", 2): 3, ("others", 1): 1, ("others", 5): 2,
    }  # fmt: skip
    assert workshop[Round][round.id].state == "closed"
    assert [slip.participant for slip in workshop[Slip]] == [1, 3, 4, 5, 12, 13]
    assert len(workshop[Dot]) == 0


@pytest.mark.parametrize("alone", [(3,), (1, 12)])
def test_groups_of_which_too_few_have_voted_are_counted_together(alone: tuple[int, ...]) -> None:
    """One of the others, or two of the function of its own: with who has voted that were names."""
    workshop, round = planned()
    with workshop.step("test.people"):
        for n in range(3):
            make(workshop, "participant", key=f"more-{n}", function=1, decider=False)
    sealed = opened(workshop, round.id)
    assert [group.key for group in workshop[RoundGroup]] == ["f0", "others"]
    rest = [id for id in (1, 12, 13, 3, 4, 5) if (id in (3, 4, 5)) != (alone[0] == 3)]
    for who in (*alone, *rest):
        sealed.hand_in(ParticipantId(who), dots(o1=1))
    sealed.close()
    (group,) = workshop[RoundGroup]
    assert group.key == "others"
    assert counts(workshop) == {("others", 1): len(alone) + 3}
    assert len(workshop[RoundGroupFunction]) == 7


def test_of_a_ballot_of_two_nobody_knows_who_has_voted() -> None:
    workshop, round = planned()
    sealed = opened(workshop, round.id)
    for who in (1, 3):
        sealed.hand_in(ParticipantId(who), dots(o2=1))
    sealed.close()
    assert counts(workshop) == {("others", 2): 2}
    assert len(workshop[Slip]) == 0


def test_what_cannot_be_handed_in_is_refused_and_changes_nothing() -> None:
    workshop, round = planned()
    sealed = opened(workshop, round.id)
    sealed.hand_in(ParticipantId(1), dots(o1=2, o2=1))
    for who, entry, key in (
        (1, dots(o1=1), "round.handed_in"),
        (2, dots(o1=3), "ballot.over_cap"),
        (2, dots(o1=2, o2=2), "ballot.over_budget"),
        (2, dots(o9=1), "ballot.not_on_list"),
    ):
        with pytest.raises(Refused) as caught:
            sealed.hand_in(ParticipantId(who), entry)
        assert caught.value.key == key
    assert sealed.voted == {1}
    assert repr(sealed) == f"SealedRound(round={round.id}, voted=1)"
    sealed.close()
    assert counts(workshop) == {("others", 1): 2, ("others", 2): 1}
    with pytest.raises(Refused, match=r"round\.over"):
        sealed.hand_in(ParticipantId(3), dots(o1=1))
    with pytest.raises(Refused, match=r"round\.over"):
        sealed.close()


def test_someone_of_a_function_that_was_not_there_is_counted_nowhere() -> None:
    workshop, round = planned()
    with workshop.step("test.people"):
        set_present(workshop, ParticipantId(5), False)
    sealed = opened(workshop, round.id)
    with pytest.raises(Refused, match=r"round\.no_group"):
        sealed.hand_in(ParticipantId(5), dots(o1=1))


def test_a_round_by_person_is_not_sealed() -> None:
    workshop, round = planned(attribution="function")
    with pytest.raises(Refused, match=r"round\.has_names"):
        opened(workshop, round.id)


def test_ratings_are_counted_by_their_value() -> None:
    workshop = board_of(3)
    with workshop.step("test.check"):
        check = make(workshop, "alignment_check")
        sign = make(workshop, "sign", alignment_check=check.id)
        round = workshop[Round].add(
            Round(alignment_check=check.id, attribution="none", state="planned")
        )
    sealed = opened(workshop, round.id)
    for who, value in ((1, 3), (2, 3), (3, 0)):
        sealed.hand_in(ParticipantId(who), {Spot(sign=sign.id, value=value): 1})
    sealed.close()
    assert {(row.value, row.count) for row in workshop[Count]} == {(3, 2), (0, 1)}
    assert len(workshop[Rating]) == len(workshop[Slip]) == 0


def test_a_value_off_the_scale_leaves_the_round_open() -> None:
    workshop = board_of(3)
    with workshop.step("test.check"):
        check = make(workshop, "alignment_check", min=0, max=4)
        sign = make(workshop, "sign", alignment_check=check.id)
        round = workshop[Round].add(
            Round(alignment_check=check.id, attribution="none", state="planned")
        )
    sealed = opened(workshop, round.id)
    sealed.hand_in(ParticipantId(1), {Spot(sign=sign.id, value=9): 1})
    with pytest.raises(Refused):
        sealed.close()
    assert workshop[Round][round.id].state == "open"


def test_neither_opening_nor_closing_can_be_taken_back() -> None:
    workshop, round = planned()
    history = History(workshop)
    sealed = opened(workshop, round.id)
    sealed.hand_in(ParticipantId(1), dots(o1=1))
    sealed.close()
    assert history.next_undo() is None


PLAIN = {
    re.compile(rb"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00"): b"T" * 29,
    re.compile(rb"[0-9a-f]{32}"): b"I" * 32,
    re.compile(rb'"sum":"[0-9a-f]{8}"'): b"S" * 16,
}
"""What differs from run to run: times, identities, and the sums over both."""


def plain(data: bytes) -> bytes:
    for pattern, put in PLAIN.items():
        data = pattern.sub(put, data)
    return data


def pages_of_journal(path: Path) -> list[bytes]:
    """The pages in a journal, without the sums over them, which begin with a random number."""
    data = journal_of(path).read_bytes()
    step = PAGE + 8
    found = [data[at : at + 4 + PAGE] for at in range(512, len(data) - step + 1, step)]
    return [plain(each) for each in found]


def traces(folder: Path, entries: Entries, caplog: pytest.LogCaptureFixture) -> dict[str, Any]:
    """Everything that a round with these entries leaves on the disk and in the log."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    caplog.clear()
    vault, path = Vault(folder / "kept"), folder / "a.workshop"
    workshop, round = planned()
    with caplog.at_level(logging.DEBUG), Document.create(path, workshop, vault=vault) as document:
        sealed = opened(workshop, round.id)
        for who, entry in entries:
            sealed.hand_in(who, entry)
        settle(document)
        open_file = plain(path.read_bytes())
        sealed.close()
        settle(document)
        left: dict[str, Any] = {"open": open_file, "journal": pages_of_journal(path)}
    left["file"] = plain(path.read_bytes())
    left["log"] = plain(caplog.text.encode())
    (shelf,) = vault.shelves()
    for folder_of in (shelf.recordings_folder, shelf.backups_folder):
        left[folder_of.name] = [plain(each.read_bytes()) for each in sorted(folder_of.iterdir())]
    return left


def the_same_by_others(entries: Entries, rng: Random) -> Entries:
    """The same entries, handed in by other people of the same group in another order."""
    people = [who for who, _ in entries]
    given = [entry for _, entry in entries]
    rng.shuffle(people)
    rng.shuffle(given)
    return list(zip(people, given, strict=True))


@pytest.mark.parametrize("seed", range(4))
def test_who_gave_what_leaves_no_trace_anywhere(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, seed: int
) -> None:
    rng = Random(seed)
    people = [ParticipantId(id) for id in range(1, 12)]
    entries: Entries = [
        (who, dots(**{f"o{option}": 1 for option in rng.sample(range(1, 6), 3)})) for who in people
    ]
    first = traces(tmp_path / "a", entries, caplog)
    second = traces(tmp_path / "a", the_same_by_others(entries, rng), caplog)
    for name, left in first.items():
        assert left == second[name], f"the {name} tells something"
    assert len(first["journal"]) > 3
    assert first["recordings"][0].count(b'"count"') > 3


def test_that_test_bites(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Another entry, or another group, does leave another trace."""
    people = [ParticipantId(id) for id in range(1, 12)]
    entries: Entries = [(who, dots(o1=1)) for who in people]
    first = traces(tmp_path / "a", entries, caplog)
    second = traces(tmp_path / "a", [*entries[:-1], (people[-1], dots(o2=1))], caplog)
    assert first["file"] != second["file"]
    assert first["recordings"] != second["recordings"]
    assert len(board_of(1)[Participant]) == 11
    assert len(planned()[0][Ballot]) == 1
