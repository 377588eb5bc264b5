"""Stages made from stages: a second one like it, or one out of a template."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from workshop.agenda import insert, number_of, stages
from workshop.changes import FACILITATOR
from workshop.integrity import PREVIOUS_BRIEF, stage_keys
from workshop.records.agenda import Board, Lane, Stage, StageFeed, StageInput, StageOutput
from workshop.records.words import NEW, StageId
from workshop.stage_links import without_stages
from workshop.state import Workshop


def duplicate_stage(workshop: Workshop, stage: StageId, *, actor: str = FACILITATOR) -> Stage:
    """The same stage once more, right behind itself: its plan, not its notes, pin or clock."""
    number = number_of(workshop, stage)
    with workshop.step("stage.duplicate", actor=actor, stage=number):
        return copy_stage(workshop, workshop, stage, index=number, actor=actor)


def copy_stage(
    workshop: Workshop,
    source: Workshop,
    stage: StageId,
    *,
    index: int | None = None,
    actor: str = FACILITATOR,
) -> Stage:
    """Takes the plan of a stage of `source`, such as a template, into the agenda, last or at
    `index`. What it says of stages that are not here is left out. Raises `Refused`."""
    original = source[Stage][stage]
    known = {one.key for one in stages(workshop)} | {PREVIOUS_BRIEF}
    unknown = set(stage_keys(original)) - known if source is not workshop else set()
    plan = dataclasses.replace(
        without_stages(original, unknown),
        pinned_at=None,
        catch_up=None,
        shortened_to=None,
        skipped=False,
    )
    with workshop.step("stage.copy", actor=actor):
        copy = insert(workshop, plan, index)
        _copy_board(workshop, source, stage, copy.id)
        _copy_flow(workshop, source, stage, copy.id)
    return copy


def _copy_board(workshop: Workshop, source: Workshop, stage: StageId, copy: StageId) -> None:
    for board in source[Board].where("stage", stage):
        fresh = dataclasses.replace(board, id=NEW, stage=copy, state="open", silent_since=None)
        workshop[Board].add(fresh)
    for lane in source[Lane].where("stage", stage):
        workshop[Lane].add(dataclasses.replace(lane, id=NEW, stage=copy))


def _copy_flow(workshop: Workshop, source: Workshop, stage: StageId, copy: StageId) -> None:
    """What goes in and out: all of it within one workshop, else without the other stages."""
    same = source is workshop
    for taken in _rows(source[StageInput].where("stage", stage), same):
        workshop[StageInput].add(dataclasses.replace(taken, id=NEW, stage=copy))
    for given in source[StageOutput].where("stage", stage):
        output = workshop[StageOutput].add(dataclasses.replace(given, id=NEW, stage=copy))
        for feed in source[StageFeed].where("output", given.id) if same else ():
            workshop[StageFeed].add(dataclasses.replace(feed, id=NEW, output=output.id))


def _rows(inputs: Sequence[StageInput], same: bool) -> list[StageInput]:
    return [taken for taken in inputs if same or taken.source is None]
