"""Positioning: our place in their minds, in seven lines."""

from __future__ import annotations

from workshop.columns import flag, lines
from workshop.records.writing import CLAIM_MARKS, POSITIONING_LINES
from workshop.setups import setup_of
from workshop.tables import settings_value


@setup_of(
    "positioning",
    prompt="For whom are we the obvious choice, against what, and because of what?",
)
@settings_value
class Settings:
    """Settings of a positioning stage."""

    fields: tuple[str, ...] = lines(
        "lines asked for, in order", *POSITIONING_LINES, default=POSITIONING_LINES
    )
    claim_marks: tuple[str, ...] = lines("marks offered", *CLAIM_MARKS, default=CLAIM_MARKS)
    keeper_required: bool = flag("asks for a keeper of the wording", default=True)
