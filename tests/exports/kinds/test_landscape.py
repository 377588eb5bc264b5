"""What a landscape prints, as a reader finds it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import make
from tests.exports import hostile
from tests.exports.printed import left_out, read, read_sections, sample_brief
from workshop.records.findings import Alternative, Landscape
from workshop.records.notes import Link
from workshop.state import Workshop

AXES = {
    "x_name": "What they see", "x_low": "the plan", "x_high": "the plate",
    "y_name": "How they eat", "y_low": "apart", "y_high": "together",
}  # fmt: skip


def _landscape(*others: dict[str, Any], **fields: Any) -> Workshop:
    workshop = Workshop()
    with workshop.step("test"):
        stage = make(workshop, "stage", kind="landscape", title="What they use")
        row = workshop[Landscape].add(Landscape(stage=stage.id, **fields))
        for number, other in enumerate(others):
            given = {"alternative": f"Rival {number}", "type": "rival_product", **other}
            workshop[Alternative].add(Alternative(landscape=row.id, key=f"c{number}", **given))
    return workshop


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_sample_stands_on_one_page(paper: str) -> None:
    page = read(sample_brief(paper).pdf).page("What people do instead")
    for words in (
        "Paper binder and a phone call is met most often. Packed lunch from home grows fastest.",
        "with friends How the child eats apart the plan What the family sees the plate",
        "we today our aim",
        "workaround, met most often seen It is always there, needs no signal",
        "doing nothing, grows fastest seen",
        "Dishwright Suite rival product told Strong reports and recipe costing",
        "Cooks never touch it and allergies sit in a comment field",
        "The truth is entered where it happens",
        "From What they use today",
    ):
        assert words in page


def test_without_axes_there_is_no_map() -> None:
    text = read_sections(_landscape({"x": 0.5, "y": 0.5}), "landscape").text
    assert text.count("Rival 0") == 1


def test_a_map_names_each_point_once_and_the_table_again() -> None:
    others = [{"x": n / 10, "y": n / 10} for n in range(-9, 10, 3)]
    text = read_sections(_landscape(*others, **AXES), "landscape").text
    assert [text.count(f"Rival {n} ") for n in range(len(others))] == [2] * len(others)


def test_names_that_find_no_room_have_numbers_and_stand_below() -> None:
    name = "A rival with quite a long name that goes on"
    others = [{"alternative": f"{name} {n}", "x": 0.1, "y": 0.1} for n in range(12)]
    text = read_sections(_landscape(*others, **AXES), "landscape").text
    assert [text.count(f"{name} {n} ") for n in range(12)] == [2] * 12
    assert f"1 {name}" in text


def test_what_draws_and_drives_people_stands_in_the_table() -> None:
    other = {"pulls": "It is free", "pushes": "It is slow", "chosen_because": "It is there"}
    text = read_sections(_landscape(other), "landscape").text
    assert "It is there Draws people It is free Drives them off It is slow" in text


def test_where_an_alternative_was_taken_from_is_said() -> None:
    workshop = _landscape({})
    with workshop.step("test"):
        note = make(workshop, "note", merged_into=None)
        other = next(iter(workshop[Alternative]))
        workshop[Link].add(Link(alternative=other.id, from_note=note.id))
    assert f"guess from note {note.nr}" in read_sections(workshop, "landscape").text


def test_without_alternatives_there_is_no_section() -> None:
    assert "landscape" in left_out(_landscape())
    assert "landscape" in left_out(Workshop())


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_many_alternatives_stay_on_the_page(paper: str) -> None:
    full = dict.fromkeys(("chosen_because", "falls_short", "our_answer", "pulls"), "W" * 500)
    others = [{**full, "x": (n % 9 - 4) / 5, "y": (n % 7 - 3) / 4} for n in range(40)]
    ours = {"today_x": 0.0, "today_y": 0.0, "aim_x": 0.0, "aim_y": 0.0}
    text = read_sections(_landscape(*others, **AXES, **ours), "landscape", paper=paper).text
    assert "Rival 39" in text


@pytest.mark.parametrize("text", hostile.TEXTS, ids=list(hostile.NAMES))
def test_hostile_texts_stay_on_the_page(text: str) -> None:
    assert read_sections(hostile.everywhere(text), "landscape", paper="letter").pages
