"""A program of its own that types until it is killed, and what it tells of that."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def typist(file: Path) -> subprocess.Popen[str]:
    """Starts it on this file. It prints a line for each note that is saved."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-P", "-m", "tests.flows.typist", str(file)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def number_and_text(line: str) -> tuple[int, str]:
    """The note that a line tells of."""
    _, number, text = line.rstrip("\n").split(" ", 2)
    return int(number), text
