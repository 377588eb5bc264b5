"""What a new stage of each kind begins with."""

from __future__ import annotations

import re

import pytest

from tests.workshop.room import Room
from workshop import agenda
from workshop.interchange import templates
from workshop.records.agenda import Stage
from workshop.setups import new_settings, prompt_of, settings_types


@pytest.mark.parametrize("kind", settings_types())
def test_every_kind_has_a_prompt_that_the_room_can_read(kind: str) -> None:
    words = re.findall(r"[\w']+", prompt_of(kind).lower())
    assert 0 < len(words) <= 35
    assert not {"you", "your"} & set(words)


def test_an_alignment_check_begins_with_ten_signs() -> None:
    settings = agenda.add_stage(Room().workshop, "alignment_check", "Signs").setup
    assert len(settings.signs) == 10
    assert (settings.scale.min, settings.scale.max, len(settings.scale.labels)) == (0, 4, 5)
    assert settings.flag_when.median_at_least == settings.flag_when.or_spread_at_least == 3


def test_the_signs_of_the_templates_are_among_them() -> None:
    shipped = set(new_settings("alignment_check").signs)
    for template in templates.builtin():
        for stage in templates.make_workshop(template.source)[Stage]:
            if stage.kind == "alignment_check":
                assert set(stage.setup.signs) <= shipped


def test_other_kinds_begin_with_what_they_need() -> None:
    assert len(new_settings("opening").agreements) == 4
    clusters = new_settings("board").target_clusters
    assert (clusters.min, clusters.max) == (5, 9)
    statement = new_settings("statement")
    assert [test.id for test in statement.tests] == ["clear", "inspiring", "actionable"]
    assert (statement.groups.size, statement.groups.mixed_functions) == (3, True)
    assert 4 <= len(new_settings("journey_map").phases_default) <= 8
