"""A journey's map put together: what its page shows, and in which order lanes get room."""

from __future__ import annotations

from collections.abc import Sequence

from exports import titles
from exports.ink import CAPTION, LANE, MUTED, PAGE_TITLE
from exports.journey_feelings import DrawnFeelings
from exports.journeys import DrawnJourney
from exports.lines import Span, text_width
from exports.parts.feelings import Named
from exports.parts.journey_lanes import Entry, LaneRow, OwnerRow
from exports.parts.journey_page import PERSON_WIDTH, JourneyHead, Map
from exports.parts.marks import legend_width
from exports.translate import tr
from exports.wording import grade
from workshop import journeys
from workshop.journeys import OPPORTUNITIES, OWNER
from workshop.records.journey import Phase

BEFORE_FEELINGS = ("doing", "touchpoints", "thinking")
"""Lanes that stand over the curve."""

WANTED = ("pains", OPPORTUNITIES, "doing", "thinking", OWNER)
"""Lanes in the order in which they are given room; the others come after them."""

NEEDED = 4
"""So many of them belong on the page of the curve."""

KNOWN = "how it is known"
LONGEST_SITUATION = 170


class JourneySheet:
    """The values of a journey's page, for the brief and for posters."""

    def __init__(self, drawn: DrawnJourney, feelings: DrawnFeelings) -> None:
        self.drawn, self.feelings = drawn, feelings

    def map(self, phases: Sequence[Phase], width: float, remark_below: float) -> Map:
        """The map of some phases, `width` millimetres wide, its remark so far under it."""
        lanes = self.lanes(phases)
        keys = [key for key, _ in lanes]
        wanted = [keys.index(key) for key in WANTED if key in keys]
        return Map(
            head=self.head(width),
            phases=tuple(self.drawn.names(phases)),
            lanes=tuple(lane for _, lane in lanes),
            wanted=(*wanted, *(index for index in range(len(keys)) if index not in wanted)),
            field_after=sum(key in BEFORE_FEELINGS for key in keys),
            mood=self.feelings.mood(self.drawn.persona, phases),
            named=Named(tr("Feels"), "", self._today(), tr("To be")),
            calls=tuple(self.feelings.calls(phases)),
            remark=self._remark(phases, width),
            remark_below=remark_below,
            needed=len([key for key in keys if key in WANTED[:NEEDED]]),
        )

    def head(self, width: float) -> JourneyHead:
        """The title: the scenario, else whose journey it is; and at the right the persona. A
        scenario too long for a title stands under that of the stage."""
        person, scenario = self.drawn.persona, self.drawn.journey.scenario
        title, story = scenario or (person.name if person else self.drawn.stage), ""
        if scenario and text_width(scenario, PAGE_TITLE) > width - PERSON_WIDTH:
            title, story = self.drawn.stage, scenario
        if person is None:
            return JourneyHead(titles.name("journey"), title, story=story)
        about = [person.kind]
        if len(person.situation) <= LONGEST_SITUATION:
            about.append(person.situation)
        said = "\n".join(text for text in about if text)
        return JourneyHead(titles.name("journey"), title, person.name, said, story)

    def lanes(self, phases: Sequence[Phase]) -> list[tuple[str, LaneRow | OwnerRow]]:
        """The lanes by key, and last how it is all known."""
        grades = [journeys.grades_of(self.drawn.workshop, phase) for phase in phases]
        lanes = self.drawn.lanes(phases)
        if any(grades):
            known = LaneRow(tr("How we know"), [_known(one) for one in grades], ruled=True)
            lanes.append((KNOWN, known))
        return lanes

    def _today(self) -> str:
        horizon = self.drawn.journey.horizon
        return tr("Today") if horizon == "today" else horizon

    def _remark(self, phases: Sequence[Phase], width: float) -> str:
        """What the signs of the map mean, if there is room for it beside the legend."""
        said = [tr("One mark, one dot.")] if self.drawn.votes else []
        if self.feelings.of(self.drawn.persona):
            said.append(tr("Band: spread of the cards."))
        if self.drawn.is_all_guessed:
            said.append(tr("Mostly guessed."))
        remark = " ".join(said)
        room = width - legend_width(self.drawn.brief.functions.values()) - 8.0
        return remark if text_width(remark, CAPTION) <= room else ""


def _known(grades: dict[str, int]) -> tuple[Entry, ...]:
    """The share of guesses, and the other grades in words."""
    every, guessed = sum(grades.values()), grades.get(journeys.UNGRADED, 0)
    if not every:
        return ()
    share = tr("{some} of {all} guessed", some=guessed, all=every)
    others = [f"{count} {grade(name)}" for name, count in grades.items() if name != "guess"]
    more = Span("".join(f", {words}" for words in others), LANE.tinted(MUTED))
    return (Entry((Span(share, LANE), more)),)
