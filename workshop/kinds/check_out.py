"""The check-out: take-home sentences, hopes read back, fingers, words."""

from __future__ import annotations

from workshop.columns import choice, flag, line, lines, value, wholes
from workshop.conditions import Pair, keeping
from workshop.setups import setup_of
from workshop.tables import settings_value


@keeping(Pair("scale"))
@settings_value
class Roti:
    """The show of fingers (return on time invested)."""

    scale: tuple[int, ...] = wholes("lowest and highest", 0, 5, default=(0, 5))
    ask: tuple[str, ...] = lines(
        "who is asked what one point more would take", "lowest", "highest",
        default=("lowest", "highest"),
    )  # fmt: skip


@setup_of(
    "check_out",
    prompt="Was this time well spent for us? Zero to five fingers, then one word each.",
)
@settings_value
class Settings:
    """Settings of a check-out."""

    roti: Roti | None = value("the show of fingers", Roti, default=None)
    closing_question: str = line("the last question", 500, default="One word each")
    take_home_sentence: str | None = choice(
        "one sentence for each function", "per_function", "per_function_written", default=None
    )
    next_date_required: bool = flag("asks for the next date", default=True)
