"""The opening: sets the frame, hears everyone once, says how the day will decide."""

from __future__ import annotations

from workshop.columns import choice, line, lines, value, whole
from workshop.setups import setup_of
from workshop.tables import settings_value

SHOWS = (
    "purpose", "agenda", "decision_rule", "deciders", "finish_time", "vision", "problem",
)  # fmt: skip


@settings_value
class CheckIn:
    """The round in which everyone is heard once."""

    question: str = line("what is asked", 500, default="")
    seconds_per_person: int = whole("time for each; 0 for a written round", 0, 600, default=30)
    order: str = choice(
        "who speaks when", "newest_first_sponsor_last", "seating", "written_only",
        default="newest_first_sponsor_last",
    )  # fmt: skip


@setup_of("opening")
@settings_value
class Settings:
    """Settings of an opening."""

    shows: tuple[str, ...] = lines("pages, in order", *SHOWS, default=SHOWS[:5])
    check_in: CheckIn | None = value("the check-in", CheckIn)
    agreements: tuple[str, ...] = lines("working agreements")
    media: str = line("a local sound or film file", 500, default="")
