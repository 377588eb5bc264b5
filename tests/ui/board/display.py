"""A board on a display, as a facilitator sees it and works with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.board.editor import NoteEditor
from ui.board.view import BoardView
from workshop.board.sheet import PileKey

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

    @property
    def editor(self) -> NoteEditor:
        """The editor that is open."""
        editor = self.view.editing.editor
        assert editor is not None
        return editor

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
        position = QPointF(at or self.view.rect().center())
        window = self.view.windowHandle()
        QTest.wheelEvent(window, position, turned, QPoint(), modifiers)
        QApplication.processEvents()


class Heard:
    """What a view asked for."""

    def __init__(self, view: BoardView) -> None:
        self.moves: list[tuple[tuple[int, ...], PileKey, int]] = []
        self.groups: list[tuple[tuple[int, ...], int]] = []
        self.places: list[dict[int, tuple[float, float]]] = []
        view.move_requested.connect(lambda *move: self.moves.append(move))
        view.group_requested.connect(lambda *group: self.groups.append(group))
        view.wall_move_requested.connect(self.places.append)

    @property
    def nothing(self) -> bool:
        return not (self.moves or self.groups or self.places)


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
