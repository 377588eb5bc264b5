"""Beside the stage: what the room sees, private notes, what is next, and the steps."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

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
from workshop import agenda
from workshop.faces import SEMIBOLD
from workshop.records.agenda import Stage
from workshop.win_back import OFFERED_FROM

WIDE, NARROW = 312, 264
_TIGHT_BELOW = 640
"""A panel of less height says less of what is next and of the steps that are not on."""


class SidePanel(QWidget):
    """What only the facilitator needs. Where it is masked, nothing private stands in it. What is
    next and the steps stay in sight; private notes scroll where there is no space for all."""

    unmask_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self)
        self.preview = RoomCanvas(moves=False)
        self.preview.set_room_size(QSize(1920, 1080))
        self.preview.setAccessibleName(tr("What the room sees"))
        self.private, self.short, self.next = PrivateNotes(), Part(3), Next()
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
        self.preview.pages_changed.connect(self._show_pages)
        self._arrange()
        self.set_width(WIDE)

    def _arrange(self) -> None:
        inside = _Inside()
        surface(inside)
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(GAP, NEAR, GAP, CLOSE)
        column.setSpacing(CLOSE)
        frame = QFrame()
        frame.setObjectName("preview")
        around = QVBoxLayout(frame)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self.preview)
        surface(frame, "line")
        for part in (self.room_pages, frame, self.room_keys, self.private, self.unmask_button,
                     self.short, self.win_back_button, self.next, self.steps):  # fmt: skip
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
        self.private.show_stage(stage, masked)
        self.unmask_button.setVisible(masked)
        self.short.show_text(tr("Short of time"), "" if masked else _short(stage))
        self._show_short()
        self.next.show_stage(following)
        self.steps.show_steps(stage)

    def show_late(self, minutes: int) -> None:
        """Offers a way back from five minutes behind on."""
        self.win_back_button.setVisible(minutes >= OFFERED_FROM)
        self._show_short()
        words = tr("Win back {count} min…", count=minutes)
        if self.win_back_button.text() != words:
            self.win_back_button.setText(words)

    def _show_short(self) -> None:
        """Where there is little space the way back stands in the place of the one stage's."""
        instead = self._is_tight and not self.win_back_button.isHidden()
        self.short.setVisible(bool(self.short.text.text) and not instead)

    @property
    def _is_tight(self) -> bool:
        return self.height() < _TIGHT_BELOW

    def _show_pages(self) -> None:
        """Where there is little space the picture needs no heading, unless there are pages."""
        self.room_pages.setVisible(self.preview.pages > 1 or not self._is_tight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tight = self._is_tight
        self._show_pages()
        self._column.setSpacing(TIGHT if tight else CLOSE)
        for part in (self.short, self.next, self.steps):
            part.set_tight(tight)
        self._show_short()


class _Inside(QWidget):
    """Wants no more height than it needs at the least: then private notes scroll, not all of it."""

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1


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
    """A heading and a text in so many lines, or one where there is little space; without a text it
    takes no room."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._heading = heading("")
        self.text = Paragraph(fonts.sans(BODY), most)
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

    def set_tight(self, tight: bool) -> None:
        """Takes less space: one line, without a heading."""
        self._heading.setHidden(tight)
        self.text.show_as(fonts.sans(BODY), 1 if tight else self._most, second=False)


class Next(Part):
    """The stage that comes next: its title and minutes, and what it will ask."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(2, parent)
        self.prompt = Paragraph(fonts.sans(BODY), 2, second=True)
        self._asks = ""
        self.column.addWidget(self.prompt)
        self.set_tight(False)

    @property
    def words(self) -> list[str]:
        return [*super().words, *([self.prompt.text] if self.prompt.text else [])]

    def show_stage(self, stage: Stage | None) -> None:
        """Shows a stage, or nothing where none comes."""
        minutes = agenda.minutes_today(stage) if stage is not None else 0
        title = stage.title if stage is not None else ""
        self.show_text(tr("Next · {count} min", count=minutes), title)
        self._asks = stage.prompt if stage is not None else ""
        self.set_tight(self._tight)

    def set_tight(self, tight: bool) -> None:
        self.text.show_as(fonts.sans(BODY, SEMIBOLD), 1 if tight else self._most, second=False)
        self._tight = tight
        self.prompt.set_text("" if tight else self._asks)
