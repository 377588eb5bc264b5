"""The schema of a workshop file, made from what the records say of themselves.

Every text here is what SQLite keeps in `sqlite_master`, so that opening can compare letter by
letter. There are no triggers and no views: a file that has any is not ours.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator
from typing import Any

from workshop.columns import Column, by_name
from workshop.conditions import Holds, exactly_one
from workshop.fields import Kind, Reference, Whole
from workshop.tables import TableInfo, Unique, tables

APPLICATION_ID = 0x434F5857
"""`COXW` in the header of the file."""
SCHEMA_VERSION = 1
"""Stands in the file as `user_version`; a change of any text below needs the next number and a
migration."""

OWN_TABLES = {
    "meta": 'CREATE TABLE "meta" ("name" TEXT PRIMARY KEY NOT NULL, "value" TEXT NOT NULL)'
    " WITHOUT ROWID",
    "sequence": 'CREATE TABLE "sequence" ("name" TEXT PRIMARY KEY NOT NULL,'
    ' "highest" INTEGER NOT NULL) WITHOUT ROWID',
    "step": 'CREATE TABLE "step" ("id" INTEGER PRIMARY KEY NOT NULL, "at" TEXT NOT NULL,'
    ' "actor" TEXT NOT NULL, "label" TEXT NOT NULL, "facts" TEXT NOT NULL,'
    ' "undoable" INTEGER NOT NULL CHECK ("undoable" IN (0, 1)), "undoes" INTEGER,'
    ' "redoes" INTEGER, "joins" INTEGER NOT NULL CHECK ("joins" IN (0, 1)))',
    "change": 'CREATE TABLE "change" ("id" INTEGER PRIMARY KEY NOT NULL, "step" INTEGER NOT NULL'
    ' REFERENCES "step" ("id") DEFERRABLE INITIALLY DEFERRED, "record" TEXT NOT NULL,'
    ' "record_id" INTEGER NOT NULL, "old" TEXT, "new" TEXT,'
    ' CHECK ("old" IS NOT NULL OR "new" IS NOT NULL))',
    "picture": 'CREATE TABLE "picture" ("id" INTEGER PRIMARY KEY NOT NULL, "hash" TEXT NOT NULL,'
    ' "media_type" TEXT NOT NULL, "bytes" BLOB NOT NULL)',
}
"""The tables that hold no records."""
OWN_INDEXES = {
    "picture_by_hash": ("picture", 'CREATE UNIQUE INDEX "picture_by_hash" ON "picture" ("hash")')
}


@dataclasses.dataclass(frozen=True, slots=True)
class SchemaObject:
    """A table or index: its name, its table, and the statement that makes it."""

    type: str
    name: str
    table: str
    sql: str


@functools.cache
def schema() -> tuple[SchemaObject, ...]:
    """Everything a file of this version has in `sqlite_master`, in the order in which it is made.

    Column types and CHECKs come from the kinds of the fields and the rules between them; unique
    values are indexes, partial where a row counts only with some field set.
    """
    return tuple(_objects())


def _objects() -> Iterator[SchemaObject]:
    for name, sql in OWN_TABLES.items():
        yield SchemaObject("table", name, name, sql)
    for name, (table, sql) in OWN_INDEXES.items():
        yield SchemaObject("index", name, table, sql)
    for info in tables().values():
        yield SchemaObject("table", info.name, info.name, _table_sql(info))
        for rule in info.uniques:
            among = [rule.where] if rule.where and rule.where not in rule.fields else []
            name = "_".join((info.name, "by", *rule.fields, *among))
            yield SchemaObject("index", name, info.name, _index_sql(name, info, rule))


def quoted(name: str) -> str:
    """A table's or column's name as SQL; some of ours (`group`, `option`) are keywords."""
    return f'"{name}"'


def _table_sql(info: TableInfo) -> str:
    parts = [_column_sql(column) for column in info.columns]
    known = by_name(info.cls)
    parts += [f"CHECK ({rule.sql(known)})" for rule in info.rules if not isinstance(rule, Holds)]
    return f"CREATE TABLE {quoted(info.name)} ({', '.join(parts)})"


def _column_sql(column: Column) -> str:
    name = quoted(column.name)
    words = [name, column.kind.sql_type]
    if column.name == "id":
        words.append("PRIMARY KEY")
    if not column.optional:
        words.append("NOT NULL")
    if isinstance(column.kind, Reference):
        target = quoted(column.kind.table)
        words.append(f'REFERENCES {target} ("id") DEFERRABLE INITIALLY DEFERRED')
    check = stored_kind(column).sql_check(name)
    words.append(f"CHECK ({name} IS NULL OR {check})" if column.optional else f"CHECK ({check})")
    return " ".join(word for word in words if word)


def stored_kind(column: Column) -> Kind:
    """The kind of a column as it stands in a file, where a row always has an id, from 1."""
    kind: Any = column.kind
    if column.name == "id" and isinstance(kind, Whole):
        return dataclasses.replace(kind, low=max(1, kind.low))
    return column.kind


def _index_sql(name: str, info: TableInfo, rule: Unique) -> str:
    optional = {column.name for column in info.columns if column.optional}
    terms = [
        # In an index no NULL equals another; an empty blob, which no column takes, equals itself.
        f"ifnull({quoted(field)}, x'')" if rule.nulls and field in optional else quoted(field)
        for field in rule.fields
    ]
    if rule.fold:  # SQLite folds ASCII alone, so memory refuses all that the file would
        terms = [f"{term} COLLATE NOCASE" for term in terms]
    where = f" WHERE {exactly_one(rule.where).sql(by_name(info.cls))}" if rule.where else ""
    made = f"CREATE UNIQUE INDEX {quoted(name)} ON {quoted(info.name)}"
    return f"{made} ({', '.join(terms)}){where}"
