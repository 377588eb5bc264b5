"""A disk that fails at any single write or flush costs nothing; one that fails from then on costs
nothing that was acknowledged."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from tests.builders import board_of
from workshop.document import Document
from workshop.records.notes import Note

STEPS = 6
WRITER = f"""
import sys
from itertools import count
from pathlib import Path
from tests.builders import add_note
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.records.agenda import Stage
from workshop.records.people import Participant

saved = []
try:
    document = Document.open(Path(sys.argv[1]))
    document.saved_listeners.append(saved.append)
    workshop = document.workshop
    person, stage = next(iter(workshop[Participant])), next(iter(workshop[Stage]))
    for n in range({STEPS}):
        with workshop.step("notes.add"):
            for _ in range(1 + 20 * (n == 3)):
                add_note(workshop, stage.id, person)
        if n % 2:
            document.ask(lambda file: None)
    document.close(patience=float(sys.argv[2]))
except FileProblem as problem:
    print(problem.key)
print(len(saved))
"""


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("needs Linux and a C compiler")
    library = tmp_path_factory.mktemp("shim") / "failing_disk.so"
    source = Path(__file__).with_name("failing_disk.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


def write_with_fault(path: Path, shim: Path, at: int, code: int, lasting: bool) -> list[str]:
    """What a program says that writes while its disk fails."""
    Document.create(path, board_of(5), force=True).close()
    fault = {"FAIL_AT": str(at), "FAIL_WITH": str(code), "FAIL_ON": "1" if lasting else ""}
    run = [sys.executable, "-c", WRITER, str(path), "0.6" if lasting else "20"]
    environment = {**os.environ, "LD_PRELOAD": str(shim), **fault}
    done = subprocess.run(run, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.split()


def check_fault(path: Path, told: list[str], lasting: bool) -> bool:
    """The file opens and is whole, with all that was acknowledged; whether it was all."""
    *keys, acknowledged = told
    with Document.open(path) as document:
        steps = document.read_steps()
        assert len(steps) >= int(acknowledged)
        added = sum(len(step.changes) for step in steps)
        assert len(document.workshop[Note]) == 5 + added
    if not keys:
        assert int(acknowledged) == len(steps) == STEPS
    else:
        assert lasting, told
        assert keys in (["file.not_saved"], ["file.unreadable"], ["file.disk_full"]), told
    return not keys


@pytest.mark.parametrize("lasting", [False, True])
@pytest.mark.parametrize("at", [1, 9, 30])
def test_a_failing_disk(path: Path, shim: Path, at: int, lasting: bool) -> None:
    check_fault(path, write_with_fault(path, shim, at, errno.EIO, lasting), lasting)


@pytest.mark.long
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
def test_a_disk_that_fails_at_each_call_in_turn(path: Path, shim: Path, code: int) -> None:
    for at in count(1):
        check_fault(path, write_with_fault(path, shim, at, code, lasting=False), lasting=False)
        all_saved = check_fault(path, write_with_fault(path, shim, at, code, True), lasting=True)
        if all_saved:  # past the last call: nothing failed
            assert at > 50
            break
