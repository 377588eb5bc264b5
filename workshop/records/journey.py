"""The journey map: phases, feelings, opportunities, moments of truth."""

from __future__ import annotations

from workshop.columns import choice, field, key, line, number, ref, whole
from workshop.conditions import Rising
from workshop.dates import TODAY, Horizon
from workshop.records.words import (
    NEW,
    FunctionId,
    JourneyId,
    MomentId,
    OpportunityId,
    ParticipantId,
    PersonaId,
    PhaseId,
    StageId,
)
from workshop.tables import most, record, unique
from workshop.ties import few, nameless, within

MOST_PHASES = 12
MOST_PERSONAS = 5
"""On one journey: the one that it follows, and up to four more with a curve."""

_ON_SCALE = within("value", "phase.journey", lambda map: (map.feeling_min, map.feeling_max))
_FEW_PERSONAS = few(
    "persona", MOST_PERSONAS, "phase.journey", f"a journey has at most {MOST_PERSONAS} personas"
)


@record("journey", unique("stage"), Rising("feeling_min", "feeling_max", strictly=True))
class Journey:
    """One persona's day with us, phase by phase."""

    stage: StageId = ref("where it was begun", "stage", owned=True)
    persona: PersonaId | None = ref("whose journey", "persona", default=None)
    scenario: str = line("from where to where", 500, default="")
    horizon: str = field(Horizon("when the journey is to be so"), default=TODAY, always=True)
    feeling_min: int = whole("lowest feeling", -5, 0, default=-3, yaml=None)
    feeling_max: int = whole("highest feeling", 0, 5, default=3, yaml=None)
    id: JourneyId = whole("id", default=NEW, yaml=None)


@record("journey.phases[]", unique("journey", "key"), most(MOST_PHASES, per="journey"))
class Phase:
    """A phase of the journey."""

    journey: JourneyId = ref("of", "journey", owned=True, yaml=None)
    key: str = key("name in YAML")
    name: str = line("what it is called", 80, least=1)
    owner: FunctionId | None = ref("who owns it; none: nobody", "function", default=None, yaml=None)
    place: float = number("order", default=0, yaml=None)
    id: PhaseId = whole("id", default=NEW, yaml=None)


@record("journey.opportunities[]", unique("key"))
class Opportunity:
    """Something that would make a phase better."""

    key: str = key("name in YAML")
    phase: PhaseId = ref("where", "phase", owned=True)
    text: str = line("what", 500, least=1)
    segment: str = line("for whom", default="")
    revenue_effect: str = line("what it would bring", default="")
    id: OpportunityId = whole("id", default=NEW, yaml=None)


@record("journey.moments_of_truth[]", unique("key"))
class Moment:
    """A moment that decides how the whole journey is remembered."""

    key: str = key("name in YAML")
    phase: PhaseId = ref("where", "phase", owned=True)
    text: str = line("what happens", 500, least=1)
    owner: ParticipantId | None = ref("who looks after it", "participant", default=None)
    told_by: ParticipantId | None = ref("who tells an absent owner", "participant", default=None)
    quote: str = line("what was said of it", 500, default="")
    id: MomentId = whole("id", default=NEW, yaml=None)


@record("journey.moments_of_truth[].opportunities[]", unique("moment", "opportunity"))
class MomentOpportunity:
    """An opportunity that would change a moment of truth."""

    moment: MomentId = ref("the moment", "moment", owned=True, yaml=None)
    opportunity: OpportunityId = ref("the opportunity", "opportunity", owned=True, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record(
    "journey.emotion.cards{}{}[]",
    unique("phase", "persona", "participant"),
    _ON_SCALE,
    _FEW_PERSONAS,
    nameless("phase.journey", "round.journey"),
)
class Card:
    """One participant's card: how a persona feels in a phase."""

    phase: PhaseId = ref("in this phase", "phase", owned=True, yaml=None)
    persona: PersonaId = ref("how this persona feels", "persona", owned=True, yaml=None)
    participant: ParticipantId = ref("says", "participant", owned=True, yaml=None)
    value: int = whole("the feeling", -5, 5, yaml=None)
    voice_of: str = line("someone outside the room", 80, default="", yaml=None)
    entered_by: str | None = choice(
        "who typed it, if not they", "facilitator", default=None, yaml=None
    )
    id: int = whole("id", default=NEW, yaml=None)


@record(
    "journey.emotion.blind{}{}{}",
    unique("phase", "persona", "function"),
    _ON_SCALE,
    _FEW_PERSONAS,
)
class BlindValue:
    """What a function agreed on before anyone else was heard."""

    phase: PhaseId = ref("in this phase", "phase", owned=True, yaml=None)
    persona: PersonaId = ref("how this persona feels", "persona", owned=True, yaml=None)
    function: FunctionId = ref("says", "function", owned=True, yaml=None)
    value: int = whole("the feeling", -5, 5, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("journey.emotion.target{}{}", unique("phase", "persona"), _ON_SCALE, _FEW_PERSONAS)
class Target:
    """How a persona is to feel once we are there."""

    phase: PhaseId = ref("in this phase", "phase", owned=True, yaml=None)
    persona: PersonaId = ref("how this persona will feel", "persona", owned=True, yaml=None)
    value: float = number("the feeling", -5, 5, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("journey.emotion.discussed[]", nameless("phase.journey", "round.journey", "high", "low"))
class Talk:
    """What was said about a wide spread of feelings."""

    persona: PersonaId = ref("about this persona", "persona", owned=True)
    phase: PhaseId = ref("in this phase", "phase", owned=True)
    high: ParticipantId | None = ref("who showed the highest", "participant", default=None)
    low: ParticipantId | None = ref("who showed the lowest", "participant", default=None)
    outcome: str = line("what came of it", 1000, default="")
    id: int = whole("id", default=NEW, yaml=None)
