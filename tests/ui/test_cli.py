"""The command line: what it prints, what it writes, how it ends."""

from __future__ import annotations

import json
import os
import shlex
import tomllib
from pathlib import Path

import pytest

from tests.ui.command_line import ROOT, Caught, run
from ui.__main__ import main
from ui.version import VERSION
from workshop.document import Document
from workshop.records.details import Details


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


@pytest.mark.parametrize("name", ["", ".", "/"])
def test_a_name_of_no_file_is_one_sentence(name: str, tmp_path: Path, capsys: Caught) -> None:
    data = tmp_path / "a.yaml"
    data.write_text("schema: coxswain/workshop@1\nworkshop: {id: a, title: A}\n")
    for arguments in (["new", "vision-half-day", name], ["import", str(data), name]):
        assert main(arguments) == 1
        told = capsys.readouterr().err
        assert "Name a file in it" in told
        assert len(told.splitlines()) == 1


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
