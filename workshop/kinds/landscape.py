"""The landscape: what these people do instead, doing nothing included."""

from __future__ import annotations

from workshop.columns import lines, whole
from workshop.records.findings import ALTERNATIVES
from workshop.setups import setup_of
from workshop.tables import settings_value

FIELDS = (
    "alternative", "type", "chosen_because", "falls_short", "our_answer", "pulls", "pushes",
    "evidence",
)  # fmt: skip


@setup_of(
    "landscape",
    prompt="If we did not exist, what would these people do instead? Doing nothing counts.",
)
@settings_value
class Settings:
    """Settings of a landscape stage."""

    max: int = whole("alternatives before a warning", 1, 20, default=5)
    types: tuple[str, ...] = lines("sorts offered", *ALTERNATIVES, default=ALTERNATIVES)
    fields: tuple[str, ...] = lines("fields asked for, in order", *FIELDS, default=())
