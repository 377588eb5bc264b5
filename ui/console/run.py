"""The day as it runs: which stage is on, which one the console shows, and the clock's verbs."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from ui.console.feed import Now, RoomFeed, local_now
from ui.console.once import Once
from ui.session import Session
from ui.translate import plural, tr
from workshop import agenda, boards, clock, drift, notes, running, step_marks
from workshop.changes import Step
from workshop.records.agenda import Stage
from workshop.records.details import Details
from workshop.records.words import StageId
from workshop.rules import steps
from workshop.rules.clock import Reading, State
from workshop.showing import Showing

_TICK_MS = 200
"""Often enough for a clock of seconds to look even."""
_SET_BACK = datetime.timedelta(seconds=2)
"""A clock that goes back by more was set."""
START, NEXT, FINISH, GO_TO, NOTHING = "start", "next", "finish", "go_to", ""
"""What the primary button does; nothing once the workshop is finished."""


class Run(QObject):
    """Drives the clock of a session and what the room is shown.

    The room sees the stage whose clock is on, wherever the console looks; with none on, the stage
    the console looks at.
    """

    looked = Signal()
    """The console looks at another stage."""
    ticked = Signal()
    """A second has passed, or the clock was touched."""
    said = Signal(str)
    """One line for the facilitator."""
    extended = Signal(int)
    """The stage that is on has so many minutes more, or fewer."""
    late = Signal(int)
    """The first stage would start so many minutes late: from now, or as if on time?"""

    def __init__(
        self, session: Session, now: Now = local_now, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.workshop = session.workshop
        self.now = now
        self.feed = RoomFeed(session.workshop, now, self)
        self._looking: StageId | None = None
        self._once = Once(session.workshop)
        self._left: dict[StageId, Showing] = {}
        self._asked_late = False
        self._second = -1
        self._seen = now()
        session.stepped.connect(self._stepped)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        first = self._first()
        if first is not None:
            self.look_at(first.id)

    def stop(self) -> None:
        """The workshop is closed."""
        self._timer.stop()

    # Where the day stands.

    @property
    def on(self) -> Stage | None:
        """The stage whose clock is running or paused."""
        return clock.current_stage(self.workshop)

    @property
    def shown(self) -> Stage | None:
        """The stage that the console looks at."""
        return self.workshop[Stage].get(self._looking)

    @property
    def finished(self) -> bool:
        """Whether the workshop has been, and nothing is on."""
        return running.is_finished(self.workshop)

    def _first(self) -> Stage | None:
        """Where the console begins: the stage that is on, else the next; in a workshop that has
        been, the first with notes that the room may read."""
        order = agenda.stages(self.workshop)
        if not self.finished:
            return self.on or clock.next_stage(self.workshop) or next(iter(order), None)
        found = (one for one in order if one.kind == "board" and self._is_read(one.id))
        return next(found, None) or next(iter(order), None)

    def _is_read(self, stage: StageId) -> bool:
        board = boards.board_of(self.workshop, stage)
        is_covered = board is None or board.state == "covered"
        return not is_covered and bool(notes.notes_of(self.workshop, stage))

    def reading(self) -> Reading | None:
        """The clock of the stage that is on, else of the one that is shown."""
        stage = self.on or self.shown
        return clock.reading(self.workshop, stage.id, self.now()) if stage else None

    def current_step(self, stage: Stage) -> steps.Current | None:
        """The step of a stage that is on; None where it has none or has not begun."""
        return step_marks.current_step(self.workshop, stage.id, self.now())

    def late_by(self) -> int:
        """Minutes by which the day will end after its plan."""
        return 0 if self.finished else drift.late_by(self.workshop, self.now())

    def following(self) -> Stage | None:
        """What comes after the stage that is shown."""
        order = [one for one in agenda.stages(self.workshop) if not (one.hidden or one.skipped)]
        ids = [one.id for one in order]
        shown = self.shown
        if shown is None or shown.id not in ids:
            return None
        return next(iter(order[ids.index(shown.id) + 1 :]), None)

    def primary(self) -> str:
        """What the primary button would do."""
        on = self.on
        if on is None:
            return NOTHING if self.finished else START
        if self.shown is not None and self.shown.id != on.id:
            return GO_TO
        return NEXT if clock.next_stage(self.workshop) else FINISH

    # The clock.

    def press_primary(self) -> None:
        """Starts, goes on or goes to the stage that is shown."""
        shown = self.shown
        if shown is None:
            return
        if self.primary() == NOTHING:
            if self._say_first(self._once.running_again(shown)):
                self.start_now()
        elif self.primary() == START:
            self._start(shown.id)
        elif self.primary() == GO_TO:
            if self._may_leave():
                self._do(lambda: running.go_to(self.workshop, shown.id, self.now()))
        else:
            self.go_next()

    def go_next(self) -> None:
        """Ends the stage that is on and starts the next; with none on, starts what is next."""
        on, following = self.on, clock.next_stage(self.workshop)
        if self.finished:
            self.press_primary()
        elif on is None and following is not None:
            self._start(following.id)
        elif self._may_leave():
            self._do(lambda: running.go_next(self.workshop, self.now()))

    def go_back(self) -> None:
        """Takes a wrong *next* back, or gives the stage before a further run."""
        if self.finished and clock.unchanged_for(self.workshop, self.now()) > running.WRONG_NEXT:
            self.press_primary()
            return
        kept: list[Stage | None] = []
        self._do(lambda: kept.append(running.go_back(self.workshop, self.now())))
        for stage in kept:
            if stage is not None:
                self.said.emit(self._comes_next(stage))

    @property
    def can_go_back(self) -> bool:
        """Whether there is a stage before the one that is on."""
        if clock.stage_before(self.workshop) is not None:
            return True
        order = [one for one in agenda.stages(self.workshop) if not (one.hidden or one.skipped)]
        return self.on in order[1:]

    def _comes_next(self, stage: Stage) -> str:
        """What becomes of a stage from which the day went back."""
        ran = round(clock.reading(self.workshop, stage.id, self.now()).clock.ran.total_seconds())
        if ran < 60:
            return tr("“{title}” comes next.", title=stage.title)
        return tr("“{title}” keeps the {minutes} it has run, and comes next.",
                  title=stage.title, minutes=_minutes(ran))  # fmt: skip

    def toggle_pause(self) -> None:
        """Pauses the clock, or lets it go on; starts it where no clock is on."""
        reading = self.reading()
        if self.on is None:
            self.press_primary()
        elif reading is not None and reading.clock.state == State.PAUSED:
            self._do(lambda: clock.resume(self.workshop, self.now()))
        else:
            self._do(lambda: clock.pause(self.workshop, self.now()))

    def extend(self, minutes: int) -> None:
        """Gives the stage that is on more minutes, or fewer."""
        if self._do(lambda: clock.extend(self.workshop, minutes, self.now())):
            self.extended.emit(minutes)

    def start_as_planned(self) -> None:
        """Starts the first stage as if on time."""
        shown = self.shown
        slot = drift.plan(self.workshop, self.now()).slots.get(shown.id) if shown else None
        if shown is None or slot is None:
            return
        zone = clock.zone(self.workshop, self.now())
        at = slot.start.replace(tzinfo=zone)
        self._do(lambda: running.start(self.workshop, shown.id, at))

    def start_now(self) -> None:
        """Starts the stage that is shown at this moment."""
        shown = self.shown
        if shown is not None:
            self._do(lambda: running.start(self.workshop, shown.id, self.now()))

    def _start(self, stage: StageId) -> None:
        self.look_at(stage)
        late = self._minutes_late(stage)
        if late > 0 and not self._asked_late:
            self._asked_late = True
            self.late.emit(late)
        else:
            self.start_now()

    def _minutes_late(self, stage: StageId) -> int:
        """How late the day would start; 0 where it has begun or has no planned start."""
        details = self.workshop[Details].get(1)
        if clock.log(self.workshop) or details is None or not details.planned_start:
            return 0
        plan = drift.plan(self.workshop, self.now())
        first = next(iter(plan.slots), None)
        return drift.drift(self.workshop, self.now()) if first == stage else 0

    def _may_leave(self) -> bool:
        return self._say_first(self._once.leaving(self.on))

    def _say_first(self, words: str) -> bool:
        """Whether there is nothing to say before a key is obeyed."""
        if words:
            self.said.emit(words)
        return not words

    def _do(self, verb: Callable[[], object]) -> bool:
        before = self.on
        if not self.session.attempt(verb):
            return False
        on = self.on
        if on is not None and (before is None or on.id != before.id):
            if before is not None:
                self._left[before.id] = self.feed.showing
            self.look_at(on.id)
            left = self._left.pop(on.id, Showing())
            self.feed.show(page=left.page, speaker=left.speaker, waiting=left.waiting,
                           speaking_since=left.speaking_since)  # fmt: skip
        self.follow()
        return True

    # What is looked at and shown.

    def look_at(self, stage: StageId) -> None:
        """Shows a stage on the console."""
        if stage == self._looking:
            return
        self._looking = stage
        self.looked.emit()
        self.follow()

    def turn_step(self, by: int) -> None:
        """Moves the mark of the current step by hand; the clock counts from there."""
        stage = self.on
        if stage is not None:
            self._do(lambda: step_marks.turn_step(self.workshop, stage.id, by, self.now()))

    def follow(self) -> None:
        """Lets the clock and the room show what holds now."""
        stage = self.on or self.shown
        mark = step_marks.mark_of(self.workshop, stage.id, self.now()) if stage else None
        self.feed.show(stage=stage.id if stage else None, step=mark)
        self.ticked.emit()

    def _stepped(self, step: Step) -> None:
        if self.shown is None:
            first = next(iter(agenda.stages(self.workshop)), None)
            self._looking = None
            if first is not None:
                self.look_at(first.id)
        self.follow()

    def _tick(self) -> None:
        before, self._seen = self._seen, self.now()
        if before - self._seen > _SET_BACK:
            clock.carry_over(self.workshop, before, self._seen)
        second = int(self._seen.timestamp())
        if second != self._second:
            self._second = second
            self.feed.refresh()
            self.ticked.emit()


def _minutes(seconds: int) -> str:
    return plural(round(seconds / 60), "{count} minute", "{count} minutes")
