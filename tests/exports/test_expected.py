"""What the sample says of itself, its `expected` figures, against what is printed of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from exports.pen import Box
from tests.exports.printed import read, sample, sample_brief
from tests.workshop.interchange import documents
from workshop import ballots, proposals
from workshop.records.consensus import Proposal
from workshop.records.journey import Opportunity
from workshop.records.notes import Cluster
from workshop.records.people import Function
from workshop.records.rounds import Ballot

EXPECTED: dict[str, Any] = yaml.load(documents.sample_text(), yaml.CSafeLoader)["expected"]


def _text() -> str:
    return read(sample_brief("a4").pdf).text


def _name(function: str) -> str:
    return next(row.name for row in sample()[Function] if row.key == function)


def _titles(ballot: str) -> dict[str, str]:
    """Option to what it says, by the keys of clusters and opportunities."""
    keys = {row.name: row.key for row in sample()[Cluster]}
    keys |= {row.text: row.key for row in sample()[Opportunity]}
    (row,) = (row for row in sample()[Ballot] if row.key == ballot)
    texts = (ballots.wording(sample(), one) for one in ballots.options_of(sample(), row))
    return {keys[text]: text for text in texts}


def test_people_and_functions() -> None:
    assert f"{EXPECTED['participants']} people in the room" in _text()
    assert f"{EXPECTED['functions']} functions heard" in _text()


@pytest.mark.parametrize("ballot", EXPECTED["ballots"])
def test_dots_and_breadth_stand_in_the_row_of_their_option(ballot: str) -> None:
    expected, found = EXPECTED["ballots"][ballot], {}
    for key, title in _titles(ballot).items():
        found[key] = _figures(title)
    assert {key: dots for key, (dots, _, _) in found.items()} == expected["dots"]
    assert {key: breadth for key, (_, _, breadth) in found.items()} == expected["breadth"]
    (row,) = (row for row in sample()[Ballot] if row.key == ballot)
    given = {one["item"]: one["voters"] for one in _results(row.key)}
    assert {key: people for key, (_, people, _) in found.items()} == given


def _results(ballot: str) -> list[dict[str, Any]]:
    data = yaml.load(documents.sample_text(), yaml.CSafeLoader)["ballots"]
    results: list[dict[str, Any]] = next(row["result"] for row in data if row["id"] == ballot)
    return results


def _figures(title: str) -> tuple[int, ...]:
    """Dots, people and functions beside an option, where these three stand beside it."""
    for line in _first_lines(title):
        beside = [box for box in sample_brief("a4").boxes if _is_beside(box, line)]
        figures = [box for box in sorted(beside, key=lambda box: box.left) if box.text.isdigit()]
        figures = [box for box in figures if box.left > line.right]
        if len(figures) == 3:
            return tuple(int(box.text) for box in figures)
    raise AssertionError(title)


def _first_lines(title: str) -> Iterator[Box]:
    for box in sample_brief("a4").boxes:
        if title.startswith(box.text.rstrip()) and len(box.text) > 12:
            yield box


def _is_beside(box: Box, line: Box) -> bool:
    return box.page == line.page and abs(box.bottom - line.bottom) < 0.6


def test_what_one_function_carries_is_said_of_nothing_else() -> None:
    expected = {
        f"{_name(function)} gave over half of the dots of “{_titles(ballot)[option]}”."
        for ballot, figures in EXPECTED["ballots"].items()
        for option, function in figures["over_half_from_one_function"].items()
    }
    assert all(sentence in _text() for sentence in expected)
    assert _text().count("gave over half of the dots") == len(expected)


def test_the_cut_is_called_unclear_where_it_is() -> None:
    unclear = [row["cut"] for row in EXPECTED["ballots"].values() if not row["cut"]["clear"]]
    assert _text().count("No clear cut between") == len(unclear)
    for cut in unclear:
        assert f"No clear cut between {cut['picked']} and {cut['picked'] + 1}." in _text()


def test_who_gives_and_gets() -> None:
    gives, gets = EXPECTED["exchange"]["gives"], EXPECTED["exchange"]["receives"]
    assert " ".join(["gets", *map(str, gets.values())]) in _text()
    (head,) = (box for box in sample_brief("a4").boxes if box.text == "gives")
    sums = [
        box
        for box in sample_brief("a4").boxes
        if box.page == head.page and head.top < box.top < head.top + 60
        and head.left < (box.left + box.right) / 2 < head.right and box.text.isdigit()
    ]  # fmt: skip
    assert [int(box.text) for box in sorted(sums, key=lambda box: box.top)] == [*gives.values()]


def test_what_the_rule_says_of_each_proposal() -> None:
    last = {row["proposal"]: row for row in EXPECTED["proposal_evaluation"]}
    for proposal in sample()[Proposal]:
        row = last[proposal.key]
        assert f"{row['support']} of {row['of']} with it" in _text(), proposal.key
    with_dissent = [row.key for row in sample()[Proposal] if proposals.has_dissent(sample(), row)]
    settled = [key for key in with_dissent if last[key]["recorded"] == "adopted"]
    assert settled == EXPECTED["adopted_with_dissent"]
    assert _text().count("adopted with dissent") == len(settled)


def test_signs_that_are_flagged() -> None:
    flagged = sum(row["flagged"] for row in EXPECTED["alignment"].values())
    assert f"{flagged} of {len(EXPECTED['alignment'])} signs are flagged" in _text()


def test_fingers() -> None:
    assert f"{EXPECTED['roti_mean']} of 5 in the mean" in _text()
