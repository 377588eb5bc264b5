"""Lets the sounds of the stage that is on be heard when they are due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject

from ui.console.run import Run
from workshop import ringing
from workshop.records.words import StageId

_LATE = timedelta(seconds=10)
"""What was due longer ago, while the computer slept, is not heard any more."""


class Bells(QObject):
    """Follows the clock of a run. `play` gets the name of a sound."""

    def __init__(self, run: Run, play: Callable[[str], object]) -> None:
        super().__init__(run)
        self._run, self._play = run, play
        self._heard: tuple[StageId, timedelta] | None = None
        run.ticked.connect(self._listen)

    def _listen(self) -> None:
        stage, reading = self._run.on, self._run.reading()
        before, self._heard = self._heard, None
        if stage is None or reading is None:
            return
        ran = reading.clock.ran
        self._heard = stage.id, ran
        if before is None or before[0] != stage.id:
            return
        rings = ringing.of_stage(stage, reading.given, self._run.feed.showing.step)
        due = [each for each in rings if before[1] < each.ran <= ran <= each.ran + _LATE]
        if due:
            self._play(max(due, key=lambda each: each.ran).sound)
