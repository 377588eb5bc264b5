"""Beside the stage: what the room sees, private notes, what is next, and the steps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import fonts
from ui.console.room_bar import RoomKeys, RoomPages
from ui.home.key_button import KeyButton
from ui.room.canvas import RoomCanvas
from ui.theme import BODY, CLOSE, GAP, NEAR, SECONDARY, TIGHT
from ui.translate import tr
from ui.widgets.plain import change_role, label, surface
from workshop import agenda
from workshop.faces import REGULAR, SEMIBOLD
from workshop.records.agenda import Stage

WIDE, NARROW = 312, 264
_BAR = 3
_MINUTES = 26


class SidePanel(QWidget):
    """What only the facilitator needs. Where it is masked, nothing private stands in it."""

    unmask_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self)
        self.preview = RoomCanvas(moves=False)
        self.preview.set_room_size(QSize(1920, 1080))
        self.preview.setAccessibleName(tr("What the room sees"))
        self.private, self.short, self.next = Section(), Section(), Section()
        self.steps = StepList()
        self._stage = 0
        self.unmask_button = KeyButton(tr("Show what is private"), "F10", quiet=True)
        self.unmask_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.unmask_button.clicked.connect(self.unmask_wanted)
        self.room_pages, self.room_keys = RoomPages(tr("The room sees")), RoomKeys()
        self.preview.pages_changed.connect(self.room_pages.show_pages)
        inside = QWidget()
        surface(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(GAP, NEAR, GAP, NEAR)
        column.setSpacing(CLOSE)
        frame = QFrame()
        frame.setObjectName("preview")
        around = QVBoxLayout(frame)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self.preview)
        surface(frame, "line")
        for part in (self.room_pages, frame, self.room_keys, self.private, self.unmask_button,
                     self.short, self.next, self.steps):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.set_width(WIDE)

    def set_width(self, width: int) -> None:
        """Takes so much of the window."""
        self.setFixedWidth(width)
        self.preview.setFixedHeight(self.preview.heightForWidth(width - 2 * GAP - 2))

    def set_room_size(self, size: QSize) -> None:
        """Shows in the preview what a display of this size shows."""
        self.preview.set_room_size(size)
        self.set_width(self.width())

    def show_stage(self, stage: Stage | None, following: Stage | None, masked: bool) -> None:
        """Shows what belongs to a stage; of another one from the top."""
        if stage is not None and stage.id != self._stage:
            self._stage = stage.id
            self._area.verticalScrollBar().setValue(0)
        self._show_private(stage, masked)
        self._show_short(stage, masked)
        lines = []
        if following is not None:
            minutes = agenda.minutes_today(following)
            lines.append((following.title + tr(" · {count} min", count=minutes), "strong"))
            lines.append((following.prompt, "second"))
        self.next.show_lines(tr("Next"), lines)
        self.steps.show_steps(stage)

    def _show_private(self, stage: Stage | None, masked: bool) -> None:
        lines: list[tuple[str, str]] = []
        if stage is not None and not masked:
            lines += [(text, "") for text in stage.run]
            lines += [(text, "bullet") for text in stage.watch]
            lines += [(f"“{stage.say}”", "italic")] if stage.say else []
        if masked:
            lines = [(tr("Covered, since the room may see this screen."), "second")]
        self.private.show_lines(tr("Only you see this"), lines)
        self.unmask_button.setVisible(masked)

    def _show_short(self, stage: Stage | None, masked: bool) -> None:
        lines: list[tuple[str, str]] = []
        if stage is not None and not masked and stage.kind != "break":
            least = agenda.least_minutes(stage)
            if 0 < least < agenda.minutes_today(stage):
                words = tr("Shorten to {count} min", count=least)
                lines.append((f"{words}: {stage.how}" if stage.how else f"{words}.", ""))
        self.short.show_lines(tr("Short of time"), lines)


class Section(QWidget):
    """A heading and lines of plain text; without lines it takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, CLOSE, 0, 0)
        self._column.setSpacing(TIGHT + 2)
        self._shown: tuple[str, list[tuple[str, str]]] = ("", [])

    @property
    def words(self) -> list[str]:
        """What the lines say."""
        return [text for text, _ in self._shown[1] if text]

    def show_lines(self, heading: str, lines: Sequence[tuple[str, str]]) -> None:
        """Shows texts, each with its role: second, strong, italic, bullet or none."""
        shown = (heading, list(lines))
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(self.words))
        if self.words:
            self._column.addWidget(_heading(heading))
        for text, role in lines:
            if text:
                line = _bullet(text) if role == "bullet" else _line(text, role)
                self._column.addWidget(line)


class StepList(QWidget):
    """The timed steps of a stage; the current one is bold and has a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, CLOSE, 0, 0)
        self._grid.setHorizontalSpacing(CLOSE)
        self._grid.setVerticalSpacing(TIGHT + 2)
        self._grid.setColumnStretch(2, 1)
        self._rows: list[tuple[QWidget, QWidget, QWidget]] = []
        self._shown: list[tuple[int, str]] = []
        self.current = -1

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
            self._grid.addWidget(_heading(tr("Steps")), 0, 0, 1, 3)
        for row, (minutes, words) in enumerate(steps, start=1):
            self._add(row, minutes, words)

    def _add(self, row: int, minutes: int, words: str) -> None:
        bar = QFrame()
        bar.setFixedWidth(_BAR)
        surface(bar)
        number = label(str(minutes), fonts.sans(BODY), "second")
        number.setFixedWidth(_MINUTES)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        text = _line(words, "second")
        for column, widget in enumerate((bar, number, text)):
            self._grid.addWidget(widget, row, column)
        self._rows.append((bar, number, text))

    def mark(self, index: int) -> None:
        """Marks the current step; below zero: none."""
        if index == self.current:
            return
        self.current = index
        for at, (bar, number, text) in enumerate(self._rows):
            is_on = at == index
            change_role(bar, "ink" if is_on else "surface")
            for widget in (number, text):
                change_role(widget, "now" if is_on else "second")


def _heading(text: str) -> QWidget:
    return label(text, fonts.sans(SECONDARY, SEMIBOLD), "second")


def _bullet(text: str) -> QWidget:
    """A line with a dot before it, under which nothing wraps."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(CLOSE)
    row.addWidget(_line("•", "second"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(_line(text, "second"), 1)
    return made


def _line(text: str, role: str) -> QWidget:
    font = fonts.sans(BODY, SEMIBOLD if role == "strong" else REGULAR)
    font.setItalic(role == "italic")
    made = label(text, font, role if role == "second" else "")
    made.setWordWrap(True)
    return made
