"""Looking at files in the background."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.home import looking
from ui.home.looking import Looker, problem_with
from workshop.document import Document
from workshop.starting import About, start_workshop


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.workshop"
    Document.create(path, start_workshop("vision-half-day", About("A"))).close()
    return path


def test_a_workshop_has_no_problem_and_is_not_touched(file: Path) -> None:
    before = file.stat().st_mtime_ns, sorted(os.listdir(file.parent))
    assert problem_with(file) == ""
    assert (file.stat().st_mtime_ns, sorted(os.listdir(file.parent))) == before


def test_what_keeps_a_file_from_being_opened(file: Path, tmp_path: Path) -> None:
    assert problem_with(tmp_path / "gone") == "file.missing"
    assert problem_with(tmp_path) == "file.folder"
    (tmp_path / "empty").touch()
    assert problem_with(tmp_path / "empty") == "file.empty"
    with Document.open(file):
        assert problem_with(file) == "file.in_use"


def test_it_answers_from_another_thread(file: Path, qtbot: QtBot) -> None:
    looker, seen = Looker(), []
    looker.seen.connect(lambda path, key: seen.append((path, key)))
    looker.look([file, file.parent / "gone"])
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert sorted(seen) == [(file, ""), (file.parent / "gone", "file.missing")]


def test_a_drive_that_does_not_answer_keeps_nobody(
    file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file hangs: the other is told of, and the one that hangs is not asked a second time."""
    answers, asked = threading.Event(), []
    looks = problem_with

    def slow(path: Path) -> str:
        asked.append(path)
        if path.name == "dead":
            answers.wait()
        return looks(path)

    monkeypatch.setattr(looking, "problem_with", slow)
    looker, seen = Looker(), []
    looker.seen.connect(lambda path, key: seen.append((path.name, key)))
    dead = file.parent / "dead"
    for _ in range(3):
        looker.look([dead])
    looker.look([file])
    qtbot.waitUntil(lambda: seen == [("a.workshop", "")])
    assert asked.count(dead) == 1
    answers.set()
    qtbot.waitUntil(lambda: ("dead", "file.missing") in seen)
