"""Files with bytes changed, pages blanked or ends cut off: each is refused with a sentence or
opens as any workshop does. None crashes the program or keeps it busy, and none is changed."""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.builders import fill
from tests.workshop.store.files import contents
from ui import messages
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.records.notes import Note
from workshop.state import Workshop
from workshop.store.health import examine

pytestmark = pytest.mark.timeout(240)
PAGE = 4096
FLIPS, LONG_FLIPS = 400, 20_000
CHUNKS = 4
Contents = dict[str, list[object]]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with a row in every table, and some history."""
    path = tmp_path_factory.mktemp("sound") / "sound.workshop"
    with Document.create(path, fill(Workshop())) as document:
        for number in range(30):
            with document.workshop.step("notes.edit"):
                document.workshop[Note].replace(1, text=f"Changed {number}")
    return path.read_bytes()


def try_to_open(path: Path, content: bytes) -> Workshop | None:
    """Opens a file with this content, if it opens, and reads its history; else it is as it was."""
    path.write_bytes(content)
    try:
        with Document.open(path) as document:
            with suppress(FileProblem):
                document.read_steps()
            return document.workshop
    except FileProblem as problem:
        told = messages.sentence(problem)
    assert told.endswith(".")
    assert path.read_bytes() == content
    return None


def flips(sound: bytes, seed: int, count: int) -> Iterator[bytes]:
    """The file with one to twenty bits changed, in one place or all over."""
    choose = random.Random(seed)
    for _ in range(count):
        content, first = bytearray(sound), choose.randrange(len(sound))
        near = choose.random() < 0.5
        for _ in range(choose.choice((1, 1, 3, 20))):
            at = min(first + choose.randrange(64), len(sound) - 1) if near else None
            content[choose.randrange(len(sound)) if at is None else at] ^= 1 << choose.randrange(8)
        yield bytes(content)


@pytest.mark.parametrize("seed", range(CHUNKS))
def test_flipped_bits(sound: bytes, path: Path, seed: int) -> None:
    found = [try_to_open(path, each) for each in flips(sound, seed, FLIPS // CHUNKS)]
    assert any(found)
    assert not all(found)


@pytest.mark.long
def test_many_flipped_bits(sound: bytes, path: Path) -> None:
    for content in flips(sound, CHUNKS, LONG_FLIPS):
        try_to_open(path, content)
        examine(path)


@pytest.mark.parametrize("chunk", range(CHUNKS))
@pytest.mark.parametrize("filling", [b"\0", b"\xff"])
def test_blank_pages(sound: bytes, path: Path, filling: bytes, chunk: int) -> None:
    """Every page in turn."""
    for page in range(chunk, len(sound) // PAGE, CHUNKS):
        start = page * PAGE
        spoilt = sound[:start] + filling * PAGE + sound[start + PAGE :]
        assert try_to_open(path, spoilt) is None or page >= len(sound) // PAGE - 1


@pytest.mark.parametrize("honest", [True, False])
def test_every_length(sound: bytes, path: Path, honest: bool) -> None:
    """Cut off at every border of a page, and beside it; the header says so, or does not."""
    for page in range(len(sound) // PAGE):
        size = struct.pack(">I", page) if honest else sound[28:32]
        for length in (page * PAGE, page * PAGE + 1) if page % 10 == 0 else (page * PAGE,):
            content = (sound[:28] + size + sound[32:])[:length]
            assert try_to_open(path, content) is None


def test_pages_that_changed_places(sound: bytes, path: Path, filled: Contents) -> None:
    """Each page is sound for itself."""
    choose, pages = random.Random(1), [sound[at : at + PAGE] for at in range(0, len(sound), PAGE)]
    for _ in range(60):
        mixed = list(pages)
        one, other = choose.sample(range(1, len(pages)), 2)
        mixed[one], mixed[other] = mixed[other], mixed[one]
        opened = try_to_open(path, b"".join(mixed))
        assert opened is None or contents(opened) == filled


@pytest.fixture(scope="module")
def filled(sound: bytes, tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """What is in it."""
    opened = try_to_open(tmp_path_factory.mktemp("filled") / "a.workshop", sound)
    assert opened is not None
    return contents(opened)
