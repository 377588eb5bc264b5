"""Texts in the user's language, with or without Qt.

The command line must start without Qt, so nothing is imported here: where Qt has been loaded, its
translator is asked; else the English text stands as it is.
"""

from __future__ import annotations

import sys
from unicodedata import bidirectional

CONTEXT = "coxswain"
"""The one context of all texts in translation files."""


FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def tr(text: str, /, **facts: object) -> str:
    """`text` in the user's language for paper, with `{names}` replaced by the facts, each as
    `isolated` gives it.

    A translation that names a fact wrongly is passed over for the English text.
    """
    return tr_plain(text, **_isolated(facts))


def plural(count: int, one: str, many: str, /, **facts: object) -> str:
    """`one` or `many` by `count` for paper, as `plural_plain` gives it, each fact `isolated`."""
    return plural_plain(count, one, many, **_isolated(facts))


def isolated(text: str) -> str:
    """A text that reads from right to left so marked that what stands around it keeps its own
    direction (Unicode Standard Annex 9); any other as it is."""
    if not any(bidirectional(letter) in ("R", "AL") for letter in text):
        return text
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def _isolated(facts: dict[str, object]) -> dict[str, object]:
    return {name: isolated(one) if isinstance(one, str) else one for name, one in facts.items()}


def tr_plain(text: str, /, **facts: object) -> str:
    """`text` in the user's language, with `{names}` replaced by the facts as they are."""
    return _fill(_translated(text, -1), text, facts)


def plural_plain(count: int, one: str, many: str, /, **facts: object) -> str:
    """`one` or `many` by `count`, which is the fact `count`: ("{count} note", "{count} notes").

    Translation files hold all plural forms of a language under the text for many.
    """
    english = one if count == 1 else many
    found = _translated(many, count)
    return _fill(english if found == many else found, english, {"count": count, **facts})


def _translated(text: str, count: int) -> str:
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        return text
    return str(core.QCoreApplication.translate(CONTEXT, text, "", count))


def _fill(text: str, english: str, facts: dict[str, object]) -> str:
    try:
        return text.format(**facts)
    except (KeyError, IndexError, ValueError):
        return english.format_map(_Facts(facts))


class _Facts(dict[str, object]):
    """Facts in which one that is missing shows as an ellipsis: a sentence always comes out."""

    def __missing__(self, name: str) -> str:
        return "…"
