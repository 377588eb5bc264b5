"""Five whys read backwards: from the cause, link by link, to what customers suffer.

Ohno's five whys are checked by reading them backwards with *therefore*: a link that sounds wrong
is wrong, or one is missing.
"""

from __future__ import annotations

from collections.abc import Sequence

BECAUSE = "because"


def backwards(start: str, answers: Sequence[str]) -> list[str]:
    """The links from the deepest answer to the start, without *because* and full stops."""
    links = [_bare(text) for text in (*reversed(answers), start)]
    return [link for link in links if link]


def _bare(text: str) -> str:
    bare = text.strip().rstrip(".").rstrip()
    if bare.casefold().startswith(f"{BECAUSE} "):
        bare = bare[len(BECAUSE) :].lstrip()
    return bare
