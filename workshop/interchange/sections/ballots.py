"""Ballots, each with its options, its papers or counts, and the run-offs that decide it."""

from __future__ import annotations

from typing import Any

from workshop import figures
from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, section, set_fields
from workshop.interchange.names import Id
from workshop.interchange.sections import rounds
from workshop.interchange.source import Source
from workshop.records.rounds import Ballot, BallotFunction, Count, Dot, Option, Slip, Voice

OPTIONS = ("cluster", "opportunity", "note")
RUN_OFF: dict[str, Any] = {"dots": 1, "max_per_item": 1}
"""What a run-off has unless it says otherwise."""


def declare(reading: Reading, root: Source) -> None:
    """Gives ballots and their run-offs their ids."""
    for item in root.each("ballots"):
        reading.declare("ballot", item.need("id"))
        _declare_run_offs(reading, item, item.need("id").name)


def _declare_run_offs(reading: Reading, source: Source, ballot: str) -> None:
    for number, run_off in enumerate(source.parts("run_off"), 1):
        key = _key_of_run_off(run_off, ballot, number)
        reading.declare_as("ballot", key, run_off.get("id") or run_off)
        _declare_run_offs(reading, run_off, key)


def _key_of_run_off(source: Source, ballot: str, number: int) -> str:
    named = source.get("id")
    return named.name if named else run_off_key(ballot, number)


def run_off_key(ballot: str, number: int) -> str:
    """What the run-off of a ballot is called unless it has a name of its own."""
    return f"{ballot[:60]}-run-off" + (f"-{number}" if number > 1 else "")


def read(reading: Reading, root: Source) -> None:
    """Reads the section `ballots`."""
    for item in root.each("ballots"):
        stage = reading.names.read(item.need("stage"), "stage")
        _read_ballot(reading, item, {"stage": stage, "key": item.need("id").name})


def _read_ballot(reading: Reading, source: Source, given: dict[str, Any]) -> None:
    id: Id = reading.names.find("ballot", given["key"])
    ballot = reading.add(Ballot, source, id=id, **given)
    round = rounds.read_round(reading, source, "ballot", id)
    for item in source.each("functions"):
        function = reading.names.read(item, "function")
        reading.put(item, BallotFunction(ballot=id, function=function))
    options = _read_options(reading, source, ballot)
    _read_votes(reading, source, ballot, options)
    for group, label, times in rounds.read_counts(source, round.groups):
        option = _option(times, label, options)
        reading.put(times, Count(group=group, option=option, count=times.plain))
    reading.add_all(Voice, source, "voices", ballot=id)
    for number, run_off in enumerate(source.parts("run_off"), 1):
        _read_run_off(reading, run_off, ballot, number)
    source.get("result")
    source.finish()


def _read_run_off(reading: Reading, source: Source, ballot: Ballot, number: int) -> None:
    stage = source.get("stage")
    given = {
        "key": _key_of_run_off(source, ballot.key, number),
        "run_off_of": ballot.id,
        "stage": reading.names.read(stage, "stage") if stage else ballot.stage,
    }
    usual = {name: held for name, held in RUN_OFF.items() if source.get(name) is None}
    _read_ballot(reading, source, given | usual)


def _read_options(reading: Reading, source: Source, ballot: Ballot) -> dict[str, Id]:
    """Reads `items`, `picked` and `kept`; gives each option's id by what it is called."""
    picked, kept = places(source, "picked"), places(source, "kept")
    options: dict[str, Id] = {}
    for number, item in enumerate(source.each("items"), 1):
        label = f"#{number}" if item.is_mapping else item.name
        if label in options:
            item.fail_twice()
        typed = item.get("text") if item.is_mapping else None
        if typed is not None:
            what: dict[str, Any] = {"text": reading.column(Option, "text", typed)}
            item.finish()
        else:
            table, id = reading.names.read_either(item, OPTIONS)
            what = {table: id}
        chosen: Any = {"picked": picked.pop(label, None), "kept": kept.pop(label, None)}
        option = reading.put(item, Option(ballot=ballot.id, **chosen, **what))
        options[label] = option.id
    for name, left in (("picked", picked), ("kept", kept)):
        if left:
            _option(source.need(name), next(iter(left)), options)
    return options


def places(source: Source, name: str) -> dict[str, int]:
    """Each name of a list, or the one that stands alone, with its place from 1."""
    found: dict[str, int] = {}
    for item in source.parts(name):
        if item.name in found:
            item.fail_twice()
        found[item.name] = len(found) + 1
    return found


def _option(source: Source, label: str, options: dict[str, Id]) -> Id:
    if label not in options:
        source.fail(f"an option of this ballot ({', '.join(options) or 'there is none'})", label)
    return options[label]


def _read_votes(reading: Reading, source: Source, ballot: Ballot, options: dict[str, Id]) -> None:
    typed = {item.name: item for item in source.each("entered_by_facilitator")}
    for name, paper in source.entries("votes"):
        who = reading.names.read_key(paper, "participant", name)
        by_facilitator = typed.pop(name, None) is not None
        slip = reading.put(
            paper, Slip(ballot=ballot.id, participant=who, entered_by_facilitator=by_facilitator)
        )
        if paper.is_mapping:
            for label, dots in paper.fields().items():
                option = _option(dots, label, options)
                reading.put(dots, Dot(slip=slip.id, option=option, dots=dots.plain))
        else:
            option = _option(paper, paper.name, options)
            reading.put(paper, Dot(slip=slip.id, option=option, dots=1))
    for item in typed.values():
        item.fail("someone who voted")


def write(writing: Writing) -> dict[str, Plain]:
    """The section `ballots`."""
    ballots = [row for row in writing.table(Ballot) if row.run_off_of is None]
    return set_fields(ballots=[_ballot(writing, row) for row in ballots])


def option_labels(writing: Writing, ballot: Ballot) -> dict[int, Plain]:
    """What each option of a ballot is called: its name, or its number behind a #."""
    labels: dict[int, Plain] = {}
    for number, row in enumerate(writing.table(Option).where("ballot", ballot.id), 1):
        item = _item(writing, row)
        labels[row.id] = f"#{number}" if isinstance(item, dict) else item
    return labels


def _item(writing: Writing, row: Option) -> Plain:
    for table in OPTIONS:
        id = getattr(row, table)
        if id is not None:
            return writing.names.write_either(table, id, OPTIONS)
    return {"text": row.text}


def _ballot(writing: Writing, row: Ballot) -> dict[str, Plain]:
    labels = option_labels(writing, row)
    options = writing.table(Option).where("ballot", row.id)
    round = rounds.round_of(writing, "ballot", row.id)
    functions = writing.table(BallotFunction).where("ballot", row.id)
    picked = _by_place(options, "picked", labels)
    return {
        **writing.fields(row),
        **rounds.write_round(writing, round),
        **set_fields(functions=[writing.name("function", item.function) for item in functions]),
        "items": [_item(writing, option) for option in options],
        **_votes(writing, row, labels),
        **set_fields(
            picked=picked[0] if len(picked) == 1 else picked,
            kept=_by_place(options, "kept", labels),
            voices=[writing.fields(v) for v in writing.table(Voice).where("ballot", row.id)],
        ),
        **rounds.write_counts(writing, round, lambda count: labels[count.option or 0]),
        **_run_offs(writing, row),
        **_result(writing, row, labels),
    }


def _result(writing: Writing, ballot: Ballot, labels: dict[int, Plain]) -> dict[str, Plain]:
    """The ranking, once anything was cast; it is made anew whenever it is written."""
    tally = figures.tally_of(writing.workshop, ballot)
    if not tally.total_dots:
        return {}
    is_run_off = ballot.run_off_of is not None
    return {
        "result": [
            {
                "item": labels[standing.option],
                "dots": standing.dots,
                **({} if is_run_off else {"voters": standing.voters}),
            }
            for standing in tally.standings
        ]
    }


def _by_place(options: list[Option], column: str, labels: dict[int, Plain]) -> list[Plain]:
    placed = [row for row in options if getattr(row, column) is not None]
    return [labels[row.id] for row in sorted(placed, key=lambda row: getattr(row, column))]


def _votes(writing: Writing, ballot: Ballot, labels: dict[int, Plain]) -> dict[str, Plain]:
    """The ballot papers by voter, and whose the facilitator typed in."""
    votes = {}
    typed = []
    for slip in writing.table(Slip).where("ballot", ballot.id):
        who = writing.name("participant", slip.participant)
        dots = writing.table(Dot).where("slip", slip.id)
        single = ballot.dots == 1 and len(dots) == 1 and dots[0].dots == 1
        paper = {labels[dot.option]: dot.dots for dot in dots}
        votes[who] = next(iter(paper)) if single else paper
        typed += [who] if slip.entered_by_facilitator else []
    return set_fields(votes=votes, entered_by_facilitator=typed)


def _run_offs(writing: Writing, ballot: Ballot) -> dict[str, Plain]:
    parts = []
    for number, row in enumerate(writing.table(Ballot).where("run_off_of", ballot.id), 1):
        fields = _ballot(writing, row)
        same = {
            "id": run_off_key(ballot.key, number),
            "stage": writing.stage(ballot.stage),
            **RUN_OFF,
        }
        parts.append({name: held for name, held in fields.items() if same.get(name) != held})
    return section("run_off", parts)
