"""A small checkout of its own for each test that starts one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.setup.checkouts import PROGRAM, PROJECT, Checkout, base_has_pip, make_wheel


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout that was never started; its program prints what it was given and leaves with 3."""
    root, wheels, early = tmp_path / "coxswain", tmp_path / "wheels", tmp_path / "early"
    for folder in (root / "requirements", root / "ui", wheels, early):
        folder.mkdir(parents=True)
    shutil.copy(PROJECT / "run.py", root)
    for module in (PROJECT / "requirements").glob("*.py"):
        shutil.copy(module, root / "requirements")
    (root / "ui" / "__main__.py").write_text(PROGRAM)
    (early / "sitecustomize.py").write_text("import sys\nsys.modules['ensurepip'] = None\n")
    settings = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels), "PIP_NO_CACHE_DIR": "1"}
    if base_has_pip():  # as on a Debian without python3-venv; it also saves seconds
        settings["PYTHONPATH"] = str(early)
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    made = Checkout(root, wheels, plain | settings)
    made.lock(make_wheel(wheels, "1.0"))
    return made
