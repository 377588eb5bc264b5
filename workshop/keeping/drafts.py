"""What is being typed and is no step yet: a draft belongs to a place, such as the capture bar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

CAPTURE, NOTE = "capture", "note"
"""The places: the line that new notes are typed into, and the editor of a note."""
LONGEST = 100_000
"""Characters of a draft; the capture bar takes no more."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that was typed at a place. `where` names ids: the note that is edited, or stage,
    function and lane that a new one is for. Without a text there is no draft any more."""

    place: str
    text: str = field(default="", repr=False)
    where: Mapping[str, int] = field(default_factory=dict)


def to_plain(draft: Draft) -> dict[str, Any]:
    """A draft as JSON data."""
    return {"place": draft.place, "text": draft.text, "where": dict(draft.where)}


def from_plain(plain: Any) -> Draft:
    """The draft that `to_plain` wrote. Raises ValueError for anything else."""
    if not isinstance(plain, dict) or not isinstance(plain.get("where"), dict):
        raise ValueError("no draft")
    place, text, where = plain.get("place"), plain.get("text"), plain["where"]
    if place not in (CAPTURE, NOTE) or not isinstance(text, str) or len(text) > LONGEST:
        raise ValueError("no draft")
    if not all(type(id) is int for id in where.values()):
        raise ValueError("no draft")
    return Draft(place, text, where)
