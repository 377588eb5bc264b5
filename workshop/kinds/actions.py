"""Actions: who does what by when."""

from __future__ import annotations

from workshop.columns import choice, flag, lines, whole
from workshop.setups import setup_of
from workshop.tables import settings_value

FIELDS = ("what", "owner", "due", "done_when", "from_stage", "type")


@setup_of("actions", prompt="Who of us does what next, and by when?")
@settings_value
class Settings:
    """Settings of an actions stage."""

    fields: tuple[str, ...] = lines("fields asked for, in order", *FIELDS, default=())
    max: int = whole("actions before a warning", 1, 60, default=12)
    horizon_days: int = whole("days until the last of them", 1, 365, default=14)
    take_home_sentence: str | None = choice(
        "one sentence for each function", "per_function", "per_function_written", default=None
    )
    review_date_required: bool = flag("asks for a day to look again", default=False)
    sync_rhythm_required: bool = flag("asks for a rhythm", default=False)
    carry_over: bool = flag("takes up open actions of the earlier workshop", default=False)
    stops_min: int = whole("things to stop wanted", 0, 9, default=0)
    guess_checks_min: int = whole("guesses to check wanted", 0, 9, default=0)
