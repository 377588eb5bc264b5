"""A pasted list: shown first, then notes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.screen import cards, focus, press, texts, view_of
from ui.window import MainWindow

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def _whose(window: MainWindow) -> list[str]:
    return [card.card.mark.letter if card.card.mark else "" for card in cards(window)]


def _paste(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(Qt.Key.Key_V, CTRL)


def test_pasted_lines_are_shown_first_and_become_notes_in_one_step(window: MainWindow) -> None:
    _paste("One\r\n\r\n s: Two \nThree\n")
    view = view_of(window)
    assert view.pasted.texts == ["One", "Two", "Three"]
    assert texts(window) == []
    assert view.pasted.add_button.text() == "Add 3 notes"
    press(Qt.Key.Key_Return)
    assert texts(window) == ["One", "Three", "Two"]
    assert _whose(window) == ["P", "P", "S"]
    assert view.pasted.texts == []
    assert focus() is view.capture.line
    assert view.status.undo_words == "Undo add 3 notes"
    press(Qt.Key.Key_Z, CTRL)
    assert texts(window) == []


def test_a_pasted_line_can_be_left_out(window: MainWindow) -> None:
    press(Qt.Key.Key_2, ALT)
    _paste("Function\tNote\nSales\tToo slow\n\tNobody asks")
    assert view_of(window).pasted.texts == ["Function Note", "Too slow", "Nobody asks"]
    press(Qt.Key.Key_Space)
    assert view_of(window).pasted.add_button.text() == "Add 2 notes"
    press(Qt.Key.Key_Return)
    assert list(zip(texts(window), _whose(window), strict=True)) == [
        ("Nobody asks", "E"), ("Too slow", "S"),
    ]  # fmt: skip


def test_a_pasted_line_that_is_too_long_is_not_added(window: MainWindow) -> None:
    _paste("One\n" + "x" * 501)
    assert view_of(window).pasted.texts[1].startswith("Too long, 501 characters: xxx")
    press(Qt.Key.Key_Return)
    assert texts(window) == ["One"]


def test_a_paste_can_be_left(window: MainWindow) -> None:
    _paste("One\nTwo")
    press(Qt.Key.Key_Escape)
    assert view_of(window).pasted.texts == []
    assert texts(window) == []
    assert focus() is view_of(window).capture.line


def test_on_one_display_a_covered_board_shows_no_pasted_words(window: MainWindow) -> None:
    """The room sees this window."""
    view = view_of(window)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_W)
    press(Qt.Key.Key_Slash)
    assert view.capture.line.masked
    QGuiApplication.clipboard().setText("Nobody trusts us\nOne")
    press(Qt.Key.Key_V, CTRL)
    assert view.pasted.texts == ["3 words", "1 word"]
