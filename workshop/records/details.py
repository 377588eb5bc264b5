"""The workshop itself: what it is for, when and where, and what its template said of it."""

from __future__ import annotations

from workshop.codes import Json, Zone
from workshop.columns import (
    choice,
    date,
    field,
    flag,
    key,
    line,
    lines,
    number,
    ref,
    stamp,
    text,
    time,
    value,
    values,
    whole,
    wholes,
)
from workshop.conditions import Rising, at_most_one, keeping
from workshop.fields import LONG
from workshop.records.words import (
    NEW,
    SECTIONS,
    FunctionId,
    ParticipantId,
    ProposalId,
    RoadblockId,
    StageId,
)
from workshop.tables import record, settings_value, unique

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@settings_value
class DecisionRule:
    """When a proposal counts as adopted (levels of the eight-step gradient of agreement)."""

    support_levels: tuple[int, ...] = wholes(
        "levels that count as support", default=(1, 2, 3), always=True
    )
    support_share_high: float = number(
        "share of support at high stakes", 0, 1, default=0.8, always=True
    )
    support_share_normal: float = number(
        "share of support at normal stakes", 0, 1, default=0.6, always=True
    )
    no_one_at: tuple[int, ...] = wholes("levels that nobody may hold", default=(8,), always=True)
    no_decider_at: tuple[int, ...] = wholes(
        "levels that no decider may hold", default=(5, 7, 8), always=True
    )
    rounds_max: int = whole("rounds before the question is parked", 1, 9, default=2, always=True)
    else_: str = choice(
        "what happens without agreement",
        "park_or_decider",
        "park",
        "decider",
        default="park_or_decider",
        always=True,
    )


@keeping(Rising("min", "max"))
@settings_value
class GroupSize:
    """For how many people the minutes were made."""

    min: int = whole("fewest people", 2, 40, default=2)
    max: int = whole("most people", 2, 40, default=40)
    timed_for: int | None = whole("people the minutes were made for", 2, 40, default=None)
    functions_min: int = whole("fewest functions", 1, 12, default=2)


@settings_value
class Invitation:
    """Who should be in the room, and why."""

    who: str = line("whom to invite", least=1)
    why: str = line("the reason", 500, default="")


@settings_value
class Room:
    """Who must, who should and who should not be there."""

    must: tuple[Invitation, ...] = values("without them it makes no sense", Invitation, default=())
    should: tuple[Invitation, ...] = values("they make it better", Invitation, default=())
    avoid: tuple[str, ...] = lines("what to avoid", default=())


@settings_value
class Preparation:
    """Something to do before the workshop."""

    when: str = line("how long before", least=1)
    do: str = line("what to do", 500, least=1)


@record("workshop")
class Details:
    """What the workshop is for, when and where it takes place; one row."""

    key: str = key("name for files and links")
    title: str = line("what it is called", least=1)
    template: str = line("template it was made from", default="")
    fiction_notice: str = text("said where the workshop is invented", default="", yaml=None)
    company: str = line("who holds it", default="")
    product: str = line("what it is about", default="")
    product_in_one_line: str = line("the product in one sentence", 500, default="")
    situation: str = text("why now", LONG, default="")
    purpose: str = text("what is to be reached", default="")
    results: tuple[str, ...] = lines("what everybody leaves with", default=())
    decided_today: tuple[str, ...] = lines("what will be decided", default=())
    not_decided_today: tuple[str, ...] = lines("what will not be decided", default=())
    on: str | None = date("first day", default=None, yaml="date")
    time_zone: str = field(Zone("IANA name of the zone of all times of day"), default="")
    place: str = line("where", default="")
    planned_start: str | None = time("start of the day", default=None)
    planned_end: str | None = time("end of the day", default=None)
    actual_start: str | None = time("when it began", default=None)
    actual_end: str | None = time("when it ended", default=None)
    facilitator_key: str = line("key of the facilitator", 80, default="", yaml=None)
    facilitator: str = line("name of the facilitator", default="", yaml=None)
    facilitator_external: bool = flag("comes from outside", default=False, yaml=None)
    sponsor: ParticipantId | None = ref("who asked for it", "participant", default=None)
    driver: ParticipantId | None = ref("who drives the follow-up", "participant", default=None)
    decision_rule: str = line("name of the rule", 80, default="consensus_of_deciders", always=True)
    decision_rule_detail: DecisionRule | None = value(
        "the rule's figures", DecisionRule, default=None
    )
    currency: str = line("currency of amounts", 3, default="")
    people: GroupSize | None = value("the group it was planned for", GroupSize, default=None)
    room: Room | None = value("who should be there", Room, default=None)
    preparation: tuple[Preparation, ...] = values("what to do before", Preparation, default=())
    materials: tuple[str, ...] = lines("what to bring", default=())
    reads_from_previous_brief: tuple[str, ...] = lines(
        "sections of an earlier brief", *SECTIONS, default=()
    )
    writes_to_brief: tuple[str, ...] = lines("sections it fills", *SECTIONS, default=())
    id: int = whole("always 1", 1, 1, default=1, yaml=None)


@record("evidence[]")
class Evidence:
    """A fact a function brings along."""

    function: FunctionId = ref("who knows it", "function", owned=True)
    fact: str = line("the fact", 500, least=1)
    source: str = line("where it comes from", default="")
    id: int = whole("id", default=NEW, yaml=None)


@record("messages[]", unique("function"))
class Message:
    """What a function tells its own people, word for word."""

    function: FunctionId = ref("whose words", "function", owned=True)
    text: str = line("the sentence", 500, least=1)
    id: int = whole("id", default=NEW, yaml=None)


@record("rhythm")
class Rhythm:
    """How the group goes on after the day; one row."""

    every: str = choice("how often", "week", "fortnight", "month", default="fortnight", yaml=None)
    weekday: str | None = choice("day of the week", *WEEKDAYS, default=None, yaml=None)
    at: str | None = time("time of day", default=None, yaml=None)
    minutes: int | None = whole("length", 1, 480, default=None, yaml=None)
    first: str | None = date("first time", default=None, yaml=None)
    keeper: ParticipantId | None = ref("who keeps it up", "participant", default=None, yaml=None)
    told_by: ParticipantId | None = ref(
        "who tells an absent keeper", "participant", default=None, yaml=None
    )
    revisit_template: str = line("template of the revisit", default="", yaml=None)
    revisit_date: str | None = date("day of the revisit", default=None, yaml=None)
    celebrate_next: str = line("what is celebrated next", 500, default="", yaml=None)
    celebrate_how: str = line("how", 500, default="", yaml=None)
    celebrate_keeper: ParticipantId | None = ref(
        "who sees to it", "participant", default=None, yaml=None
    )
    celebrate_told_by: ParticipantId | None = ref(
        "who tells an absent one", "participant", default=None, yaml=None
    )
    id: int = whole("always 1", 1, 1, default=1, yaml=None)


@record("incentives", at_most_one("proposal", "roadblock"))
class Incentive:
    """A reward that makes people act against the shared numbers, and where it is dealt with."""

    finding: str = line("the reward and its effect", 500, least=1)
    proposal: ProposalId | None = ref("dealt with here", "proposal", default=None, yaml=None)
    roadblock: RoadblockId | None = ref("or here", "roadblock", default=None, yaml=None)
    stage: StageId | None = ref("where it came up", "stage", default=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("facilitator_private[]")
class PrivateNote:
    """A line for the facilitator alone; never shown, never printed."""

    stage: StageId | None = ref("about this stage", "stage", default=None)
    text: str = text("the line", least=1)
    id: int = whole("id", default=NEW, yaml=None)


@record("brief.sections[]", unique("section"))
class SectionState:
    """What the facilitator said of one section of the brief."""

    section: str = choice("which one", *SECTIONS)
    done: bool = flag("ticked as done", default=False)
    hidden: bool = flag("left out of the brief", default=False)
    id: int = whole("id", default=NEW, yaml=None)


@record("brief.revisions[]", unique("number"), unique("hash"))
class Revision:
    """A state of the workshop that was exported as a brief."""

    number: int = whole("counts from 1", 1)
    hash: str = line("SHA-256 of the archive data", 64, least=8)
    id: int = whole("id", default=NEW, yaml=None)


@record("earlier[]")
class Earlier:
    """An earlier workshop's shared data as they were when it was read; never changed."""

    title: str = line("its title", least=1)
    on: str | None = date("its date", default=None, yaml="date")
    hash: str = line("SHA-256 of the data", 64, default="")
    data: str = field(Json("its shared data"), default="{}")
    id: int = whole("id", default=NEW, yaml=None)


@record("said[]", unique("stage", "cause", nulls=True))
class Said:
    """Something the program said once in a stage, so that it is not said again."""

    stage: StageId | None = ref("in this stage", "stage", owned=True, default=None)
    cause: str = line("what it was about", 120, least=1)
    ticked: bool = flag("ticked away", default=False)
    at: str | None = stamp("when", default=None)
    id: int = whole("id", default=NEW, yaml=None)
