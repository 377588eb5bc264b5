"""The six templates: each loads, a workshop made from one has what it says, and comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.canonical import differences
from workshop.columns import columns
from workshop.errors import Refused
from workshop.fields import Plain
from workshop.interchange import templates
from workshop.interchange.mapping import Writing
from workshop.interchange.reader import read_workshop
from workshop.interchange.writer import as_data, write_workshop
from workshop.records.agenda import Board, Stage, StageFeed, StageInput, StageOutput
from workshop.records.details import Details
from workshop.state import Workshop

FILES = sorted(templates.folder().glob("*.yaml"))
IDS = [template.id for template in templates.builtin()]
PLAN = ("purpose", "results", "people", "room", "preparation", "materials",
        "reads_from_previous_brief", "writes_to_brief")  # fmt: skip


def load(file: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return data


def leaves(data: Plain, path: str = "") -> dict[str, Plain]:
    """Every value in data by its path; what is null or empty has none."""
    if isinstance(data, dict):
        return {at: leaf for name, held in data.items()
                for at, leaf in leaves(held, f"{path}.{name}").items()}  # fmt: skip
    if isinstance(data, list):
        return {at: leaf for number, held in enumerate(data)
                for at, leaf in leaves(held, f"{path}[{number}]").items()}  # fmt: skip
    return {} if data is None else {path: data}


def test_there_are_six() -> None:
    assert IDS == [
        "vision-half-day", "vision-sprint-day", "customer-journey-mapping", "alignment-check-up",
        "metrics-and-milestones", "quarterly-revisit",
    ]  # fmt: skip
    assert [template.minutes for template in templates.builtin()] == [210, 480, 180, 90, 120, 60]


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_what_a_card_tells_of_a_template_is_in_its_file(file: Path) -> None:
    template, data = templates.read_template(file), load(file)
    assert (template.id, template.title) == (data["id"], data["title"])
    assert template.purpose == " ".join(data["purpose"].split())
    assert (template.people_min, template.people_max) == (
        data["people"]["min"],
        data["people"]["max"],
    )
    assert template.functions_min == data["people"]["functions_min"]
    assert template.minutes == data["duration_min"]
    assert template.stages == len(data["agenda"]) == len(template.stage_sources)
    assert list(template.stage_sources) == [stage["id"] for stage in data["agenda"]]


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_a_workshop_made_from_it_has_its_stages_and_minutes(file: Path) -> None:
    data = load(file)
    workshop = templates.new_workshop(data["id"], title="Our cause", on="2026-10-06")
    stages = list(workshop[Stage])
    assert [
        (stage.key, stage.kind, stage.title, stage.minutes, stage.prompt) for stage in stages
    ] == [
        tuple(each[name] for name in ("id", "kind", "title", "minutes", "prompt"))
        for each in data["agenda"]
    ]
    steps = [[(step.minutes, step.do) for step in stage.steps] for stage in stages]
    assert steps == [
        [(s["minutes"], s["do"]) for s in each.get("steps", ())] for each in data["agenda"]
    ]
    details = workshop[Details][1]
    about = (details.title, details.on, details.key)
    assert about == ("Our cause", "2026-10-06", "our-cause-2026-10-06")
    assert len(workshop.table("participant")) == 0


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_results_go_on_as_the_template_says(file: Path) -> None:
    data = load(file)
    workshop = templates.new_workshop(data["id"])
    names: dict[int, str] = {stage.id: stage.key for stage in workshop[Stage]}
    taken = [
        (names[row.stage], names.get(row.source or 0, "previous_brief"), row.what)
        for row in workshop[StageInput]
    ]
    assert taken == [
        (each["id"], item["from"], item["what"])
        for each in data["agenda"]
        for item in each["inputs"] or ()
    ]
    outputs = {row.id: row for row in workshop[StageOutput]}
    fed = [
        (names[outputs[row.output].stage], outputs[row.output].what, names[row.stage])
        for row in workshop[StageFeed]
    ]
    assert fed == [
        (each["id"], item["what"], feed)
        for each in data["agenda"]
        for item in each["outputs"] or ()
        for feed in item["feeds"] or ()
    ]


def held(record: Any) -> Plain:
    """All that a record or value says under names of its own, defaults included."""
    if not hasattr(record, "__dataclass_fields__"):
        return record
    found = {}
    for column in columns(type(record)):
        value = getattr(record, column.name)
        if column.yaml:
            found[column.yaml] = (
                [held(v) for v in value] if isinstance(value, tuple) else held(value)
            )
    return found


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_every_setting_of_a_template_is_in_its_stage(file: Path) -> None:
    data = load(file)
    workshop = templates.make_workshop(templates.read_template(file).source)
    for stage, given in zip(workshop[Stage], data["agenda"], strict=True):
        boards = workshop[Board].where("stage", stage.id)
        expected = leaves(
            {name: given.get(name) for name in ("setup", "voting", "board", "priority")}
        )
        found = leaves(
            held(stage) | {"setup": held(stage.setup), "board": held(boards[0]) if boards else None}
        )
        lanes = {path for path in expected if path.startswith(".board.lanes")}
        # A stage that a vote takes from may be named alone or in a list.
        named = {path: leaf for path, leaf in expected.items() if path not in lanes}
        assert {
            path: leaf
            for path, leaf in named.items()
            if leaf not in (found.get(path), found.get(f"{path}[0]"))
        } == {}
        assert [boards[0].by_function for _ in lanes if boards] == [
            expected[path] == "functions" for path in lanes
        ]


@pytest.mark.parametrize("file", FILES, ids=IDS)
def test_written_in_full_it_says_nothing_that_the_template_does_not(file: Path) -> None:
    """With what is read back equal, it says everything that the template does but defaults."""
    data = load(file)
    workshop = templates.make_workshop(templates.read_template(file).source)
    with workshop.step("test"):
        workshop[Details].replace(1, template="")
    written = as_data(workshop)
    for found, given in zip(written["agenda"], data["agenda"], strict=True):
        assert leaves(found).items() <= leaves(given).items()
    for name in ("catch_up", "short_version"):
        assert written.get(name) == data.get(name)
    assert {name: written["workshop"].get(name) for name in PLAN} == {
        name: data.get(name) for name in PLAN
    }
    assert differences(workshop, read_workshop(write_workshop(workshop), "full.yaml")) == []


@pytest.mark.parametrize("id", IDS)
def test_it_is_written_as_a_variation_of_the_template_and_comes_back(id: str) -> None:
    workshop = templates.new_workshop(id, title="Our cause")
    written = as_data(workshop)
    assert written["agenda"] == {"template": id}
    assert not set(PLAN) & set(written["workshop"])
    assert not {"catch_up", "short_version"} & set(written)
    assert differences(workshop, read_workshop(write_workshop(workshop), "new.yaml")) == []


def test_a_template_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(Refused) as caught:
        templates.new_workshop("retreat")
    assert caught.value.key == "template.unknown"
    assert caught.value.facts["known"] == tuple(IDS)


def test_a_workshop_without_a_title_is_called_like_its_template() -> None:
    details = templates.new_workshop(IDS[0], title=" \n")[Details][1]
    assert (details.title, details.key) == (
        "Vision in a half day",
        "vision-in-a-half-day",
    )
    odd = templates.new_workshop(IDS[0], title="漢字")[Details][1]
    assert (odd.title, odd.key) == ("漢字", IDS[0])


def test_two_workshops_of_one_template_have_nothing_in_common() -> None:
    one, two = (templates.new_workshop(IDS[0]) for _ in range(2))
    with one.step("test"):
        one[Stage].replace(1, title="Otherwise")
    assert two[Stage][1].title != "Otherwise"
    assert isinstance(Writing(two).stage(1), str)


def test_own_templates_are_read_like_those_that_are_shipped(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    text = FILES[0].read_text(encoding="utf-8").replace("id: vision-half-day", "id: our-own", 1)
    file.write_text("\ufeff" + text, encoding="utf-8")
    template = templates.read_template(file)
    workshop = templates.make_workshop(template.source)
    assert workshop[Details][1].template == "our-own"
    assert isinstance(as_data(workshop)["agenda"], list)
    again: Workshop = read_workshop(write_workshop(workshop), "own.yaml")
    assert differences(workshop, again) == []
