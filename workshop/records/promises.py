"""What was promised: metrics, milestones, guardrails, actions."""

from __future__ import annotations

from workshop.columns import choice, date, flag, key, line, number, ref, whole
from workshop.conditions import Only, at_most_one, exactly_one
from workshop.records.words import (
    EVIDENCE,
    NEW,
    ActionId,
    FunctionId,
    GuardrailsId,
    MetricId,
    MilestoneId,
    MomentId,
    NoteId,
    ParticipantId,
    PhaseId,
    PodId,
    ProposalId,
    RoadblockId,
    StageId,
)
from workshop.tables import record, unique
from workshop.ties import fits, ordered


@record("metrics[]", unique("key"))
class Metric:
    """A shared number."""

    key: str = key("name in YAML")
    name: str = line("what is counted", least=1)
    kind: str = choice(
        "what it is for", "outcome", "driver", "guard", default="outcome", always=True
    )
    why: str = line("why it counts", 500, default="")
    parent_goal: str = line("goal above it", default="")
    unit: str = line("in what", 80, default="")
    baseline: float | None = number("today; none: unknown", default=None, always=True)
    baseline_source: str = line("where today's number comes from", default="")
    target: float | None = number("where it is to be", default=None)
    due: str | None = date("until when", default=None)
    guard_rule: str = line("where a guard stops us", 500, default="")
    evidence: str | None = choice("how it is known", *EVIDENCE, default=None)
    owner: ParticipantId | None = ref("who answers for it", "participant", default=None)
    told_by: ParticipantId | None = ref("who tells an absent owner", "participant", default=None)
    phase: PhaseId | None = ref("phase it is pinned to", "phase", default=None)
    milestone: MilestoneId | None = ref("or milestone", "milestone", default=None)
    change: str = line("what changes after the last reading", 500, default="")
    stage: StageId | None = ref("where it was agreed", "stage", default=None)
    id: MetricId = whole("id", default=NEW, yaml=None)


@record("metrics[].contributions{}", unique("metric", "function"))
class Contribution:
    """How a function moves a number; a dash says that it has no part in it."""

    metric: MetricId = ref("the number", "metric", owned=True, yaml=None)
    function: FunctionId = ref("who", "function", owned=True, yaml=None)
    text: str = line("how", 500, least=1, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("metrics[].readings[]", ordered("on", "metric"))
class Reading:
    """A number as it was found on a day."""

    metric: MetricId = ref("the number", "metric", owned=True, yaml=None)
    on: str = date("when", yaml="date")
    value: float = number("how much")
    cause: str = line("why it moved", 500, default="")
    by: ParticipantId | None = ref("who read it", "participant", default=None)
    id: int = whole("id", default=NEW, yaml=None)


@record(
    "milestones[]",
    unique("key"),
    unique("anchor", where="anchor"),
    at_most_one("metric", "moment"),
)
class Milestone:
    """Something reached by a day."""

    key: str = key("name in YAML")
    title: str = line("what", least=1)
    on: str | None = date("by when", default=None, yaml="date")
    owner: ParticipantId | None = ref("who answers for it", "participant", default=None)
    told_by: ParticipantId | None = ref("who tells an absent owner", "participant", default=None)
    done_when: str = line("how it shows from outside", 500, default="")
    metric: MetricId | None = ref("number it serves", "metric", default=None, yaml=None)
    moment: MomentId | None = ref("or moment of truth", "moment", default=None, yaml=None)
    anchor: bool = flag("the one date that does not move", default=False)
    status: str = choice("how it stands", "planned", "done", "moved", "dropped", default="planned")
    moved_from: str | None = date("day before it moved", default=None)
    moved_because: str = line("why it moved", 500, default="")
    stage: StageId | None = ref("where it was agreed", "stage", default=None)
    id: MilestoneId = whole("id", default=NEW, yaml=None)


@record("milestones[].functions[]", unique("milestone", "function"))
class MilestoneFunction:
    """A function that rows for a milestone."""

    milestone: MilestoneId = ref("the milestone", "milestone", owned=True, yaml=None)
    function: FunctionId = ref("who", "function", owned=True, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("guardrails", unique("stage"))
class Guardrails:
    """What teams may decide alone, what not, and who owns what."""

    stage: StageId = ref("where it was agreed", "stage", owned=True)
    id: GuardrailsId = whole("id", default=NEW, yaml=None)


@record("guardrails.decide_freely[], ask_first[], never[]")
class GuardrailLine:
    """One line of the guardrails."""

    guardrails: GuardrailsId = ref("of", "guardrails", owned=True, yaml=None)
    column: str = choice("which column", "decide_freely", "ask_first", "never", yaml=None)
    text: str = line("the line", 500, least=1)
    function: FunctionId | None = ref("who answers", "function", default=None)
    within_days: int | None = whole("days until the answer", 0, 60, default=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("guardrails.champions[]", exactly_one("phase", "moment"))
class Champion:
    """Who looks after an area of the journey."""

    guardrails: GuardrailsId = ref("of", "guardrails", owned=True, yaml=None)
    phase: PhaseId | None = ref("a phase", "phase", owned=True, default=None, yaml=None)
    moment: MomentId | None = ref(
        "or a moment of truth", "moment", owned=True, default=None, yaml=None
    )
    who: ParticipantId | None = ref("who", "participant", default=None)
    told_by: ParticipantId | None = ref("who tells an absent one", "participant", default=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("guardrails.pods[]")
class Pod:
    """A few people of several functions who own an area together."""

    guardrails: GuardrailsId = ref("of", "guardrails", owned=True, yaml=None)
    name: str = line("what it is called", 80, least=1)
    id: PodId = whole("id", default=NEW, yaml=None)


@record(
    "guardrails.pods[].areas[]",
    exactly_one("phase", "moment"),
    unique("pod", "phase"),
    unique("pod", "moment"),
)
class PodArea:
    """An area of the journey that a pod owns."""

    pod: PodId = ref("the pod", "pod", owned=True, yaml=None)
    phase: PhaseId | None = ref("a phase", "phase", owned=True, default=None, yaml=None)
    moment: MomentId | None = ref(
        "or a moment of truth", "moment", owned=True, default=None, yaml=None
    )
    id: int = whole("id", default=NEW, yaml=None)


@record("guardrails.pods[].members[]", unique("pod", "participant"))
class PodMember:
    """Someone in a pod."""

    pod: PodId = ref("the pod", "pod", owned=True, yaml=None)
    participant: ParticipantId = ref("who", "participant", owned=True, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("guardrails.pods[].works_on[]", unique("pod", "metric"))
class PodMetric:
    """A number a pod works on."""

    pod: PodId = ref("the pod", "pod", owned=True, yaml=None)
    metric: MetricId = ref("the number", "metric", owned=True, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("guardrails.roadblocks[]")
class Roadblock:
    """Something that must go, and who removes it."""

    guardrails: GuardrailsId = ref("of", "guardrails", owned=True, yaml=None)
    what: str = line("what stands in the way", 500, least=1)
    cleared_by: ParticipantId | None = ref("who removes it", "participant", default=None)
    told_by: ParticipantId | None = ref("who tells an absent one", "participant", default=None)
    due: str | None = date("until when", default=None)
    from_note: NoteId | None = ref("note it came from", "note", default=None)
    cleared: bool = flag("is gone", default=False)
    id: RoadblockId = whole("id", default=NEW, yaml=None)


@record("actions[]", unique("key"))
class Action:
    """Who does what by when."""

    key: str = key("name in YAML")
    what: str = line("what, verb first", 500, least=1)
    owner: ParticipantId | None = ref("who does it", "participant", default=None)
    told_by: ParticipantId | None = ref("who tells an absent owner", "participant", default=None)
    due: str | None = date("until when", default=None)
    done_when: str = line("how it shows that it is done", 500, default="")
    type: str = choice("what sort", "do", "stop", "check", default="do")
    status: str = choice(
        "how it stands", "open", "done", "moved", "dropped", default="open", always=True
    )
    accepted: bool = flag("the owner said yes aloud", default=False)
    carried_from: str | None = date("due date in the earlier workshop", default=None)
    stage: StageId | None = ref("where it was agreed", "stage", default=None)
    id: ActionId = whole("id", default=NEW, yaml=None)


@record(
    "parking_lot[]",
    unique("note"),
    at_most_one("proposal", "action"),
    Only("proposal", "outcome", "proposal"),
    Only("action", "outcome", "action"),
    fits("note", lambda _, note: note.stage is None, "a parked note lies in no stage"),
)
class ParkedPoint:
    """A parked note and the home it found."""

    note: NoteId = ref("the note", "note", owned=True)
    outcome: str | None = choice(
        "what became of it", "proposal", "action", "later", "let_go", default=None
    )
    proposal: ProposalId | None = ref("the proposal", "proposal", default=None, yaml=None)
    action: ActionId | None = ref("or the action", "action", default=None, yaml=None)
    owner: ParticipantId | None = ref("who brings it back", "participant", default=None)
    told_by: ParticipantId | None = ref("who tells an absent owner", "participant", default=None)
    until: str | None = date("when", default=None)
    reason: str = line("why it was let go", 500, default="")
    id: int = whole("id", default=NEW, yaml=None)
