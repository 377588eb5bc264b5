"""How much a group can write and say in the minutes a stage was made for.

A stage is timed for a group of a certain size. When more people come, each writes fewer notes
and speaks more briefly, so that the stage keeps its minutes.
"""

from __future__ import annotations

from fractions import Fraction

from workshop.rules.arithmetic import round_half_up

TYPING_MINUTES_PER_NOTE = Fraction(2, 5)
LEAST_CHECK_IN_SECONDS = 10


def notes_each(per_person: int, timed_for: int, present: int) -> int | None:
    """Notes that each person present may write, at least one; None where there is no budget.

    A stage without a budget has 0 `per_person`. With nobody present yet the plan stands.
    """
    if per_person == 0:
        return None
    return max(1, _shared(per_person, timed_for, present))


def typing_minutes(notes: int) -> int:
    """Minutes one person needs to type `notes` that are read aloud, in whole minutes."""
    return round_half_up(notes * TYPING_MINUTES_PER_NOTE)


def check_in_seconds(per_person: int, timed_for: int, present: int) -> int:
    """Seconds for each person to speak in the check-in, never under ten."""
    return max(LEAST_CHECK_IN_SECONDS, _shared(per_person, timed_for, present))


def _shared(per_person: int, timed_for: int, present: int) -> int:
    return timed_for * per_person // present if present else per_person
