"""The whole brief, read back: what is in it, what is not, and that every page is sound."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from exports.book import make_brief
from exports.paper import A4, PAPERS
from tests.builders import board_of, fill
from tests.exports import hostile
from tests.exports.printed import (
    assert_laid_out,
    assert_sound,
    read,
    sample,
    sample_brief,
    squeeze,
)
from workshop.faces import FACES
from workshop.records.agenda import Stage
from workshop.records.details import PrivateNote
from workshop.records.notes import Note
from workshop.state import Workshop

papers = pytest.mark.parametrize("paper", list(PAPERS))


@papers
def test_every_page_of_the_sample_is_sound(paper: str, tmp_path: Path) -> None:
    assert_sound(sample_brief(paper), tmp_path)
    assert_laid_out(sample_brief(paper), paper)


@papers
def test_every_note_can_be_found_in_it(paper: str) -> None:
    text = read(sample_brief(paper).pdf).squeezed
    notes = [note for note in sample()[Note] if note.nr is not None]
    lost = [note.nr for note in notes if squeeze(note.text) not in text]
    assert lost == []


def test_nothing_private_is_in_it() -> None:
    text = read(sample_brief("a4").pdf).squeezed
    private = [note.text for note in sample()[PrivateNote]]
    private += [line for row in sample()[Stage] for line in (*row.run, *row.watch, row.say)]
    assert [line for line in private if len(line) > 12 and squeeze(line) in text] == []


def test_only_bundled_fonts_are_in_it() -> None:
    known = {face.name for face in FACES}
    with pikepdf.open(_stream("a4")) as pdf:
        fonts = {
            str(item["/BaseFont"]).partition("+")[2]
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
        }
    assert fonts
    assert fonts <= known


def test_outline_title_and_language() -> None:
    with pikepdf.open(_stream("a4")) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo["/Title"]) == "Noonbell vision brief"
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261006"), "the workshop's day"
        assert str(pdf.Root.PageMode) == "/UseOutlines"
        with pdf.open_outline() as outline:
            names = [item.title for item in outline.root]
    assert names[0] == "Summary"
    assert names[-1] == "Appendix"
    assert "Decisions" in names


def _stream(paper: str) -> io.BytesIO:
    return io.BytesIO(sample_brief(paper).pdf)


def test_both_papers_take_about_as_many_pages() -> None:
    one, other = (sample_brief(paper).pages for paper in PAPERS)
    assert abs(one - other) <= 0.1 * max(one, other)


PRINT = """
import hashlib, sys
from tests.exports.printed import sample_brief
print(hashlib.sha256(sample_brief("a4").pdf).hexdigest())
"""


@pytest.mark.parametrize("seed", ["1", "2"])
def test_two_builds_are_the_same_to_the_byte(seed: str) -> None:
    found = subprocess.run(
        [sys.executable, "-c", PRINT],
        env={**os.environ, "PYTHONHASHSEED": seed, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert found.stdout.strip() == hashlib.sha256(sample_brief("a4").pdf).hexdigest()


def test_marks_carry_their_letters_as_text() -> None:
    """In greyscale colours tell nothing apart."""
    letters = {box.text for box in sample_brief("a4").boxes if box.size < 7.2}
    assert {"P", "E", "D", "M", "S", "L"} <= letters


# Other workshops


def test_an_empty_workshop_says_what_is_missing(tmp_path: Path) -> None:
    printed = make_brief(Workshop(), A4)
    assert "vision" in printed.left_out
    assert "Not covered:" in " ".join(read(printed.pdf).pages)
    assert_sound(printed, tmp_path)


@pytest.mark.parametrize("notes", [1, 500])
def test_many_notes(notes: int, tmp_path: Path) -> None:
    workshop = board_of(notes)
    printed = make_brief(workshop, A4)
    assert_sound(printed, tmp_path)
    assert_laid_out(printed, "a4")
    text = read(printed.pdf).squeezed
    assert all(squeeze(note.text) in text for note in workshop[Note])


@papers
def test_a_workshop_with_everything_in_it(paper: str, tmp_path: Path) -> None:
    printed = make_brief(fill(Workshop()), PAPERS[paper])
    assert_sound(printed, tmp_path)
    assert_laid_out(printed, paper)


@pytest.mark.parametrize("text", hostile.TEXTS, ids=list(hostile.NAMES))
def test_hostile_text_in_every_field(text: str, tmp_path: Path) -> None:
    printed = make_brief(hostile.everywhere(text), A4)
    assert_sound(printed, tmp_path)
    assert_laid_out(printed, "a4")


def test_markup_is_printed_as_it_stands() -> None:
    text = read(make_brief(hostile.everywhere(hostile.MARKUP), A4).pdf).squeezed
    assert squeeze("<b>bold <img src='/etc/passwd'/> &amp; <a href='javascript:1'>") in text
