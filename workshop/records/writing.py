"""Written together: statements, positioning, the announcement."""

from __future__ import annotations

from workshop.columns import (
    choice,
    date,
    flag,
    key,
    line,
    lines,
    ref,
    values,
    whole,
)
from workshop.conditions import Holds, Needs
from workshop.records.words import (
    NEW,
    DraftId,
    FunctionId,
    GroupId,
    ParticipantId,
    PositioningId,
    PressReleaseId,
    StageId,
    StatementId,
)
from workshop.tables import record, settings_value, unique

POSITIONING_LINES = (
    "for_whom", "who_need", "product", "kind_of_product", "key_benefit", "unlike",
    "our_difference",
)  # fmt: skip
CLAIM_MARKS = ("true_today", "true_by_date", "wish")


@settings_value
class TestCount:
    """How many hands said that a sentence passes a test."""

    __test__ = False

    test: str = key("id of the test", "of", yaml="test")
    hands: int = whole("how many", 0, 40)


_NO_MORE_HANDS = Holds(
    ("tests_of", "tests"),
    lambda row: row.tests_of is None or all(one.hands <= row.tests_of for one in row.tests),
    "no test has more hands than people were asked",
)


@record("statements{}", unique("key"), Needs("before_since", "before"), _NO_MORE_HANDS)
class Statement:
    """One sentence by many hands, and how it came about."""

    key: str = key("section it is for, or a name", yaml=None)
    stage: StageId | None = ref("where it was written", "stage", default=None)
    before: str = line("the sentence before", 1000, default="", yaml=None)
    before_since: str = line("since when it stood", 40, default="", yaml=None)
    underlined: tuple[str, ...] = lines("phrases of drafts to keep", default=())
    after: str = line("the sentence agreed on", 1000, default="")
    tests: tuple[TestCount, ...] = values(
        "hands per test", TestCount, yaml=None, unique="test", default=()
    )
    tests_of: int | None = whole("how many were asked", 0, 40, default=None, yaml=None)
    why: str = line("why it matters", 1000, default="")
    proof: str = line("what would prove it", 1000, default="")
    would_refuse: tuple[str, ...] = lines("what it would make us refuse", default=())
    changed_because: str = line("why the sentence changed", 1000, default="")
    id: StatementId = whole("id", default=NEW, yaml=None)


@record("statements{}.before[]")
class StatementBefore:
    """A function's sentence before."""

    statement: StatementId = ref("of", "statement", owned=True, yaml=None)
    function: FunctionId = ref("whose", "function", owned=True)
    text: str = line("the sentence", 1000, least=1)
    id: int = whole("id", default=NEW, yaml=None)


@record("statements{}.drafts[]", unique("statement", "key"))
class Draft:
    """A draft. Its authors are never shown and never printed."""

    statement: StatementId = ref("of", "statement", owned=True, yaml=None)
    key: str = key("a, b, c")
    text: str = line("the sentence", 1000, least=1)
    group: GroupId | None = ref("group that wrote it", "group", default=None)
    id: DraftId = whole("id", default=NEW, yaml=None)


@record("statements{}.drafts[].by[]", unique("draft", "participant"))
class DraftAuthor:
    """Someone who wrote a draft."""

    draft: DraftId = ref("the draft", "draft", owned=True, yaml=None)
    participant: ParticipantId = ref("who", "participant", owned=True, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("statements{}.merges[]", _NO_MORE_HANDS)
class Merge:
    """A wording on the way from the drafts to the final one."""

    statement: StatementId = ref("of", "statement", owned=True, yaml=None)
    text: str = line("the sentence", 1000, least=1)
    tests: tuple[TestCount, ...] = values(
        "hands per test", TestCount, yaml=None, unique="test", default=()
    )
    tests_of: int | None = whole("how many were asked", 0, 40, default=None, yaml=None)
    remark: str = line("what was said of it", 500, default="")
    id: int = whole("id", default=NEW, yaml=None)


@record("positioning", unique("stage"))
class Positioning:
    """Our place in their minds, in seven lines."""

    stage: StageId = ref("where it was written", "stage", owned=True)
    keeper: ParticipantId | None = ref("who keeps the wording", "participant", default=None)
    told_by: ParticipantId | None = ref("who tells an absent keeper", "participant", default=None)
    for_whom: str = line("for whom", 500, default="", yaml=None)
    who_need: str = line("who need what", 500, default="", yaml=None)
    product: str = line("the product", 500, default="", yaml=None)
    kind_of_product: str = line("what kind of product", 500, default="", yaml=None)
    key_benefit: str = line("what it does for them", 500, default="", yaml=None)
    unlike: str = line("the alternative", 500, default="", yaml=None)
    our_difference: str = line("how we differ", 500, default="", yaml=None)
    sentence: str = line("the lines as one sentence, if edited", 2000, default="")
    id: PositioningId = whole("id", default=NEW, yaml=None)


@record("positioning.contested[]")
class Contested:
    """A function's own text for a line."""

    positioning: PositioningId = ref("of", "positioning", owned=True, yaml=None)
    part: str = choice("which line", *POSITIONING_LINES, yaml="line")
    function: FunctionId = ref("whose text", "function", owned=True)
    text: str = line("the text", 500, least=1)
    id: int = whole("id", default=NEW, yaml=None)


@record("positioning.claims[]")
class Claim:
    """A claim of the positioning, and how true it is."""

    positioning: PositioningId = ref("of", "positioning", owned=True, yaml=None)
    text: str = line("the claim", 500, least=1)
    mark: str | None = choice("how true", *CLAIM_MARKS, default=None)
    by: str | None = date("true by this day", default=None)
    checked_by: ParticipantId | None = ref("who checked it", "participant", default=None)
    id: int = whole("id", default=NEW, yaml=None)


@record("press_release", unique("stage"))
class PressRelease:
    """The announcement from the future."""

    stage: StageId = ref("where it was written", "stage", owned=True)
    announce_on: str | None = date("the public date", default=None)
    occasion: str = line("the occasion", 500, default="")
    headline: str = line("the headline", 500, default="")
    subhead: str = line("one line below it", 500, default="")
    trouble_today: str = line("what goes wrong today", 1000, default="")
    what_changes: str = line("what changes", 1000, default="")
    voice_who: str = line("who is quoted", default="", yaml=None)
    voice_text: str = line("what they say", 1000, default="", yaml=None)
    first_step: str = line("how to begin", 1000, default="")
    struck: tuple[str, ...] = lines("sentences crossed out", default=())
    id: PressReleaseId = whole("id", default=NEW, yaml=None)


@record("press_release.must_be_true[]")
class MustBeTrue:
    """Something that has to be true on the day of the announcement."""

    press_release: PressReleaseId = ref("of", "press_release", owned=True, yaml=None)
    text: str = line("what", 500, least=1)
    owner: ParticipantId | None = ref("who sees to it", "participant", default=None)
    told_by: ParticipantId | None = ref("who tells an absent owner", "participant", default=None)
    done: bool = flag("is true now", default=False)
    id: int = whole("id", default=NEW, yaml=None)


@record("press_release.co_written_with[]", unique("press_release", "participant"))
class PressReleaseWriter:
    """A domain expert who wrote the announcement along."""

    press_release: PressReleaseId = ref("of", "press_release", owned=True, yaml=None)
    participant: ParticipantId = ref("who", "participant", owned=True, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)
