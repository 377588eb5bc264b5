"""Functions and participants: who takes part, who decides, who is in the room."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from workshop import marks
from workshop.changes import FACILITATOR
from workshop.codes import are_letters
from workshop.edits import cleaned, name_of
from workshop.errors import Refused
from workshop.keys import fresh_key
from workshop.marks import Mark
from workshop.places import after_last, arrange, moved_to
from workshop.records.people import (
    MOST_FUNCTIONS,
    MOST_PARTICIPANTS,
    SHAPES,
    Function,
    Participant,
    Presence,
)
from workshop.records.words import FunctionId, ParticipantId
from workshop.searching import plain
from workshop.seating import place_mark, seating
from workshop.state import Workshop

TOOK_PART = frozenset(
    {"stance", "slip", "rating", "card", "fingers", "word", "concern", "dissent", "voice",
     "sign_remark", "one_point_more"}
)  # fmt: skip
"""Tables with entries that a participant made and that results are counted from."""


def functions(workshop: Workshop) -> list[Function]:
    """All functions in their order."""
    return sorted(workshop[Function], key=lambda function: (function.place, function.id))


def mark_of(function: Function) -> Mark:
    """How a function is drawn."""
    return Mark(function.letter, function.shape, function.colour, function.ring)


def add_function(
    workshop: Workshop, name: str, *, mark: Mark | None = None, actor: str = FACILITATOR
) -> Function:
    """A new function, last in the order; without a `mark` it gets that of the preset of its name
    or one of its own. Raises `Refused` (`name.*`, `function.too_many`, `function.*_taken`)."""
    name = _free_name(workshop, name)
    if len(workshop[Function]) >= MOST_FUNCTIONS:
        raise Refused("function.too_many", limit=MOST_FUNCTIONS)
    if mark is None:
        mark = marks.mark_for(name, map(mark_of, workshop[Function]))
    _check_mark(workshop, mark)
    key = fresh_key(workshop, Function, name)
    place = after_last(function.place for function in workshop[Function])
    with workshop.step("function.add", actor=actor, letter=mark.letter):
        return workshop[Function].add(
            Function(
                key=key,
                name=name,
                letter=mark.letter,
                shape=mark.shape,
                colour=mark.colour.upper(),
                ring=mark.ring,
                place=place,
            )
        )


def _free_name(workshop: Workshop, name: str, itself: FunctionId | None = None) -> str:
    name = name_of("function", name)
    for other in workshop[Function]:
        if other.id != itself and plain(other.name) == plain(name):
            raise Refused("function.name_taken", letter=other.letter)
    return name


def _check_mark(workshop: Workshop, mark: Mark, itself: FunctionId | None = None) -> None:
    if not are_letters(mark.letter):
        raise Refused("function.letter", found=mark.letter)
    for other in workshop[Function]:
        if other.id != itself and other.letter.casefold() == mark.letter.casefold():
            raise Refused("function.letter_taken", letter=other.letter, by=other.name)
    if mark.shape not in SHAPES:
        raise Refused("function.shape", found=mark.shape, allowed=", ".join(SHAPES))
    if not marks.is_colour(mark.colour):
        raise Refused("function.colour", found=mark.colour)


def rename_function(
    workshop: Workshop, function: FunctionId, name: str, *, actor: str = FACILITATOR
) -> Function:
    """Gives a function another name; its mark stays. Raises `Refused` (`name.*`)."""
    letter = workshop[Function][function].letter
    name = _free_name(workshop, name, function)
    with workshop.step("function.rename", actor=actor, letter=letter):
        return workshop[Function].replace(function, name=name)


def set_mark(
    workshop: Workshop, function: FunctionId, mark: Mark, *, actor: str = FACILITATOR
) -> Function:
    """Gives a function another letter, shape or colour. Raises `Refused` (`function.*`)."""
    workshop[Function][function]
    _check_mark(workshop, mark, function)
    with workshop.step("function.mark", actor=actor, letter=mark.letter):
        return workshop[Function].replace(
            function,
            letter=mark.letter,
            shape=mark.shape,
            colour=mark.colour.upper(),
            ring=mark.ring,
        )


def set_absent(
    workshop: Workshop, function: FunctionId, absent: bool, *, actor: str = FACILITATOR
) -> Function:
    """Says that a function is not in the room, or that it is."""
    letter = workshop[Function][function].letter
    with workshop.step("function.absent", actor=actor, letter=letter, absent=absent):
        return workshop[Function].replace(function, absent=absent)


def move_function(
    workshop: Workshop, function: FunctionId, index: int, *, actor: str = FACILITATOR
) -> None:
    """Puts a function at `index` of the order (0 is the first)."""
    letter = workshop[Function][function].letter
    order = moved_to([one.id for one in functions(workshop)], function, index)
    with workshop.step("function.move", actor=actor, letter=letter):
        arrange(workshop[Function], "place", order, [function])


def remove_function(workshop: Workshop, function: FunctionId, *, actor: str = FACILITATOR) -> None:
    """Removes a function that nobody belongs to; its notes stay and turn grey. Raises `Refused`
    (`function.has_people`, `record.needed` where an insight names it)."""
    letter = workshop[Function][function].letter
    people = workshop[Participant].where("function", function)
    if people:
        raise Refused("function.has_people", letter=letter, count=len(people))
    with workshop.step("function.remove", actor=actor, letter=letter):
        workshop.remove_tree("function", function)


def add_participant(
    workshop: Workshop,
    name: str,
    function: FunctionId,
    *,
    decider: bool = False,
    actor: str = FACILITATOR,
    **about: Any,
) -> Participant:
    """A new participant, last in the seating order. `about`: role, domain_expert, years_here.

    Raises `Refused` (`name.*`, `participant.too_many`) and `Invalid`.
    """
    name = name_of("participant", name)
    letter = workshop[Function][function].letter
    if len(workshop[Participant]) >= MOST_PARTICIPANTS:
        raise Refused("participant.too_many", limit=MOST_PARTICIPANTS)
    key = fresh_key(workshop, Participant, name)
    made = Participant(key=key, name=name, function=function, **cleaned(Participant, about))
    with workshop.step("participant.add", actor=actor, letter=letter):
        person = workshop[Participant].add(made)
        return set_decider(workshop, person.id, True) if decider else person


def edit_participant(
    workshop: Workshop, participant: ParticipantId, *, actor: str = FACILITATOR, **about: Any
) -> Participant:
    """Changes name, function, role, domain_expert or years_here. A decider who comes to a function
    that has one is its decider no more. Raises `Refused` (`name.*`) and `Invalid`."""
    before = workshop[Participant][participant]
    if "name" in about:
        about["name"] = name_of("participant", about["name"])
    fields = cleaned(Participant, about)
    function = workshop[Function][fields.get("function", before.function)]
    if function.id != before.function and decider_of(workshop, function.id):
        fields["decider"] = False
    with workshop.step("participant.edit", actor=actor, mark=place_mark(workshop, participant)):
        return workshop[Participant].replace(participant, **fields)


def remove_participant(
    workshop: Workshop, participant: ParticipantId, *, actor: str = FACILITATOR
) -> None:
    """Removes somebody; their notes stay, without an author. Raises `Refused`
    (`participant.took_part`) once they have voted, rated or spoken on record."""
    mark = place_mark(workshop, workshop[Participant][participant].id)
    for table, _, _, _ in workshop.referring("participant", participant):
        if table.info.name in TOOK_PART:
            raise Refused("participant.took_part", mark=mark, record=table.info.name)
    with workshop.step("participant.remove", actor=actor, mark=mark):
        workshop.remove_tree("participant", participant)


def decider_of(workshop: Workshop, function: FunctionId) -> Participant | None:
    """Who decides for a function."""
    people = workshop[Participant].where("function", function)
    return next((person for person in people if person.decider), None)


def without_decider(workshop: Workshop) -> list[Function]:
    """The functions in the room for which nobody decides."""
    return [
        function
        for function in functions(workshop)
        if not function.absent and decider_of(workshop, function.id) is None
    ]


def set_decider(
    workshop: Workshop, participant: ParticipantId, decider: bool, *, actor: str = FACILITATOR
) -> Participant:
    """Makes somebody the decider of their function, in the place of whoever was, or no decider."""
    function = workshop[Participant][participant].function
    mark = place_mark(workshop, participant)
    with workshop.step("participant.decider", actor=actor, mark=mark, decider=decider):
        before = decider_of(workshop, function)
        if decider and before is not None and before.id != participant:
            workshop[Participant].replace(before.id, decider=False)
        return workshop[Participant].replace(participant, decider=decider)


def set_present(
    workshop: Workshop, participant: ParticipantId, present: bool, *, actor: str = FACILITATOR
) -> None:
    """Says who has come or gone. Stands outside undo: it is so, or it is not."""
    mark = place_mark(workshop, workshop[Participant][participant].id)
    rows = workshop[Presence].where("participant", participant)
    label = "participant.present"
    with workshop.step(label, actor=actor, undoable=False, mark=mark, present=present):
        if rows:
            workshop[Presence].replace(rows[0].id, present=present)
        elif not present:
            workshop[Presence].add(Presence(participant=participant, present=False))


def is_present(workshop: Workshop, participant: ParticipantId) -> bool:
    """Whether somebody is in the room, which nobody of an absent function is."""
    if workshop[Function][workshop[Participant][participant].function].absent:
        return False
    return all(row.present for row in workshop[Presence].where("participant", participant))


def present_participants(workshop: Workshop) -> list[Participant]:
    """Everybody in the room, in seating order."""
    return [person for person in seating(workshop) if is_present(workshop, person.id)]


def functions_in_room(workshop: Workshop) -> list[Function]:
    """The functions that are in the room, in their order: not those whose people are all away."""
    here = {person.function for person in present_participants(workshop)}
    known = {person.function for person in workshop[Participant]}
    return [
        one
        for one in functions(workshop)
        if one.id in here or not (one.absent or one.stand_in or one.id in known)
    ]


def voters(
    workshop: Workshop, who: str = "everyone", functions: Collection[FunctionId] = ()
) -> list[Participant]:
    """Those in the room who vote, in seating order: `everyone`, `deciders`, or the people of some
    `functions`."""
    present = present_participants(workshop)
    if who == "deciders":
        return [person for person in present if person.decider]
    if who == "functions":
        return [person for person in present if person.function in functions]
    return present
