"""A new workshop: made from a template, with its day and the people who take part."""

from __future__ import annotations

from collections.abc import Sequence

from workshop import marks
from workshop.changes import StepId
from workshop.edits import cleaned, name_of
from workshop.errors import Refused
from workshop.fields import LINE
from workshop.frozen import frozen
from workshop.interchange import templates
from workshop.marks import Mark
from workshop.people import add_function, add_participant, functions, mark_of
from workshop.records.details import Details
from workshop.records.people import Function, Participant
from workshop.searching import plain
from workshop.state import Workshop


@frozen
class About:
    """What the facilitator says of a new workshop: `on` is a date, `start` a time of day."""

    title: str
    product: str = ""
    on: str | None = None
    start: str | None = None


@frozen
class NewPerson:
    """Somebody who will be in the room."""

    name: str
    role: str = ""
    decider: bool = False


@frozen
class NewFunction:
    """A function with its people. Without a mark it gets that of the preset of its name, or one
    of its own."""

    name: str
    people: tuple[NewPerson, ...] = ()
    mark: Mark | None = None


def start_workshop(template_id: str, about: About, people: Sequence[NewFunction] = ()) -> Workshop:
    """A workshop with the plan of a template, its day, its functions and people, ready to be kept
    in a file. People sit in the order in which they are given.

    Raises `Refused` (`template.unknown`, `name.*`, `function.*`, `participant.*`) and `Invalid`
    for a product, a date or a time that cannot be.
    """
    title = name_of("workshop", about.title, LINE)
    day = {"product": about.product, "on": about.on or None, "planned_start": about.start or None}
    fields = cleaned(Details, day)
    workshop = templates.new_workshop(template_id, title=title, on=fields["on"])
    with workshop.step("workshop.new"):
        workshop[Details].replace(1, **fields)
        add_everybody(workshop, people)
    workshop.last_step = StepId(0)
    return workshop


def add_everybody(workshop: Workshop, people: Sequence[NewFunction]) -> None:
    """Adds functions with their people, in this order, inside a step. Raises `Refused`."""
    for each in people:
        _add(workshop, each)


def _add(workshop: Workshop, new: NewFunction) -> None:
    function = add_function(workshop, new.name, mark=new.mark)
    deciders = sum(person.decider for person in new.people)
    if deciders > 1:
        raise Refused("function.deciders", letter=function.letter, count=deciders)
    for person in new.people:
        add_participant(
            workshop, person.name, function.id, decider=person.decider, role=person.role
        )


def people_in(workshop: Workshop) -> list[NewFunction]:
    """The functions and people of a workshop, to begin another with."""
    return [
        NewFunction(function.name, _people_of(workshop, function), mark_of(function))
        for function in functions(workshop)
    ]


def _people_of(workshop: Workshop, function: Function) -> tuple[NewPerson, ...]:
    there = workshop[Participant].where("function", function.id)
    return tuple(NewPerson(person.name, person.role, person.decider) for person in there)


def free_presets(workshop: Workshop) -> dict[str, Mark]:
    """The preset functions that a workshop does not have, each with the mark it would get."""
    there = functions(workshop)
    taken = [mark_of(function) for function in there]
    names = {plain(function.name) for function in there}
    return {name: marks.mark_for(name, taken) for name in marks.PRESETS if plain(name) not in names}
