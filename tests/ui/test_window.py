"""The window: starting without a file, opening, making, closing, what it says when it cannot."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.new_workshop.seen import add_functions
from tests.ui.screen import (
    focus,
    on_disk,
    press,
    texts,
    type_note,
    type_text,
    view_of,
    wait_saved,
)
from ui import appearance
from ui.console.rail import Block
from ui.folders import settings_folder
from ui.home.cards import TemplateCard
from ui.settings import APPEARANCE, LAST_FOLDER, Settings
from ui.theme import DARK
from ui.widgets.function_chooser import FunctionChip
from ui.window import MainWindow
from workshop import people
from workshop.document import Document
from workshop.records.details import Details
from workshop.records.people import Function

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def empty(qtbot: QtBot, qapp: object) -> Iterator[MainWindow]:
    """The window without a workshop."""
    made = MainWindow(Settings())
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitActive(made):
        made.begin(None)
    yield made
    made.close()


def _dialog(window: MainWindow) -> QFileDialog:
    return window.findChildren(QFileDialog)[-1]


def test_without_a_file_there_are_templates(empty: MainWindow) -> None:
    shown = [card for card in empty.findChildren(TemplateCard) if card.isVisible()]
    assert len(shown) == 6
    assert focus() is shown[0]
    assert empty.windowTitle() == "Coxswain"


def test_a_workshop_is_made_from_a_template(empty: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Space)
    page = empty.pages.new
    assert page.isVisible()
    assert focus() is page.form.title
    type_text("Tidewater vision")
    add_functions(page, "Product", "Sales", "Legal")
    QTest.mouseClick(page.head.create_button, LEFT)
    view = view_of(empty)
    assert view.place.text.endswith("Tidewater vision")
    assert not view.is_asking()
    press(Qt.Key.Key_Right, CTRL | Qt.KeyboardModifier.ShiftModifier)
    type_note("l: Rules decide what a late change costs")
    wait_saved(empty, qtbot)
    assert empty.session is not None
    file = empty.session.path
    empty.close()
    assert on_disk(file) == ["Rules decide what a late change costs"]
    with Document.open(file) as document:
        assert [f.letter for f in people.functions(document.workshop)] == ["P", "S", "L"]


def test_a_closed_workshop_is_the_first_of_the_recent_ones(window: MainWindow, file: Path) -> None:
    press(Qt.Key.Key_W, CTRL)
    assert [entry.path for entry in window.pages.home.recent_view.entries] == [file]
    assert focus() is window.pages.home.recent_view
    press(Qt.Key.Key_Return)
    assert window.session is not None
    assert window.session.path == file


def test_the_form_of_a_new_workshop_is_left_again(empty: MainWindow) -> None:
    press(Qt.Key.Key_N, CTRL)
    assert empty.pages.new.isVisible()
    QTest.mouseClick(empty.pages.new.head.cancel_button, LEFT)
    assert empty.pages.home.isVisible()


def test_open_asks_for_a_file(empty: MainWindow, file: Path) -> None:
    press(Qt.Key.Key_O, CTRL)
    _dialog(empty).fileSelected.emit(str(file))
    _dialog(empty).close()
    assert view_of(empty).title.text == "Welcome"
    assert empty.windowTitle().startswith("Test")
    assert Settings()[LAST_FOLDER] == str(file.parent)


def test_the_sample_opens_as_a_copy_of_ones_own(empty: MainWindow, qtbot: QtBot) -> None:
    assert empty.open_sample()
    view_of(empty).show_stage("struggles")
    assert len(texts(empty)) == 32
    view_of(empty).focus_capture()
    type_note("p: of my own")
    wait_saved(empty, qtbot)
    empty.close_workshop()
    assert empty.open_sample()
    view_of(empty).show_stage("struggles")
    assert "of my own" in texts(empty)


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "There is no file"), (b"", "is empty"), (b"no workshop " * 40, "is not a workshop")],
)
def test_a_file_that_cannot_be_opened_is_said(
    empty: MainWindow, tmp_path: Path, content: bytes | None, words: str
) -> None:
    file = tmp_path / "odd.workshop"
    if content is not None:
        file.write_bytes(content)
    assert not empty.open_file(file)
    assert words in empty.banner.said
    assert empty.view is None
    assert focus().isVisible()


def test_closing_goes_back_home(window: MainWindow, file: Path) -> None:
    type_note("kept")
    press(Qt.Key.Key_W, CTRL)
    assert window.view is None
    assert window.pages.home.isVisible()
    assert on_disk(file) == ["kept"]


def test_the_agenda_is_looked_at_by_keys_and_mouse(window: MainWindow) -> None:
    view, shift = view_of(window), Qt.KeyboardModifier.ShiftModifier
    assert view.title.text == "Struggles"
    assert view.place.text.startswith("Stage 2 of 4 · Board")
    press(Qt.Key.Key_Right, CTRL | shift)
    assert view.title.text == "Coffee"
    press(Qt.Key.Key_Left, CTRL | shift)
    assert view.title.text == "Struggles"
    blocks = [block for block in view.rail.findChildren(Block) if block.isVisible()]
    QTest.mouseClick(blocks[3], LEFT)
    assert view.title.text == "Which first"
    blocks[3].setFocus()
    press(Qt.Key.Key_Left)
    assert view.title.text == "Coffee"
    press(Qt.Key.Key_Home)
    assert view.title.text == "Welcome"
    assert focus().accessibleName().startswith("Welcome")


def test_the_agenda_tells_times_and_minutes(window: MainWindow) -> None:
    rows = view_of(window).rail.rows
    assert [(row.title, row.minutes) for row in rows] == [
        ("Welcome", 30), ("Struggles", 30), ("Coffee", 30), ("Which first", 30),
    ]  # fmt: skip
    assert rows[1].spoken == "Struggles, Board, 09:30, 30 minutes, to come"


def test_typing_goes_on_after_a_stage_that_takes_no_notes(window: MainWindow) -> None:
    view, shift = view_of(window), Qt.KeyboardModifier.ShiftModifier
    press(Qt.Key.Key_Right, CTRL | shift)
    assert focus().isVisible()
    press(Qt.Key.Key_Left, CTRL | shift)
    type_note("p: and on")
    assert texts(window) == ["and on"]
    assert view.title.text == "Struggles"


def test_a_stage_without_a_board_says_so_and_can_get_one(window: MainWindow) -> None:
    view = view_of(window)
    view.show_stage("coffee")
    assert not view.takes_notes()
    assert view.no_board.isVisible()
    QTest.mouseClick(view.no_board.add_button, LEFT)
    assert view.takes_notes()
    assert focus() is view.capture.line
    type_note("Out of milk")
    assert texts(window) == ["Out of milk"]


def test_typed_text_stays_when_the_stage_changes(window: MainWindow) -> None:
    view = view_of(window)
    QTest.keyClicks(view.capture.line, "half a thought")
    view.show_stage("coffee")
    view.show_stage("struggles")
    assert view.capture.line.text() == "half a thought"


def test_more_functions_can_be_added_later(window: MainWindow) -> None:
    view = view_of(window)
    window.actions_by_id["functions"].trigger()
    offered = [chip.text() for chip in view.findChildren(FunctionChip) if chip.isVisible()]
    assert "Product" not in offered
    assert "Legal" in offered
    view.chooser.chosen.emit(["Legal"])
    assert window.session is not None
    names = [function.name for function in window.session.workshop[Function]]
    assert names[-1] == "Legal"
    type_note("l: at once")
    assert texts(window) == ["at once"]


def test_a_title_is_never_taken_for_markup(window: MainWindow) -> None:
    assert window.session is not None
    workshop = window.session.workshop
    with workshop.step("stage.edit"):
        workshop[Details].replace(1, title="<b>bold</b> & <img src=x>")
    view = view_of(window)
    assert view.place.text.endswith("<b>bold</b> & <img src=x>")
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_every_screen_has_one_primary_button(window: MainWindow, qtbot: QtBot) -> None:
    def primary() -> list[str]:
        return [
            button.text()
            for button in window.findChildren(QPushButton)
            if button.isVisible() and button.property("primary")
        ]

    assert len(primary()) == 1
    view_of(window).offer_functions()
    assert len(primary()) == 1
    window.close_workshop()
    assert len(primary()) == 1


def test_nothing_shown_has_no_name_for_those_who_hear(window: MainWindow) -> None:
    for button in window.findChildren(QPushButton):
        assert button.text() or button.accessibleName() or not button.isVisible()


def test_the_appearance_is_kept(window: MainWindow) -> None:
    window.wardrobe.wear("dark")
    try:
        assert appearance.current() is DARK
        assert Settings()[APPEARANCE] == "dark"
    finally:
        window.wardrobe.wear("light")


def test_broken_settings_are_said_once(qtbot: QtBot, qapp: object, file: Path) -> None:
    kept = settings_folder() / "settings.json"
    kept.parent.mkdir(parents=True)
    kept.write_text("{", encoding="utf-8")
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    window.begin(file)
    assert "start anew" in window.banner.said
    window.banner.dismissed.emit()
    assert window.banner.said == ""
    window.close()
    assert Settings().said == ""


def test_an_open_workshop_is_not_searched_for_garbage(window: MainWindow, file: Path) -> None:
    assert gc.get_freeze_count() > 0
    window.close_workshop()
    assert gc.get_freeze_count() == 0
    assert window.open_file(file)
    assert gc.get_freeze_count() > 0
    assert gc.isenabled()
