"""Five whys: from what customers suffer down to a cause that is ours to change."""

from __future__ import annotations

from workshop.columns import line, lines, stages, whole
from workshop.conditions import Rising, keeping
from workshop.records.words import EVIDENCE
from workshop.setups import setup_of
from workshop.tables import settings_value


@keeping(Rising("min_depth", "max_depth"))
@setup_of(
    "five_whys",
    prompt="Why does this keep happening? We ask until the answer is something we can change.",
)
@settings_value
class Settings:
    """Settings of a five-whys stage."""

    start_from: tuple[str, ...] = stages("the stage whose result it starts from", default=())
    min_depth: int = whole("fewest answers", 1, 9, default=3)
    max_depth: int = whole("most answers", 1, 9, default=5)
    branches_max: int = whole("branches allowed", 0, 9, default=1)
    evidence_tags: tuple[str, ...] = lines(
        "grades offered", *EVIDENCE, default=("seen", "told", "guess")
    )
    stop_when: str = line("when the chain is long enough", 500, default="")
