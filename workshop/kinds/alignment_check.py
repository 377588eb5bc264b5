"""The alignment check: signs of rowing apart, rated in private, looked at together."""

from __future__ import annotations

from workshop.columns import flag, key, line, lines, value, values, whole
from workshop.conditions import Rising, keeping
from workshop.setups import setup_of
from workshop.tables import settings_value


@settings_value
class Sign:
    """A sign of rowing apart; ids stay, so that quarters compare."""

    id: str = key("name in YAML")
    text: str = line("what is seen", 500, least=1)


@keeping(Rising("min", "max", strictly=True))
@settings_value
class Scale:
    """What the values mean."""

    min: int = whole("lowest value", 0, 9, default=0)
    max: int = whole("highest value", 0, 9, default=4)
    labels: tuple[str, ...] = lines("a word for each value", limit=40, default=())


@settings_value
class FlagWhen:
    """When a sign is flagged."""

    median_at_least: int = whole("seen often by most", 0, 9, default=3)
    or_spread_at_least: int = whole("seen very differently", 0, 9, default=3)


LABELS = ("never", "rarely", "sometimes", "often", "all the time")
SHIPPED_SIGNS = tuple(
    Sign(id=id, text=text)
    for id, text in (
        ("drift", "What we tell the market has drifted away from what we set out to be"),
        ("off-roadmap", "Deals depend on features that are not on our roadmap"),
        ("unused", "Things we shipped are hardly sold or hardly used"),
        ("patchwork", "Customers can tell which of our teams built which part"),
        ("when-not-why", "We ask when it will be ready more often than why we do it"),
        ("own-targets", "Each of us could hit our targets while the product fails"),
        ("trapped-insight", "What one function learns about customers stays in that function"),
        ("late-safeguards", "Legal, safety or domain experts hear about it when it is nearly done"),
        ("tourists", "We visit other functions when we need something and leave again"),
        ("no-single-source", "Two colleagues would point to two different documents for our plan"),
    )
)
"""The signs that a new check begins with; templates take some of them."""


@setup_of(
    "alignment_check",
    prompt="How often do we see each of these signs here? In private first, then together.",
    signs=SHIPPED_SIGNS,
    scale=Scale(labels=LABELS),
    flag_when=FlagWhen(),
)
@settings_value
class Settings:
    """Settings of an alignment check."""

    signs: tuple[Sign, ...] = values("what is rated", Sign, unique="id", default=())
    scale: Scale | None = value("the scale", Scale, default=None)
    private: bool = flag("rated in private", default=True)
    flag_when: FlagWhen | None = value("when a sign is flagged", FlagWhen, default=None)
    show: tuple[str, ...] = lines(
        "what the room sees", "spread", "median_by_function", "change_since_last",
        default=("spread", "median_by_function"),
    )  # fmt: skip
