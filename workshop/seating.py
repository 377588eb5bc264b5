"""Where people sit: the order in which one string is typed, and the mark of a voter (E2)."""

from __future__ import annotations

from workshop.changes import FACILITATOR
from workshop.places import moved_to
from workshop.records.people import Function, Participant
from workshop.records.words import ParticipantId
from workshop.state import Workshop


def seating(workshop: Workshop) -> list[Participant]:
    """All participants, in the room or not, as they sit; those without a seat come last."""
    return sorted(workshop[Participant], key=_seat)


def _seat(person: Participant) -> tuple[bool, float, int]:
    return person.seat is None, person.seat or 0, person.id


def place_marks(workshop: Workshop) -> dict[ParticipantId, str]:
    """The mark of each participant: the letter of the function and the place in the order."""
    return {
        person.id: f"{workshop[Function][person.function].letter}{place}"
        for place, person in enumerate(seating(workshop), start=1)
    }


def place_mark(workshop: Workshop, participant: ParticipantId) -> str:
    """The mark of one participant, such as E2."""
    return place_marks(workshop)[participant]


def by_place_mark(workshop: Workshop, text: str) -> Participant | None:
    """The participant of a typed mark, large or small; None if it is nobody's."""
    wanted = text.strip().casefold()
    marks = place_marks(workshop).items()
    found = next((id for id, mark in marks if mark.casefold() == wanted), None)
    return workshop[Participant].get(found)


def swap_seats(
    workshop: Workshop, one: ParticipantId, other: ParticipantId, *, actor: str = FACILITATOR
) -> None:
    """Two participants change places. Rounds that are under way keep their order."""
    order = [person.id for person in seating(workshop)]
    first = order.index(workshop[Participant][one].id)
    second = order.index(workshop[Participant][other].id)
    order[first], order[second] = order[second], order[first]
    with workshop.step("seat.swap", actor=actor, first=first + 1, second=second + 1):
        _sit(workshop, order)


def move_seat(
    workshop: Workshop, participant: ParticipantId, index: int, *, actor: str = FACILITATOR
) -> None:
    """A participant sits down at `index` of the order (0 is the first), the others move up."""
    workshop[Participant][participant]
    order = moved_to([person.id for person in seating(workshop)], participant, index)
    with workshop.step("seat.move", actor=actor, place=order.index(participant) + 1):
        _sit(workshop, order)


def _sit(workshop: Workshop, order: list[ParticipantId]) -> None:
    for place, id in enumerate(order, start=1):
        workshop[Participant].replace(id, seat=float(place))
