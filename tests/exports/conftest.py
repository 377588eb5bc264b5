"""Handouts shape text with Qt: they use the application that the windows' tests have."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """There can be one in a process: were it made without widgets, no window could be tested."""
