"""Whatever is named on paper can be found there: short names, and where each thing comes from."""

from __future__ import annotations

import pytest

from tests.exports.printed import read, read_sections, sample, sample_brief
from workshop.interchange import templates
from workshop.mentions import mentioned


def test_short_names_that_people_use_stand_beside_what_they_mean() -> None:
    assert mentioned(sample()) == {"s1", "m1", "m2", "m5", "p3", "p6"}
    text = read(sample_brief("a4").pdf).text
    assert "Nobody can see what is really on the plate today s1" in text
    assert "OUTCOME · M1" in text
    assert "p3 · adopted" in text
    assert "p6 · parked" in text


def test_short_names_that_nobody_uses_are_not_printed() -> None:
    assert "m3" not in mentioned(sample())
    assert "· M3" not in read(sample_brief("a4").pdf).text


@pytest.mark.parametrize(
    ("section", "source"),
    [
        ("actions", "From Who does what by when"),
        ("rhythm", "From Who does what by when"),
        ("parking_lot", "From Who does what by when"),
        ("messages", "From Before we go"),
        ("evidence", "Facts were brought along; where each comes from stands beside it."),
        ("participants", "From Getting into the boat"),
    ],
)
def test_each_section_names_its_source(section: str, source: str) -> None:
    assert source in read_sections(sample(), section).text


def test_no_template_is_called_anything() -> None:
    for template in templates.builtin():
        assert mentioned(templates.new_workshop(template.id, title="Day")) == frozenset()
