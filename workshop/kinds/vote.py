"""A vote with dots. Dots rank; they decide nothing."""

from __future__ import annotations

from workshop.columns import whole
from workshop.conditions import Rising, keeping
from workshop.setups import setup_of
from workshop.tables import settings_value


@keeping(Rising("pick", "keep"))
@setup_of(
    "vote",
    prompt="Which of these would change most for our customers? We place our dots in silence.",
)
@settings_value
class Settings:
    """Settings of a vote; how the ballot is held stands in the stage's `voting`."""

    pick: int = whole("options that go on to the next stage", 1, 60, default=1)
    keep: int = whole("options printed as the priorities", 1, 60, default=3)
