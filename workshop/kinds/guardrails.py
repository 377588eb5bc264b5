"""Guardrails: what teams may decide alone, what not, and who owns what."""

from __future__ import annotations

from workshop.columns import choice, lines, value, whole, wholes
from workshop.conditions import Pair, keeping
from workshop.setups import setup_of
from workshop.tables import settings_value

COLUMNS = ("decide_freely", "ask_first", "never")


@keeping(Pair("size"))
@settings_value
class Pods:
    """How pods are made up."""

    size: tuple[int, ...] = wholes("fewest and most people", default=(3, 5))
    functions_min: int = whole("fewest functions", 1, 12, default=3)


@settings_value
class Roadblocks:
    """What is asked of a roadblock."""

    fields: tuple[str, ...] = lines(
        "fields asked for", "what", "cleared_by", "due", default=("what", "cleared_by", "due")
    )


@setup_of(
    "guardrails",
    prompt="What may our teams decide alone, what needs a word first, and what do we never do?",
)
@settings_value
class Settings:
    """Settings of a guardrails stage."""

    columns: tuple[str, ...] = lines("columns, in order", *COLUMNS, default=COLUMNS)
    champions: str | None = choice("champions asked for", "per_area", default="per_area")
    pods: Pods | None = value("pods", Pods, default=None)
    roadblocks: Roadblocks | None = value("roadblocks", Roadblocks, default=None)
