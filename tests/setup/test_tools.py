"""Running other programs, and wording why one failed; finding a Python."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from requirements import python, tools


def test_output_goes_to_the_log_and_is_watched_line_by_line(tmp_path: Path) -> None:
    log, seen = tmp_path / "log", list[str]()
    log.write_text("earlier\n")
    tools.run([sys.executable, "-c", "print('one'); print('two')"], str(log), seen.append)
    assert seen == ["one\n", "two\n"]
    assert log.read_text() == "earlier\none\ntwo\n"


def test_a_failure_carries_its_cause(tmp_path: Path) -> None:
    code = "import errno, os; raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))"
    with pytest.raises(tools.ToolError, match="the disk is full"):
        tools.run([sys.executable, "-c", code], str(tmp_path / "log"))


@pytest.mark.parametrize(
    ("lines", "cause"),
    [
        (["ERROR: [Errno 28] No space left on device"], "the disk is full"),
        (["OSError: [WinError 112] There is not enough space on the disk"], "the disk is full"),
        (["WARNING: Retrying after connection broken by", "ERROR: No match"], "needs a network"),
        (["E: Failed to fetch x  Could not resolve 'mirror'"], "needs a network"),
        (["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM"], "not the one that is locked"),
        (["ERROR: No matching distribution found for x", "[notice] y"], "No matching distribution"),
        (["something", "last words"], "last words"),
        ([], "no reason was given"),
    ],
)
def test_causes(lines: list[str], cause: str) -> None:
    assert cause in tools.cause_of(lines)


def test_the_python_below_an_environment_is_found() -> None:
    found = python.find()
    assert python.ask([found]) == found
    if sys.prefix != sys.base_prefix:  # the tests run in .venv, which may be cleared
        assert found != sys.executable


def test_without_a_suitable_python_there_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(python, "suits", lambda: False)
    monkeypatch.setattr(python, "ask", lambda _: "")
    assert python.find() == ""


@pytest.mark.parametrize("code", ["raise SystemExit(1)", "import no_such_module", "print()"])
def test_a_command_that_is_no_suitable_python_is_passed_over(code: str) -> None:
    assert python.ask([sys.executable, "-c", code]) == ""
    assert python.ask(["no-such-python"]) == ""


@pytest.mark.parametrize(
    ("version", "suits"), [((3, 10), False), ((3, 11), True), ((3, 13), True), ((3, 14), False)]
)
def test_versions(version: tuple[int, int], suits: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (*version, 0))
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    assert python.suits() == suits
