"""The console in a break: when to be back, and how long that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import fonts
from ui.kinds.registry import KindPane, pane_of
from ui.theme import BODY, GAP
from ui.translate import plural, tr
from ui.widgets.plain import label
from workshop import clock
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
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addWidget(label(tr("The room is asked back at"), fonts.sans(BODY), "second"))
        column.addWidget(self.time)
        column.addWidget(self.about)

    def show_stage(self, stage: Stage) -> None:
        now = self.run.now()
        back = back_at(self.run.workshop, stage, now)
        self.time.setText(f"{back:%H:%M}" if back else "")
        left = clock.reading(self.run.workshop, stage.id, now).left.total_seconds()
        minutes = max(0, -int(-left // 60))
        bell = stage.setup.bell_before_min
        told = plural(minutes, "{count} minute left", "{count} minutes left")
        if bell:
            more = plural(bell, "the bell {count} minute before", "the bell {count} minutes before")
            told = f"{told}, {more}"
        self.about.setText(told + ".")
