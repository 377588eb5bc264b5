"""Data in and out on the command line: YAML, pictures, places where no file can be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.ui.command_line import SAMPLE, Caught, run
from tests.workshop.interchange.documents import SMALL
from tests.workshop.room import state
from ui.__main__ import main
from workshop.document import Document
from workshop.interchange import reader
from workshop.notes import add_note
from workshop.records.agenda import Stage


def test_data_goes_out_and_comes_in_again_the_same(
    sample: Path, tmp_path: Path, capsys: Caught
) -> None:
    out, again = tmp_path / "out.yaml", tmp_path / "again.workshop"
    assert main(["export", "data", str(sample), "-o", str(out)]) == 0
    assert main(["import", str(out), str(again)]) == 0
    with Document.open(sample) as one, Document.open(again) as other:
        assert state(one.workshop) == state(other.workshop)
    assert main(["export", "data", str(sample), "-o", str(out)]) == 1
    assert main(["export", "data", str(sample), "-o", str(out), "--force"]) == 0


def test_pictures_go_along_with_the_data(sample: Path, tmp_path: Path) -> None:
    out, again = tmp_path / "out.yaml", tmp_path / "again.workshop"
    with Document.open(sample) as document:
        hash = document.add_picture(b"\x89PNG\r\n\x1a\nthe bytes", "image/png")
        stage = next(iter(document.workshop[Stage])).id
        add_note(document.workshop, stage, "The quay", picture=hash)
    assert main(["export", "data", str(sample), "-o", str(out)]) == 0
    assert main(["import", str(out), str(again)]) == 0
    with Document.open(again) as document:
        kept = document.picture(hash)
        assert kept is not None
        assert kept.data == b"\x89PNG\r\n\x1a\nthe bytes"


def test_data_can_go_to_standard_output(sample: Path) -> None:
    done = run("export", "data", str(sample), "-o", "-")
    assert done.returncode == 0
    read = reader.read_workshop(done.stdout, "stdout")
    with Document.open(sample) as document:
        assert state(read) == state(document.workshop)


def test_a_workshop_is_never_written_over_with_its_own_data(sample: Path, capsys: Caught) -> None:
    before = sample.read_bytes()
    assert main(["export", "data", str(sample), "-o", str(sample), "--force"]) == 1
    assert "written over" in capsys.readouterr().err
    assert sample.read_bytes() == before


@pytest.mark.parametrize("is_open", [False, True])
def test_another_workshop_is_never_written_over_with_data(
    sample: Path, file: Path, is_open: bool
) -> None:
    document = Document.open(file)
    if not is_open:
        document.close()
    number = file.stat().st_ino
    done = run("export", "data", str(sample), "-o", str(file), "--force")
    assert done.returncode == 1
    assert "is a workshop" in done.stderr
    assert file.stat().st_ino == number
    document.close()
    Document.open(file).close()


PLACES = [(".", "is a folder"), ("/dev/full", "is not a file"), ("none/x", "There is no folder")]


@pytest.mark.skipif(os.name == "nt", reason="has no such devices")
@pytest.mark.parametrize(("place", "words"), PLACES)
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_place_where_no_file_can_be(
    place: str, words: str, force: list[str], sample: Path, tmp_path: Path, capsys: Caught
) -> None:
    out = place if place.startswith("/") else str(tmp_path / place)
    assert main(["export", "data", str(sample), "-o", out, *force]) == 1
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("command", [["new", "vision-half-day"], ["import", str(SAMPLE)]])
def test_a_workshop_is_called_like_one(command: list[str], tmp_path: Path, capsys: Caught) -> None:
    assert main([*command, str(tmp_path / "Harbour.txt")]) == 0
    assert capsys.readouterr().out == f"Made {tmp_path / 'Harbour.txt.workshop'}.\n"
    assert [file.name for file in tmp_path.iterdir()] == ["Harbour.txt.workshop"]


@pytest.mark.skipif(os.name == "nt", reason="has no pipes with a name")
def test_a_pipe_in_which_nobody_writes_is_no_data_file(tmp_path: Path, capsys: Caught) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert main(["import", str(pipe), str(tmp_path / "x.workshop")]) == 1
    assert "is not a file" in capsys.readouterr().err


def test_two_that_have_the_same_are_told_with_their_lines(tmp_path: Path, capsys: Caught) -> None:
    data = tmp_path / "two.yaml"
    text = SMALL.replace("letter: S", "letter: p")
    data.write_text(text, encoding="utf-8")
    lines = [number for number, line in enumerate(text.splitlines(), 1) if "letter:" in line]
    assert main(["import", str(data), str(tmp_path / "x.workshop")]) == 1
    assert capsys.readouterr().err == (
        f"two.yaml, line {lines[1]}: functions[2] does not fit. The function on line {lines[0]} "
        "has the same letter already: P.\n"
    )


@pytest.mark.parametrize(
    "content", ["", "a: [", "schema: other@1", "schema: coxswain/workshop@1\nnonsense: 1\n"]
)
def test_broken_data_is_said_in_one_line(content: str, tmp_path: Path, capsys: Caught) -> None:
    data, file = tmp_path / "broken.yaml", tmp_path / "x.workshop"
    data.write_text(content, encoding="utf-8")
    assert main(["import", str(data), str(file)]) == 1
    told = capsys.readouterr().err
    assert told.startswith("broken.yaml")
    assert told.count("\n") == 1
    assert not file.exists()
