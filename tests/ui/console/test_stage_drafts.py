"""What is typed of a stage itself survives a kill and quitting, and is back where it was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import LAPTOP, PROJECTOR, Desk
from tests.ui.screen import press, type_text, view_of
from ui.console.notes_editor import from_text, to_text
from ui.kinds.opening import OpeningPane
from ui.settings import Settings as ProgramSettings
from ui.window import MainWindow
from workshop import agenda
from workshop.keeping.drafts import LINE, PRIVATE, Draft
from workshop.kinds.opening import Settings
from workshop.records.agenda import Stage

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def _kept(window: MainWindow) -> dict[str, Draft]:
    assert window.session is not None
    return window.session.drafts


def _stage(window: MainWindow, title: str) -> Stage:
    stages = view_of(window).run.workshop[Stage]
    return next(stage for stage in stages if stage.title == title)


def _again(window: MainWindow, file: Path, qtbot: QtBot, desk: Desk) -> MainWindow:
    """The program, begun anew after it was killed: nothing is asked of the window that was."""
    assert window.session is not None
    drafts = dict(_kept(window))
    window.close()
    made = MainWindow(ProgramSettings(), screens=desk.screens)
    desk.screens.console = made
    qtbot.addWidget(made)
    made.begin(file)
    for draft in drafts.values():
        assert made.session is not None
        made.session.keep_draft(draft)
    assert made.console is not None
    made.console.drafts.restore()
    return made


def _type_private(window: MainWindow, text: str) -> None:
    QTest.mouseClick(view_of(window).side.private.edit_button, LEFT)
    type_text(text)


def test_private_notes_are_kept_while_they_are_typed(two: MainWindow, qtbot: QtBot) -> None:
    view_of(two).show_stage("coffee")
    _type_private(two, "Open the windows")
    qtbot.waitUntil(lambda: PRIVATE in _kept(two))
    draft = _kept(two)[PRIVATE]
    assert from_text(draft.text)["run"] == ("Open the windows",)
    assert draft.where == {"stage": _stage(two, "Coffee").id}
    press(Qt.Key.Key_Return, CTRL)
    assert PRIVATE not in _kept(two), "it has become a step, at once"
    _type_private(two, "not meant")
    press(Qt.Key.Key_Escape)
    assert PRIVATE not in _kept(two)


def test_after_a_kill_private_notes_are_open_as_they_were(
    two: MainWindow, file: Path, qtbot: QtBot
) -> None:
    view_of(two).show_stage("coffee")
    before = _stage(two, "Coffee").run
    draft = Draft(PRIVATE, to_text({"run": ("half a thought",), "watch": (), "say": ""}),
                  {"stage": _stage(two, "Coffee").id})  # fmt: skip
    assert two.session is not None
    two.session.keep_draft(draft)
    made = _again(two, file, qtbot, Desk(LAPTOP, PROJECTOR))
    private = view_of(made).side.private
    assert view_of(made).title.text == "Coffee"
    assert private.editing
    assert private.editor.run.toPlainText() == "half a thought"
    assert _stage(made, "Coffee").run == before, "it is offered, not done"
    made.close()


def test_where_the_room_may_see_it_a_draft_is_not_shown(
    two: MainWindow, file: Path, qtbot: QtBot
) -> None:
    draft = Draft(PRIVATE, to_text({"run": ("secret",), "watch": (), "say": ""}),
                  {"stage": _stage(two, "Coffee").id})  # fmt: skip
    assert two.session is not None
    two.session.keep_draft(draft)
    made = _again(two, file, qtbot, Desk(LAPTOP))
    private = view_of(made).side.private
    assert not private.editing
    assert "secret" not in " ".join(private.words)
    assert _stage(made, "Coffee").run == ("secret",), "it is kept all the same, and can be undone"
    assert PRIVATE not in _kept(made)
    made.close()


def test_an_agreement_in_the_making_waits_in_its_stage(two: MainWindow, qtbot: QtBot) -> None:
    view, welcome = view_of(two), _stage(two, "Welcome")
    setup = Settings(shows=("agenda",), agreements=("One speaks",))
    agenda.edit_stage(view.run.workshop, welcome.id, setup=setup)
    press(Qt.Key.Key_Right, CTRL)
    assert isinstance(view.pane, OpeningPane)
    view.pane.setFocus()
    press(Qt.Key.Key_Right)
    view.pane.agreements.line.setFocus()
    type_text("Phones aw")
    qtbot.waitUntil(lambda: LINE in _kept(two))
    view.show_stage("coffee")
    view.show_stage("welcome")
    assert view.pane.agreements.line.text() == "Phones aw"
    view.pane.agreements.line.setFocus()
    type_text("ay")
    press(Qt.Key.Key_Return)
    assert LINE not in _kept(two)
    assert _stage(two, "Welcome").setup.agreements == ("One speaks", "Phones away")


def test_a_draft_of_a_stage_that_is_gone_is_let_go(
    two: MainWindow, file: Path, qtbot: QtBot
) -> None:
    assert two.session is not None
    two.session.keep_draft(Draft(PRIVATE, "x", {"stage": 9999}))
    made = _again(two, file, qtbot, Desk(LAPTOP, PROJECTOR))
    assert PRIVATE not in _kept(made)
    made.close()
