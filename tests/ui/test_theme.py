"""Everything can be read: each text on each fill that it may stand on."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ui import appearance
from ui.kind_words import kind_grey, kind_name
from ui.style_sheet import style_sheet
from ui.theme import DARK, LIGHT, Theme, mix
from workshop.marks import LEAST_CONTRAST, PRESETS, contrast, letter_colour
from workshop.setups import settings_types

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@THEMES
def test_every_text_can_be_read(theme: Theme) -> None:
    weak = {
        (text, fill): round(contrast(text, fill), 2)
        for text, fill in theme.texts()
        if contrast(text, fill) < LEAST_CONTRAST
    }
    assert weak == {}
    assert len(set(theme.texts())) > 30


@THEMES
@given(colour=COLOURS)
def test_a_note_of_any_colour_can_be_read(theme: Theme, colour: str) -> None:
    fill = theme.note_fill(colour)
    assert contrast(theme.ink, fill) >= LEAST_CONTRAST
    assert contrast(theme.note_ink_2, fill) >= LEAST_CONTRAST
    shown = theme.function_colour(colour)
    assert contrast(letter_colour(shown), shown) >= LEAST_CONTRAST


@THEMES
def test_the_preset_marks_stand_out_from_what_they_lie_on(theme: Theme) -> None:
    for mark in PRESETS.values():
        assert contrast(theme.function_colour(mark.colour), theme.paper) >= 3
        assert contrast(theme.function_colour(mark.colour), theme.surface) >= 3


@THEMES
def test_kinds_have_five_greys_and_a_word_each(theme: Theme) -> None:
    greys = {kind_grey(kind, theme) for kind in settings_types()}
    assert greys == set(theme.greys)
    assert len(set(theme.greys)) == 5
    names = [kind_name(kind) for kind in settings_types()]
    assert len(set(names)) == len(names)
    assert not any("_" in name for name in names)


def test_mixing() -> None:
    assert mix("#000000", "#FFFFFF", 0) == "#FFFFFF"
    assert mix("#000000", "#FFFFFF", 1) == "#000000"
    assert mix("#1151D6", "#FFFFFF", 0.22) == "#CBD9F6"


@THEMES
def test_the_style_sheet_names_colours_of_its_theme_only(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    assert theme.accent in sheet


def test_the_application_changes_its_looks_at_once(qapp: QApplication) -> None:
    appearance.dress(qapp, DARK)
    try:
        assert appearance.current() is DARK
        window = qapp.palette().color(QPalette.ColorRole.Window).name().upper()
        assert window == DARK.paper
    finally:
        appearance.dress(qapp, LIGHT)
    assert appearance.current() is LIGHT


def test_what_the_setting_means(qapp: QApplication) -> None:
    assert appearance.chosen("light") is LIGHT
    assert appearance.chosen("dark") is DARK
    assert appearance.chosen("system") in (LIGHT, DARK)


def test_light_and_dark_say_everything_themselves() -> None:
    fields = [field.name for field in dataclasses.fields(Theme)]
    same = [name for name in fields if getattr(LIGHT, name) == getattr(DARK, name)]
    assert same == []
