"""Beside the stage: what the room sees, private notes, what is next, and the steps."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import fonts
from ui.console.private_notes import PrivateNotes
from ui.console.room_bar import RoomKeys, RoomPages
from ui.console.step_list import StepList
from ui.home.key_button import KeyButton
from ui.room.canvas import RoomCanvas
from ui.theme import BODY, CLOSE, GAP, NEAR, TIGHT
from ui.translate import tr
from ui.widgets.paragraph import Paragraph
from ui.widgets.plain import button, heading, surface
from ui.widgets.reading import Reading
from workshop import agenda
from workshop.faces import SEMIBOLD
from workshop.records.agenda import Stage
from workshop.win_back import OFFERED_FROM

WIDE, NARROW = 324, 276
_LOW = 640
"""A panel of less height shows the picture of the room at half its size."""
_TINY = 330
"""In less height there is no picture: the words beside the agenda say what the room sees."""
_BAR = NEAR
"""The width of a scroll bar."""
_EDGE, _INDENT = GAP - NEAR, NEAR
"""Buttons without a frame stand at the edge, so that their words stand where all others do."""


class SidePanel(QWidget):
    """What only the facilitator needs. Where it is masked, nothing private stands in it. It scrolls
    as one; nothing in it is cut."""

    unmask_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self)
        self.preview = RoomCanvas(moves=False)
        self.preview.set_room_size(QSize(1920, 1080))
        self.preview.setAccessibleName(tr("What the room sees"))
        self.private, self.short, self.next = PrivateNotes(_INDENT), Part(), Next()
        self.steps = StepList()
        self.win_back_button = button("", fonts.sans(BODY, SEMIBOLD))
        self.win_back_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.win_back_button.hide()
        self._stage = 0
        self.unmask_button = KeyButton(tr("Show what is private"), "F10", quiet=True)
        self.unmask_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.unmask_button.clicked.connect(self.unmask_wanted)
        self.room_pages, self.room_keys = RoomPages(tr("The room sees")), RoomKeys()
        self.preview.pages_changed.connect(self.room_pages.show_pages)
        self._arrange()
        self.set_width(WIDE)

    def _arrange(self) -> None:
        inside = QWidget()
        surface(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(_EDGE, NEAR, max(0, _EDGE - _BAR), CLOSE)
        column.setSpacing(CLOSE)
        frame = QFrame()
        frame.setObjectName("preview")
        around = QVBoxLayout(frame)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self.preview)
        surface(frame, "line")
        holder = QWidget()
        held = QVBoxLayout(holder)
        held.setContentsMargins(_INDENT, 0, 0, 0)
        held.addWidget(frame)
        self._frame, self._holder, self._room = frame, holder, QGridLayout()
        self._room.setHorizontalSpacing(0)
        self._room.setVerticalSpacing(CLOSE)
        indented: tuple[QWidget, ...] = (self.room_pages, self.short, self.next, self.steps)
        for part in indented:
            part.setContentsMargins(_INDENT, 0, _INDENT, 0)
        late = QHBoxLayout()
        late.setContentsMargins(_INDENT, 0, _INDENT, 0)
        late.addWidget(self.win_back_button)
        late.addStretch(1)
        column.addWidget(self.room_pages)
        column.addLayout(self._room)
        for below in (self.private, self.unmask_button, self.short):
            column.addWidget(below)
        column.addLayout(late)
        column.addWidget(self.next)
        column.addWidget(self.steps)
        column.setAlignment(self.unmask_button, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.area = Reading(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def set_width(self, width: int) -> None:
        """Takes so much of the window."""
        self.setFixedWidth(width)
        self._show_preview()

    def _show_preview(self) -> None:
        """The picture with its keys below it, or where there is little height beside it."""
        low, tiny = self.height() < _LOW, self.height() < _TINY
        wide = self.width() - 2 * GAP - _BAR
        wide = min(wide, WIDE - 2 * GAP - _BAR) // (2 if low else 1)
        self._frame.setFixedWidth(wide)
        self.preview.setFixedHeight(self.preview.heightForWidth(wide - 2))
        self.room_keys.stand(upright=low)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        self._room.addWidget(self._holder, 0, 0, left)
        self._room.addWidget(self.room_keys, *((0, 1) if low else (1, 0)))
        for part in (self.room_pages, self._holder, self.room_keys):
            part.setHidden(tiny)

    def set_room_size(self, size: QSize) -> None:
        """Shows in the preview what a display of this size shows."""
        self.preview.set_room_size(size)
        self._show_preview()

    def show_stage(self, stage: Stage | None, following: Stage | None, masked: bool) -> None:
        """Shows what belongs to a stage; of another one from the top."""
        if stage is not None and stage.id != self._stage:
            self._stage = stage.id
            self.area.verticalScrollBar().setValue(0)
        self.private.show_stage(stage, masked)
        self.unmask_button.setVisible(masked)
        self.short.show_text(tr("Short of time"), "" if masked else _short(stage))
        self.next.show_stage(following)
        self.steps.show_steps(stage)

    def show_late(self, minutes: int) -> None:
        """Offers a way back from five minutes behind on."""
        self.win_back_button.setVisible(minutes >= OFFERED_FROM)
        words = tr("Win back {count} min…", count=minutes)
        if self.win_back_button.text() != words:
            self.win_back_button.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_preview()


def _short(stage: Stage | None) -> str:
    """How a stage can be shortened."""
    if stage is None or stage.kind == "break":
        return ""
    least = agenda.least_minutes(stage)
    if not 0 < least < agenda.minutes_today(stage):
        return ""
    words = tr("Shorten to {count} min", count=least)
    return f"{words}: {stage.how}" if stage.how else f"{words}."


class Part(QWidget):
    """A heading and a text; without a text it takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = heading("")
        self.text = Paragraph(fonts.sans(BODY), 0)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, CLOSE, 0, 0)
        self.column.setSpacing(TIGHT)
        self.column.addWidget(self._heading)
        self.column.addWidget(self.text)

    @property
    def words(self) -> list[str]:
        """What it says."""
        return [self.text.text] if self.text.text else []

    def show_text(self, name: str, text: str) -> None:
        """Shows a text under a heading."""
        self._heading.setText(name)
        self.text.set_text(text)
        self.setVisible(bool(text))


class Next(Part):
    """The stage that comes next: its title and minutes, and what it will ask."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text.show_as(fonts.sans(BODY, SEMIBOLD), 0, second=False)
        self.prompt = Paragraph(fonts.sans(BODY), 0, second=True)
        self.column.addWidget(self.prompt)

    @property
    def words(self) -> list[str]:
        return [*super().words, *([self.prompt.text] if self.prompt.text else [])]

    def show_stage(self, stage: Stage | None) -> None:
        """Shows a stage, or nothing where none comes."""
        minutes = agenda.minutes_today(stage) if stage is not None else 0
        self.show_text(tr("Next · {count} min", count=minutes), stage.title if stage else "")
        self.prompt.set_text(stage.prompt if stage is not None else "")
