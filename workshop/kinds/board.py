"""The board: notes of every function, clustered."""

from __future__ import annotations

from workshop.columns import choice, flag, lines, value, whole
from workshop.conditions import Rising, keeping
from workshop.records.words import EVIDENCE
from workshop.setups import setup_of
from workshop.tables import settings_value


@keeping(Rising("min", "max"))
@settings_value
class TargetClusters:
    """How many clusters are easy to vote on."""

    min: int = whole("fewest", 1, 30, default=5)
    max: int = whole("most", 1, 30, default=9)


@setup_of(
    "board",
    prompt="What have we seen or heard? One thought on each note.",
    target_clusters=TargetClusters(),
)
@settings_value
class Settings:
    """Settings of a board stage."""

    target_clusters: TargetClusters | None = value(
        "how many clusters", TargetClusters, default=None
    )
    cluster_by: str | None = choice("what clusters are", "phases", default=None)
    one_per_function: bool = flag("one sentence per lane", default=False)
    compare: str | None = choice("how sentences are shown", "side_by_side", default=None)
    mark: tuple[str, ...] = lines("what can be marked in them", "common", "single", default=())
    note_fields: tuple[str, ...] = lines(
        "fields of a note", "win", "made_possible_by", "linked_to", default=()
    )
    evidence_tags: tuple[str, ...] = lines("grades offered", *EVIDENCE, default=())
