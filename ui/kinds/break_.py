"""The console in a break: when to be back, and how long that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import fonts
from ui.kinds.registry import KindPane, pane_of
from ui.theme import BODY, GAP
from ui.translate import plural, tr
from ui.widgets.plain import label
from workshop import clock, running
from workshop.kinds.break_ import back_at
from workshop.records.agenda import Stage

if TYPE_CHECKING:
    from ui.console.run import Run

_TIME = 64


@pane_of("break")
class BreakPane(KindPane):
    """The time in large; +1 and +5 move it."""

    def __init__(self, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(run, parent)
        self.time = label("", fonts.serif(_TIME))
        self.about = label("", fonts.sans(BODY), "second")
        self.heading = label("", fonts.sans(BODY), "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addWidget(self.heading)
        column.addWidget(self.time)
        column.addWidget(self.about)

    def show_stage(self, stage: Stage) -> None:
        workshop, now = self.run.workshop, self.run.now()
        is_on = clock.current_stage(workshop) == stage
        if running.has_begun(workshop, stage.id) and not is_on:
            self.heading.setText(tr("This break was over at"))
            self.time.setText(running.ended_at(workshop, stage, now))
            self.about.setText("")
            return
        back = back_at(workshop, stage, now)
        self.heading.setText(tr("The room is asked back at"))
        self.time.setText(f"{back:%H:%M}" if back else "")
        left = clock.reading(workshop, stage.id, now).left.total_seconds()
        self.about.setText(_about(max(0, -int(-left // 60)), stage.setup.bell_before_min, is_on))


def _about(minutes: int, bell: int, is_on: bool) -> str:
    told = plural(minutes, "{count} minute", "{count} minutes")
    if is_on:
        told = plural(minutes, "{count} minute left", "{count} minutes left")
    if not bell:
        return f"{told}."
    more = plural(bell, "the bell {count} minute before", "the bell {count} minutes before")
    return tr("{left}, {bell}.", left=told, bell=more)
