"""What an announcement prints, as a reader finds it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import make
from tests.exports import hostile
from tests.exports.printed import left_out, read, read_sections, sample_brief
from workshop.records.details import Details
from workshop.records.writing import MustBeTrue, PressRelease
from workshop.state import Workshop


def _release(**fields: Any) -> Workshop:
    workshop = Workshop()
    with workshop.step("test"):
        workshop[Details].add(Details(key="w", title="A workshop", on="2026-10-06"))
        stage = make(workshop, "stage", kind="press_release", title="The day we announce")
        workshop[PressRelease].add(PressRelease(stage=stage.id, **fields))
    return workshop


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_sample_stands_on_one_page(paper: str) -> None:
    page = read(sample_brief(paper).pdf).page("What we will announce")
    for words in (
        "24 August 2027 School Table Forum, opening morning in 46 weeks",
        "The lunch that changed this morning, and the family that knew",
        "Noonbell now shows families and cooks the same plate",
        "A child with an allergy depends on a menu printed last week.",
        "From today a cook marks a change with three taps.",
        "“On Tuesday my phone buzzed at ten.",
        "A parent in one of the first twelve kitchens",
        "Districts can switch it on for one kitchen",
        "What must be true by then Swaps work without signal in every pilot kitchen E Oskar",
        "From The day we announce it",
    ):
        assert words in page


def test_struck_sentences_vanish() -> None:
    struck = ("It is fast.", "It is new. It is loved.")
    text = "It helps. It is fast. It is new. It is loved. Try it."
    found = read_sections(
        _release(headline="Now", what_changes=text, struck=struck), "press_release"
    )
    assert "It helps. Try it." in found.text
    assert "fast" not in found.text
    assert "loved" not in found.text


def test_what_is_still_open_is_said() -> None:
    workshop = _release(occasion="The fair")
    with workshop.step("test"):
        row = next(iter(workshop[PressRelease]))
        workshop[MustBeTrue].add(MustBeTrue(press_release=row.id, text="It works"))
    text = read_sections(workshop, "press_release").text
    assert "date open The fair" in text
    assert "It works owner open" in text


def test_those_who_wrote_along_are_named() -> None:
    workshop = _release(headline="Now")
    with workshop.step("test"):
        make(workshop, "press_release_writer")
    text = read_sections(workshop, "press_release").text
    assert "From The day we announce, written with name 1." in text


def test_without_an_announcement_there_is_no_section() -> None:
    assert "press_release" in left_out(_release())
    assert "press_release" in left_out(Workshop())


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_full_release_stays_on_the_page(paper: str) -> None:
    full = {"headline": "W" * 500, "subhead": "W" * 500, "voice_who": "W" * 120}
    long = ("trouble_today", "what_changes", "voice_text", "first_step")
    workshop = _release(announce_on="2027-08-24", **full, **dict.fromkeys(long, "W" * 1000))
    with workshop.step("test"):
        row = next(iter(workshop[PressRelease]))
        for n in range(40):
            workshop[MustBeTrue].add(MustBeTrue(press_release=row.id, text=f"{n} " + "W" * 490))
    text = read_sections(workshop, "press_release", paper=paper).text
    assert text.count("owner open") == 40


@pytest.mark.parametrize("text", hostile.TEXTS, ids=list(hostile.NAMES))
def test_hostile_texts_stay_on_the_page(text: str) -> None:
    assert read_sections(hostile.everywhere(text), "press_release", paper="letter").pages
