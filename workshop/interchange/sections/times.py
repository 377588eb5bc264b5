"""The clock's events and the timeline made of them."""

from __future__ import annotations

from datetime import datetime

from workshop import agenda, clock, drift, figures
from workshop.fields import Plain
from workshop.interchange.mapping import Reading, Writing, set_fields
from workshop.interchange.source import Source
from workshop.records.agenda import ClockEvent, Stage, StepMark, TimelineRow
from workshop.records.words import StageId
from workshop.rules.agenda_times import Slot
from workshop.rules.timeline import TimelineRow as Run

DERIVED = ("planned_start", "planned_min", "actual_start", "actual_end", "actual_min", "drift_min")


def declare(reading: Reading, root: Source) -> None:
    """Nothing here is called by a name."""


def read(reading: Reading, root: Source) -> None:
    """Reads `clock`, `step_marks` and `timeline`. Of a stage that has clock events only the remark
    is kept."""
    reading.add_all(ClockEvent, root, "clock")
    reading.add_all(StepMark, root, "step_marks")
    for item in root.each("timeline"):
        _read_row(reading, item)


def _read_row(reading: Reading, source: Source) -> None:
    source.get("runs")
    stage = reading.names.read(source.need("stage"), "stage")
    is_derived = bool(reading.workshop[ClockEvent].where("stage", stage))
    for name in DERIVED:
        source.get(name)
    row = TimelineRow(**reading.fields(TimelineRow, source, "", *(DERIVED if is_derived else ())))
    if row.remark or not is_derived:
        reading.put(source, row)
    source.finish()


def write(writing: Writing) -> dict[str, Plain]:
    """The sections `clock`, `step_marks` and `timeline`."""
    events = [writing.fields(row) for row in writing.table(ClockEvent)]
    marks = [writing.fields(row) for row in writing.table(StepMark)]
    return set_fields(clock=events, step_marks=marks, timeline=_timeline(writing))


def _timeline(writing: Writing) -> list[dict[str, Plain]]:
    """A row for each stage that took place, made from the clock where it has events."""
    given = {row.stage: row for row in writing.table(TimelineRow)}
    derived = figures.timeline_of(writing.workshop)
    events = clock.log(writing.workshop)
    slots = drift.plan(writing.workshop, events[-1].at).slots if events else {}
    rows: list[dict[str, Plain]] = []
    for stage in agenda.stages(writing.workshop):
        row = given.get(stage.id)
        if stage.id in derived:
            made = _made(derived[stage.id], slots.get(stage.id), stage)
            rows.append(
                {"stage": stage.key, **made, **set_fields(remark=row.remark if row else "")}
            )
        elif row is not None:
            rows.append(writing.fields(row))
    return rows


def _made(row: Run, slot: Slot[StageId] | None, stage: Stage) -> dict[str, Plain]:
    fields: dict[str, Plain] = {"planned_min": stage.minutes, "actual_start": _hour(row.start)}
    if slot is not None:
        fields["planned_start"] = _hour(slot.start)
    if row.end is not None:
        fields |= {"actual_end": _hour(row.end), "actual_min": row.minutes}
    if row.drift_min is not None:
        fields["drift_min"] = row.drift_min
    if len(row.runs) > 1:
        fields["runs"] = [
            {"start": _hour(start), **({"end": _hour(end)} if end else {})}
            for start, end in row.runs
        ]
    return fields


def _hour(moment: datetime) -> str:
    return moment.strftime("%H:%M")
