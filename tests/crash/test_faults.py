"""A disk that fails at any one write, flush, truncation or change of a name costs nothing; one that
fails from then on costs nothing that was acknowledged. Each call in turn is tried, until none is
left to fail."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.crash.jobs import board
from tests.crash.wholeness import check_history
from tests.crash.workers import NO_FORK, Workers
from workshop.document import Document
from workshop.records.notes import Note

pytestmark = NO_FORK
CODES = [errno.EIO, errno.ENOSPC]
ONCE_AND_FOR_GOOD = pytest.mark.parametrize("lasting", [False, True])
NEVER = 10**6
APART = 80
"""Of the pages of a new file, which are all written alike, one in so many is tried."""
STEPS, SHARES = 4, 3
LASTING = {"file.not_saved", "file.unreadable", "file.disk_full", "file.unwritable"}
"""What a disk that keeps failing may be told as."""


def facts(said: list[str]) -> dict[str, str]:
    """What a job said, each line by its first word."""
    return {word: rest for word, _, rest in (line.partition(" ") for line in said)}


def each_call(
    run: Callable[[int], list[str]], apart: int = 1, share: int = 0, shares: int = 1
) -> Iterator[dict[str, str]]:
    """What a job said with each call failing in turn, and last with none; or one share of them. Of
    the many alike in the middle, those that are so far `apart` from each other."""
    calls = int(facts(run(NEVER))["calls"])
    assert calls > 40
    for at in count(1 + share, shares):
        if at % apart and 5 < at < calls - 15:
            continue
        said = facts(run(at))
        yield said
        if int(said["calls"]) < at:
            assert "problem" not in said
            return


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("code", CODES)
@ONCE_AND_FOR_GOOD
def test_writing(
    workers_on_disk: Workers, quick_path: Path, fresh: Path, code: int, lasting: bool, share: int
) -> None:
    def run(at: int) -> list[str]:
        shutil.copyfile(fresh, quick_path)
        given = {"path": quick_path, "at": at, "code": code, "lasting": lasting}
        return workers_on_disk.run("write_with_fault", **given)

    for said in each_call(run, share=share, shares=SHARES):
        saved = int(said["saved"])
        if "problem" in said:
            assert lasting, said
            assert said["problem"] in LASTING
        else:
            assert saved == STEPS
        with Document.open(quick_path) as document:
            assert check_history(document, board()) >= saved
        assert [each.name for each in quick_path.parent.iterdir()] == [quick_path.name]


@pytest.mark.parametrize(("code", "force"), [(errno.EIO, True), (errno.ENOSPC, False)])
@ONCE_AND_FOR_GOOD
def test_making_a_file(
    workers_on_disk: Workers, quick_path: Path, fresh: Path, code: int, lasting: bool, force: bool
) -> None:
    def run(at: int) -> list[str]:
        for each in quick_path.parent.iterdir():
            each.unlink()
        if force:
            shutil.copyfile(fresh, quick_path)
        given = {"path": quick_path, "at": at, "code": code, "lasting": lasting, "force": force}
        return workers_on_disk.run("create_with_fault", **given)

    for said in each_call(run, APART):
        names = {each.name for each in quick_path.parent.iterdir()}
        if "problem" in said:
            assert said["problem"] in LASTING
        else:
            assert names == {quick_path.name}
        if names & {quick_path.name}:
            with Document.open(quick_path) as document:
                assert len(document.workshop[Note]) in ((3, 20) if force else (3,))
        else:
            assert not force
            assert "problem" in said
        assert len(names - {quick_path.name}) <= lasting, (
            "of a disk that takes nothing, nothing goes"
        )


@pytest.mark.parametrize("code", CODES)
@ONCE_AND_FOR_GOOD
def test_going_on_elsewhere(
    workers_on_disk: Workers, quick_path: Path, fresh: Path, code: int, lasting: bool
) -> None:
    elsewhere = quick_path.parents[1] / "elsewhere" / "Day one.workshop"
    elsewhere.parent.mkdir()

    def run(at: int) -> list[str]:
        elsewhere.unlink(missing_ok=True)
        shutil.copyfile(fresh, quick_path)
        given = {"path": quick_path, "to": elsewhere, "at": at, "code": code, "lasting": lasting}
        return workers_on_disk.run("move_with_fault", **given)

    for said in each_call(run, APART):
        assert said["at"] == str(quick_path if "problem" in said else elsewhere)
        with Document.open(Path(said["at"])) as document:
            check_history(document, board())
            assert len(document.workshop[Note]) == int(said["notes"])


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.EDQUOT, errno.ENODEV])
def test_rights_that_are_lost_and_come_back(
    workers_on_disk: Workers, quick_path: Path, fresh: Path, code: int
) -> None:
    """Whatever the system calls it, the disk is tried again."""
    for at in (2, 9, 23):
        shutil.copyfile(fresh, quick_path)
        given = {"path": quick_path, "at": at, "code": code, "lasting": False}
        said = facts(workers_on_disk.run("write_with_fault", **given))
        assert "problem" not in said
        assert int(said["saved"]) == STEPS
        with Document.open(quick_path) as document:
            check_history(document, board())
