"""The insight exchange: what one function knows and another could use tomorrow."""

from __future__ import annotations

from workshop.columns import choice, lines
from workshop.setups import setup_of
from workshop.tables import settings_value

FIELDS = (
    "direction", "from", "to", "we_know", "we_ask", "asked_by", "useful_for", "rhythm", "keeper",
)  # fmt: skip
RHYTHMS = ("once", "weekly", "fortnightly", "live")


@setup_of(
    "insight_exchange",
    prompt="What do we know about our customers that another function could use tomorrow?",
)
@settings_value
class Settings:
    """Settings of an insight exchange."""

    fields: tuple[str, ...] = lines("fields asked for, in order", *FIELDS, default=())
    rhythms: tuple[str, ...] = lines("rhythms offered", *RHYTHMS, default=RHYTHMS)
    pairs: str = choice("who talks with whom", "across_functions", default="across_functions")
    visits: str | None = choice("visits asked for", "one_per_function", default=None)
