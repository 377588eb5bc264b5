"""What stands out in a sentence that is set large."""

from __future__ import annotations

import re
from collections.abc import Sequence

LEAST_WORDS = 3


def accent_clause(text: str) -> tuple[str, str]:
    """A sentence in two: what comes first, and the clause behind its last comma, which carries
    the accent if it has three words or more. Otherwise all of it comes first.

    The space between them stays with the first.
    """
    first, comma, last = text.rpartition(",")
    if not comma or not first.strip() or len(last.split()) < LEAST_WORDS:
        return text, ""
    clause = last.lstrip()
    return text[: len(text) - len(clause)], clause


def marked_parts(text: str, phrases: Sequence[str]) -> list[tuple[str, bool]]:
    """A text in pieces, and whether each is one of the phrases, whatever its capitals.

    A phrase in plain letters counts as whole words only: *calm* is not in *calmly*.
    """
    wanted = sorted((phrase for phrase in phrases if phrase), key=len, reverse=True)
    if not wanted:
        return [(text, False)]
    found = re.compile(f"({'|'.join(map(_whole_words, wanted))})", re.IGNORECASE)
    pieces = found.split(text)
    return [(piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece]


def _whole_words(phrase: str) -> str:
    pattern = re.escape(phrase)
    return rf"(?<!\w){pattern}(?!\w)" if phrase.isascii() else pattern


def without(text: str, struck: Sequence[str]) -> str:
    """A text without the sentences that were struck out of it."""
    for sentence in sorted(struck, key=len, reverse=True):
        text = text.replace(sentence, "") if sentence else text
    return " ".join(text.split()) if any(struck) else text
