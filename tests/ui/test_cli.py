"""The command line: what it prints, what it writes, how it ends."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import assets
from tests.workshop.interchange.documents import SMALL
from tests.workshop.room import state
from ui.__main__ import main
from ui.version import VERSION
from workshop.document import Document
from workshop.interchange import reader
from workshop.notes import add_note
from workshop.records.agenda import Stage
from workshop.records.details import Details

ROOT = Path(__file__).parents[2]
SAMPLE = assets.path("sample", "sample-workshop.yaml")

Caught = pytest.CaptureFixture[str]


@pytest.fixture
def sample(tmp_path: Path, capsys: Caught) -> Path:
    """The sample as a workshop file."""
    file = tmp_path / "sample.workshop"
    assert main(["import", str(SAMPLE), str(file)]) == 0
    capsys.readouterr()
    return file


def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own."""
    command = [sys.executable, "-P", "-m", "ui", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_version_is_that_of_the_package(capsys: Caught) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"Coxswain {VERSION}\n"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == VERSION


def test_help_names_what_there_is_and_hides_what_is_for_builders(capsys: Caught) -> None:
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    for word in ("FILE", "templates", "new", "import", "export", "check", "show", "--force"):
        assert word in told
    assert "shots" not in told
    assert "{" not in told


@pytest.mark.parametrize("command", ["templates", "new", "import", "export", "check", "show"])
def test_every_command_explains_itself(command: str, capsys: Caught) -> None:
    assert main([command, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"usage: coxswain {command}")


@pytest.mark.parametrize(
    "arguments",
    [["new"], ["new", "vision-half-day"], ["export", "data", "x"], ["export", "brief", "x"],
     ["--nonsense"], ["a", "b"], ["templates", "x"], ["show", "x", "--forc"]],
)  # fmt: skip
def test_wrong_usage_is_two(arguments: list[str], capsys: Caught) -> None:
    assert main(arguments) == 2
    caught = capsys.readouterr()
    assert caught.out == ""
    assert "usage: coxswain" in caught.err


@pytest.mark.parametrize("command", ["new", "import", "export", "show"])
def test_wrong_usage_names_the_command(command: str, capsys: Caught) -> None:
    assert main([command]) == 2
    usage, *rest = capsys.readouterr().err.splitlines()
    assert usage.startswith(f"usage: coxswain {command}")
    assert rest[-1].startswith(f"coxswain {command}: error: ")


def test_templates_are_listed(capsys: Caught) -> None:
    assert main(["templates"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 6
    assert lines[0].startswith("vision-half-day")
    assert main(["templates", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["minutes"] for one in told] == [210, 480, 180, 90, 120, 60]
    assert told[0]["people"] == {"min": 6, "max": 14}


def test_a_workshop_is_made_from_a_template(tmp_path: Path, capsys: Caught) -> None:
    file = tmp_path / "Harbour.workshop"
    assert main(["new", "vision-half-day", str(file)]) == 0
    with Document.open(file) as document:
        assert document.workshop[Details][1].title == "Harbour"
    assert main(["new", "vision-half-day", str(file), "--title", "Other"]) == 1
    told = "Choose another name, or add --force to write over it."
    assert capsys.readouterr().err == f"There is a file {file} already. {told}\n"
    assert main(["new", "vision-half-day", str(file), "--title", "Other", "--force"]) == 0
    with Document.open(file) as document:
        assert document.workshop[Details][1].title == "Other"


def test_an_unknown_template_is_said_with_those_there_are(tmp_path: Path, capsys: Caught) -> None:
    assert main(["new", "visionhalfday", str(tmp_path / "x.workshop")]) == 1
    told = capsys.readouterr().err
    assert "visionhalfday" in told
    assert "vision-half-day" in told
    assert told.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


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
        hash = document.add_picture(b"the bytes of a picture", "image/png")
        stage = next(iter(document.workshop[Stage])).id
        add_note(document.workshop, stage, "The quay", picture=hash)
    assert main(["export", "data", str(sample), "-o", str(out)]) == 0
    assert main(["import", str(out), str(again)]) == 0
    with Document.open(again) as document:
        kept = document.picture(hash)
        assert kept is not None
        assert kept.data == b"the bytes of a picture"


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


def test_show_tells_what_is_in_a_workshop(sample: Path, capsys: Caught) -> None:
    assert main(["show", str(sample)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Noonbell vision sprint"
    assert lines[2].startswith("25 stages, 6 functions, 11 people, ")
    assert any("Where our customers struggle" in line and "32 notes" in line for line in lines)
    assert main(["show", str(sample), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["agenda"][2] == {
        "number": 3, "day": 1, "starts": "09:30", "minutes": 30, "kind": "board",
        "title": "Where our customers struggle", "notes": 32, "left_out": False,
    }  # fmt: skip


def test_show_keeps_what_is_private(sample: Path, capsys: Caught) -> None:
    assert main(["show", str(sample), "--json"]) == 0
    told = capsys.readouterr().out
    assert "Imara" not in told
    assert "allergy families stop" not in told


def test_a_sound_file_is_said_to_be_sound(sample: Path, capsys: Caught) -> None:
    before = sample.read_bytes()
    assert main(["check", str(sample)]) == 0
    assert "is sound" in capsys.readouterr().out
    assert main(["check", str(sample), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["sound"] is True
    assert told["rows"]["stage"] == 25
    assert sample.read_bytes() == before


def test_a_damaged_file_is_one_sentence_and_one(sample: Path, capsys: Caught) -> None:
    sample.write_bytes(sample.read_bytes()[:-5000])
    assert main(["check", str(sample)]) == 1
    caught = capsys.readouterr()
    assert caught.err.count("\n") == 1
    assert "problem" in caught.err
    assert "cut off" in caught.out
    assert main(["check", str(sample), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["problems"][0]["key"] == "file.truncated"


@pytest.mark.parametrize("command", ["show", "check"])
def test_a_missing_file_is_said(command: str, tmp_path: Path, capsys: Caught) -> None:
    assert main([command, str(tmp_path / "none.workshop")]) == 1
    assert capsys.readouterr().err.startswith("There is no file")


def test_a_file_that_is_open_elsewhere_is_left_alone(file: Path, capsys: Caught) -> None:
    with Document.open(file):
        done = run("show", str(file))
    assert done.returncode == 1
    assert "open" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs rights that can be taken")
def test_a_file_that_cannot_be_written_to_can_be_looked_at(file: Path, capsys: Caught) -> None:
    file.chmod(0o444)
    assert main(["show", str(file)]) == 0


@pytest.mark.parametrize(
    "name", ["two\nlines", "evil \u202eksrow", "\x1b[31mred", "'; echo mine; '"]
)
def test_a_name_with_tricks_in_it_does_nothing_to_the_terminal(
    name: str, file: Path, tmp_path: Path, capsys: Caught
) -> None:
    strange, out = tmp_path / f"{name}.workshop", tmp_path / f"{name} out.yaml"
    strange.write_bytes(file.read_bytes())
    codes = [
        main(["show", str(strange)]),
        main(["check", str(strange)]),
        main(["export", "data", str(strange), "-o", str(out)]),
        main(["import", str(out), str(tmp_path / f"{name} again.workshop")]),
    ]
    strange.write_bytes(strange.read_bytes()[:-5000])
    codes += [
        main(["check", str(strange)]),
        main(["recover", str(strange), "-o", str(tmp_path / f"{name} new.workshop")]),
        main(["show", str(strange)]),
    ]
    assert codes == [0, 0, 0, 0, 1, 0, 1]
    caught = capsys.readouterr()
    assert not set(caught.out + caught.err) & set("\u202e\x1b")
    assert "two\nlines" not in caught.out + caught.err
    (hint,) = [line for line in caught.out.splitlines() if "To do it" in line]
    assert "new" not in shlex.split(hint.partition(": ")[2])[2:3]
    assert len(shlex.split(hint.partition(": ")[2])) == 5
