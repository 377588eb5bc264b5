"""Text that has broken other programs, in every field of a workshop."""

from __future__ import annotations

import dataclasses
from typing import Any

from tests.builders import fill
from workshop.columns import Column
from workshop.fields import Text
from workshop.state import Workshop
from workshop.text import clean_line

MARKUP = "<b>bold <img src='/etc/passwd'/> &amp; <a href='javascript:1'>x</a> <para fontSize='900'>"

NAMES = {
    "markup": MARKUP,
    "a long word": "x" * 10_000,
    "many words": "words and more words " * 500,
    "bidi": "\u2067שלום \u2066Coxswain\u2069\u2069 خطة العمل \u200f2027\u200e (ab) \u061c",
    "emoji": "👩🏽\u200d💻🏴\u200d☠️🇩🇪 🍕 1️⃣ ❤️ 👨\u200d👩\u200d👧\u200d👦",
    "scripts": "愿景 東京 비전과 전략 क्षत्रिय Ελλάδα Видение Łódź ส",
    "marks": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞ e\u0301",
    "private use": "\ue000\U000f0000\U0010fffd\ufffd\ufeff\u00ad",
}
TEXTS = tuple(NAMES.values())


def everywhere(text: str) -> Workshop:
    """A workshop with a row in every table, whose every free text is this one, as long as the
    field takes it."""
    filled = fill(Workshop())
    made = Workshop()
    for table in filled.tables():
        for row in table:
            made.load(table.info.name, _with(row, table.info.columns, text))
    return made


def _with(row: Any, columns: tuple[Column, ...], text: str) -> Any:
    free = {
        column.name: clean_line(text)[: column.kind.limit].strip() or "x"
        for column in columns
        if type(column.kind) is Text and column.kind.limit > 60 and column.name != "hash"
    }
    return dataclasses.replace(row, **free)
