"""The timed steps of a stage: the current one bold, with a bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from ui import fonts
from ui.theme import BODY, CLOSE, TIGHT
from ui.translate import tr
from ui.widgets.paragraph import Paragraph
from ui.widgets.plain import change_role, heading, label, surface
from ui.widgets.text_block import LINE_PITCH
from workshop import agenda
from workshop.faces import REGULAR, SEMIBOLD
from workshop.records.agenda import Stage

_BAR, _MINUTES = 3, 26


class StepList(QWidget):
    """Lists the steps; the clock or the facilitator marks one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, CLOSE, 0, 0)
        self._grid.setHorizontalSpacing(CLOSE)
        self._grid.setVerticalSpacing(TIGHT + 2)
        self._grid.setColumnStretch(2, 1)
        self._rows: list[tuple[QFrame, QLabel, Paragraph]] = []
        self._shown: list[tuple[int, str]] = []
        self.current = -1

    @property
    def words(self) -> list[str]:
        """What the steps say."""
        return [text for _, text in self._shown]

    def show_steps(self, stage: Stage | None) -> None:
        """Lists the steps of a stage with the minutes they have today."""
        planned = agenda.steps_today(stage) if stage is not None else ()
        steps = [(step.minutes, step.do) for step in planned]
        if steps == self._shown:
            return
        self._shown = steps
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows, self.current = [], -1
        self.setVisible(bool(steps))
        if steps:
            self._grid.addWidget(heading(tr("Steps")), 0, 0, 1, 3)
        for row, (minutes, words) in enumerate(steps, start=1):
            self._add(row, minutes, words)
        self._show_rows()

    def _add(self, row: int, minutes: int, words: str) -> None:
        bar = QFrame()
        bar.setFixedWidth(_BAR)
        surface(bar)
        number = label(str(minutes), fonts.sans(BODY), "second")
        number.setFixedWidth(_MINUTES)
        number.setFixedHeight(round(BODY * LINE_PITCH))
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        text = Paragraph(fonts.sans(BODY), 0, second=True)
        text.set_text(words)
        self._grid.addWidget(bar, row, 0)
        self._grid.addWidget(number, row, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text, row, 2)
        self._rows.append((bar, number, text))

    def mark(self, index: int) -> None:
        """Marks the current step; below zero: none."""
        if index != self.current:
            self.current = index
            self._show_rows()

    def _show_rows(self) -> None:
        for at, (bar, number, text) in enumerate(self._rows):
            is_on = at == self.current
            font = fonts.sans(BODY, SEMIBOLD if is_on else REGULAR)
            change_role(bar, "ink" if is_on else "surface")
            change_role(number, "now" if is_on else "second")
            text.show_as(font, 0, not is_on)
