"""Statements, positioning, announcements."""

from __future__ import annotations

from typing import Any

from workshop.columns import column_of
from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, section, set_fields
from workshop.interchange.sections.notes import read_link, write_link
from workshop.interchange.source import Source
from workshop.records.writing import (
    POSITIONING_LINES,
    Claim,
    Contested,
    Draft,
    DraftAuthor,
    Merge,
    MustBeTrue,
    Positioning,
    PressRelease,
    PressReleaseWriter,
    Statement,
    StatementBefore,
    TestCount,
)

OF = "of"
"""Beside the counts of the tests: how many were asked."""
BEFORE = {"text": "before", "since": "before_since"}
LINES = {name: name for name in POSITIONING_LINES}
VOICE = {"who": "voice_who", "text": "voice_text"}


def declare(reading: Reading, root: Source) -> None:
    """Nothing here is called by a name elsewhere."""


def read(reading: Reading, root: Source) -> None:
    """Reads `statements`, `positioning` and `press_release`."""
    for key, source in root.entries("statements"):
        _read_statement(reading, source, key)
    for source in root.parts("positioning"):
        _read_positioning(reading, source)
    for source in root.parts("press_release"):
        _read_press_release(reading, source)


def _read_statement(reading: Reading, source: Source, key: str) -> None:
    if not column_of(Statement, "key").takes(key):
        source.fail(column_of(Statement, "key").kind.allowed(), key)
    given = _read_tests(reading, source)
    by_function = []
    for item in source.parts("before"):
        if item.get("function") is not None:
            by_function.append(item)
        elif "before" in given:
            item.fail("one sentence of all, and one for each function")
        else:
            item.need("text")
            given |= reading.part(Statement, item, BEFORE)
    statement = reading.add(Statement, source, key=key, **given)
    for item in by_function:
        reading.add(StatementBefore, item, statement=statement.id)
        item.finish()
    _read_drafts(reading, source, statement)
    for item in source.each("merges"):
        reading.add(Merge, item, statement=statement.id, **_read_tests(reading, item))
        item.finish()
    source.finish()


def _read_tests(reading: Reading, source: Source) -> dict[str, Any]:
    given: dict[str, Any] = {}
    counts = []
    for name, hands in source.entries("tests"):
        if name == OF:
            given["tests_of"] = reading.column(Statement, "tests_of", hands)
        elif not column_of(TestCount, "test").takes(name):
            hands.fail(column_of(TestCount, "test").kind.allowed(), name)
        else:
            counts.append(TestCount(test=name, hands=reading.column(TestCount, "hands", hands)))
    return given | {"tests": tuple(counts)}


def _read_drafts(reading: Reading, source: Source, statement: Statement) -> None:
    for item in source.each("drafts"):
        draft = reading.add(Draft, item, statement=statement.id)
        read_link(reading, item, "draft", draft.id)
        for named in item.each("by"):
            who = reading.names.read(named, "participant")
            reading.put(named, DraftAuthor(draft=draft.id, participant=who))
        item.finish()


def _read_positioning(reading: Reading, source: Source) -> None:
    given = reading.parts(Positioning, source, "lines", LINES)
    positioning = reading.add(Positioning, source, **given)
    read_link(reading, source, "positioning", positioning.id)
    reading.add_all(Contested, source, "contested", positioning=positioning.id)
    reading.add_all(Claim, source, "claims", positioning=positioning.id)
    source.finish()


def _read_press_release(reading: Reading, source: Source) -> None:
    given = reading.parts(PressRelease, source, "customer_voice", VOICE)
    release = reading.add(PressRelease, source, **given)
    read_link(reading, source, "press_release", release.id)
    for item in source.each("must_be_true"):
        condition = reading.add(MustBeTrue, item, press_release=release.id)
        read_link(reading, item, "must_be_true", condition.id)
        item.finish()
    for named in source.each("co_written_with"):
        who = reading.names.read(named, "participant")
        reading.put(named, PressReleaseWriter(press_release=release.id, participant=who))
    source.finish()


def write(writing: Writing) -> dict[str, Plain]:
    """The sections of what was written together."""
    statements = {row.key: _statement(writing, row) for row in writing.table(Statement)}
    positionings = [_positioning(writing, row) for row in writing.table(Positioning)]
    releases = [_press_release(writing, row) for row in writing.table(PressRelease)]
    return {
        **set_fields(statements=statements),
        **section("positioning", positionings),
        **section("press_release", releases),
    }


def _statement(writing: Writing, row: Statement) -> Plain:
    own: list[Plain] = [writing.part(row, BEFORE)] if row.before else []
    by_function = writing.table(StatementBefore).where("statement", row.id)
    before: Plain = [writing.fields(item) for item in by_function] + own
    if own and len(before) == 1:
        before = own[0]
    drafts = writing.table(Draft).where("statement", row.id)
    merges = writing.table(Merge).where("statement", row.id)
    return {
        **writing.fields(row),
        **set_fields(
            before=before,
            drafts=[_draft(writing, draft) for draft in drafts],
            merges=[{**writing.fields(merge), **_tests(merge)} for merge in merges],
        ),
        **_tests(row),
    }


def _tests(row: Statement | Merge) -> dict[str, Plain]:
    counts: dict[str, Plain] = {count.test: count.hands for count in row.tests}
    return set_fields(tests=counts | set_fields(**{OF: row.tests_of}))


def _draft(writing: Writing, row: Draft) -> Plain:
    authors = writing.table(DraftAuthor).where("draft", row.id)
    names = [writing.name("participant", item.participant) for item in authors]
    link = write_link(writing, "draft", row.id)
    return {**writing.fields(row), **link, **set_fields(by=names)}


def _positioning(writing: Writing, row: Positioning) -> dict[str, Plain]:
    parts = {
        name: [writing.fields(item) for item in writing.table(cls).where("positioning", row.id)]
        for name, cls in (("contested", Contested), ("claims", Claim))
    }
    return {
        **writing.fields(row),
        **write_link(writing, "positioning", row.id),
        **set_fields(lines=writing.part(row, LINES), **parts),
    }


def _press_release(writing: Writing, row: PressRelease) -> dict[str, Plain]:
    conditions = [
        {**writing.fields(item), **write_link(writing, "must_be_true", item.id)}
        for item in writing.table(MustBeTrue).where("press_release", row.id)
    ]
    writers = writing.table(PressReleaseWriter).where("press_release", row.id)
    return {
        **writing.fields(row),
        **write_link(writing, "press_release", row.id),
        **set_fields(
            customer_voice=writing.part(row, VOICE),
            must_be_true=conditions,
            co_written_with=[writing.name("participant", item.participant) for item in writers],
        ),
    }
