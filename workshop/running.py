"""Going from stage to stage: the clock, and what a stage needs when it begins."""

from __future__ import annotations

import datetime

from workshop import agenda, boards, clock
from workshop.changes import FACILITATOR
from workshop.errors import Refused
from workshop.records.agenda import ClockEvent, Stage, TimelineRow
from workshop.records.words import StageId
from workshop.state import Workshop

WRONG_NEXT = datetime.timedelta(minutes=1)
"""So soon after *next*, going back means that it was pressed by mistake."""


def has_begun(workshop: Workshop, stage: StageId) -> bool:
    """Whether a stage took place or is on: the clock says so, or the timeline it came with."""
    ran = workshop[ClockEvent].where("stage", stage)
    return bool(ran or workshop[TimelineRow].where("stage", stage))


def is_finished(workshop: Workshop) -> bool:
    """Whether every stage took place and none is on, or the last of them has ended; skipped and
    hidden ones do not count."""
    if clock.current_stage(workshop) is not None:
        return False
    to_come = [one for one in agenda.stages(workshop) if not (one.hidden or one.skipped)]
    if not to_come:
        return False
    over = bool(clock.log(workshop)) and clock.next_stage(workshop) is None
    return over or all(has_begun(workshop, one.id) for one in to_come)


def last_stage(workshop: Workshop) -> Stage | None:
    """The last stage of the agenda that is neither hidden nor skipped."""
    open_ones = [one for one in agenda.stages(workshop) if not (one.hidden or one.skipped)]
    return open_ones[-1] if open_ones else None


def ended_at(workshop: Workshop, stage: Stage, now: datetime.datetime) -> str:
    """When a stage ended, as hh:mm on the wall: by its clock, else by the timeline it came with;
    empty where that is not known."""
    events = [event for event in clock.log(workshop) if event.stage == stage.id]
    if events:
        return f"{clock.local(workshop, events[-1].at, now):%H:%M}"
    found = workshop[TimelineRow].where("stage", stage.id)
    return next((row.actual_end or "" for row in found), "")


def start(
    workshop: Workshop, stage: StageId, now: datetime.datetime, *, actor: str = FACILITATOR
) -> None:
    """Starts a stage at `now`, which may be earlier: as if on time. Raises `Refused`."""
    is_first = not has_begun(workshop, stage)
    clock.start(workshop, stage, now, actor=actor)
    if is_first:
        _cover(workshop, stage, actor)


def go_next(
    workshop: Workshop, now: datetime.datetime, *, actor: str = FACILITATOR
) -> Stage | None:
    """Ends the stage that is on and starts the next one, None after the last. Raises `Refused`."""
    following = clock.next_stage(workshop)
    is_first = following is not None and not has_begun(workshop, following.id)
    started = clock.go_next(workshop, now, actor=actor)
    if started is not None and is_first:
        _cover(workshop, started.id, actor)
    return started


def go_to(
    workshop: Workshop, stage: StageId, now: datetime.datetime, *, actor: str = FACILITATOR
) -> None:
    """Ends the stage that is on and starts another. Raises `Refused`."""
    is_first = not has_begun(workshop, stage)
    clock.go_to(workshop, stage, now, actor=actor)
    if is_first:
        _cover(workshop, stage, actor)


def go_back(
    workshop: Workshop, now: datetime.datetime, *, actor: str = FACILITATOR
) -> Stage | None:
    """Goes back to the stage before.

    Within `WRONG_NEXT` that takes a wrong *next* back: all time goes to the stage before. Later
    that one gets a further run from now on, and the stage that was on keeps what it has run; it is
    given back, and is what comes next. Going back again leads one stage further up the agenda.
    Raises `Refused` (`clock.nothing_before`).
    """
    on, before = clock.current_stage(workshop), clock.stage_before(workshop)
    number = agenda.number_of
    ahead = before and (not on or number(workshop, before.id) < number(workshop, on.id))
    if ahead and clock.unchanged_for(workshop, now) <= WRONG_NEXT:
        clock.go_back(workshop, actor=actor)
        return None
    to = before if ahead else _above(workshop, on)
    if to is None:
        raise Refused("clock.nothing_before", stage=on.id if on else None)
    if on is None:
        start(workshop, to.id, now, actor=actor)
    else:
        go_to(workshop, to.id, now, actor=actor)
    return on


def _above(workshop: Workshop, stage: Stage | None) -> Stage | None:
    """The stage above this one in the agenda, hidden and skipped ones passed over."""
    order = [one for one in agenda.stages(workshop) if not (one.hidden or one.skipped)]
    earlier = order[: order.index(stage)] if stage in order else []
    return earlier[-1] if earlier else None


def _cover(workshop: Workshop, stage: StageId, actor: str) -> None:
    """Covers the board of a stage that begins, where its notes are written in private."""
    board = boards.board_of(workshop, stage)
    if board is None or not board.private_writing or board.reveal == "as_written":
        return
    if board.state == "open":
        boards.cover(workshop, board.id, actor=actor)
