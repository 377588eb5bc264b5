"""Pictures in the file, by the hash of their bytes, outside steps: undo never loses one."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workshop.errors import Refused

MOST_BYTES = 15_000_000
"""Of one picture; the file takes rows of up to 20 MB."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An encoded picture, such as the bytes of a PNG file."""

    hash: str
    media_type: str
    data: bytes


def media_type_of(data: bytes) -> str | None:
    """What sort of picture these bytes begin as: PNG (its eight-byte signature), JPEG (the markers
    SOI and the first of a segment), WebP (RIFF container); None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return None


def picture(data: bytes, media_type: str) -> Picture:
    """A picture with its name: the SHA-256 of its bytes. Raises Refused (`picture.too_large`)."""
    if len(data) > MOST_BYTES:
        raise Refused("picture.too_large", bytes=len(data), allowed=MOST_BYTES)
    return Picture(hashlib.sha256(data).hexdigest(), media_type, data)


def write_pictures(connection: sqlite3.Connection, pictures: Iterable[Picture]) -> None:
    """Adds pictures that are not there yet, inside a transaction. Raises sqlite3.Error."""
    statement = 'INSERT OR IGNORE INTO "picture" ("hash", "media_type", "bytes") VALUES (?, ?, ?)'
    for each in pictures:
        connection.execute(statement, (each.hash, each.media_type, each.data))


def read_picture(connection: sqlite3.Connection, hash: str) -> Picture | None:
    """The picture of this hash, or None. Raises sqlite3.Error."""
    statement = 'SELECT "hash", "media_type", "bytes" FROM "picture" WHERE "hash"=?'
    found = connection.execute(statement, (hash,)).fetchone()
    return Picture(*found) if found else None


def read_pictures(connection: sqlite3.Connection) -> Iterator[Picture]:
    """Every picture. Raises sqlite3.Error."""
    for row in connection.execute('SELECT "hash", "media_type", "bytes" FROM "picture"'):
        yield Picture(*row)
