"""Notes, clusters, groups of people, and where things come from."""

from __future__ import annotations

from workshop.columns import choice, flag, key, line, number, ref, text, whole
from workshop.conditions import Bare, at_most_one, exactly_one, together
from workshop.records.words import (
    EVIDENCE,
    NEW,
    NOTE_LIMIT,
    ActionId,
    AlternativeId,
    ClusterId,
    DraftId,
    FiveWhysId,
    FunctionId,
    GroupId,
    GroupingId,
    LaneId,
    MetricId,
    MilestoneId,
    NoteId,
    OpportunityId,
    ParticipantId,
    PersonaId,
    PhaseId,
    ProposalId,
    RoadblockId,
    StageId,
    WhyId,
    WinId,
)
from workshop.tables import record, unique
from workshop.ties import chain, fits, nameless, once, same


@record("clusters[]", unique("key"), together("x", "y"))
class Cluster:
    """Notes under a title."""

    key: str = key("name in YAML", "none")
    stage: StageId = ref("where it was made", "stage", owned=True)
    name: str = line("its title", default="")
    phase: PhaseId | None = ref("the phase it stands for", "phase", default=None)
    x: float | None = number("place on the wall, board units", default=None)
    y: float | None = number("place on the wall, board units", default=None)
    place: float = number("order in lists", default=0, yaml=None)
    id: ClusterId = whole("id", default=NEW, yaml=None)


SIGNALS = ("outcome", "driver", "guard", "set_aside")
"""What the signals of a metrics stage are sorted into."""

_NUMBERED = (
    "function", "author", "cluster", "loner", "evidence", "merged_into", "signal", "solution",
    "channel", "entered_by", "entered_by_facilitator", "x", "y", "place", "picture",
)  # fmt: skip
"""What a note has only together with a number."""


@record(
    "notes[], or journey.phases[].cells where it has nothing but its text",
    unique("nr"),
    together("x", "y"),
    at_most_one("cluster", "loner"),
    at_most_one("entered_by", "entered_by_facilitator"),
    Bare("nr", _NUMBERED),
    chain("merged_into"),
    same("cluster.stage", "stage"),
    fits(
        "merged_into",
        lambda note, into: note.stage == into.stage,
        "a note is merged into one of the same stage",
    ),
    nameless("stage", "board.stage", "function", "author", "entered_by"),
)
class Note:
    """A sticky note. Without a number it is a plain entry of a journey cell."""

    nr: int | None = whole("room number, never given twice", 1, default=None)
    stage: StageId | None = ref("where it was written; none: the parking lot", "stage",
                                owned=True, default=None, always=True)  # fmt: skip
    lane: LaneId | None = ref("lane that is not a function", "lane", default=None)
    phase: PhaseId | None = ref("phase of the journey", "phase", default=None)
    function: FunctionId | None = ref("whose note", "function", default=None)
    author: ParticipantId | None = ref("who wrote it", "participant", default=None)
    text: str = text("what it says", NOTE_LIMIT, least=1)
    cluster: ClusterId | None = ref("cluster it lies in", "cluster", default=None)
    loner: bool = flag("kept out of clusters on purpose", default=False, yaml=None)
    evidence: str | None = choice("how it is known", *EVIDENCE, default=None)
    merged_into: NoteId | None = ref("note it was merged into", "note", default=None)
    signal: str | None = choice("what a measure is to be", *SIGNALS, default=None)
    solution: bool = flag("a cure rather than a trouble", default=False)
    channel: str = line("where a touchpoint happens", default="")
    entered_by: ParticipantId | None = ref("who typed it", "participant", default=None)
    entered_by_facilitator: bool = flag("typed by the facilitator", default=False, yaml=None)
    x: float | None = number("place on the wall, board units", default=None)
    y: float | None = number("place on the wall, board units", default=None)
    place: float | None = number("order in its lane; none: by number", default=None)
    picture: str | None = line("hash of its picture", 64, default=None)
    id: NoteId = whole("id", default=NEW, yaml=None)


@record("wins[]", unique("note"), at_most_one("metric", "milestone", "action"))
class Win:
    """A note that tells of something won, and what it is linked to."""

    note: NoteId = ref("the note", "note", owned=True)
    metric: MetricId | None = ref("the number it moved", "metric", default=None)
    milestone: MilestoneId | None = ref("or the milestone", "milestone", default=None)
    action: ActionId | None = ref("or the action", "action", default=None)
    id: WinId = whole("id", default=NEW, yaml=None)


@record("wins[].made_possible_by[]", unique("win", "function"))
class WinFunction:
    """A function that made a win possible."""

    win: WinId = ref("the win", "win", owned=True, yaml=None)
    function: FunctionId = ref("who", "function", owned=True, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("marked[]", unique("stage", "text"))
class Marked:
    """Words that sentences side by side have in common, or that stand in one of them alone."""

    stage: StageId = ref("of this stage's board", "stage", owned=True)
    mark: str = choice("which", "common", "single")
    text: str = line("the words", NOTE_LIMIT, least=1)
    id: int = whole("id", default=NEW, yaml=None)


@record("groups[]", unique("stage"))
class Grouping:
    """The groups people work in during a stage."""

    stage: StageId = ref("in this stage", "stage", owned=True)
    id: GroupingId = whole("id", default=NEW, yaml=None)


@record("groups[].groups[]", unique("key"))
class Group:
    """A few people working together."""

    grouping: GroupingId = ref("one of these groups", "grouping", owned=True, yaml=None)
    key: str = key("name in YAML")
    name: str = line("what it is called", 80, default="")
    locked: bool = flag("stays when groups are shuffled", default=False)
    function: FunctionId | None = ref("works for this function", "function", default=None)
    id: GroupId = whole("id", default=NEW, yaml=None)


@record(
    "groups[].groups[].phases[]",
    unique("group", "phase"),
    fits("group", lambda _, group: group.function is None, "a group has a function or phases"),
)
class GroupPhase:
    """A phase of the journey that a group works on."""

    group: GroupId = ref("the group", "group", owned=True, yaml=None)
    phase: PhaseId = ref("the phase", "phase", owned=True, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record(
    "groups[].groups[].members[]",
    unique("group", "participant"),
    once("participant", "group.grouping", "nobody is in two groups of one stage"),
)
class GroupMember:
    """Someone in a group."""

    group: GroupId = ref("the group", "group", owned=True, yaml=None)
    participant: ParticipantId = ref("who", "participant", owned=True, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


_OWNERS = (
    "note", "persona", "alternative", "five_whys", "why", "draft", "opportunity", "metric",
    "milestone", "roadblock", "proposal", "action", "positioning", "press_release",
    "must_be_true", "guardrail_line",
)  # fmt: skip
_SOURCES = (
    "from_stage", "from_note", "from_cluster", "from_opportunity", "from_proposal",
    "from_persona", "from_earlier", "from_parking_lot",
)  # fmt: skip


@record(
    "from, of the record that was taken in",
    exactly_one(*_OWNERS),
    exactly_one(*_SOURCES),
    *(unique(owner) for owner in _OWNERS),
)
class Link:
    """Where a record was taken from, and the text it had there then."""

    note: NoteId | None = ref("taken in as a note", "note", owned=True, default=None, yaml=None)
    persona: PersonaId | None = ref(
        "or as a persona", "persona", owned=True, default=None, yaml=None
    )
    alternative: AlternativeId | None = ref(
        "or as an alternative", "alternative", owned=True, default=None, yaml=None
    )
    five_whys: FiveWhysId | None = ref(
        "or as the start of five whys", "five_whys", owned=True, default=None, yaml=None
    )
    why: WhyId | None = ref(
        "or as an answer of five whys", "why", owned=True, default=None, yaml=None
    )
    draft: DraftId | None = ref("or as a draft", "draft", owned=True, default=None, yaml=None)
    opportunity: OpportunityId | None = ref(
        "or as an opportunity", "opportunity", owned=True, default=None, yaml=None
    )
    metric: MetricId | None = ref("or as a metric", "metric", owned=True, default=None, yaml=None)
    milestone: MilestoneId | None = ref(
        "or as a milestone", "milestone", owned=True, default=None, yaml=None
    )
    roadblock: RoadblockId | None = ref(
        "or as a roadblock", "roadblock", owned=True, default=None, yaml=None
    )
    proposal: ProposalId | None = ref(
        "or as a proposal", "proposal", owned=True, default=None, yaml=None
    )
    action: ActionId | None = ref("or as an action", "action", owned=True, default=None, yaml=None)
    positioning: int | None = ref(
        "or as a positioning", "positioning", owned=True, default=None, yaml=None
    )
    press_release: int | None = ref(
        "or as a press release", "press_release", owned=True, default=None, yaml=None
    )
    must_be_true: int | None = ref(
        "or as something that must be true", "must_be_true", owned=True, default=None, yaml=None
    )
    guardrail_line: int | None = ref(
        "or as a guardrail line", "guardrail_line", owned=True, default=None, yaml=None
    )
    from_stage: StageId | None = ref(
        "taken from a stage", "stage", owned=True, default=None, yaml=None
    )
    from_note: NoteId | None = ref("or from a note", "note", owned=True, default=None, yaml=None)
    from_cluster: ClusterId | None = ref(
        "or from a cluster", "cluster", owned=True, default=None, yaml=None
    )
    from_opportunity: OpportunityId | None = ref(
        "or from an opportunity", "opportunity", owned=True, default=None, yaml=None
    )
    from_proposal: ProposalId | None = ref(
        "or from a proposal", "proposal", owned=True, default=None, yaml=None
    )
    from_persona: PersonaId | None = ref(
        "or from a persona", "persona", owned=True, default=None, yaml=None
    )
    from_earlier: bool = flag("or from the earlier workshop", default=False, yaml=None)
    from_parking_lot: bool = flag("or from the parking lot", default=False, yaml=None)
    then: str = text("its text when it was taken", default="", yaml=None)
    id: int = whole("id", default=NEW, yaml=None)
