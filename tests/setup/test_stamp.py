"""When the stamp still speaks for the environment that it lies in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from requirements import start


@pytest.fixture
def stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stamp that speaks for everything, beside links to a Python that exists."""
    base, link = tmp_path / "python3.11", tmp_path / "python"
    base.write_text("")
    link.symlink_to(base)
    monkeypatch.setattr(start, "PYTHON", str(link))
    monkeypatch.setattr(start, "STAMP", str(tmp_path / "stamp"))
    start.write_stamp([start.ROOT, str(base), "python3.11", start.line_for("run")])
    return tmp_path / "stamp"


def test_a_sound_stamp_says_what_is_ready(stamp: Path) -> None:
    assert start.is_ready("run")
    assert not start.is_ready("x11")
    assert not start.is_ready("test")


def test_another_lock_is_not_ready(stamp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "lock_of", lambda _: start.__file__)
    assert not start.is_ready("run")
    assert start.sound_stamp()  # but the environment is sound


@pytest.mark.parametrize("text", ["", "\n", "\0\0\0\0", "run", "\n\n\n\n"])
def test_a_spoilt_stamp_counts_as_none(stamp: Path, text: str) -> None:
    stamp.write_text(text)
    assert start.sound_stamp() == []


def test_a_moved_checkout_is_noticed(stamp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "ROOT", "/elsewhere")
    assert start.sound_stamp() == []


def test_a_python_that_was_upgraded_is_noticed(stamp: Path) -> None:
    newer = stamp.with_name("python3.13")
    newer.write_text("")
    os.remove(start.PYTHON)
    os.symlink(newer, start.PYTHON)
    assert start.sound_stamp() == []


def test_a_python_that_is_gone_is_noticed(stamp: Path) -> None:
    stamp.with_name("python3.11").unlink()
    assert start.sound_stamp() == []
