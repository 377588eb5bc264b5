"""Removing a record: what goes with it, what is cleared, what stands in the way."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import make
from workshop.errors import Refused
from workshop.records.agenda import Board, Lane, Stage
from workshop.records.journey import Journey, Phase
from workshop.records.notes import Cluster, Note
from workshop.records.people import Function, Participant
from workshop.setups import settings_types
from workshop.state import Workshop


@pytest.fixture
def workshop() -> Workshop:
    """A function with a person, and a board stage with a note."""
    workshop = Workshop()
    with workshop.step("test.begin"):
        function = workshop[Function].add(
            Function(key="p", name="P", letter="P", shape="circle", colour="#1151D6")
        )
        workshop[Participant].add(Participant(key="ada", name="Ada", function=function.id))
        stage = workshop[Stage].add(
            Stage(key="board", kind="board", title="Board", setup=settings_types()["board"]())
        )
        workshop[Note].add(Note(nr=1, stage=stage.id, text="the first"))
    return workshop


def rows(workshop: Workshop) -> dict[str, list[Any]]:
    return {table.info.name: list(table) for table in workshop.tables()}


def test_removing_a_record_takes_what_it_owns_and_clears_what_only_names_it(
    workshop: Workshop,
) -> None:
    with workshop.step("test"):
        workshop[Cluster].add(Cluster(key="s1", stage=workshop[Stage][1].id))
        lane = workshop[Lane].add(Lane(key="raw", stage=workshop[Stage][1].id))
        workshop[Note].replace(1, lane=lane.id, stage=None)
        workshop[Board].add(Board(stage=workshop[Stage][1].id))
    with workshop.step("test.remove"):
        workshop.remove_tree("stage", 1)
    assert (len(workshop[Stage]), len(workshop[Board]), len(workshop[Cluster])) == (0, 0, 0)
    assert workshop[Note][1].lane is None


def test_removing_what_something_must_have_is_refused(workshop: Workshop) -> None:
    before = rows(workshop)
    with pytest.raises(Refused) as caught, workshop.step("test"):
        workshop.remove_tree("function", 1)
    assert caught.value.key == "record.needed"
    assert caught.value.facts == {"record": "function", "by": "participant", "id": 1}
    assert rows(workshop) == before


def test_a_reference_that_another_field_needs_is_not_cleared(workshop: Workshop) -> None:
    with workshop.step("test"):
        proposal = make(workshop, "proposal")
    assert proposal.parked_owner == 1
    with pytest.raises(Refused) as caught, workshop.step("test"):
        workshop.remove_tree("participant", 1)
    assert caught.value.key == "record.needed"


def test_entries_of_cells_go_with_their_phase_or_lane(workshop: Workshop) -> None:
    stage = workshop[Stage][1].id
    with workshop.step("test"):
        journey = workshop[Journey].add(Journey(stage=stage))
        for key in ("hear", "buy"):
            workshop[Phase].add(Phase(journey=journey.id, key=key, name=key))
        lane = workshop[Lane].add(Lane(stage=stage, key="doing", on_map=1))
        for phase in tuple(workshop[Phase]):
            workshop[Note].add(Note(stage=stage, lane=lane.id, phase=phase.id, text=phase.key))
        workshop[Note].replace(1, phase=workshop[Phase][1].id)
    with workshop.step("test.remove"):
        workshop.remove_tree("phase", 1)
    assert [note.text for note in workshop[Note]] == ["the first", "buy"]
    assert workshop[Note][1].phase is None
    with workshop.step("test.remove"):
        workshop.remove_tree("lane", lane.id)
    assert [note.text for note in workshop[Note]] == ["the first"]
