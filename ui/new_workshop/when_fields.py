"""The day and the time of day at which a workshop starts."""

from __future__ import annotations

import datetime

from ui.new_workshop import moments
from ui.new_workshop.fields import StepField, Stepping
from ui.translate import tr
from workshop.agenda import DAY_STARTS
from workshop.dates import FIRST_YEAR, LAST_YEAR

QUARTER = 15
_LONG_DAY = datetime.date(2026, 9, 30)
"""A Wednesday in September."""


def today() -> datetime.date:
    """The date on the wall."""
    return datetime.datetime.now().astimezone().date()


def step_date(day: datetime.date | None, by: int) -> datetime.date:
    """So many days on; from an empty field, today."""
    found = today() if day is None else day + datetime.timedelta(days=by)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError("a year that no workshop has to do with")
    return found


def step_time(time: datetime.time | None, by: int) -> datetime.time:
    """So many quarters of an hour on, from the full quarter; from an empty field, nine."""
    if time is None:
        return DAY_STARTS
    minutes = time.hour * 60 + time.minute
    quarters = minutes // QUARTER + by + (1 if by < 0 and minutes % QUARTER else 0)
    hours, rest = divmod(quarters * QUARTER % (24 * 60), 60)
    return datetime.time(hours, rest)


def date_field() -> StepField[datetime.date]:
    """A field for a date; Up and Down are days, PageUp and PageDown weeks."""
    stepping = Stepping(
        read=lambda text: moments.read_date(text, today()),
        show=moments.show_date,
        step=step_date,
        large=7,
        widest=moments.show_date(_LONG_DAY),
        wrong=tr("This is no date. Type it like {example}.", example=moments.show_date(today())),
    )
    return StepField(tr("Date"), stepping, (tr("Day before"), tr("Day after")))


def time_field() -> StepField[datetime.time]:
    """A field for a time of day; Up and Down are quarters, PageUp and PageDown full hours."""
    stepping = Stepping(
        read=moments.read_time,
        show=moments.show_time,
        step=step_time,
        large=4,
        widest=moments.show_time(DAY_STARTS),
        wrong=tr("This is no time of day. Type it like {example}.", example="09:00"),
    )
    return StepField(tr("Start"), stepping, (tr("Earlier"), tr("Later")))
