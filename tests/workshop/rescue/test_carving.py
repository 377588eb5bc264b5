"""Rows out of damaged files, without SQLite: whatever no damaged byte touches is found."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tests.builders import board_of, fill
from tests.workshop.rescue.damage import WAYS, Damaged, Sound, look, says
from tests.workshop.store.files import by_hand
from workshop.document import Document
from workshop.records.details import Earlier
from workshop.records.notes import Note
from workshop.rescue.carving import _usual_roots, carve
from workshop.rescue.pages import USUAL_SIZE, Pages, read_values, varint
from workshop.rescue.shapes import CHANGE, META, PICTURE, SEQUENCE, STEP
from workshop.state import Workshop
from workshop.store.schema import schema

PATIENCE = 60.0


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Workshop]:
    """A closed file with a row in every table, long rows, a picture and a history."""
    path = tmp_path_factory.mktemp("carving") / "a.workshop"
    workshop = fill(Workshop())
    with Document.create(path, workshop) as document:
        document.add_picture(bytes(range(256)) * 400, "image/png")
        with workshop.step("note.edit"):
            workshop[Note].replace(1, text="Changed 漢字 😀")
        with workshop.step("note.edit"):
            earlier = next(iter(workshop[Earlier]))
            workshop[Earlier].replace(earlier.id, data='{"text": "' + "é" * 60_000 + '"}')
    return path, workshop


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sound, dict[int, Note]]:
    """A closed file with a board of notes, some of them changed since."""
    path = tmp_path_factory.mktemp("carving") / "a.workshop"
    workshop = board_of(400)
    with Document.create(path, workshop) as document:
        for note in list(workshop[Note])[::9]:
            with document.workshop.step("note.edit"):
                workshop[Note].replace(note.id, text=f"{note.text}, and more")
    return look(path), {note.id: note for note in workshop[Note]}


def test_a_sound_file_is_read_as_sqlite_reads_it(everything: tuple[Path, Workshop]) -> None:
    path, workshop = everything
    found = carve(path.read_bytes(), PATIENCE)
    for table in workshop.tables():
        assert found.rows[table.info.name] == {row.id: row for row in table}
    assert found.loose == {}
    assert found.twice == []
    assert +found.unreadable == Counter()
    assert found.complete
    with closing(sqlite3.connect(path)) as file:
        for name in (META, SEQUENCE):
            stored = dict(file.execute(f"SELECT * FROM {name}").fetchall())
            assert found.pairs[name] == stored
    assert sorted(found.rows[STEP]) == [2, 3]
    assert [each.change.table for each in found.rows[CHANGE].values()] == ["note", "earlier"]
    assert len(found.rows[PICTURE][1].data) == 102_400


@pytest.mark.parametrize("size", [512, 1024, 65536])
def test_pages_of_any_size(everything: tuple[Path, Workshop], tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.workshop"
    shutil.copyfile(everything[0], path)
    with by_hand(path) as file:
        file.execute("PRAGMA journal_mode=DELETE")
        file.execute(f"PRAGMA page_size={size}")
        file.execute("VACUUM")
    found = carve(path.read_bytes(), PATIENCE)
    for table in everything[1].tables():
        assert found.rows[table.info.name] == {row.id: row for row in table}


def test_the_trees_of_a_new_file_begin_where_they_are_looked_for(
    everything: tuple[Path, Workshop],
) -> None:
    with closing(sqlite3.connect(everything[0])) as file:
        stored = file.execute("SELECT type, name, rootpage FROM sqlite_master").fetchall()
    assert sorted(stored) == sorted(_usual_roots())
    assert len(stored) == len(schema())


@pytest.mark.parametrize("pages", [1, 2, 12])
def test_without_its_head_and_schema_a_file_gives_all_the_same(
    everything: tuple[Path, Workshop], pages: int
) -> None:
    path, workshop = everything
    data = path.read_bytes()
    found = carve(bytes(pages * USUAL_SIZE) + data[pages * USUAL_SIZE :], PATIENCE)
    for table in workshop.tables():
        rows = {row.id: row for row in table}
        assert found.rows.get(table.info.name, {}).items() <= rows.items()
    assert found.rows["note"] == {note.id: note for note in workshop[Note]}


def missing(damaged: Damaged, board: tuple[Sound, dict[int, Note]]) -> list[int]:
    """The notes of which no byte was hit and which are not found as they were."""
    sound, notes = board
    carved = carve(damaged.data, PATIENCE)
    assert carved.complete
    found = Counter(says(note) for note in carved.rows.get("note", {}).values())
    found.update(says(note) for note in carved.loose.get("note", {}).values())
    found.update(says(note) for name, note in carved.twice if name == "note")
    return [
        id for id, span in sound.spans.items()
        if not damaged.hits(span) and not found[says(notes[id])]
    ]  # fmt: skip


def damage(board: tuple[Sound, dict[int, Note]], seed: int) -> Damaged:
    rng = Random(seed)
    return rng.choice(WAYS)(board[0].data, rng, board[0].pages)


@pytest.mark.parametrize("seed", range(80))
def test_every_note_none_of_whose_bytes_was_hit_is_found(
    board: tuple[Sound, dict[int, Note]], seed: int
) -> None:
    damaged = damage(board, seed)
    assert missing(damaged, board) == [], damaged.how


def test_pages_in_each_others_place_lose_nothing(board: tuple[Sound, dict[int, Note]]) -> None:
    sound = board[0]
    leaves = sorted({begin // USUAL_SIZE for begin, _ in sound.spans.values()})
    pages = [sound.data[at : at + USUAL_SIZE] for at in range(0, len(sound.data), USUAL_SIZE)]
    for seed in range(5):
        order = Random(seed).sample(leaves, len(leaves))
        moved = dict(zip(leaves, order, strict=True))
        data = b"".join(pages[moved.get(at, at)] for at in range(len(pages)))
        assert missing(Damaged("shuffle", data, ()), board) == []


@pytest.mark.parametrize("seed", range(20))
def test_nothing_at_all_fails_or_hangs(board: tuple[Sound, dict[int, Note]], seed: int) -> None:
    rng = Random(seed)
    if seed % 2:
        data = rng.randbytes(rng.choice((0, 1, 99, 100, 5000, 300_000)))
    else:
        data = damage(board, 1000 + seed).data
    carve(data, PATIENCE)


@pytest.mark.long
def test_many_damaged_files(board: tuple[Sound, dict[int, Note]]) -> None:
    for seed in range(5_000, 8_000):
        damaged = damage(board, seed)
        assert missing(damaged, board) == [], (seed, damaged.how)


def test_there_is_an_end_to_looking(board: tuple[Sound, dict[int, Note]]) -> None:
    assert not carve(Random(1).randbytes(3_000_000), 0.01).complete
    assert not carve(board[0].data, 0.0).complete


def test_what_leads_in_circles_ends() -> None:
    page = bytearray(USUAL_SIZE * 3)
    page[:16] = b"SQLite format 3\0"
    page[16:18] = USUAL_SIZE.to_bytes(2, "big")
    page[100], page[108:112] = 5, (2).to_bytes(4, "big")  # inner: to page 2
    page[4096], page[4104:4108] = 5, (1).to_bytes(4, "big")  # which leads to page 1
    page[8192:8196] = (3).to_bytes(4, "big")
    assert carve(bytes(page), PATIENCE).is_empty
    pages = Pages(bytes(page))
    assert list(pages.tree(1)) == [1, 2]
    assert pages._beyond(3, 10**9)[1] == (3, 3, 3)


@pytest.mark.parametrize(
    "payload", [b"", b"\x01", b"\x03\x0b\x0b", b"\x02\x0f\xff", b"\x02\x07\0", b"\xff" * 12]
)
def test_bytes_that_are_no_row(payload: bytes) -> None:
    assert read_values(payload) in (None, [])


def test_numbers_of_any_length() -> None:
    for value in (0, 127, 128, 2**14, 2**28, 2**35, 2**56, 2**63):
        with closing(sqlite3.connect(":memory:")) as file:
            file.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a)")
            number = value - 2**64 if value >= 2**63 else value
            file.execute("INSERT INTO t VALUES (?, ?)", (number, number))
            pages = Pages(file.serialize())
        page = pages.page(2)
        cell = pages.cell(page, pages.pointers(2)[0])
        assert cell is not None
        assert cell.rowid == value
        assert read_values(cell.payload) == [None, number]
    with pytest.raises(IndexError):
        varint(b"\xff\xff", 0)
