"""A file is written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from exports.safe_write import write_bytes
from tests.builders import board_of
from workshop.document import Document
from workshop.errors import FileProblem


def test_a_new_file_and_an_old_one(tmp_path: Path) -> None:
    file = tmp_path / "data.yaml"
    write_bytes(file, b"one")
    write_bytes(file, b"two")
    assert file.read_bytes() == b"two"
    assert os.listdir(tmp_path) == ["data.yaml"]


def test_a_disk_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "data.yaml"
    file.write_bytes(b"old")

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        write_bytes(file, b"new")
    assert file.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["data.yaml"]


@pytest.mark.parametrize("in_use", [False, True])
def test_a_workshop_is_never_written_over(in_use: bool, tmp_path: Path) -> None:
    file = tmp_path / "Harbour.yaml"
    document = Document.create(file, board_of(1))
    if not in_use:
        document.close()
    before = (file.stat().st_ino, file.stat().st_size)
    with pytest.raises(FileProblem, match="is_workshop"):
        write_bytes(file, b"new")
    assert (file.stat().st_ino, file.stat().st_size) == before
    assert {found.name for found in tmp_path.glob("*.part")} == set()
    document.close()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_what_is_no_file_stays_what_it_is(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for place in (pipe, link):
        with pytest.raises(FileProblem, match="not_a_file"):
            write_bytes(place, b"new")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert link.is_symlink()
    assert sorted(os.listdir(tmp_path)) == ["link", "pipe"]


@pytest.mark.skipif(sys.platform == "win32", reason="rights work otherwise there")
def test_a_new_file_gets_the_usual_rights(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.write_bytes(b"")
    write_bytes(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == usual.stat().st_mode
