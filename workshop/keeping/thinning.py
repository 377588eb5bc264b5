"""Which backups go: the older they are, the fewer are kept."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)
STEPS: tuple[tuple[datetime.timedelta, datetime.timedelta], ...] = (
    (3 * HOUR, datetime.timedelta(0)),
    (2 * DAY, HOUR),
    (30 * DAY, DAY),
    (366 * DAY, 30 * DAY),
)
"""Up to this age, one is kept in each such span of time; in the first few hours, every one."""


def to_remove(times: Iterable[datetime.datetime], now: datetime.datetime) -> set[datetime.datetime]:
    """The times of the backups to remove. The newest one always stays, whatever its age; of each
    span the oldest does, so that thinning again removes nothing that was kept as the first."""
    ordered = sorted(set(times))
    return {time for time in ordered[:-1] if not _is_first(time, ordered, now)}


def _is_first(
    time: datetime.datetime, ordered: list[datetime.datetime], now: datetime.datetime
) -> bool:
    """Whether no older one stands for the same span of time."""
    span = _span(now - time)
    if span is None:
        return False
    if not span:
        return True
    place = _place(time, span)
    return not any(
        earlier < time and _place(earlier, span) == place and _span(now - earlier) is not None
        for earlier in ordered
    )


def _span(age: datetime.timedelta) -> datetime.timedelta | None:
    return next((span for oldest, span in STEPS if age <= oldest), None)


def _place(time: datetime.datetime, span: datetime.timedelta) -> int:
    """The number of the span of time that this falls into, counted from a fixed day."""
    return (time - datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)) // span
