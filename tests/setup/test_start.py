"""Starting by run.py: what is set up, when it is made anew, and how failures are told."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.setup.checkouts import PROJECT, Checkout, make_wheel

MADE = "Setting up Coxswain"
DONE = 3  # what the program in the checkout leaves with


def files_below(folder: Path) -> set[Path]:
    return {
        each.relative_to(folder) for each in folder.rglob("*") if "__pycache__" not in str(each)
    }


def test_the_first_start_sets_up_and_passes_everything_on(checkout: Checkout) -> None:
    started = checkout.start("open", "a b.workshop", "-n")

    assert started.returncode == DONE
    arguments, folder, version, prefix = json.loads(started.stdout)
    assert arguments == ["open", "a b.workshop", "-n"]
    assert folder == os.path.realpath(checkout.root.parent)
    assert (version, prefix) == ("1.0", str(checkout.venv))
    assert MADE in started.stderr


def test_a_second_start_only_looks_at_the_stamp(checkout: Checkout) -> None:
    checkout.start()
    before = files_below(checkout.root)
    changed = (checkout.venv / "coxswain-stamp").stat().st_mtime_ns

    started = checkout.start()

    assert (started.returncode, started.stderr) == (DONE, "")
    assert files_below(checkout.root) == before
    assert (checkout.venv / "coxswain-stamp").stat().st_mtime_ns == changed


def test_python_with_ensurepip_puts_a_pip_into_the_environment(checkout: Checkout) -> None:
    pytest.importorskip("ensurepip")
    started = checkout.start(PYTHONPATH="")
    assert started.returncode == DONE
    assert list(checkout.venv.rglob("site-packages/pip/__main__.py"))


def test_nothing_is_written_outside_the_checkout(checkout: Checkout, own_home: Path) -> None:
    before = files_below(checkout.root.parent), files_below(own_home)
    checkout.start(PATH=os.defpath)  # without other tools, which pip asks for their versions
    inside = {each for each in files_below(checkout.root.parent) if each.parts[0] == "coxswain"}
    assert (files_below(checkout.root.parent) - inside) <= before[0]
    assert files_below(own_home) == before[1]


def test_a_changed_lock_is_installed(checkout: Checkout) -> None:
    checkout.start()
    checkout.lock(make_wheel(checkout.wheels, "2.0"))

    started = checkout.start()

    assert json.loads(started.stdout)[2] == "2.0"
    assert MADE not in started.stderr  # in place: the environment is sound


def test_the_parts_are_set_up_one_after_the_other(checkout: Checkout) -> None:
    checkout.start()
    tested = checkout.start("test")
    assert MADE not in tested.stderr
    assert "No module named pytest" in tested.stderr  # it got as far as starting pytest
    stamp = (checkout.venv / "coxswain-stamp").read_text().splitlines()
    assert [line.split()[0] for line in stamp[3:]] == ["run", "test"]


def test_an_interrupted_installation_is_mended(checkout: Checkout) -> None:
    checkout.start()
    (checkout.venv / "coxswain-stamp").unlink()  # away while packages are put in place
    next(checkout.venv.rglob("rowlock.py")).unlink()

    started = checkout.start()

    assert started.returncode == DONE
    assert MADE in started.stderr


def test_a_moved_checkout_is_set_up_anew(checkout: Checkout) -> None:
    checkout.start()
    moved = Checkout(
        checkout.root.rename(checkout.root.with_name("moved")),
        checkout.wheels,
        checkout.environment,
    )

    started = moved.start()

    assert started.returncode == DONE
    assert MADE in started.stderr
    assert json.loads(started.stdout)[3] == str(moved.venv)


def test_two_starts_at_once_set_up_once(checkout: Checkout) -> None:
    starts = [
        subprocess.Popen(
            checkout.command(str(number)),
            env=checkout.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(3)
    ]
    results = [start.communicate() for start in starts]
    assert [start.returncode for start in starts] == [DONE] * 3
    assert sorted(json.loads(printed)[0] for printed, _ in results) == [["0"], ["1"], ["2"]]
    assert sum(MADE in told for _, told in results) == 1


def failure(started: subprocess.CompletedProcess[str]) -> str:
    """The sentence that a failed start ends with; nothing else may look like an accident."""
    assert started.returncode == 1
    assert "Traceback" not in started.stderr
    return started.stderr.splitlines()[-1]


def test_a_package_that_is_not_the_locked_one_is_refused(checkout: Checkout) -> None:
    (checkout.wheels / "rowlock-1.0-py3-none-any.whl").unlink()
    (checkout.root / "rowlock.py").write_text("")
    make_wheel(checkout.wheels, "1.0")
    checkout.lock(f"rowlock==1.0 --hash=sha256:{'0' * 64}\n")
    assert "is not the one that is locked" in failure(checkout.start())
    assert not (checkout.venv / "coxswain-stamp").exists()


def test_a_missing_network_is_told_in_one_line(checkout: Checkout) -> None:
    nowhere = "http://127.0.0.1:9/"  # nothing listens there
    offline = {"PIP_INDEX_URL": nowhere, "PIP_NO_INDEX": "0", "PIP_FIND_LINKS": ""}
    started = checkout.start(**offline, PIP_RETRIES="1")
    assert "the first start needs a network" in failure(started)


def test_a_failed_start_leaves_what_was_ready(checkout: Checkout) -> None:
    checkout.start()
    (checkout.root / "requirements" / "test.txt").write_text("rowlock==9 --hash=sha256:00\n")
    assert failure(checkout.start("test"))
    assert checkout.start().stderr == ""


def test_a_link_to_another_folder_is_not_cleared(checkout: Checkout, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "thesis.txt").write_text("years of work")
    checkout.venv.symlink_to(precious)
    assert "Remove the link" in failure(checkout.start())
    assert (precious / "thesis.txt").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(checkout: Checkout) -> None:
    checkout.root.chmod(0o500)
    try:
        assert "Permission denied" in failure(checkout.start())
    finally:
        checkout.root.chmod(0o700)


def test_a_start_that_is_ready_imports_no_slow_module(checkout: Checkout) -> None:
    """What is imported before the stamp is checked is what every start waits for."""
    slow = {"typing", "re", "subprocess", "pathlib", "json", "argparse", "shutil", "importlib.util"}
    asked = [getattr(sys, "_base_executable", sys.executable), "-I", "-S", "-c"]
    code = (
        f"import sys; sys.path.insert(0, {str(checkout.root)!r}); import run; print(*sys.modules)"
    )
    loaded = subprocess.run([*asked, code], capture_output=True, text=True, check=True).stdout
    assert slow.isdisjoint(loaded.split())


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15)])
def test_an_old_python_says_what_is_needed(checkout: Checkout, version: tuple[int, ...]) -> None:
    program = checkout.root / "run.py"
    code = f"import sys; sys.version_info = {version}; exec(open({str(program)!r}).read())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert f"this is Python {version[0]}.{version[1]}." in done.stderr
    assert not checkout.venv.exists()


def test_an_old_python_can_read_what_is_started() -> None:
    """Python 2.7 knows neither annotations nor f-strings, and takes ASCII alone."""
    tree = ast.parse((PROJECT / "run.py").read_text(encoding="ascii"))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.FunctionDef, ast.NamedExpr, ast.Starred)
    assert [node for node in ast.walk(tree) if isinstance(node, newer)] == []
    modules = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert modules == ["requirements"]
