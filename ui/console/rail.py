"""The agenda as a rail across the window: a block for each stage, wide as its time."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QBrush,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from ui import fonts
from ui.appearance import current
from ui.console import rail_room
from ui.kind_words import kind_name
from ui.theme import CLOSE, NOTE_RADIUS, SECONDARY, TIGHT, mix
from ui.translate import plural, tr
from ui.widgets.plain import tip
from workshop import agenda, clock, running
from workshop.faces import REGULAR, SEMIBOLD
from workshop.frozen import frozen
from workshop.records.agenda import Stage
from workshop.records.words import StageId
from workshop.state import Workshop

HEIGHT = 28
_WALK = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99}
_LEGIBLE, _LEGIBLE_DONE, _FOLD_WIDTH = 132, 92, 76
"""So much of a title can be made out, in pixels; less is needed of what is done."""
_MOST_OF_ONE = 0.6
"""The stage that is shown, or on, takes no more of the rail than this."""


@frozen
class Row:
    """One stage as the rail shows it."""

    stage: int
    title: str
    minutes: int
    kind: str
    spoken: str
    done: bool = False
    on: bool = False


def rows_of(workshop: Workshop, on: StageId | None, now: datetime.datetime) -> list[Row]:
    """The stages of today in order, hidden and skipped ones left out. The one that is on has the
    minutes that it was extended to."""
    slots = agenda.times(workshop, today=True).slots
    rows = []
    for stage in agenda.stages(workshop):
        if stage.hidden or stage.skipped:
            continue
        slot = slots.get(stage.id)
        at = f"{slot.start:%H:%M}" if slot else ""
        done = stage.id != on and running.has_begun(workshop, stage.id)
        minutes = agenda.minutes_today(stage)
        if stage.id == on:
            minutes = round(clock.reading(workshop, on, now).given.total_seconds() / 60)
        rows.append(_row(stage, at, minutes, done, stage.id == on))
    return rows


def _row(stage: Stage, at: str, minutes: int, done: bool, on: bool) -> Row:
    long = plural(minutes, "{count} minute", "{count} minutes")
    state = tr("on now") if on else tr("done") if done else tr("to come")
    spoken = tr(
        "{title}, {kind}, {time}, {long}, {state}",
        title=stage.title, kind=kind_name(stage.kind), time=at, long=long, state=state,
    )  # fmt: skip
    return Row(stage.id, stage.title, minutes, stage.kind, spoken, done, on)


class AgendaRail(QWidget):
    """Blocks to press; the stage that is on is filled with ink, the one shown has a frame."""

    stage_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(tr("Agenda"))
        self._rows: Sequence[Row] = ()
        self._blocks: list[Block] = []
        self._folds: list[Block] = []
        self.chosen = 0

    @property
    def stages(self) -> list[int]:
        """The stages in order."""
        return [row.stage for row in self._rows]

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown of each stage."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these stages."""
        if rows == self._rows:
            return
        had_focus = self.has_focus()
        self._rows = rows
        for block in (*self._blocks, *self._folds):
            block.hide()
            block.deleteLater()
        self._blocks = [self._block(row.title, row) for row in rows]
        self._folds = [self._block("", None), self._block("", None)]
        self._lay_out()
        if had_focus:
            self.focus_chosen()

    def has_focus(self) -> bool:
        """Whether a block has the focus."""
        return any(block.hasFocus() for block in (*self._blocks, *self._folds))

    def choose(self, stage: int) -> None:
        """Marks a stage as the one that is shown."""
        self.chosen = stage
        self._lay_out()

    def focus_chosen(self) -> None:
        """Gives the block of the shown stage the focus."""
        for block in self._blocks:
            if block.row is not None and block.row.stage == self.chosen:
                block.setFocus(Qt.FocusReason.OtherFocusReason)

    def _block(self, text: str, row: Row | None) -> Block:
        made = Block(text, row, self)
        if row is not None:
            made.clicked.connect(partial(self._press, row.stage))
        else:
            made.clicked.connect(partial(self._unfold, made))
        return made

    def _press(self, stage: int, _checked: bool = False) -> None:
        self.stage_chosen.emit(stage)

    def _lay_out(self) -> None:
        """Gives every block its place; folded stages share one at each end."""
        at = next((i for i, row in enumerate(self._rows) if row.stage == self.chosen), 0)
        leasts = [self._least(i, i == at) for i in range(len(self._rows))]
        shown = rail_room.unfolded(leasts, at, self.width(), TIGHT, _FOLD_WIDTH)
        before, after = self._rows[: shown.start], self._rows[shown.stop :]
        for fold, folded in zip(self._folds, (before, after), strict=False):
            fold.fold(_fold_words(folded, folded is before), folded)
        folds = _FOLD_WIDTH + TIGHT
        if len(shown) == 1 and self.width() - 2 * folds < min(leasts[at], _LEGIBLE):
            before = after = ()  # the stage that is shown, alone
            for fold in self._folds:
                fold.hide()
        room = self.width() - folds * (bool(before) + bool(after)) - TIGHT * (len(shown) - 1)
        wides = rail_room.widths(
            leasts[shown.start : shown.stop],
            [self._blocks[i].want if not self._rows[i].done else leasts[i] for i in shown],
            [0 if self._rows[i].done else self._rows[i].minutes for i in shown],
            room,
        )
        x = 0.0
        if before:
            self._folds[0].setGeometry(0, 0, _FOLD_WIDTH, HEIGHT)
            x += folds
        for index, block in enumerate(self._blocks):
            block.setVisible(index in shown)
            block.show_chosen(index == at)
            if index in shown:
                wide = wides[index - shown.start]
                block.setGeometry(round(x), 0, round(x + wide) - round(x), HEIGHT)
                x += wide + TIGHT
        if after:
            self._folds[1].setGeometry(round(x), 0, _FOLD_WIDTH, HEIGHT)

    def _least(self, index: int, chosen: bool) -> int:
        """The width at which a stage can be made out; all of the title of what is shown or on."""
        row, want = self._rows[index], self._blocks[index].want
        if chosen or row.on:
            return min(want, round(self.width() * _MOST_OF_ONE))
        return min(want, _LEGIBLE_DONE if row.done else _LEGIBLE)

    def _unfold(self, fold: Block, _checked: bool = False) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in fold.folded:
            action = QAction(row.title.replace("&", "&&"), menu)
            action.triggered.connect(partial(self._press, row.stage))
            menu.addAction(action)
        menu.popup(fold.mapToGlobal(fold.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk along the blocks; what is walked to is shown."""
        by = _WALK.get(Qt.Key(event.key()))
        ids = self.stages
        if by is None or event.modifiers() or self.chosen not in ids:
            super().keyPressEvent(event)
            return
        to = ids[max(0, min(len(ids) - 1, ids.index(self.chosen) + by))]
        self.stage_chosen.emit(to)
        self.focus_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()


def _fold_words(folded: Sequence[Row], before: bool) -> str:
    if all(row.done for row in folded):
        return tr("{count} done", count=len(folded))
    return tr("{count} before" if before else "{count} more", count=len(folded))


class Block(QAbstractButton):
    """One stage, or the stages that are folded."""

    def __init__(self, text: str, row: Row | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self.folded: Sequence[Row] = ()
        self._chosen = False
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if row is not None:
            self.setAccessibleName(row.spoken)
            self.setToolTip(tip(row.spoken))

    @property
    def want(self) -> int:
        """The width in which all of its words stand."""
        is_on = self.row is not None and self.row.on
        metrics = QFontMetricsF(fonts.sans(SECONDARY, SEMIBOLD if is_on else REGULAR))
        told = self._told
        minutes = metrics.horizontalAdvance(told) + CLOSE if told else 0
        return round(metrics.horizontalAdvance(self.text()) + minutes + 2 * CLOSE + 4)

    @property
    def _told(self) -> str:
        """The minutes, of what is not done."""
        return str(self.row.minutes) if self.row is not None and not self.row.done else ""

    def sizeHint(self) -> QSize:
        return QSize(self.want, HEIGHT)

    def fold(self, words: str, folded: Sequence[Row]) -> None:
        """Stands for these stages; hidden where there are none."""
        self.folded = folded
        self.setText(words)
        self.setVisible(bool(folded))

    def show_chosen(self, chosen: bool) -> None:
        """Whether this stage is the one that is shown."""
        self._chosen = chosen
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows belong to the rail."""
        if Qt.Key(event.key()) in _WALK:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, row = current(), self.row
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        on = row.on if row is not None else any(one.on for one in self.folded)
        fill = theme.ink if on else mix(theme.ink, theme.surface, 0.09)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, NOTE_RADIUS, NOTE_RADIUS)
        if row is not None and row.kind == "break" and not on:
            stripes = QColor(mix(theme.ink, theme.surface, 0.2))
            painter.setBrush(QBrush(stripes, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(box, NOTE_RADIUS, NOTE_RADIUS)
        if self.hasFocus() or (self._chosen and not on):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.ink), 2))
            painter.drawRoundedRect(box, NOTE_RADIUS, NOTE_RADIUS)
        self._paint_words(painter, box, on)

    def _paint_words(self, painter: QPainter, box: QRectF, on: bool) -> None:
        theme, row = current(), self.row
        done = row is not None and row.done
        first = theme.surface if on else theme.ink_2 if done else theme.ink
        font = fonts.sans(SECONDARY, SEMIBOLD if on else REGULAR)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(first))
        line = box.adjusted(CLOSE, 0, -CLOSE, 0)
        told = self._told
        width = metrics.horizontalAdvance(told)
        if told:
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(line, side, told)
            line.adjust(0, 0, -width - CLOSE, 0)
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
