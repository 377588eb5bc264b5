"""Metrics: the few shared numbers."""

from __future__ import annotations

from workshop.columns import choice, flag, lines, whole
from workshop.records.words import EVIDENCE
from workshop.setups import setup_of
from workshop.tables import settings_value

FIELDS = (
    "name", "kind", "why", "unit", "parent_goal", "baseline", "baseline_source", "target", "due",
    "guard_rule", "owner", "present", "measured_on", "trend", "cause", "change",
)  # fmt: skip
KINDS = ("outcome", "driver", "guard")


@setup_of(
    "metrics",
    prompt="Which few numbers would tell all of us that our vision is coming true?",
)
@settings_value
class Settings:
    """Settings of a metrics stage."""

    max: int = whole("numbers before a warning", 1, 20, default=6)
    fields: tuple[str, ...] = lines("fields asked for, in order", *FIELDS, default=())
    kinds: tuple[str, ...] = lines("kinds offered", *KINDS, default=KINDS)
    guards_min: int = whole("guards wanted", 0, 9, default=1)
    contributions: str = choice(
        "each function's part", "per_function", "later", "review", default="per_function"
    )
    mode: str | None = choice("a look back at earlier numbers", "review", default=None)
    allow_unknown_baseline: bool = flag("today's number may be open", default=True)
    incentive_check: bool = flag("asks for rewards that pull the other way", default=True)
    evidence_tags: tuple[str, ...] = lines(
        "grades offered", *EVIDENCE, default=("measured", "measurable", "guess")
    )
