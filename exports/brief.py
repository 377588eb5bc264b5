"""What the sections of a brief are made from: the workshop, and who and what is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from reportlab.platypus import Flowable

from exports.paper import Paper
from exports.wording import listed
from workshop import people, revisions, telling
from workshop.figures import in_place
from workshop.mentions import mentioned
from workshop.outputs import feeds
from workshop.records.agenda import Stage
from workshop.records.details import Details, SectionState
from workshop.records.notes import Note
from workshop.records.people import Function, Participant
from workshop.records.words import StageId
from workshop.state import Workshop


class Brief:
    """A workshop as its brief sees it, for one paper. Nothing in it changes while it is made."""

    def __init__(self, workshop: Workshop, paper: Paper) -> None:
        self.workshop, self.paper = workshop, paper
        self.exported = revisions.present(workshop)
        self.revision = self.exported.number

    @cached_property
    def details(self) -> Details:
        """The workshop's own row; an empty one where it has none."""
        return self.workshop[Details].get(1) or Details(key="workshop", title="Workshop")

    @cached_property
    def product(self) -> str:
        """What it is about: the product, else the workshop's title."""
        return self.details.product or self.details.title

    @cached_property
    def functions(self) -> dict[int, Function]:
        """The functions by id, in their order."""
        return {function.id: function for function in in_place(self.workshop[Function])}

    @cached_property
    def people(self) -> dict[int, Participant]:
        """The participants by id, in seating order."""
        rows = self.workshop[Participant]
        far = float("inf")
        return {row.id: row for row in sorted(rows, key=lambda row: (row.seat or far, row.id))}

    @cached_property
    def stages(self) -> dict[int, Stage]:
        """The stages by id, in the order of the agenda."""
        return {stage.id: stage for stage in in_place(self.workshop[Stage])}

    @cached_property
    def notes_by_stage(self) -> dict[int | None, list[Note]]:
        """The notes of each stage that may be told, by number; None: of the parking lot."""
        found: dict[int | None, list[Note]] = {}
        for note in sorted(self.workshop[Note], key=lambda note: (note.nr or 0, note.id)):
            if note.stage not in self.covered or telling.note_is_told(self.workshop, note):
                found.setdefault(note.stage, []).append(note)
        return found

    def hides(self, section: str) -> bool:
        """Whether the facilitator leaves this section out; no other may then tell what is in it."""
        rows = self.workshop[SectionState]
        return any(row.section == section and row.hidden for row in rows)

    @cached_property
    def present(self) -> list[Participant]:
        """Everybody in the room, in seating order."""
        return [one for one in people.present_participants(self.workshop) if not one.stand_in]

    @cached_property
    def heard(self) -> list[Function]:
        """The functions in the room, in their order."""
        return people.functions_in_room(self.workshop)

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """The keys that someone's words name."""
        return mentioned(self.workshop)

    def called(self, key: str) -> str:
        """A record's key where someone's words name it so, to stand beside it; else nothing."""
        return key if key in self.mentioned else ""

    @cached_property
    def covered(self) -> dict[StageId, int]:
        """How many notes of each stage may not be told yet, for stages with such."""
        return telling.covered_notes(self.workshop)

    def stage_titles(self, kind: str, stages: Iterable[int | None]) -> list[str]:
        """The titles of the stages that records come from, each once. A record that names none
        comes from the only stage of its kind."""
        of_kind = [stage.id for stage in self.stages.values() if stage.kind == kind]
        only = of_kind[0] if len(of_kind) == 1 else None
        wanted = {only if stage is None else stage for stage in stages}
        return [stage.title for stage in self.stages.values() if stage.id in wanted]

    def feeding(self, section: str, kind: str) -> str:
        """The titles of the stages whose outputs name a section, in a row; where none does, of
        those of the kind that fills it."""
        named = [row for row in self.stages.values() if feeds(self.workshop, row.id, section)]
        found = named or [row for row in self.stages.values() if row.kind == kind]
        return listed([row.title for row in found])

    def name(self, participant: int | None) -> str:
        """Someone's name; empty for nobody."""
        person = self.people.get(participant) if participant is not None else None
        return person.name if person else ""

    def first_name(self, participant: int | None) -> str:
        """What people call someone: the first word of the name, or all of it where two people
        share it."""
        full = self.name(participant)
        first = full.partition(" ")[0]
        alike = [row for row in self.people.values() if row.name.partition(" ")[0] == first]
        return first if len(alike) < 2 else full

    def function_of(self, participant: int | None) -> Function | None:
        """The function someone works in."""
        person = self.people.get(participant) if participant is not None else None
        return self.functions[person.function] if person else None


Make = Callable[[Brief], list[Flowable]]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one module adds to a section; those of a section stand in the order of `place`."""

    section: str
    place: int
    make: Make


_contributions: list[Contribution] = []


def prints(section: str, place: int = 0) -> Callable[[Make], Make]:
    """Function decorator: this makes a part of `section`, or of nothing if there is nothing."""

    def register(make: Make) -> Make:
        _contributions.append(Contribution(section, place, make))
        return make

    return register


def contributions(section: str) -> list[Make]:
    """What makes a section, in order."""
    import exports.kinds
    import exports.sections  # noqa: F401 (they register what they print)

    found = [one for one in _contributions if one.section == section]
    return [one.make for one in sorted(found, key=lambda one: one.place)]
