"""Second readers of a PDF: qpdf and poppler, used beside the packages where they are installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

TOOLS = ("qpdf", "pdffonts")


def installed() -> list[str]:
    """Those of the tools that this machine has."""
    return [tool for tool in TOOLS if shutil.which(tool)]


def assert_sound(file: Path) -> None:
    """Asserts what each installed tool says: a sound file, all its fonts embedded."""
    for tool in installed():
        if tool == "qpdf":
            _run("qpdf", "--check", file)
        else:
            head, _, *rows = _run("pdffonts", file).splitlines()
            column = head.index("emb")
            assert [row for row in rows if row[column : column + 3] != "yes"] == []


def _run(*command: str | Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
