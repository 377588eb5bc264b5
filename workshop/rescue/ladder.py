"""The ladder by which a workshop is brought back: what can be had, from where, and how much it is.

Step by step: is the file sound, do recordings have more than it, does a backup with the recordings
after it have everything, and if not, what is left of the file row by row. The file itself is only
read; whatever is brought back goes into a new one.
"""

from __future__ import annotations

import datetime
import logging
import os
from collections import Counter
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from workshop.errors import FileProblem
from workshop.keeping.backups import Backup
from workshop.keeping.drafts import Draft
from workshop.keeping.recordings import Recording, continuation
from workshop.keeping.vault import Shelf, Vault
from workshop.rescue.carving import Carved, carve
from workshop.rescue.counts import Counts, counts_of
from workshop.rescue.pieces import newest_step, put_together
from workshop.rescue.replay import holds_together, replay
from workshop.rescue.shapes import META, PICTURE
from workshop.state import Workshop
from workshop.store.apart import Found, copy_of, read_whole
from workshop.store.beside import has_journal
from workshop.store.connection import connect, lock
from workshop.store.header import undisturbed
from workshop.store.opening import PATIENCE
from workshop.store.pictures import Picture
from workshop.store.trouble import READING
from workshop.store.whole import Whole, whole, write_whole
from workshop.tables import tables

NOT_TO_MEND = frozenset(
    {
        "file.in_use", "file.newer", "file.older", "file.folder", "file.not_a_file",
        "file.no_access", "file.too_slow",
    }
)  # fmt: skip
"""Problems that are none of the file's content."""
_LARGEST = 1_000_000_000
"""Bytes of a file that are looked through."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Account:
    """What was found, in plain facts."""

    file: Path
    problem: FileProblem | None = None
    """What is wrong with the file; None if it is sound."""
    counts: Counts = field(default_factory=Counts)
    """What there would be in a new file."""
    last: str = ""
    """When the last change was made that is in it, a stamp; empty where that is not known."""
    is_all: bool = False
    """Whether that is everything up to the last change that is known of."""
    cut_short: bool = False
    """Whether there was no time to look through all of the file."""
    steps: int = 0
    """Changes out of recordings that neither the file nor the backup has."""
    backup_at: datetime.datetime | None = None
    """When the backup was made that it stands on, if it does."""
    notes_from: Counter[str] = field(default_factory=Counter)
    """How many notes were found where, if they had to be put together."""
    lost: Counter[str] = field(default_factory=Counter)
    """Rows that were found and could not be kept, by table."""
    stand_ins: Counter[str] = field(default_factory=Counter)
    """Rows made in the place of lost ones, by table."""
    backups: tuple[Backup, ...] = ()
    """All that there are, newest first."""
    moved_to: Path | None = None
    """The other file in which the work went on."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """What can be brought back, and the account of it. Without `content`: nothing, or nothing that
    the file does not have itself."""

    account: Account
    content: Whole | None = None
    drafts: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    """A backup with all that is in it."""

    backup: Backup
    found: Found


def survey(path: Path, vault: Vault, patience: float = PATIENCE) -> Rescue:
    """Finds out what can be brought back of a workshop; writes nothing. `patience` in seconds, for
    each of the longer parts. Raises FileProblem where the content of the file is not what is wrong
    (`NOT_TO_MEND`), and OSError where there is no room for a copy."""
    path = Path(path).absolute()
    try:
        found = read_whole(path, patience)
    except FileProblem as problem:
        if problem.key in NOT_TO_MEND:
            raise
        return _of_damaged(path, problem, vault, patience)
    return _of_sound(path, found, vault.shelf(found.identity))


def bring_back(rescue: Rescue, to: Path, vault: Vault | None = None) -> None:
    """Writes what can be brought back to a new file. Drafts go with it, into the vault. Raises
    FileProblem, `file.exists` where there is a file already."""
    if rescue.content is None:
        raise FileProblem("rescue.nothing", file=str(rescue.account.file))
    to = Path(to).absolute()
    write_whole(rescue.content, to)
    if vault is not None and rescue.drafts:
        found = read_whole(to)
        recorder = vault.shelf(found.identity).begin(to, found.identity, found.last, {})
        for draft in rescue.drafts:
            recorder.draft(draft)
        recorder.close()


def _of_sound(path: Path, found: Found, shelf: Shelf) -> Rescue:
    """A file in order: do the recordings have more?"""
    left = shelf.left_over(found.last)
    steps = replay(found.workshop, left.steps)
    account = Account(file=path, is_all=True, moved_to=left.moved_to)
    account.backups = tuple(shelf.backups())
    account.counts, account.steps = counts_of(found.workshop), len(steps)
    account.last = steps[-1].at if steps else found.last[1]
    if not steps or not holds_together(found.workshop):
        return Rescue(account, None, left.drafts)
    content = whole(found.workshop, [*found.content.steps, *steps], found.content.pictures)
    return Rescue(account, content, left.drafts)


def _of_damaged(path: Path, problem: FileProblem, vault: Vault, patience: float) -> Rescue:
    """A file that cannot be opened, or none at all."""
    carved = carve(_bytes_of(path), patience)
    shelf = _shelf_of(path, carved, vault)
    recordings = shelf.recordings() if shelf else []
    account = Account(file=path, problem=problem, cut_short=not carved.complete)
    account.backups = tuple(shelf.backups()) if shelf else ()
    kept = _newest_sound(account.backups, patience)
    drafts = tuple(recordings[-1].drafts.values()) if recordings else ()
    exact = _exact(account, kept, recordings, carved) if kept is not None else None
    content = exact or _put_together(account, kept, recordings, carved)
    return Rescue(account, content, drafts)


def _newest_sound(backups: Sequence[Backup], patience: float) -> _Kept | None:
    """The newest backup in which everything is in order."""
    for backup in backups:
        try:
            return _Kept(backup, read_whole(backup.file, patience))
        except (FileProblem, OSError) as problem:
            log.warning("A backup cannot be used: %s", problem)
    return None


def _exact(
    account: Account, kept: _Kept, recordings: Sequence[Recording], carved: Carved
) -> Whole | None:
    """A backup with all the recorded steps after it, if the file had nothing more than that."""
    found = kept.found
    workshop = found.workshop
    steps = replay(workshop, continuation(recordings, found.last))
    if not _has_everything(workshop, carved) or not holds_together(workshop):
        return None
    account.counts, account.steps = counts_of(workshop), len(steps)
    account.is_all = carved.complete
    account.last = steps[-1].at if steps else found.last[1]
    account.backup_at = kept.backup.at
    return whole(workshop, [*found.content.steps, *steps], _pictures(carved, kept))


def _has_everything(workshop: Workshop, carved: Carved) -> bool:
    """Whether nothing that is left of a file is newer than a workshop."""
    newer_rows = (
        id > workshop.sequence.get(name, 0) for name in tables() for id in carved.rows.get(name, {})
    )
    return newest_step(carved) <= workshop.last_step and not any(newer_rows)


def _put_together(
    account: Account, kept: _Kept | None, recordings: Sequence[Recording], carved: Carved
) -> Whole | None:
    """What is left of the file, with what recordings and the backup have of the rest."""
    backup = kept.found.workshop if kept else None
    pieces, mended = put_together(carved, recordings, backup)
    account.counts, account.notes_from = counts_of(mended.workshop), pieces.notes_from
    account.lost, account.stand_ins = mended.lost, mended.stand_ins
    account.last = pieces.last
    if kept is not None:
        account.backup_at = kept.backup.at
    if not any(len(table) for table in mended.workshop.tables()):
        return None
    return whole(mended.workshop, (), _pictures(carved, kept))


def _pictures(carved: Carved, kept: _Kept | None) -> list[Picture]:
    """Every picture that is left."""
    found = {each.hash: each for each in (kept.found.content.pictures if kept else ())}
    for rows in (carved.loose, carved.rows):
        found |= {each.hash: each for each in rows.get(PICTURE, {}).values()}
    return list(found.values())


def _bytes_of(path: Path) -> bytes:
    """What is left of a file, an unfinished transaction taken back if that is possible."""
    try:
        with copy_of(path) as copy:
            if has_journal(copy):
                with suppress(*READING), closing(connect(copy)) as connection:
                    lock(connection)
            return _read(copy)
    except FileProblem as problem:
        if problem.key != "file.beside":  # what stands beside it is left alone
            return b""
    with undisturbed(path):
        return _read(path)


def _read(path: Path) -> bytes:
    with path.open("rb") as opened:
        size = os.fstat(opened.fileno()).st_size
        return opened.read(min(size, _LARGEST))  # which makes room for as much as is asked for


def _shelf_of(path: Path, carved: Carved, vault: Vault) -> Shelf | None:
    """Where the vault has this workshop: by its identity, else by where it was."""
    identity = carved.pairs.get(META, {}).get("identity")
    shelf = vault.shelf(identity) if identity else None
    if shelf is not None and (shelf.backups() or shelf.recordings()):
        return shelf
    return next(reversed(vault.of_path(path)), None)
