"""The two copies of the data: the archive, which has everything, and the copy to share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ui.files import SUFFIX
from workshop.state import Workshop
from workshop.store.pictures import Picture
from workshop.store.whole import whole, write_whole

ARCHIVE, SHARED = "data", "share"
ReadPicture = Callable[[str], Picture | None]
"""The picture of a hash. Raises `FileProblem`."""


def as_yaml(workshop: Workshop, what: str, read: ReadPicture) -> bytes:
    """A copy as YAML with its pictures, which imports again: the archive without loss but for
    history, the copy to share without anything private. Raises `FileProblem`."""
    from workshop.interchange import writer
    from workshop.sharing import copy_to_share

    shown = copy_to_share(workshop) if what == SHARED else workshop
    return writer.write_workshop(shown, _pictures(shown, read)).encode()


def _pictures(workshop: Workshop, read: ReadPicture) -> list[Picture]:
    """The pictures that something in a workshop shows, as far as they can be read."""
    from workshop.sharing import picture_hashes

    found = (read(hash) for hash in sorted(picture_hashes(workshop)))
    return [picture for picture in found if picture is not None]


def is_workshop(target: Path) -> bool:
    """Whether a copy to share is to be a workshop file, by the name it is to have."""
    return target.suffix.lower() == SUFFIX


def write_shared(workshop: Workshop, read: ReadPicture, target: Path, force: bool = False) -> None:
    """Writes a workshop file to share, with an identity of its own: no history, and only pictures
    that are shown. Raises `FileProblem`."""
    from workshop.sharing import copy_to_share

    copy = copy_to_share(workshop)
    pictures = _pictures(copy, read)
    write_whole(whole(copy, (), pictures), Path(target).absolute(), force)
