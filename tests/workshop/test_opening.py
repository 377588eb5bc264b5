"""The pages of an opening: what stands on them, in which parts and figures."""

from __future__ import annotations

import pytest

from tests.workshop.room import Room
from workshop import people
from workshop.kinds import opening
from workshop.kinds.opening import Settings
from workshop.records.agenda import Stage
from workshop.records.details import DecisionRule, Details
from workshop.room_view import Page


def _page(room: Room, kind: str) -> Page:
    stage = room.stage("welcome")
    with room.workshop.step("stage.edit"):
        room.workshop[Stage].replace(stage.id, setup=Settings(shows=(kind,)))
    return next(
        page for page in opening.pages(room.workshop, room.stage("welcome")) if page.kind == kind
    )


def test_the_purpose_and_the_decisions_are_named_parts() -> None:
    room = Room()
    with room.workshop.step("workshop.edit"):
        room.workshop[Details].replace(
            1, purpose="One vision", decided_today=("Problem", "Vision"),
            not_decided_today=("Prices",),
        )  # fmt: skip
    lines = [(line.part, line.text) for line in _page(room, "purpose").lines]
    assert lines == [
        ("purpose", "One vision"),
        ("decided", "Problem"),
        ("decided", "Vision"),
        ("not_decided", "Prices"),
    ]


def test_the_finish_time_stands_with_the_purpose() -> None:
    room = Room()
    stage = room.stage("welcome")
    with room.workshop.step("workshop.edit"):
        room.workshop[Details].replace(1, purpose="One vision")
        shows = ("purpose", "agenda", "finish_time")
        room.workshop[Stage].replace(stage.id, setup=Settings(shows=shows))
    pages = opening.pages(room.workshop, room.stage("welcome"))
    assert [page.kind for page in pages] == ["purpose", "agenda"]
    (alone,) = _page(room, "finish_time").lines
    assert [(line.part, line.text) for line in pages[0].lines] == [
        ("purpose", "One vision"),
        ("finish", alone.time),
    ]


@pytest.mark.parametrize(
    ("absent", "high", "normal", "people_present"), [(0, "4", "3", "5"), (2, "3", "2", "3")]
)
def test_the_rule_tells_people_and_no_percents(
    absent: int, high: str, normal: str, people_present: str
) -> None:
    room = Room()
    for key in ("ada", "ben")[:absent]:
        people.set_present(room.workshop, room.person(key).id, False)
    facts = dict(_page(room, "decision_rule").facts)
    assert (facts["least_high"], facts["least_normal"], facts["people"]) == (
        high, normal, people_present,
    )  # fmt: skip
    assert not any("%" in fact for fact in facts.values())


def test_the_rule_is_the_one_that_was_agreed() -> None:
    room = Room()
    rule = DecisionRule(support_share_high=1.0, no_one_at=(7, 8), no_decider_at=(5,))
    with room.workshop.step("workshop.edit"):
        room.workshop[Details].replace(1, decision_rule_detail=rule)
    facts = dict(_page(room, "decision_rule").facts)
    assert (facts["least_high"], facts["nobody_at"], facts["no_decider_at"]) == ("5", "7, 8", "5")
