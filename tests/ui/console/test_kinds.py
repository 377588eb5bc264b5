"""Opening and break on the console, by keys, and what the room sees of them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.console.conftest import Wall
from tests.ui.screen import focus, press, type_note, view_of
from tests.workshop.room import minute
from ui.kinds.break_ import BreakPane
from ui.kinds.opening import OpeningPane
from ui.window import MainWindow
from workshop import boards, clock
from workshop.kinds.opening import CheckIn, Settings
from workshop.records.agenda import Stage
from workshop.records.notes import Note
from workshop.room_view import RoomView

CTRL = Qt.KeyboardModifier.ControlModifier


def _view(window: MainWindow) -> RoomView:
    assert window.console is not None
    return window.console.run.feed.view


def _opening(window: MainWindow) -> OpeningPane:
    """Starts the opening: a board, one page of agreements, and a check-in."""
    assert window.session is not None
    workshop = window.session.workshop
    stage = next(stage for stage in workshop[Stage] if stage.title == "Welcome")
    settings = Settings(
        shows=("agenda",),
        agreements=("One speaks",),
        check_in=CheckIn(question="Hopes?"),
    )
    with workshop.step("stage.edit"):
        workshop[Stage].replace(stage.id, setup=settings)
    boards.add_board(workshop, stage.id)
    press(Qt.Key.Key_Right, CTRL)
    pane = view_of(window).pane
    assert isinstance(pane, OpeningPane)
    pane.setFocus()
    return pane


def _speaker(window: MainWindow) -> str:
    turn = _view(window).turn
    return turn.speaker.text if turn is not None and turn.speaker is not None else ""


def test_pages_are_turned_by_arrows(two: MainWindow) -> None:
    pane = _opening(two)
    kinds = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        press(key)
        page = _view(two).page
        kinds.append(page.kind if page is not None else "")
    assert kinds == ["agreements", "check_in", "check_in", "agreements"]
    assert pane.heading.text()


def test_the_check_in_goes_round_and_comes_back_to_who_was_skipped(two: MainWindow) -> None:
    _opening(two)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    heard = [_speaker(two)]
    press(Qt.Key.Key_S)
    for _ in range(5):
        heard.append(_speaker(two))
        press(Qt.Key.Key_Return)
    assert heard == ["Ada", "Ben", "Cleo", "Dora", "Emil", "Ada"]
    assert _speaker(two) == ""


def test_a_note_of_the_check_in_is_the_speaker_s(two: MainWindow) -> None:
    pane = _opening(two)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Slash)
    type_note("That we agree")
    assert two.session is not None
    note = next(iter(two.session.workshop[Note]))
    assert note.author == pane.author()
    press(Qt.Key.Key_Escape)
    assert focus() is pane


def test_a_break_says_when_to_be_back(two: MainWindow, wall: Wall) -> None:
    view = view_of(two)
    view.show_stage("coffee")
    view.run.start_now()
    pane = view.pane
    assert isinstance(pane, BreakPane)
    assert pane.time.text() == "09:30"
    assert pane.about.text() == "30 minutes left, the bell 2 minutes before."
    two.actions_by_id["more_5"].trigger()
    assert pane.time.text() == "09:35"
    pause = _view(two).pause
    assert pause is not None
    assert pause.back_at == "09:35"
    wall.turn_to(36)
    view.run.follow()
    later = _view(two).pause
    assert later is not None
    assert later.phase == "over"


def test_back_from_a_wrong_next_the_check_in_is_where_it_was(two: MainWindow, wall: Wall) -> None:
    _opening(two)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert _speaker(two) == "Ben"
    wall.turn_to(1)
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(1.2)
    press(Qt.Key.Key_Left, CTRL)
    assert _speaker(two) == "Ben"


def test_a_break_that_was_says_so(two: MainWindow, wall: Wall) -> None:
    view = view_of(two)
    view.show_stage("coffee")
    assert isinstance(view.pane, BreakPane)
    assert view.pane.about.text() == "30 minutes, the bell 2 minutes before."
    view.run.start_now()
    wall.turn_to(20)
    press(Qt.Key.Key_Right, CTRL)
    view.show_stage("coffee")
    assert isinstance(view.pane, BreakPane)
    assert view.pane.heading.text() == "This break was over at"
    assert view.pane.time.text() == "09:20"
    assert view.pane.about.text() == ""
    assert two.session is not None
    clock.end(two.session.workshop, minute(21))
    view.run.follow()
    pause = _view(two).pause
    assert pause is not None
    assert pause.phase == "over"
