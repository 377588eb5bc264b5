"""Texts in several styles: where they break, and what is underlined."""

from __future__ import annotations

import pytest

from exports.ink import ACCENT, BODY, POINTS_PER_MM
from exports.lines import Span, set_text, text_width


def _underlined(text: str, before: str = "", after: str = "") -> list[Span]:
    return [Span(before, BODY), Span(text, BODY.underlined()), Span(after, BODY)]


def test_a_line_stands_under_the_words_that_have_one_and_no_others() -> None:
    [line] = set_text(_underlined("one live picture", "They share ", " of it"), BODY).lines
    [(start, end, colour)] = line.underlines()
    assert start == pytest.approx(text_width("They share ", BODY) * POINTS_PER_MM, abs=3)
    assert end - start == pytest.approx(text_width("one live picture", BODY) * POINTS_PER_MM)
    assert colour == ACCENT


def test_an_underlined_phrase_goes_on_on_the_next_line() -> None:
    lines = set_text(_underlined("one live picture of every plate"), BODY, 30).lines
    assert len(lines) > 1
    assert all(line.underlines() for line in lines)


@pytest.mark.parametrize("text", ["同じ皿", "نفس الطبق", "e\u0301galite\u0301"])
def test_words_that_need_shaping_are_underlined_too(text: str) -> None:
    [line] = set_text(_underlined(text, "They see ", "."), BODY).lines
    [(start, end, _)] = line.underlines()
    assert end - start == pytest.approx(text_width(text, BODY) * POINTS_PER_MM, abs=1)


def test_a_word_is_not_broken_where_its_style_changes() -> None:
    for width in range(20, 60):
        lines = set_text(_underlined("calm", "The kitchen is as ", ", careful"), BODY, width).lines
        assert not any(line.text.startswith(",") for line in lines)
