"""Random rows of every table, made from what the tables say of themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import Any

from tests.property.values import maybe, small_value, stamp, value
from workshop.columns import Column, Setup, column_of
from workshop.conditions import Asks, Bare, Condition, Differ, Only, Rising, Rule
from workshop.errors import Refused
from workshop.fields import Reference
from workshop.integrity import PREVIOUS_BRIEF
from workshop.setups import settings_types
from workshop.state import NUMBERS, Workshop
from workshop.tables import TableInfo, tables
from workshop.tie_checks import NO_NAMES
from workshop.ties import Nameless, Within

SINGLE = ("details", "rhythm")
"""Tables of one row."""
FOLLOWING = {None: ("start",), "start": ("pause", "extend", "end"), "pause": ("resume", "end"),
             "resume": ("pause", "extend", "end"), "extend": ("extend", "pause", "end"),
             "end": ("start",)}  # fmt: skip
"""What a clock's event can be after another one."""
COUNTED = ("ballot", "alignment_check", "journey", "check_out")

Seeds = Sequence[tuple[str, int]]
"""Tables, each with a number that decides what a new row of it holds; 0 makes the plainest row."""


def empty(seed: int = 0) -> Workshop:
    """A workshop that says only what it is about."""
    workshop = Workshop()
    with workshop.step("test.begin"):
        Maker(workshop, Random(seed), plain=seed == 0).add("details", sponsor=None, driver=None)
    return workshop


def add_rows(workshop: Workshop, rows: Seeds) -> None:
    """Adds rows, each in a step of its own with the rows that it needs. What the state refuses,
    such as a second run-off of itself, is left out."""
    for name, seed in rows:
        try:
            with workshop.step("test.add"):
                Maker(workshop, Random(seed), plain=seed == 0).add(name)
        except Refused:
            pass


class Maker:
    """Adds random rows to a workshop."""

    def __init__(self, workshop: Workshop, rng: Random, plain: bool = False) -> None:
        self.workshop = workshop
        self.rng = rng
        self.chance = 0.0 if plain else 0.5
        """How likely a field that may keep its default gets another value."""

    def add(self, name: str, deep: int = 0, **given: Any) -> Any:
        """Adds one row of a table, and rows that it must refer to."""
        info = tables()[name]
        if name in SINGLE and len(self.workshop.table(name)):
            return self.workshop.table(name)[1]
        special = getattr(self, f"_{name}", None)
        if special is not None:
            given = special(**given)
        fields = self._fields(info, given, deep)
        for tie in info.ties:
            if isinstance(tie, Within) and fields.get(tie.field) is not None:
                self._put_on_scale(info, fields, tie)
            elif isinstance(tie, Nameless):
                self._tell_no_names(info, fields, tie)
        if name == "note":
            self._lie_with_others(info, fields)
        if "key" in fields:
            fields["key"] = self._free_key(info, fields)
        self._stand_aside(info, fields, set(given), deep)
        return self.workshop.table(name).add(info.cls(**fields))

    def _fields(self, info: TableInfo, given: dict[str, Any], deep: int) -> dict[str, Any]:
        keys = (*(stage.key for stage in self.workshop.table("stage")), PREVIOUS_BRIEF)
        fields = dict(given)
        kept_empty = self._kept_empty(info, given)
        for column in info.columns:
            if column.name in fields or column.name == "id":
                continue
            if column.name in kept_empty:
                fields[column.name] = column.default
            elif isinstance(column.kind, Reference):
                fields[column.name] = self._reference(column, info.name, deep)
            elif not isinstance(column.kind, Setup):
                fields[column.name] = maybe(column, self.rng, keys, self.chance)
        self._keep_rules(info, fields, set(given), deep)
        return fields

    def _kept_empty(self, info: TableInfo, given: dict[str, Any]) -> set[str]:
        """Fields that rules leave no room for: all but one of those of which one is set."""
        empty: set[str] = set()
        for rule in info.rules:
            if isinstance(rule, Rule) and 1 in rule.counts:
                free = [name for name in rule.fields if name not in given and name not in empty]
                chosen = [name for name in rule.fields if name in given] or free
                one = self.rng.choice(chosen) if chosen else ""
                empty |= set(rule.fields) - {one} - set(given)
        return empty

    def _keep_rules(
        self, info: TableInfo, fields: dict[str, Any], given: set[str], deep: int
    ) -> None:
        """Sets or clears what the rules of the table ask for besides."""
        for rule in info.rules:
            if rule.holds(info.cls(**fields)):
                continue
            if isinstance(rule, Rule):
                whole = all(fields[name] is None or name in given for name in rule.fields)
                for name in rule.fields if 0 not in rule.counts or not whole else ():
                    self._set(info, fields, name, deep, rule)
            elif isinstance(rule, Asks):
                fields[rule.field] = True
            elif isinstance(rule, Only) and rule.other not in given:
                fields[rule.other] = rule.value
            else:
                self._make_way(info, fields, rule, deep)

    def _make_way(
        self, info: TableInfo, fields: dict[str, Any], rule: Condition, deep: int
    ) -> None:
        """Gives way to a rule that forbids something."""
        column = column_of(info.cls, rule.names[-1])
        if isinstance(rule, Rising) and fields[rule.low] != fields[rule.high]:
            low, high = sorted((fields[rule.low], fields[rule.high]))
            fields |= {rule.low: low, rule.high: high}
        elif isinstance(rule, Differ) and isinstance(column.kind, Reference) and column.required:
            fields[rule.other] = self.add(column.kind.table, deep + 1).id
        elif isinstance(rule, Differ):
            fields[rule.other] = None
        else:
            cleared = rule.unset if isinstance(rule, Bare) else rule.names[:1]
            cleared = rule.names if isinstance(rule, Rising) else cleared
            fields |= {name: column_of(info.cls, name).default for name in cleared}

    def _set(
        self, info: TableInfo, fields: dict[str, Any], name: str, deep: int, rule: Rule
    ) -> None:
        column = column_of(info.cls, name)
        if 1 not in rule.counts:
            # Fields that stand together: none of them, as often as all.
            fields[name] = column.default
        elif not rule.holds(info.cls(**fields)):
            if isinstance(column.kind, Reference):
                fields[name] = self._pick_or_add(column.kind.table, deep)
            elif column.kind.label == "yes or no":
                fields[name] = True
            else:
                fields[name] = value(column.kind, self.rng) or "x"

    def _reference(self, column: Column, table: str, deep: int) -> Any:
        target = column.kind.table  # type: ignore[attr-defined]
        if column.required:
            return self._pick_or_add(target, deep)
        if self.rng.random() >= self.chance:
            return None
        return self._pick(target) if target == table else self._pick_or_add(target, deep)

    def _pick(self, table: str, **wanted: Any) -> Any:
        """The id of a row that is there, with these fields; None if there is none."""
        rows = [
            row.id
            for row in self.workshop.table(table)
            if all(getattr(row, name) == held for name, held in wanted.items())
            and getattr(row, "nr", 0) is not None
        ]
        return self.rng.choice(rows) if rows else None

    def _pick_or_add(self, table: str, deep: int = 0, **wanted: Any) -> Any:
        """The id of a row, mostly of one that is there."""
        found = self._pick(table, **wanted)
        most = tables()[table].most
        is_full = most is not None and len(self.workshop.table(table)) >= most.rows
        if found is not None and (deep > 2 or is_full or self.rng.random() < 0.8):
            return found
        return self.add(table, deep + 1, **wanted).id

    def _put_on_scale(self, info: TableInfo, fields: dict[str, Any], tie: Within) -> None:
        target = self._end(info, fields, tie.path)
        if target is not None:
            low, high = tie.bounds(target)
            fields[tie.field] = self.rng.randint(int(min(low, high)), int(high))

    def _tell_no_names(self, info: TableInfo, fields: dict[str, Any], tie: Nameless) -> None:
        owner = self._end(info, fields, tie.path)
        keeper, column = tie.keeper_legs
        rows = self.workshop.table(keeper).where(column, owner.id) if owner else []
        if any(row.attribution == NO_NAMES for row in rows):
            fields |= dict.fromkeys(tie.fields)

    def _lie_with_others(self, info: TableInfo, fields: dict[str, Any]) -> None:
        """A note lies in a cluster, and is merged into a note, of its own stage."""
        for name in ("cluster", "merged_into"):
            other = self._end(info, fields, name)
            if other is not None and other.stage != fields["stage"]:
                fields[name] = None

    def _end(self, info: TableInfo, fields: dict[str, Any], path: str) -> Any:
        """The record to which a path leads from a record of these fields, or None."""
        row: Any = None
        table = info.name
        for position, column in enumerate(path.split(".")):
            target = fields[column] if position == 0 else getattr(row, column)
            table = column_of(tables()[table].cls, column).kind.table  # type: ignore[attr-defined]
            row = self.workshop.table(table).get(target)
            if row is None:
                break
        return row

    def _free_key(self, info: TableInfo, fields: dict[str, Any]) -> str:
        """The key, or one like it that no other row of the table has."""
        rule = next((rule for rule in info.uniques if "key" in rule.fields), None)
        taken = {rule.value(row) for row in self.workshop.table(info.name)} if rule else set()
        key: str = fields["key"]
        for number in count(2):
            if rule is None or tuple(fields[name] for name in rule.fields) not in taken:
                break
            fields["key"] = f"{key[:70]}{number}"
        return str(fields["key"])

    def _stand_aside(
        self, info: TableInfo, fields: dict[str, Any], given: set[str], deep: int
    ) -> None:
        """Makes way for a row that has what must be there once, where that is easy."""
        table = self.workshop.table(info.name)
        for position, rule in enumerate(info.uniques):
            if not table.holders(position, info.cls(**fields)):
                continue
            for name in rule.fields if not rule.where else (rule.where,):
                column = column_of(info.cls, name)
                if isinstance(column.kind, Reference) and column.required and name not in given:
                    fields[name] = self.add(column.kind.table, deep + 1).id
                    break
                if not column.required and not isinstance(column.kind, Reference):
                    fields[name] = column.default

    # What no rule of a table says: rows that are made of others in a way of their own.

    def _stage(self, **given: Any) -> dict[str, Any]:
        kind = given.get("kind") or self.rng.choice(tuple(settings_types()))
        keys = (*(stage.key for stage in self.workshop.table("stage")), PREVIOUS_BRIEF)
        cls = settings_types()[kind]
        setup = small_value(cls, self.rng, keys) if self.chance else cls()
        return {**given, "kind": kind, "setup": setup}

    def _note(self, **given: Any) -> dict[str, Any]:
        if self.rng.random() < 0.75 or "nr" in given:
            return {"nr": self.workshop.next_id(NUMBERS) + self.rng.choice((0, 0, 5)), **given}
        phase = self.workshop.table("phase")[self._pick_or_add("phase")]
        stage = self.workshop.table("journey")[phase.journey].stage
        lane = self._pick_or_add("lane", stage=stage)
        return {**given, "nr": None, "stage": stage, "lane": lane, "phase": phase.id}

    def _clock_event(self, **given: Any) -> dict[str, Any]:
        log = list(self.workshop.table("clock_event"))
        last = log[-1] if log else None
        on = last.stage if last and last.event != "end" else self._pick_or_add("stage")
        own = [row.event for row in log if row.stage == on]
        event = self.rng.choice(FOLLOWING[own[-1] if own else None])
        minutes = self.rng.randint(-9, 9) if event == "extend" else None
        at = stamp(date(2026, 10, 6), self.rng)
        return {**given, "stage": on, "event": event, "at": at, "minutes": minutes}

    def _reading(self, **given: Any) -> dict[str, Any]:
        """Numbers that were read on one day after the other, and have been by now."""
        metric = self._pick_or_add("metric")
        last = max((row.on for row in self.workshop.table("reading").where("metric", metric)),
                   default="2000-01-01")  # fmt: skip
        passed = timedelta(self.rng.choice((0, 1, 400)))
        on = min(date.fromisoformat(last) + passed, date(2025, 12, 31)).isoformat()
        return {**given, "metric": metric, "on": on}

    def _why(self, **given: Any) -> dict[str, Any]:
        """The next answer of a chain, or of a branch that begins somewhere on it."""
        whys = self._pick_or_add("five_whys")
        rows = self.workshop.table("why").where("five_whys", whys)
        branch = self.rng.choice((0, 0, 1, 2))
        levels = [row.level for row in rows if row.branch == branch]
        chain = [row.level for row in rows if row.branch == 0]
        begins = branch > 0 and not levels
        origin = self.rng.choice((None, 0, *chain)) if begins else None
        above = max(levels) if levels else origin or 0
        return {**given, "five_whys": whys, "branch": branch, "from_level": origin,
                "level": above + 1}  # fmt: skip

    def _option(self, **given: Any) -> dict[str, Any]:
        """Of a run-off: one of the options of the ballot that it decides."""
        ballot = self.workshop.table("ballot")[given.get("ballot") or self._pick_or_add("ballot")]
        if ballot.run_off_of is None:
            return {**given, "ballot": ballot.id}
        like = self.workshop.table("option")[self._pick_or_add("option", ballot=ballot.run_off_of)]
        same = {name: getattr(like, name) for name in ("cluster", "note", "opportunity", "text")}
        return {**given, **same, "ballot": ballot.id}

    def _parked_point(self, **given: Any) -> dict[str, Any]:
        note = self._pick("note", stage=None)
        return {**given, "note": note or self.add("note", nr=self.workshop.next_id(NUMBERS),
                                                  stage=None).id}  # fmt: skip

    def _group_phase(self, **given: Any) -> dict[str, Any]:
        group = self._pick_or_add("group", function=None)
        return {**given, "group": group}

    def _dot(self, **given: Any) -> dict[str, Any]:
        slip = self.workshop.table("slip")[self._pick_or_add("slip")]
        option = self._pick_or_add("option", ballot=slip.ballot)
        most = self.workshop.table("ballot")[slip.ballot].max_per_item
        return {**given, "slip": slip.id, "option": option, "dots": self.rng.randint(1, most)}

    def _count(self, **given: Any) -> dict[str, Any]:
        owner = self.rng.choice(COUNTED)
        of = self._pick_or_add(owner)
        round = self._pick("round", **{owner: of}) or self.add("round", **{owner: of}).id
        group = self._pick_or_add("round_group", round=round)
        counted: dict[str, Any] = {"value": 0}
        if owner == "ballot":
            counted = {"option": self._pick_or_add("option", ballot=of), "value": None}
        elif owner == "alignment_check":
            counted["sign"] = self._pick_or_add("sign", alignment_check=of)
        elif owner == "journey":
            counted["persona"] = self._pick_or_add("persona")
            counted["phase"] = self._pick_or_add("phase", journey=of)
        else:
            counted["check_out"] = of
        none = dict.fromkeys(("option", "sign", "persona", "phase", "check_out"))
        return {**none, **given, "group": group, **counted}
