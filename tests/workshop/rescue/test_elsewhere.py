"""Files of which the vault knows nothing, or not the newest: what is left of them comes back."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.builders import board_of
from tests.workshop.keeping.sittings import add_notes, create, shelf_of, texts
from tests.workshop.rescue.cases import brought_back, rescue, work
from tests.workshop.rescue.damage import WAYS, look, says
from tests.workshop.store.files import by_hand, contents
from workshop.document import Document
from workshop.keeping.vault import Vault
from workshop.records.notes import Note
from workshop.records.rounds import Ballot
from workshop.rescue.ladder import bring_back, survey


@pytest.mark.parametrize("seed", range(16))
def test_on_another_computer_every_note_that_was_not_hit_comes_back(
    path: Path, vault: Vault, seed: int
) -> None:
    """There the vault knows nothing of the file."""
    with Document.create(path, board_of(300)) as document:
        for note in list(document.workshop[Note])[::9]:
            with document.workshop.step("note.edit"):
                document.workshop[Note].replace(note.id, text=f"{note.text}, and more")
    sound, rng = look(path), Random(seed)
    damaged = rng.choice(WAYS)(sound.data, rng, sound.pages)
    path.write_bytes(damaged.data)
    found = rescue(path, vault)
    if found.account.problem is None:  # the damage hit nothing that is used
        with Document.open(path) as opened:
            workshop = opened.workshop
    else:
        workshop = brought_back(found, vault, path)
    there = {says(note) for note in workshop[Note]}
    for id, span in sound.spans.items():
        assert damaged.hits(span) or says(document.workshop[Note][id]) in there


def test_a_file_that_was_worked_in_elsewhere_is_put_together_with_what_is_here(
    path: Path, vault: Vault
) -> None:
    """It has notes that the vault does not know, and lost a page that a backup has."""
    with create(path, vault, 300) as document:
        add_notes(document.workshop)
    with Document.open(path) as elsewhere:
        add_notes(elsewhere.workshop, 5)
        with elsewhere.workshop.step("note.delete"):
            elsewhere.workshop[Note].remove(12)
        with elsewhere.workshop.step("note.edit"):
            elsewhere.workshop[Note].replace(20, text="Edited elsewhere")
    sound = look(path)
    data = bytearray(sound.data)
    leaf = min(begin // 4096 for begin, _ in sound.spans.values())
    data[leaf * 4096 : (leaf + 1) * 4096] = Random(1).randbytes(4096)
    path.write_bytes(data)
    lost = [id for id, (begin, _) in sound.spans.items() if begin // 4096 == leaf]
    assert 20 in lost
    found = rescue(path, vault)
    account = found.account
    assert not account.is_all
    assert account.notes_from["backup"] + account.notes_from["history"] == len(lost)
    assert contents(brought_back(found, vault, path)) == contents(elsewhere.workshop)


def test_steps_that_the_file_lost_are_done_again_on_what_is_left_of_it(
    path: Path, vault: Vault
) -> None:
    """No backup, a damaged page, and the last steps only in the recording."""
    document = create(path, vault, 300)
    add_notes(document.workshop)
    document.close()
    earlier = path.read_bytes()
    with Document.open(path, vault=vault) as document:
        steps = add_notes(document.workshop, 2)
        with document.workshop.step("note.delete"):
            document.workshop[Note].remove(250)
    shutil.rmtree(shelf_of(document, vault).backups_folder)
    path.write_bytes(earlier)
    sound = look(path)
    begin, _ = sound.spans[3]
    data = bytearray(earlier)
    data[begin : begin + 9] = b"\xff" * 9
    path.write_bytes(data)
    found = rescue(path, vault)
    workshop = brought_back(found, vault, path)
    assert set(texts(document.workshop)) - set(texts(workshop)) == {document.workshop[Note][3].text}
    assert 250 not in workshop[Note]
    assert found.account.last >= steps[-1].at


def test_a_transaction_that_a_crash_cut_short_is_taken_back_in_the_copy(
    path: Path, vault: Vault
) -> None:
    workshop = work(path, Vault(vault.folder.with_name("other")))
    program = (
        "import sqlite3, os, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size=1'); c.execute('BEGIN')\n"
        "c.execute('UPDATE note SET text = ?', ('half done',))\n"
        "c.executemany('INSERT INTO meta VALUES (?, ?)', [(n, 'x' * 900) for n in range(900)])\n"
        "os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    with path.open("r+b") as opened:  # and then a page of some index was hit
        opened.seek(sound_page(path) * 4096)
        opened.write(b"\xff" * 4096)
    found = rescue(path, vault)
    assert found.account.problem is not None
    assert contents(brought_back(found, vault, path)) == contents(workshop)


def sound_page(path: Path) -> int:
    """A page of an index, counted from 0."""
    copy = path.with_name("copy")
    shutil.copyfile(path, copy)
    shutil.copyfile(f"{path}-journal", f"{copy}-journal")
    with by_hand(copy) as file:
        root = file.execute("SELECT rootpage FROM sqlite_master WHERE name='note_by_nr'").fetchone()
    for each in (copy, Path(f"{copy}-journal")):
        each.unlink(missing_ok=True)
    return int(root[0]) - 1


def test_a_file_with_a_trigger_gives_its_rows_and_runs_nothing(path: Path, vault: Vault) -> None:
    work(path, Vault(vault.folder.with_name("other")))
    with by_hand(path) as file:
        file.execute("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END")
        file.execute("INSERT INTO ballot (id, key, stage, question, dots, max_per_item, voters,"
                     " own_notes, by_hands, warm_up, supervote, reason)"
                     " VALUES (9, 'b', 1, 'Which?', 3, 2, 'everyone', 1, 0, 0, 0, '')")  # fmt: skip
    found = rescue(path, vault)
    assert found.account.problem is not None
    assert found.account.problem.key == "file.schema"
    workshop = brought_back(found, vault, path)
    assert len(texts(workshop)) == found.account.counts.notes == 26
    assert len(workshop[Ballot]) == found.account.counts.ballots == 1


def test_a_row_that_no_record_takes_is_left_out(path: Path, vault: Vault) -> None:
    with Document.create(path, board_of(20)) as document:
        hash = document.add_picture(b"a picture", "image/png")
    with by_hand(path) as file:
        file.execute("PRAGMA ignore_check_constraints=ON")
        file.execute("UPDATE note SET text = char(7) WHERE id = 4")
    found = rescue(path, vault)
    workshop = brought_back(found, vault, path)
    assert [note.id for note in workshop[Note]] == [1, 2, 3, *range(5, 21)]
    with Document.open(path.with_name("new.workshop")) as document:
        assert document.picture(hash)


@pytest.mark.long
def test_many_damaged_files_come_back(path: Path, vault: Vault) -> None:
    Document.create(path, board_of(300)).close()
    sound, notes = look(path), board_of(300)[Note]
    for seed in range(1000, 1400):
        rng = Random(seed)
        damaged = rng.choice(WAYS)(sound.data, rng, sound.pages)
        path.write_bytes(damaged.data)
        found = survey(path, vault)
        if found.account.problem is None:
            continue
        to = path.with_name(f"{seed}.workshop")
        bring_back(found, to)
        with Document.open(to) as document:
            there = {says(note) for note in document.workshop[Note]}
        to.unlink()
        for id, span in sound.spans.items():
            assert damaged.hits(span) or says(notes[id]) in there, seed
