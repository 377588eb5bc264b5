"""Clusters: notes that belong together, under a title."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.agenda import number_of
from workshop.changes import FACILITATOR
from workshop.edits import cleaned
from workshop.errors import Refused
from workshop.keys import fresh_key
from workshop.notes import drop_empty_clusters, family, in_order, rewrite, told
from workshop.people import functions
from workshop.places import after_last, arrange, moved_to
from workshop.records.journey import Phase
from workshop.records.notes import Cluster, Note
from workshop.records.people import Function
from workshop.records.rounds import Option
from workshop.records.words import ClusterId, NoteId, PhaseId, StageId
from workshop.state import Workshop


def clusters_of(workshop: Workshop, stage: StageId) -> list[Cluster]:
    """The clusters of a stage in their order; a cluster's number is its place in it."""
    found = workshop[Cluster].where("stage", stage)
    return sorted(found, key=lambda cluster: (cluster.place, cluster.id))


def notes_in(workshop: Workshop, cluster: ClusterId) -> list[Note]:
    """The notes of a cluster in order, merged ones counted once."""
    found = workshop[Note].where("cluster", cluster)
    return in_order(note for note in found if note.merged_into is None)


def functions_of(workshop: Workshop, cluster: ClusterId) -> dict[Function, int]:
    """The functions with notes in a cluster, in their order, and how many; merged notes count with
    their own function."""
    count: dict[int | None, int] = {}
    for root in notes_in(workshop, cluster):
        for note in family(workshop, root.id):
            count[note.function] = count.get(note.function, 0) + 1
    return {one: count[one.id] for one in functions(workshop) if one.id in count}


def is_one_sided(workshop: Workshop, cluster: ClusterId) -> bool:
    """Whether two notes or more, merged ones counted, all come from one function."""
    roots = notes_in(workshop, cluster)
    found = [note.function for root in roots for note in family(workshop, root.id)]
    return len(found) > 1 and found[0] is not None and len(set(found)) == 1


def make_cluster(
    workshop: Workshop,
    notes: Sequence[NoteId],
    name: str = "",
    *,
    phase: PhaseId | None = None,
    actor: str = FACILITATOR,
) -> Cluster:
    """A new cluster of notes of one stage; they leave the clusters they were in. Raises `Refused`
    (`cluster.no_notes`, `cluster.stages`, `note.merged`) and `Invalid` for too long a name."""
    if not notes:
        raise Refused("cluster.no_notes")
    found = [workshop[Note][note] for note in notes]
    stage = _one_stage(found)
    name = cleaned(Cluster, {"name": name})["name"]
    if phase is not None:
        workshop[Phase][phase]
    key = fresh_key(workshop, Cluster)
    place = after_last(one.place for one in clusters_of(workshop, stage))
    with workshop.step("cluster.make", actor=actor, **told(found)):
        made = Cluster(key=key, stage=stage, name=name, phase=phase, place=place)
        cluster = workshop[Cluster].add(made)
        _gather(workshop, found, cluster.id)
        return cluster


def _one_stage(notes: Sequence[Note]) -> StageId:
    for note in notes:
        if note.merged_into is not None:
            raise Refused("note.merged", nr=note.nr)
    stage = notes[0].stage
    if stage is None or any(note.stage != stage for note in notes):
        raise Refused("cluster.stages")
    return stage


def _gather(workshop: Workshop, notes: Sequence[Note], cluster: ClusterId | None) -> None:
    """Puts notes, with what is merged into them, into a cluster or out of theirs."""
    for root in notes:
        for note in family(workshop, root.id):
            rewrite(workshop, note, cluster=cluster, loner=False)
    drop_empty_clusters(workshop, {note.cluster for note in notes} - {cluster})


def make_empty_cluster(
    workshop: Workshop,
    stage: StageId,
    name: str,
    *,
    phase: PhaseId | None = None,
    actor: str = FACILITATOR,
) -> Cluster:
    """A named cluster to sort notes into, such as one of a journey's phases. Raises `Invalid`."""
    fields = cleaned(Cluster, {"name": name, "phase": phase})
    key = fresh_key(workshop, Cluster)
    place = after_last(one.place for one in clusters_of(workshop, stage))
    with workshop.step("cluster.prepare", actor=actor, stage=number_of(workshop, stage)):
        return workshop[Cluster].add(Cluster(key=key, stage=stage, place=place, **fields))


def rename_cluster(
    workshop: Workshop, cluster: ClusterId, name: str, *, actor: str = FACILITATOR
) -> Cluster:
    """Gives a cluster a title; an empty one takes it away. Raises `Invalid`."""
    number = number_in_list(workshop, cluster)
    fields = cleaned(Cluster, {"name": name})
    with workshop.step("cluster.rename", actor=actor, number=number):
        return workshop[Cluster].replace(cluster, **fields)


def number_in_list(workshop: Workshop, cluster: ClusterId) -> int:
    """The place of a cluster in the list of its stage, from 1."""
    stage = workshop[Cluster][cluster].stage
    return 1 + [one.id for one in clusters_of(workshop, stage)].index(cluster)


def add_to_cluster(
    workshop: Workshop, cluster: ClusterId, notes: Sequence[NoteId], *, actor: str = FACILITATOR
) -> None:
    """Puts notes of the same stage into a cluster. Raises `Refused` (`cluster.stages`,
    `note.merged`)."""
    found = [workshop[Note][note] for note in notes]
    if found and _one_stage(found) != workshop[Cluster][cluster].stage:
        raise Refused("cluster.stages")
    number = number_in_list(workshop, cluster)
    with workshop.step("cluster.add", actor=actor, number=number, **told(found)):
        _gather(workshop, found, cluster)


def take_out(workshop: Workshop, notes: Sequence[NoteId], *, actor: str = FACILITATOR) -> None:
    """Takes notes out of their clusters. Raises `Refused` (`note.merged`)."""
    found = _unmerged(workshop, notes)
    with workshop.step("cluster.take_out", actor=actor, **told(found)):
        _gather(workshop, found, None)


def keep_apart(
    workshop: Workshop, notes: Sequence[NoteId], apart: bool = True, *, actor: str = FACILITATOR
) -> None:
    """Keeps notes out of clusters on purpose, or no longer. Raises `Refused` (`note.merged`)."""
    found = _unmerged(workshop, notes)
    with workshop.step("cluster.keep_apart", actor=actor, **told(found), apart=apart):
        _gather(workshop, found, None)
        for root in found:
            for note in family(workshop, root.id):
                workshop[Note].replace(note.id, loner=apart)


def _unmerged(workshop: Workshop, notes: Sequence[NoteId]) -> list[Note]:
    found = [workshop[Note][note] for note in notes]
    for note in found:
        if note.merged_into is not None:
            raise Refused("note.merged", nr=note.nr)
    return found


def ungroup(workshop: Workshop, cluster: ClusterId, *, actor: str = FACILITATOR) -> None:
    """Dissolves a cluster; its notes stay. Raises `Refused` (`cluster.on_ballot`)."""
    number = number_in_list(workshop, cluster)
    _check_off_ballots(workshop, cluster, number)
    count = len(notes_in(workshop, cluster))
    with workshop.step("cluster.ungroup", actor=actor, number=number, count=count):
        workshop.remove_tree("cluster", cluster)


def _check_off_ballots(workshop: Workshop, cluster: ClusterId, number: int) -> None:
    if workshop[Option].where("cluster", cluster):
        raise Refused("cluster.on_ballot", number=number)


def merge_clusters(
    workshop: Workshop, into: ClusterId, other: ClusterId, *, actor: str = FACILITATOR
) -> Cluster:
    """Moves the notes of `other` into `into`, which keeps its title or takes the other's. Raises
    `Refused` (`cluster.itself`, `cluster.stages`, `cluster.on_ballot` for `other`)."""
    kept, gone = workshop[Cluster][into], workshop[Cluster][other]
    numbers = number_in_list(workshop, into), number_in_list(workshop, other)
    if into == other:
        raise Refused("cluster.itself", number=numbers[0])
    if kept.stage != gone.stage:
        raise Refused("cluster.stages")
    _check_off_ballots(workshop, other, numbers[1])
    with workshop.step("cluster.merge", actor=actor, number=numbers[0], other=numbers[1]):
        for note in workshop[Note].where("cluster", other):
            workshop[Note].replace(note.id, cluster=into)
        workshop.remove_tree("cluster", other)
        return workshop[Cluster].replace(into, name=kept.name or gone.name)


def move_cluster(
    workshop: Workshop, cluster: ClusterId, index: int, *, actor: str = FACILITATOR
) -> None:
    """Puts a cluster at `index` of its stage's list (0 is the first)."""
    number = number_in_list(workshop, cluster)
    stage = workshop[Cluster][cluster].stage
    order = moved_to([one.id for one in clusters_of(workshop, stage)], cluster, index)
    with workshop.step("cluster.move", actor=actor, number=number):
        arrange(workshop[Cluster], "place", order, [cluster])
