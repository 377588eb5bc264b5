"""The lines of a positioning as one sentence."""

from __future__ import annotations

from exports.slots import sentence
from workshop.records.writing import POSITIONING_LINES

LINES = {
    "for_whom": "Cooks in schools",
    "who_need": "who have no hand free",
    "product": "Noonbell",
    "kind_of_product": "is a lunch service",
    "key_benefit": "that listens",
    "unlike": "the paper binder.",
    "our_difference": "we are there",
}


def _text(lines: dict[str, str], product: str = "Noonbell") -> str:
    return "".join(piece.text for piece in sentence(lines, product))


def test_seven_lines_make_two_sentences() -> None:
    assert _text(LINES) == (
        "For cooks in schools who have no hand free, Noonbell is a lunch service that listens. "
        "Unlike the paper binder, we are there."
    )


def test_words_people_wrote_themselves_are_not_said_twice() -> None:
    lines = {**LINES, "for_whom": "For cooks", "unlike": "unlike the binder"}
    assert _text(lines).startswith("For cooks who")
    assert ". Unlike the binder, we" in _text(lines)


def test_names_keep_their_capitals() -> None:
    assert _text({**LINES, "for_whom": "Noonbell families"}).startswith("For Noonbell families")
    assert _text({**LINES, "for_whom": "HR people"}).startswith("For HR people")


def test_what_is_open_says_what_belongs_there() -> None:
    pieces = sentence({"product": "Noonbell"}, "Noonbell")
    assert sum(piece.is_slot for piece in pieces) == len(POSITIONING_LINES)
    assert [piece.text for piece in pieces if piece.is_slot and not piece.is_open] == ["Noonbell"]
    assert pieces[1].text == "for whom"
