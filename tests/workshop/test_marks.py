from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop import marks
from workshop.codes import are_letters
from workshop.marks import COLOURS, DARK_COLOURS, PRESETS, Mark, contrast, mark_for
from workshop.records.people import SHAPES

COLOUR = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: "#{:02X}{:02X}{:02X}".format(*rgb))


def test_twelve_presets_with_letters_and_looks_of_their_own() -> None:
    assert len(PRESETS) == 12
    assert len({mark.letter.casefold() for mark in PRESETS.values()}) == 12
    assert len({(mark.shape, mark.ring) for mark in PRESETS.values()}) == 12
    assert set(COLOURS) == set(SHAPES)


@pytest.mark.parametrize("name", PRESETS)
def test_every_letter_can_be_read_on_its_fill(name: str) -> None:
    colour = PRESETS[name].colour
    assert marks.letter_colour(colour) == marks.WHITE
    assert contrast(colour, marks.WHITE) >= 4.5
    dark = marks.dark_colour(colour)
    assert dark == DARK_COLOURS[colour]
    assert contrast(dark, marks.DARK_LETTER) >= 4.5


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)
    assert contrast("#123456", "#123456") == 1


@given(colour=COLOUR)
def test_a_letter_can_be_read_on_any_colour_light_or_dark(colour: str) -> None:
    assert contrast(colour, marks.letter_colour(colour)) >= 4.5
    dark = marks.dark_colour(colour)
    assert marks.is_colour(dark)
    assert contrast(dark, marks.DARK_LETTER) >= 4.5


def test_a_preset_is_known_by_its_name_however_it_is_typed() -> None:
    assert mark_for("customer  SUPPORT", []) == PRESETS["Customer support"]


def test_an_own_function_gets_the_first_free_letter_and_shape() -> None:
    taken = [PRESETS["Product"], PRESETS["Engineering"]]
    assert mark_for("Research", taken) == Mark("R", "hexagon", "#D3136A")
    assert mark_for("People", taken) == Mark("O", "hexagon", "#D3136A")


def test_a_preset_whose_letter_is_taken_gets_one_of_its_own() -> None:
    taken = [Mark("S", "circle", COLOURS["circle"])]
    assert mark_for("Sales", taken) == Mark("A", "square", COLOURS["square"])


def test_the_ninth_has_two_letters_and_a_ring() -> None:
    taken = list(PRESETS.values())[:8]
    assert mark_for("Partners", taken) == Mark("Pa", "circle", COLOURS["circle"], ring=True)
    assert mark_for("Operations", taken) == PRESETS["Operations"]


def test_a_name_without_letters_still_gets_one() -> None:
    assert mark_for("★ 24/7", [Mark("A", "circle", COLOURS["circle"])]).letter == "B"


@given(names=st.lists(st.text(max_size=8), max_size=12))
def test_letters_and_looks_are_never_given_twice(names: list[str]) -> None:
    given_out: list[Mark] = []
    for name in names:
        given_out.append(mark_for(name, given_out))
    assert len({mark.letter.casefold() for mark in given_out}) == len(names)
    assert len({(mark.shape, mark.ring) for mark in given_out}) == len(names)
    assert all(are_letters(mark.letter) for mark in given_out)
    assert all(mark.ring == (place >= 8) for place, mark in enumerate(given_out) if place < 8)
