"""Proposals with their rounds, stances, concerns and dissent; the check-out."""

from __future__ import annotations

from typing import Any

from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, section, set_fields
from workshop.interchange.names import Id
from workshop.interchange.sections import rounds
from workshop.interchange.sections.notes import read_link, write_link
from workshop.interchange.source import Source
from workshop.records.check_out import CheckOut, Fingers, Hope, OnePointMore, Word
from workshop.records.consensus import Concern, Dissent, Proposal, ProposalRound, Stance

BLOCKED = "blocked"
SHOWS = (("roti", "counts", False), ("closing", "closing_counts", True))
"""The two shows of fingers: where they stand, where their counts do, and which is which."""
STANCE = {name: name for name in ("level", "shown", "changed_because", "voice_of", "entered_by")}
PARTS = {
    "parked": (
        {
            "owner": "parked_owner",
            "told_by": "parked_told_by",
            "until": "parked_until",
            "bring": "parked_bring",
        },
        "owner",
    ),
    "recorded_reservation": ({"by": "reservation_by", "text": "reservation_text"}, "by"),
}
"""Parts of a proposal, each with what it cannot do without."""


def declare(reading: Reading, root: Source) -> None:
    """Gives proposals their ids."""
    for item in root.each("proposals"):
        reading.declare("proposal", item.need("id"))


def read(reading: Reading, root: Source) -> None:
    """Reads `proposals` and `check_out`."""
    for source in root.each("proposals"):
        _read_proposal(reading, source)
    for source in root.parts("check_out"):
        _read_check_out(reading, source)


def _read_proposal(reading: Reading, source: Source) -> None:
    id = reading.names.read(source.need("id"), "proposal")
    given: dict[str, Any] = {}
    for name, (names, main) in PARTS.items():
        part = source.get(name)
        if part is not None:
            part.need(main)
            given |= reading.part(Proposal, part, names)
    reading.add(Proposal, source, id=id, **given)
    read_link(reading, source, "proposal", id)
    for item in source.each("rounds"):
        _read_round(reading, item, id)
    reading.add_all(Dissent, source, "dissent", proposal=id)
    source.get("was_blocked")
    source.finish()


def _read_round(reading: Reading, source: Source, proposal: Id) -> None:
    round = reading.add(ProposalRound, source, proposal=proposal)
    rounds.read_round(reading, source, "proposal_round", round.id, attribution="person")
    for name, item in source.entries("stances"):
        who = reading.names.read_key(item, "participant", name)
        fields = reading.short(Stance, item, STANCE)
        reading.put(item, Stance(proposal_round=round.id, participant=who, **fields))
    reading.add_all(Concern, source, "concerns", proposal_round=round.id)
    source.finish()


def _read_check_out(reading: Reading, source: Source) -> None:
    check_out = reading.add(CheckOut, source)
    round = rounds.read_round(reading, source, "check_out", check_out.id)
    for item in source.each("hopes"):
        note = reading.names.read(item, "note")
        reading.put(item, Hope(check_out=check_out.id, note=note))
    for name, counts, closing in SHOWS:
        given = {"check_out": check_out.id, "closing": closing}
        fingers = source.get(name)
        if fingers is not None:
            rounds.read_entries(reading, Fingers, fingers, round.order, **given)
        for group, value, times in rounds.read_counts(source, round.groups, counts):
            rounds.read_value_count(reading, times, group, value, **given)
    reading.add_all(OnePointMore, source, "one_point_more", check_out=check_out.id)
    for name, word in source.entries("words"):
        who = reading.names.read_key(word, "participant", name)
        text = reading.column(Word, "text", word)
        reading.put(word, Word(check_out=check_out.id, participant=who, text=text))
    source.finish()


def write(writing: Writing) -> dict[str, Plain]:
    """The sections of decisions and of the end of the day."""
    check_outs = [_check_out(writing, row) for row in writing.table(CheckOut)]
    return {
        **set_fields(proposals=[_proposal(writing, row) for row in writing.table(Proposal)]),
        **section("check_out", check_outs),
    }


def rounds_of(writing: Writing, proposal: Proposal) -> list[ProposalRound]:
    """The rounds of a proposal, first to last."""
    found = writing.table(ProposalRound).where("proposal", proposal.id)
    return sorted(found, key=lambda item: item.round)


def _proposal(writing: Writing, row: Proposal) -> Plain:
    taken = rounds_of(writing, row)
    dissent = writing.table(Dissent).where("proposal", row.id)
    return {
        **writing.fields(row),
        **write_link(writing, "proposal", row.id),
        **set_fields(
            **{name: writing.part(row, names) for name, (names, _) in PARTS.items()},
            rounds=[_round(writing, item) for item in taken],
            was_blocked=any(item.result == BLOCKED for item in taken),
            dissent=[writing.fields(item) for item in dissent],
        ),
    }


def _round(writing: Writing, row: ProposalRound) -> Plain:
    stances = {
        writing.name("participant", item.participant): writing.short(item, STANCE)
        for item in writing.table(Stance).where("proposal_round", row.id)
    }
    concerns = writing.table(Concern).where("proposal_round", row.id)
    return {
        **writing.fields(row),
        **rounds.write_round(writing, rounds.round_of(writing, "proposal_round", row.id)),
        **set_fields(stances=stances, concerns=[writing.fields(item) for item in concerns]),
    }


def _check_out(writing: Writing, row: CheckOut) -> dict[str, Plain]:
    round = rounds.round_of(writing, "check_out", row.id)
    hopes = writing.table(Hope).where("check_out", row.id)
    more = writing.table(OnePointMore).where("check_out", row.id)
    words = writing.table(Word).where("check_out", row.id)
    shows: dict[str, Plain] = {}
    for name, counts, closing in SHOWS:
        shown = writing.table(Fingers).where("check_out", row.id)
        of_this = [item for item in shown if item.closing == closing]
        shows |= set_fields(**{name: rounds.write_entries(writing, of_this, [])})
        of = {"check_out": row.id, "closing": closing}
        counted = rounds.write_counts(writing, round, lambda count: count.value, **of)
        shows |= set_fields(**{counts: counted.get("counts")})
    return {
        **writing.fields(row),
        **rounds.write_round(writing, round),
        **set_fields(hopes=[writing.name("note", item.note) for item in hopes]),
        **shows,
        **set_fields(
            one_point_more=[writing.fields(item) for item in more],
            words={writing.name("participant", item.participant): item.text for item in words},
        ),
    }
