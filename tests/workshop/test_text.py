"""Text from people: cleaned at the edge, and refused by records where it was not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.text import clean_line, clean_text, is_key, is_line, is_text, make_key, shows

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
"""Also lone surrogates and control characters, which a file or a clipboard may hold."""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Our cause ", "Our cause"),
        ("one\ntwo", "one two"),
        ("one\r\ntwo\rthree", "one two three"),
        ("tab\tbed", "tab bed"),
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("nul\x00 bell\x07 esc\x1b", "nul bell esc"),
        ("lone \ud83d surrogate", "lone  surrogate"),
        ("\u202eeman elif\u202c", "eman elif\u202c"),
        ("e\u0301 🚣🏽‍♀️ العربية", "e\u0301 🚣🏽‍♀️ العربية"),
        ("\xa0 no-break ends \u3000", "no-break ends"),
    ],
)
def test_a_line_is_one_line_without_control_characters(typed: str, kept: str) -> None:
    assert clean_line(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree"),
        ("a\tb", "a\tb"),
        ("\n\n a \n b \n\n", "a \n b"),
        ("a\x0bb\x0cc", "a\nb\nc"),
        ("a\x00b\u202db", "abb"),
    ],
)
def test_a_text_keeps_its_lines_and_tabs(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


@given(ANY_TEXT)
def test_a_record_takes_exactly_what_cleaning_leaves_as_it_is(typed: str) -> None:
    assert is_line(typed) == (clean_line(typed) == typed)
    assert is_text(typed) == (clean_text(typed) == typed)
    assert is_line(clean_line(typed))
    assert is_text(clean_text(typed))


@given(ANY_TEXT)
def test_a_key_made_of_a_name_is_a_key_or_nothing(typed: str) -> None:
    key = make_key(typed)
    assert key == "" or is_key(key)
    assert len(key) <= 60


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Our cause", "our-cause"),
        ("Größe & Maß 2027", "groe-ma-2027"),
        ("Émile", "emile"),
        ("2nd round", "nd-round"),
        ("漢字", ""),
        ("--", ""),
    ],
)
def test_keys_are_made_of_names(name: str, key: str) -> None:
    assert make_key(name) == key


@pytest.mark.parametrize("text", ["", "A", "1a", "-a", "a b", "a.b", "é", "a\n", "a:"])
def test_what_is_no_key(text: str) -> None:
    assert not is_key(text)


@pytest.mark.parametrize("nothing", ["", " ", "\u200b\u200b", "\u200b \xad", "\u2066\u2069"])
def test_what_only_formats_shows_nothing(nothing: str) -> None:
    assert not shows(nothing)
    assert shows(nothing + "e\u0301")
