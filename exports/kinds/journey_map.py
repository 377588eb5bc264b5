"""What a journey map prints: the map on a lying page, and after it all that the map tells of."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from exports import hidden, titles
from exports.brief import Brief, prints
from exports.ink import ACCENT, BODY, CAPTION, NOTE, QUOTE
from exports.journey_feelings import DrawnFeelings, span_of
from exports.journey_sheet import JourneySheet
from exports.journeys import DrawnJourney
from exports.pages import FRAME_TOP, Begin, lying, upright
from exports.parts.blind import BlindField
from exports.parts.feelings import FeelingField, Named
from exports.parts.heads import Band, SectionHead
from exports.parts.journey_page import JourneyPage
from exports.parts.journey_table import JourneyTable
from exports.parts.marked import marked
from exports.parts.part import Columns, Part, Space, Stack
from exports.parts.phases import PhaseLine
from exports.parts.rows import Rows, cells
from exports.parts.sources import came_from
from exports.parts.words import Words, bulleted, quoted
from exports.translate import plural, tr
from workshop import journeys
from workshop.figures import phases_of, tally_of
from workshop.records.findings import Persona
from workshop.records.journey import Card, Moment, Phase, Talk

SMALL_FIELD, BLIND_FIELD = 21.0, 52.0
MOST_UPRIGHT = 6
"""So many phases can stand beside each other on an upright page."""

APART = (4, 3, 2, 8)


@prints("journey")
def journey(brief: Brief) -> list[Flowable]:
    """Every journey that has phases, each on pages of its own."""
    parts: list[Flowable] = []
    for row in journeys.all_journeys(brief.workshop):
        if phases_of(brief.workshop, row):
            pages = _Journey(brief, DrawnJourney(brief, row)).parts()
            parts += [*pages[:1], *([] if parts else [Begin("journey")]), *pages[1:]]
    return parts


class _Journey:
    """The pages of one journey."""

    def __init__(self, brief: Brief, drawn: DrawnJourney) -> None:
        self.brief, self.drawn, self.feelings = brief, drawn, DrawnFeelings(drawn)
        self.sheet = JourneySheet(drawn, self.feelings)

    def parts(self) -> list[Flowable]:
        """The maps of all phases, then what functions said by themselves, the moments of truth
        and where the room was apart; the first turns the page."""
        parts: list[Flowable] = []
        if self._is_small():
            parts = [
                *upright(),
                self.sheet.head(self.brief.paper.portrait.live_width),
                self._table(self.drawn.phases),
            ]
        else:
            maps = [self._map(phases) for phases in self.drawn.pages]
            rests = map(self._rest, self.drawn.pages, maps)
            parts = [part for one in maps for part in (*lying(), one)]
            parts += self._continued([rest for rest in rests if rest is not None])
            parts += upright()
        return [*parts, *self._moments(), *self._apart(), *self._blind(), *self._sources()]

    # The map

    def _is_small(self) -> bool:
        """Without a curve a few phases need no lying page."""
        known = self.feelings.mood(self.drawn.persona, self.drawn.phases)
        return known is None and len(self.drawn.phases) <= MOST_UPRIGHT

    def _table(self, phases: Sequence[Phase]) -> Part:
        lanes = [lane for _, lane in self.sheet.lanes(phases)]
        line = PhaseLine(self.drawn.names(phases), small=True)
        return JourneyTable(line, [*lanes, *self._others(phases)], above=5.0)

    def _map(self, phases: Sequence[Phase]) -> JourneyPage:
        """The map of some phases."""
        page = self.brief.paper.landscape
        below = page.legend_at - page.last_text_at
        map = self.sheet.map(phases, page.live_width, below)
        return JourneyPage(map, page.live_width, page.last_text_at - FRAME_TOP)

    def _rest(self, phases: Sequence[Phase], map: JourneyPage) -> JourneyTable | None:
        """What found no room on the map of these phases."""
        rows: list[Part] = [*map.rest, *self._others(phases)]
        if len(self.drawn.phases) > MOST_UPRIGHT:
            rows += self._blind_fields(phases)
        head = PhaseLine(self.drawn.names(phases), small=True)
        return JourneyTable(head, rows, above=6.0) if rows else None

    def _continued(self, rests: Sequence[Part]) -> list[Flowable]:
        """What found no room on the maps, on lying pages of its own."""
        title = self.sheet.head(self.brief.paper.landscape.live_width).title
        return [*lying(), Band(title, continued=True), *rests] if rests else []

    def _others(self, phases: Sequence[Phase]) -> list[Part]:
        """The curves of the further personas."""
        found: list[Part] = []
        for persona in self.feelings.personas():
            mood = self.feelings.mood(persona, phases)
            if mood is not None and persona != self.drawn.persona:
                named = Named(persona.name, persona.kind)
                found.append(FeelingField(mood, named, SMALL_FIELD, small=True))
        return found

    def _blind_fields(self, phases: Sequence[Phase]) -> list[Part]:
        """What each function said before it heard the others, for every persona."""
        found: list[Part] = []
        for persona in self.feelings.personas():
            blind = self.feelings.blind(persona, phases)
            if blind is not None:
                name = tr("Each function by itself")
                found.append(BlindField(name, blind, BLIND_FIELD, remark=persona.name))
        return found

    def _blind(self) -> list[Part]:
        """The same, where all phases stand on an upright page."""
        few = len(self.drawn.phases) <= MOST_UPRIGHT
        rows = self._blind_fields(self.drawn.phases) if few else []
        if not rows:
            return []
        line = PhaseLine(self.drawn.names(self.drawn.phases), small=True)
        band = Band(tr("Before we heard each other"), above=9.0)
        return [band, JourneyTable(line, rows)]

    # Under the map

    def _sources(self) -> list[Part]:
        """Where the map, its curve and its dots come from."""
        lines: list[Part] = [came_from(self.drawn.stage, self._cards(), above=6.0)]
        lines += [hidden.remark(text) for text in self._hidden()]
        for ballot in self.drawn.votes:
            dots = sum(row.dots for row in tally_of(self.brief.workshop, ballot).standings)
            given = plural(dots, "{count} dot", "{count} dots")
            lines.append(came_from(self.brief.stages[ballot.stage].title, given, above=0.0))
        return lines

    def _hidden(self) -> list[str]:
        """What of the map is not told yet."""
        journey = self.drawn.journey
        said = [hidden.covered(self.brief, journey.stage)]
        state = hidden.round_state(self.brief, "journey", journey.id)
        if state and not self.feelings.shown:
            said.append(tr("The feelings are {state}: no card is told.", state=state))
        return [text for text in said if text]

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
        head = SectionHead(titles.name("journey"), tr("Moments of truth"), below=4.0)
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
        if not self.feelings.shown:
            return []
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
        who = [tr("highest card: {who}", who=high)] if high else []
        who += [tr("lowest card: {who}", who=low)] if low else []
        if high and high == low:
            who = [tr("highest and lowest card both from {who}", who=high)]
        return [*parts, Words(", ".join(who), CAPTION)] if who else parts

    def _teller(self, person: int | None) -> str:
        function = self.brief.function_of(person)
        return function.name if function else ""
