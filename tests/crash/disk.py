"""The disk of `disk.c`: built where there is a C compiler, and used by the process it is loaded
into."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

NO_DISK = "THE DISK THAT FAILS WAS NOT TRIED: it needs Linux and a C compiler"
_LIBRARY = "COXSWAIN_TEST_DISK"


def build(folder: Path) -> Path:
    """Compiles the disk into a folder; skips the test where that is not possible."""
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip(NO_DISK)
    library = folder / "disk.so"
    source = Path(__file__).with_suffix(".c")
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(source)]
    subprocess.run([*command, "-ldl", "-lpthread"], check=True)
    return library


def environment(library: Path) -> dict[str, str]:
    """The variables with which a process has the disk loaded."""
    return {**os.environ, "LD_PRELOAD": str(library), _LIBRARY: str(library)}


class Disk:
    """The disk, as the process that has it loaded handles it. It watches one folder."""

    def __init__(self, folder: Path) -> None:
        self._calls = ctypes.CDLL(os.environ[_LIBRARY])
        self._calls.disk_watch(os.fsencode(os.path.realpath(folder)))

    def fail(self, at: int, code: int, lasting: bool) -> None:
        """Lets the call of this number fail, counted from now, or from that one on all."""
        self._calls.disk_fail(at, code, lasting)

    @property
    def calls(self) -> int:
        """How many calls there were since then."""
        return int(self._calls.disk_calls())

    @property
    def flushes(self) -> int:
        """How many flushes there were at all."""
        return int(self._calls.disk_flushes())

    def wait(self, milliseconds: int) -> None:
        """Lets every flush take so much longer."""
        self._calls.disk_wait(milliseconds)

    def record(self, log: Path) -> None:
        """Writes down every change from now on."""
        self._calls.disk_record(os.fsencode(log))

    def mark(self, number: int) -> None:
        """Writes down that the process has come this far."""
        self._calls.disk_mark(number)
