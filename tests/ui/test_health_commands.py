"""`coxswain check` and `coxswain recover`: what they say, and what they write."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.builders import make
from tests.workshop.keeping.sittings import add_notes, change_stage, create, texts
from ui import files
from ui.__main__ import main
from ui.rescue_words import possible
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.keeping.drafts import CAPTURE, Draft
from workshop.rescue.ladder import Account, Rescue

Caught = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A workshop that was worked in: 23 notes, a ballot, a clock, a draft."""
    path = tmp_path / "Harbour day.workshop"
    with create(path, files.vault()) as document:
        add_notes(document.workshop, 3)
        with document.workshop.step("test.ballot"):
            make(document.workshop, "ballot", stage=1)
        change_stage(document.workshop, at="2026-10-06T10:12")
        document.keep_draft(Draft(CAPTURE, "half"))
    return path


def check(file: Path, capsys: Caught, *more: str) -> tuple[int, str, str]:
    code = main(["check", str(file), *more])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_a_sound_file_tells_version_identity_counts_and_backups(file: Path, capsys: Caught) -> None:
    code, out, err = check(file, capsys)
    assert (code, err) == (0, "")
    assert "is sound: 5 steps, the last one on" in out
    with Document.open(file) as document:
        assert f"Version 1, identity {document.identity}." in out
    assert "In it: 1 stage, 11 people, 23 notes, 1 ballot, the clock at 10:12." in out
    assert re.search(r"There (is|are) \d backups? of it, ", out)
    assert "recover" not in out
    code, out, err = check(file, capsys, "--json")
    told = json.loads(out)
    assert (code, err, told["sound"], told["rescue"]) == (0, "", True, None)
    assert told["identity"] == document.identity
    assert told["backups"]


@pytest.mark.parametrize("size", [None, 0, 70, 200_000])
def test_what_can_be_done_about_a_lost_or_damaged_file_is_told_and_done(
    file: Path, capsys: Caught, size: int | None
) -> None:
    if size is None:
        file.unlink()
    else:
        os.truncate(file, size)
    code, out, err = check(file, capsys)
    assert code == 1
    assert err.startswith(f"{file} has ")
    assert err.count("\n") == 1
    counts = "1 stage, 11 people, 23 notes, 1 ballot, the clock at 10:12"
    assert f"Can be brought back: {counts}. That is everything, up to " in out
    assert f'coxswain recover "{file}" -o NEW.workshop' in out
    told = json.loads(check(file, capsys, "--json")[1])
    assert not told["sound"]
    assert told["problems"][0]["words"]
    assert told["rescue"]["counts"]["notes"] == 23
    assert told["rescue"]["everything"]
    assert told["rescue"]["drafts"] == 1
    new = file.with_name("again.workshop")
    assert main(["recover", str(file), "-o", str(new)]) == 0
    assert f"Made {new}. {file} was left as it is." in capsys.readouterr().out
    with files.open_file(new) as document:
        assert len(texts(document.workshop)) == 23
        assert document.drafts == {CAPTURE: Draft(CAPTURE, "half")}
    assert file.exists() == (size is not None)
    assert main(["recover", str(file), "-o", str(new)]) == 1
    assert "There is a file" in capsys.readouterr().err


def test_steps_that_only_the_recorder_has(file: Path, capsys: Caught) -> None:
    earlier = file.read_bytes()
    with files.open_file(file) as document:
        add_notes(document.workshop, 2)
    file.write_bytes(earlier)
    code, out, _ = check(file, capsys)
    assert code == 0
    assert "lacks the last 2 changes. The recorder has them." in out
    assert "25 notes" in out
    new = file.with_name("again.workshop")
    assert main(["recover", str(file), "-o", str(new)]) == 0
    with Document.open(new) as document:
        assert len(texts(document.workshop)) == 25


def test_what_is_left_of_a_file_without_backups_is_counted(
    file: Path, capsys: Caught, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "vault_folder", lambda: file.with_name("another computer"))
    data = bytearray(file.read_bytes())
    for page in range(3, len(data) // 4096):
        if b"function-" in data[page * 4096 : (page + 1) * 4096] or page % 50 == 0:
            data[page * 4096 : (page + 1) * 4096] = bytes(4096)
    file.write_bytes(data)
    code, out, _ = check(file, capsys)
    assert code == 1
    assert "Can be brought back: " in out
    assert "There is no backup of it on this computer." in out


def test_nothing_can_be_brought_back_of_a_file_in_order_or_of_nothing(
    file: Path, tmp_path: Path, capsys: Caught
) -> None:
    new = tmp_path / "new.workshop"
    assert main(["recover", str(file), "-o", str(new)]) == 1
    assert "is in order, so there is nothing to bring back" in capsys.readouterr().err
    other = tmp_path / "other.workshop"
    other.write_bytes(b"Dear all, " * 900)
    assert main(["recover", str(other), "-o", str(new)]) == 1
    assert "Nothing of" in capsys.readouterr().err
    assert check(other, capsys)[0] == 1
    assert main(["recover", str(tmp_path / "none.workshop"), "-o", str(new)]) == 1
    assert check(tmp_path / "none.workshop", capsys)[0] == 1
    assert not new.exists()


def test_what_is_not_the_contents_fault_is_said_as_before(tmp_path: Path, capsys: Caught) -> None:
    assert check(tmp_path, capsys)[2].count("\n") == 1
    assert main(["recover", str(tmp_path), "-o", str(tmp_path / "new.workshop")]) == 1
    assert "is a folder" in capsys.readouterr().err


def test_what_there_was_no_time_for_is_said() -> None:
    damaged = FileProblem("file.damaged", file="a.workshop", seen="page 3")
    nothing_found = Rescue(Account(Path("a.workshop"), damaged, cut_short=True))
    assert possible(nothing_found) == [
        "There was no time to look through all of the file: there may be more in it."
    ]
