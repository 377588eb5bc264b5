"""What each stage kind adds to the brief: its sections, one module per kind."""

from exports.kinds import (
    actions,
    board,
    check_out,
    consensus,
    five_whys,
    journey_map,
    opening,
    statement,
    vote,
)

__all__ = [
    "actions",
    "board",
    "check_out",
    "consensus",
    "five_whys",
    "journey_map",
    "opening",
    "statement",
    "vote",
]
