"""A Python that Coxswain can be set up with: 64-bit, of a version that the locks are made for.

Run as a program, it prints the path of the Python that runs it if that one suits.
"""

from __future__ import annotations

import os
import subprocess
import sys

FIRST, LAST = (3, 11), (3, 13)


def suits() -> bool:
    """Whether this is such a Python, and one of the system: not in an environment like `.venv`."""
    fits = FIRST <= sys.version_info[:2] <= LAST and sys.maxsize > 2**32
    return fits and sys.prefix == sys.base_prefix


def find() -> str:
    """The path of the first such Python: this one, the one below it, or one on the PATH; or ''."""
    if suits():
        return sys.executable
    versions = [f"3.{minor}" for minor in range(LAST[1], FIRST[1] - 1, -1)]
    named = [["py", f"-{each}"] if os.name == "nt" else [f"python{each}"] for each in versions]
    below = [getattr(sys, "_base_executable", sys.executable)]
    return next(filter(None, map(ask, [below, *named, ["python3"]])), "")


def ask(command: list[str]) -> str:
    """The path of the Python that the command starts; '' if there is none or it does not suit."""
    try:
        asked = subprocess.run(
            [*command, __file__], capture_output=True, text=True, check=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return asked.stdout.strip()


if __name__ == "__main__":
    print(sys.executable if suits() else "")
