"""Winning back time: which stages to come can give minutes, what that costs, and giving them."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from workshop import agenda, drift, outputs, running
from workshop.changes import FACILITATOR
from workshop.frozen import frozen
from workshop.records.agenda import Stage
from workshop.records.words import StageId
from workshop.rules.catch_up import Shortenable, cuts, skips
from workshop.state import Workshop

OFFERED_FROM = 5
"""Minutes behind from which a way back is offered."""
LEFT_OUT = 0
"""The minutes of a stage that is left out."""
_LEAST_FIRST = ("optional", "useful", "core")


@frozen
class Line:
    """One stage that can give minutes: those it has today, and those it would have."""

    stage: StageId
    before: int
    to: int

    @property
    def wins(self) -> int:
        """The minutes it gives."""
        return self.before - self.to


@frozen
class Cost:
    """What a line costs the brief: sections that nothing else feeds, and those that get less."""

    empty: tuple[str, ...] = ()
    thinner: tuple[str, ...] = ()


@frozen
class Proposal:
    """How to be back on time: every line there is, those that are enough, and how late it is."""

    late: int
    lines: tuple[Line, ...]
    enough: tuple[Line, ...]


def propose(workshop: Workshop, now: datetime.datetime) -> Proposal:
    """Shortens along the catch-up order first, then leaves out along it where a stage may be,
    until the day ends by its plan. A line that would not bring that nearer, such as one before a
    stage that waits for its time, is not among them."""
    stages, order = _stages(workshop, now)
    won, may_go = cuts(stages, order), skips(stages, order)
    today = {stage.id: stage.now for stage in stages}
    shortened = [Line(id, today[id], today[id] - cut) for id, cut in won.items() if cut]
    dropped = [Line(id, today[id], LEFT_OUT) for id in may_go]
    late = drift.late_by(workshop, now)
    lines = tuple(
        line
        for line in dict.fromkeys((*shortened, *dropped))
        if drift.late_by(workshop, now, given([line])) < late
    )
    return Proposal(late, lines, _enough(workshop, lines, now))


def _enough(workshop: Workshop, lines: Sequence[Line], now: datetime.datetime) -> tuple[Line, ...]:
    """The first lines that bring the day back to its plan, or as near to it as they can; each has
    to bring something."""
    taken: list[Line] = []
    late = drift.late_by(workshop, now)
    for line in lines:
        if late <= 0:
            break
        instead = [other for other in taken if other.stage != line.stage]
        then = drift.late_by(workshop, now, given([*instead, line]))
        if then < late:
            taken, late = [*instead, line], then
    return tuple(line for line in lines if line in taken)


def given(lines: Collection[Line]) -> dict[StageId, int]:
    """The minutes that stages have with these lines; a stage that is left out has none."""
    found: dict[StageId, int] = {}
    for line in lines:
        found[line.stage] = min(line.to, found.get(line.stage, line.to))
    return found


def _stages(
    workshop: Workshop, now: datetime.datetime
) -> tuple[list[Shortenable[StageId]], list[StageId]]:
    """The stages of the agenda, and in which order those to come can give."""
    first = drift.first_of_day(workshop, now)
    day = [row for row in agenda.stages(workshop) if first and row.day == first.day]
    day = [row for row in day if not row.hidden]
    ahead = {row.id for row in drift.to_come(workshop, now)}
    able = [row for row in day if row.id in ahead and not running.has_begun(workshop, row.id)]
    return [_shortenable(row) for row in day], _order(workshop, able)


def _shortenable(stage: Stage) -> Shortenable[StageId]:
    """A break gives no more than its fallback says, and what is never left out keeps a minute."""
    least = agenda.least_minutes(stage)
    return Shortenable(
        stage.id,
        stage.minutes,
        max(1, least) if stage.never_skip else least,
        LEFT_OUT if stage.skipped else agenda.minutes_today(stage),
        stage.may_skip and not stage.never_skip and stage.kind != "break",
    )


def _order(workshop: Workshop, able: Sequence[Stage]) -> list[StageId]:
    """The catch-up order; where the agenda has none, what matters least, the latest first."""
    if any(stage.catch_up is not None for stage in workshop[Stage]):
        named = [stage for stage in able if stage.catch_up is not None]
        return [stage.id for stage in sorted(named, key=lambda stage: stage.catch_up or 0)]
    latest = reversed(able)
    return [one.id for one in sorted(latest, key=lambda one: _LEAST_FIRST.index(one.priority))]


def cost(workshop: Workshop, line: Line, others: Collection[Line] = ()) -> Cost:
    """What a line costs the brief, where `others` are taken too."""
    sections = outputs.sections_of(workshop, line.stage)
    if line.to != LEFT_OUT:
        return Cost(thinner=sections)
    fed = _still_fed(workshop, line, given(others))
    return Cost(
        tuple(section for section in sections if section not in fed),
        tuple(section for section in sections if section in fed),
    )


def _still_fed(workshop: Workshop, line: Line, minutes: Mapping[StageId, int]) -> set[str]:
    return {
        section
        for stage in workshop[Stage]
        if stage.id != line.stage and minutes.get(stage.id) != LEFT_OUT
        if not (stage.hidden or stage.skipped)
        for section in outputs.sections_of(workshop, stage.id)
    }


def never_left_out(workshop: Workshop, now: datetime.datetime) -> list[Stage]:
    """The stages still to come that are never left out."""
    return [stage for stage in drift.to_come(workshop, now) if stage.never_skip]


def win_back(workshop: Workshop, lines: Collection[Line], *, actor: str = FACILITATOR) -> None:
    """Gives the stages of these lines their fewer minutes for today, as one step; the plan stays
    as it is."""
    numbers = [agenda.number_of(workshop, line.stage) for line in lines]
    facts: dict[str, Any] = {"stage": numbers[0]} if len(numbers) == 1 else {"count": len(numbers)}
    with workshop.step("stage.win_back", actor=actor, **facts):
        for stage, minutes in given(lines).items():
            if minutes == LEFT_OUT:
                agenda.skip_stage(workshop, stage, actor=actor)
            else:
                agenda.shorten_stage(workshop, stage, minutes, actor=actor)
