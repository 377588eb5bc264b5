"""Who gives what to whom: the insights of an exchange, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from workshop.records.findings import Insight
from workshop.records.words import FunctionId

Pair = tuple[FunctionId, FunctionId]
"""Who gives, and who gets."""


def is_open(insight: Insight) -> bool:
    """Whether it was asked for and nobody has answered yet."""
    return insight.direction == "ask" and not insight.we_know


def given(insights: Iterable[Insight]) -> Counter[Pair]:
    """How much each function gave to each other one; open questions do not count."""
    return Counter((row.giver, row.receiver) for row in insights if not is_open(row))


def gives(insights: Iterable[Insight]) -> Counter[FunctionId]:
    """How much each function gives, with the answers that it still owes."""
    return Counter(row.giver for row in insights)


def gets(insights: Iterable[Insight]) -> Counter[FunctionId]:
    """How much each function gets, with the answers that it still waits for."""
    return Counter(row.receiver for row in insights)


def asked(insights: Iterable[Insight]) -> Counter[Pair]:
    """How many questions each function still owes each other one."""
    return Counter((row.giver, row.receiver) for row in insights if is_open(row))
