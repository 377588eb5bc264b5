"""Running the programs that set Coxswain up: venv, pip, apt-get."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable

# Why a program failed, by what it printed.
CAUSES = {
    "no space left|not enough space": "the disk is full; 1 GB is enough",
    "connection|timed out|could not resolve|could not fetch|failed to fetch": (
        "the packages could not be fetched; the first start needs a network"
    ),
    "do not match the hashes": "a package that was fetched is not the one that is locked",
}


class ToolError(Exception):
    """A program has failed; worded as the cause, in a few words."""


def run(command: list[str], log_path: str, watch: Callable[[str], None] | None = None) -> None:
    """Run a program to its end, its output appended to the log and given to `watch` by lines.

    The environment is passed on, so that the user's settings of pip, apt and proxies hold.
    """
    # Lines are wanted as they are written, in English, and pip's are wanted at all.
    settings = {"PYTHONUNBUFFERED": "1", "PIP_QUIET": "0", "PIP_USER": "0"}
    if os.name != "nt":
        settings.update(LC_ALL="C.UTF-8", DEBIAN_FRONTEND="noninteractive")
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, **settings},
    )
    lines = []
    with open(log_path, "a", buffering=1, encoding="utf-8") as log, process:
        for line in process.stdout or ():
            log.write(line)
            lines.append(line.strip())
            if watch:
                watch(line)
    if process.returncode != 0:
        raise ToolError(cause_of(lines))


def cause_of(lines: list[str]) -> str:
    """Why a program failed, by what it printed: a known cause, or its last line about an error."""
    for pattern, cause in CAUSES.items():
        if any(re.search(pattern, line, re.IGNORECASE) for line in lines):
            return cause
    errors = [line for line in lines if line.startswith(("ERROR", "Error", "E:"))]
    return (errors or lines or ["no reason was given"])[-1]
