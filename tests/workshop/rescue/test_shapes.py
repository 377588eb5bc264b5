"""A row is believed only if every value in it is one that its table takes."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from tests.builders import fill
from workshop.rescue.shapes import CHANGE, META, PICTURE, SEQUENCE, STEP, read_pair, shapes
from workshop.state import Workshop
from workshop.store.rows import layout


def test_every_row_of_a_full_workshop_is_known_by_its_shape() -> None:
    for table in fill(Workshop()).tables():
        shape = shapes()[table.info.name]
        for record in table:
            values = list(layout(shape.name).to_row(record))
            id_at = next(n for n, c in enumerate(table.info.columns) if c.name == "id")
            values[id_at] = None
            assert shape.fits(record.id, values) == record
            assert shape.fits(0, values) is None
            assert shape.fits(record.id, values[:-1]) is None
            for position in range(len(values)):
                spoilt: list[Any] = [*values]
                spoilt[position] = b"\0"
                assert shape.fits(record.id, spoilt) is None


WRONG: dict[str, tuple[list[Any], list[tuple[int, Any]]]] = {
    STEP: (
        [None, "then", "facilitator", "note.add", '{"nr":1}', 1, None, None, 0],
        [(0, 1), (1, 5), (4, "{"), (4, "[1]"), (5, 2), (8, "x")],
    ),
    CHANGE: (
        [None, 3, "stage_input", 1, None, '{"stage":1,"what":"x","id":1}'],
        [(0, 1), (1, "3"), (2, "no such table"), (3, "1"), (3, 2), (4, b"x"), (5, None), (5, "{"),
         (5, "[]"), (5, "[" * 100_000)],
    ),
    PICTURE: (
        [None, hashlib.sha256(b"data").hexdigest(), "image/png", b"data"],
        [(0, 1), (1, "other"), (2, None), (3, "data"), (3, b"other"), (3, bytes(16_000_000))],
    ),
}  # fmt: skip
"""A row of each, and values that it must not have, by their place."""


@pytest.mark.parametrize(
    ("name", "position", "value"),
    [(name, *wrong) for name, (_, all_wrong) in WRONG.items() for wrong in all_wrong],
)
def test_a_row_of_history_or_pictures(name: str, position: int, value: Any) -> None:
    row = WRONG[name][0]
    assert shapes()[name].fits(7, row) is not None
    spoilt = [*row]
    spoilt[position] = value
    assert shapes()[name].fits(7, spoilt) is None


def test_pairs() -> None:
    assert read_pair(META, ["identity", "ab"]) == ("identity", "ab")
    assert read_pair(SEQUENCE, ["note.nr", 4]) == ("note.nr", 4)
    assert read_pair(SEQUENCE, ["stage", 4]) == ("stage", 4)
    for name, values in (
        (META, ["identity", 4]), (META, ["identity"]), (META, [4, "identity"]),
        (SEQUENCE, ["stage", "4"]), (SEQUENCE, ["no such table", 4]),
    ):  # fmt: skip
        assert read_pair(name, values) is None
