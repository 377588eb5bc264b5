from __future__ import annotations

import pytest

from tests.workshop.room import Room


@pytest.fixture
def room() -> Room:
    """A small workshop of its own for each test."""
    return Room()
