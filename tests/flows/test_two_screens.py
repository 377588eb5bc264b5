"""A facilitator's morning on two screens, by keys and mouse alone: made from the half-day template,
three stages run, closed; and killed, and opened again where it stood."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.flows.told import number_and_text, typist
from tests.ui.console.conftest import LAPTOP, PROJECTOR, Desk, Wall
from tests.ui.screen import (
    click,
    double_click,
    focus,
    on_disk,
    press,
    texts,
    type_note,
    type_text,
    view_of,
    wait_saved,
)
from ui.home.cards import TemplateCard
from ui.kinds.opening import OpeningPane
from ui.room.spoken import spoken
from ui.settings import LAST_FOLDER, Settings
from ui.window import MainWindow
from workshop.document import Document
from workshop.records.agenda import Board, ClockEvent
from workshop.records.details import Details
from workshop.records.notes import Note
from workshop.records.people import Function, Participant
from workshop.room_view import RoomView

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton

PEOPLE = """Ada, Product, Head of product *
Ben, Product
Cleo, Engineering, *
Dora, Engineering
Emil, Design, *
Fay, Sales, *
Gus, Sales"""

PRODUCT = [f"Product saw thing {number}" for number in range(1, 6)]
ENGINEERING = [f"Engineering saw thing {number}" for number in range(1, 6)]
DESIGN = [f"Design saw thing {number}" for number in range(1, 6)]
SALES = [f"Sales saw thing {number}" for number in range(1, 6)]
NOTES = [*PRODUCT, *ENGINEERING, *DESIGN, *SALES]
MENDED = {*NOTES[:-1], f"{SALES[4]}, twice"}


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot, qapp: object, wall: Wall) -> Iterator[MainWindow]:
    """The window at home, with a projector beside the laptop."""
    store = Settings()
    store[LAST_FOLDER] = str(tmp_path)
    screens = Desk(LAPTOP, PROJECTOR).screens
    made = MainWindow(store, screens=screens, now=wall.now)
    screens.console = made
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitActive(made):
        made.begin(None)
    yield made
    made.close()


def _press_on(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)


def _room(window: MainWindow) -> RoomView:
    """What stands on the projector."""
    assert window.room.window is not None
    assert window.room.window.isVisible()
    return window.room.window.canvas.view


def _read(view: RoomView) -> list[str]:
    """The notes that the room can read."""
    piles = view.sheet.piles if view.sheet else ()
    return [card.text for pile in piles for card in pile.cards]


def _counts(view: RoomView) -> dict[str, int]:
    piles = view.sheet.piles if view.sheet else ()
    return {pile.title: pile.shown_count for pile in piles}


def _make_workshop(window: MainWindow) -> None:
    """From the card of the half day through the form, with the people pasted."""
    cards = [card for card in window.findChildren(TemplateCard) if card.isVisible()]
    half_day = next(card for card in cards if card.template.id == "vision-half-day")
    _press_on(half_day)
    page = window.pages.new
    type_text("Tidewater vision")
    press(Qt.Key.Key_Tab)
    type_text("Tidewater")
    for text in ("6 October 2026", "8:00"):
        press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_A, CTRL)
        type_text(text)
    QGuiApplication.clipboard().setText(PEOPLE)
    page.paste.text.setFocus()
    press(Qt.Key.Key_V, CTRL)
    press(Qt.Key.Key_Return, CTRL)
    _press_on(page.head.create_button)


def _run_opening(window: MainWindow, wall: Wall) -> None:
    """Pages to the check-in, where everybody is heard once."""
    pane = view_of(window).pane
    assert isinstance(pane, OpeningPane)
    assert _room(window).before
    assert _room(window).starts_at == "08:00"
    _press_on(view_of(window).clock.primary_button)
    pages = []
    for _ in range(6):
        page = _room(window).page
        pages.append(page.kind if page else "")
        press(Qt.Key.Key_Right)
    assert pages == ["purpose", "agenda", "decision_rule", "deciders", "agreements", "check_in"]
    heard = []
    for _ in range(7):
        turn = _room(window).turn
        heard.append(turn.speaker.text if turn and turn.speaker else "")
        press(Qt.Key.Key_Return)
    assert sorted(heard) == ["Ada", "Ben", "Cleo", "Dora", "Emil", "Fay", "Gus"]
    wall.turn_to(10)
    assert window.console is not None
    window.console.run.follow()
    assert view_of(window).clock.figures.text() == "0:00"


def _write_notes(window: MainWindow) -> None:
    """Five notes of each function, each chosen in another way."""
    for text in PRODUCT:
        type_note(f"p: {text}")
    press(Qt.Key.Key_2, ALT)
    for text in ENGINEERING:
        type_note(text)
    press(Qt.Key.Key_Tab)
    QGuiApplication.clipboard().setText("\n".join(DESIGN))
    press(Qt.Key.Key_V, CTRL)
    press(Qt.Key.Key_Return)
    type_note("Sales: " + SALES[0])
    for text in SALES[1:]:
        type_note(text)


def _mend_notes(window: MainWindow) -> None:
    """Edits one in place; deletes one and takes that back."""
    double_click(window, SALES[4])
    type_text(", twice")
    press(Qt.Key.Key_Return)
    click(window, DESIGN[0])
    press(Qt.Key.Key_Delete)
    assert len(texts(window)) == 19
    press(Qt.Key.Key_Z, CTRL)
    assert len(texts(window)) == 20


def _cover_and_reveal(window: MainWindow) -> None:
    """By key, by the undo button, by the switch, and by the button."""
    view = view_of(window)
    press(Qt.Key.Key_F2)
    assert set(_read(_room(window))) == MENDED
    _press_on(view.status.undo_button)
    assert _read(_room(window)) == [], "what was revealed by mistake is covered again"
    _press_on(view.bar.states["open"])
    assert set(_read(_room(window))) == MENDED
    _press_on(view.bar.states["covered"])
    assert _read(_room(window)) == []
    _press_on(view.bar.reveal_button)
    assert set(_read(_room(window))) == MENDED
    assert view.room_words.text() == "Room: board"


def test_three_stages_of_a_new_workshop_on_two_screens(
    window: MainWindow, qtbot: QtBot, wall: Wall, tmp_path: Path
) -> None:
    _make_workshop(window)
    view = view_of(window)
    assert view.title.text == "Why we are here"
    assert view.place.text.startswith("Stage 1 of ")
    assert window.isActiveWindow()
    _run_opening(window, wall)

    press(Qt.Key.Key_Right, CTRL)
    assert view.title.text == "Where our customers struggle"
    assert focus() is view.capture.line
    _write_notes(window)
    assert sorted(texts(window)) == sorted(NOTES)
    assert _read(_room(window)) == [], "covered: the room reads nothing"
    assert _counts(_room(window)) == {"Product": 5, "Engineering": 5, "Design": 5, "Sales": 5}
    assert not any(text in spoken(_room(window)) for text in NOTES)

    _mend_notes(window)
    _cover_and_reveal(window)

    wall.turn_to(42)
    _press_on(view.clock.primary_button)
    assert view.title.text == "The problem to solve first"
    assert _room(window).title == "The problem to solve first"
    assert view.clock.drift.text() == "2 min behind"
    wait_saved(window, qtbot)
    press(Qt.Key.Key_W, CTRL)
    assert window.room.window is None, "the room sees nothing of a workshop that is closed"
    assert "Stopped in stage 3" in window.pages.home.recent_view.words(0)

    _check_file(tmp_path / "Tidewater vision.workshop")


def _check_file(file: Path) -> None:
    with Document.open(file) as document:
        workshop = document.workshop
        details = workshop[Details][1]
        assert (details.on, details.product) == ("2026-10-06", "Tidewater")
        names = [function.name for function in workshop[Function]]
        assert names == ["Product", "Engineering", "Design", "Sales"]
        assert [one.name for one in workshop[Participant] if one.decider] == [
            "Ada", "Cleo", "Emil", "Fay",
        ]  # fmt: skip
        found = list(workshop[Note])
        assert {note.text for note in found} == MENDED
        assert sorted(note.nr or 0 for note in found) == list(range(1, 21))
        assert next(iter(workshop[Board])).state == "revealed"
        events = [(event.event, event.at[11:16]) for event in workshop[ClockEvent]]
        assert events == [
            ("start", "08:00"), ("end", "08:10"), ("start", "08:10"),
            ("end", "08:42"), ("start", "08:42"),
        ]  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="kills by SIGKILL")
def test_a_killed_program_opens_again_where_it_stood(
    window: MainWindow, qtbot: QtBot, wall: Wall, tmp_path: Path
) -> None:
    """Twelve minutes into the second stage, with the board covered, while notes are typed."""
    _make_workshop(window)
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(10)
    press(Qt.Key.Key_Right, CTRL)
    _write_notes(window)
    wait_saved(window, qtbot)
    press(Qt.Key.Key_W, CTRL)
    file = tmp_path / "Tidewater vision.workshop"
    with typist(file) as program:
        assert program.stdout is not None
        told = [program.stdout.readline() for _ in range(25)]
        program.kill()
        told += program.stdout.readlines()
    saved = dict(number_and_text(line) for line in told if line.endswith("\n"))
    assert len(saved) >= 25

    wall.turn_to(22)
    press(Qt.Key.Key_Return)  # the first of the recent ones
    view = view_of(window)
    assert view.title.text == "Where our customers struggle"
    assert view.clock.figures.text() == "18:00", "the clock ran on"
    assert _read(_room(window)) == [], "what was covered is covered still"
    assert sum(_counts(_room(window)).values()) == len(texts(window))
    assert set(NOTES) | set(saved.values()) <= set(texts(window))
    type_note("s: typed after the crash")
    press(Qt.Key.Key_F2)
    assert "typed after the crash" in _read(_room(window))
    wait_saved(window, qtbot)
    window.close()
    assert on_disk(file)[-1] == "typed after the crash"
