"""A break: shows when to be back."""

from __future__ import annotations

from workshop.columns import choice, whole
from workshop.setups import setup_of
from workshop.tables import settings_value


@setup_of("break")
@settings_value
class Settings:
    """Settings of a break."""

    show: str = choice("what the room sees", "return_time", default="return_time")
    bell_before_min: int = whole("minutes before the end; 0 for no bell", 0, 60, default=2)
