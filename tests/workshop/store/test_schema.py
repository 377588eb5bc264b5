"""Memory accepts what the file accepts: limits, rules and unique values, each tried in both."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest

from tests.builders import a_value
from workshop.columns import Column
from workshop.conditions import Holds
from workshop.errors import Invalid
from workshop.fields import (
    MOST_JSON,
    Choice,
    Flag,
    Key,
    Number,
    Reference,
    Text,
    Texts,
    Whole,
    as_json,
)
from workshop.state import Workshop, check_record
from workshop.store.connection import connect
from workshop.store.rows import layout
from workshop.store.schema import OWN_TABLES, quoted, schema
from workshop.tables import TableInfo, tables


@pytest.fixture(scope="module")
def empty() -> Iterator[sqlite3.Connection]:
    """A file's schema, without a file and without references."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for each in schema():
        connection.execute(each.sql)
    connection.execute("PRAGMA foreign_keys=OFF")
    yield connection
    connection.close()


def memory_takes(info: TableInfo, record: Any) -> bool:
    """Whether it does, as far as the file can know: `Holds` is for memory alone."""
    rules = tuple(rule for rule in info.rules if not isinstance(rule, Holds))
    try:
        check_record(dataclasses.replace(info, rules=rules), record)
    except Invalid:
        return False
    return True


def file_takes(connection: sqlite3.Connection, info: TableInfo, records: Iterable[Any]) -> bool:
    connection.execute("BEGIN")
    try:
        connection.executemany(layout(info.name).insert, map(row, records))
    except sqlite3.IntegrityError:
        return False
    finally:
        connection.execute("ROLLBACK")
    return True


def row(record: Any) -> list[Any]:
    """A row, also of a record that memory refuses."""
    values = []
    for column in tables_by_class[type(record)].columns:
        held = getattr(record, column.name)
        in_json = column.kind.in_json and held is not None
        values.append(as_json(column.kind.to_plain(held)) if in_json else held)
    return values


tables_by_class = {info.cls: info for info in tables().values()}


def edges(column: Column) -> list[Any]:  # noqa: PLR0911 (one per kind)
    """Values at and just past the limits of a column."""
    kind: Any = column.kind
    if column.name == "id":  # a record without a row has the id 0
        return [kind.high, kind.high + 1]
    match kind:
        case Text():
            lengths = (kind.least - 1, kind.least, kind.limit, kind.limit + 1)
            return [each * n for n in lengths if n >= 0 for each in ("x", "é", "\U0001f600")]
        case Key():
            return [
                "a",
                "a-1_z",
                "a" * kind.limit,
                "a" * (kind.limit + 1),
                "",
                "A",
                "a b",
                "1",
                "é",
            ]
        case Choice():
            return [*kind.values, "", "no such word"]
        case Whole():
            return [kind.low - 1, kind.low, kind.high, kind.high + 1, kind.low + 0.5]
        case Number():
            past = [
                kind.low - abs(kind.low) * 1e-3 - 1e-9,
                kind.high + abs(kind.high) * 1e-3 + 1e-9,
            ]
            return [kind.low, kind.high, 3, 3.25, "3", *past]
        case Flag():
            return [True, False, 2, "yes"]
        case Texts() if not kind.values and kind.limit > 1000:
            line = "x" * 1000
            lists = [(line,) * (MOST_JSON // 1003), (line,) * (MOST_JSON // 1003) + ("x" * 96,)]
            room = MOST_JSON - len(as_json(list(lists[0]))) - 3
            return [*lists, (*lists[0], "x" * room), (*lists[0], "x" * (room + 1)), ()]
    return []


@pytest.mark.parametrize("name", tables())
def test_limits_of_fields_are_the_same_in_memory_and_in_the_file(
    name: str, full: Workshop, empty: sqlite3.Connection
) -> None:
    info = tables()[name]
    record = next(iter(full.table(name)))
    for column in info.columns:
        # SQLite gives a row an id of its own where it has none; records always have one.
        for value in edges(column) + [None] * (column.name != "id"):
            changed = dataclasses.replace(record, **{column.name: value})
            in_memory = memory_takes(info, changed)
            assert in_memory == file_takes(empty, info, [changed]), (column.name, value)


@pytest.mark.parametrize("name", [name for name, info in tables().items() if info.rules])
def test_rules_between_fields_are_the_same_in_memory_and_in_the_file(
    name: str, full: Workshop, empty: sqlite3.Connection
) -> None:
    info = tables()[name]
    record = next(iter(full.table(name)))
    seen = set()
    rules = [rule for rule in info.rules if not isinstance(rule, Holds)]
    for rule in rules:
        columns = [column for column in info.columns if column.name in rule.names]
        for changed in tried(record, columns):
            in_memory = memory_takes(info, changed)
            assert in_memory == file_takes(empty, info, [changed]), (rule.words, changed)
            seen.add((rule, in_memory))
    assert seen == {(rule, kept) for rule in rules for kept in (True, False)}


def tried(record: Any, columns: list[Column]) -> Iterator[Any]:
    """The record with each combination of values in two columns; of more, with some of them set
    and the others not."""
    names = [column.name for column in columns]
    if len(columns) < 3:
        for values in product(*map(several, columns)):
            yield dataclasses.replace(record, **dict(zip(names, values, strict=True)))
        return
    for count in (0, 1, 2, len(columns)):
        for chosen in combinations(columns, count):
            for blank in (None, ""):
                yield with_set(record, columns, chosen, blank)


def several(column: Column) -> list[Any]:
    """A few values that the column takes."""
    kind: Any = column.kind
    limits = [getattr(kind, name, None) for name in ("low", "high")]
    usual = [1, 2] if isinstance(kind, Reference) else [a_value(column, "x", 1), *limits]
    values = [None, "", False, True, *getattr(kind, "values", ()), *usual]
    return [value for value in values if column.takes(value)]


def with_set(
    record: Any, columns: Iterable[Column], chosen: Iterable[Column], blank: str | None
) -> Any:
    """The record with the chosen columns set and the others not, None or empty where they may."""
    values: dict[str, Any] = {}
    for column in columns:
        if column in chosen:
            is_reference = isinstance(column.kind, Reference)
            values[column.name] = 1 if is_reference else a_value(column, "x", 1)
        elif column.optional:
            can_be_empty = blank == "" and column.kind.takes("")
            values[column.name] = "" if can_be_empty else None
        else:
            last = (getattr(column.kind, "values", ()) or ("",))[-1]
            several = ("", False, (), last)
            values[column.name] = next(each for each in several if column.kind.takes(each))
    return dataclasses.replace(record, **values)


@pytest.mark.parametrize("name", [name for name, info in tables().items() if info.uniques])
def test_unique_values_are_the_same_in_memory_and_in_the_file(
    name: str, full: Workshop, empty: sqlite3.Connection
) -> None:
    info = tables()[name]
    first = next(iter(full.table(name)))
    twin = dataclasses.replace(first, id=first.id + 1)
    verdicts = set()
    for one, other in pairs(info, first, twin):
        if memory_takes(info, one) and memory_takes(info, other):
            clash = any(
                rule.value(one) is not None and rule.value(one) == rule.value(other)
                for rule in info.uniques
            )
            assert file_takes(empty, info, [one, other]) == (not clash), (one, other)
            verdicts.add(clash)
    assert verdicts == {True, False}


def pairs(info: TableInfo, one: Any, other: Any) -> Iterator[tuple[Any, Any]]:
    """Two records that are equal, that differ in one or all of the fields that are unique
    together, or have nothing there."""
    yield one, other
    names = {name for rule in info.uniques for name in (*rule.fields, rule.where) if name}
    columns = [column for column in info.columns if column.name in names]
    different = {column.name: another(column, getattr(one, column.name)) for column in columns}
    yield one, dataclasses.replace(other, **different)
    for column in columns:
        name = column.name
        yield one, dataclasses.replace(other, **{name: different[name]})
        others = {each: value for each, value in different.items() if each != name}
        yield one, dataclasses.replace(other, **others)
        for empty in [None] * column.optional + [False, ""]:
            if column.optional or column.kind.takes(empty):
                blank = {name: empty}
                yield dataclasses.replace(one, **blank), dataclasses.replace(other, **blank)
                yield (
                    dataclasses.replace(one, **blank),
                    dataclasses.replace(other, **others, **blank),
                )


def another(column: Column, value: Any) -> Any:
    """A value of this column that is not this one."""
    kind: Any = column.kind
    if isinstance(kind, Choice):
        return next(each for each in kind.values if each != value)
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return ("z" if value[:1] != "z" else "y") + value[1:]
    return kind.low + 1 if isinstance(kind, Whole) and value == kind.high else (value or 0) + 1


def test_no_record_table_has_the_name_of_one_of_the_files_own() -> None:
    assert not set(tables()) & set(OWN_TABLES)


def test_every_table_keeps_its_id_as_a_key_that_is_never_empty(empty: sqlite3.Connection) -> None:
    for name in tables():
        info = {each[1]: each for each in empty.execute(f"PRAGMA table_info({quoted(name)})")}
        assert info["id"][2:] == ("INTEGER", 1, None, 1), name


def test_numbers_that_people_enter_stay_as_they_were_entered(
    full: Workshop, empty: sqlite3.Connection
) -> None:
    columns = [
        (info, column)
        for info in tables().values()
        for column in info.columns
        if isinstance(column.kind, Number)
    ]
    assert columns
    for info, column in columns:
        record = next(each for each in full.table(info.name))
        for value in (1, 1.0, 0.1):
            changed = dataclasses.replace(record, **{column.name: value})
            empty.execute("BEGIN")
            empty.execute(layout(info.name).insert, row(changed))
            found = empty.execute(f"SELECT {quoted(column.name)} FROM {quoted(info.name)}")
            assert repr(found.fetchone()[0]) == repr(value)
            empty.execute("ROLLBACK")


def test_the_largest_row_and_its_images_stay_below_the_limit_of_a_value() -> None:
    """A record holds at most as much text as its columns say; a change has two images of it, with
    every quotation mark escaped."""
    with closing(connect(Path("unused"), "memory")) as connection:
        limit = connection.getlimit(sqlite3.SQLITE_LIMIT_LENGTH)
    for info in tables().values():
        characters = sum(largest(column) for column in info.columns)
        assert 2 * (4 * characters + 10_000) < limit, info.name


def largest(column: Column) -> int:
    """The most characters a column can hold as JSON."""
    limit: int = MOST_JSON if column.kind.in_json else getattr(column.kind, "limit", 40)
    return limit
