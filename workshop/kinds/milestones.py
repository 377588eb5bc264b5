"""Milestones: what, when, and who rows for it."""

from __future__ import annotations

from workshop.columns import choice, lines, whole
from workshop.conditions import Rising, keeping
from workshop.setups import setup_of
from workshop.tables import settings_value

FIELDS = (
    "title", "date", "owner", "functions", "done_when", "serves", "status", "moved_from",
    "moved_because",
)  # fmt: skip


@keeping(Rising("min", "max"))
@setup_of("milestones", prompt="What must be finished by when, and who of us finishes it?")
@settings_value
class Settings:
    """Settings of a milestones stage."""

    min: int = whole("fewest wanted", 0, 30, default=4)
    max: int = whole("milestones before a warning", 1, 30, default=8)
    anchor: str | None = choice(
        "the date that does not move", "announcement", "announcement_or_customer_date",
        default=None,
    )  # fmt: skip
    direction: str = choice("how they are found", "backwards", "forwards", default="backwards")
    first_within_days: int | None = whole("a small win within", 1, 365, default=None)
    fields: tuple[str, ...] = lines("fields asked for, in order", *FIELDS, default=())
    mode: str | None = choice("a look back at earlier dates", "review", default=None)
