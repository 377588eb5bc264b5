"""What a test sees in the window, and how it presses keys where the focus is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.note_card import NoteCard
from ui.widgets.workshop_view import WorkshopView
from ui.window import MainWindow
from workshop.document import Document
from workshop.records.notes import Note

NO_KEYS = Qt.KeyboardModifier.NoModifier


def view_of(window: MainWindow) -> WorkshopView:
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


def cards(window: MainWindow) -> list[NoteCard]:
    """The cards that are shown, from left to right and from the top."""
    found = [card for card in view_of(window).notes.findChildren(NoteCard) if card.isVisible()]
    return sorted(found, key=lambda card: (card.x(), card.y()))


def texts(window: MainWindow) -> list[str]:
    """What the cards say."""
    return [card.card.text for card in cards(window)]


def card_of(window: MainWindow, text: str) -> NoteCard:
    """The card that says this."""
    return next(card for card in cards(window) if card.card.text == text)


def wait_saved(window: MainWindow, qtbot: QtBot) -> None:
    """Waits until the corner says that everything is on disk."""
    corner = view_of(window).status
    qtbot.waitUntil(lambda: corner.words == "Every change is saved")


def on_disk(file: Path) -> list[str]:
    """The texts of all notes in a file, by number."""
    with Document.open(file) as document:
        notes = sorted(document.workshop[Note], key=lambda note: note.nr or 0)
        return [note.text for note in notes]
