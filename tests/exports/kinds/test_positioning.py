"""What a positioning prints, as a reader finds it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import make
from tests.exports import hostile
from tests.exports.printed import left_out, read, read_sections, sample_brief
from workshop.records.people import Function
from workshop.records.writing import Claim, Contested, Positioning
from workshop.state import Workshop


def _positioning(claims: tuple[dict[str, Any], ...] = (), **fields: Any) -> Workshop:
    workshop = Workshop()
    with workshop.step("test"):
        stage = make(workshop, "stage", kind="positioning", title="Our place")
        row = workshop[Positioning].add(Positioning(stage=stage.id, **fields))
        for claim in claims:
            workshop[Claim].add(Claim(positioning=row.id, **claim))
    return workshop


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_sample_stands_on_one_page(paper: str) -> None:
    page = read(sample_brief(paper).pdf).page("Where we stand")
    for words in (
        "For districts and schools where children with food allergies eat who must be able",
        "served, Noonbell is a school lunch service in which family and cook",
        "including the changes of this morning. Unlike the paper binder",
        "and say who signed for it. M Delphine Oakhurst keeps the wording",
        "Family and cook see the same plate true by 7 May 2027 E checked by Rukmini Dalloway",
        "School lunch service true today S checked by Bastian Korriven",
        "Trust each plate a wish L checked by Yusra Fennimoor",
        "From Our place in their minds",
    ):
        assert words in page


def test_what_is_still_open_is_said() -> None:
    workshop = _positioning(
        ({"text": "We listen", "mark": "true_by_date"}, {"text": "We are kind"}),
        for_whom="Cooks",
    )
    text = read_sections(workshop, "positioning").text
    assert "For cooks who need , the product" in text
    assert "Keeper open." in text
    assert "We listen true by a date still open We are kind not marked yet" in text


def test_a_sentence_of_the_room_stands_for_itself_above_its_lines() -> None:
    workshop = _positioning(sentence="We are the quiet one.", for_whom="Cooks", unlike="noise")
    text = read_sections(workshop, "positioning").text
    assert "We are the quiet one. for whom Cooks unlike what noise" in text


def test_contested_lines_show_each_function_s_own() -> None:
    workshop = _positioning(for_whom="Cooks")
    with workshop.step("test"):
        row = next(iter(workshop[Positioning]))
        for letter, text in (("P", "Families"), ("S", "Districts")):
            function = workshop[Function].add(
                Function(key=letter.lower(), name=letter, letter=letter, shape="circle",
                         colour="#336699")
            )  # fmt: skip
            workshop[Contested].add(
                Contested(positioning=row.id, part="for_whom", function=function.id, text=text)
            )
    text = read_sections(workshop, "positioning").text
    assert "What was contested For whom P Families S Districts" in text


def test_without_a_line_there_is_no_section() -> None:
    assert "positioning" in left_out(_positioning())
    assert "positioning" in left_out(Workshop())


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_full_lines_and_many_claims_stay_on_the_page(paper: str) -> None:
    claims = tuple({"text": f"{n} " + "W" * 490, "mark": "wish"} for n in range(20))
    names = ("for_whom", "who_need", "key_benefit", "unlike", "our_difference")
    workshop = _positioning(claims, **dict.fromkeys(names, "W" * 500))
    text = read_sections(workshop, "positioning", paper=paper).text
    assert text.count("a wish") == 20


@pytest.mark.parametrize("text", hostile.TEXTS, ids=list(hostile.NAMES))
def test_hostile_texts_stay_on_the_page(text: str) -> None:
    assert read_sections(hostile.everywhere(text), "positioning", paper="letter").pages
