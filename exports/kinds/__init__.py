"""What each stage kind adds to the brief: its sections, one module per kind."""

from exports.kinds import (
    actions,
    alignment_check,
    board,
    board_compared,
    check_out,
    consensus,
    five_whys,
    insight_exchange,
    journey_map,
    landscape,
    opening,
    personas,
    positioning,
    press_release,
    statement,
    vote,
)

__all__ = [
    "actions",
    "alignment_check",
    "board",
    "board_compared",
    "check_out",
    "consensus",
    "five_whys",
    "insight_exchange",
    "journey_map",
    "landscape",
    "opening",
    "personas",
    "positioning",
    "press_release",
    "statement",
    "vote",
]
