"""What is being typed survives a kill and quitting, and is back where it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.screen import (
    card_of,
    double_click,
    focus,
    press,
    type_note,
    type_text,
    view_of,
    wait_saved,
)
from ui import files
from ui.console.drafts import KEPT_AFTER_MS
from ui.settings import Settings
from ui.window import MainWindow
from workshop.keeping.drafts import CAPTURE, NOTE, Draft
from workshop.records.agenda import Stage
from workshop.records.notes import Note

ROOT = Path(__file__).parents[3]


def kept(window: MainWindow) -> dict[str, Draft]:
    assert window.session is not None
    return window.session.drafts


def again(window: MainWindow, file: Path, qtbot: QtBot) -> MainWindow:
    """The program, begun anew on the file after the window was closed."""
    window.close()
    made = MainWindow(Settings())
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitActive(made):
        made.begin(file)
    return made


def test_a_draft_is_kept_within_a_second_of_the_last_key(window: MainWindow, qtbot: QtBot) -> None:
    assert KEPT_AFTER_MS <= 500
    view = view_of(window)
    stage = next(one for one in view.run.workshop[Stage] if one.key == "struggles")
    type_text("s: We promise what")
    assert CAPTURE not in kept(window), "not at every key"
    qtbot.waitUntil(lambda: CAPTURE in kept(window))
    draft = kept(window)[CAPTURE]
    assert draft.text == "We promise what"
    assert draft.where["stage"] == stage.id
    assert draft.where["function"] == view.capture.function
    press(Qt.Key.Key_Return)
    assert CAPTURE not in kept(window), "it has become a note, at once"


def test_after_quitting_the_line_is_as_it_was(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    type_text("s: half a thought")
    function = view_of(window).capture.function
    made = again(window, file, qtbot)
    view = view_of(made)
    qtbot.waitUntil(lambda: view.capture.line.text() == "half a thought")
    assert view.stage is not None
    assert view.stage.key == "struggles"
    assert view.capture.function == function
    assert focus() is view.capture.line
    press(Qt.Key.Key_Return)
    wait_saved(made, qtbot)
    assert CAPTURE not in kept(made)
    made.close()
    made = again(made, file, qtbot)
    assert view_of(made).capture.line.text() == ""
    made.close()


def test_a_draft_follows_the_function_and_the_stage_it_is_meant_for(
    window: MainWindow, qtbot: QtBot
) -> None:
    type_text("p: half")
    qtbot.waitUntil(lambda: CAPTURE in kept(window))
    before = kept(window)[CAPTURE].where["function"]
    view_of(window).choose_function(2)
    qtbot.waitUntil(lambda: kept(window)[CAPTURE].where["function"] != before)


def test_an_editor_that_is_open_when_the_program_is_killed_is_open_again(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    type_note("p: as it was")
    wait_saved(window, qtbot)
    double_click(window, "as it was")
    type_text(" and is to be")
    qtbot.waitUntil(lambda: NOTE in kept(window))
    note = card_of(window, "as it was").card.note
    assert kept(window)[NOTE] == Draft(NOTE, "as it was and is to be", {"note": note})
    assert window.session is not None
    window.session._document.abandon()  # killed: nothing more is said to anybody
    made = MainWindow(Settings())
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.begin(file)
    view = view_of(made)
    qtbot.waitUntil(lambda: view.notes.editing.editor is not None)
    assert view.notes.editing.note == note
    assert view.notes.editing.editor is not None
    assert view.notes.editing.editor.toPlainText() == "as it was and is to be"
    assert made.session is not None
    assert made.session.workshop[Note][note].text == "as it was", "nothing is a note before Enter"
    press(Qt.Key.Key_Return)
    assert made.session.workshop[Note][note].text == "as it was and is to be"
    assert NOTE not in kept(made)
    made.close()


def test_an_edit_that_is_left_with_esc_is_no_draft(window: MainWindow, qtbot: QtBot) -> None:
    type_note("p: as it was")
    double_click(window, "as it was")
    type_text(" not")
    qtbot.waitUntil(lambda: NOTE in kept(window))
    press(Qt.Key.Key_Escape)
    assert NOTE not in kept(window)


def test_a_draft_of_a_note_that_is_gone_is_forgotten(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    window.close_workshop()
    with files.open_file(file) as document:
        document.keep_draft(Draft(NOTE, "of another", {"note": 99}))
        document.keep_draft(Draft(CAPTURE, "x", {"stage": 99, "function": 99, "lane": 99}))
    assert window.open_file(file)
    qtbot.waitUntil(lambda: view_of(window).capture.line.text() == "x")
    assert NOTE not in kept(window)
    view_of(window).capture.line.clear()
    assert kept(window) == {}


def test_drafts_never_reach_the_room(window: MainWindow, qtbot: QtBot) -> None:
    type_text("nobody is to see this")
    qtbot.waitUntil(lambda: CAPTURE in kept(window))
    assert "nobody is to see" not in repr(view_of(window).run.feed.view)


KILLED = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui import app
from ui.settings import Settings
from ui.window import MainWindow

application = app.make_application()
window = MainWindow(Settings())
window.begin(Path(sys.argv[1]))
window.view.show_stage("struggles")
window.view.focus_capture()
QTest.keyClicks(window.view.capture.line, "half a thought")
last_key = time.monotonic()

def look():
    if window.session.drafts and window.session._document._file._keeper._recorder.wait(0):
        print(time.monotonic() - last_key, flush=True)
    else:
        QTimer.singleShot(5, look)

look()
application.exec()
"""


def test_a_draft_survives_kill_9(file: Path, qtbot: QtBot, own_home: Path) -> None:
    """From the moment at which the recorder has it, which is within a second of the last key."""
    run = [sys.executable, "-c", KILLED, str(file)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(run, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        process.kill()
    with files.open_file(file) as document:
        assert document.drafts[CAPTURE].text == "half a thought"


@pytest.mark.parametrize("words", ["", "typed"])
def test_opening_and_closing_without_a_key_records_nothing(
    window: MainWindow, file: Path, qtbot: QtBot, words: str
) -> None:
    QTest.keyClicks(view_of(window).capture.line, words)
    window.close()
    (shelf,) = files.vault().shelves()
    count = len(shelf.recordings())
    assert count == (1 if words else 0)
    made = MainWindow(Settings())
    qtbot.addWidget(made)
    made.begin(file)
    qtbot.waitUntil(lambda: view_of(made).capture.line.text() == words)
    made.close()
    assert len(shelf.recordings()) == count
