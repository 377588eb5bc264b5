"""Editing a note in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.board_sheets import cards, lanes, with_cards
from tests.ui.board.conftest import Show
from tests.ui.board.display import Display, assert_alike

SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


class Commits:
    """Hears what was typed, and accepts it or not."""

    def __init__(self, display: Display, accept: bool = True) -> None:
        self.texts: list[tuple[int, str]] = []
        self.drafts: list[tuple[int, str]] = []
        self.ended: list[int] = []
        self._display, self._accept = display, accept
        display.view.edit_committed.connect(self._commit)
        display.view.draft_changed.connect(lambda *draft: self.drafts.append(draft))
        display.view.edit_ended.connect(self.ended.append)

    def _commit(self, note: int, text: str) -> None:
        self.texts.append((note, text))
        if not self._accept:
            return
        view = self._display.view
        sheet = view.board.sheet
        pile = (note - 1) % 6
        found = [
            replace(card, text=text) if card.note == note else card
            for card in sheet.piles[pile].cards
        ]
        view.set_sheet(with_cards(sheet, pile, found))
        view.end_edit()


@pytest.fixture
def display(show: Show) -> Display:
    return show(lanes(cards(24)))


def text_of(display: Display, note: int) -> str:
    return display.view.board.notes[note].card.text


def test_enter_opens_the_editor_and_enter_keeps_what_was_typed(display: Display) -> None:
    commits = Commits(display)
    before = text_of(display, 3)
    display.click(3)
    display.key(Key.Key_Return)
    assert display.editor.hasFocus()
    assert display.editor.toPlainText() == before
    display.type(", and more")
    display.key(Key.Key_Return)
    assert commits.texts == [(3, f"{before}, and more")]
    assert display.view.editing.editor is None
    assert display.view.hasFocus()
    assert_alike(display.pixels(), display.painted_anew())


def test_a_double_click_opens_the_editor(display: Display) -> None:
    display.double_click(5)
    assert display.view.editing.note == 5


def test_esc_leaves_the_note_as_it_was(display: Display) -> None:
    commits = Commits(display)
    display.double_click(5)
    display.type("nonsense")
    display.key(Key.Key_Escape)
    assert commits.texts == []
    assert commits.ended == [5]
    assert display.view.hasFocus()
    assert_alike(display.pixels(), display.painted_anew())


def test_shift_enter_starts_a_line(display: Display) -> None:
    commits = Commits(display)
    before = text_of(display, 5)
    display.double_click(5)
    display.key(Key.Key_Return, SHIFT)
    display.type("second")
    display.key(Key.Key_Return)
    assert commits.texts == [(5, f"{before}\nsecond")]


def test_a_click_elsewhere_keeps_what_was_typed(display: Display) -> None:
    commits = Commits(display)
    before = text_of(display, 5)
    display.double_click(5)
    display.type("x")
    display.click(9)
    assert commits.texts == [(5, before + "x")]
    assert display.view.selection.notes == (9,)


def test_tab_keeps_what_was_typed(display: Display, qtbot: QtBot) -> None:
    commits = Commits(display)
    other = QLineEdit(display.view)
    other.show()
    display.double_click(5)
    display.type("x")
    display.key(Key.Key_Tab)
    assert len(commits.texts) == 1


@pytest.mark.parametrize("typed", ["", "   ", None])
def test_an_empty_or_unchanged_text_is_no_change(display: Display, typed: str | None) -> None:
    commits = Commits(display)
    display.double_click(5)
    if typed is not None:
        display.editor.setPlainText(typed)
    display.key(Key.Key_Return)
    assert commits.texts == []
    assert commits.ended == [5]


def test_a_text_that_is_not_accepted_stays_in_the_editor(display: Display) -> None:
    commits = Commits(display, accept=False)
    display.double_click(5)
    display.type("x" * 600)
    display.key(Key.Key_Return)
    assert len(commits.texts) == 1
    assert display.editor.toPlainText().endswith("x" * 600)
    display.view.open(9)
    assert display.view.editing.note == 5


def test_drafts_are_told_as_they_are_typed(display: Display) -> None:
    commits = Commits(display)
    before = text_of(display, 5)
    display.double_click(5)
    display.type("ab")
    assert commits.drafts == [(5, before + "a"), (5, before + "ab")]


def test_a_draft_can_be_offered_again(display: Display) -> None:
    display.view.editing.begin(5, "What was typed before the crash")
    assert display.editor.toPlainText() == "What was typed before the crash"


def test_control_characters_do_not_come_through(display: Display) -> None:
    commits = Commits(display)
    display.double_click(5)
    display.editor.setPlainText("one\u202etwo\x07")
    display.key(Key.Key_Return)
    assert commits.texts == [(5, "onetwo")]


def test_input_methods_work(display: Display) -> None:
    commits = Commits(display)
    display.double_click(5)
    editor = display.editor
    editor.selectAll()
    composed = QInputMethodEvent("に", [])
    QApplication.sendEvent(editor, composed)
    assert commits.texts == []
    committed = QInputMethodEvent()
    committed.setCommitString("日本")
    QApplication.sendEvent(editor, committed)
    display.key(Key.Key_Return)
    assert commits.texts == [(5, "日本")]


def test_another_change_on_the_board_leaves_the_editor_open(display: Display) -> None:
    display.double_click(5)
    display.type("x")
    sheet = display.view.board.sheet
    display.view.set_sheet(with_cards(sheet, 0, sheet.piles[0].cards[1:]))
    assert display.editor.toPlainText().endswith("x")
    assert display.editor.hasFocus()


def test_a_note_that_is_gone_takes_its_editor_with_it(display: Display) -> None:
    commits = Commits(display)
    display.double_click(1)
    display.type("x")
    sheet = display.view.board.sheet
    display.view.set_sheet(with_cards(sheet, 0, sheet.piles[0].cards[1:]))
    assert display.view.editing.editor is None
    assert commits.ended == [1]
    assert commits.drafts[-1][1].endswith("x")


def test_keys_of_the_window_are_the_editor_s_while_it_is_open(display: Display) -> None:
    from PySide6.QtGui import QKeySequence, QShortcut

    fired: list[str] = []
    shortcut = QShortcut(QKeySequence("P"), display.view)
    shortcut.activated.connect(lambda: fired.append("P"))
    display.double_click(5)
    QTest.keyClick(display.editor, Key.Key_P)
    assert fired == []
    assert display.editor.toPlainText().endswith("p")


def test_a_note_that_is_edited_is_not_dragged_by_a_click_into_it(display: Display) -> None:
    display.double_click(5)
    editor = display.editor
    QTest.mousePress(editor, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    QTest.mouseMove(editor, QPoint(60, 20))
    QTest.mouseRelease(editor, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    assert display.view.gesture is None
    assert display.view.editing.note == 5
