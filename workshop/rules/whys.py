"""Five whys read backwards: from the cause, link by link, to what customers suffer.

Ohno's five whys are checked by reading them backwards with *therefore*: a link that sounds wrong
is wrong, or one is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

BECAUSE = "because"


def backwards(start: str, answers: Sequence[str]) -> list[str]:
    """The links from the deepest answer to the start, without *because* and full stops."""
    links = [_bare(text) for text in (*reversed(answers), start)]
    return [link for link in links if link]


def out_of_line(answers: Sequence[Any]) -> Any:
    """The first of a stage's answers whose level does not follow on the one before it, or None.

    The chain (`branch` 0) counts from 1; a branch from the level of the chain that its first
    answer names in `from_level` (0: the start), or from anywhere if it names none.
    """
    last: dict[int, int] = {0: 0}
    for answer in sorted(answers, key=lambda one: (one.branch, one.level)):
        before = last.get(answer.branch)
        if before is None:
            origin = answer.from_level
            before = answer.level - 1 if origin is None else origin
            if origin is not None and origin > last[0]:
                return answer
        if answer.level != before + 1:
            return answer
        last[answer.branch] = answer.level
    return None


def _bare(text: str) -> str:
    bare = text.strip().rstrip(".").rstrip()
    if bare.casefold().startswith(f"{BECAUSE} "):
        bare = bare[len(BECAUSE) :].lstrip()
    return bare
