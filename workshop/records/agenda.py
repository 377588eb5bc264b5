"""The agenda: stages, what goes in and out of them, their boards, the clock."""

from __future__ import annotations

from typing import Any

from workshop.columns import (
    Setup,
    choice,
    field,
    flag,
    key,
    line,
    lines,
    number,
    ref,
    stages,
    stamp,
    time,
    value,
    values,
    whole,
)
from workshop.conditions import Asks, Differ, Only, Rising, exactly_one
from workshop.fields import MOST_ITEMS
from workshop.records.words import (
    ATTRIBUTIONS,
    NEW,
    SECTIONS,
    BoardId,
    FunctionId,
    LaneId,
    StageId,
)
from workshop.tables import most, record, settings_value, unique
from workshop.ties import fits

MOST_STAGES = 60


@settings_value
class Step:
    """A timed part of a stage."""

    minutes: int = whole("its share of the time", 0, 480)
    do: str = line("what happens", 500, least=1)
    bell: bool = flag("a bell at its end", default=False)


@settings_value
class Tie:
    """What happens when options tie where the list is cut."""

    first: str = choice("first", "run_off_one_dot", "run_off", "decider", default="run_off_one_dot")
    then: str = line("and if that ties too", 80, default="sponsor_decides_aloud")


@settings_value
class Voting:
    """How the ballot of a stage is planned."""

    items: str = choice(
        "what is voted on", "clusters", "notes", "opportunities", "pains", "typed",
        default="clusters",
    )  # fmt: skip
    from_: tuple[str, ...] = stages("stages they come from", default=())
    dots: int | None = whole("dots per voter; none: suggested", 1, 20, default=None)
    dots_rule: str = line("how the number was found", default="")
    max_per_item: int = whole("most dots on one option", 1, 20, default=2)
    attribution: str = choice("whose it is", *ATTRIBUTIONS, default="function")
    voters: str = choice("who votes", "everyone", "deciders", "functions", default="everyone")
    own_notes: bool = flag("own notes may get dots", default=True)
    hidden_until_all_in: bool = flag("totals stay hidden", default=True)
    tie: Tie | None = value("when options tie", Tie, default=None)
    warm_up: bool = flag("counts for nothing", default=False)
    supervote: bool = flag("deciders' dots stand apart", default=False)


@settings_value
class GroupPlan:
    """The groups a stage works in."""

    size: int = whole("people in a group", 2, 12, default=4)
    mixed_functions: bool = flag("as many functions in each as possible", default=True)


@record(
    "agenda[]",
    unique("key"),
    Rising("shorten_to", "minutes"),
    Rising("shortened_to", "minutes"),
    Asks("shorten_to", 0, "may_skip"),
    most(MOST_STAGES),
)
class Stage:
    """One stage of the agenda."""

    key: str = key("name in YAML", "parking_lot", "previous_brief")
    kind: str = line("one of the stage kinds", 40, least=1)
    title: str = line("what it is called", least=1)
    minutes: int = whole("planned length", 1, 480, default=10, always=True)
    priority: str = choice("how much it matters", "core", "useful", "optional", default="useful")
    prompt: str = line("what the room reads", 1000, default="")
    run: tuple[str, ...] = lines("private notes: what to do", yaml=None, default=())
    watch: tuple[str, ...] = lines("private notes: what goes wrong here", yaml=None, default=())
    say: str = line("private notes: one line to say", 1000, default="", yaml=None)
    steps: tuple[Step, ...] = values("its timed parts", Step, default=())
    setup: Any = field(Setup("settings of its kind"), yaml=None)
    voting: Voting | None = value("how its ballot is planned", Voting, default=None)
    groups: GroupPlan | None = value("the groups it works in", GroupPlan, default=None)
    shorten_to: int | None = whole(
        "minutes it can be cut to; none: 60 % of its minutes", 0, 480, default=None, yaml=None
    )
    how: str = line("how to do it in less time", 500, default="", yaml=None)
    may_skip: bool = flag("may be left out", default=False, yaml=None)
    if_skipped: str = line("what happens instead", 500, default="", yaml=None)
    pinned_at: str | None = time("starts at this time of day", default=None)
    day: int = whole("day of the workshop", 1, 2, default=1)
    hidden: bool = flag("not shown in the agenda", default=False)
    section: str | None = choice("brief section of its notes", *SECTIONS, default=None)
    never_skip: bool = flag("never left out to win back time", default=False, yaml=None)
    catch_up: int | None = whole("place in the catch-up order", 1, 60, default=None, yaml=None)
    short_minutes: int | None = whole(
        "minutes in the short version", 0, 480, default=None, yaml=None
    )
    shortened_to: int | None = whole("minutes it was cut to today", 0, 480, default=None)
    skipped: bool = flag("left out today", default=False)
    picture: str | None = line("hash of a picture to show", 64, default=None)
    place: float = number("order in the agenda", default=0, yaml=None)
    id: StageId = whole("id", default=NEW, yaml=None)


@record("agenda[].inputs[]", Differ("stage", "source"))
class StageInput:
    """What a stage takes in. Without a source it comes from the earlier workshop."""

    stage: StageId = ref("who takes", "stage", owned=True, yaml=None)
    source: StageId | None = ref("who gives", "stage", owned=True, default=None, yaml=None)
    what: str = line("what", 500, least=1)
    id: int = whole("id", default=NEW, yaml=None)


@record("agenda[].outputs[]")
class StageOutput:
    """What a stage gives on, and the section of the brief it stands in."""

    stage: StageId = ref("who gives", "stage", owned=True, yaml=None)
    what: str = line("what", 500, least=1)
    brief: str | None = choice("section of the brief", *SECTIONS, default=None)
    id: int = whole("id", default=NEW, yaml=None)


@record(
    "agenda[].outputs[].feeds[]",
    unique("output", "stage"),
    fits("output", lambda feed, output: feed.stage != output.stage, "no stage feeds itself"),
)
class StageFeed:
    """A stage that takes an output."""

    output: int = ref("the output", "stage_output", owned=True, yaml=None)
    stage: StageId = ref("who takes it", "stage", owned=True, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("agenda[].board", unique("stage"))
class Board:
    """The sticky-note board of a stage."""

    stage: StageId = ref("whose board", "stage", owned=True, yaml=None)
    by_function: bool = flag("a lane per function", default=True, yaml=None)
    private_writing: bool = flag("covered until revealed", default=True)
    silent_minutes: int = whole("minutes of silent writing", 0, 60, default=5)
    notes_per_person: int = whole("note budget; 0: none", 0, 50, default=2)
    notes_per_lane: int | None = whole("notes wanted per lane", 0, 50, default=None)
    max_words: int = whole("words before a warning", 1, 100, default=14)
    reveal: str = choice(
        "how it is revealed", "all_at_once", "by_lane", "as_written", default="all_at_once"
    )
    attribution: str = choice("whose notes they are", *ATTRIBUTIONS, default="function")
    state: str = choice("what the room sees", "open", "covered", "revealed", default="open")
    arrangement: str = choice(
        "how notes lie", "lanes", "clusters", "wall", "ranking", default="lanes"
    )
    silent_since: str | None = stamp("when silent writing began", default=None)
    id: BoardId = whole("id", default=NEW, yaml=None)


@record("agenda[].board.lanes[]", unique("stage", "key"))
class Lane:
    """A lane that is not a function: a field, a strand, a step, or a row of a journey map."""

    stage: StageId = ref("whose lane", "stage", owned=True, yaml=None)
    key: str = key("name in YAML")
    name: str = line("what it is called, if not its key", 80, default="")
    on_board: float | None = number("order on the stage's board", default=None, yaml=None)
    on_map: float | None = number("order on the journey map", default=None, yaml=None)
    id: LaneId = whole("id", default=NEW, yaml=None)


@record(
    "agenda[].board.revealed_lanes[]",
    exactly_one("lane", "function"),
    unique("board", "lane"),
    unique("board", "function"),
)
class RevealedLane:
    """A lane that was revealed before the others."""

    board: BoardId = ref("of this board", "board", owned=True, yaml=None)
    lane: LaneId | None = ref("the lane", "lane", owned=True, default=None, yaml=None)
    function: FunctionId | None = ref(
        "or function", "function", owned=True, default=None, yaml=None
    )
    id: int = whole("id", default=NEW, yaml=None)


@record("clock[]", Only("minutes", "event", "extend"), Asks("event", "extend", "minutes"))
class ClockEvent:
    """Something that happened to the clock of a stage. Stands outside undo."""

    stage: StageId = ref("whose clock", "stage", owned=True)
    event: str = choice("what", "start", "pause", "resume", "extend", "end")
    at: str = stamp("when")
    minutes: int | None = whole("minutes of an extension", -480, 480, default=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("step_marks[]", unique("stage"))
class StepMark:
    """The step of a stage that was marked by hand; the clock counts from there. Stands outside
    undo."""

    stage: StageId = ref("whose step", "stage", owned=True)
    step: int = whole("its place among the steps", 1, MOST_ITEMS)
    ran_sec: int = whole("seconds that the stage had run then", 0, 1_000_000)
    id: int = whole("id", default=NEW, yaml=None)


@record("timeline[]", unique("stage"))
class TimelineRow:
    """When a stage took place. Made from the clock where the clock has events for it."""

    stage: StageId = ref("which stage", "stage", owned=True)
    planned_start: str | None = time("as planned", default=None)
    planned_min: int | None = whole("as planned", 0, 2880, default=None)
    actual_start: str | None = time("as it was", default=None)
    actual_end: str | None = time("as it was", default=None)
    actual_min: int | None = whole("as it was", 0, 2880, default=None)
    drift_min: int | None = whole("behind (or ahead) at its end", -2880, 2880, default=None)
    remark: str = line("why", 500, default="")
    id: int = whole("id", default=NEW, yaml=None)


@record("remarks[]", unique("stage", "function"))
class RemarkCount:
    """How often a function spoke without anything being written."""

    stage: StageId = ref("in this stage", "stage", owned=True)
    function: FunctionId = ref("who spoke", "function", owned=True)
    count: int = whole("how often", 0)
    id: int = whole("id", default=NEW, yaml=None)
