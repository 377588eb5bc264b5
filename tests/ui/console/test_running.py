"""The clock by keys: start, pause, more time, next, back, steps; and what the console says."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.console.conftest import Wall
from tests.ui.screen import focus, press, type_note, type_text, view_of
from ui.recent import STOPPED, RecentList
from ui.widgets.paragraph import Paragraph
from ui.window import MainWindow
from workshop import agenda, clock
from workshop.records.agenda import Stage, Step

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def _on(window: MainWindow) -> str:
    assert window.session is not None
    stage = clock.current_stage(window.session.workshop)
    return stage.title if stage else ""


def _turn(window: MainWindow, wall: Wall, minutes: float) -> None:
    wall.turn_to(minutes)
    assert window.console is not None
    window.console.run.follow()


def test_next_starts_the_first_and_goes_on(two: MainWindow, wall: Wall) -> None:
    view = view_of(two)
    assert view.clock.primary_button.text() == "Start"
    press(Qt.Key.Key_Right, CTRL)
    assert _on(two) == "Welcome"
    assert view.clock.figures.text() == "30:00"
    _turn(two, wall, 12)
    assert view.clock.figures.text() == "18:00"
    assert view.clock.about.text() == "of 30 min · ends 09:30"
    _turn(two, wall, 34)
    assert view.clock.figures.text() == "+4:00"
    assert view.clock.drift.text() == "4 min behind"
    assert view.clock.finish.text() == "finish 11:04, planned 11:00"
    QTest.mouseClick(view.clock.primary_button, LEFT)
    assert _on(two) == "Struggles"
    assert view.title.text == "Struggles"


def test_home_knows_how_far_it_has_come_while_it_runs(two: MainWindow, file: Path) -> None:
    """Not only when it is closed: it may be killed."""
    assert two.session is not None
    for stage in (1, 2):
        press(Qt.Key.Key_Right, CTRL)
        entry = RecentList().entries()[0]
        assert (entry.path, entry.state, entry.stage) == (file, STOPPED, stage)


def test_back_gives_the_time_back(two: MainWindow, wall: Wall) -> None:
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(10)
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(11)
    press(Qt.Key.Key_Left, CTRL)
    assert _on(two) == "Welcome"
    assert view_of(two).clock.figures.text() == "19:00"


def test_back_is_a_button_where_there_is_a_stage_before(two: MainWindow, wall: Wall) -> None:
    button = view_of(two).clock.back_button
    assert not button.isEnabled()
    press(Qt.Key.Key_Right, CTRL)
    assert not button.isEnabled(), "the first stage has none before it"
    wall.turn_to(10)
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(10.2)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert _on(two) == "Welcome"


def test_back_says_what_becomes_of_a_stage_that_hardly_ran(two: MainWindow, wall: Wall) -> None:
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(30)
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(30.4)
    press(Qt.Key.Key_F8)
    wall.turn_to(50)
    press(Qt.Key.Key_Left, CTRL)
    assert _on(two) == "Welcome"
    assert view_of(two).said == "“Struggles” comes next."


def test_next_and_back_act_whatever_is_typed(two: MainWindow, wall: Wall) -> None:
    """What the button prints holds; the line keeps its text for when the stage is on again."""
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(10)
    press(Qt.Key.Key_Right, CTRL)
    type_text("two words")
    press(Qt.Key.Key_Left, CTRL)
    assert _on(two) == "Welcome"
    wall.turn_to(20)
    press(Qt.Key.Key_Right, CTRL)
    assert _on(two) == "Struggles"
    assert view_of(two).capture.line.text() == "two words"
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    assert _on(two) != "Struggles"


def test_back_after_a_while_throws_nothing_away(two: MainWindow, wall: Wall) -> None:
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(30)
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(48)
    press(Qt.Key.Key_Left, CTRL)
    view = view_of(two)
    assert _on(two) == "Welcome"
    assert view.clock.figures.text() == "0:00"
    assert view.said == "“Struggles” keeps the 18 minutes it has run, and comes next."
    press(Qt.Key.Key_Right, CTRL)
    assert _on(two) == "Struggles"
    assert view.clock.figures.text() == "12:00"


def test_space_pauses_on_the_board_and_types_in_the_bar(two: MainWindow, wall: Wall) -> None:
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    view = view_of(two)
    assert focus() is view.capture.line
    type_text("two words")
    assert view.capture.line.text() == "two words"
    view.capture.line.clear()
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Space)
    assert view.clock.pause_button.text() == "Go on"
    _turn(two, wall, 5)
    assert view.clock.figures.text() == "30:00"
    press(Qt.Key.Key_Slash)
    press(Qt.Key.Key_F8)
    assert view.clock.pause_button.text() == "Pause"


def test_more_time_and_less(two: MainWindow) -> None:
    press(Qt.Key.Key_Right, CTRL)
    view = view_of(two)
    QTest.mouseClick(view.clock.more_buttons[5], LEFT)
    assert view.clock.figures.text() == "35:00"
    two.actions_by_id["less_5"].trigger()
    assert view.clock.figures.text() == "30:00"


def test_the_room_stays_while_the_console_looks_elsewhere(two: MainWindow) -> None:
    press(Qt.Key.Key_Right, CTRL)
    view = view_of(two)
    view.show_stage("coffee")
    assert two.console is not None
    assert two.console.run.feed.view.title == "Welcome"
    assert view.clock.primary_button.text() == "Go to this stage"
    QTest.mouseClick(view.clock.primary_button, LEFT)
    assert _on(two) == "Coffee"
    assert two.console.run.feed.view.title == "Coffee"


def test_a_long_drift_is_told_in_hours(two: MainWindow, wall: Wall) -> None:
    press(Qt.Key.Key_Right, CTRL)
    for minutes, told in ((93, "1 h 3 min behind"), (90, "1 h behind"), (89, "59 min behind")):
        _turn(two, wall, minutes)
        assert view_of(two).clock.drift.text() == told


def test_next_leaves_what_can_be_undone_as_it_was(two: MainWindow) -> None:
    press(Qt.Key.Key_Right, CTRL)
    view_of(two).show_stage("coffee")
    QTest.mouseClick(view_of(two).no_board.add_button, LEFT)
    before = view_of(two).status.undo_words
    assert before.startswith("Undo add")
    press(Qt.Key.Key_Right, CTRL)
    view = view_of(two)
    assert _on(two) == "Struggles"
    assert view.bar.states["covered"].isChecked()
    assert view.status.undo_words == before


def test_an_empty_lane_is_said_once_by_name(two: MainWindow) -> None:
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    type_note("p: Only Product writes")
    press(Qt.Key.Key_Right, CTRL)
    assert _on(two) == "Struggles"
    assert "Engineering, Sales" in view_of(two).said
    press(Qt.Key.Key_Right, CTRL)
    assert _on(two) == "Coffee"


def test_starting_late_asks_once(two: MainWindow, wall: Wall) -> None:
    wall.turn_to(12)
    press(Qt.Key.Key_Right, CTRL)
    view = view_of(two)
    assert view.question.words.text() == "You start 12 minutes late."
    assert focus() is view.question.now_button
    QTest.mouseClick(view.question.planned_button, LEFT)
    assert not view.question.isVisible()
    assert view.clock.figures.text() == "18:00"


def test_starting_late_from_now(two: MainWindow, wall: Wall) -> None:
    wall.turn_to(12)
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Return)
    assert view_of(two).clock.figures.text() == "30:00"
    assert view_of(two).clock.drift.text() == "12 min behind"


def _set_steps(window: MainWindow, title: str) -> None:
    """Three steps of ten minutes."""
    assert window.session is not None
    workshop = window.session.workshop
    found = next(stage for stage in workshop[Stage] if stage.title == title)
    steps = [Step(minutes=10, do=words) for words in ("Frame", "Write", "Read")]
    agenda.set_steps(workshop, found.id, steps)


def _bold(window: MainWindow) -> list[str]:
    """The steps that are in bold."""
    found = view_of(window).side.steps.findChildren(Paragraph)
    return [each.text for each in found if each.is_strong]


def test_the_current_step_is_bold_in_light_and_dark(two: MainWindow, wall: Wall) -> None:
    _set_steps(two, "Welcome")
    press(Qt.Key.Key_Right, CTRL)
    assert _bold(two) == ["Frame"]
    _turn(two, wall, 12)
    assert _bold(two) == ["Write"]
    two.wardrobe.wear("dark")
    try:
        assert _bold(two) == ["Write"]
        press(Qt.Key.Key_Down, CTRL)
        assert _bold(two) == ["Read"]
    finally:
        two.wardrobe.wear("light")


def test_a_mark_goes_with_the_time_it_was_set_at(two: MainWindow, wall: Wall) -> None:
    _set_steps(two, "Struggles")
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(30)
    press(Qt.Key.Key_Right, CTRL)
    wall.turn_to(30.5)
    press(Qt.Key.Key_Down, CTRL)
    assert view_of(two).side.steps.current == 1
    press(Qt.Key.Key_Left, CTRL)
    wall.turn_to(31)
    press(Qt.Key.Key_Right, CTRL)
    assert _on(two) == "Struggles"
    assert view_of(two).side.steps.current == 0
    assert two.console is not None
    assert two.console.run.feed.view.step == "Frame"


def test_steps_are_marked_by_the_clock_and_by_hand(two: MainWindow, wall: Wall) -> None:
    _set_steps(two, "Welcome")
    press(Qt.Key.Key_Right, CTRL)
    steps = view_of(two).side.steps
    assert steps.current == 0
    press(Qt.Key.Key_Down, CTRL)
    assert steps.current == 1
    _turn(two, wall, 10.5)
    assert steps.current == 2
    press(Qt.Key.Key_Up, CTRL)
    assert steps.current == 1
    assert two.console is not None
    assert two.console.run.feed.view.step == "Write"
