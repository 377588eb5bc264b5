"""The pages of an opening as the console shows them: everything on them, marks beside names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from tests.ui.console.conftest import Wall
from tests.ui.screen import focus, press, texts, type_note, type_text, view_of
from ui.kinds.opening import OpeningPane
from ui.widgets.page_lines import MarkView
from ui.window import MainWindow
from workshop import agenda, boards, people
from workshop.kinds.opening import CheckIn, Settings
from workshop.records.agenda import Stage
from workshop.records.notes import Note
from workshop.records.people import Participant
from workshop.state import Workshop

CTRL = Qt.KeyboardModifier.ControlModifier
SETTINGS = Settings(shows=("agenda", "deciders"), check_in=CheckIn(question="Hopes?"))


def _workshop(window: MainWindow) -> Workshop:
    assert window.session is not None
    return window.session.workshop


def _begin(window: MainWindow, settings: Settings = SETTINGS, board: bool = False) -> OpeningPane:
    workshop = _workshop(window)
    stage = next(stage for stage in workshop[Stage] if stage.title == "Welcome")
    with workshop.step("stage.edit"):
        workshop[Stage].replace(stage.id, setup=settings)
    if board:
        boards.add_board(workshop, stage.id)
    press(Qt.Key.Key_Right, CTRL)
    pane = view_of(window).pane
    assert isinstance(pane, OpeningPane)
    return pane


def _words(pane: OpeningPane) -> list[str]:
    return [line.text for line in pane.lines.lines]


@pytest.mark.parametrize("board", [False, True])
def test_no_stage_of_a_long_agenda_is_left_out(two: MainWindow, board: bool) -> None:
    workshop = _workshop(two)
    for number in range(21):
        agenda.add_stage(workshop, "board", f"More {number}", minutes=5)
    pane = _begin(two, board=board)
    assert len(_words(pane)) == 25
    last = next(one for one in pane.lines.findChildren(QLabel) if one.text() == "More 20")
    bar = pane.lines.verticalScrollBar()
    bar.setValue(bar.maximum())
    below = last.mapTo(pane.lines, QPoint(0, last.height())).y()
    assert below <= pane.lines.height() + 1, "it can be scrolled to"


def test_a_page_is_not_clipped_where_there_is_room(two: MainWindow) -> None:
    pane = _begin(two, board=True)
    assert not pane.lines.verticalScrollBar().isVisible()


@pytest.mark.parametrize("name", ["Ada Lind", "فاطمة الزهراء", "עדה"])
def test_a_name_stands_beside_its_mark_whichever_way_it_reads(two: MainWindow, name: str) -> None:
    workshop = _workshop(two)
    person = next(iter(workshop[Participant]))
    people.edit_participant(workshop, person.id, name=name, decider=True)
    pane = _begin(two)
    press(Qt.Key.Key_Right)
    mark = pane.lines.findChildren(MarkView)[0]
    assert mark.mark.name == "Product"
    labels = {one.text(): one for one in pane.lines.findChildren(QLabel)}
    assert 0 < labels[name].geometry().left() - mark.geometry().right() < 20
    assert labels[name].width() < 200
    assert 0 < labels["Product"].geometry().left() - labels[name].geometry().right() < 30
    press(Qt.Key.Key_Right)
    assert {one.mark.letter for one in pane.lines.findChildren(MarkView)} == {"P", "E", "S"}


def test_pages_turn_while_the_bar_has_the_focus_and_is_empty(two: MainWindow) -> None:
    pane = _begin(two, board=True)
    press(Qt.Key.Key_Slash)
    line = view_of(two).capture.line
    assert focus() is line
    press(Qt.Key.Key_Right)
    assert pane.page is not None
    assert pane.page.kind == "check_in"
    press(Qt.Key.Key_PageUp)
    assert pane.page.kind == "agenda"
    type_text("ab")
    press(Qt.Key.Key_Left)
    assert (pane.page.kind, line.cursorPosition()) == ("agenda", 1)


def test_the_board_s_bar_says_what_the_room_sees_instead(two: MainWindow, wall: Wall) -> None:
    _begin(two, board=True)
    view = view_of(two)
    assert view.bar.about.text().startswith("The room sees a page, not this board.")
    view.show_stage("struggles")
    assert view.bar.about.text().startswith("The room sees another stage.")
    press(Qt.Key.Key_Right, CTRL)
    assert view.bar.about.text().startswith("The room sees counts, no text.")
    press(Qt.Key.Key_F9)
    assert view.bar.about.text().startswith("The room display is blank.")
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F2)
    assert view.bar.about.text().startswith("The room reads all notes.")


def test_a_check_in_without_people_says_what_happens(two: MainWindow) -> None:
    workshop = _workshop(two)
    for person in list(workshop[Participant]):
        people.remove_participant(workshop, person.id)
    check_in = CheckIn(question="Hopes?")
    pane = _begin(two, replace(SETTINGS, shows=("agenda",), check_in=check_in))
    press(Qt.Key.Key_Right)
    assert _words(pane) == ["Each of us speaks in turn."]
    assert two.console is not None
    assert two.room.window is not None
    assert "Each of us speaks in turn." in two.room.window.canvas.picture.texts()


def test_in_the_check_in_a_note_is_typed_to_the_one_who_speaks(two: MainWindow) -> None:
    """Also where the opening has no board: the first note brings one."""
    pane = _begin(two)
    view = view_of(two)
    assert not view.takes_notes()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    assert pane.page is not None
    assert pane.page.kind == "check_in"
    assert view.capture.line.isVisible()
    assert not view.no_board.add_button.isVisible()
    press(Qt.Key.Key_Return)
    second = _words(pane)[1]
    press(Qt.Key.Key_Slash)
    assert view.capture.line.placeholderText() == f"Type what {second} says"
    type_note("That crews stop waiting")
    workshop = _workshop(two)
    (note,) = workshop[Note]
    assert note.author is not None
    assert workshop[Participant][note.author].name == second
    assert texts(two) == ["That crews stop waiting"]
    assert view.capture.line.hasFocus()
    type_note("@ada: Mine")
    assert {workshop[Participant][one.author].name for one in workshop[Note] if one.author} == {
        second, "Ada",
    }  # fmt: skip
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Left)
    assert view.capture.line.placeholderText() != f"Type what {second} says"


def test_the_prompt_is_not_repeated_below_the_pages(two: MainWindow) -> None:
    pane = _begin(two)
    view = view_of(two)
    for _ in pane.pages():
        assert not view.prompt.isVisible()
        press(Qt.Key.Key_Right)
    view.show_stage("break")
    view.show_stage("struggles")
    assert not view.prompt.isHidden()


def test_a_speaker_s_time_that_is_over_says_so(two: MainWindow, wall: Wall) -> None:
    """The list waits: people decide when somebody is done."""
    pane = _begin(two)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    first = _words(pane)[0]
    assert pane.lines.lines[0].beside == "30 s"
    assert two.console is not None
    wall.turn_to(2)
    two.console.run.follow()
    assert (pane.lines.lines[0].text, pane.lines.lines[0].beside) == (first, "over")
    assert pane.author() is not None


def test_pages_that_cannot_be_turned_have_no_button_for_it(two: MainWindow) -> None:
    pane = _begin(two)
    enabled = []
    for _ in pane.pages():
        enabled.append((pane.back_button.isEnabled(), pane.next_button.isEnabled()))
        press(Qt.Key.Key_Right)
    assert enabled == [(False, True), (True, False)]
