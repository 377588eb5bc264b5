"""The wall: notes and clusters wherever they are put, in board units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from workshop import clusters, moving
from workshop.changes import FACILITATOR
from workshop.frozen import frozen
from workshop.notes import told
from workshop.records.notes import Cluster, Note
from workshop.records.words import ClusterId, NoteId
from workshop.state import Workshop

Spot = tuple[float, float]


@frozen
class Spots:
    """Where notes and clusters lie, by their top left corner."""

    notes: Mapping[NoteId, Spot] = field(default_factory=dict)
    clusters: Mapping[ClusterId, Spot] = field(default_factory=dict)


def put(
    workshop: Workshop, moved: Spots, lying: Spots | None = None, *, actor: str = FACILITATOR
) -> None:
    """Puts notes and clusters on the wall, in one step; notes leave their clusters for it.

    What has no spot yet is shown where there is room, so it would move with the first thing that
    gets one: `lying` says where it is seen, and there it stays. Raises `Invalid`, and `Refused`
    (`note.merged`).
    """
    found = [workshop[Note][note] for note in moved.notes]
    facts = told(found) if found else {"count": len(moved.clusters)}
    label = "note.lay_out" if found else "cluster.lay_out"
    with workshop.step(label, actor=actor, **facts):
        inside = [note.id for note in found if note.cluster is not None]
        if inside:
            clusters.take_out(workshop, inside, actor=actor)
        stays = lying or Spots()
        moving.lay_out(workshop, {**stays.notes, **moved.notes}, actor=actor)
        there = {
            cluster: spot
            for cluster, spot in {**stays.clusters, **moved.clusters}.items()
            if cluster in workshop[Cluster]  # an unnamed one went with its last note
        }
        moving.lay_out_clusters(workshop, there, actor=actor)


def make_cluster(
    workshop: Workshop,
    notes: Sequence[NoteId],
    spot: Spot,
    lying: Spots,
    *,
    actor: str = FACILITATOR,
) -> Cluster:
    """A new cluster of notes, with its corner at a spot of the wall, in one step; see `put` and
    `clusters.make_cluster`."""
    found = [workshop[Note][note] for note in notes]
    with workshop.step("cluster.make", actor=actor, **told(found)):
        made = clusters.make_cluster(workshop, notes, actor=actor)
        put(workshop, Spots(clusters={made.id: spot}), lying, actor=actor)
        return workshop[Cluster][made.id]
