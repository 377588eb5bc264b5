"""Pictures in YAML: their bytes as base64, so that one file carries all of a workshop."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable

from workshop.fields import Plain
from workshop.frozen import frozen
from workshop.interchange.source import Source
from workshop.sharing import picture_hashes
from workshop.state import Workshop
from workshop.store.pictures import Picture, media_type_of, picture

MEDIA_TYPES = ("image/png", "image/jpeg", "image/webp")
_LINE = 96
"""Characters of a line of base64."""


@frozen
class Archive:
    """All that a YAML file holds: a workshop, and the pictures that its records name."""

    workshop: Workshop
    pictures: tuple[Picture, ...] = ()


def write(workshop: Workshop, pictures: Iterable[Picture]) -> dict[str, Plain]:
    """The section `pictures`: those that are named, by hash; nothing where there are none."""
    wanted = picture_hashes(workshop)
    found = sorted((one for one in pictures if one.hash in wanted), key=lambda one: one.hash)
    rows: list[Plain] = [
        {"hash": one.hash, "media_type": one.media_type, "data": _text(one.data)} for one in found
    ]
    return {"pictures": rows} if rows else {}


def _text(data: bytes) -> str:
    whole = base64.b64encode(data).decode("ascii")
    return "\n".join(whole[at : at + _LINE] for at in range(0, len(whole), _LINE)) + "\n"


def read(root: Source) -> tuple[Picture, ...]:
    """Reads the section `pictures`; refuses bytes that are not what their hash says."""
    return tuple(_read(item) for item in root.each("pictures"))


def _read(item: Source) -> Picture:
    hash, kind, data = (item.need(name) for name in ("hash", "media_type", "data"))
    if kind.plain not in MEDIA_TYPES:
        kind.fail(", ".join(MEDIA_TYPES))
    try:
        found = base64.b64decode("".join(str(data.plain).split()), validate=True)
    except (binascii.Error, ValueError):
        data.fail("the bytes of the picture as base64")
    if media_type_of(found) != kind.plain:
        data.fail(f"the bytes of a picture of the type {kind.plain}")
    made = picture(found, str(kind.plain))
    if made.hash != hash.plain:
        hash.fail(f"{made.hash}, the SHA-256 of its data")
    item.finish()
    return made
