"""The announcement from the future."""

from __future__ import annotations

from workshop.columns import flag, lines, whole
from workshop.setups import setup_of
from workshop.tables import settings_value

FIELDS = (
    "announce_on", "occasion", "headline", "subhead", "trouble_today", "what_changes",
    "customer_voice", "first_step", "must_be_true",
)  # fmt: skip


@setup_of(
    "press_release",
    prompt="On which public day do we tell the world, and what can customers do from that day on?",
)
@settings_value
class Settings:
    """Settings of an announcement stage."""

    fields: tuple[str, ...] = lines("fields asked for, in order", *FIELDS, default=FIELDS)
    max_words: int = whole("words before a warning", 20, 1000, default=160)
    date_is_anchor: bool = flag("its date is the one that does not move", default=True)
