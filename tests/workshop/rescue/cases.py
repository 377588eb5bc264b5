"""Workshops to be brought back, and what comes of it."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.workshop.keeping.sittings import add_notes, change_stage, create
from workshop.document import Document
from workshop.keeping.drafts import CAPTURE, Draft
from workshop.keeping.vault import Vault
from workshop.records.notes import Note
from workshop.rescue.ladder import Rescue, bring_back, survey
from workshop.state import Workshop


def rescue(path: Path, vault: Vault) -> Rescue:
    """Surveys; file, folder and vault stay as they are."""
    before = _files(path.parent) | _files(vault.folder)
    found = survey(path, vault)
    assert _files(path.parent) | _files(vault.folder) == before
    assert found.account.file == path
    return found


def _files(folder: Path) -> dict[Path, tuple[int, bytes]]:
    return {
        each: (each.stat().st_mtime_ns, each.read_bytes())
        for each in folder.rglob("*")
        if each.is_file()
    }


def brought_back(found: Rescue, vault: Vault, path: Path) -> Workshop:
    """What stands in the new file, which opens like any other."""
    to = path.with_name("new.workshop")
    before = path.read_bytes() if path.exists() else None
    bring_back(found, to, vault)
    assert (path.read_bytes() if path.exists() else None) == before
    with Document.open(to, vault=vault) as document:
        assert document.left_over.steps == ()
        assert found.account.counts.notes == len(document.workshop[Note])
        return document.workshop


def work(path: Path, vault: Vault) -> Workshop:
    """Two sittings: a board, notes, one of them edited, one removed, a stage that began."""
    with create(path, vault) as document:
        add_notes(document.workshop, 3)
        change_stage(document.workshop)
    with Document.open(path, vault=vault) as document:
        workshop = document.workshop
        with workshop.step("note.edit"):
            workshop[Note].replace(5, text="Edited")
        with workshop.step("note.delete"):
            workshop[Note].remove(7)
        add_notes(workshop, 4)
        document.keep_draft(Draft(CAPTURE, "half a thought", {"stage": 1}))
    return workshop


def scramble(path: Path) -> None:
    """Every other page from the third on is noise."""
    data = bytearray(path.read_bytes())
    for page in range(2, len(data) // 4096, 2):
        data[page * 4096 : (page + 1) * 4096] = Random(page).randbytes(4096)
    path.write_bytes(data)
