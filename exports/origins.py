"""Where a record was taken from, in words."""

from __future__ import annotations

from exports import titles
from exports.brief import Brief
from exports.translate import tr
from workshop import telling
from workshop.merging import standing_for
from workshop.records.notes import Cluster, Link
from workshop.records.words import NoteId


def taken_from(brief: Brief, table: str, id: int) -> str:
    """What a record was made of: a note, a cluster, a stage; empty where nothing says so."""
    link = next(iter(brief.workshop[Link].where(table, id)), None)
    if link is None:
        return ""
    if link.from_note is not None:
        return _note(brief, link.from_note)
    if link.from_cluster is not None:
        cluster = brief.workshop[Cluster][link.from_cluster]
        told = telling.cluster_is_told(brief.workshop, cluster)
        return tr("from “{name}”", name=cluster.name) if told else ""
    if link.from_stage is not None:
        return tr("from {stage}", stage=brief.stages[link.from_stage].title)
    if link.from_earlier:
        return tr("from the earlier workshop")
    return tr("from {stage}", stage=titles.name("parking_lot")) if link.from_parking_lot else ""


def _note(brief: Brief, note: NoteId) -> str:
    number = standing_for(brief.workshop, note).nr
    return tr("from note {number}", number=number) if number is not None else ""
