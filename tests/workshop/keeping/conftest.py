"""What the tests of recordings and backups share."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.keeping.vault import Vault


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """An empty vault, in a folder that is not there yet."""
    return Vault(tmp_path / "application" / "kept")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the workshop of this test is to stand."""
    folder = tmp_path / "Our cause 漢字 #1?%20"
    folder.mkdir()
    return folder / "Day one.workshop"
