"""Winning back time by mouse and keys: what the facilitator sees, and what the file holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import Wall
from tests.ui.screen import focus, press, view_of, wait_saved
from ui.console.win_back_panel import WinBackPanel
from ui.window import MainWindow
from workshop import agenda
from workshop.document import Document
from workshop.records.agenda import Stage

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
PLANNED = {"Welcome": None, "Struggles": None, "Coffee": None, "Which first": None}


def _late(window: MainWindow, wall: Wall, minutes: int = 12) -> WinBackPanel:
    """The day has begun so late, from now."""
    wall.turn_to(minutes)
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Return)
    return view_of(window).win_back.panel


def _today(window: MainWindow) -> dict[str, int | None]:
    """What the stages were cut to."""
    assert window.session is not None
    return {one.title: one.shortened_to for one in window.session.workshop[Stage]}


def _rows(panel: WinBackPanel) -> list[tuple[str, int, bool]]:
    return [(row.shown.title, row.line.wins, row.accepted) for row in panel.rows]


def test_by_mouse_it_is_one_step_on_disk_and_can_be_undone(
    two: MainWindow, wall: Wall, file: Path, qtbot: QtBot
) -> None:
    panel, view = _late(two, wall), view_of(two)
    button = view.side.win_back_button
    assert button.isVisible()
    assert button.text() == "Win back 12 min…"
    QTest.mouseClick(button, LEFT)
    assert panel.isVisible()
    assert panel.title.text() == "Win back 12 minutes"
    assert panel.begins.text() == "From the end of “Welcome” at 09:42"
    assert _rows(panel) == [
        ("Which first", 12, True), ("Coffee", 12, False), ("Struggles", 12, False),
    ]  # fmt: skip
    assert panel.strips.words == ["As it stands: finish 11:12", "With these lines: finish 11:00"]
    assert panel.won.text() == "12 of 12 minutes"
    QTest.mouseClick(panel.apply_button, LEFT)
    assert not panel.isVisible()
    assert _today(two) == {**PLANNED, "Which first": 18}
    assert view.clock.finish.text() == "finish 11:00, planned 11:00"
    assert view.said == "Won back 12 min: finish 11:00."
    assert not button.isVisible()
    assert view.status.undo_words == "Undo shorten stage 4 today"
    press(Qt.Key.Key_Z, CTRL)
    assert _today(two) == PLANNED
    press(Qt.Key.Key_Y, CTRL)
    wait_saved(two, qtbot)
    assert two.close_workshop()
    with Document.open(file) as document:
        found = {one.title: one.shortened_to for one in document.workshop[Stage]}
    assert found == {**PLANNED, "Which first": 18}


def test_by_keys_each_line_is_accepted_or_refused(two: MainWindow, wall: Wall) -> None:
    panel = _late(two, wall)
    press(Qt.Key.Key_T, CTRL)
    assert focus() is panel.rows[0].accept_button
    press(Qt.Key.Key_Space)
    assert panel.won.text() == "0 of 12 minutes"
    assert not panel.apply_button.isEnabled()
    press(Qt.Key.Key_Down)
    assert focus() is panel.rows[1].refuse_button
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert panel.won.text() == "24 minutes"
    assert panel.rest.text == "won back, 12 more than needed."
    assert panel.apply_button.text() == "Win back 24 min"
    press(Qt.Key.Key_Return)
    assert _today(two) == {**PLANNED, "Coffee": 18, "Struggles": 18}
    assert view_of(two).status.undo_words == "Undo shorten 2 stages today"


@pytest.mark.parametrize("by_mouse", [True, False])
def test_leaving_it_changes_nothing(two: MainWindow, wall: Wall, by_mouse: bool) -> None:
    panel = _late(two, wall)
    press(Qt.Key.Key_T, CTRL)
    if by_mouse:
        QTest.mouseClick(panel.cancel_button, LEFT)
    else:
        press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert _today(two) == PLANNED
    assert view_of(two).isAncestorOf(focus())


def test_it_is_offered_from_five_minutes_behind(two: MainWindow, wall: Wall) -> None:
    panel = _late(two, wall, 4)
    button = view_of(two).side.win_back_button
    assert not button.isVisible()
    press(Qt.Key.Key_T, CTRL)
    assert panel.title.text() == "Win back 4 minutes"
    press(Qt.Key.Key_Escape)
    QTest.mouseClick(view_of(two).clock.more_buttons[1], LEFT)
    assert button.text() == "Win back 5 min…"
    assert button.isVisible()


def test_on_time_there_is_nothing_to_win_back(two: MainWindow) -> None:
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_T, CTRL)
    assert view_of(two).said == "Nothing has to be won back."
    assert not view_of(two).win_back.panel.isVisible()


def test_what_was_answered_stays_answered_while_time_passes(two: MainWindow, wall: Wall) -> None:
    panel = _late(two, wall)
    press(Qt.Key.Key_T, CTRL)
    press(Qt.Key.Key_Right)
    wall.turn_to(12 + 33)
    assert two.console is not None
    two.console.run.follow()
    assert panel.title.text() == "Win back 15 minutes"
    assert _rows(panel)[0] == ("Which first", 12, False)
    assert focus() is panel.rows[0].refuse_button


def test_a_stage_is_shortened_or_left_out_never_both(two: MainWindow, wall: Wall) -> None:
    assert two.session is not None
    workshop = two.session.workshop
    vote = next(one for one in workshop[Stage] if one.title == "Which first")
    agenda.edit_stage(workshop, vote.id, may_skip=True, if_skipped="The decider chooses")
    panel = _late(two, wall)
    press(Qt.Key.Key_T, CTRL)
    first, last = panel.rows[0], panel.rows[-1]
    assert (first.line.to, last.line.to) == (18, 0)
    assert (first.shown.cost, last.shown.cost) == (
        "Less in “Priorities”", "Leaves “Priorities” empty",
    )  # fmt: skip
    assert last.shown.how == "Left out. The decider chooses"
    QTest.mouseClick(last.accept_button, LEFT)
    assert (first.accepted, last.accepted) == (False, True)
    QTest.mouseClick(first.accept_button, LEFT)
    assert (first.accepted, last.accepted) == (True, False)
    QTest.mouseClick(last.accept_button, LEFT)
    press(Qt.Key.Key_Return)
    assert workshop[Stage][vote.id].skipped
    press(Qt.Key.Key_Z, CTRL)
    assert not workshop[Stage][vote.id].skipped


def test_the_focus_stays_on_the_card(two: MainWindow, wall: Wall) -> None:
    panel = _late(two, wall)
    press(Qt.Key.Key_T, CTRL)
    seen = []
    for _ in range(6):
        assert panel.isAncestorOf(focus())
        seen.append(focus())
        press(Qt.Key.Key_Tab)
    stops = [panel.rows[0].accept_button, *(row.refuse_button for row in panel.rows[1:])]
    assert seen[:5] == [*stops, panel.cancel_button, panel.apply_button]
    assert seen[5] is seen[0]
    press(Qt.Key.Key_Backtab)
    assert focus() is seen[0]


def test_the_next_stage_and_the_capture_bar_put_it_away(two: MainWindow, wall: Wall) -> None:
    panel = _late(two, wall)
    press(Qt.Key.Key_T, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    assert not panel.isVisible()
    assert focus() is view_of(two).capture.line
    wall.turn_to(100)
    press(Qt.Key.Key_T, CTRL)
    assert panel.isVisible()
    press(Qt.Key.Key_Slash)
    assert not panel.isVisible()
    assert focus() is view_of(two).capture.line


def test_the_room_never_sees_it(two: MainWindow, wall: Wall) -> None:
    _late(two, wall)
    assert two.console is not None
    assert two.room.window is not None
    feed, canvas = two.console.run.feed, two.room.window.canvas
    before = feed.view
    press(Qt.Key.Key_T, CTRL)
    QTest.mouseClick(view_of(two).win_back.panel.rows[1].accept_button, LEFT)
    assert view_of(two).win_back.panel.isVisible()
    assert feed.view == canvas.view == before
    assert two.room.window.findChildren(WinBackPanel) == []


def test_where_the_room_may_see_the_console_it_stays_shut(one: MainWindow, wall: Wall) -> None:
    panel, view = _late(one, wall), view_of(one)
    assert view.clock.drift.text() == ""
    assert view.clock.finish.text() == ""
    assert not view.side.win_back_button.isVisible()
    press(Qt.Key.Key_T, CTRL)
    assert not panel.isVisible()
    assert view.said == "The room may see this window. Press F10 first."
    press(Qt.Key.Key_F10)
    assert view.clock.drift.text() == "12 min behind"
    press(Qt.Key.Key_T, CTRL)
    assert panel.isVisible()
    press(Qt.Key.Key_F11)
    press(Qt.Key.Key_F11)
    assert not panel.isVisible()
    assert view.clock.drift.text() == ""


def test_more_time_tells_its_price_at_once(two: MainWindow, wall: Wall) -> None:
    press(Qt.Key.Key_Right, CTRL)
    view = view_of(two)
    QTest.mouseClick(view.clock.more_buttons[5], LEFT)
    assert view.said == (
        "5 minutes more: finish 11:05, planned 11:00. “Which first” could pay: 30 → 18."
    )
    two.actions_by_id["less_5"].trigger()
    assert view.said == ""
    press(Qt.Key.Key_F8)
    QTest.mouseClick(view.clock.more_buttons[1], LEFT)
    assert view.said.startswith("1 minute more: finish 11:01, planned 11:00.")


def test_the_price_is_masked_with_what_is_private(one: MainWindow) -> None:
    press(Qt.Key.Key_Right, CTRL)
    QTest.mouseClick(view_of(one).clock.more_buttons[5], LEFT)
    assert view_of(one).said == ""
