"""Being late, on the console alone: what more time costs, and how to win it back."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.console import win_back_words as words
from ui.console.day_strips import Block
from ui.console.privacy import Privacy
from ui.console.run import Run
from ui.console.win_back_panel import WinBackPanel
from ui.console.win_back_row import Shown
from ui.translate import tr
from workshop import agenda, drift, win_back
from workshop.records.agenda import Stage
from workshop.win_back import Line


class WinBackDesk(QObject):
    """Connects the panel with the workshop. Where the room may see the console it stays shut."""

    said = Signal(str)
    left = Signal()

    def __init__(self, run: Run, privacy: Privacy, over: QWidget) -> None:
        super().__init__(run)
        self._run, self._privacy = run, privacy
        self.panel = WinBackPanel(over)
        self._accepted: tuple[Line, ...] = ()
        self.panel.answered.connect(self._answer)
        self.panel.applied.connect(self._apply)
        self.panel.left.connect(self.left)
        run.ticked.connect(self._follow)
        run.looked.connect(self.panel.hide)
        run.extended.connect(self._say_price)
        privacy.changed.connect(self._mask)

    def open(self) -> None:
        """Proposes how to be back on time, or says why there is nothing to propose."""
        found = self._propose()
        if self._privacy.masked:
            self.said.emit(tr("The room may see this window. Press F10 first."))
        elif found.late <= 0:
            self.said.emit(tr("Nothing has to be won back."))
        elif not found.lines:
            self.said.emit(tr("No stage to come can give any minutes."))
        else:
            self._accepted = found.enough
            self._show(found)
            self.panel.begin()

    def _propose(self) -> win_back.Proposal:
        return win_back.propose(self._run.workshop, self._run.now())

    def _follow(self) -> None:
        """Time has passed: what was answered stays answered, where the line is still there."""
        if not self.panel.isHidden():
            self._show(self._propose())

    def _mask(self) -> None:
        if self._privacy.masked:
            self.panel.leave()

    def _answer(self, line: Line) -> None:
        """A stage is shortened or left out, never both."""
        others = [one for one in self._accepted if one.stage != line.stage]
        was = line in self._accepted
        self._accepted = (*others,) if was else (*others, line)
        self._show(self._propose())

    def _show(self, found: win_back.Proposal) -> None:
        workshop, now = self._run.workshop, self._run.now()
        self._accepted = tuple(line for line in found.lines if line in self._accepted)
        taken = win_back.given(self._accepted)
        late = drift.late_by(workshop, now, taken)
        panel = self.panel
        panel.show_lines([(line, self._shown(line)) for line in found.lines], self._accepted)
        ends = (words.finish(workshop, now), words.finish(workshop, now, self._accepted))
        blocks = [_block(stage) for stage in drift.to_come(workshop, now)]
        panel.strips.show_day(blocks, taken, ends, (found.late > 0, late > 0))
        panel.begins.setText(words.begins(workshop, self._run.on, now))
        told = (words.won(found.late, late), words.rest(late, self._never(now)))
        panel.show_sum(found.late, found.late - late, *told)

    def _never(self, now: datetime.datetime) -> list[Stage]:
        return win_back.never_left_out(self._run.workshop, now)

    def _shown(self, line: Line) -> Shown:
        workshop = self._run.workshop
        title = workshop[Stage][line.stage].title
        cost = words.cost(workshop, line, self._accepted)
        return Shown(title, words.how(workshop, line), cost)

    def _apply(self) -> None:
        run, lines = self._run, self._accepted
        if not lines:
            return
        late = drift.late_by(run.workshop, run.now())
        self.panel.leave()
        if run.session.attempt(lambda: win_back.win_back(run.workshop, lines)):
            won = late - drift.late_by(run.workshop, run.now())
            told = words.finish(run.workshop, run.now())
            self.said.emit(tr("Won back {count} min: {finish}.", count=won, finish=told))

    def _say_price(self, minutes: int) -> None:
        if not self._privacy.masked and minutes > 0:
            self.said.emit(words.price(self._run.workshop, self._run.now(), minutes))


def _block(stage: Stage) -> Block:
    return Block(stage.id, stage.title, agenda.minutes_today(stage), stage.kind == "break")
