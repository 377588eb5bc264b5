"""What the room sees now: makes a `RoomView` of the workshop and of what the console chose to show.

The facts come from an allow-list; nothing private is read here (`tests/rules` holds the words, a
property test holds the outcome).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from workshop import agenda, boards, clock, running
from workshop.board.sheet import Sheet
from workshop.kinds.registry import RoomPart, Scene, room_part
from workshop.records.agenda import Stage
from workshop.records.details import Details
from workshop.records.words import StageId
from workshop.records.writing import Statement
from workshop.room_view import BLANK, Agreed, RoomClock, RoomView
from workshop.rules import steps
from workshop.rules.clock import Reading, State
from workshop.sheets import room_sheet
from workshop.showing import Showing
from workshop.state import Workshop

SheetOf = Callable[[StageId], Sheet | None]


def look(
    workshop: Workshop,
    showing: Showing,
    now: datetime.datetime,
    sheet_of: SheetOf | None = None,
) -> RoomView:
    """The room at `now`, which knows its offset from UTC. Whoever looks again and again hands in
    what keeps the sheets: `SheetKeeper.sheet`."""
    if showing.blank:
        return BLANK
    details = workshop[Details].get(1)
    frame = RoomView(
        workshop=details.title if details else "", product=details.product if details else ""
    )
    if showing.agreed:
        return replace(frame, agreed=_agreed(workshop))
    stage = workshop[Stage].get(showing.stage)
    if stage is None:
        return frame
    return _stage(workshop, frame, stage, showing, now, sheet_of or partial(room_sheet, workshop))


def _agreed(workshop: Workshop) -> Agreed:
    wordings = {row.key: row.after for row in workshop[Statement]}
    return Agreed(wordings.get("problem", ""), wordings.get("vision", ""))


def _stage(
    workshop: Workshop,
    frame: RoomView,
    stage: Stage,
    showing: Showing,
    now: datetime.datetime,
    sheet_of: SheetOf,
) -> RoomView:
    order = [row for row in agenda.stages(workshop) if not row.hidden]
    reading = clock.reading(workshop, stage.id, now)
    before = not running.has_begun(workshop, stage.id)
    following = _following(order, stage)
    view = replace(
        frame,
        kind=stage.kind,
        title=stage.title,
        number=order.index(stage) + 1 if stage in order else 0,
        of=len(order),
        prompt=stage.prompt,
        whose=_whose(workshop, stage),
        before=before,
        minutes=agenda.minutes_today(stage),
        clock=_clock(reading),
        step=_step(stage, reading, showing),
        starts_at=_starts_at(workshop, order, stage),
        following=following.title if following else "",
        sheet=None if before else sheet_of(stage.id),
        silent_left=_silent_left(workshop, stage, now),
    )
    part = room_part(stage.kind)(Scene(workshop, stage, showing, now))
    return _with_part(view, part, following)


def _with_part(view: RoomView, part: RoomPart, following: Stage | None) -> RoomView:
    """The view with what its kind adds; a kind may put the board away. A break tells more of the
    stage that follows."""
    if part.pause is not None and following is not None:
        minutes, prompt = agenda.minutes_today(following), following.prompt
        view = replace(view, following_minutes=minutes, following_prompt=prompt)
    return replace(
        view,
        page=part.page,
        turn=part.turn,
        pause=part.pause,
        starts_at=(part.starts_at or view.starts_at) if view.before else "",
        sheet=view.sheet if part.shows_board else None,
    )


def _whose(workshop: Workshop, stage: Stage) -> str:
    board = boards.board_of(workshop, stage.id)
    return board.attribution if board is not None else ""


def _clock(reading: Reading) -> RoomClock | None:
    if reading.clock.state in (State.PLANNED, State.ENDED):
        return None
    return RoomClock(
        left=int(reading.left.total_seconds() // 1),
        given=int(reading.given.total_seconds()),
        urgency=reading.urgency.value,
        paused=reading.clock.state == State.PAUSED,
    )


def _step(stage: Stage, reading: Reading, showing: Showing) -> str:
    """The step that is on, unless it is the only one; none while the stage is not on."""
    planned = agenda.steps_today(stage)
    if len(planned) < 2 or reading.clock.state in (State.PLANNED, State.ENDED):
        return ""
    timed = [steps.Step(step.minutes, step.bell) for step in planned]
    return planned[steps.current(timed, reading.clock.ran, showing.step).index].do


def _starts_at(workshop: Workshop, order: list[Stage], stage: Stage) -> str:
    """When the first stage begins, as planned."""
    slot = agenda.times(workshop, today=True).slots.get(stage.id)
    return slot.start.strftime("%H:%M") if slot and stage in order[:1] else ""


def _following(order: list[Stage], stage: Stage) -> Stage | None:
    later = order[order.index(stage) + 1 :] if stage in order else []
    return next((row for row in later if not row.skipped), None)


def _silent_left(workshop: Workshop, stage: Stage, now: datetime.datetime) -> int | None:
    board = boards.board_of(workshop, stage.id)
    left = boards.silent_left(workshop, board, now) if board is not None else None
    return None if left is None else max(0, int(left.total_seconds()))
