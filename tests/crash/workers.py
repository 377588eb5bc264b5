"""Programs that write workshops while they are killed or their disk fails.

One process has everything imported and forks for each job, since hundreds of them are run. A job
tells how far it has come on standard output, line by line.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
NO_FORK = pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can fork there")
END = "end"
_PARENT_DEATH_SIGNAL = 1
"""What prctl(2) of Linux calls PR_SET_PDEATHSIG."""


class Workers:
    """Runs jobs, one at a time, in processes of their own."""

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.workers"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, job: str, **arguments: Any) -> Worker:
        """Starts a job of `tests.crash.jobs`; its arguments are plain data and paths."""
        assert self._process.stdin is not None
        order = json.dumps({"job": job, "arguments": arguments}, default=str)
        self._process.stdin.write(order + "\n")
        self._process.stdin.flush()
        return Worker(self._lines())

    def run(self, job: str, **arguments: Any) -> list[str]:
        """What a job says from beginning to end."""
        return self.start(job, **arguments).rest()

    def _lines(self) -> Iterator[str]:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            yield line.rstrip("\n")

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        with self._process:
            pass


class Worker:
    """A job under way."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._process = int(next(lines))

    def line(self) -> str:
        """The next line it says."""
        return next(self._lines)

    def kill(self) -> None:
        """Ends it as no program can prevent."""
        os.kill(self._process, signal.SIGKILL)

    def rest(self) -> list[str]:
        """What else it has said, up to its end."""
        said: list[str] = []
        for line in self._lines:
            if line.startswith(END):
                assert line in (f"{END} 0", f"{END} {int(signal.SIGKILL)}"), said
                return said
            said.append(line)
        raise AssertionError("the workers have ended")


def _end_with_parent() -> None:
    """A process of ours ends when the one that made it does, whatever ends that."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, int(signal.SIGKILL))


def _serve() -> None:
    from tests.crash import jobs

    _end_with_parent()
    jobs.warm_up()
    for line in sys.stdin:
        order = json.loads(line)
        process = os.fork()
        if not process:
            _end_with_parent()
            jobs.say(os.getpid())
            _do(getattr(jobs, order["job"]), order["arguments"])
        _, status = os.waitpid(process, 0)
        jobs.say(END, status)


def _do(job: Any, arguments: dict[str, Any]) -> None:
    """A job in its own process, which ends with it."""
    code = 1
    try:
        job(**arguments)
        code = 0
    finally:
        if code:
            sys.excepthook(*sys.exc_info())
        os._exit(code)


if __name__ == "__main__":
    _serve()
