"""Phrases found in sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workshop.rules.sentence import marked_parts


def test_phrases_are_found_whatever_their_capitals() -> None:
    assert marked_parts("No child, calm.", ["no child", "Calm"]) == [
        ("No child", True),
        (", ", False),
        ("calm", True),
        (".", False),
    ]


def test_a_phrase_is_no_part_of_a_word() -> None:
    assert marked_parts("calmly", ["calm"]) == [("calmly", False)]
    assert marked_parts("同じ真実を見る", ["真実"]) == [
        ("同じ", False),
        ("真実", True),
        ("を見る", False),
    ]


def test_the_longer_of_two_phrases_goes_first() -> None:
    assert marked_parts("one live picture", ["one", "one live"])[0] == ("one live", True)


@given(st.text(), st.lists(st.text(max_size=4)))
def test_nothing_of_the_text_is_lost(text: str, phrases: list[str]) -> None:
    assert "".join(piece for piece, _ in marked_parts(text, phrases)) == text
