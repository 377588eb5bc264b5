"""Personas: people we have met, not market segments."""

from __future__ import annotations

from workshop.columns import flag, lines, whole
from workshop.setups import setup_of
from workshop.tables import settings_value

FIELDS = (
    "name", "kind", "situation", "goal", "trouble", "own_words", "success", "evidence",
    "evidence_note", "find_out",
)  # fmt: skip


@setup_of(
    "personas",
    prompt="Who has this trouble, and what do they want to do? We describe people we have met.",
)
@settings_value
class Settings:
    """Settings of a persona stage."""

    max: int = whole("personas before a warning", 1, 12, default=3)
    fields: tuple[str, ...] = lines("fields asked for, in order", *FIELDS, default=FIELDS)
    choose_primary: bool = flag("one is chosen as primary", default=True)
