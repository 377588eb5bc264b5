"""Moving notes: to another lane, function, cluster, phase or stage, and to a place among others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict, Unpack

from workshop.boards import attribution_of, board_of, lane_of, lay_board
from workshop.changes import FACILITATOR
from workshop.errors import Refused
from workshop.notes import (
    check_place,
    drop_empty_clusters,
    family,
    in_order,
    position,
    rewrite,
    told,
)
from workshop.places import arrange
from workshop.records.agenda import Lane, Stage
from workshop.records.notes import Cluster, Note
from workshop.records.people import Function
from workshop.records.promises import ParkedPoint
from workshop.records.words import ClusterId, FunctionId, LaneId, NoteId, PhaseId, StageId
from workshop.state import NUMBERS, Workshop

ANONYMOUS: dict[str, Any] = {"author": None, "entered_by": None, "entered_by_facilitator": False}


class To(TypedDict, total=False):
    """Where notes go; what is not named stays as it is, as far as the new stage has it."""

    stage: StageId
    lane: LaneId | None
    function: FunctionId | None
    phase: PhaseId | None
    cluster: ClusterId | None


def move_notes(
    workshop: Workshop,
    notes: Sequence[NoteId],
    *,
    at: int | None = None,
    actor: str = FACILITATOR,
    **to: Unpack[To],
) -> None:
    """Moves notes with everything merged into them, `at` a place of their new lane or cluster,
    counted without them (0 is the first); without it they lie by their numbers there.

    In another stage a note keeps its lane if there is one of that key, and loses cluster, phase
    and place on the wall. A stage that keeps no names makes it grey; one that shows names does not
    show those of notes that were written where only functions are. Raises `Refused`
    (`note.merged`, `note.lane_elsewhere`, `note.cluster_elsewhere`, `note.no_attribution`).
    """
    found = [workshop[Note][note] for note in notes]
    planned = {note.id: _fields(workshop, note, to) for note in found}
    clusters = {note.cluster for note in found}
    with workshop.step("note.move", actor=actor, **told(found)):
        for note in found:
            if "stage" in planned[note.id]:
                lay_board(workshop, planned[note.id]["stage"])
            _move(workshop, note, planned[note.id])
        if at is not None:
            _line_up(workshop, notes, at, in_cluster=bool(to.get("cluster")))
        drop_empty_clusters(workshop, clusters - {to.get("cluster")})


def _fields(workshop: Workshop, note: Note, to: To) -> dict[str, Any]:
    """What changes of a note; all checks are made here."""
    if note.merged_into is not None:
        raise Refused("note.merged", nr=note.nr)
    stage = to.get("stage", note.stage)
    if stage is not None:
        workshop[Stage][stage]
    fields: dict[str, Any] = {name: held for name, held in to.items() if name != "stage"}
    if stage != note.stage:
        fields = {**_left_behind(workshop, note, stage), **fields, "stage": stage}
    lane, phase = fields.get("lane", note.lane), fields.get("phase", note.phase)
    check_place(workshop, stage, lane, phase)
    _check_cluster(workshop, stage, fields)
    _check_function(workshop, stage, to)
    if (lane, phase) != (note.lane, note.phase) or "function" in fields or "stage" in fields:
        fields["place"] = None
    return fields


def _left_behind(workshop: Workshop, note: Note, stage: StageId | None) -> dict[str, Any]:
    """What a note loses on its way to another stage."""
    fields: dict[str, Any] = {"cluster": None, "loner": False, "phase": None, "x": None, "y": None}
    old = workshop[Lane].get(note.lane)
    same = (lane for lane in workshop[Lane].where("stage", stage) if old and lane.key == old.key)
    fields["lane"] = next((lane.id for lane in same), None) if stage is not None else None
    before, after = attribution_of(workshop, note.stage), attribution_of(workshop, stage)
    if after == "none":
        fields.update(ANONYMOUS, function=None)
    elif after == "person" and before != "person":
        fields.update(ANONYMOUS)
    return fields


def _check_cluster(workshop: Workshop, stage: StageId | None, fields: dict[str, Any]) -> None:
    cluster = fields.get("cluster")
    if cluster is not None and workshop[Cluster][cluster].stage != stage:
        raise Refused("note.cluster_elsewhere")
    if "cluster" in fields:
        fields["loner"] = False


def _check_function(workshop: Workshop, stage: StageId | None, to: To) -> None:
    function = to.get("function")
    if function is not None:
        workshop[Function][function]
        if attribution_of(workshop, stage) == "none":
            raise Refused("note.no_attribution")


def _move(workshop: Workshop, root: Note, fields: dict[str, Any]) -> None:
    """Changes a note and what is merged into it; inside, each keeps the function it had."""
    inner = {name: held for name, held in fields.items() if name not in ("function", "place")}
    if attribution_of(workshop, fields.get("stage", root.stage)) == "none":
        inner["function"] = None
    for note in family(workshop, root.id):
        rewrite(workshop, note, **(fields if note.id == root.id else inner))
        if root.stage is None and fields.get("stage") is not None:
            for parked in workshop[ParkedPoint].where("note", note.id):
                workshop[ParkedPoint].remove(parked.id)


def _line_up(workshop: Workshop, notes: Sequence[NoteId], at: int, *, in_cluster: bool) -> None:
    """Gives notes their places among the others where they lie now."""
    end = workshop.sequence.get(NUMBERS, 0) + 1.0
    waiting = list(notes)
    while waiting:
        beside = in_order(_beside(workshop, workshop[Note][waiting[0]], in_cluster))
        there = [note.id for note in beside]
        together = [note for note in waiting if note in there]
        waiting = [note for note in waiting if note not in there]
        order = [note for note in there if note not in together]
        order[max(0, at) : max(0, at)] = together
        arrange(workshop[Note], "place", order, together, end=end, position=position)


def _beside(workshop: Workshop, note: Note, in_cluster: bool) -> list[Note]:
    """The notes of the same cluster, or of the same lane and phase."""
    if in_cluster:
        return _whole(workshop[Note].where("cluster", note.cluster))
    notes = _whole(workshop[Note].where("stage", note.stage))
    board = None if note.stage is None else board_of(workshop, note.stage)
    if board is None:
        return [one for one in notes if (one.lane, one.phase) == (note.lane, note.phase)]
    lane = lane_of(workshop, board, note)
    return [
        one for one in notes if one.phase == note.phase and lane_of(workshop, board, one) == lane
    ]


def _whole(notes: Sequence[Note]) -> list[Note]:
    return [note for note in notes if note.nr is not None and note.merged_into is None]


def lay_out(
    workshop: Workshop,
    spots: Mapping[NoteId, tuple[float, float] | None],
    *,
    actor: str = FACILITATOR,
) -> None:
    """Puts notes at spots of the wall, in board units, or takes them off it (None). Raises
    `Invalid`."""
    found = [workshop[Note][note] for note in spots]
    with workshop.step("note.lay_out", actor=actor, **told(found)):
        for note in found:
            x, y = spots[note.id] or (None, None)
            rewrite(workshop, note, x=x, y=y)


def lay_out_clusters(
    workshop: Workshop,
    spots: Mapping[ClusterId, tuple[float, float] | None],
    *,
    actor: str = FACILITATOR,
) -> None:
    """Puts clusters at spots of the wall, or takes them off it (None). Raises `Invalid`."""
    with workshop.step("cluster.lay_out", actor=actor, count=len(spots)):
        for cluster, spot in spots.items():
            x, y = spot or (None, None)
            workshop[Cluster].replace(cluster, x=x, y=y)
