"""Which program the arguments of run.py mean, and what must be set up for it."""

from __future__ import annotations

import os

import pytest

from requirements import start

SHARED = ["-n", "2", "--dist", "worksteal"]


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(".")  # and back again after a command that changes folders


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["-P", "-m", "ui"]),
        (["plan.workshop"], ["-P", "-m", "ui", "plan.workshop"]),
        (["--version"], ["-P", "-m", "ui", "--version"]),
        (["shots", "out"], ["-P", "-m", "ui", "shots", "out"]),
        (["test"], ["-m", "pytest", *SHARED]),
        (["test", "-k", "votes"], ["-m", "pytest", *SHARED, "-k", "votes"]),
        (["bench"], ["-m", "tests.bench"]),
        (["bench", "board"], ["-m", "tests.bench", "board"]),
    ],
)
def test_arguments_mean_a_program(arguments: list[str], expected: list[str]) -> None:
    assert start.program(arguments) == [start.PYTHON, *expected]


@pytest.mark.parametrize(
    "arguments",
    [["-n", "0"], ["-n4"], ["--numprocesses=1"], ["-p", "no:xdist"], ["-pno:xdist"], ["--pdb"]],
)
def test_who_decides_about_the_cores_is_obeyed(arguments: list[str]) -> None:
    assert start.share_between_cores(["-x", *arguments]) == []


@pytest.mark.parametrize(
    ("arguments", "display", "expected"),
    [
        ([], "", "run"),
        ([], ":0", "x11"),
        (["plan.workshop"], ":0", "x11"),
        (["shots", "out"], ":0", "run"),
        (["test"], ":0", "test"),
        (["bench"], "", "test"),
    ],
)
def test_windows_are_prepared_for_where_there_is_a_display(
    arguments: list[str], display: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    assert start.part_for(arguments) == expected


def test_wayland_goes_before_x_and_neither_is_needed_offscreen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert start.part_for([]) == "wayland"
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert start.part_for([]) == "run"


@pytest.mark.parametrize("command", ["test", "bench", "shots"])
def test_what_shows_no_window_needs_no_display(command: str) -> None:
    start.program([command])
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
