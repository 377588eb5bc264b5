"""Typing at speed: authors, composed text, grades, parking, and what survives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.screen import (
    cards,
    focus,
    on_disk,
    press,
    texts,
    type_note,
    type_text,
    view_of,
    wait_saved,
)
from ui.window import MainWindow
from workshop import boards, parking
from workshop.records.agenda import Board, RemarkCount, Stage
from workshop.records.notes import Note
from workshop.records.people import Participant

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def _whose(window: MainWindow) -> list[str]:
    return [card.card.mark.letter if card.card.mark else "" for card in cards(window)]


def _authors(window: MainWindow) -> list[str]:
    assert window.session is not None
    workshop = window.session.workshop
    people = {person.id: person.name for person in workshop[Participant]}
    found = sorted(workshop[Note], key=lambda note: note.nr or 0)
    return [people[note.author] if note.author else "" for note in found]


def test_an_author_is_chosen_by_the_beginning_of_a_name(window: MainWindow) -> None:
    bar = view_of(window).capture
    type_text("@")
    assert bar.author.offered == ["Ada", "Ben", "Cleo", "Dora", "Emil"]
    type_text("cl")
    assert bar.author.offered == ["Cleo"]
    type_text(" ")
    assert bar.line.text() == ""
    assert bar.author.shown.text() == "Cleo"
    type_note("Three engines")
    assert not bar.author.shown.isVisible(), "who was named wrote that note, not the next one"
    type_note("None trusted")
    press(Qt.Key.Key_Tab)
    type_note("By nobody in particular")
    assert _authors(window) == ["Cleo", "", ""]
    assert _whose(window) == ["E", "E", "S"]


def test_an_author_is_chosen_from_the_list_by_arrows_or_mouse(window: MainWindow) -> None:
    bar = view_of(window).capture
    type_text("Berths close @")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert (bar.author.shown.text(), bar.line.text()) == ("Ben", "Berths close ")
    press(Qt.Key.Key_Return)
    type_text("@zz")
    assert bar.said == "Nobody here is called “zz”."
    press(Qt.Key.Key_Return)
    assert bar.said == "Nobody here is called “zz”."
    assert _authors(window) == ["Ben"]


def test_backspace_in_the_empty_line_takes_the_author_away(window: MainWindow) -> None:
    type_text("@ada ")
    press(Qt.Key.Key_Backspace)
    type_note("Anybody's")
    type_note("@emil: His")
    assert _authors(window) == ["", "Emil"]


def test_an_at_sign_in_a_word_is_just_a_sign(window: MainWindow) -> None:
    type_note("write to crew@harbour")
    assert texts(window) == ["write to crew@harbour"]


def test_what_is_typed_stays_while_one_looks_at_another_stage(window: MainWindow) -> None:
    press(Qt.Key.Key_3, ALT)
    type_text("half a")
    view_of(window).show_stage("which-first")
    assert not view_of(window).takes_notes()
    view_of(window).show_stage("struggles")
    view_of(window).focus_capture()
    type_note(" thought")
    assert texts(window) == ["half a thought"]
    assert _whose(window) == ["S"]


def test_nothing_is_lost_at_two_hundred_characters_a_second(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    said = [f"{'pes'[number % 3]}: berth {number} closes early" for number in range(20)]
    for line in said:
        QTest.keyClicks(focus(), line, Qt.KeyboardModifier.NoModifier, 5)
        QTest.keyClick(focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 5)
    wait_saved(window, qtbot)
    assert sorted(texts(window)) == sorted(line[3:] for line in said)
    window.close()
    assert on_disk(file) == [line[3:] for line in said]


def _compose(preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(focus(), event)


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        (["nih", "nihon", "日本"], "日本"),
        (["ㅎ", "하", "한"], "한국어"),
        (["zh", "zhong'wen"], "中文"),
    ],
)
def test_composed_text_is_kept_as_it_was_composed(
    window: MainWindow, steps: list[str], text: str
) -> None:
    for step in steps:
        _compose(step)
        assert texts(window) == []
    _compose("", text)
    press(Qt.Key.Key_Return)
    assert texts(window) == [text]


@pytest.mark.parametrize(
    "text",
    ["مرحبا بالعالم", "שלום 123 abc", "Zoe\u0308 a\u030a\u0323", "👨‍👩‍👧‍👦 at the berth", "हिन्दी"],
)
def test_every_script_is_kept_as_it_was_typed(
    window: MainWindow, qtbot: QtBot, file: Path, text: str
) -> None:
    _compose("", text)
    press(Qt.Key.Key_Return)
    wait_saved(window, qtbot)
    window.close()
    assert on_disk(file) == [text]


def test_a_character_without_a_letter_shows_a_box_and_is_said_once(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    _compose("", "สวัสดี")
    press(Qt.Key.Key_Return)
    said = view_of(window).said
    assert said == (
        "No font here can show Thai letters: note 1 has boxes in their place, its text is kept."
    )
    _compose("", "สวัสดี อีก again")
    press(Qt.Key.Key_Return)
    assert view_of(window).said == ""
    _compose("", "ᚠ")
    press(Qt.Key.Key_Return)
    assert "Runic letters: note 3" in view_of(window).said
    _compose("", "do\u20e0 not")
    press(Qt.Key.Key_Return)
    assert "“combining enclosing circle backslash”" in view_of(window).said
    wait_saved(window, qtbot)
    window.close()
    assert on_disk(file) == ["สวัสดี", "สวัสดี อีก again", "ᚠ", "do\u20e0 not"]


def test_the_head_says_how_many_notes_each_may_write(window: MainWindow) -> None:
    bar = view_of(window).bar
    assert "2 each, about 4 minutes to type" in bar.about.text()
    assert window.session is not None
    workshop = window.session.workshop
    board = next(iter(workshop[Board]))
    boards.edit_board(workshop, board.id, notes_per_person=0)
    assert "each" not in bar.about.text()


@pytest.fixture
def graded(window: MainWindow) -> MainWindow:
    """The board offers three grades of evidence."""
    assert window.session is not None
    workshop = window.session.workshop
    stage = next(one for one in workshop[Stage] if one.key == "struggles")
    with workshop.step("test.grades"):
        setup = replace(stage.setup, evidence_tags=("guess", "told", "seen"))
        workshop[Stage].replace(stage.id, setup=setup)
    return window


def test_the_typed_note_is_graded_by_a_key(graded: MainWindow) -> None:
    type_text("Berths close")
    press(Qt.Key.Key_E, CTRL)
    press(Qt.Key.Key_E, CTRL)
    press(Qt.Key.Key_Return)
    type_note("Not graded")
    assert [card.card.evidence for card in cards(graded)] == ["told", None]


def _parked(window: MainWindow) -> list[str]:
    assert window.session is not None
    return [note.text for note in parking.parked_notes(window.session.workshop)]


def test_chosen_notes_are_graded_marked_and_parked(graded: MainWindow) -> None:
    type_note("Berths close")
    type_note("An app for it")
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_E, CTRL)
    press(Qt.Key.Key_L, CTRL)
    assert [(card.card.evidence, card.card.solution) for card in cards(graded)] == [
        (None, False), ("guess", True),
    ]  # fmt: skip
    press(Qt.Key.Key_P)
    assert texts(graded) == ["Berths close"]
    assert graded.session is not None
    assert [note.text for note in parking.parked_notes(graded.session.workshop)] == [
        "An app for it"
    ]


def test_the_typed_line_is_parked(window: MainWindow) -> None:
    type_text("s: Who pays for this")
    press(Qt.Key.Key_F6)
    assert texts(window) == []
    assert view_of(window).capture.line.text() == ""
    assert _parked(window) == ["Who pays for this"]


def test_a_remark_is_counted_for_the_chosen_function(window: MainWindow) -> None:
    press(Qt.Key.Key_2, ALT)
    press(Qt.Key.Key_R, CTRL)
    press(Qt.Key.Key_R, CTRL)
    assert view_of(window).capture.said == "A remark of Engineering is counted."
    assert window.session is not None
    assert [row.count for row in window.session.workshop[RemarkCount]] == [2]
