"""The font files: their names, their licences, and that they are made as the README says."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

import assets
from workshop.faces import ARABIC, BOXES, DEVANAGARI, FACES, SANS, SERIF, Face

FAMILIES = sorted({face.family for face in FACES})
LICENSED = [family for family in FAMILIES if family != BOXES]
NAMES_OF_A_FONT = (1, 3, 4, 6, 16, 17, 18, 20, 21, 22, 25)
each_face = pytest.mark.parametrize("face", FACES, ids=lambda face: str(face.name))


def tables(face: Face) -> dict[str, bytes]:
    """The tables of a font file by their tags, after the OpenType specification."""
    data = assets.path("fonts", face.file).read_bytes()
    (count,) = struct.unpack_from(">4xH", data)
    entries = (struct.unpack_from(">4s4xII", data, 12 + 16 * index) for index in range(count))
    return {tag.decode(): data[start : start + length] for tag, start, length in entries}


def names(face: Face) -> dict[int, str]:
    """The entries of the table `name` by their numbers."""
    table = tables(face)["name"]
    count, storage = struct.unpack_from(">2xHH", table)
    found = {}
    for index in range(count):
        platform, number, length, start = struct.unpack_from(">H4xHHH", table, 6 + 12 * index)
        assert platform == 3
        found[number] = table[storage + start :][:length].decode("utf-16-be")
    return found


def features(face: Face, tag: str) -> set[str]:
    """The features of a layout table, such as {"liga", "locl"} of GSUB."""
    table = tables(face)[tag]
    (start,) = struct.unpack_from(">6xH", table)
    (count,) = struct.unpack_from(">H", table, start)
    return {table[start + 2 + 6 * index :][:4].decode() for index in range(count)}


def test_the_folder_holds_the_faces_of_the_table_and_no_other() -> None:
    files = {file.name for file in assets.path("fonts").glob("*.ttf")}
    assert files == {face.file for face in FACES}


@each_face
def test_a_face_is_named_as_the_table_says(face: Face) -> None:
    found = names(face)
    assert found[4] == face.full_name
    assert found[6] == face.name
    assert found.get(16, found[1]) == face.family
    assert found.get(17, found[2]) == face.style


@each_face
def test_no_name_of_a_font_is_a_reserved_one(face: Face) -> None:
    found = names(face)
    for number in NAMES_OF_A_FONT:
        assert "source" not in found.get(number, "").lower()
        assert "noto" not in found.get(number, "").lower()


@each_face
def test_weight_and_slant_are_what_the_table_says(face: Face) -> None:
    table = tables(face)["OS/2"]
    weight, selection = struct.unpack_from(">4xH56xH", table)
    assert weight == face.weight
    assert bool(selection & 1) == face.italic
    assert bool(selection & 1 << 5) == (face.style in ("Bold", "Bold Italic"))


@each_face
def test_a_face_is_static_unhinted_truetype(face: Face) -> None:
    found = set(tables(face))
    assert {"glyf", "loca", "cmap", "GSUB"} <= found
    assert not found & {"fvar", "gvar", "CFF ", "fpgm", "prep", "cvt ", "DSIG"}


def test_all_faces_carry_the_same_date() -> None:
    assert len({tables(face)["head"][20:36] for face in FACES}) == 1


@pytest.mark.parametrize("family", LICENSED)
def test_notice_and_licence_come_with_each_family(family: str) -> None:
    file = assets.path("fonts", f"OFL-{family.replace(' ', '')}.txt")
    text = file.read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "5) The Font Software, modified or unmodified" in text
    for face in FACES:
        if face.family == family:
            found = names(face)
            assert found[0] == text.splitlines()[0]
            assert "SIL Open Font License" in found[13]


def test_the_features_that_text_needs_are_kept() -> None:
    for face in FACES:
        if face.family in (SANS, SERIF):
            assert {"liga", "locl", "ccmp"} <= features(face, "GSUB")
            assert {"kern", "mark"} <= features(face, "GPOS")
        if face.family == ARABIC:
            assert {"init", "medi", "fina", "rlig"} <= features(face, "GSUB")
        if face.family == DEVANAGARI:
            assert {"rphf", "half", "pres"} <= features(face, "GSUB")


def test_a_bundled_file_is_found_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert assets.path("fonts", FACES[0].file).is_file()
    assert assets.path("fonts").is_absolute()
