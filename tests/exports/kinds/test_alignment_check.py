"""What an alignment check prints, as a reader finds it."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
import yaml

from tests.builders import make
from tests.exports.printed import left_out, read, read_sections, sample, sample_brief
from workshop.interchange import writer
from workshop.kinds.alignment_check import FlagWhen, Settings
from workshop.records.agenda import Stage
from workshop.records.details import Earlier
from workshop.records.people import Function, Participant
from workshop.records.rounds import AlignmentCheck, Rating, Round, Sign
from workshop.state import Workshop


def _function(workshop: Workshop, letter: str, people: int) -> list[Participant]:
    """A function of so many people. Belongs inside a step, as all that follows."""
    function = workshop[Function].add(
        Function(key=letter.lower(), name=f"Team {letter}", letter=letter, shape="circle",
                 colour="#336699")
    )  # fmt: skip
    return [
        workshop[Participant].add(
            Participant(key=f"{letter}{n}".lower(), name=f"{letter}{n}", function=function.id)
        )
        for n in range(people)
    ]


def _check(workshop: Workshop, state: str = "revealed", **settings: Any) -> AlignmentCheck:
    setup = dataclasses.replace(Settings(), **settings)
    stage = workshop[Stage].add(
        Stage(key="signs", kind="alignment_check", title="Ten signs", setup=setup)
    )
    check = workshop[AlignmentCheck].add(AlignmentCheck(stage=stage.id, labels=("never",)))
    workshop[Round].add(Round(attribution="function", state=state, alignment_check=check.id))
    return check


def _sign(
    workshop: Workshop, check: AlignmentCheck, text: str, ratings: dict[Participant, int]
) -> Sign:
    key = text.lower().replace(" ", "-")[:20]
    sign = workshop[Sign].add(Sign(alignment_check=check.id, key=key, text=text))
    for person, value in ratings.items():
        workshop[Rating].add(Rating(sign=sign.id, participant=person.id, value=value))
    return sign


def _two_functions(state: str = "revealed", **settings: Any) -> Workshop:
    workshop = Workshop()
    with workshop.step("test"):
        people = [*_function(workshop, "P", 2), *_function(workshop, "D", 1)]
        check = _check(workshop, state, **settings)
        _sign(workshop, check, "We drift", dict(zip(people, [1, 2, 4], strict=True)))
    return workshop


def test_the_sample_shows_flags_cells_and_what_was_said() -> None:
    text = read(sample_brief("a4").pdf).text
    for words in (
        "5 of 8 signs are flagged: their median is 3 or more, or their spread 3 or more.",
        "We differ most spread P E D M S L all Deals depend on features",
        "talked about 3 2.5 4 – 1 2 2.5 3",
        "Not flagged",
        "Things we shipped are hardly sold or hardly used 1 2 3 – 2 2.5 2.5 2",
        "0 never 1 rarely 2 sometimes 3 often 4 all the time",
        "Design and Research is one person, who counts in spread and median of all",
        "From How aligned are we today, 11 people rated",
        "What we watch What one function learns about customers stays in that function",
        "“I count four promises in signed contracts that I first read after signing” Rukmini",
    ):
        assert words in text


def test_nothing_is_compared_where_there_was_nothing_before() -> None:
    assert "last time" not in read(sample_brief("a4").pdf).text


def test_the_blocks_follow_each_other_widest_first() -> None:
    text = read(sample_brief("a4").pdf).text
    order = [text.index(words) for words in ("We differ most", "Most of us see it", "Not flagged")]
    assert order == sorted(order)


def test_a_check_that_has_not_begun_is_left_out() -> None:
    assert "alignment" in left_out(_two_functions("planned"))


@pytest.mark.parametrize(("state", "said"), [("open", "still open"), ("closed", "over, but not")])
def test_what_is_not_revealed_is_only_counted(state: str, said: str) -> None:
    text = read_sections(_two_functions(state), "alignment").text
    assert f"This check is {said}" in text
    assert "people have rated." in text
    assert "We drift" not in text


def test_a_function_of_one_has_no_figure_of_its_own() -> None:
    text = read_sections(_two_functions(), "alignment").text
    assert "We drift 3 1.5 – 2 0 never" in text
    assert "Team D is one person" in text


def test_only_the_spread_is_shown_where_the_stage_says_so() -> None:
    text = read_sections(_two_functions(show=("spread",)), "alignment").text
    assert "We drift 3 2 0 never" in text


def test_a_stage_may_flag_otherwise() -> None:
    flags = FlagWhen(median_at_least=4, or_spread_at_least=4)
    text = read_sections(_two_functions(flag_when=flags), "alignment").text
    assert "0 of 1 sign is flagged: its median is 4 or more" in text


def test_people_counted_together_have_one_column_with_all_their_marks() -> None:
    workshop = Workshop()
    with workshop.step("test"):
        _function(workshop, "P", 3)
        _function(workshop, "D", 1)
        check = _check(workshop)
        sign = _sign(workshop, check, "We drift", {})
        round = next(iter(workshop[Round]))
        group = make(workshop, "round_group", round=round.id, key="all")
        for function in tuple(workshop[Function]):
            make(workshop, "round_group_function", group=group.id, function=function.id)
        for value, count in ((1, 3), (4, 1)):
            of = {"option": None, "persona": None, "phase": None, "check_out": None}
            make(workshop, "count", group=group.id, sign=sign.id, value=value, count=count, **of)
    text = read_sections(workshop, "alignment").text
    assert "We differ most spread P D all" in text
    assert "We drift 3 1 1 0 never" in text
    assert "4 people rated" in text


def test_a_quarter_later_each_sign_says_where_it_went() -> None:
    workshop = Workshop()
    with workshop.step("test"):
        people = [*_function(workshop, "P", 2), *_function(workshop, "D", 2)]
        check = _check(workshop)
        _sign(workshop, check, "We wait", dict.fromkeys(people, 3))
        drift = _sign(workshop, check, "Now rated", dict.fromkeys(people, 1))
        workshop[Sign].replace(drift.id, key="new")
    then = Workshop()
    with then.step("test"):
        people = [*_function(then, "P", 2), *_function(then, "D", 2)]
        _sign(then, _check(then), "We wait", dict.fromkeys(people, 1))
        make(then, "details")
    with workshop.step("test"):
        workshop[Earlier].add(
            Earlier(title="Before", data=json.dumps(yaml.safe_load(writer.write_workshop(then))))
        )
    text = read_sections(workshop, "alignment").text
    assert "We wait ↑ 3, was 1" in text
    assert "Now rated not rated last time" in text
    assert "Moved most since last time: We wait." in text


def test_many_functions_and_many_signs_stay_on_the_page() -> None:
    workshop = Workshop()
    with workshop.step("test"):
        people = [one for letter in "ABCDEFGHIJKL" for one in _function(workshop, letter, 2)]
        check = _check(workshop)
        for n in range(40):
            values = {one: (n + i) % 5 for i, one in enumerate(people)}
            _sign(workshop, check, f"Sign {n}" + " of many words" * (n % 9), values)
    for paper in ("a4", "letter"):
        text = read_sections(workshop, "alignment", paper=paper).text
        assert text.count("Sign 39") == 1


def test_the_sample_has_no_sentences_side_by_side() -> None:
    assert "Side by side" not in read(sample_brief("a4").pdf).text
    assert sample()[AlignmentCheck]


def test_sentences_side_by_side_stand_under_their_functions() -> None:
    workshop = _compared()
    text = read_sections(workshop, "alignment").text
    assert "ALIGNMENT How aligned we are Side by side What is the problem?" in text
    assert "P Team P They wait too long note 1 D Team D They do not know us note 2" in text
    assert "From The problem as each of us sees it" in text


def test_covered_sentences_stay_covered() -> None:
    text = read_sections(_compared("covered"), "alignment").text
    assert "Side by side What is the problem? 2 notes are still covered." in text
    assert "They wait too long" not in text


def _compared(state: str = "open") -> Workshop:
    from workshop.kinds.board import Settings as BoardSettings

    workshop = Workshop()
    with workshop.step("test"):
        people = [*_function(workshop, "P", 1), *_function(workshop, "D", 1)]
        setup = BoardSettings(compare="side_by_side")
        title, prompt = "The problem as each of us sees it", "What is the problem?"
        stage = workshop[Stage].add(
            Stage(key="three", kind="board", title=title, prompt=prompt, setup=setup)
        )
        make(
            workshop, "board", stage=stage.id, by_function=True, state=state, attribution="function"
        )
        texts = ("They wait too long", "They do not know us")
        for person, text in zip(people, texts, strict=True):
            bare = {"lane": None, "phase": None, "merged_into": None, "place": None}
            make(workshop, "note", stage=stage.id, function=person.function, text=text, **bare)
    return workshop
