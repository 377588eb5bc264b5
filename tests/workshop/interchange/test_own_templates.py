"""Templates of one's own: read like the shipped ones, refused with the place that is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.workshop.interchange.documents import MISSING, put
from workshop.errors import DataProblem, Refused
from workshop.interchange import templates
from workshop.interchange.yaml_text import write_yaml

OWN = """\
schema: coxswain/template@1
id: our-own
title: Our own
duration_min: 30
agenda:
  - id: ask
    kind: board
    title: Ask
    minutes: 20
    steps: [{minutes: 5, do: Write}, {minutes: 15, do: Read}]
    outputs: [{what: Clusters, feeds: [choose]}]
  - id: choose
    kind: vote
    title: Choose
    minutes: 10
    voting: {from: ask}
    inputs: [{from: previous_brief, what: The brief}, {from: ask, what: Clusters}]
"""


def reading(folder: Path, path: str = "", value: Any = None) -> templates.Template:
    data = yaml.load(OWN, yaml.CSafeLoader)
    if path:
        put(path, value)(data)
    file = folder / "own.yaml"
    file.write_text(write_yaml(data), encoding="utf-8")
    return templates.read_template(file)


def test_what_is_not_said_is_as_usual(tmp_path: Path) -> None:
    template = reading(tmp_path)
    assert (template.minutes, template.stages) == (30, 2)
    assert (template.people_min, template.people_max, template.functions_min) == (2, 40, 2)
    assert template.purpose == ""


WRONG: list[tuple[str, Any, str, str]] = [
    ("schema", "coxswain/workshop@1", "schema", "coxswain/template@1"),
    ("id", "Our own", "id", "lower-case"),
    ("duration_min", 31, "duration_min", "the sum of its stages, 30 minutes"),
    ("agenda[1].steps[1].minutes", 6, "agenda[1].steps", "add up to 20 minutes"),
    ("agenda[1].minutes", 19, "agenda[1].steps", "add up to 19 minutes"),
    ("agenda[1].kind", "lunch", "agenda[1].kind", "opening"),
    ("agenda[1].inputs", [{"from": "choose", "what": "A"}], "agenda[1].inputs", "come earlier"),
    ("agenda[2].outputs", [{"what": "A", "feeds": ["ask"]}], "agenda[2].outputs", "come later"),
    ("agenda[1].outputs[1].feeds", [], "agenda[1]", "an output that feeds choose"),
    ("agenda[2].inputs", [], "agenda[2]", "an input from ask"),
    ("agenda[2].inputs[2].from", "lunch", "agenda[2].inputs[2].from", "stage of this workshop"),
    ("agenda[1].outputs[1].feeds[1]", "lunch", "agenda[1].outputs[1].feeds[1]", "(ask, choose)"),
    ("agenda", {"template": "vision-half-day"}, "agenda", "a list"),
    ("people", {"min": 1}, "people.min", "from 2 to 40"),
    ("catch_up", {"order": ["lunch"]}, "catch_up.order[1]", "(ask, choose)"),
]


@pytest.mark.parametrize(("where", "value", "path", "allowed"), WRONG)
def test_a_template_that_cannot_be(
    tmp_path: Path, where: str, value: Any, path: str, allowed: str
) -> None:
    with pytest.raises(DataProblem) as caught:
        reading(tmp_path, where, value)
    assert caught.value.key == "data.value"
    assert (caught.value.facts["file"], caught.value.facts["path"]) == ("own.yaml", path)
    assert allowed in str(caught.value.facts["allowed"])


@pytest.mark.parametrize(
    ("where", "value", "key"),
    [
        ("agenda", MISSING, "data.missing"),
        ("title", MISSING, "data.missing"),
        ("notes", [], "data.unknown"),
        ("agenda[2].id", "ask", "data.name_taken"),
        ("agenda[2].voting.from", "lunch", "data.refused"),
    ],
)
def test_a_template_that_is_not_whole(tmp_path: Path, where: str, value: Any, key: str) -> None:
    with pytest.raises(DataProblem) as caught:
        reading(tmp_path, where, value)
    assert caught.value.key == key


def test_settings_that_name_a_stage_that_is_not_there_say_which(tmp_path: Path) -> None:
    with pytest.raises(DataProblem) as caught:
        reading(tmp_path, "agenda[2].voting.from", "lunch")
    inner = caught.value.facts["problem"]
    assert isinstance(inner, Refused)
    assert inner.facts["found"] == "lunch"
    assert caught.value.facts["path"] == "agenda[2]"


def test_a_template_without_steps_or_a_duration_has_the_minutes_of_its_stages(
    tmp_path: Path,
) -> None:
    assert reading(tmp_path, "duration_min", None).minutes == 30
    assert reading(tmp_path, "agenda[1].steps", None).minutes == 30


def test_a_file_that_is_no_template_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    for text, key in (("", "data.empty"), ("- a", "data.value"), ("a: [", "data.not_yaml")):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(DataProblem) as caught:
            templates.read_template(file)
        assert caught.value.key == key
    file.unlink()
    with pytest.raises(DataProblem) as caught:
        templates.read_template(file)
    assert caught.value.key == "data.unreadable"
