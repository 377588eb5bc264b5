"""A statement: one sentence by many hands."""

from __future__ import annotations

from workshop.columns import flag, key, line, lines, value, values, whole
from workshop.records.agenda import GroupPlan
from workshop.setups import setup_of
from workshop.tables import settings_value


@settings_value
class Test:
    """A question the room asks of the sentence, answered by hands."""

    __test__ = False

    id: str = key("name in YAML")
    ask: str = line("the question", 500, least=1)


TESTS = (
    Test(id="clear", ask="Could a new colleague explain it after hearing it once?"),
    Test(id="inspiring", ask="Would we be proud to tell a friend that we work on this?"),
    Test(id="actionable", ask="Does it help us to say no to something on our list?"),
)


@setup_of(
    "statement",
    prompt="How do we say it in one sentence that a stranger understands?",
    tests=TESTS,
    groups=GroupPlan(size=3),
)
@settings_value
class Settings:
    """Settings of a statement stage."""

    parts: tuple[str, ...] = lines(
        "what the sentence says", limit=80,
        default=("for_whom", "change_we_make", "why_it_matters", "how_only_we_can", "proof"),
    )  # fmt: skip
    max_words: int = whole("words in one breath", 5, 200, default=35)
    groups: GroupPlan | None = value("groups that write drafts", GroupPlan, default=None)
    tests: tuple[Test, ...] = values("what it is tested against", Test, unique="id", default=())
    keep_before_version: bool = flag("the sentence before is kept", default=True)
