"""A break: shows when to be back."""

from __future__ import annotations

import datetime

from workshop import agenda, clock, running
from workshop.columns import choice, whole
from workshop.kinds.registry import RoomPart, Scene, room_of
from workshop.records.agenda import Stage
from workshop.room_view import Break
from workshop.setups import setup_of
from workshop.state import Workshop
from workshop.tables import settings_value


@setup_of("break", prompt="We start again together at the time on the screen.")
@settings_value
class Settings:
    """Settings of a break."""

    show: str = choice("what the room sees", "return_time", default="return_time")
    bell_before_min: int = whole("minutes before the end; 0 for no bell", 0, 60, default=2)


def back_at(workshop: Workshop, stage: Stage, now: datetime.datetime) -> datetime.datetime | None:
    """When the break is over, in local time: by its clock while it is on, else as planned."""
    reading = clock.reading(workshop, stage.id, now)
    if clock.current_stage(workshop) == stage:
        return clock.local(workshop, now + reading.left, now)
    slot = agenda.times(workshop, today=True).slots.get(stage.id)
    return slot.end if slot else None


@room_of("break")
def room(scene: Scene) -> RoomPart:
    """When to be back; nothing of the day's content."""
    back = back_at(scene.workshop, scene.stage, scene.now)
    phase = phase_of(scene.workshop, scene.stage, scene.now)
    time, bell = back.strftime("%H:%M") if back else "", scene.stage.setup.bell_before_min
    return RoomPart(pause=Break(time, phase, bell), shows_board=False)


def phase_of(workshop: Workshop, stage: Stage, now: datetime.datetime) -> str:
    """How far a break is: on (also before it begins), soon (the bell has sounded), or over."""
    if clock.current_stage(workshop) != stage:
        return "over" if running.has_begun(workshop, stage.id) else "on"
    left = clock.reading(workshop, stage.id, now).left
    if left <= datetime.timedelta():
        return "over"
    bell = datetime.timedelta(minutes=stage.setup.bell_before_min)
    return "soon" if left <= bell else "on"
