"""Proposals with their rounds, stances, concerns and dissent; the check-out."""

from __future__ import annotations

from typing import Any

from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, section, sections, set_fields
from workshop.interchange.names import Id
from workshop.interchange.sections import rounds
from workshop.interchange.sections.notes import read_link, write_link
from workshop.interchange.source import Source
from workshop.records.consensus import Concern, Dissent, Proposal, ProposalRound, Stance
from workshop.records.rounds import CheckOut, Count, Fingers, OnePointMore, Word

BLOCKED = "blocked"


def declare(reading: Reading, root: Source) -> None:
    """Gives proposals their ids."""
    listed = root.get("proposals")
    for item in listed.items() if listed else ():
        reading.declare("proposal", item.need("id"))


def read(reading: Reading, root: Source) -> None:
    """Reads `proposals` and `check_out`."""
    listed = root.get("proposals")
    for source in listed.items() if listed else ():
        _read_proposal(reading, source)
    for source in sections(root, "check_out"):
        _read_check_out(reading, source)


def _read_proposal(reading: Reading, source: Source) -> None:
    id = reading.names.read(source.need("id"), "proposal")
    given: dict[str, Any] = {}
    parked = source.get("parked")
    if parked is not None:
        given["parked_owner"] = reading.names.read(parked.need("owner"), "participant")
        until, bring = parked.get("until"), parked.get("bring")
        given["parked_until"] = until.plain if until else None
        given["parked_bring"] = tuple(item.plain for item in bring.items()) if bring else ()
        parked.finish()
    reservation = source.get("recorded_reservation")
    if reservation is not None:
        given["reservation_by"] = reading.names.read(reservation.need("by"), "participant")
        text = reservation.get("text")
        given["reservation_text"] = text.plain if text else ""
        reservation.finish()
    reading.add(Proposal, source, id=id, **given)
    read_link(reading, source, "proposal", id)
    listed = source.get("rounds")
    for item in listed.items() if listed else ():
        _read_round(reading, item, id)
    dissent = source.get("dissent")
    for item in dissent.items() if dissent else ():
        reading.add(Dissent, item, proposal=id)
        item.finish()
    source.get("was_blocked")
    source.finish()


def _read_round(reading: Reading, source: Source, proposal: Id) -> None:
    round = reading.add(ProposalRound, source, proposal=proposal)
    rounds.read_round(reading, source, "proposal_round", round.id, attribution="person")
    stances = source.get("stances")
    for name, item in stances.fields().items() if stances else ():
        who = reading.names.find("participant", name)
        if who is None:
            item.fail("a participant of this workshop", name)
        _read_stance(reading, item, round.id, who)
    concerns = source.get("concerns")
    for item in concerns.items() if concerns else ():
        reading.add(Concern, item, proposal_round=round.id)
        item.finish()
    source.finish()


def _read_stance(reading: Reading, source: Source, round: Id, who: Id) -> None:
    given: dict[str, Any] = {}
    if source.is_mapping:
        for name in ("shown", "changed_because", "voice_of"):
            field = source.get(name)
            if field is not None:
                given[name] = field.plain
    level = source.need("level") if source.is_mapping else source
    reading.put(source, Stance(proposal_round=round, participant=who, level=level.plain, **given))
    if source.is_mapping:
        source.finish()


def _read_check_out(reading: Reading, source: Source) -> None:
    check_out = reading.add(CheckOut, source)
    round = rounds.read_round(reading, source, "check_out", check_out.id)
    given: dict[str, Any] = {"check_out": check_out.id}
    fingers = source.get("roti")
    for item, entry in rounds.read_entries(reading, fingers, []) if fingers else ():
        reading.put(item, Fingers(participant=entry.participant, value=entry.value,
                                  voice_of=entry.voice_of, **given))  # fmt: skip
    for group, value, times in rounds.read_counts(source.get("counts"), round.groups):
        rounds.read_count(reading, times, group, value, check_out=check_out.id)
    more = source.get("one_point_more")
    for item in more.items() if more else ():
        reading.add(OnePointMore, item, **given)
        item.finish()
    words = source.get("words")
    for name, word in words.fields().items() if words else ():
        who = reading.names.find("participant", name)
        if who is None:
            word.fail("a participant of this workshop", name)
        reading.put(word, Word(participant=who, text=word.plain, **given))
    source.finish()


def write(writing: Writing) -> dict[str, Plain]:
    """The sections of decisions and of the end of the day."""
    check_outs = [_check_out(writing, row) for row in writing.table(CheckOut)]
    return {
        **set_fields(proposals=[_proposal(writing, row) for row in writing.table(Proposal)]),
        **section("check_out", check_outs),
    }


def _proposal(writing: Writing, row: Proposal) -> Plain:
    taken = writing.table(ProposalRound).where("proposal", row.id)
    taken.sort(key=lambda item: item.round)
    parked, reservation = {}, {}
    if row.parked_owner is not None:
        owner = writing.name("participant", row.parked_owner)
        details = set_fields(until=row.parked_until, bring=list(row.parked_bring))
        parked = {"owner": owner, **details}
    if row.reservation_by is not None:
        by = writing.name("participant", row.reservation_by)
        reservation = {"by": by, **set_fields(text=row.reservation_text)}
    dissent = writing.table(Dissent).where("proposal", row.id)
    return {
        **writing.fields(row),
        **write_link(writing, "proposal", row.id),
        **set_fields(
            rounds=[_round(writing, item) for item in taken],
            was_blocked=any(item.result == BLOCKED for item in taken),
            parked=parked,
            recorded_reservation=reservation,
            dissent=[writing.fields(item) for item in dissent],
        ),
    }


def _round(writing: Writing, row: ProposalRound) -> Plain:
    stances = {
        writing.name("participant", item.participant): _stance(item)
        for item in writing.table(Stance).where("proposal_round", row.id)
    }
    concerns = writing.table(Concern).where("proposal_round", row.id)
    return {
        **writing.fields(row),
        **rounds.write_round(writing, rounds.round_of(writing, "proposal_round", row.id)),
        **set_fields(stances=stances, concerns=[writing.fields(item) for item in concerns]),
    }


def _stance(row: Stance) -> Plain:
    more = set_fields(shown=row.shown, changed_because=row.changed_because, voice_of=row.voice_of)
    return {"level": row.level, **more} if more else row.level


def _check_out(writing: Writing, row: CheckOut) -> dict[str, Plain]:
    round = rounds.round_of(writing, "check_out", row.id)
    fingers = writing.table(Fingers).where("check_out", row.id)
    more = writing.table(OnePointMore).where("check_out", row.id)
    words = writing.table(Word).where("check_out", row.id)
    return {
        **writing.fields(row),
        **rounds.write_round(writing, round),
        **set_fields(
            roti=rounds.write_entries(writing, fingers, []),
            one_point_more=[writing.fields(item) for item in more],
            words={writing.name("participant", item.participant): item.text for item in words},
        ),
        **rounds.write_counts(writing, round, _value, check_out=row.id),
    }


def _value(count: Count) -> Plain:
    return count.value
