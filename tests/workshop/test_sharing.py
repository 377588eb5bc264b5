"""The copy to share: what is left out of it, read from the files that are handed out."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import assets
from tests.builders import board_of, fill, make
from tests.property.workshops import any_workshop
from workshop import figures
from workshop.boards import attribution_of
from workshop.document import Document
from workshop.interchange import reader, writer
from workshop.records.agenda import Board, Stage
from workshop.records.consensus import Concern, Dissent, Stance
from workshop.records.details import Details, PrivateNote
from workshop.records.findings import ParkedCure
from workshop.records.journey import Talk
from workshop.records.notes import Link, Note
from workshop.records.people import Function, Participant
from workshop.records.rounds import (
    Ballot,
    Count,
    Dot,
    Option,
    Round,
    RoundGroup,
    RoundGroupFunction,
    RoundMember,
    Slip,
)
from workshop.records.writing import Draft, DraftAuthor
from workshop.rescue.replay import holds_together
from workshop.sharing import copy_to_share, picture_hashes
from workshop.sharing.one_participant import FUNCTION, NAME
from workshop.sharing.privacy import BY_ATTRIBUTION, CLEARED, GONE
from workshop.state import Workshop
from workshop.tables import tables

NAMES_THAT_STAY = {
    "action.owner", "action.told_by", "ballot.chosen_by", "champion.told_by", "champion.who",
    "claim.checked_by", "concern.answered_by", "concern.by", "concern.owner", "concern.told_by",
    "details.driver", "details.sponsor", "dissent.by", "group_member.participant",
    "insight.asked_by", "insight.keeper", "insight.told_by", "metric.owner", "metric.told_by",
    "milestone.owner", "milestone.told_by", "moment.owner", "moment.told_by", "must_be_true.owner",
    "must_be_true.told_by", "parked_point.owner", "parked_point.told_by",
    "persona_writer.participant", "pod_member.participant", "positioning.keeper",
    "positioning.told_by", "presence.participant", "press_release_writer.participant",
    "proposal.decided_by", "proposal.owner", "proposal.parked_owner", "proposal.parked_told_by",
    "proposal.proposed_by", "proposal.reservation_by", "proposal.told_by", "reading.by",
    "rhythm.celebrate_keeper", "rhythm.celebrate_told_by", "rhythm.keeper", "rhythm.told_by",
    "roadblock.cleared_by", "roadblock.told_by", "sign_remark.by", "stance.participant",
    "visit.who", "voice.by", "word.participant",
}  # fmt: skip
"""Said aloud before all, or taken on before all, and printed with a name."""
ONLY_OF_PROPOSALS = {"round_member.participant"}
"""The order in which something was typed stays of stances alone, which are shown with names."""


@pytest.fixture(scope="module")
def sample() -> Workshop:
    return reader.read_file(assets.path("sample", "sample-workshop.yaml"))


def test_every_field_that_names_a_person_is_private_or_stays_on_purpose() -> None:
    names = {
        f"{info.name}.{column.name}"
        for info in tables().values()
        for column, kind in info.references()
        if kind.table == "participant"
    }
    gone = {name for name in names if name.partition(".")[0] in GONE}
    cleared = {f"{table}.{column}" for table, fields in CLEARED.items() for column in fields}
    attributed = {f"{t}.{column}" for t, fields in BY_ATTRIBUTION.items() for column in fields}
    decided = gone | cleared | attributed | NAMES_THAT_STAY | ONLY_OF_PROPOSALS
    assert names - decided == set(), "say whether it is private"
    assert (NAMES_THAT_STAY | ONLY_OF_PROPOSALS) - names == set()
    assert NAMES_THAT_STAY & (gone | cleared | attributed) == set()


def test_the_sample_keeps_what_was_said_and_decided(sample: Workshop) -> None:
    before = writer.write_workshop(sample)
    copy = copy_to_share(sample)
    assert writer.write_workshop(sample) == before, "the workshop itself stays as it is"
    assert holds_together(copy)
    for cls in (Stance, Concern, Dissent, Option):
        assert len(copy[cls]) == len(sample[cls])
    assert [note.text for note in copy[Note]] == [note.text for note in sample[Note]]
    assert len(copy[Participant]) == len(sample[Participant])


def test_the_sample_gives_no_private_note_and_no_single_entry(sample: Workshop) -> None:
    copy = copy_to_share(sample)
    for name in GONE:
        assert len(copy.table(name)) == 0
    text = writer.write_workshop(copy)
    for private in sample[PrivateNote]:
        assert private.text not in text
    for stage in sample[Stage]:
        assert all(line not in text for line in (*stage.run, *stage.watch))
        assert not stage.say or stage.say not in text
    assert "votes:" not in text
    assert all(author.participant for author in sample[DraftAuthor])
    assert len(copy[Draft]) == len(sample[Draft])
    assert {draft.group for draft in copy[Draft]} == {None}


def test_ballots_have_the_same_result_by_function(sample: Workshop) -> None:
    copy = copy_to_share(sample)
    functions = {f.id: f.key for f in sample[Function]}
    for ballot in sample[Ballot]:
        before, after = figures.tally_of(sample, ballot), figures.tally_of(copy, ballot)
        assert before.total_dots == after.total_dots > 0
        for standing in before.standings:
            by: dict[Any, int] = dict(standing.by_group)
            named = {functions.get(group, group): dots for group, dots in by.items()}
            shared = after.of(standing.option)
            assert dict(shared.by_group) == named
            assert (shared.rank, shared.dots) == (standing.rank, standing.dots)


def test_ratings_and_cards_are_totals(sample: Workshop) -> None:
    copy = copy_to_share(sample)
    for cls, of in (("rating", "sign"), ("card", "persona")):
        single = Counter((getattr(row, of), row.value) for row in sample.table(cls))
        total: Counter[tuple[Any, Any]] = Counter()
        for row in copy[Count]:
            if getattr(row, of) is not None:
                total[getattr(row, of), row.value] += row.count
        assert single
        assert total == single


def test_of_ratings_no_function_of_one_has_a_figure_of_its_own(sample: Workshop) -> None:
    copy = copy_to_share(sample)
    size = Counter(person.function for person in sample[Participant])
    assert 1 in size.values()
    rated = {c.group for c in copy[Count] if c.sign is not None or c.check_out is not None}
    assert rated
    for group in rated:
        members = copy[RoundGroupFunction].where("group", group)
        assert sum(size[row.function] for row in members) > 1


def test_authors_stay_only_where_names_are_shown(sample: Workshop) -> None:
    copy = copy_to_share(sample)
    for note in sample[Note]:
        shown = attribution_of(sample, note.stage) == "person"
        assert copy[Note][note.id].author == (note.author if shown else None)
        assert copy[Note][note.id].function == note.function
    assert any(note.author for note in sample[Note])
    assert {cure.by for cure in copy[ParkedCure]} == {None}
    assert {(talk.high, talk.low) for talk in copy[Talk]} == {(None, None)}


def test_a_board_with_names_keeps_them() -> None:
    workshop = board_of(3)
    with workshop.step("test.board"):
        workshop[Board].replace(1, attribution="person")
    assert [note.author for note in copy_to_share(workshop)[Note]] == [1, 2, 3]


def test_of_a_round_that_was_not_revealed_nothing_is_told() -> None:
    workshop = board_of(3)
    with workshop.step("test.round"):
        ballot = make(workshop, "ballot", dots=3, max_per_item=2)
        option = workshop[Option].add(Option(ballot=ballot.id, text="One"))
        round = workshop[Round].add(Round(ballot=ballot.id, attribution="function", state="closed"))
        slip = workshop[Slip].add(Slip(ballot=ballot.id, participant=1))  # type: ignore[arg-type]
        workshop[Dot].add(Dot(slip=slip.id, option=option.id, dots=2))
        group = workshop[RoundGroup].add(RoundGroup(round=round.id, key="hands"))
        workshop[Count].add(Count(group=group.id, option=option.id, count=2))
        workshop[RoundMember].add(RoundMember(round=round.id, participant=1))  # type: ignore[arg-type]
        said = make(workshop, "proposal_round")
        make(workshop, "stance", proposal_round=said.id)
        workshop[Round].add(Round(proposal_round=said.id, attribution="person", state="open"))
    copy = copy_to_share(workshop)
    for cls in (Slip, Dot, Count, RoundMember, Stance):
        assert len(copy[cls]) == 0
    assert [row.state for row in copy[Round]] == ["closed", "open"]


def anonymous(several: bool) -> Workshop:
    """A proposal on which person 1 dissents and has a concern, as one participant; `several`: their
    function has others too."""
    workshop = board_of(3)
    with workshop.step("test.consensus"):
        workshop[Details].replace(1, template="")
        if not several:
            workshop[Participant].replace(8, function=2)
        round = make(workshop, "proposal_round")
        for who in (1, 2, 3):
            make(workshop, "stance", proposal_round=round.id, participant=who, level=who)
        held = workshop[Round].add(
            Round(proposal_round=round.id, attribution="person", state="revealed")
        )
        for who in (1, 2, 3):
            workshop[RoundMember].add(RoundMember(round=held.id, participant=who))  # type: ignore[arg-type]
        make(workshop, "concern", proposal_round=round.id, by=1, anonymous=True)
        make(workshop, "concern", proposal_round=round.id, by=2, anonymous=False)
        make(workshop, "dissent", proposal=round.proposal, by=1, anonymous=True)
    return workshop


@pytest.mark.parametrize("several", [True, False])
def test_one_participant_has_no_name_nor_a_function_of_one(several: bool) -> None:
    copy = copy_to_share(anonymous(several))
    (stand_in,) = (person for person in copy[Participant] if person.name == NAME)
    assert [concern.by for concern in copy[Concern]] == [stand_in.id, 2]
    assert [dissent.by for dissent in copy[Dissent]] == [stand_in.id]
    assert [stance.participant for stance in copy[Stance]] == [stand_in.id, 2, 3]
    assert len(copy[RoundMember]) == 0, "a place in the order would be a name"
    function = copy[Function][stand_in.function]
    assert (function.name == FUNCTION) == (not several)
    assert not stand_in.decider
    text = writer.write_workshop(copy)
    assert reader.read_workshop(text, "copy.yaml")[Participant]


def test_texts_that_were_taken_over_do_not_tell_what_they_said_before() -> None:
    workshop = fill(Workshop())
    with workshop.step("test.link"):
        link = workshop[Link].replace(1, then="An earlier wording")
    assert copy_to_share(workshop)[Link][link.id].then == ""
    with workshop.step("test.link"):
        workshop[Link].replace(
            1,
            from_earlier=True,
            **{name: None for name in _sources(link) if name != "from_earlier"},
        )
    assert copy_to_share(workshop)[Link][link.id].then == "An earlier wording"


def _sources(link: Link) -> list[str]:
    return [
        field.name
        for field in dataclasses.fields(link)
        if field.name.startswith("from_") and getattr(link, field.name)
    ]


def test_nothing_that_was_removed_is_in_the_file(tmp_path: Path) -> None:
    path, to = tmp_path / "a.workshop", tmp_path / "copy.workshop"
    with Document.create(path, board_of(5)) as document:
        workshop = document.workshop
        hash = document.add_picture(b"a picture of what was removed", "image/png")
        with workshop.step("note.edit"):
            workshop[Note].replace(4, text="REMOVED LATER", picture=hash)
        with workshop.step("note.edit"):
            workshop[Note].replace(5, text="WAS SAID BEFORE")
        with workshop.step("note.edit"):
            workshop[Note].replace(5, text="is said now")
        with workshop.step("note.delete"):
            workshop[Note].remove(4)
        kept = document.add_picture(b"a picture of what stays", "image/png")
        with workshop.step("note.edit"):
            workshop[Note].replace(1, picture=kept)
        assert picture_hashes(workshop) == {kept}
    for secret in (b"REMOVED LATER", b"WAS SAID BEFORE", b"what was removed"):
        assert secret in path.read_bytes(), "the archive has everything"
    with Document.create(to, copy_to_share(workshop)) as copy:
        assert copy.read_steps() == []
    data = to.read_bytes()
    for secret in (b"REMOVED LATER", b"WAS SAID BEFORE", b"what was removed"):
        assert secret not in data
    assert b"is said now" in data


@settings(max_examples=settings().max_examples // 5)
@given(any_workshop(40))
def test_of_any_workshop_there_is_a_copy_to_share(workshop: Workshop) -> None:
    copy = copy_to_share(workshop)
    assert all(len(copy.table(name)) == 0 for name in GONE)
    again = reader.read_workshop(writer.write_workshop(copy), "copy.yaml")
    assert len(again[Note]) == len(copy[Note])


def test_the_first_row_of_every_table_is_shared_or_gone() -> None:
    """Nothing is lost that is not said to be."""
    workshop = fill(Workshop())
    copy = copy_to_share(workshop)
    empty = {t.info.name for t in copy.tables() if not len(t)} - set(GONE)
    assert empty <= {"count", "stance", "round_member"}, empty
