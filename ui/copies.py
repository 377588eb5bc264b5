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


def as_yaml(workshop: Workshop, what: str) -> bytes:
    """A copy as YAML, which imports again: the archive without loss but for history, the copy to
    share without anything private."""
    from workshop.interchange import writer
    from workshop.sharing import copy_to_share

    shown = copy_to_share(workshop) if what == SHARED else workshop
    return writer.write_workshop(shown).encode()


def is_workshop(target: Path) -> bool:
    """Whether a copy to share is to be a workshop file, by the name it is to have."""
    return target.suffix.lower() == SUFFIX


def write_shared(workshop: Workshop, read: ReadPicture, target: Path, force: bool = False) -> None:
    """Writes a workshop file to share, with an identity of its own: no history, and only pictures
    that are shown. Raises `FileProblem`."""
    from workshop.sharing import copy_to_share, picture_hashes

    copy = copy_to_share(workshop)
    found = (read(hash) for hash in sorted(picture_hashes(copy)))
    pictures = [picture for picture in found if picture is not None]
    write_whole(whole(copy, (), pictures), Path(target).absolute(), force)
