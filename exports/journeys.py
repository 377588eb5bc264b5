"""A journey as the values that parts draw: its phases, lanes and owners."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from exports import results
from exports.brief import Brief
from exports.ink import ACCENT, COULD_BE, LANE, MUTED
from exports.lines import Span, Text
from exports.parts.journey_lanes import Cell, Entry, LaneRow, OwnerRow
from exports.parts.marks import HasMark
from exports.parts.phases import PhaseName
from exports.parts.words import beside
from exports.translate import tr
from workshop import ballots, journeys
from workshop.figures import phases_of, tally_of
from workshop.journeys import OPPORTUNITIES, OWNER
from workshop.records.agenda import Lane
from workshop.records.findings import Persona
from workshop.records.journey import Journey, Moment, Opportunity, Phase
from workshop.records.notes import Note
from workshop.records.rounds import Ballot, Option
from workshop.sheets import lane_name

MOST_PHASES = 8
"""With more phases a journey takes two pages."""

Given = tuple[tuple[HasMark, int], ...]


class DrawnJourney:
    """A journey as its pages show it."""

    def __init__(self, brief: Brief, journey: Journey) -> None:
        self.brief, self.journey, self.workshop = brief, journey, brief.workshop
        self.phases = phases_of(self.workshop, journey)

    @property
    def pages(self) -> list[list[Phase]]:
        """The phases of each page, alike many on each."""
        count = len(self.phases)
        pages = -(-count // MOST_PHASES) or 1
        ends = [round(count * page / pages) for page in range(pages + 1)]
        return [self.phases[start:end] for start, end in pairwise(ends)]

    @cached_property
    def persona(self) -> Persona | None:
        """Whose journey it is."""
        chosen = self.journey.persona
        if chosen is not None:
            return self.workshop[Persona][chosen]
        return next((row for row in self.workshop[Persona] if row.primary), None)

    @property
    def stage(self) -> str:
        """The title of the stage it was drawn in."""
        return self.brief.stages[self.journey.stage].title

    @cached_property
    def moments(self) -> dict[int, list[Moment]]:
        """The moments of truth by phase."""
        found: dict[int, list[Moment]] = {}
        for moment in journeys.moments_of(self.workshop, self.journey):
            found.setdefault(moment.phase, []).append(moment)
        return found

    # Phases and lanes

    def names(self, phases: Iterable[Phase]) -> list[PhaseName]:
        """The heads of columns."""
        return [self._name(phase) for phase in phases]

    def _name(self, phase: Phase) -> PhaseName:
        is_moment = phase.id in self.moments
        guessed = phase in self.guessed and not self.is_all_guessed
        said = [tr("mostly guessed")] if guessed else []
        said += [tr("moment of truth")] if is_moment else []
        return PhaseName(phase.name, ", ".join(said), is_moment, guessed)

    @cached_property
    def guessed(self) -> list[Phase]:
        """The phases of which over half is guessed."""
        grades = ((phase, journeys.grades_of(self.workshop, phase)) for phase in self.phases)
        return [phase for phase, found in grades if journeys.mostly_guessed(found)]

    @property
    def is_all_guessed(self) -> bool:
        """Whether that is so of every phase: it is said once then."""
        return bool(self.phases) and len(self.guessed) == len(self.phases)

    def lanes(self, phases: Sequence[Phase]) -> list[tuple[str, LaneRow | OwnerRow]]:
        """The lanes that have something in them, by key, from top to bottom."""
        found: list[tuple[str, LaneRow | OwnerRow]] = []
        for lane in journeys.map_lanes(self.workshop, self.journey.stage):
            if lane.key == OWNER:
                owners = [self.owner(phase) for phase in phases]
                found.append((lane.key, OwnerRow(_title(lane), owners)))
                continue
            cells = [self._cell(phase, lane) for phase in phases]
            if any(cells):
                ruled = lane.key == OPPORTUNITIES
                found.append((lane.key, LaneRow(_title(lane), cells, ruled=ruled)))
        return found

    def owner(self, phase: Phase) -> HasMark | None:
        """The function that owns a phase."""
        return None if phase.owner is None else self.brief.functions[phase.owner]

    def unowned(self) -> list[Phase]:
        """The phases that nobody owns, where the map has a row for owners."""
        lanes = journeys.map_lanes(self.workshop, self.journey.stage)
        asked = any(lane.key == OWNER for lane in lanes)
        return [phase for phase in self.phases if asked and phase.owner is None]

    def _cell(self, phase: Phase, lane: Lane) -> Cell:
        if lane.key == OPPORTUNITIES:
            found = journeys.opportunities_of(self.workshop, phase.id)
            entries = [self.opportunity(row) for row in found]
            return tuple(sorted(entries, key=lambda entry: -sum(n for _, n in entry.counts)))
        thought = lane.key == "thinking"
        notes = journeys.cell(self.workshop, phase, lane)
        return tuple(self._note(note, thought=thought) for note in notes)

    def _note(self, note: Note, *, thought: bool) -> Entry:
        text = _as_thought(note.text) if thought else note.text
        grade = note.evidence if note.evidence not in (None, journeys.UNGRADED) else None
        channel: Text = text
        if note.channel:
            channel = beside(Span(text, LANE), Span(note.channel, LANE.tinted(MUTED)))
        counts = self._standings.get(("note", note.id), (0, ()))[1]
        return Entry(channel, LANE.italic() if thought else LANE, counts, grade or "")

    def opportunity(self, row: Opportunity) -> Entry:
        """What could be, with its dots; what a vote picked has its rank before it."""
        rank, counts = self._standings.get(("opportunity", row.id), (0, ()))
        text: Text = row.text
        if rank:
            text = beside(Span(str(rank), COULD_BE.tinted(ACCENT)), Span(row.text, COULD_BE))
        return Entry(text, COULD_BE, counts)

    @cached_property
    def _standings(self) -> dict[tuple[str, int], tuple[int, Given]]:
        """What the votes said of notes and opportunities: the place among those picked (0 for
        none), and the dots."""
        found: dict[tuple[str, int], tuple[int, Given]] = {}
        for ballot in self.votes:
            for standing in tally_of(self.workshop, ballot).standings:
                option = self.workshop[Option][standing.option]
                given = tuple(results.dots_given(self.brief, standing.by_group))
                for kind, id in (("note", option.note), ("opportunity", option.opportunity)):
                    if id is not None:
                        found[kind, id] = (option.picked or 0, given)
        return found

    @cached_property
    def votes(self) -> list[Ballot]:
        """The ballots in which something of this map was voted on and whose result is known."""
        if self.brief.hides("priorities"):
            return []
        return [
            ballot
            for ballot in ballots.told(self.workshop)
            if any(self._is_here(row) for row in ballots.options_of(self.workshop, ballot))
        ]

    def _is_here(self, option: Option) -> bool:
        phases = {phase.id for phase in self.phases}
        if option.opportunity is not None:
            return self.workshop[Opportunity][option.opportunity].phase in phases
        note = self.workshop[Note].get(option.note) if option.note is not None else None
        return note is not None and note.phase in phases


def _title(lane: Lane) -> str:
    """What a lane is called: as people named it, else in the words of the page."""
    if lane.name:
        return lane.name
    words = {
        "doing": tr("Does"),
        "touchpoints": tr("Touchpoints"),
        "thinking": tr("Thinks"),
        "pains": tr("Hurts"),
        OPPORTUNITIES: tr("Could be"),
        OWNER: tr("Owner"),
    }
    return words.get(lane.key) or lane_name(lane)


def _as_thought(text: str) -> str:
    return text if text[:1] in "“„«\"'" else f"“{text}”"
