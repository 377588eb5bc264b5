"""Rounds of entries: ballots, ratings, cards, fingers; whose they are and in what order."""

from __future__ import annotations

from workshop.columns import choice, flag, key, line, lines, ref, whole
from workshop.conditions import Needs, Only, Rising, exactly_one, together
from workshop.records.check_out import FINGERS
from workshop.records.words import (
    ATTRIBUTIONS,
    NEW,
    AlignmentCheckId,
    BallotId,
    CheckOutId,
    ClusterId,
    FunctionId,
    JourneyId,
    NoteId,
    OpportunityId,
    OptionId,
    ParticipantId,
    PersonaId,
    PhaseId,
    ProposalRoundId,
    RoundGroupId,
    RoundId,
    SignId,
    SlipId,
    StageId,
)
from workshop.tables import record, unique
from workshop.ties import chain, fits, listed, nameless, same, within

STATES = ("planned", "open", "closed", "revealed")
OVER = STATES[2:]
"""States of a round in which no more entries are taken."""

_ROUNDS_OF = ("ballot", "alignment_check", "journey", "proposal_round", "check_out")


@record(
    "attribution, state and order of a ballot, check, map, proposal round or check-out",
    exactly_one(*_ROUNDS_OF),
    Only("proposal_round", "attribution", "person"),
    *(unique(owner) for owner in _ROUNDS_OF),
)
class Round:
    """One round of entries: whose they are, and whether they are still hidden."""

    attribution: str = choice("whose entries they are", *ATTRIBUTIONS, yaml=None)
    state: str = choice("how far it is", *STATES, yaml=None)
    ballot: BallotId | None = ref("round of", "ballot", owned=True, default=None, yaml=None)
    alignment_check: AlignmentCheckId | None = ref(
        "or of", "alignment_check", owned=True, default=None, yaml=None
    )
    journey: JourneyId | None = ref("or of", "journey", owned=True, default=None, yaml=None)
    proposal_round: ProposalRoundId | None = ref(
        "or of", "proposal_round", owned=True, default=None, yaml=None
    )
    check_out: CheckOutId | None = ref("or of", "check_out", owned=True, default=None, yaml=None)
    id: RoundId = whole("id", default=NEW, yaml=None)


@record("order[]", unique("round", "participant"))
class RoundMember:
    """A person in the order in which a round was typed in; the order is that of the ids."""

    round: RoundId = ref("the round", "round", owned=True, yaml=None)
    participant: ParticipantId = ref("who", "participant", owned=True, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("groups[]", unique("round", "key"))
class RoundGroup:
    """People counted together in a round without attribution or by show of hands."""

    round: RoundId = ref("the round", "round", owned=True, yaml=None)
    key: str = key("name in YAML")
    id: RoundGroupId = whole("id", default=NEW, yaml=None)


@record("groups[].functions[]", unique("group", "function"))
class RoundGroupFunction:
    """A function whose people are counted in a group."""

    group: RoundGroupId = ref("the group", "round_group", owned=True, yaml=None)
    function: FunctionId = ref("the function", "function", owned=True, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record(
    "ballots[], a run-off under the ballot it decides",
    unique("key"),
    chain("run_off_of", most=9),
)
class Ballot:
    """One vote with dots."""

    key: str = key("name in YAML")
    stage: StageId = ref("where it is held", "stage", owned=True)
    question: str = line("what is asked", 1000, default="")
    dots: int = whole("dots per voter", 1, 20, default=3, always=True)
    max_per_item: int = whole("most dots on one option", 1, 20, default=2, always=True)
    voters: str = choice("who votes", "everyone", "deciders", "functions", default="everyone")
    own_notes: bool = flag("own notes may get dots", default=True)
    by_hands: bool = flag("counted by show of hands", default=False)
    warm_up: bool = flag("counts for nothing", default=False)
    supervote: bool = flag("deciders' dots stand apart", default=False)
    run_off_of: BallotId | None = ref(
        "ballot it decides", "ballot", owned=True, default=None, yaml=None
    )
    reason: str = line("why there is a run-off", 500, default="")
    chosen_by: ParticipantId | None = ref("decider who chose", "participant", default=None)
    id: BallotId = whole("id", default=NEW, yaml=None)


@record("ballots[].functions[]", unique("ballot", "function"))
class BallotFunction:
    """A function that votes, where only some do."""

    ballot: BallotId = ref("on this ballot", "ballot", owned=True, yaml=None)
    function: FunctionId = ref("who votes", "function", owned=True, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record(
    "ballots[].items[], picked and kept",
    exactly_one("cluster", "note", "opportunity", "text"),
    unique("ballot", "cluster"),
    unique("ballot", "note"),
    unique("ballot", "opportunity"),
    unique("ballot", "text", where="text"),
    unique("ballot", "picked"),
    unique("ballot", "kept"),
    listed(
        "ballot.run_off_of",
        "ballot",
        "cluster",
        "note",
        "opportunity",
        "text",
        words="a run-off is between options of its ballot",
    ),
)
class Option:
    """Something that can be voted for. Its number is its place among the ballot's options."""

    ballot: BallotId = ref("on this ballot", "ballot", owned=True, yaml=None)
    cluster: ClusterId | None = ref("a cluster", "cluster", default=None, yaml=None)
    note: NoteId | None = ref("or a note", "note", default=None, yaml=None)
    opportunity: OpportunityId | None = ref(
        "or an opportunity", "opportunity", default=None, yaml=None
    )
    text: str = line("or typed", 500, default="", yaml=None)
    picked: int | None = whole("place among those that go on", 1, 60, default=None, yaml=None)
    kept: int | None = whole("place among those printed", 1, 60, default=None, yaml=None)
    id: OptionId = whole("id", default=NEW, yaml=None)


@record("ballots[].votes{}", unique("ballot", "participant"))
class Slip:
    """A ballot paper that was handed in."""

    ballot: BallotId = ref("for this ballot", "ballot", owned=True, yaml=None)
    participant: ParticipantId = ref("by", "participant", owned=True, yaml=None)
    entered_by_facilitator: bool = flag("typed by the facilitator", default=False, yaml=None)
    id: SlipId = whole("id", default=NEW, yaml=None)


@record(
    "ballots[].votes{}{}",
    unique("slip", "option"),
    same("option.ballot", "slip.ballot"),
    nameless("slip.ballot", "round.ballot"),
)
class Dot:
    """Dots on one option of one ballot paper."""

    slip: SlipId = ref("on this paper", "slip", owned=True, yaml=None)
    option: OptionId = ref("for", "option", owned=True, yaml=None)
    dots: int = whole("how many", 1, 20, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record(
    "counts{}",
    exactly_one("option", "sign", "persona", "check_out"),
    exactly_one("option", "value"),
    together("persona", "phase"),
    Needs("closing", "check_out"),
    unique(
        "group", "option", "sign", "persona", "phase", "check_out", "closing", "value", nulls=True
    ),
    same("option.ballot", "group.round.ballot"),
    same("sign.alignment_check", "group.round.alignment_check"),
    same("phase.journey", "group.round.journey"),
    same("check_out", "group.round.check_out"),
    within("value", "sign.alignment_check", lambda check: (check.min, check.max)),
    within("value", "phase.journey", lambda map: (map.feeling_min, map.feeling_max)),
    within("value", "check_out", lambda _: FINGERS),
    fits(
        "group.round",
        lambda _, round: round.attribution != "none" or round.state in OVER,
        "a round that keeps no names is counted when it is closed",
    ),
)
class Count:
    """How often a group chose an option, or a value on a scale; nobody's name is kept."""

    group: RoundGroupId = ref("the group", "round_group", owned=True, yaml=None)
    option: OptionId | None = ref("an option", "option", owned=True, default=None, yaml=None)
    sign: SignId | None = ref("or a sign", "sign", owned=True, default=None, yaml=None)
    persona: PersonaId | None = ref("or a feeling", "persona", owned=True, default=None, yaml=None)
    phase: PhaseId | None = ref("in a phase", "phase", owned=True, default=None, yaml=None)
    check_out: CheckOutId | None = ref(
        "or fingers", "check_out", owned=True, default=None, yaml=None
    )
    closing: bool = flag("of the second show of fingers", default=False, yaml=None)
    value: int | None = whole("the value on the scale", -9, 9, default=None, yaml=None)
    count: int = whole("how often", 1, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("ballots[].voices[]")
class Voice:
    """What someone said to the result of a vote."""

    ballot: BallotId = ref("about this ballot", "ballot", owned=True, yaml=None)
    by: ParticipantId = ref("who", "participant")
    text: str = line("what", 1000, least=1)
    id: int = whole("id", default=NEW, yaml=None)


@record("alignment_check", unique("stage"), Rising("min", "max", strictly=True))
class AlignmentCheck:
    """Signs of rowing apart, rated by each."""

    stage: StageId = ref("where it is held", "stage", owned=True)
    min: int = whole("lowest value", 0, 9, default=0, yaml=None)
    max: int = whole("highest value", 0, 9, default=4, yaml=None)
    labels: tuple[str, ...] = lines("what the values mean", yaml=None, default=())
    id: AlignmentCheckId = whole("id", default=NEW, yaml=None)


@record(
    "alignment_check.ratings[]",
    unique("alignment_check", "key"),
    unique("alignment_check", "discussed"),
    unique("alignment_check", "watch"),
)
class Sign:
    """A sign of rowing apart."""

    alignment_check: AlignmentCheckId = ref("of", "alignment_check", owned=True, yaml=None)
    key: str = key("name in YAML, the same every quarter", yaml="sign")
    text: str = line("what is seen", 500, least=1)
    discussed: int | None = whole("place among those talked about", 1, 60, default=None, yaml=None)
    watch: int | None = whole("place among those to watch", 1, 60, default=None, yaml=None)
    id: SignId = whole("id", default=NEW, yaml=None)


@record(
    "alignment_check.ratings[].values[]",
    unique("sign", "participant"),
    within("value", "sign.alignment_check", lambda check: (check.min, check.max)),
    nameless("sign.alignment_check", "round.alignment_check"),
)
class Rating:
    """One person's value for a sign."""

    sign: SignId = ref("the sign", "sign", owned=True, yaml=None)
    participant: ParticipantId = ref("who", "participant", owned=True, yaml=None)
    value: int = whole("the value", 0, 9, yaml=None)
    voice_of: str = line("someone outside the room", 80, default="", yaml=None)
    entered_by: str | None = choice(
        "who typed it, if not they", "facilitator", default=None, yaml=None
    )
    id: int = whole("id", default=NEW, yaml=None)


@record("alignment_check.remarks[]")
class SignRemark:
    """What someone said to a sign."""

    sign: SignId = ref("the sign", "sign", owned=True)
    by: ParticipantId = ref("who", "participant")
    text: str = line("what", 1000, least=1)
    id: int = whole("id", default=NEW, yaml=None)
