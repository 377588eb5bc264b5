"""The one application of the tests."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication


def test_every_test_of_the_windows_has_the_application(request: pytest.FixtureRequest) -> None:
    assert "qapp" in request.fixturenames, "though this test does not ask for it"
    assert isinstance(QApplication.instance(), QApplication)
