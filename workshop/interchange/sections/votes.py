"""Ballots and run-offs, and the alignment check."""

from __future__ import annotations

from typing import Any

from workshop import figures
from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, section, sections, set_fields
from workshop.interchange.names import Id
from workshop.interchange.sections import rounds
from workshop.interchange.source import Source
from workshop.records.rounds import (
    AlignmentCheck,
    Ballot,
    BallotFunction,
    Count,
    Dot,
    Option,
    Rating,
    Sign,
    SignRemark,
    Slip,
    Voice,
)

OPTIONS = ("cluster", "opportunity", "note")
RUN_OFF: dict[str, Any] = {"dots": 1, "max_per_item": 1}
"""What a run-off has unless it says otherwise."""


def declare(reading: Reading, root: Source) -> None:
    """Gives ballots and signs their ids."""
    listed = root.get("ballots")
    for item in listed.items() if listed else ():
        _declare_ballot(reading, item, item.need("id"))
    for check in sections(root, "alignment_check"):
        stage = str(check.need("stage").plain)
        ratings = check.get("ratings")
        for item in ratings.items() if ratings else ():
            reading.declare("sign", item.need("sign"), stage)


def _declare_ballot(reading: Reading, source: Source, name: Source | None) -> None:
    if name is not None:
        reading.declare("ballot", name)
    for run_off in sections(source, "run_off"):
        _declare_ballot(reading, run_off, run_off.get("id"))


def read(reading: Reading, root: Source) -> None:
    """Reads `ballots` and `alignment_check`."""
    listed = root.get("ballots")
    for item in listed.items() if listed else ():
        stage = reading.names.read(item.need("stage"), "stage")
        key = str(item.need("id").plain)
        _read_ballot(reading, item, {"stage": stage, "key": key})
    for check in sections(root, "alignment_check"):
        _read_check(reading, check)


def _read_ballot(reading: Reading, source: Source, given: dict[str, Any]) -> None:
    id: Id = reading.names.find("ballot", given["key"]) or reading.workshop.next_id("ballot")
    ballot = reading.add(Ballot, source, id=id, **given)
    round = rounds.read_round(reading, source, "ballot", id)
    functions = source.get("functions")
    for item in functions.items() if functions else ():
        function = reading.names.read(item, "function")
        reading.put(item, BallotFunction(ballot=id, function=function))
    options = _read_options(reading, source, ballot)
    _read_votes(reading, source, ballot, options)
    for group, label, times in rounds.read_counts(source.get("counts"), round.groups):
        option = _option(times, label, options)
        rounds.read_count(reading, times, group, option=option)
    voices = source.get("voices")
    for item in voices.items() if voices else ():
        reading.add(Voice, item, ballot=id)
        item.finish()
    _read_run_offs(reading, source, ballot)
    source.get("result")
    source.finish()


def _read_run_offs(reading: Reading, source: Source, ballot: Ballot) -> None:
    for number, run_off in enumerate(sections(source, "run_off"), 1):
        named = run_off.get("id")
        given: dict[str, Any] = {
            "key": str(named.plain) if named else run_off_key(ballot.key, number),
            "run_off_of": ballot.id,
        }
        stage = run_off.get("stage")
        given["stage"] = reading.names.read(stage, "stage") if stage else ballot.stage
        given |= {name: held for name, held in RUN_OFF.items() if run_off.get(name) is None}
        _read_ballot(reading, run_off, given)


def run_off_key(ballot: str, number: int) -> str:
    """What the run-off of a ballot is called unless it has a name of its own."""
    return f"{ballot[:60]}-run-off" + (f"-{number}" if number > 1 else "")


def _read_options(reading: Reading, source: Source, ballot: Ballot) -> dict[str, Id]:
    """Reads `items`, `picked` and `kept`; gives each option's id by what it is called."""
    picked, kept = _places(source, "picked"), _places(source, "kept")
    options: dict[str, Id] = {}
    listed = source.get("items")
    for number, item in enumerate(listed.items() if listed else (), 1):
        label = f"#{number}" if item.is_mapping else str(item.plain)
        typed = item.get("text") if item.is_mapping else None
        if typed is not None:
            what: dict[str, Any] = {"text": typed.plain}
        else:
            table, id = reading.names.read_either(item, OPTIONS)
            what = {table: id}
        if item.is_mapping:
            item.finish()
        places: Any = {"picked": picked.pop(label, None), "kept": kept.pop(label, None)}
        option = reading.put(item, Option(ballot=ballot.id, **places, **what))
        options[label] = option.id
    for name, left in (("picked", picked), ("kept", kept)):
        if left:
            source.need(name).fail(
                "options of this ballot: " + ", ".join(options), next(iter(left))
            )
    return options


def _places(source: Source, name: str) -> dict[str, int]:
    listed = source.get(name)
    if listed is None:
        return {}
    return {str(item.plain): place for place, item in enumerate(listed.one_or_many(), 1)}


def _option(source: Source, label: str, options: dict[str, Id]) -> Id:
    if label not in options:
        source.fail("an option of this ballot: " + ", ".join(options), label)
    return options[label]


def _read_votes(reading: Reading, source: Source, ballot: Ballot, options: dict[str, Id]) -> None:
    votes = source.get("votes")
    typed = source.get("entered_by_facilitator")
    by_facilitator = {str(item.plain) for item in typed.items()} if typed else set()
    for name, paper in votes.fields().items() if votes else ():
        who = reading.names.find("participant", name)
        if who is None:
            paper.fail("a participant of this workshop", name)
        slip = reading.put(
            paper,
            Slip(ballot=ballot.id, participant=who, entered_by_facilitator=name in by_facilitator),
        )
        if paper.is_mapping:
            for label, dots in paper.fields().items():
                option = _option(dots, label, options)
                reading.put(dots, Dot(slip=slip.id, option=option, dots=dots.plain))
        else:
            option = _option(paper, str(paper.plain), options)
            reading.put(paper, Dot(slip=slip.id, option=option, dots=1))


def _read_check(reading: Reading, source: Source) -> None:
    key = str(source.need("stage").plain)
    scale = source.get("scale")
    given: dict[str, Any] = {}
    if scale is not None:
        given = {name: scale.need(name).plain for name in ("min", "max")}
        labels = scale.get("labels")
        given["labels"] = tuple(labels.plain) if labels else ()
        scale.finish()
    check = reading.add(AlignmentCheck, source, **given)
    round = rounds.read_round(reading, source, "alignment_check", check.id)
    discussed, watch = _places(source, "discussed"), _places(source, "to_watch")
    ratings = source.get("ratings")
    for item in ratings.items() if ratings else ():
        name = str(item.need("sign").plain)
        places = {"discussed": discussed.pop(name, None), "watch": watch.pop(name, None)}
        _read_sign(reading, item, key, {"alignment_check": check.id, **places}, round)
    for place, left in (("discussed", discussed), ("to_watch", watch)):
        if left:
            source.need(place).fail("signs that were rated", next(iter(left)))
    remarks = source.get("remarks")
    for item in remarks.items() if remarks else ():
        reading.add(SignRemark, item, key)
        item.finish()
    source.finish()


def _read_sign(
    reading: Reading, source: Source, key: str, given: dict[str, Any], round: rounds.ReadRound
) -> None:
    id = reading.names.read(source.need("sign"), "sign", key)
    reading.add(Sign, source, key, id=id, **given)
    values = source.get("values")
    for item, entry in rounds.read_entries(reading, values, round.order) if values else ():
        reading.put(item, Rating(sign=id, participant=entry.participant, value=entry.value,
                                 voice_of=entry.voice_of))  # fmt: skip
    for group, value, times in rounds.read_counts(source.get("counts"), round.groups):
        rounds.read_count(reading, times, group, value, sign=id)
    source.finish()


def write(writing: Writing) -> dict[str, Plain]:
    """The sections of votes and ratings."""
    ballots = [row for row in writing.table(Ballot) if row.run_off_of is None]
    checks = [_check(writing, row) for row in writing.table(AlignmentCheck)]
    return {
        **set_fields(ballots=[_ballot(writing, row) for row in ballots]),
        **section("alignment_check", checks),
    }


def option_labels(writing: Writing, ballot: Ballot) -> dict[int, Plain]:
    """What each option of a ballot is called."""
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
    slips = writing.table(Slip).where("ballot", row.id)
    counts = rounds.write_counts(writing, round, lambda count: labels[count.option or 0])
    return {
        **writing.fields(row),
        **rounds.write_round(writing, round),
        **set_fields(functions=[writing.name("function", item.function) for item in functions]),
        "items": [_item(writing, option) for option in options],
        **set_fields(
            votes=_votes(writing, row, labels),
            entered_by_facilitator=[
                writing.name("participant", slip.participant)
                for slip in slips
                if slip.entered_by_facilitator
            ],
            picked=_one_or_list(_by_place(options, "picked", labels)),
            kept=_by_place(options, "kept", labels),
            voices=[writing.fields(v) for v in writing.table(Voice).where("ballot", row.id)],
        ),
        **counts,
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


def _one_or_list(items: list[Plain]) -> Plain:
    return items[0] if len(items) == 1 else items


def _by_place(options: list[Option], column: str, labels: dict[int, Plain]) -> list[Plain]:
    placed = [row for row in options if getattr(row, column) is not None]
    return [labels[row.id] for row in sorted(placed, key=lambda row: getattr(row, column))]


def _votes(writing: Writing, ballot: Ballot, labels: dict[int, Plain]) -> Plain:
    votes = {}
    for slip in writing.table(Slip).where("ballot", ballot.id):
        dots = writing.table(Dot).where("slip", slip.id)
        paper: Plain = {labels[dot.option]: dot.dots for dot in dots}
        if ballot.dots == 1 and len(dots) == 1 and dots[0].dots == 1:
            paper = labels[dots[0].option]
        votes[writing.name("participant", slip.participant)] = paper
    return votes


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


def _check(writing: Writing, row: AlignmentCheck) -> dict[str, Plain]:
    round = rounds.round_of(writing, "alignment_check", row.id)
    order = rounds.order_of(writing, round)
    signs = writing.table(Sign).where("alignment_check", row.id)
    names = {sign.id: sign.key for sign in signs}
    remarks = [item for item in writing.table(SignRemark) if item.sign in names]
    key = writing.stage(row.stage)
    return {
        **writing.fields(row),
        **rounds.write_round(writing, round),
        "scale": {"min": row.min, "max": row.max, **set_fields(labels=list(row.labels))},
        "ratings": [_sign(writing, sign, round, order) for sign in signs],
        **set_fields(
            discussed=_sign_places(signs, "discussed"),
            remarks=[writing.fields(item, key) for item in remarks],
            to_watch=_sign_places(signs, "watch"),
        ),
    }


def _sign_places(signs: list[Sign], column: str) -> list[Plain]:
    placed = [row for row in signs if getattr(row, column) is not None]
    return [row.key for row in sorted(placed, key=lambda row: getattr(row, column))]


def _sign(writing: Writing, row: Sign, round: Any, order: list[Id]) -> Plain:
    ratings = writing.table(Rating).where("sign", row.id)
    return {
        **writing.fields(row),
        **set_fields(values=rounds.write_entries(writing, ratings, order) if ratings else None),
        **rounds.write_counts(writing, round, _value, sign=row.id),
    }


def _value(count: Count) -> Plain:
    return count.value
