"""What was promised, by function: contributions to shared numbers, load by month."""

from __future__ import annotations

from collections import Counter

from workshop.figures import in_place
from workshop.records.people import Function
from workshop.records.promises import (
    Contribution,
    Metric,
    Milestone,
    MilestoneFunction,
    Reading,
)
from workshop.records.words import FunctionId
from workshop.rules.trend import trend
from workshop.state import Workshop

NO_PART = "-"
"""A contribution that says: we have no part in this."""


def contributions_of(workshop: Workshop, metric: Metric) -> dict[FunctionId, str]:
    """What each function adds to a number; a dash where it has no part in it."""
    rows = workshop[Contribution].where("metric", metric.id)
    return {row.function: row.text for row in rows}


def gaps_of(workshop: Workshop, metric: Metric) -> list[Function]:
    """The functions in the room that have not said what they add."""
    said = contributions_of(workshop, metric)
    functions = in_place(workshop[Function])
    return [row for row in functions if not row.absent and row.id not in said]


def readings_of(workshop: Workshop, metric: Metric) -> list[Reading]:
    """The readings of a number, by date."""
    return sorted(workshop[Reading].where("metric", metric.id), key=lambda row: (row.on, row.id))


def trend_of(workshop: Workshop, metric: Metric) -> str | None:
    """Where a number goes by its last two readings, the baseline being the first of all; None
    where there are not two or no target."""
    values = [row.value for row in readings_of(workshop, metric)]
    if metric.baseline is not None:
        values.insert(0, metric.baseline)
    if metric.target is None or len(values) < 2:
        return None
    return trend(values[-2], values[-1], metric.target)


def functions_of(workshop: Workshop, milestone: Milestone) -> list[Function]:
    """The functions that row for a milestone, in their order."""
    rows = workshop[MilestoneFunction].where("milestone", milestone.id)
    chosen = {row.function for row in rows}
    return [row for row in in_place(workshop[Function]) if row.id in chosen]


def load_of(workshop: Workshop) -> dict[str, Counter[FunctionId]]:
    """Month (as 2026-11) to how many milestones each function rows for in it, earliest first."""
    dated = [row for row in workshop[Milestone] if row.on and row.status != "dropped"]
    found: dict[str, Counter[FunctionId]] = {}
    for row in sorted(dated, key=lambda row: row.on or ""):
        month = found.setdefault((row.on or "")[:7], Counter())
        month.update(function.id for function in functions_of(workshop, row))
    return found
