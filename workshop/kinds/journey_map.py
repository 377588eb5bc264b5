"""The journey map: their day with us, phase by phase, today as it is."""

from __future__ import annotations

from workshop.columns import choice, field, lines, value, whole
from workshop.conditions import Rising, keeping
from workshop.dates import TODAY, Horizon
from workshop.records.journey import MOST_PHASES
from workshop.records.words import EVIDENCE
from workshop.setups import setup_of
from workshop.tables import settings_value


@keeping(Rising("min", "max"))
@settings_value
class PhaseCount:
    """How many phases a journey has."""

    min: int = whole("fewest", 1, MOST_PHASES, default=4)
    max: int = whole("most", 1, MOST_PHASES, default=8)


@keeping(Rising("min", "max", strictly=True))
@settings_value
class Emotion:
    """How feelings are shown and kept."""

    min: int = whole("lowest feeling", -5, 0, default=-3)
    max: int = whole("highest feeling", 0, 5, default=3)
    per: str = choice("asked for each", "persona", default="persona")
    method: str = choice(
        "how it is asked", "simultaneous_show", "blind_by_function", default="simultaneous_show"
    )
    record: tuple[str, ...] = lines(
        "what is looked at", "median", "spread", default=("median", "spread")
    )
    discuss_spread_from: int = whole("spread from which a phase is talked about", 1, 10, default=4)


@settings_value
class MomentCount:
    """How many moments of truth there may be."""

    max: int = whole("most", 1, 20, default=4)


PHASES = ("find_out", "sign_up", "first_use", "a_bad_day", "everyday", "stay_or_leave")


@setup_of(
    "journey_map",
    prompt="What do these people do, meet, think and feel, step by step? Today, as it is.",
    phases_default=PHASES,
)
@settings_value
class Settings:
    """Settings of a journey map."""

    phases_default: tuple[str, ...] = lines("phases to begin with", limit=80, default=())
    phases: PhaseCount | None = value("how many phases", PhaseCount, default=None)
    emotion: Emotion | None = value(
        "how feelings are asked; none: not in this pass", Emotion, default=None
    )
    moments_of_truth: MomentCount | None = value(
        "how many moments of truth", MomentCount, default=None
    )
    horizon: str = field(Horizon("when the journey is to be so"), default=TODAY)
    pass_: int = whole("first or second pass of one map", 1, 2, default=1)
    evidence_tags: tuple[str, ...] = lines("grades offered", *EVIDENCE, default=())
