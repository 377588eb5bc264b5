"""The short names by which people call things in their own words: "my dots are not on s1"."""

from __future__ import annotations

import re

from workshop.fields import Text
from workshop.state import Workshop
from workshop.tables import tables

_SHORT = re.compile(r"\b[a-z]{1,3}[0-9]{1,3}\b")
"""A key that people say aloud: a letter or three, and a number."""

_CALLED = ("cluster", "opportunity", "proposal", "metric")
"""Tables of what is called by its key."""


def mentioned(workshop: Workshop) -> frozenset[str]:
    """The keys of clusters, opportunities, proposals and metrics that some text names; beside what
    they are of they must be printed, or nobody knows what is meant."""
    every = {row.key for name in _CALLED for row in workshop.table(name)}
    keys = {key for key in every if _SHORT.fullmatch(key)}
    return frozenset(keys & _said(workshop)) if keys else frozenset()


def _said(workshop: Workshop) -> set[str]:
    found: set[str] = set()
    for name, info in tables().items():
        fields = [column.name for column in info.columns if isinstance(column.kind, Text)]
        for row in workshop.table(name) if fields else ():
            for field in fields:
                found.update(_SHORT.findall(getattr(row, field) or ""))
    return found
