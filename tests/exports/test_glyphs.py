"""The map by which readers find text: it says nothing that they would take for damage."""

from __future__ import annotations

import io
import re

import pikepdf

from exports.book import make_brief
from exports.paper import A4
from tests.builders import board_of
from tests.exports.printed import read, squeeze
from workshop.records.notes import Note

LONGEST = 252
"""Digits of a text in the map that Poppler reads."""


def test_a_letter_with_a_hundred_marks_stays_readable() -> None:
    letter = "e" + "\u0301\u0300\u0302" * 40
    workshop = board_of(3)
    with workshop.step("test.change"):
        workshop[Note].replace(2, text=f"Before {letter} after")
    pdf = make_brief(workshop, A4).pdf
    texts = _texts(pdf)
    assert texts
    assert max(map(len, texts)) <= LONGEST
    assert squeeze("after") in read(pdf).squeezed


def _texts(pdf: bytes) -> list[str]:
    """What glyphs stand for in the maps of a file, in hexadecimal digits."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        maps = [
            item.ToUnicode.read_bytes().decode()
            for item in opened.objects
            if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item
        ]
    return [text for one in maps for text in re.findall(r"^<\w+> <(\w+)>$", one, re.MULTILINE)]
