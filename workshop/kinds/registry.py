"""What each stage kind adds to the room, and the place where kinds say so."""

from __future__ import annotations

import datetime
import importlib
from collections.abc import Callable

from workshop.frozen import frozen
from workshop.records.agenda import Stage
from workshop.room_view import Break, Page, Turn
from workshop.showing import Showing
from workshop.state import Workshop


@frozen
class Scene:
    """What a kind's part of the room is made from."""

    workshop: Workshop
    stage: Stage
    showing: Showing
    now: datetime.datetime


@frozen
class RoomPart:
    """What a kind adds to the prompt, the clock and the board that every stage shows."""

    page: Page | None = None
    turn: Turn | None = None
    pause: Break | None = None
    starts_at: str = ""
    shows_board: bool = True


MakeRoom = Callable[[Scene], RoomPart]

_makers: dict[str, MakeRoom] = {}


def room_of(kind: str) -> Callable[[MakeRoom], MakeRoom]:
    """Function decorator: this is what stages of `kind` add to the room."""

    def register(make: MakeRoom) -> MakeRoom:
        _makers[kind] = make
        return make

    return register


def room_part(kind: str) -> MakeRoom:
    """What stages of this kind add to the room."""
    importlib.import_module("workshop.kinds")
    return _makers.get(kind, lambda _: RoomPart())
