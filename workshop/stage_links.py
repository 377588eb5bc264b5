"""What the rest of a workshop holds of a stage: its name in settings, its notes on ballots."""

from __future__ import annotations

import dataclasses
from typing import Any

from workshop.columns import Setup, Value, columns
from workshop.fields import StageKeys
from workshop.records.agenda import Stage
from workshop.records.journey import Journey, Opportunity, Phase
from workshop.records.notes import Cluster, Note
from workshop.records.rounds import Ballot, Option
from workshop.records.words import StageId
from workshop.state import Workshop


def forget_stage(workshop: Workshop, key: str) -> None:
    """Takes a stage out of the settings of all stages. Belongs inside a step."""
    for stage in tuple(workshop[Stage]):
        fields = _without_stages(stage, {key})
        if fields:
            workshop[Stage].replace(stage.id, **fields)


def without_stages(value: Any, keys: set[str]) -> Any:
    """A stage or settings that name none of these stages, otherwise the same."""
    return dataclasses.replace(value, **_without_stages(value, keys))


def _without_stages(value: Any, keys: set[str]) -> dict[str, Any]:
    changed: dict[str, Any] = {}
    for column in columns(type(value)):
        held = getattr(value, column.name)
        if isinstance(column.kind, StageKeys):
            changed[column.name] = tuple(key for key in held if key not in keys)
        elif held is not None and isinstance(column.kind, Value) and column.kind.many:
            changed[column.name] = tuple(without_stages(item, keys) for item in held)
        elif held is not None and isinstance(column.kind, Value | Setup):
            changed[column.name] = without_stages(held, keys)
    return changed


def voted_on_in(workshop: Workshop, stage: StageId) -> StageId | None:
    """Another stage with a ballot on notes, clusters or opportunities of this one."""
    for option in workshop[Option]:
        held_in = workshop[Ballot][option.ballot].stage
        if held_in != stage and _source(workshop, option) == stage:
            return held_in
    return None


def _source(workshop: Workshop, option: Option) -> StageId | None:
    """The stage that an option comes from; None if it was typed or parked."""
    if option.note is not None:
        return workshop[Note][option.note].stage
    if option.cluster is not None:
        return workshop[Cluster][option.cluster].stage
    if option.opportunity is not None:
        phase = workshop[Opportunity][option.opportunity].phase
        return workshop[Journey][workshop[Phase][phase].journey].stage
    return None
