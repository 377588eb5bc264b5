"""The clock of the console: a ring, the figures, its buttons, and how far the day is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import fonts
from ui.appearance import current
from ui.console import clock_words
from ui.console.run import FINISH, GO_TO, NEXT, NOTHING, START, Run
from ui.home.key_button import KeyButton
from ui.theme import NEAR, SECONDARY
from ui.translate import tr
from ui.widgets.plain import change_role, label, rule
from ui.widgets.sparing import SparingRow
from workshop.faces import SEMIBOLD
from workshop.rules.clock import Reading, State, Urgency

FIGURES = 27
_RING, _THICK = 44, 5
_ROLES = {Urgency.LOW: "warn", Urgency.LAST: "accent", Urgency.OVER: "accent"}


def _button(text: str, key: str = "", primary: bool = False) -> KeyButton:
    made = KeyButton(text, key, primary=primary)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where one types
    return made


class Ring(QWidget):
    """How much of the time is left, as a part of a circle."""

    def __init__(self) -> None:
        super().__init__()
        self._share, self._urgency = 1.0, Urgency.NONE
        self.setFixedSize(QSize(_RING, _RING))

    def show_share(self, share: float, urgency: Urgency) -> None:
        """Shows the part that is left, 0 to 1."""
        if (share, urgency) != (self._share, self._urgency):
            self._share, self._urgency = share, urgency
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = _THICK / 2 + 1
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(theme.line), _THICK))
        painter.drawEllipse(box)
        colours = {"warn": theme.warn, "accent": theme.accent}
        colour = colours.get(_ROLES.get(self._urgency, ""), theme.ink)
        pen = QPen(QColor(colour), _THICK)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(box, 90 * 16, round(self._share * 360 * 16))


class ClockPanel(SparingRow):
    """Clock, pause, more time, drift, back, and the primary button. The room sees no drift."""

    pause_wanted = Signal()
    extend_wanted = Signal(int)
    back_wanted = Signal()
    primary_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ring = Ring()
        self.figures = label("", fonts.sans(FIGURES, SEMIBOLD))
        self.about = label("", fonts.sans(SECONDARY), "second")
        self.pause_button = _button(tr("Pause"), tr("Space  F8"))
        self.more_buttons = {minutes: _button(f"+{minutes}") for minutes in (1, 5)}
        self.back_button = _button(tr("Back"), tr("Ctrl ←"))
        self.drift = label("", fonts.sans(SECONDARY, SEMIBOLD), "second")
        self.finish = label("", fonts.sans(SECONDARY), "second")
        self.primary_button = _button(tr("Next stage"), tr("Ctrl →"), primary=True)
        self._offers, self._does = True, NOTHING
        self._arrange()
        self.pause_button.clicked.connect(self.pause_wanted)
        self.back_button.clicked.connect(self.back_wanted)
        self.primary_button.clicked.connect(self.primary_wanted)
        for minutes, button in self.more_buttons.items():
            words = tr("{count} more minutes", count=minutes)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _=False, by=minutes: self.extend_wanted.emit(by))

    def _arrange(self) -> None:
        row = self.row
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(NEAR)
        self._day = QWidget()
        day = QHBoxLayout(self._day)
        day.setContentsMargins(0, 0, 0, 0)
        day.setSpacing(NEAR)
        line = rule(vertical=True)
        line.setFixedHeight(_RING - NEAR)
        day.addWidget(line)
        day.addWidget(_two(self.drift, self.finish))
        row.addWidget(self.ring)
        row.addWidget(_two(self.figures, self.about))
        row.addWidget(self.pause_button)
        for button in self.more_buttons.values():
            row.addWidget(button)
        row.addWidget(self._day)
        row.addWidget(self.back_button)
        row.addWidget(self.primary_button)
        for told in (self.drift, self.finish):
            told.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.spare(
            self.ring, self._day, self.back_button, *self.more_buttons.values(), self.pause_button
        )

    def offer_primary(self, offers: bool) -> None:
        """Whether the primary button stands there, where it has anything to do."""
        self._offers = offers
        self._show_primary()

    def _show_primary(self) -> None:
        self.primary_button.setVisible(self._offers and self._does != NOTHING)

    def show_run(self, run: Run, masked: bool) -> None:
        """Shows where the clock and the day stand now; masked, it says nothing of the day."""
        reading, now = run.reading(), run.now()
        stage = run.on or run.shown
        told = clock_words.told(run.workshop, stage) if stage is not None else None
        if told is not None:
            self._show_told(*told)
        elif reading is not None:
            self._show_reading(reading)
            self.about.setText(clock_words.about(run.workshop, reading, now))
        words, role = clock_words.drift_words(run.workshop, now)
        self.drift.setText("" if masked else words)
        change_role(self.drift, role)
        self.finish.setText("" if masked else clock_words.finish_words(run.workshop, now))
        self.want(self._day, bool(self.drift.text() or self.finish.text()))
        self._show_buttons(run, reading)

    def _show_told(self, figures: str, about: str) -> None:
        self.figures.setText(figures)
        change_role(self.figures, "")
        self.ring.show_share(0.0, Urgency.NONE)
        self.about.setText(about)

    def _show_reading(self, reading: Reading) -> None:
        self.figures.setText(clock_words.figures(reading))
        change_role(self.figures, _ROLES.get(reading.urgency, ""))
        share = reading.left / reading.given if reading.given else 0.0
        self.ring.show_share(min(1.0, max(0.0, share)), reading.urgency)

    def _show_buttons(self, run: Run, reading: Reading | None) -> None:
        is_on = run.on is not None
        paused = reading is not None and reading.clock.state == State.PAUSED
        say_once(self.pause_button, tr("Go on") if paused else tr("Pause"), tr("Space  F8"))
        self.pause_button.setEnabled(is_on)
        for button in self.more_buttons.values():
            button.setEnabled(is_on)
        self.back_button.setEnabled(run.can_go_back)
        self._does = run.primary()
        self._show_primary()
        words, key = {
            START: (tr("Start"), tr("Space")),
            NEXT: (tr("Next stage"), tr("Ctrl →")),
            FINISH: (tr("Finish"), tr("Ctrl →")),
            GO_TO: (tr("Go to this stage"), ""),
        }.get(self._does, ("", ""))
        say_once(self.primary_button, words, key)


def say_once(button: KeyButton, words: str, key: str) -> None:
    """Shows words and key, if they are others than before."""
    if (button.text(), button.accessibleDescription()) != (words, key):
        button.say(words, key)


def _two(above: QWidget, below: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(above)
    column.addWidget(below)
    column.addStretch(1)
    return both
