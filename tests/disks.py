"""Disks of a test's own that fill up, are pulled, may only be read, or do not answer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from workshop.document import Document

POSIX = pytest.mark.skipif(os.name == "nt", reason="limits and permissions work otherwise there")


def mount(*arguments: str) -> None:
    """Mounts as root; skips the test where nobody may."""
    command = ["mount", *arguments]
    if (
        sys.platform != "linux"
        or shutil.which("mount") is None
        or subprocess.run(command, check=False, capture_output=True).returncode
    ):
        pytest.skip("NO DISK OF ITS OWN WAS MOUNTED: that needs Linux and root")


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk with so much room."""
    folder.mkdir()
    mount("-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def use_up(disk: Path) -> Path:
    """Fills a disk to the last page; returns the file that does."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as opened, suppress(OSError):
        while opened.write(bytes(4096)) == 4096:
            pass
    return ballast


@contextmanager
def no_room_past(size: int) -> Iterator[None]:
    """A time in which the system lets this process make no file longer than this."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def only_readable(folder: Path) -> Iterator[None]:
    """A time in which a folder of its own disk may only be read, by root too."""
    mount("-o", "remount,ro", str(folder))
    try:
        yield
    finally:
        mount("-o", "remount,rw", str(folder))


@contextmanager
def no_answer(document: Document) -> Iterator[threading.Event]:
    """A time in which the disk of a document does not answer. It ends with the context, or when
    the event is set."""
    answers, began = threading.Event(), threading.Event()

    def wait(_: object) -> None:
        began.set()
        answers.wait(60)

    asking = threading.Thread(target=document.ask, args=(wait,))
    asking.start()
    assert began.wait(30)
    try:
        yield answers
    finally:
        answers.set()
        asking.join()


@contextmanager
def held_elsewhere(path: Path) -> Iterator[None]:
    """A time in which another process has a workshop open."""
    program = (
        "import sys; from pathlib import Path; from workshop.document import Document\n"
        "document = Document.open(Path(sys.argv[1])); print('open', flush=True); input()\n"
        "document.close()"
    )
    run = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        try:
            yield
        finally:
            other.stdin.write("\n")
            other.stdin.close()
            other.wait()
