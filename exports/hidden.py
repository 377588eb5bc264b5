"""What is not told yet, counted in plain words: nothing that is hidden is silently missing."""

from __future__ import annotations

from exports.brief import Brief
from exports.ink import MUTED, NOTE
from exports.parts.words import Words
from exports.translate import plural, tr
from workshop import telling
from workshop.records.words import StageId


def covered(brief: Brief, stage: StageId) -> str:
    """How many notes of a stage are covered; empty where none is."""
    return covered_count(brief.covered.get(stage, 0))


def covered_count(count: int) -> str:
    """So many notes are covered; empty for none."""
    if not count:
        return ""
    return plural(count, "{count} note is still covered.", "{count} notes are still covered.")


def round_state(brief: Brief, owner: str, id: int) -> str:
    """How far a round is that has begun and may not be told yet; else empty."""
    words = {"open": tr("still open"), "closed": tr("over, but not revealed yet")}
    return words.get(telling.state_of(brief.workshop, owner, id), "")


def remark(text: str) -> Words:
    """A line that says what is hidden."""
    return Words(text, NOTE.italic().tinted(MUTED), above=1.5, at_most=1e3)
