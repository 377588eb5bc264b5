from __future__ import annotations

import pytest

from exports import wording
from exports.ink import CAPTION
from exports.lines import set_text, text_width


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (41, "41"),
        (41.0, "41"),
        (3.1, "3.1"),
        (100_000, "100\u202f000"),
        (1e15, "1\u202f000\u202f000\u202f000\u202f000\u202f000"),
        (-0.5, "−0.5"),
        (1e-7, "0.0000001"),
        (0, "0"),
        ("unknown", "unknown"),
    ],
)
def test_numbers(value: float | str, written: str) -> None:
    assert wording.number(value) == written


def test_a_thin_space_between_digits_is_kept_and_never_breaks_a_line() -> None:
    wide = text_width("100\u202f000", CAPTION)
    assert wide > text_width("100000", CAPTION)
    assert [line.text for line in set_text("x 100\u202f000", CAPTION, wide + 1).lines] == [
        "x",
        "100\u202f000",
    ]
