"""The agenda: in full, or as changes to the template that it is made from."""

from __future__ import annotations

from typing import Any

import pytest

from tests.canonical import differences
from tests.workshop.interchange.documents import read, small
from workshop.errors import DataProblem
from workshop.interchange import templates
from workshop.interchange.reader import read_workshop
from workshop.interchange.writer import as_data, write_workshop
from workshop.records.agenda import Board, Lane, Stage, Step
from workshop.records.details import Details
from workshop.records.journey import Journey
from workshop.setups import settings_types
from workshop.state import Workshop

TEMPLATE = "vision-half-day"


@pytest.fixture
def workshop() -> Workshop:
    """A new workshop made from a template."""
    return templates.new_workshop(TEMPLATE, title="Our cause")


def stage(workshop: Workshop, key: str) -> Stage:
    return next(row for row in workshop[Stage] if row.key == key)


def again(workshop: Workshop) -> dict[str, Any]:
    """What is written; it reads back as the same."""
    text = write_workshop(workshop)
    assert differences(workshop, read_workshop(text, "again.yaml")) == []
    return as_data(workshop)


def test_one_stage_changed_is_the_one_in_changes(workshop: Workshop) -> None:
    with workshop.step("test"):
        workshop[Stage].replace(
            stage(workshop, "vision").id, minutes=45, prompt="Where to?", pinned_at="11:00"
        )
    assert again(workshop)["agenda"] == {
        "template": TEMPLATE,
        "changes": [
            {"stage": "vision", "minutes": 45, "prompt": "Where to?", "pinned_at": "11:00"}
        ],
    }


def test_what_the_template_has_and_the_stage_has_no_more_is_null(workshop: Workshop) -> None:
    vision = stage(workshop, "vision")
    with workshop.step("test"):
        workshop[Stage].replace(vision.id, prompt="", steps=(), run=(), watch=(), say="")
        for name in ("board", "lane", "stage_input", "stage_output"):
            for row in workshop.table(name).where("stage", vision.id):
                workshop.remove_tree(name, row.id)
    (change,) = again(workshop)["agenda"]["changes"]
    assert {name for name, held in change.items() if held is None} == {
        "prompt", "steps", "facilitator_notes", "board", "inputs", "outputs"
    }  # fmt: skip


def test_a_null_in_changes_takes_away_what_the_template_says() -> None:
    data = small()
    data["agenda"] = {
        "template": TEMPLATE,
        "changes": [{"stage": "struggles", "prompt": None, "board": None, "minutes": None}],
    }
    for section in set(data) - {"schema", "workshop", "agenda", "functions", "participants"}:
        del data[section]
    workshop = read(data)
    changed = stage(workshop, "struggles")
    assert (changed.prompt, changed.minutes, changed.title) == (
        "",
        10,
        "Where our customers struggle",
    )
    assert workshop[Board].where("stage", changed.id) == []


@pytest.mark.parametrize("how", ["added", "removed", "reordered", "renamed"])
def test_an_agenda_with_other_stages_is_written_in_full(workshop: Workshop, how: str) -> None:
    first, second = list(workshop[Stage])[:2]
    with workshop.step("test"):
        if how == "added":
            setup = settings_types()["break"]()
            workshop[Stage].add(
                Stage(key="pause", kind="break", title="Pause", setup=setup, place=1.5)
            )
        elif how == "removed":
            workshop.remove_tree("stage", first.id)
        elif how == "reordered":
            workshop[Stage].replace(first.id, place=second.place + 0.5)
        else:
            workshop[Stage].replace(first.id, key="welcome")
    written = again(workshop)
    keys = [row["id"] for row in written["agenda"]]
    place = {row.key: (row.place, row.id) for row in workshop[Stage]}
    assert keys == sorted(place, key=lambda key: place[key])
    assert (
        keys[:2]
        == {
            "added": [first.key, "pause"],
            "removed": [second.key, keys[1]],
            "reordered": [second.key, first.key],
            "renamed": ["welcome", second.key],
        }[how]
    )
    assert written["workshop"]["purpose"]
    assert written["workshop"]["template"] == TEMPLATE


def test_the_plan_is_written_where_it_differs_from_the_template(workshop: Workshop) -> None:
    with workshop.step("test"):
        workshop[Details].replace(1, purpose="Something else", results=(), room=None)
    written = again(workshop)["workshop"]
    assert (written["purpose"], written["results"], written["room"]) == ("Something else", [], None)
    assert "materials" not in written


def test_the_order_of_catching_up_is_written_where_it_differs(workshop: Workshop) -> None:
    with workshop.step("test"):
        workshop[Stage].replace(stage(workshop, "opening").id, never_skip=True)
    with_one_more = again(workshop)
    assert "opening" in with_one_more["catch_up"]["never_skip"]
    with workshop.step("test"):
        for row in workshop[Stage]:
            workshop[Stage].replace(row.id, never_skip=False, catch_up=None, short_minutes=None)
    without = again(workshop)
    assert without["catch_up"] is None


def test_the_short_version_says_how_long_it_is() -> None:
    data = small()
    data["short_version"] = {"total_min": 999, "changes": [{"stage": "struggles", "to": 12}]}
    workshop = read(data)
    assert stage(workshop, "struggles").short_minutes == 12
    assert again(workshop)["short_version"] == {
        "total_min": sum(row.minutes for row in workshop[Stage]) - 8,
        "changes": [{"stage": "struggles", "to": 12}],
    }


def test_steps_and_settings_come_back_field_by_field(workshop: Workshop) -> None:
    with workshop.step("test"):
        workshop[Stage].replace(
            stage(workshop, "vision").id, steps=(Step(minutes=3, do="Think", bell=True),)
        )
    (change,) = again(workshop)["agenda"]["changes"]
    assert change["steps"] == [{"minutes": 3, "do": "Think", "bell": True}]


LANES: list[tuple[dict[str, dict[str, float]], bool, bool, dict[str, Any]]] = [
    ({"a": {"on_board": 1}, "b": {"on_board": 2}}, True, False, {"board": ["a", "b"]}),
    ({"a": {"on_board": 2}, "b": {"on_board": 1}}, True, False, {"board": ["b", "a"]}),
    ({"a": {"on_map": 2}, "b": {"on_map": 1}}, False, True, {"map": ["b", "a"]}),
    ({"a": {"on_board": 1, "on_map": 1}}, True, True, {"board": ["a"], "map": ["a"]}),
    ({"a": {"on_board": 1, "on_map": 5}}, True, False, {"board": [{"id": "a", "on_map": 5}]}),
    ({"a": {"on_board": 3, "on_map": 1}}, False, True,
     {"lanes": [{"id": "a", "on_board": 3}], "map": ["a"]}),
    ({"a": {"on_board": 3, "on_map": 1}}, False, False,
     {"lanes": [{"id": "a", "on_board": 3, "on_map": 1}]}),
    ({"a": {}}, True, True, {"board": [], "lanes": [{"id": "a"}]}),
]  # fmt: skip
"""Lanes with their places; whether the board lists them; whether there is a map; where each is
written."""


@pytest.mark.parametrize(("lanes", "listed", "mapped", "written"), LANES)
def test_a_lane_is_written_where_all_is_said_of_it(
    lanes: dict[str, dict[str, float]], listed: bool, mapped: bool, written: dict[str, Any]
) -> None:
    workshop = Workshop()
    with workshop.step("test"):
        workshop[Details].add(Details(key="a", title="A"))
        setup = settings_types()["journey_map"]()
        map = workshop[Stage].add(Stage(key="map", kind="journey_map", title="Map", setup=setup))
        if listed:
            workshop[Board].add(Board(stage=map.id, by_function=False))
        if mapped:
            workshop[Journey].add(Journey(stage=map.id))
        for key, places in lanes.items():
            workshop[Lane].add(Lane(stage=map.id, key=key, **places))  # type: ignore[arg-type]
    data = again(workshop)
    (found,) = data["agenda"]
    assert found.get("board", {}).get("lanes") == written.get("board")
    assert found.get("lanes") == written.get("lanes")
    assert data.get("journey", {}).get("lanes") == written.get("map")


def test_a_lane_with_a_name_says_it_once() -> None:
    data = small()
    data["agenda"][2]["board"] = {"lanes": [{"id": "doing", "name": "What she does"}]}
    workshop = read(data)
    assert [row.name for row in workshop[Lane] if row.key == "doing"] == ["What she does"]
    written = again(workshop)
    assert written["agenda"][2]["board"]["lanes"] == [{"id": "doing", "name": "What she does"}]
    assert written["journey"]["lanes"] == ["doing", "opportunities", "owner"]


@pytest.mark.parametrize(
    ("agenda", "path"),
    [
        ({"template": "retreat"}, "agenda.template"),
        ({}, "agenda"),
        ({"template": TEMPLATE, "changes": [{"stage": "lunch"}]}, "agenda.changes[1].stage"),
        ({"template": TEMPLATE, "changes": [{"stage": "vision"}] * 2}, "agenda.changes[2].stage"),
        (
            {"template": TEMPLATE, "changes": [{"stage": "vision", "colour": 1}]},
            "agenda.changes[1].colour",
        ),
        ({"template": TEMPLATE, "more": 1}, "agenda.more"),
        ({"template": TEMPLATE, "changes": {"vision": 1}}, "agenda.changes"),
        ("vision-half-day", "agenda"),
    ],
)
def test_a_variation_that_cannot_be_is_refused(agenda: Any, path: str) -> None:
    with pytest.raises(DataProblem) as caught:
        read(
            {
                "schema": "coxswain/workshop@1",
                "workshop": {"id": "a", "title": "A"},
                "agenda": agenda,
            }
        )
    assert caught.value.facts["path"] == path
