"""The program as it is called on a command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import assets

ROOT = Path(__file__).parents[2]
SAMPLE = assets.path("sample", "sample-workshop.yaml")

Caught = pytest.CaptureFixture[str]


def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own."""
    command = [sys.executable, "-P", "-m", "ui", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
