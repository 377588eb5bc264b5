"""What stands out in a sentence that is set large."""

from __future__ import annotations

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
