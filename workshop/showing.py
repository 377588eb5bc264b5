"""What the console chose to show to the room."""

from __future__ import annotations

import datetime

from workshop.frozen import frozen
from workshop.records.words import ParticipantId, StageId
from workshop.rules import steps


@frozen
class Showing:
    """What the console chose for the room. `stage` is the one shown, None before the first.
    `page` turns the pages of a stage, `speaker` the check-in; `step` is the facilitator's mark.
    `groups` puts up who works with whom. `speaking_since` is when the speaker began, `waiting` who
    was skipped for now."""

    stage: StageId | None = None
    blank: bool = False
    agreed: bool = False
    groups: bool = False
    page: int = 0
    speaker: int = 0
    waiting: tuple[ParticipantId, ...] = ()
    speaking_since: datetime.datetime | None = None
    step: steps.Mark | None = None
