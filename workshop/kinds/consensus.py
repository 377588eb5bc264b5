"""Consensus: where each of us stands, what it would take, and what we settle."""

from __future__ import annotations

from workshop.columns import choice, lines, stages, value, whole
from workshop.records.consensus import SCALES
from workshop.setups import setup_of
from workshop.tables import settings_value


@settings_value
class Proposals:
    """Which proposals the stage takes up."""

    from_: tuple[str, ...] = stages("stages they come from", default=())
    max: int = whole("how many", 1, 60, default=2)
    filter: str | None = choice("which of them", "due", default=None)


@setup_of(
    "consensus",
    prompt="Where does each of us stand on this wording, and what would it take?",
)
@settings_value
class Settings:
    """Settings of a consensus stage."""

    proposals: Proposals | None = value("which proposals", Proposals, default=None)
    scale: str = choice("what stances are taken on", *SCALES, default="gradient8")
    rounds_max: int = whole("rounds before it is asked about", 1, 9, default=2)
    stakes: str = choice("default stakes", "high", "normal", default="normal")
    deciders: str = choice("who decides", "one_per_function", default="one_per_function")
    outcomes: tuple[str, ...] = lines(
        "ends of a round that are offered", "adopt", "decide", "drop", "keep", "change",
        "retire", "park", default=()
    )  # fmt: skip
