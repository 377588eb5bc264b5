"""What a test sees in the window, and how it presses keys where the focus is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.console.view import ConsoleView
from ui.window import MainWindow
from workshop.board.notes import NoteBox
from workshop.document import Document
from workshop.records.notes import Note

NO_KEYS = Qt.KeyboardModifier.NoModifier


def view_of(window: MainWindow) -> ConsoleView:
    """The workshop that the window shows."""
    assert window.view is not None
    return window.view


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Presses a key where the focus is."""
    QTest.keyClick(focus(), key, modifiers)


def type_text(text: str) -> None:
    """Types where the focus is."""
    QTest.keyClicks(focus(), text)


def type_note(text: str) -> None:
    """Types a note into the capture bar, which has the focus, and Enter."""
    type_text(text)
    press(Qt.Key.Key_Return)


def focus() -> QWidget:
    """The widget that has the focus; there always is one."""
    found = QApplication.focusWidget()
    assert found is not None, "the focus is lost"
    return found


def cards(window: MainWindow) -> list[NoteBox]:
    """The notes on the board, from left to right and from the top."""
    found = view_of(window).notes.board.notes.values()
    return sorted(found, key=lambda box: (box.x, box.y))


def texts(window: MainWindow) -> list[str]:
    """What the notes say."""
    return [box.card.text for box in cards(window)]


def card_of(window: MainWindow, text: str) -> NoteBox:
    """The note that says this."""
    return next(box for box in cards(window) if box.card.text == text)


def middle(window: MainWindow, text: str) -> QPoint:
    """The pixel of the board in the middle of a note, once all lies where it stays."""
    QApplication.processEvents()
    return view_of(window).notes.viewport.to_pixels(card_of(window, text).rect).center()


def click(window: MainWindow, text: str, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Clicks the note that says this."""
    board = view_of(window).notes
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, modifiers, middle(window, text))


def double_click(window: MainWindow, text: str) -> None:
    """Clicks the note that says this twice."""
    click(window, text)  # Qt's own double click comes without the first press
    board = view_of(window).notes
    QTest.mouseDClick(board, Qt.MouseButton.LeftButton, NO_KEYS, middle(window, text))


def current(window: MainWindow) -> str:
    """What the note says that has the keys; empty where none has them."""
    board = view_of(window).notes
    at = board.selection.current
    return board.board.notes[at].card.text if at is not None and board.hasFocus() else ""


def wait_saved(window: MainWindow, qtbot: QtBot) -> None:
    """Waits until the corner says that everything is on disk."""
    corner = view_of(window).status
    qtbot.waitUntil(lambda: corner.words == "Every change is saved")


def on_disk(file: Path) -> list[str]:
    """The texts of all notes in a file, by number."""
    with Document.open(file) as document:
        notes = sorted(document.workshop[Note], key=lambda note: note.nr or 0)
        return [note.text for note in notes]
