"""Calls into Qt must not cost a reference to `None`, `True` or `False`.

PySide6 6.12.0 on Python 3.11 loses one at each call that returns nothing; after some thousand the
interpreter ends with "deallocating None". So that release is excluded, and each newer one is
counted here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimerEvent, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

CALLS = 400

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="from Python 3.12 on, constants are never deallocated"
)


class Canvas(QWidget):
    """A widget with handlers of events in Python, which Qt calls and which return nothing."""

    moved = Signal(int)

    def paintEvent(self, event: QPaintEvent) -> None:
        pass

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.moved.emit(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return False


class Ticker(QObject):
    """Counts the events of its timer."""

    ticks = 0

    def timerEvent(self, event: QTimerEvent) -> None:
        self.ticks += 1


def repeat_calls(canvas: Canvas) -> None:
    label = QLabel()
    for number in range(CALLS):
        canvas.update()
        label.setText(str(number))


def repeat_paints(canvas: Canvas) -> None:
    for _ in range(CALLS):
        canvas.repaint()


def repeat_mouse_moves(canvas: Canvas) -> None:
    no_button = Qt.MouseButton.NoButton
    place = QPointF(5, 5)
    move = QMouseEvent(
        QEvent.Type.MouseMove, place, place, no_button, no_button, Qt.KeyboardModifier.NoModifier
    )
    watcher = Canvas()
    canvas.installEventFilter(watcher)
    canvas.setMouseTracking(True)  # else no move arrives while no button is down
    for _ in range(CALLS):
        QApplication.sendEvent(canvas, move)


def repeat_signals(canvas: Canvas) -> None:
    canvas.moved.connect(lambda _: None)
    button = QPushButton()
    button.clicked.connect(lambda: None)
    for number in range(CALLS):
        canvas.moved.emit(number)
        button.click()


def repeat_timer(canvas: Canvas) -> None:
    ticker = Ticker()
    timer = ticker.startTimer(0)
    while ticker.ticks < CALLS:
        QApplication.processEvents()
    ticker.killTimer(timer)


def references() -> list[int]:
    return [sys.getrefcount(constant) for constant in (None, True, False)]


@pytest.mark.parametrize(
    "repeat",
    [repeat_calls, repeat_paints, repeat_mouse_moves, repeat_signals, repeat_timer],
)
def test_calls_keep_the_references_to_constants(
    qtbot: QtBot, repeat: Callable[[Canvas], None]
) -> None:
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.show()
    qtbot.waitExposed(canvas)
    repeat(canvas)  # the first time, caches fill
    before = references()
    repeat(canvas)
    lost = [count - now for count, now in zip(before, references(), strict=True)]
    assert max(lost) < CALLS / 10
