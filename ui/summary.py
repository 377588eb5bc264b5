"""What is in a workshop, in a few lines or as data. Nothing private is in it: no private notes, no
covered text, no tally, no names of people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ui.translate import plural, tr
from workshop import agenda, clock, notes, parking, people
from workshop.records.agenda import Stage
from workshop.records.details import Details
from workshop.records.notes import Note
from workshop.records.people import Participant
from workshop.state import Workshop


def summary(workshop: Workshop) -> dict[str, Any]:
    """The same as data."""
    details = workshop[Details].get(1)
    on = clock.current_stage(workshop)
    return {
        "title": details.title if details else "",
        "date": details.on if details else None,
        "place": details.place if details else "",
        "template": details.template if details else "",
        "minutes": sum(agenda.minutes_today(stage) for stage in agenda.stages(workshop)),
        "stage_now": agenda.number_of(workshop, on.id) if on else None,
        "functions": [_function(workshop, function) for function in people.functions(workshop)],
        "people": len(workshop[Participant]),
        "notes": sum(note.nr is not None for note in workshop[Note]),
        "parked": len(parking.parked_notes(workshop)),
        "merged": sum(note.merged_into is not None for note in workshop[Note]),
        "agenda": list(_stages(workshop)),
    }


def _function(workshop: Workshop, function: Any) -> dict[str, Any]:
    return {
        "name": function.name,
        "letter": function.letter,
        "people": len(workshop[Participant].where("function", function.id)),
        "in_room": not function.absent,
    }


def _stages(workshop: Workshop) -> Iterator[dict[str, Any]]:
    slots = agenda.times(workshop, today=True).slots
    for number, stage in enumerate(agenda.stages(workshop), start=1):
        slot = slots.get(stage.id)
        yield {
            "number": number,
            "day": stage.day,
            "starts": f"{slot.start:%H:%M}" if slot else None,
            "minutes": agenda.minutes_today(stage),
            "kind": stage.kind,
            "title": stage.title,
            "notes": len(notes.notes_of(workshop, stage.id)),
            "left_out": _left_out(stage),
        }


def _left_out(stage: Stage) -> bool:
    return stage.skipped or stage.hidden


def summary_lines(workshop: Workshop) -> Iterator[str]:
    """The summary as lines of a terminal."""
    told = summary(workshop)
    yield told["title"]
    about = " · ".join(part for part in (told["date"], told["place"]) if part)
    if about:
        yield about
    yield ", ".join(
        (
            plural(len(told["agenda"]), "{count} stage", "{count} stages"),
            plural(len(told["functions"]), "{count} function", "{count} functions"),
            plural(told["people"], "{count} person", "{count} people"),
            plural(told["notes"], "{count} note", "{count} notes"),
        )
    )
    yield ""
    for stage in told["agenda"]:
        yield _line(stage)
    rest = (
        plural(told["parked"], "{count} note is parked", "{count} notes are parked"),
        plural(told["merged"], "{count} was merged", "{count} were merged"),
    )
    if told["parked"] or told["merged"]:
        yield ""
        yield tr(
            "Beside these, {parked} and {merged} into another.", parked=rest[0], merged=rest[1]
        )


def _line(stage: dict[str, Any]) -> str:
    starts = stage["starts"] or ""
    count = stage["notes"]
    left_out = "  " + tr("(left out)") if stage["left_out"] else ""
    written = "  " + plural(count, "{count} note", "{count} notes") if count else ""
    return f"{starts:>5}  {stage['minutes']:>4}  {stage['title']}{written}{left_out}"
