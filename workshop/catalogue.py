"""Every kind of record and field in words: `docs/data.md` is made of what the tables say.

python -m workshop.catalogue > docs/data.md
"""

from __future__ import annotations

import inspect
import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workshop.columns import Column, Setup, Value, columns
from workshop.conditions import rules_of
from workshop.fields import Reference
from workshop.interchange.sections import (
    agenda,
    alignment,
    consensus,
    feelings,
    findings,
    frame,
    rounds,
    wordings,
)
from workshop.setups import settings_types
from workshop.tables import TableInfo, tables

GROUPS = {
    "details": "The workshop itself",
    "people": "People",
    "agenda": "The agenda",
    "notes": "Notes",
    "rounds": "Votes and other rounds",
    "check_out": "The end of the day",
    "findings": "What was found out",
    "journey": "The journey",
    "writing": "Written together",
    "promises": "What was promised",
    "consensus": "Decisions",
}
"""Modules of records, in the order of a day, with their headings."""

PARTS: dict[str, dict[str, Mapping[str, str]]] = {
    "details": {"facilitator": frame.FACILITATOR},
    "rhythm": dict(frame.RHYTHM),
    "stage": {"facilitator_notes": agenda.NOTES, "fallback": agenda.FALLBACK},
    "alignment_check": {"scale": alignment.SCALE},
    "landscape": {
        f"{name}.{part}": names
        for name, parts in findings.LANDSCAPE.items()
        for part, names in parts.items()
    },
    "journey": {"emotion.scale": feelings.SCALE},
    "statement": {"before": wordings.BEFORE},
    "positioning": {"lines": wordings.LINES},
    "press_release": {"customer_voice": wordings.VOICE},
    "proposal": {name: names for name, (names, _) in consensus.PARTS.items()},
    "stance": {"": consensus.STANCE},
    **{name: {"": rounds.ENTRY} for name in ("rating", "card", "fingers")},
}
"""Fields that stand in a part of their own: table to part to names there."""

ALIKE = {
    "the order of the list": """
        cluster.place function.place phase.place stage.place
    """,
    "the value": """
        ballot_function.function blind_value.value contribution.text count.count
        draft_author.participant group_member.participant group_phase.phase hope.note
        milestone_function.function
        moment_opportunity.opportunity persona_writer.participant pod_area.moment pod_area.phase
        pod_member.participant pod_metric.metric presence.present
        press_release_writer.participant revealed_lane.function revealed_lane.lane
        round_group_function.function round_member.participant stage_feed.stage target.value
        why_note.note win_function.function word.text
    """,
    "the name in front of it": """
        blind_value.function blind_value.persona blind_value.phase card.persona card.phase
        contribution.function count.group count.option count.persona count.phase count.value
        fingers.participant slip.participant stance.participant statement.key target.persona
        target.phase word.participant
    """,
    "its place in the `order` of the round, or the name in front of it": """
        card.participant rating.participant
    """,
}
"""What is written in the same way: words to fields."""

ELSEWHERE = {field: words for words, fields in ALIKE.items() for field in fields.split()} | {
    "details.fiction_notice": "`fiction_notice`, beside `workshop`",
    "participant.seat": "`workshop.seating`, a list of participants",
    "stage.setup": "`setup`, see the settings of its kind",
    "stage.never_skip": "`catch_up.never_skip`, a list of stages",
    "stage.catch_up": "`catch_up.order`, a list of stages",
    "stage.short_minutes": "`short_version.changes[].to`, beside `stage`",
    "stage_input.source": "`from`",
    "board.by_function": "`lanes: functions`, or a list of lanes",
    "lane.on_board": "the order of `board.lanes`, else `on_board` in the stage's `lanes`",
    "lane.on_map": "the order of `journey.lanes`, else `on_map` of the lane",
    "note.loner": "`cluster: none`",
    "note.entered_by_facilitator": "`entered_by: facilitator`, or the facilitator's own key",
    "fingers.closing": "`closing` in the place of `roti`",
    "count.closing": "`closing_counts` in the place of `counts`",
    "round.attribution": "`attribution` of what it is a round of",
    "round.state": "`state` there; left out when `revealed`",
    "ballot.run_off_of": "the ballot it stands in",
    "option.cluster": "the value, or `{cluster: name}`",
    "option.note": "the value, or `{note: number}`",
    "option.opportunity": "the value, or `{opportunity: name}`",
    "option.text": "`{text: ...}`",
    "option.picked": "the order of `picked`",
    "option.kept": "the order of `kept`",
    "slip.entered_by_facilitator": "`ballots[].entered_by_facilitator`, a list",
    "dot.option": "the name in front of it, or `#` and its number",
    "dot.dots": "the value; a single dot of one is the option's name alone",
    "sign.discussed": "the order of `discussed`",
    "sign.watch": "the order of `to_watch`",
    "why.branch": "`branch` in the list `branch`; 0 is the list `chain`",
    "phase.owner": "`cells.owner`",
    "statement.tests": "`tests`, hands by test",
    "statement.tests_of": "`tests.of`",
    "merge.tests": "`tests`, hands by test",
    "merge.tests_of": "`tests.of`",
    "milestone.metric": "`serves`",
    "milestone.moment": "`serves`",
    "guardrail_line.column": "the list it stands in",
    "champion.phase": "`area`",
    "champion.moment": "`area`",
    "parked_point.proposal": "`ref`",
    "parked_point.action": "`ref`",
    "incentive.proposal": "`handled_in`",
    "incentive.roadblock": "`handled_in: {roadblock: number}`",
    "link.then": "`then`, beside the name",
}
"""How a field is written that stands in YAML neither under its own name nor in a part."""


def describe() -> str:
    """The whole page, as Markdown."""
    return "\n".join((introduction(), *_tables(), *_settings())).rstrip() + "\n"


def introduction() -> str:
    """What comes before the tables."""
    return Path(__file__).with_name("catalogue.md").read_text(encoding="utf-8")


def _tables() -> Iterator[str]:
    for module, heading in GROUPS.items():
        yield f"## {heading}\n"
        for info in tables().values():
            if info.cls.__module__ == f"workshop.records.{module}":
                yield from _table(info)


def _table(info: TableInfo) -> Iterator[str]:
    yield f"### {info.name}\n"
    yield f"{info.doc}\n"
    yield f"In YAML: {info.place}\n"
    yield from _fields(info.columns, info.name)
    conditions = [rule.words for rule in info.rules]
    conditions += [_unique(rule.fields, rule.where) for rule in info.uniques]
    conditions += [tie.words for tie in info.ties]
    conditions += [info.most.words] if info.most else []
    if conditions:
        yield "\n".join(f"- {words}" for words in conditions) + "\n"
    yield from _values(info.columns, "####")


def _unique(fields: tuple[str, ...], where: str) -> str:
    among = f", among those with {where}" if where else ""
    return f"no two agree in {' and '.join(fields)}{among}"


def _fields(found: tuple[Column, ...], table: str = "") -> Iterator[str]:
    rows = ["| field | in YAML | takes | default | meaning |", "|---|---|---|---|---|"]
    for column in found:
        if column.name != "id" or column.yaml:
            cells = (f"`{column.name}`", in_yaml(column, table), _takes(column), _default(column),
                     column.kind.doc)  # fmt: skip
            rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    yield "\n".join(rows) + "\n"


def in_yaml(column: Column, table: str = "") -> str:
    """How a field is written; raises KeyError where nothing says it."""
    kind = column.kind
    if column.yaml is not None:
        name = "the same" if column.yaml == column.name else f"`{column.yaml}`"
        return name + (", always written" if column.always else "")
    for part, names in PARTS.get(table, {}).items():
        for name, field in names.items():
            if field == column.name:
                return f"`{part}.{name}`" if part else f"`{name}`, or the value alone"
    if table == "link" and column.name.startswith("from_"):
        return "the value, or a field of it"
    if isinstance(kind, Reference) and kind.owned and f"{table}.{column.name}" not in ELSEWHERE:
        return "the one it stands in"
    return ELSEWHERE[f"{table}.{column.name}"]


def _takes(column: Column) -> str:
    kind = column.kind
    if isinstance(kind, Setup):
        return "the settings of its kind"
    takes = kind.allowed()
    if isinstance(kind, Value):
        once = f", no `{kind.unique}` twice" if kind.unique else ""
        takes = ("a list of fields" if kind.many else "fields") + f", see below{once}"
    if isinstance(kind, Reference):
        takes = f"`{kind.table}`, " + ("owner" if kind.owned else "named")
    return f"{takes}, or nothing" if column.optional else takes


def _default(column: Column) -> str:
    if column.required:
        return "needed"
    if column.default in ("", (), None):
        return ""
    plain = column.kind.to_plain(column.default)
    if isinstance(plain, list):
        return ", ".join(f"`{item}`" for item in plain)
    return f"`{str(plain).lower() if isinstance(plain, bool) else plain}`"


def _values(found: tuple[Column, ...], level: str) -> Iterator[str]:
    """The fields of the small values inside a table's or a value's own fields."""
    for column in found:
        kind = column.kind
        if isinstance(kind, Value):
            yield f"{level} {column.yaml or column.name}{'[]' if kind.many else ''}\n"
            yield f"{inspect.cleandoc(kind.type.__doc__ or '')}\n"
            yield from _fields(columns(kind.type))
            yield from _rules(kind.type)
            yield from _values(columns(kind.type), level + "#")


def _rules(cls: type[Any]) -> Iterator[str]:
    words = [rule.words for rule in rules_of(cls)]
    if words:
        yield "\n".join(f"- {each}" for each in words) + "\n"


def _settings() -> Iterator[str]:
    yield "## Settings of the stage kinds\n"
    yield "What stands in `setup` of a stage, by its `kind`.\n"
    for kind, cls in settings_types().items():
        yield f"### kind {kind}\n"
        yield f"{_first_sentence(cls)}\n"
        yield from _fields(columns(cls))
        yield from _rules(cls)
        yield from _values(columns(cls), "####")


def _first_sentence(cls: type[Any]) -> str:
    doc = inspect.cleandoc(sys.modules[cls.__module__].__doc__ or "")
    return doc.split("\n\n")[0].replace("\n", " ")


if __name__ == "__main__":
    assert isinstance(sys.stdout, io.TextIOWrapper)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.write(describe())
