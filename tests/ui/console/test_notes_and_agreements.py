"""What is changed of a stage while it runs: private notes beside it, agreements in an opening."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.screen import focus, press, type_text, view_of
from ui.console.private_notes import PrivateNotes
from ui.kinds.opening import OpeningPane
from ui.widgets.paragraph import Paragraph
from ui.window import MainWindow
from workshop import agenda
from workshop.kinds.opening import Settings
from workshop.records.agenda import Stage
from workshop.room_view import RoomView

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def _stage(window: MainWindow, title: str) -> Stage:
    assert window.session is not None
    return next(stage for stage in window.session.workshop[Stage] if stage.title == title)


def _notes(window: MainWindow) -> PrivateNotes:
    return view_of(window).side.private


def _view(window: MainWindow) -> RoomView:
    assert window.console is not None
    return window.console.run.feed.view


def test_private_notes_are_changed_beside_the_stage(two: MainWindow) -> None:
    notes = _notes(two)
    QTest.mouseClick(notes.edit_button, LEFT)
    assert focus() is notes.editor.run
    type_text("Begin on the minute")
    press(Qt.Key.Key_Return)
    type_text("Say the finish time")
    press(Qt.Key.Key_Tab)
    type_text("A sponsor who answers")
    press(Qt.Key.Key_Tab)
    type_text("We leave at eleven")
    press(Qt.Key.Key_Return, CTRL)
    stage = _stage(two, "Welcome")
    assert stage.run == ("Begin on the minute", "Say the finish time")
    assert (stage.watch, stage.say) == (("A sponsor who answers",), "We leave at eleven")
    assert notes.words == [
        "Begin on the minute", "Say the finish time", "A sponsor who answers",
        "“We leave at eleven”",
    ]  # fmt: skip
    assert not notes.editing
    press(Qt.Key.Key_Z, CTRL)
    assert _stage(two, "Welcome").run == ()
    assert "Begin" not in " ".join(notes.words)


def test_escape_leaves_private_notes_as_they_were(two: MainWindow) -> None:
    notes = _notes(two)
    QTest.mouseClick(notes.edit_button, LEFT)
    type_text("not meant")
    press(Qt.Key.Key_Escape)
    assert _stage(two, "Welcome").run == ()
    assert focus() is notes.edit_button


def test_what_is_typed_is_kept_when_another_stage_is_looked_at(two: MainWindow) -> None:
    QTest.mouseClick(_notes(two).edit_button, LEFT)
    type_text("half a thought")
    view_of(two).show_stage("coffee")
    assert _stage(two, "Welcome").run == ("half a thought",)
    assert not _notes(two).editing


def test_what_is_typed_is_kept_when_the_workshop_is_closed(two: MainWindow) -> None:
    assert two.session is not None
    path = two.session.path
    QTest.mouseClick(_notes(two).edit_button, LEFT)
    type_text("half a thought")
    two.close_workshop()
    assert two.open_file(path)
    assert _stage(two, "Welcome").run == ("half a thought",)


def test_masked_notes_are_not_shown_to_be_changed(one: MainWindow) -> None:
    workshop = view_of(one).run.workshop
    agenda.edit_stage(workshop, _stage(one, "Welcome").id, run=("secret",))
    assert not _notes(one).edit_button.isVisible()
    assert "secret" not in " ".join(_notes(one).words)
    press(Qt.Key.Key_F10)
    QTest.mouseClick(_notes(one).edit_button, LEFT)
    assert _notes(one).editor.run.toPlainText() == "secret"
    press(Qt.Key.Key_F10)
    assert not _notes(one).editing
    assert "secret" not in " ".join(_notes(one).words)


def test_nothing_is_cut_however_long_the_notes_are(two: MainWindow, qtbot: QtBot) -> None:
    view, welcome = view_of(two), _stage(two, "Welcome")
    long = tuple(f"A line {number} that says at length what is to be done" for number in range(20))
    agenda.edit_stage(view.run.workshop, welcome.id, run=long, how="One word each, and no more")
    two.resize(1280, 720)
    bar = view.side.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    assert not [text for text in view.side.findChildren(Paragraph) if text.is_cut]
    assert view.side.area.foot.isVisible()
    for _ in range(9):
        QTest.mouseClick(view.side.area.foot.more, LEFT)
    assert bar.value() == bar.maximum()
    assert not view.side.area.foot.isVisible()
    bottom = view.side.next.mapTo(view.side, view.side.next.rect().bottomLeft()).y()
    assert bottom <= view.side.height()


def _agreements(window: MainWindow, *lines: str) -> OpeningPane:
    workshop, welcome = view_of(window).run.workshop, _stage(window, "Welcome")
    setup = Settings(shows=("agenda",), agreements=lines)
    agenda.edit_stage(workshop, welcome.id, setup=setup)
    press(Qt.Key.Key_Right, CTRL)
    pane = view_of(window).pane
    assert isinstance(pane, OpeningPane)
    pane.setFocus()
    press(Qt.Key.Key_Right)
    return pane


def _room_lines(window: MainWindow) -> list[str]:
    page = _view(window).page
    assert page is not None
    assert page.kind == "agreements"
    return [line.text for line in page.lines]


def test_agreements_are_added_and_struck_in_place(two: MainWindow) -> None:
    pane = _agreements(two, "One speaks", "We write first")
    pane.agreements.line.setFocus()
    type_text("Phones away")
    press(Qt.Key.Key_Return)
    assert _room_lines(two) == ["One speaks", "We write first", "Phones away"]
    assert pane.agreements.line.text() == ""
    QTest.mouseClick(pane.agreements.strike_buttons[0], LEFT)
    assert _room_lines(two) == ["We write first", "Phones away"]
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    assert _room_lines(two) == ["One speaks", "We write first"]
    pane.agreements.line.setFocus()
    press(Qt.Key.Key_Escape)
    assert focus() is pane


def test_too_many_agreements_are_said_and_not_refused(two: MainWindow) -> None:
    pane = _agreements(two, *(f"Agreement {number}" for number in range(7)))
    pane.agreements.line.setFocus()
    type_text("One more")
    press(Qt.Key.Key_Return)
    assert len(_room_lines(two)) == 8
    assert "too many to keep" in view_of(two).capture.said
