"""What a journey map prints: the map on a lying page, and after it all that the map tells of."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from exports import titles
from exports.brief import Brief, prints
from exports.ink import ACCENT, BODY, CAPTION, EYEBROW, LANE, MUTED, NOTE, QUOTE
from exports.journey_feelings import DrawnFeelings, span_of
from exports.journeys import BEFORE_FEELINGS, WANTED, DrawnJourney
from exports.lines import Span, text_width
from exports.pages import FRAME_TOP, Begin, lying, upright
from exports.parts.blind import BlindField
from exports.parts.feelings import FeelingField, Named
from exports.parts.heads import Band
from exports.parts.journey_lanes import Entry, LaneRow
from exports.parts.journey_page import JourneyHead, JourneyPage, Map
from exports.parts.journey_table import JourneyTable
from exports.parts.marked import marked
from exports.parts.marks import legend_width
from exports.parts.part import Columns, Part, Space, Stack
from exports.parts.phases import PhaseLine
from exports.parts.rows import Rows, cells
from exports.parts.sources import came_from
from exports.parts.words import Words, bulleted, quoted
from exports.translate import plural, tr
from exports.wording import grade
from workshop import journeys
from workshop.figures import phases_of, round_of, tally_of
from workshop.records.findings import Persona
from workshop.records.journey import Card, Moment, Phase, Talk

SMALL_FIELD, BLIND_FIELD = 21.0, 52.0
LONGEST_SITUATION = 170
APART = (4, 3, 2, 8)


@prints("journey")
def journey(brief: Brief) -> list[Flowable]:
    """Every journey that has phases, each on pages of its own."""
    parts: list[Flowable] = []
    for row in journeys.all_journeys(brief.workshop):
        if phases_of(brief.workshop, row):
            begin = [] if parts else [Begin("journey")]
            parts += [*lying(), *begin, *_Journey(brief, DrawnJourney(brief, row)).parts()]
    return parts


class _Journey:
    """The pages of one journey."""

    def __init__(self, brief: Brief, drawn: DrawnJourney) -> None:
        self.brief, self.drawn, self.feelings = brief, drawn, DrawnFeelings(drawn)

    def parts(self) -> list[Flowable]:
        """The maps of all phases, then the moments of truth and where the room was apart."""
        parts: list[Flowable] = []
        for phases in self.drawn.pages:
            parts += [*(lying() if parts else []), *self._pages(phases)]
        return [*parts, *upright(), *self._moments(), *self._apart(), *self._sources()]

    # The map

    def _pages(self, phases: Sequence[Phase]) -> list[Flowable]:
        """The map of some phases, and what found no room on it."""
        page = self.brief.paper.landscape
        first = JourneyPage(self._map(phases), page.live_width, page.last_text_at - FRAME_TOP)
        rows = [*first.rest, *self._known(phases), *self._others(phases)]
        if not rows:
            return [first]
        head = PhaseLine(self.drawn.names(phases), small=True, said=tr("continued"))
        return [first, *lying(), JourneyTable(head, rows)]

    def _map(self, phases: Sequence[Phase]) -> Map:
        drawn, page = self.drawn, self.brief.paper.landscape
        lanes = drawn.lanes(phases)
        keys = [key for key, _ in lanes]
        wanted = [keys.index(key) for key in WANTED if key in keys]
        return Map(
            head=self._head(),
            phases=tuple(drawn.names(phases)),
            lanes=tuple(lane for _, lane in lanes),
            wanted=(*wanted, *(index for index in range(len(keys)) if index not in wanted)),
            field_after=sum(key in BEFORE_FEELINGS for key in keys),
            mood=self.feelings.mood(drawn.persona, phases),
            named=Named(tr("Feels"), "", self._today(), tr("To be")),
            calls=tuple(self.feelings.calls(phases)),
            remark=self._remark(phases),
            remark_below=page.legend_at - page.last_text_at,
        )

    def _head(self) -> JourneyHead:
        person = self.drawn.persona
        title = self.drawn.journey.scenario or (person.name if person else self.drawn.stage)
        if person is None:
            return JourneyHead(titles.name("journey"), title)
        about = [person.kind]
        if len(person.situation) <= LONGEST_SITUATION:
            about.append(person.situation)
        said = "\n".join(text for text in about if text)
        return JourneyHead(titles.name("journey"), title, person.name, said)

    def _today(self) -> str:
        horizon = self.drawn.journey.horizon
        return tr("Today") if horizon == "today" else horizon

    def _remark(self, phases: Sequence[Phase]) -> str:
        """What the signs of the map mean, if there is room for it beside the legend."""
        said = [tr("One mark, one dot.")] if self.drawn.votes else []
        if self.feelings.of(self.drawn.persona):
            said.append(tr("Band: spread of the cards."))
        if any(name.guessed for name in self.drawn.names(phases)):
            said.append(tr("Ring: over half is guessed."))
        remark = " ".join(said)
        legend = legend_width(self.brief.functions.values())
        room = self.brief.paper.landscape.live_width - legend - 8.0
        return remark if text_width(remark, CAPTION) <= room else ""

    # Further rows under the phases

    def _known(self, phases: Sequence[Phase]) -> list[Part]:
        """How many notes of each phase are guessed, and how the others are known."""
        found = [journeys.grades_of(self.brief.workshop, phase) for phase in phases]
        if not any(found):
            return []
        return [LaneRow(tr("How we know"), [_known(grades) for grades in found], ruled=True)]

    def _others(self, phases: Sequence[Phase]) -> list[Part]:
        """The curves of the further personas, and what functions said before they met."""
        found: list[Part] = []
        for persona in self.feelings.personas():
            mood = self.feelings.mood(persona, phases)
            if mood is not None and persona != self.drawn.persona:
                named = Named(persona.name, persona.kind)
                found.append(FeelingField(mood, named, SMALL_FIELD, small=True))
        for persona in self.feelings.personas():
            blind = self.feelings.blind(persona, phases)
            if blind is not None:
                name = tr("Each function by itself")
                found.append(BlindField(name, blind, BLIND_FIELD, remark=persona.name))
        return found

    # Under the map

    def _sources(self) -> list[Part]:
        """Where the map, its curve and its dots come from."""
        lines = [came_from(self.drawn.stage, self._cards(), above=6.0)]
        for ballot in self.drawn.votes:
            dots = sum(row.dots for row in tally_of(self.brief.workshop, ballot).standings)
            given = plural(dots, "{count} dot", "{count} dots")
            lines.append(came_from(self.brief.stages[ballot.stage].title, given, above=0.0))
        return [*lines]

    def _cards(self) -> str:
        """How many cards the curves are made of."""
        phases = [phase.id for phase in self.drawn.phases]
        shown = [card for card in self.brief.workshop[Card] if card.phase in phases]
        if not shown or not self.feelings.personas():
            return ""
        people = len({card.participant for card in shown})
        one, many = "{cards} cards by {count} person", "{cards} cards by {count} people"
        return plural(people, one, many, cards=len(shown))

    def _moments(self) -> list[Flowable]:
        """The moments of truth, up to three beside each other."""
        found = journeys.moments_of(self.brief.workshop, self.drawn.journey)
        if not found:
            return []
        head = Words(tr("Moments of truth"), EYEBROW, above=9.0, below=2.0)
        head.keepWithNext = 1
        parts: list[Flowable] = [head]
        columns = 2 if len(found) in (1, 2, 4) else 3
        for start in range(0, len(found), columns):
            row: list[Part] = [self._moment(one) for one in found[start : start + columns]]
            empty = [Space(0) for _ in range(columns - len(row))]
            parts.append(Columns([*row, *empty], below=5.0))
        return parts

    def _moment(self, moment: Moment) -> Part:
        phase = self.brief.workshop[Phase][moment.phase]
        parts: list[Part] = [Band(moment.text), Words(phase.name, CAPTION, below=1.5)]
        if moment.quote:
            parts.append(Words(quoted(moment.quote), QUOTE, below=1.5))
        if moment.owner is not None:
            owner = self.brief.function_of(moment.owner)
            parts.append(marked(owner, self.brief.name(moment.owner), NOTE, below=1.5))
        else:
            parts.append(Words(tr("nobody looks after it"), NOTE.tinted(ACCENT), below=1.5))
        for row in journeys.opportunities_for(self.brief.workshop, moment):
            parts.append(bulleted(row.text, NOTE))
        return Stack(parts)

    def _apart(self) -> list[Flowable]:
        """Where the cards were far apart, and what was said about it."""
        rows = [
            self._talk(persona, phase)
            for persona in self.feelings.personas()
            for phase in self._to_talk_about(persona)
        ]
        if not rows:
            return []
        return [Band(tr("Where we were far apart")), Rows(rows)]

    def _to_talk_about(self, persona: Persona) -> list[Phase]:
        """The phases that are apart, and those that were talked about all the same."""
        apart = self.feelings.apart(persona)
        talked = {row.phase for row in self.brief.workshop[Talk] if row.persona == persona.id}
        more = [row for row in self.drawn.phases if row.id in talked and row not in apart]
        return [*apart, *more]

    def _talk(self, persona: Persona, phase: Phase) -> Part:
        felt = self.feelings.of(persona).get(phase.id)
        talks = [
            row
            for row in self.brief.workshop[Talk].where("phase", phase.id)
            if row.persona == persona.id
        ]
        said = [part for row in talks for part in self._said(row)]
        if not any(row.outcome for row in talks):
            said.append(Words(tr("Not talked about yet."), BODY.tinted(ACCENT)))
        name, span = Words(phase.name, BODY.bold()), span_of(felt) if felt else ""
        return cells([name, persona.name, span, Stack(said)], APART)

    def _said(self, talk: Talk) -> list[Part]:
        """What came of it, and which functions showed the ends of the spread: no one's card is
        ever printed."""
        high, low = self._teller(talk.high), self._teller(talk.low)
        parts: list[Part] = [Words(talk.outcome, BODY)] if talk.outcome else []
        who = [tr("highest: {who}", who=high)] if high else []
        who += [tr("lowest: {who}", who=low)] if low else []
        if high and high == low:
            who = [tr("highest and lowest: {who}", who=high)]
        return [*parts, Words(", ".join(who), CAPTION)] if who else parts

    def _teller(self, person: int | None) -> str:
        round = round_of(self.brief.workshop, "journey", self.drawn.journey.id)
        function = self.brief.function_of(person)
        hidden = round is not None and round.attribution == "none"
        return "" if function is None or hidden else function.name


def _known(grades: dict[str, int]) -> tuple[Entry, ...]:
    """The share of guesses, and the other grades in words."""
    every, guessed = sum(grades.values()), grades.get(journeys.UNGRADED, 0)
    if not every:
        return ()
    share = tr("{some} of {all} guessed", some=guessed, all=every)
    others = [f"{count} {grade(name)}" for name, count in grades.items() if name != "guess"]
    more = Span("".join(f", {words}" for words in others), LANE.tinted(MUTED))
    return (Entry((Span(share, LANE), more)),)
