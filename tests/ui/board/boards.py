"""A board in each arrangement, larger than the windows of the tests."""

from __future__ import annotations

import pytest

from tests.board_sheets import cards, clusters, lanes, ranking, wall

BOARDS = {
    "lanes": lanes(cards(150)),
    "clusters": clusters(cards(150)),
    "ranking": ranking(cards(60)),
    "wall": wall(cards(60), {1: (40.0, 40.0), 2: (60.0, 60.0)}),
}
boards = pytest.mark.parametrize("name", BOARDS)
