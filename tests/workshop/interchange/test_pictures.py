"""Pictures go along in YAML, byte for byte, and nothing else passes for one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.workshop.room import Room
from workshop.document import Document
from workshop.errors import DataProblem
from workshop.interchange.reader import read_archive
from workshop.interchange.writer import write_workshop
from workshop.notes import add_note
from workshop.store.pictures import Picture, media_type_of, picture

PNG = b"\x89PNG\r\n\x1a\n\0"
ONE, OTHER = (picture(PNG + bytes(range(256)) * n, "image/png") for n in (9, 3))


@pytest.fixture
def text() -> str:
    """A workshop with one note that names a picture; another picture is named by nothing."""
    room = Room()
    add_note(room.workshop, room.stage("struggles").id, "A berth", picture=ONE.hash)
    return write_workshop(room.workshop, [OTHER, ONE])


def test_named_pictures_come_back_as_they_were(text: str) -> None:
    archive = read_archive(text, "test.yaml")
    assert archive.pictures == (ONE,)
    assert write_workshop(archive.workshop, archive.pictures) == text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
        (b"a", None),
        (b"", None),
        (b"GIF89a", None),
        (b"RIFF\x10\0\0\0WAVEfmt ", None),
    ],
)
def test_bytes_say_what_sort_of_picture_they_are(data: bytes, kind: str | None) -> None:
    assert media_type_of(data) == kind


def test_a_workshop_without_pictures_has_no_such_section() -> None:
    assert "pictures:" not in write_workshop(Room().workshop, [ONE])


def test_no_line_is_too_long_to_look_at(text: str) -> None:
    assert max(map(len, text.splitlines())) < 120


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (ONE.hash, "0" * 64, "SHA-256"),
        ("image/png", "text/html", "image/jpeg"),
        ("data:", "date:", "data"),
        ("AAEC", "!!!!", "base64"),
        ("image/png", "image/jpeg", "of the type image/jpeg"),
        ("iVBO", "AAAA", "of the type image/png"),
    ],
)
def test_what_is_not_the_picture_it_says_is_refused(
    text: str, was: str, now: str, said: str
) -> None:
    before, section = text.split("pictures:")
    with pytest.raises(DataProblem) as caught:
        read_archive(f"{before}pictures:{section.replace(was, now)}", "test.yaml")
    assert said in str(caught.value.facts)
    assert caught.value.facts["line"]


def test_pictures_are_on_disk_when_the_file_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "a.workshop"
    with Document.create(path, Room().workshop) as document:
        for _ in range(2):
            document.add_picture(ONE.data, ONE.media_type)
    with closing(sqlite3.connect(path)) as file:
        found = file.execute('SELECT "hash" FROM "picture"').fetchall()
    assert found == [(ONE.hash,)], "once for its content"
    with Document.open(path) as document:
        assert document.picture(ONE.hash) == Picture(ONE.hash, "image/png", ONE.data)
