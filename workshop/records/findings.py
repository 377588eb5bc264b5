"""What was found out: five whys, personas, the landscape, insights."""

from __future__ import annotations

from workshop.columns import choice, date, flag, key, line, number, ref, whole
from workshop.conditions import Differ, together
from workshop.records.words import (
    EVIDENCE,
    NEW,
    AlternativeId,
    FiveWhysId,
    FunctionId,
    GroupId,
    LandscapeId,
    NoteId,
    ParticipantId,
    PersonaId,
    StageId,
    WhyId,
)
from workshop.rules.whys import out_of_line
from workshop.tables import record, unique
from workshop.ties import Among


@record("five_whys", unique("stage"))
class FiveWhys:
    """From what customers suffer down to a cause that is ours to change."""

    stage: StageId = ref("where it is asked", "stage", owned=True)
    start: str = line("the sentence it starts from", 500, default="", always=True)
    cause_we_own: str = line("the cause we can change", 500, default="")
    backwards: str = line("the chain read backwards, if edited", 3000, default="")
    id: FiveWhysId = whole("id", default=NEW, yaml=None)


@record(
    "five_whys.chain[] and five_whys.branch[]",
    unique("five_whys", "branch", "level"),
    Among(
        "five_whys",
        out_of_line,
        "levels count from 1, those of a branch from the level of the chain that it explains",
        key="why.out_of_line",
    ),
)
class Why:
    """One answer. Branch 0 is the chain."""

    five_whys: FiveWhysId = ref("of", "five_whys", owned=True, yaml=None)
    branch: int = whole("0 the chain, else the branch", 0, 20, default=0, yaml=None)
    from_level: int | None = whole("level a branch explains, 0 the start", 0, 20, default=None)
    level: int = whole("how deep", 1, 20)
    because: str = line("the answer", 500, least=1)
    evidence: str = choice("how it is known", *EVIDENCE, default="guess", always=True)
    marked: bool = flag("the cause we own", default=False)
    limps: bool = flag("its link was doubted when read backwards", default=False)
    id: WhyId = whole("id", default=NEW, yaml=None)


@record("five_whys.chain[].notes[]", unique("why", "note"))
class WhyNote:
    """A note that bears out an answer."""

    why: WhyId = ref("the answer", "why", owned=True, yaml=None)
    note: NoteId = ref("the note", "note", owned=True, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("five_whys.parked[]")
class ParkedCure:
    """A cure that came up too early."""

    five_whys: FiveWhysId = ref("of", "five_whys", owned=True, yaml=None)
    by: ParticipantId | None = ref("whose idea", "participant", default=None)
    text: str = line("the cure", 500, least=1)
    id: int = whole("id", default=NEW, yaml=None)


@record("personas[]", unique("key"))
class Persona:
    """Someone we have met and work for."""

    key: str = key("name in YAML")
    primary: bool = flag("the one the journey follows", default=False, always=True)
    name: str = line("what they are called", 80, least=1)
    kind: str = line("what kind of person", 80, default="")
    situation: str = line("how they live with it", 500, default="")
    goal: str = line("what they want to get done", 500, default="")
    trouble: str = line("what goes wrong", 500, default="")
    own_words: str = line("how they say it", 500, default="")
    success: str = line("how they would know it is better", 500, default="")
    evidence: str = choice("how it is known", *EVIDENCE, default="guess", always=True)
    evidence_note: str = line("from whom, and when", 500, default="")
    find_out: str = line("what is still to find out", 500, default="")
    by_group: GroupId | None = ref("group that wrote it", "group", default=None, yaml="by")
    stage: StageId | None = ref("where it was written", "stage", default=None)
    id: PersonaId = whole("id", default=NEW, yaml=None)


@record("personas[].co_written_with[]", unique("persona", "participant"))
class PersonaWriter:
    """A domain expert who wrote a persona along."""

    persona: PersonaId = ref("the persona", "persona", owned=True, yaml=None)
    participant: ParticipantId = ref("who", "participant", owned=True, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


ALTERNATIVES = ("rival_product", "workaround", "other_service", "do_nothing")


@record(
    "landscape",
    unique("stage"),
    together("x_name", "x_low", "x_high", "y_name", "y_low", "y_high"),
    together("today_x", "today_y"),
    together("aim_x", "aim_y"),
)
class Landscape:
    """What these people do instead, on two named axes if there are any."""

    stage: StageId = ref("where it is drawn", "stage", owned=True)
    x_name: str = line("what x means", 80, default="", yaml=None)
    x_low: str = line("its low end", 80, default="", yaml=None)
    x_high: str = line("its high end", 80, default="", yaml=None)
    y_name: str = line("what y means", 80, default="", yaml=None)
    y_low: str = line("its low end", 80, default="", yaml=None)
    y_high: str = line("its high end", 80, default="", yaml=None)
    today_x: float | None = number("where we are", -1, 1, default=None, yaml=None)
    today_y: float | None = number("where we are", -1, 1, default=None, yaml=None)
    aim_x: float | None = number("where we want to be", -1, 1, default=None, yaml=None)
    aim_y: float | None = number("where we want to be", -1, 1, default=None, yaml=None)
    id: LandscapeId = whole("id", default=NEW, yaml=None)


@record(
    "landscape.alternatives[]",
    unique("key"),
    unique("landscape", where="met_most_often"),
    unique("landscape", where="fastest_growing"),
    together("x", "y"),
)
class Alternative:
    """Something people use instead of us, doing nothing included."""

    landscape: LandscapeId = ref("of", "landscape", owned=True, yaml=None)
    key: str = key("name in YAML")
    alternative: str = line("what it is", least=1)
    type: str | None = choice(
        "what sort; none: not said yet", *ALTERNATIVES, default=None, always=True
    )
    chosen_because: str = line("why people choose it", 500, default="")
    falls_short: str = line("where it lets them down", 500, default="")
    our_answer: str = line("what we do about it", 500, default="")
    pulls: str = line("what draws people to it", 500, default="")
    pushes: str = line("what drives them off", 500, default="")
    x: float | None = number("place on the map", -1, 1, default=None)
    y: float | None = number("place on the map", -1, 1, default=None)
    met_most_often: bool = flag("met more often than the others", default=False)
    fastest_growing: bool = flag("grows faster than the others", default=False)
    evidence: str = choice("how it is known", *EVIDENCE, default="guess", always=True)
    id: AlternativeId = whole("id", default=NEW, yaml=None)


@record("insight_exchange[]", Differ("giver", "receiver"))
class Insight:
    """What one function knows that another needs. The giver gives, whoever spoke first."""

    direction: str = choice("who spoke first", "offer", "ask", default="offer", always=True)
    giver: FunctionId = ref("who knows", "function", yaml="from")
    receiver: FunctionId = ref("who needs it", "function", yaml="to")
    asked_by: ParticipantId | None = ref("who asked", "participant", default=None)
    we_ask: str = line("the question", 500, default="")
    we_know: str = line("what the giver knows", 500, default="")
    useful_for: str = line("what the receiver will do with it", 500, default="")
    rhythm: str = choice(
        "how often", "once", "weekly", "fortnightly", "live", default="once", always=True
    )
    keeper: ParticipantId | None = ref("who keeps it up", "participant", default=None)
    told_by: ParticipantId | None = ref("who tells an absent keeper", "participant", default=None)
    stage: StageId | None = ref("where it was said", "stage", default=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("visits[]")
class Visit:
    """A function goes and sees."""

    function: FunctionId = ref("which function", "function", owned=True)
    who: ParticipantId | None = ref("who goes", "participant", default=None)
    where: str = line("where to", 500, default="")
    by: str | None = date("until when", default=None)
    stage: StageId | None = ref("where it was agreed", "stage", default=None)
    id: int = whole("id", default=NEW, yaml=None)
