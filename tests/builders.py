"""Valid records and whole workshops, built from what the tables say of themselves.

`fill` makes a workshop with a row in every table; `make` adds one row of any table with all it must
refer to; `board_of` makes a board with so many notes.
"""

from __future__ import annotations

from typing import Any

from workshop.codes import Colour, Json, Letters, Zone
from workshop.columns import Column, Setup, Value, column_of, columns
from workshop.conditions import Differ, Needs, Only, Rising, Rule, rules_of
from workshop.dates import Horizon, Moment
from workshop.fields import (
    Choice,
    Flag,
    Key,
    Number,
    Reference,
    StageKeys,
    Text,
    Texts,
    Whole,
    Wholes,
)
from workshop.integrity import PREVIOUS_BRIEF
from workshop.records.agenda import Board, Stage
from workshop.records.details import Details
from workshop.records.notes import Cluster, Note
from workshop.records.people import SHAPES, Function, Participant
from workshop.setups import settings_types
from workshop.state import NUMBERS, Workshop
from workshop.tables import TableInfo, tables

MOMENTS = {"date": "2026-10-06", "time": "09:30", "stamp": "2026-10-06T10:20:00+01:00"}
CODES = {Colour: "#1151D6", Zone: "Europe/Dublin", Json: '{"sections": []}'}
SCALES = {"min", "max", "feeling_min", "feeling_max", "scale", "stand_in"}
"""Fields that bound other records or their number: they keep their defaults."""
WORDS = "A plain sentence with an é, a dash – and 漢字, as people write it when time is short."


def fill(workshop: Workshop) -> Workshop:
    """Adds at least one row to every table, nearly every field set; one stage of each kind, and
    one entry of a journey cell, which has no number. All constraints are kept."""
    with workshop.step("test.fill"):
        for kind in settings_types():
            make(workshop, "stage", kind=kind, key=kind.replace("_", "-"))
        for name in tables():
            if not len(workshop.table(name)):
                make(workshop, name)
        phase, lane = next(iter(workshop.table("phase"))), next(iter(workshop.table("lane")))
        workshop[Note].add(Note(stage=lane.stage, lane=lane.id, phase=phase.id, text="a cell"))
    return workshop


def make(workshop: Workshop, name: str, **given: Any) -> Any:
    """Adds one row of a table, with the first row of every table it refers to, which is made if
    there is none. Belongs inside a step."""
    return _make(workshop, name, given, frozenset())


def _make(workshop: Workshop, name: str, given: dict[str, Any], above: frozenset[str]) -> Any:
    info = tables()[name]
    number = len(workshop.table(name)) + 1
    above |= {name}
    fields = {**_of_its_own(workshop, name, number, set(given), above), **given}
    for column in _to_set(info, given, above):
        if column.name in fields:
            continue
        if isinstance(column.kind, Reference):
            rows = workshop.table(column.kind.table)
            row = next(iter(rows), None) or _make(workshop, column.kind.table, {}, above)
            fields[column.name] = row.id
        elif isinstance(column.kind, Setup):
            fields[column.name] = full_value(settings_types()[fields["kind"]])
        else:
            fields[column.name] = a_value(column, f"{name}-{number}", number)
    for rule in info.rules:
        if isinstance(rule, Differ) and not rule.holds(info.cls(**fields)):
            target = column_of(info.cls, rule.other).kind.table  # type: ignore[attr-defined]
            fields[rule.other] = _make(workshop, target, {}, above).id
    return workshop.table(name).add(info.cls(**fields))


def _of_its_own(  # noqa: PLR0911 (one per table)
    workshop: Workshop, name: str, number: int, given: set[str], above: frozenset[str]
) -> dict[str, Any]:
    """What no field or rule of a table says by itself, but for what is given."""
    match name:
        case "stage":
            return {"kind": "board"}
        case "note" if "nr" not in given:
            return {"nr": workshop.next_id(NUMBERS)}
        case "stage_feed" if "stage" not in given:  # nothing feeds itself
            return {"stage": _make(workshop, "stage", {}, above).id}
        case "group_phase" if "group" not in given:  # a group has a function or phases
            return {"group": _make(workshop, "group", {"function": None}, above).id}
        case "why":  # answers follow on each other
            return {"branch": 1, "from_level": 0, "level": number}
        case "parked_point" if "note" not in given:  # it lies in no stage
            lies = {"stage": None, "cluster": None, "lane": None, "phase": None}
            return {"note": _make(workshop, "note", lies, above).id}
    return {}


def _to_set(info: TableInfo, given: dict[str, Any], above: frozenset[str]) -> list[Column]:
    """The columns to give a value: all but those that a rule forbids beside another one, and
    references to what is being made."""
    left_out = {"id", *SCALES} - {column.name for column in info.columns if column.required}
    for rule in info.rules:
        if isinstance(rule, Only | Differ):
            name = rule.field if isinstance(rule, Only) else rule.other
            left_out |= {name} if column_of(info.cls, name).optional else set()
    for rule in info.rules:
        if isinstance(rule, Rule) and 1 in rule.counts:
            chosen = next((name for name in rule.fields if name in given), None)
            chosen = chosen or next(name for name in rule.fields if _can_be_set(info, name, above))
            left_out |= set(rule.fields) - {chosen}
    for rule in info.rules:
        if isinstance(rule, Rule) and 1 not in rule.counts and left_out & set(rule.fields):
            left_out |= set(rule.fields)
    left_out |= {
        rule.field for rule in info.rules if isinstance(rule, Needs) and rule.other in left_out
    }
    return [
        column
        for column in info.columns
        if column.name not in left_out
        and (not column.optional or _can_be_set(info, column.name, above))
    ]


def _can_be_set(info: TableInfo, name: str, above: frozenset[str]) -> bool:
    column = next(column for column in info.columns if column.name == name)
    return not (isinstance(column.kind, Reference) and column.kind.table in above)


def full_value(cls: type[Any], number: int = 1) -> Any:
    """Settings or a small value with nearly every field set."""
    name = cls.__name__.lower()
    to_set = [each for each in columns(cls) if each.required or each.name not in SCALES]
    fields = {column.name: a_value(column, name, number) for column in to_set}
    for rule in rules_of(cls):
        if isinstance(rule, Rising) and not rule.holds(cls(**fields)):
            fields[rule.low] = fields[rule.high]
    return cls(**fields)


def a_value(column: Column, name: str, number: int) -> Any:  # noqa: PLR0911, PLR0912 (one per kind)
    """A value that the column takes, different from its default where it can be."""
    kind: Any = column.kind
    if column.name == "colour":
        return "#336699"
    match kind:
        case Text():
            text = f"{column.name} {number}. {WORDS}"
            return text[: min(kind.limit, 90)].rstrip().ljust(kind.least, "x")
        case Letters():
            return chr(ord("A") + number // 26) + chr(ord("a") + number % 26)
        case Horizon():
            return MOMENTS["date"]
        case Colour() | Zone() | Json():
            return CODES[type(kind)]
        case Key():
            return f"{name}-{number}".replace("_", "-")
        case Choice():
            return next((each for each in kind.values if each != column.default), kind.values[0])
        case Whole():
            return max(kind.low, min(kind.high, 2 if column.default == 1 else 1))
        case Number():
            return max(kind.low, min(kind.high, 1.1))
        case Flag():
            return column.default is not True
        case Moment():
            return MOMENTS[kind.form]
        case Texts():
            is_stages = isinstance(kind, StageKeys)
            return (
                (PREVIOUS_BRIEF,) if is_stages else kind.values[:2] or ("the first", "the second")
            )
        case Wholes():
            return (kind.low, kind.high)
        case Value():
            made = [full_value(kind.type, each) for each in (1, 2)]
            return tuple(made) if kind.many else made[0]
    raise TypeError(f"no value for {kind!r}")


def board_of(notes: int) -> Workshop:
    """A workshop with one board of so many notes, by eleven people of seven functions, in clusters
    of nine."""
    workshop = Workshop()
    with workshop.step("test.board"):
        workshop[Details].add(Details(key="board", title="Board"))
        fields: dict[str, Any] = {"key": "board", "kind": "board", "title": "Board"}
        board = workshop[Stage].add(Stage(**fields, setup=settings_types()["board"]()))
        workshop[Board].add(Board(stage=board.id))
        functions = [
            workshop[Function].add(
                Function(
                    key=f"f{n}",
                    name=f"Function {n}",
                    letter="ABCDEFG"[n],
                    shape=SHAPES[n],
                    colour="#336699",
                )
            )
            for n in range(7)
        ]
        people = [
            workshop[Participant].add(
                Participant(key=f"p{n}", name=f"Person {n}", function=functions[n % 7].id)
            )
            for n in range(11)
        ]
        for n in range(notes):
            if n % 9 == 0:
                cluster = workshop[Cluster].add(Cluster(key=f"c{n}", stage=board.id))
            add_note(workshop, board.id, people[n % 11], cluster=cluster.id)
    return workshop


def add_note(workshop: Workshop, stage: int, by: Participant, **fields: Any) -> Note:
    """Adds a numbered note of about twelve words by a participant. Belongs inside a step."""
    number = workshop.next_id(NUMBERS)
    note = Note(
        nr=number,
        stage=stage,  # type: ignore[arg-type]
        function=by.function,
        author=by.id,
        text=f"Note {number} says in about a dozen words what somebody in the room thinks",
        **fields,
    )
    return workshop[Note].add(note)
