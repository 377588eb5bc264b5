"""The alignment check: signs of rowing apart, rated by each person or counted by group."""

from __future__ import annotations

from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, section, set_fields, stage_key
from workshop.interchange.names import Id
from workshop.interchange.sections import rounds
from workshop.interchange.sections.ballots import places
from workshop.interchange.source import Source
from workshop.records.rounds import AlignmentCheck, Rating, Round, Sign, SignRemark

SCALE = {"min": "min", "max": "max", "labels": "labels"}
CHOSEN = {"discussed": "discussed", "watch": "to_watch"}
"""Column of a sign to the list that names it."""


def declare(reading: Reading, root: Source) -> None:
    """Gives signs their ids."""
    for check in root.parts("alignment_check"):
        stage = check.need("stage").name
        for item in check.each("ratings"):
            reading.declare("sign", item.need("sign"), stage)


def read(reading: Reading, root: Source) -> None:
    """Reads the section `alignment_check`."""
    for source in root.parts("alignment_check"):
        key = stage_key(source)
        given = reading.parts(AlignmentCheck, source, "scale", SCALE)
        check = reading.add(AlignmentCheck, source, **given)
        round = rounds.read_round(reading, source, "alignment_check", check.id)
        chosen = {column: places(source, name) for column, name in CHOSEN.items()}
        for item in source.each("ratings"):
            name = item.need("sign").name
            ranks = {column: ranked.pop(name, None) for column, ranked in chosen.items()}
            id = reading.names.read(item.need("sign"), "sign", key)
            reading.add(Sign, item, key, id=id, alignment_check=check.id, **ranks)
            _read_entries(reading, item, id, round)
        for column, left in chosen.items():
            if left:
                source.need(CHOSEN[column]).fail("signs that were rated", next(iter(left)))
        reading.add_all(SignRemark, source, "remarks", key)
        source.finish()


def _read_entries(reading: Reading, source: Source, sign: Id, round: rounds.ReadRound) -> None:
    values = source.get("values")
    if values is not None:
        rounds.read_entries(reading, Rating, values, round.order, sign=sign)
    for group, value, times in rounds.read_counts(source, round.groups):
        rounds.read_value_count(reading, times, group, value, sign=sign)
    source.finish()


def write(writing: Writing) -> dict[str, Plain]:
    """The section `alignment_check`."""
    checks = [_check(writing, row) for row in writing.table(AlignmentCheck)]
    return section("alignment_check", checks)


def _check(writing: Writing, row: AlignmentCheck) -> dict[str, Plain]:
    round = rounds.round_of(writing, "alignment_check", row.id)
    signs = writing.table(Sign).where("alignment_check", row.id)
    ids = {sign.id for sign in signs}
    remarks = [item for item in writing.table(SignRemark) if item.sign in ids]
    key = writing.stage(row.stage)
    return {
        **writing.fields(row),
        **rounds.write_round(writing, round),
        "scale": {"min": row.min, "max": row.max, **writing.part(row, SCALE)},
        "ratings": [_sign(writing, sign, round) for sign in signs],
        **set_fields(
            **{name: _by_place(signs, column) for column, name in CHOSEN.items()},
            remarks=[writing.fields(item, key) for item in remarks],
        ),
    }


def _by_place(signs: list[Sign], column: str) -> list[Plain]:
    placed = [row for row in signs if getattr(row, column) is not None]
    return [row.key for row in sorted(placed, key=lambda row: getattr(row, column))]


def _sign(writing: Writing, row: Sign, round: Round | None) -> Plain:
    ratings = writing.table(Rating).where("sign", row.id)
    order = rounds.order_of(writing, round)
    return {
        **writing.fields(row),
        **set_fields(values=rounds.write_entries(writing, ratings, order) if ratings else None),
        **rounds.write_counts(writing, round, lambda count: count.value, sign=row.id),
    }
