"""Five whys read backwards."""

from __future__ import annotations

from workshop.rules.whys import backwards


def test_the_deepest_answer_comes_first_and_the_start_last() -> None:
    answers = ["Because it is slow.", "because nobody owns it"]
    assert backwards("They leave.", answers) == ["nobody owns it", "it is slow", "They leave"]


def test_because_goes_only_where_it_begins_an_answer() -> None:
    assert backwards("", ["Becausenot", "We wait because of them"]) == [
        "We wait because of them",
        "Becausenot",
    ]
