"""What cannot be is refused: by data files, by steps, and by files that someone else wrote."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.builders import make
from tests.workshop.interchange.documents import Change, Data, put, read, refusal, small
from tests.workshop.room import Room
from workshop import agenda, people
from workshop.document import Document
from workshop.errors import FileProblem, Invalid, Refused
from workshop.kinds.milestones import Settings as MilestoneSettings
from workshop.marks import Mark
from workshop.records.agenda import Stage
from workshop.records.people import Function
from workshop.records.promises import Milestone, Reading
from workshop.state import Workshop


def _people(count: int) -> Change:
    def change(data: Data) -> None:
        data["participants"] += [
            {"id": f"z{n}", "name": f"N{n}", "function": "sales"} for n in range(count)
        ]

    return change


def _stages(count: int) -> Change:
    def change(data: Data) -> None:
        data["agenda"] += [{"id": f"z{n}", "kind": "break", "title": "B"} for n in range(count)]

    return change


def _functions(count: int) -> Change:
    def change(data: Data) -> None:
        data["functions"] += [
            {"id": f"z{n}", "name": "F", "letter": chr(0x391 + n), "shape": "circle",
             "colour": "#1151D6"} for n in range(count)
        ]  # fmt: skip

    return change


def _phases(count: int) -> Change:
    def change(data: Data) -> None:
        data["journey"]["phases"] += [{"id": f"z{n}", "name": "P"} for n in range(count)]

    return change


def _curves(count: int) -> Change:
    """So many more personas, each with a card in the first phase."""

    def change(data: Data) -> None:
        data["personas"] += [{"id": f"z{n}", "name": "P"} for n in range(count)]
        cards = data["journey"]["emotion"]["cards"]
        cards |= {f"z{n}": {"hear": {"ada": 1}} for n in range(count)}

    return change


INSIGHT = {"direction": "offer", "from": "sales", "to": "sales", "we_know": "A", "useful_for": "B"}
READINGS = [{"date": "2025-03-01", "value": 1}, {"date": "2025-02-01", "value": 2}]
EARLIER = [{"title": "Before", "data": "not JSON"}]
ANCHORS = [{"id": "a", "title": "A", "anchor": True}, {"id": "b", "title": "B", "anchor": True}]

WHYS = {"stage": "agree", "start": "They leave", "chain": [
    {"level": 1, "because": "A"}, {"level": 2, "because": "B"}]}  # fmt: skip
BRANCH = {"level": 3, "from_level": 2, "because": "C"}
GROUPS = [{"stage": "struggles", "groups": [
    {"id": "a", "members": ["ada", "ben"]}, {"id": "b", "members": ["cleo", "ada"]}]}]  # fmt: skip
RIVAL = {"alternative": "R", "type": "rival_product"}
OFTEN = [{"id": f"r{n}", "met_most_often": True, **RIVAL} for n in (1, 2)]
GROWING = [{"id": f"r{n}", "fastest_growing": True, **RIVAL} for n in (1, 2)]
TWICE_ON = [
    {"stage": "struggles", "event": "start", "at": "2026-10-06T09:00:00+01:00"},
    {"stage": "choose", "event": "start", "at": "2026-10-06T09:10:00+01:00"},
]

IMPOSSIBLE: list[tuple[str, Any, str, str]] = [
    ("insight_exchange", [INSIGHT], "insight_exchange[1]", "giver and receiver differ"),
    ("metrics[1].readings", [{"date": "2199-01-01", "value": 1}], "metrics[1].readings[1].date",
     "a date that has come"),
    ("metrics[1].readings", READINGS, "metrics[1].readings[2]", "on never falls"),
    ("milestones", ANCHORS, "milestones[2]", "anchor"),
    ("agenda[1].fallback", {"shorten_to": 0}, "agenda[1]", "shorten_to 0 needs may_skip"),
    ("agenda[1].fallback", {"shorten_to": 21}, "agenda[1]", "shorten_to is at most minutes"),
    ("agenda[1].shortened_to", 21, "agenda[1]", "shortened_to is at most minutes"),
    ("agenda[1].minutes", 0, "agenda[1].minutes", "from 1 to 480"),
    ("agenda[2].inputs[1].from", "choose", "agenda[2].inputs[1]", "stage and source differ"),
    ("agenda[1].outputs[1].feeds", ["struggles"], "agenda[1].outputs[1].feeds[1]", "itself"),
    ("agenda[5].setup", {"scale": {"min": 4, "max": 0}}, "agenda[5].setup.scale",
     "min is below max"),
    ("alignment_check.scale", {"min": 4, "max": 3}, "alignment_check", "min is below max"),
    ("journey.emotion.scale", {"min": 0, "max": 0}, "journey", "feeling_min is below"),
    ("agenda[1].setup", {"target_clusters": {"min": 9, "max": 5}},
     "agenda[1].setup.target_clusters", "min is at most max"),
    ("agenda[3].setup", {"phases": {"min": 9, "max": 5}}, "agenda[3].setup.phases",
     "min is at most max"),
    ("workshop.people", {"min": 9, "max": 5}, "workshop.people", "min is at most max"),
    ("agenda[6].setup", {"roti": {"scale": [5, 0]}}, "agenda[6].setup.roti", "lower one first"),
    ("functions[1].colour", "red0000", "functions[1].colour", "such as #1151D6"),
    ("functions[2].letter", "p", "functions[2]", "letter"),
    ("workshop.time_zone", "Nowhere/Land", "workshop.time_zone", "this computer knows"),
    ("workshop.time_zone", "../../etc/passwd", "workshop.time_zone", "a time zone"),
    ("earlier", EARLIER, "earlier[1].data", "as JSON"),
    ("earlier", [{"title": "Before", "data": "[1]"}], "earlier[1].data", "as JSON"),
    ("functions[1].letter", "7", "functions[1].letter", "one or two letters"),
    ("functions[1].letter", "\u200b", "functions[1].letter", "one or two letters"),
    ("functions[1].letter", "?", "functions[1]", "a mark is one or two letters"),
    ("notes[3].cluster", "s1", "notes[3]", "cluster.stage and stage are the same"),
    ("clusters[1].stage", "signs", "notes[1]", "cluster.stage and stage are the same"),
    ("notes[3].merged_into", 1, "notes[3]", "merged into one of the same stage"),
    ("journey.horizon", "2027-02-30", "journey.horizon", "today, or a date"),
    ("agenda[3].setup", {"horizon": "someday"}, "agenda[3].setup.horizon", "today, or a date"),
    ("agenda[3].setup", {"phases": {"max": 13}}, "agenda[3].setup.phases.max", "from 1 to 12"),
    ("statements.vision.tests", {"clear": 12, "of": 11}, "statements.vision",
     "no test has more hands"),
    ("statements.vision.merges", [{"text": "M", "tests": {"clear": 2, "of": 1}}],
     "statements.vision.merges[1]", "no test has more hands"),
    ("five_whys", {**WHYS, "chain": [*WHYS["chain"], {"level": 7, "because": "C"}]},
     "five_whys.chain[3]", "levels count from 1"),
    ("five_whys", {**WHYS, "branch": [{**BRANCH, "from_level": 9, "level": 10}]},
     "five_whys.branch[1]", "levels count from 1"),
    ("five_whys", {**WHYS, "branch": [{**BRANCH, "from_level": 1}]},
     "five_whys.branch[1]", "levels count from 1"),
    ("ballots[1].run_off.items", ["s1", "s2", 1], "ballots[1].run_off.items[3]",
     "between options of its ballot"),
    ("agenda[2].setup", {"pick": 5, "keep": 2}, "agenda[2].setup", "pick is at most keep"),
    ("landscape", {"stage": "agree", "alternatives": OFTEN}, "landscape.alternatives[2]",
     "met_most_often"),
    ("landscape", {"stage": "agree", "alternatives": GROWING}, "landscape.alternatives[2]",
     "fastest_growing"),
    ("groups", GROUPS, "groups[1].groups[2].members[2]", "nobody is in two groups"),
    ("clock", TWICE_ON, "clock[2]", "another_is_on"),
    ("rhythm", {"sync": {"weekday": "Blursday"}}, "rhythm.sync.weekday", "one of Monday"),
    ("parking_lot[1].note", 1, "parking_lot[1]", "a parked note lies in no stage"),
    ("parking_lot[1].outcome", "let_go", "parking_lot[1]", "action only where outcome is action"),
    ("clock[2].event", "extend", "clock[2]", "extend needs minutes"),
    ("clock[1].minutes", 5, "clock[1]", "minutes only where event is extend"),
]  # fmt: skip
"""Where, what is put there, where the problem is told, and what is said of it."""


@pytest.mark.parametrize(("where", "value", "path", "words"), IMPOSSIBLE)
def test_data_that_cannot_be(where: str, value: Any, path: str, words: str) -> None:
    problem = refusal(put(where, value))
    assert problem.facts["path"] == path
    told = problem.facts.get("problem", problem)
    assert isinstance(told, (Refused, type(problem)))
    assert words in str(told)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (_functions(11), "function"),
        (_people(38), "participant"),
        (_stages(55), "stage"),
        (_phases(11), "phase"),
    ],
)
def test_more_than_a_workshop_can_have(change: Change, key: str) -> None:
    problem = refusal(change).facts["problem"]
    assert isinstance(problem, Refused)
    assert problem.key == f"{key}.too_many"


@pytest.mark.parametrize("change", [_functions(10), _people(37), _stages(54), _phases(10)])
def test_as_much_as_a_workshop_can_have(change: Change) -> None:
    data = small()
    change(data)
    assert len(read(data).table("note")) == 6


def test_a_journey_has_one_persona_and_up_to_four_more() -> None:
    data = small()
    _curves(4)(data)
    assert len(read(data).table("persona")) == 5
    told = refusal(_curves(5)).facts["problem"]
    assert "at most 5 personas" in str(told)


POSSIBLE: list[tuple[str, Any]] = [
    ("agenda[1].steps", [{"minutes": 5, "do": "Write"}]),
    ("agenda[1].fallback", {"shorten_to": 0, "may_skip": True}),
    ("agenda[1].fallback", {"shorten_to": 20}),
    ("agenda[1].inputs", [{"from": "choose", "what": "A later stage"}]),
    ("metrics[1].readings", [READINGS[1], READINGS[0], READINGS[0]]),
    ("milestones", [ANCHORS[0], {"id": "b", "title": "B"}]),
    ("workshop.time_zone", "Europe/Dublin"),
    ("functions[1].colour", "#1151d6"),
    ("agenda[1].setup", {"target_clusters": {"max": 3}}),
    ("functions[1].letter", "Éa"),
    ("journey.horizon", "2027-02-28"),
    ("five_whys", {**WHYS, "branch": [BRANCH, {"level": 4, "because": "D"}]}),
    ("landscape", {"stage": "agree", "alternatives": [{"id": "r", "alternative": "R"}]}),
    ("agenda[2].setup", {"pick": 5}),
    ("rhythm", {"sync": {"weekday": "Monday"}}),
    ("ballots[1].run_off.items", ["s2", "s1", {"text": "Something else"}]),
]


@pytest.mark.parametrize(("where", "value"), POSSIBLE)
def test_data_that_can_be(where: str, value: Any) -> None:
    data = small()
    put(where, value)(data)
    assert len(read(data).table("stage")) == 6


def test_a_usual_limit_yields_to_the_one_that_is_given() -> None:
    data = small()
    put("agenda[1].setup", {"target_clusters": {"max": 3}})(data)
    clusters = next(iter(read(data)[Stage])).setup.target_clusters
    assert (clusters.min, clusters.max) == (3, 3)


def test_settings_that_a_verb_would_write_keep_their_rules_too() -> None:
    room = Room()
    stage = agenda.add_stage(room.workshop, "milestones", "Dates")
    with pytest.raises(Invalid) as caught:
        agenda.edit_stage(room.workshop, stage.id, setup=MilestoneSettings(min=9, max=3))
    assert caught.value.facts["allowed"] == "min is at most max"


def test_a_stage_of_fewer_minutes_can_be_and_was_cut_to_no_more_than_them() -> None:
    room = Room()
    stage = room.stage("struggles").id
    agenda.edit_stage(room.workshop, stage, shorten_to=20)
    agenda.shorten_stage(room.workshop, stage, 25)
    changed = agenda.set_minutes(room.workshop, stage, 15)
    assert (changed.shorten_to, changed.shortened_to) == (15, 15)
    changed = agenda.set_minutes(room.workshop, stage, 40)
    assert (changed.minutes, changed.shorten_to) == (40, 15)


def test_a_colour_is_kept_in_capitals() -> None:
    room = Room()
    mark = Mark("X", "circle", "#aabbcc")
    assert people.add_function(room.workshop, "Extra", mark=mark).colour == "#AABBCC"


Spoil = tuple[str, Callable[[Workshop], Any]]


def _two_readings(workshop: Workshop) -> None:
    metric = make(workshop, "metric").id
    for on in ("2025-01-01", "2025-02-01"):
        workshop[Reading].add(Reading(metric=metric, on=on, value=1))


def _two_letters(workshop: Workshop) -> None:
    make(workshop, "function", letter="É")
    make(workshop, "function", letter="F")


SPOILT: list[Spoil] = [
    ('UPDATE "reading" SET "on"=\'2024-01-01\' WHERE "id"=2', _two_readings),
    ('UPDATE "function" SET "letter"=\'é\' WHERE "letter"=\'F\'', _two_letters),
]
"""What a file may hold as far as SQLite knows, and no workshop may."""


@pytest.mark.parametrize(("sql", "fill"), SPOILT)
def test_a_file_that_was_spoilt_from_outside(
    sql: str, fill: Callable[[Workshop], Any], tmp_path: Path
) -> None:
    workshop = Workshop()
    with workshop.step("test"):
        make(workshop, "details")
        fill(workshop)
    file = tmp_path / "a.workshop"
    Document.create(file, workshop).close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(sql)
    with pytest.raises(FileProblem, match=r"file\.whole"):
        Document.open(file)


def test_only_one_date_does_not_move() -> None:
    workshop = Workshop()
    with workshop.step("test"):
        for key in ("a", "b"):
            workshop[Milestone].add(Milestone(key=key, title=key))
        workshop[Milestone].replace(1, anchor=True)
    with pytest.raises(Refused, match=r"value\.taken"), workshop.step("test"):
        workshop[Milestone].replace(2, anchor=True)
    with workshop.step("test.hand_over"):
        workshop[Milestone].replace(2, anchor=True)
        workshop[Milestone].replace(1, anchor=False)


def test_functions_are_no_more_than_twelve_in_memory_either() -> None:
    workshop = Workshop()
    with workshop.step("test"):
        for number in range(12):
            make(workshop, "function", letter=chr(0x391 + number))
    with pytest.raises(Refused, match=r"function\.too_many"), workshop.step("test"):
        make(workshop, "function", letter="Z")
    assert len(workshop[Function]) == 12
