"""The session: what it tells of steps, of the disk, and of what was refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.session import Session
from workshop import notes
from workshop.records.agenda import Stage
from workshop.records.notes import Note
from workshop.store.elsewhere import Elsewhere


def _add(session: Session, text: str) -> bool:
    stage = next(one for one in session.workshop[Stage] if one.key == "struggles")
    return session.attempt(lambda: notes.add_note(session.workshop, stage.id, text))


def test_a_step_is_told_before_it_is_on_disk_and_again_when_it_is(
    session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([session.stepped, session.saved], order="strict"):
        assert _add(session, "one")
        assert session.saving == {note.id for note in session.workshop[Note]}
        assert not session.is_saved
    qtbot.waitUntil(lambda: session.is_saved)
    assert session.saving == frozenset()


def test_what_is_refused_is_said_and_changes_nothing(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.refused) as told:
        assert not _add(session, "  ")
    assert told.args == ["A note needs at least one character."]
    assert session.is_saved


def test_a_bug_while_another_file_is_written_is_reported_and_nobody_waits(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("a mistake")

    monkeypatch.setattr(Elsewhere, "write", fails)
    before = session.path
    with qtbot.captureExceptions() as caught:
        session.go_on_at(tmp_path / "elsewhere.workshop")
        qtbot.waitUntil(lambda: not session.is_moving)
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert session.path == before
    assert _add(session, "and on")


def test_undo_and_redo_have_words(session: Session) -> None:
    assert (session.undo_words(), session.redo_words()) == ("", "")
    _add(session, "one")
    assert session.undo_words() == "Undo add note 1"
    assert session.undo()
    assert session.redo_words() == "Redo add note 1"
    assert session.redo()
    assert not session.redo()


def test_an_undo_that_meets_another_change_is_refused(session: Session, qtbot: QtBot) -> None:
    _add(session, "one")
    note = next(iter(session.workshop[Note]))
    notes.edit_note(session.workshop, note.id, "changed by someone else", actor="phone")
    with qtbot.waitSignal(session.refused) as told:
        assert not session.undo()
    assert told.args == ["This has been changed again since, so it cannot be taken back."]
