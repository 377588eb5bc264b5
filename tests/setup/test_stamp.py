"""When the stamp still speaks for the environment that it lies in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import run


@pytest.fixture
def stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stamp that speaks for everything, beside links to a Python that exists."""
    base, link = tmp_path / "python3.11", tmp_path / "python"
    base.write_text("")
    link.symlink_to(base)
    monkeypatch.setattr(run, "PYTHON", str(link))
    monkeypatch.setattr(run, "STAMP", str(tmp_path / "stamp"))
    run.write_stamp([run.ROOT, str(base), "python3.11", run.line_for("run")])
    return tmp_path / "stamp"


def test_a_sound_stamp_says_what_is_ready(stamp: Path) -> None:
    assert run.is_ready("run")
    assert not run.is_ready("x11")
    assert not run.is_ready("test")


def test_another_lock_is_not_ready(stamp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "lock_of", lambda _: run.__file__)
    assert not run.is_ready("run")
    assert run.sound_stamp()  # but the environment is sound


@pytest.mark.parametrize("text", ["", "\n", "\0\0\0\0", "run", "\n\n\n\n"])
def test_a_spoilt_stamp_counts_as_none(stamp: Path, text: str) -> None:
    stamp.write_text(text)
    assert run.sound_stamp() == []


def test_a_moved_checkout_is_noticed(stamp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "ROOT", "/elsewhere")
    assert run.sound_stamp() == []


def test_a_python_that_was_upgraded_is_noticed(stamp: Path) -> None:
    newer = stamp.with_name("python3.13")
    newer.write_text("")
    os.remove(run.PYTHON)
    os.symlink(newer, run.PYTHON)
    assert run.sound_stamp() == []


def test_a_python_that_is_gone_is_noticed(stamp: Path) -> None:
    stamp.with_name("python3.11").unlink()
    assert run.sound_stamp() == []
