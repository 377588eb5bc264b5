"""A board on a display, as a facilitator sees it and works with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.board.view import BoardView

EDGE_SHARE = 0.001
EDGE_LEVELS = 80
"""At a scale other than one Qt places letters that are cut by the edge of a window a quarter of a
pixel elsewhere than letters that are not: so few pixels may differ, and by no more than this."""

_LEFT = Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier


class Display:
    """A view that is shown."""

    def __init__(self, view: BoardView, qtbot: QtBot) -> None:
        self.view = view
        self.qtbot = qtbot

    def pixels(self) -> QImage:
        """What stands on the display now, painted bit by bit as it was."""
        QApplication.processEvents()
        shown = self.view.backingStore().paintDevice()
        assert isinstance(shown, QImage)
        return shown.copy(QRect(0, 0, self.view.width(), self.view.height()))

    def painted_anew(self) -> QImage:
        """What stands there after painting everything again."""
        self.view.update()
        return self.pixels()

    def middle(self, note: int) -> QPoint:
        """The pixel in the middle of a note."""
        return self.view.viewport.to_pixels(self.view.board.notes[note].rect).center()

    def colour(self, note: int, right: float, down: float) -> QColor:
        """The colour of a pixel so many board units from a note's top left corner."""
        box, view = self.view.board.notes[note], self.view.viewport
        x, y = (box.x + right) * view.scale + view.x, (box.y + down) * view.scale + view.y
        return self.pixels().pixelColor(int(x), int(y))

    def click(self, note: int, modifiers: Qt.KeyboardModifier = _PLAIN) -> None:
        QTest.mouseClick(self.view, _LEFT, modifiers, self.middle(note))

    def double_click(self, note: int) -> None:
        QTest.mouseDClick(self.view, _LEFT, _PLAIN, self.middle(note))

    def press(self, at: QPoint, modifiers: Qt.KeyboardModifier = _PLAIN) -> None:
        QTest.mousePress(self.view, _LEFT, modifiers, at)

    def move(self, *ways: QPoint) -> None:
        """Move with the button down to each of these pixels."""
        for at in ways:
            QTest.mouseMove(self.view, at)
            QApplication.processEvents()

    def release(self, at: QPoint) -> None:
        QTest.mouseRelease(self.view, _LEFT, _PLAIN, at)

    def drag(self, start: QPoint, *ways: QPoint) -> None:
        """Press, move over these pixels, and let go at the last."""
        self.press(start)
        self.move(*ways)
        self.release(ways[-1])

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _PLAIN) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.view, key, modifiers)

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        QTest.keyClicks(QApplication.focusWidget() or self.view, text)

    def wheel(
        self, turned: QPoint, at: QPoint | None = None, modifiers: Qt.KeyboardModifier = _PLAIN
    ) -> None:
        """Turn the wheel; a notch is 120."""
        event = wheel_event(self.view, at or self.view.rect().center(), turned, modifiers)
        QApplication.sendEvent(self.view, event)


def wheel_event(
    widget: QWidget, at: QPoint, turned: QPoint, modifiers: Qt.KeyboardModifier = _PLAIN
) -> QWheelEvent:
    """A turn of the wheel with the pointer over a pixel of a widget."""
    return QWheelEvent(
        QPointF(at), QPointF(widget.mapToGlobal(at)), QPoint(), turned,
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


def assert_alike(one: QImage, other: QImage) -> None:
    """The two pictures show the same, but for letters at the very edge."""
    assert one.size() == other.size()
    if one == other:
        return
    size = one.bytesPerLine()
    first, second = bytes(one.constBits()), bytes(other.constBits())
    differing = []
    for start in range(0, len(first), size):
        rows = first[start : start + size], second[start : start + size]
        if rows[0] != rows[1]:
            differing += [abs(a - b) for a, b in zip(*rows, strict=True) if a != b]
    assert max(differing) <= EDGE_LEVELS
    assert len(differing) <= EDGE_SHARE * len(first)
