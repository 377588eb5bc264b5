"""Statements, positioning, announcements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, section, sections, set_fields
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


def declare(reading: Reading, root: Source) -> None:
    """Nothing here is called by a name elsewhere."""


def read(reading: Reading, root: Source) -> None:
    """Reads `statements`, `positioning` and `press_release`."""
    statements = root.get("statements")
    for key, source in statements.fields().items() if statements else ():
        _read_statement(reading, source, key)
    for source in sections(root, "positioning"):
        _read_positioning(reading, source)
    for source in sections(root, "press_release"):
        _read_press_release(reading, source)


def _read_statement(reading: Reading, source: Source, key: str) -> None:
    before = list(_before(source))
    given: dict[str, Any] = _read_tests(source)
    for item in before:
        if item.get("function") is None:
            since = item.get("since")
            given["before"] = str(item.need("text").plain)
            given["before_since"] = str(since.plain) if since else ""
    statement = reading.add(Statement, source, key=key, **given)
    for item in before:
        if item.get("function") is not None:
            reading.add(StatementBefore, item, statement=statement.id)
        item.finish()
    _read_drafts(reading, source, statement)
    merges = source.get("merges")
    for item in merges.items() if merges else ():
        reading.add(Merge, item, statement=statement.id, **_read_tests(item))
        item.finish()
    source.finish()


def _before(source: Source) -> Iterable[Source]:
    before = source.get("before")
    return before.one_or_many() if before else ()


def _read_tests(source: Source) -> dict[str, Any]:
    tests = source.get("tests")
    if tests is None:
        return {}
    given: dict[str, Any] = {}
    counts = []
    for name, hands in tests.fields().items():
        if name == OF:
            given["tests_of"] = hands.plain
        else:
            counts.append(TestCount(test=name, hands=hands.plain))
    return given | {"tests": tuple(counts)}


def _read_drafts(reading: Reading, source: Source, statement: Statement) -> None:
    drafts = source.get("drafts")
    for item in drafts.items() if drafts else ():
        draft = reading.add(Draft, item, statement=statement.id)
        read_link(reading, item, "draft", draft.id)
        authors = item.get("by")
        for named in authors.items() if authors else ():
            who = reading.names.read(named, "participant")
            reading.put(named, DraftAuthor(draft=draft.id, participant=who))
        item.finish()


def _read_positioning(reading: Reading, source: Source) -> None:
    lines = source.get("lines")
    given = {}
    for name in POSITIONING_LINES:
        line = lines.get(name) if lines else None
        if line is not None:
            given[name] = line.plain
    if lines is not None:
        lines.finish()
    positioning = reading.add(Positioning, source, **given)
    read_link(reading, source, "positioning", positioning.id)
    for name, cls in (("contested", Contested), ("claims", Claim)):
        listed = source.get(name)
        for item in listed.items() if listed else ():
            reading.add(cls, item, positioning=positioning.id)
            item.finish()
    source.finish()


def _read_press_release(reading: Reading, source: Source) -> None:
    voice = source.get("customer_voice")
    given: dict[str, Any] = {}
    if voice is not None:
        parts = {name: voice.get(name) for name in ("who", "text")}
        given = {f"voice_{name}": part.plain for name, part in parts.items() if part}
        voice.finish()
    release = reading.add(PressRelease, source, **given)
    read_link(reading, source, "press_release", release.id)
    conditions = source.get("must_be_true")
    for item in conditions.items() if conditions else ():
        condition = reading.add(MustBeTrue, item, press_release=release.id)
        read_link(reading, item, "must_be_true", condition.id)
        item.finish()
    writers = source.get("co_written_with")
    for named in writers.items() if writers else ():
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
    own: list[Plain] = []
    if row.before:
        own = [{"text": row.before, **set_fields(since=row.before_since)}]
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
        **set_fields(
            lines=set_fields(**{name: getattr(row, name) for name in POSITIONING_LINES}), **parts
        ),
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
            customer_voice=set_fields(who=row.voice_who, text=row.voice_text),
            must_be_true=conditions,
            co_written_with=[writing.name("participant", item.participant) for item in writers],
        ),
    }
