from __future__ import annotations

import pytest

from tests.workshop.room import Room, refused, state
from workshop import clusters, merging, moving, parking
from workshop.errors import Invalid
from workshop.notes import add_note, add_notes
from workshop.records.notes import Cluster, Note
from workshop.records.rounds import Ballot, Option
from workshop.records.words import NoteId, StageId


@pytest.fixture
def stage(room: Room) -> StageId:
    return room.stage("struggles").id


@pytest.fixture
def notes(room: Room, stage: StageId) -> list[NoteId]:
    return [note.id for note in add_notes(room.workshop, stage, ["One", "Two", "Three", "Four"])]


def inside(room: Room) -> list[list[int]]:
    """The numbers of the notes in each cluster, in order."""
    return [
        [note.nr or 0 for note in clusters.notes_in(room.workshop, cluster.id)]
        for cluster in clusters.clusters_of(room.workshop, room.stage("struggles").id)
    ]


def put_on_ballot(room: Room, cluster: Cluster) -> None:
    with room.workshop.step("test.ballot"):
        ballot = room.workshop[Ballot].add(Ballot(key="b", stage=room.stage("which-first").id))
        room.workshop[Option].add(Option(ballot=ballot.id, cluster=cluster.id))


def test_notes_are_gathered_and_named(room: Room, notes: list[NoteId]) -> None:
    before = state(room.workshop)
    first = clusters.make_cluster(room.workshop, notes[:2], " Slow\n")
    assert (first.name, first.key) == ("Slow", "cluster-1")
    second = clusters.make_cluster(room.workshop, notes[1:3])
    assert inside(room) == [[1], [2, 3]]
    clusters.rename_cluster(room.workshop, second.id, "Loud")
    clusters.add_to_cluster(room.workshop, first.id, [notes[3]])
    clusters.take_out(room.workshop, [notes[2]])
    assert inside(room) == [[1, 4], [2]]
    assert [clusters.number_in_list(room.workshop, one.id) for one in (first, second)] == [1, 2]
    for _ in range(5):
        room.history.undo()
    assert state(room.workshop) == before


def test_only_notes_of_one_stage_belong_together(room: Room, notes: list[NoteId]) -> None:
    other = add_note(room.workshop, room.stage("welcome").id, "Elsewhere")
    refused(room, "cluster.no_notes", clusters.make_cluster, [])
    refused(room, "cluster.stages", clusters.make_cluster, [notes[0], other.id])
    made = clusters.make_cluster(room.workshop, notes[:2])
    refused(room, "cluster.stages", clusters.add_to_cluster, made.id, [other.id])
    parking.park(room.workshop, [notes[3]])
    refused(room, "cluster.stages", clusters.make_cluster, [notes[3]])
    with pytest.raises(Invalid):
        clusters.rename_cluster(room.workshop, made.id, "x" * 201)


def test_an_emptied_cluster_stays_only_with_a_name(room: Room, notes: list[NoteId]) -> None:
    clusters.make_cluster(room.workshop, notes[:2], "Kept")
    clusters.make_cluster(room.workshop, notes[2:])
    clusters.make_cluster(room.workshop, notes)
    assert [one.name for one in room.workshop[Cluster]] == ["Kept", ""]
    assert inside(room) == [[], [1, 2, 3, 4]]


def test_ungroup_and_merge(room: Room, notes: list[NoteId]) -> None:
    first = clusters.make_cluster(room.workshop, notes[:1])
    second = clusters.make_cluster(room.workshop, notes[1:], "Loud")
    refused(room, "cluster.itself", clusters.merge_clusters, first.id, first.id)
    merged = clusters.merge_clusters(room.workshop, first.id, second.id)
    assert (merged.name, inside(room)) == ("Loud", [[1, 2, 3, 4]])
    clusters.ungroup(room.workshop, first.id)
    assert inside(room) == []
    assert {note.cluster for note in room.workshop[Note]} == {None}
    room.history.undo()
    room.history.undo()
    assert inside(room) == [[1], [2, 3, 4]]


def test_a_cluster_on_a_ballot_stays(room: Room, notes: list[NoteId]) -> None:
    first = clusters.make_cluster(room.workshop, notes[:2])
    second = clusters.make_cluster(room.workshop, notes[2:])
    put_on_ballot(room, second)
    refused(room, "cluster.on_ballot", clusters.ungroup, second.id)
    refused(room, "cluster.on_ballot", clusters.merge_clusters, first.id, second.id)
    clusters.take_out(room.workshop, notes[2:])
    assert second.id in room.workshop[Cluster]
    clusters.merge_clusters(room.workshop, second.id, first.id)
    assert inside(room) == [[1, 2]]


def test_clusters_have_an_order(room: Room, stage: StageId, notes: list[NoteId]) -> None:
    for note in notes:
        clusters.make_cluster(room.workshop, [note])
    last = clusters.clusters_of(room.workshop, stage)[3].id
    clusters.move_cluster(room.workshop, last, 1)
    assert inside(room) == [[1], [4], [2], [3]]


def test_a_loner_is_in_no_cluster(room: Room, notes: list[NoteId]) -> None:
    made = clusters.make_cluster(room.workshop, notes[:2], "Slow")
    clusters.keep_apart(room.workshop, notes[:1])
    note = room.workshop[Note][notes[0]]
    assert (note.cluster, note.loner) == (None, True)
    clusters.add_to_cluster(room.workshop, made.id, notes[:1])
    assert not room.workshop[Note][notes[0]].loner
    clusters.keep_apart(room.workshop, notes[:1], apart=False)
    assert inside(room) == [[2]]


def test_a_prepared_cluster_stays_empty(room: Room, stage: StageId) -> None:
    made = clusters.make_empty_cluster(room.workshop, stage, "Ordering")
    assert inside(room) == [[]]
    assert made.name == "Ordering"


def test_functions_of_a_cluster_count_merged_notes(room: Room, stage: StageId) -> None:
    product, sales = room.function("product"), room.function("sales")
    ids = [
        add_note(room.workshop, stage, "Text", function=one.id).id
        for one in (sales, product, sales)
    ]
    made = clusters.make_cluster(room.workshop, ids)
    merging.merge_notes(room.workshop, ids[:2])
    assert clusters.functions_of(room.workshop, made.id) == {product: 1, sales: 2}
    assert list(clusters.functions_of(room.workshop, made.id)) == [product, sales]


def test_clusters_lie_on_the_wall(room: Room, notes: list[NoteId]) -> None:
    made = clusters.make_cluster(room.workshop, notes)
    moving.lay_out_clusters(room.workshop, {made.id: (12.5, -3)})
    found = room.workshop[Cluster][made.id]
    assert (found.x, found.y) == (12.5, -3)
    moving.lay_out_clusters(room.workshop, {made.id: None})
    assert room.workshop[Cluster][made.id] == made


def test_merging_keeps_every_original(room: Room, notes: list[NoteId]) -> None:
    made = clusters.make_cluster(room.workshop, notes[2:3], "Slow")
    clusters.make_cluster(room.workshop, notes[:1])
    before = state(room.workshop)
    kept = merging.merge_notes(room.workshop, [notes[0], notes[2]], into=notes[2])
    assert kept.nr == 3
    assert [note.text for note in merging.originals(room.workshop, kept.id)] == ["One"]
    kept = merging.merge_notes(room.workshop, [notes[3], notes[2], notes[1], notes[1]])
    assert kept.nr == 2
    inner = merging.originals(room.workshop, kept.id)
    assert [note.nr for note in inner] == [1, 3, 4]
    assert {note.cluster for note in inner} == {None}
    assert [one.id for one in room.workshop[Cluster]] == [made.id]
    merging.unmerge(room.workshop, [notes[2]])
    assert [note.nr for note in merging.originals(room.workshop, notes[1])] == [4]
    assert [note.nr for note in merging.originals(room.workshop, notes[2])] == [1]
    for _ in range(3):
        room.history.undo()
    assert state(room.workshop) == before


def test_what_cannot_be_merged(room: Room, notes: list[NoteId]) -> None:
    other = add_note(room.workshop, room.stage("welcome").id, "Elsewhere")
    refused(room, "merge.too_few", merging.merge_notes, [notes[0], notes[0]])
    refused(room, "merge.stages", merging.merge_notes, [notes[0], other.id])
    refused(room, "merge.not_among", merging.merge_notes, notes[:2], into=notes[3])
    merging.merge_notes(room.workshop, notes[:2])
    refused(room, "note.merged", merging.merge_notes, notes[1:3])
    refused(room, "note.merged", clusters.make_cluster, notes[1:3])
    refused(room, "note.merged", moving.move_notes, notes[1:3], cluster=None)
    refused(room, "note.merged", parking.park, notes[1:3])
    refused(room, "note.merged", clusters.take_out, notes[1:3])
    refused(room, "note.not_merged", merging.unmerge, notes[:1])
