"""The feelings of a journey as the values that parts draw: curves, call-outs, blind views."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from exports.journeys import DrawnJourney
from exports.parts.blind import Blind, View
from exports.parts.feeling_labels import CallOut
from exports.parts.feelings import NOTHING, Feeling, Mood
from exports.translate import tr
from exports.wording import listed, signed
from workshop import journeys, telling
from workshop.figures import feelings_of
from workshop.records.findings import Persona
from workshop.records.journey import Phase
from workshop.records.words import FunctionId, PersonaId, PhaseId
from workshop.rules import emotion

LONGEST_CALL = 60
"""What is said at the lowest point stands on the curve if it is no longer, in characters."""


class DrawnFeelings:
    """How it feels, for each persona; nothing before it was shown to the room."""

    def __init__(self, drawn: DrawnJourney) -> None:
        self.brief, self.journey, self.workshop = drawn.brief, drawn.journey, drawn.workshop
        self.phases, self.persona, self.moments = drawn.phases, drawn.persona, drawn.moments
        self.shown = telling.feelings_are_told(self.workshop, self.journey)

    @cached_property
    def _felt(self) -> dict[int, dict[int, emotion.Feelings]]:
        return feelings_of(self.workshop, self.journey) if self.shown else {}

    @cached_property
    def _aims(self) -> dict[PersonaId, dict[PhaseId, float]]:
        return journeys.aims_of(self.workshop, self.journey)

    @cached_property
    def _blind(self) -> dict[PersonaId, dict[PhaseId, dict[FunctionId, int]]]:
        return journeys.blind_of(self.workshop, self.journey) if self.shown else {}

    def of(self, persona: Persona | None) -> dict[int, emotion.Feelings]:
        """What the cards say of a persona, by phase."""
        return self._felt.get(persona.id, {}) if persona is not None else {}

    def personas(self) -> list[Persona]:
        """Those of whom anything is known, the one whose journey it is first."""
        known = self._felt.keys() | self._aims.keys() | self._blind.keys()
        rows = [row for row in self.workshop[Persona] if row.id in known]
        return sorted(rows, key=lambda row: (row != self.persona, row.id))

    def mood(self, persona: Persona | None, phases: Sequence[Phase]) -> Mood | None:
        """How a persona feels in these phases, and just before and after them; None where nobody
        said."""
        if persona is None or not (self.of(persona) or self._aims.get(persona.id)):
            return None
        first, last = self.phases.index(phases[0]), self.phases.index(phases[-1])
        every = [NOTHING, *(self._feeling(persona, phase) for phase in self.phases), NOTHING]
        within = tuple(every[first + 1 : last + 2])
        return Mood(within, *self._scale(), before=every[first], after=every[last + 2])

    def _feeling(self, persona: Persona, phase: Phase) -> Feeling:
        felt = self.of(persona).get(phase.id)
        aim = self._aims.get(persona.id, {}).get(phase.id)
        if felt is None:
            return Feeling(aim=aim)
        return Feeling(float(felt.median), felt.low, felt.high, aim)

    def _scale(self) -> tuple[int, int]:
        return self.journey.feeling_min, self.journey.feeling_max

    # What is said on the curve

    def calls(self, phases: Sequence[Phase]) -> list[CallOut]:
        """The lowest point, how it ends, and where the room was furthest apart."""
        felt = self.of(self.persona)
        medians = {phase: feelings.median for phase, feelings in felt.items()}
        lowest, last = emotion.lowest_phase(medians), emotion.last_phase(medians)
        said: dict[int, tuple[str, str]] = {}
        if lowest is not None and not emotion.is_flat(medians):
            said[lowest] = self._lowest(lowest)
        if last is not None:
            said.setdefault(last, (tr("How it ends"), ""))
        for phase in self.apart(self.persona)[:1]:
            said.setdefault(phase.id, (tr("Far apart"), span_of(felt[phase.id])))
        places: dict[int, int] = {phase.id: index for index, phase in enumerate(phases)}
        return [CallOut(places[id], *words) for id, words in said.items() if id in places]

    def _lowest(self, phase: int) -> tuple[str, str]:
        moment = next(iter(self.moments.get(phase, ())), None)
        text = moment.text if moment and len(moment.text) <= LONGEST_CALL else ""
        return tr("Lowest point"), text

    def apart(self, persona: Persona | None) -> list[Phase]:
        """The phases in which the cards are so far apart that the room is asked, the widest
        first."""
        felt = self.of(persona)
        wide = [phase for phase in self.phases if phase.id in felt and felt[phase.id].talk]
        return sorted(wide, key=lambda phase: -felt[phase.id].spread)

    # Blind curves

    def blind(self, persona: Persona, phases: Sequence[Phase]) -> Blind | None:
        """What each function said of these phases before it heard the others."""
        given = self._blind.get(persona.id, {})
        views = [
            View(mark, tuple(given.get(phase.id, {}).get(mark.id) for phase in phases))
            for mark in self.brief.functions.values()
        ]
        views = [view for view in views if any(value is not None for value in view.values)]
        if not views:
            return None
        gap = emotion.widest_gap(given)
        places: dict[int, int] = {phase.id: index for index, phase in enumerate(phases)}
        if gap is None or gap.phase not in places:
            return Blind(tuple(views), *self._scale())
        said = self._gap_in_words(gap, phases[places[gap.phase]])
        return Blind(tuple(views), *self._scale(), places[gap.phase], said)

    def _gap_in_words(self, gap: emotion.Gap[PhaseId, FunctionId], phase: Phase) -> str:
        highest, lowest = (
            listed([self.brief.functions[id].name for id in ids])
            for ids in (gap.highest, gap.lowest)
        )
        return tr(
            "Widest gap: {phase}. {highest} said {high}, {lowest} said {low}.",
            phase=phase.name,
            highest=highest,
            high=signed(gap.high),
            lowest=lowest,
            low=signed(gap.low),
        )


def span_of(felt: emotion.Feelings) -> str:
    """From the lowest to the highest card."""
    return tr("{low} to {high}", low=signed(felt.low), high=signed(felt.high))
