"""Names that could mean several records: written so that they read back to the same one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import make
from tests.canonical import differences
from tests.workshop.interchange.documents import read, small
from workshop.errors import DataProblem
from workshop.interchange.reader import read_workshop
from workshop.interchange.writer import as_data, write_workshop
from workshop.records.agenda import Board, Lane, RevealedLane, Stage
from workshop.records.details import Details, Incentive
from workshop.records.journey import Journey, Moment, Opportunity, Phase
from workshop.records.notes import Cluster, Link, Note
from workshop.records.people import Participant
from workshop.records.promises import (
    Action,
    Champion,
    Guardrails,
    Milestone,
    ParkedPoint,
    Roadblock,
)
from workshop.records.rounds import Option
from workshop.setups import settings_types
from workshop.state import Workshop


@pytest.fixture
def workshop() -> Workshop:
    """Two stages, and things of every kind that are all called the same."""
    workshop = Workshop()
    with workshop.step("test.begin"):
        workshop[Details].add(Details(key="same", title="Same", facilitator_key="same"))
        for key in ("same", "other"):
            setup = settings_types()["journey_map"]()
            stage = workshop[Stage].add(Stage(key=key, kind="journey_map", title=key, setup=setup))
            journey = workshop[Journey].add(Journey(stage=stage.id))
            workshop[Phase].add(Phase(journey=journey.id, key="same", name="Same"))
            workshop[Lane].add(Lane(stage=stage.id, key="same"))
            make(workshop, "alignment_check", stage=stage.id)
        stage = workshop[Stage][1]
        phase = workshop[Phase][1]
        for table in ("function", "persona", "proposal", "metric", "action", "group"):
            make(
                workshop, table, key="same", **({"stage": stage.id} if table == "proposal" else {})
            )
        function = workshop.table("function")[1].id
        workshop[Participant].add(Participant(key="same", name="Same", function=function))
        workshop[Cluster].add(Cluster(key="same", stage=stage.id))
        workshop[Opportunity].add(Opportunity(key="same", phase=phase.id, text="Same"))
        workshop[Moment].add(Moment(key="same", phase=phase.id, text="Same"))
        workshop[Note].add(Note(nr=1, text="a note"))
    return workshop


def again(workshop: Workshop) -> dict[str, Any]:
    """What is written; it reads back as the same."""
    text = write_workshop(workshop)
    assert differences(workshop, read_workshop(text, "again.yaml")) == []
    return as_data(workshop)


SOURCES = [
    ("from_stage", "same"), ("from_proposal", {"proposal": "same"}),
    ("from_cluster", {"cluster": "same"}), ("from_opportunity", {"opportunity": "same"}),
    ("from_persona", {"persona": "same"}), ("from_note", 1),
]  # fmt: skip


@pytest.mark.parametrize(("column", "written"), SOURCES)
@pytest.mark.parametrize("then", ["", "as it was"])
def test_where_a_note_was_taken_from(
    workshop: Workshop, column: str, written: Any, then: str
) -> None:
    with workshop.step("test"):
        note = workshop[Note].add(Note(nr=2, text="taken"))
        workshop[Link].add(Link(note=note.id, then=then, **{column: 1}))  # type: ignore[arg-type]
    found = again(workshop)["notes"][1]["from"]
    if then:
        kind = column.removeprefix("from_")
        assert found == {kind: 1 if kind == "note" else "same", "then": then}
    else:
        assert found == written


@pytest.mark.parametrize("word", ["parking_lot", "previous_brief"])
def test_a_persona_may_be_called_like_a_place(workshop: Workshop, word: str) -> None:
    with workshop.step("test"):
        persona = make(workshop, "persona", key=word)
        note = workshop[Note].add(Note(nr=2, text="taken"))
        workshop[Link].add(Link(note=note.id, from_persona=persona.id))
        place = workshop[Note].add(Note(nr=3, text="taken too"))
        workshop[Link].add(Link(note=place.id, **{_place(word): True}))  # type: ignore[arg-type]
    notes = again(workshop)["notes"]
    assert [notes[1]["from"], notes[2]["from"]] == [{"persona": word}, word]


def _place(word: str) -> str:
    return {"parking_lot": "from_parking_lot", "previous_brief": "from_earlier"}[word]


def test_what_is_voted_on(workshop: Workshop) -> None:
    with workshop.step("test"):
        ballot = make(workshop, "ballot", run_off_of=None)
        for what in ("cluster", "opportunity", "note"):
            workshop[Option].add(Option(ballot=ballot.id, **{what: 1}))  # type: ignore[arg-type]
        workshop[Option].add(Option(ballot=ballot.id, text="same"))
        workshop[Option].replace(2, picked=1)
    (found,) = again(workshop)["ballots"]
    assert found["items"] == ["same", {"opportunity": "same"}, 1, {"text": "same"}]
    assert found["picked"] == "#2"


def test_phases_of_two_journeys_with_the_same_key(workshop: Workshop) -> None:
    with workshop.step("test"):
        for number in (1, 2):
            phase = workshop[Phase][number].id
            workshop[Cluster].add(
                Cluster(key=f"c{number}", stage=workshop[Stage][1].id, phase=phase)
            )
            workshop[Note].add(Note(nr=number + 5, text="pinned", phase=phase))
    found = again(workshop)
    assert [row.get("phase") for row in found["clusters"][1:]] == ["same", "other.same"]
    assert [row.get("phase") for row in found["notes"][1:]] == ["same.same", "other.same"]


def test_lanes_of_two_stages_and_a_function_with_the_same_key(workshop: Workshop) -> None:
    first, second = workshop[Lane][1].id, workshop[Lane][2].id
    with workshop.step("test"):
        board = workshop[Board].add(Board(stage=workshop[Stage][1].id))
        for lane, function in ((first, None), (second, None), (None, 1)):
            workshop[RevealedLane].add(
                RevealedLane(board=board.id, lane=lane, function=function)  # type: ignore[arg-type]
            )
        for number, lane in ((6, first), (7, second)):
            workshop[Note].add(Note(nr=number, stage=board.stage, lane=lane, text="in a lane"))
    found = again(workshop)
    board_data = found["agenda"][0]["board"]
    assert board_data["revealed_lanes"] == [{"lane": "same"}, "other.same", "same"]
    assert [row["lane"] for row in found["notes"][1:]] == ["same", "other.same"]


def test_areas_of_the_journey_and_what_milestones_serve(workshop: Workshop) -> None:
    same = next(row.id for row in workshop[Moment] if row.key == "same")
    with workshop.step("test"):
        held = workshop[Guardrails].add(Guardrails(stage=workshop[Stage][1].id))
        for phase, moment in ((1, None), (2, None), (None, same)):
            workshop[Champion].add(
                Champion(guardrails=held.id, phase=phase, moment=moment)  # type: ignore[arg-type]
            )
        workshop[Milestone].add(Milestone(key="a", title="A", metric=1))  # type: ignore[arg-type]
        workshop[Milestone].add(Milestone(key="b", title="B", moment=same))
    found = again(workshop)
    areas = [champion["area"] for champion in found["guardrails"]["champions"]]
    assert areas == ["same", "other.same", {"moment": "same"}]
    assert [row["serves"] for row in found["milestones"][-2:]] == ["same", {"moment": "same"}]


def test_the_home_of_a_parked_point(workshop: Workshop) -> None:
    with workshop.step("test"):
        for number, home in ((6, {"proposal": 1}), (7, {"action": 1})):
            note = workshop[Note].add(Note(nr=number, text="parked"))
            outcome = next(iter(home))
            workshop[ParkedPoint].add(ParkedPoint(note=note.id, outcome=outcome, **home))  # type: ignore[arg-type]
    assert workshop[Action][1].key == "same"
    homes = [row["ref"] for row in again(workshop)["parking_lot"]]
    assert homes == ["same", {"action": "same"}]


def test_roadblocks_go_by_their_place_in_the_file(workshop: Workshop) -> None:
    """Not by the order in which they were written down, which may go to and fro between stages."""
    with workshop.step("test"):
        first, second = (
            workshop[Guardrails].add(Guardrails(stage=row.id)) for row in workshop[Stage]
        )
        for held in (second, first, second):
            workshop[Roadblock].add(Roadblock(guardrails=held.id, what=f"Of {held.stage}"))
        for roadblock in (1, 2, 3):
            workshop[Incentive].add(Incentive(finding="A quota", roadblock=roadblock))  # type: ignore[arg-type]
    found = again(workshop)["incentives"]
    assert [row["handled_in"]["roadblock"] for row in found] == [2, 1, 3]


def test_a_participant_may_have_the_key_of_the_facilitator(workshop: Workshop) -> None:
    with workshop.step("test"):
        person = next(row for row in workshop[Participant] if row.key == "same")
        workshop[Note].add(Note(nr=6, text="by hand", entered_by=person.id))
        workshop[Note].add(Note(nr=7, text="by the facilitator", entered_by_facilitator=True))
    found = [row["entered_by"] for row in again(workshop)["notes"][1:]]
    assert found == ["same", "facilitator"]


@pytest.mark.parametrize(
    ("change", "meant"),
    [
        ({"area": "hear"}, None),
        ({"area": "map.hear"}, "map"),
        ({"area": {"phase": "map-2.hear"}}, "map-2"),
        ({"area": "map-3.hear"}, None),
    ],
)
def test_a_name_that_could_mean_two_is_refused_with_the_names_that_do_not(
    change: dict[str, Any], meant: str | None
) -> None:
    data = small()
    data["agenda"].append({"id": "map-2", "kind": "journey_map", "title": "Another map"})
    again = {"stage": "map-2", "phases": [{"id": "hear", "name": "Hear again"}]}
    data["journey"] = [data["journey"], again]
    data["guardrails"]["champions"][0].update(change)
    if meant is None:
        with pytest.raises(DataProblem) as caught:
            read(data)
        assert "map.hear, buy, map-2.hear" in caught.value.facts["allowed"]  # type: ignore[operator]
    else:
        (champion,) = read(data)[Champion]
        assert champion.phase == (1 if meant == "map" else 3)
