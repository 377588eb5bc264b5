"""A workshop that a program is writing to can be copied at any moment, and each copy is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.jobs import board
from tests.crash.wholeness import check_history
from tests.crash.workers import NO_FORK, Workers
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.store import snapshot

pytestmark = NO_FORK
FILES, COPIES = 6, 8


def copy_while_it_is_written(workers: Workers, path: Path, folder: Path, seed: int) -> list[Path]:
    """Copies a file several times over while a program works on it; those that came out."""
    Document.create(path, board(), force=True).close()
    worker = workers.start("write_on", path=path, seed=seed)
    worker.line()
    made = []
    for number in range(COPIES):
        place = folder / f"{seed}-{number}"
        place.mkdir()
        try:
            made.append(snapshot.snapshot(path, place))
        except FileProblem as problem:
            if problem.key != "file.in_use":
                raise
    worker.kill()
    worker.rest()
    return made


def test_copies_of_a_file_in_use(workers: Workers, path: Path, tmp_path: Path) -> None:
    made = []
    for seed in range(FILES):
        made += copy_while_it_is_written(workers, path, tmp_path, seed)
    assert len(made) > FILES
    for copy in made:
        with Document.open(copy) as document:
            check_history(document, board())


def test_a_file_that_never_rests_is_told(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Document.create(path, board()).close()
    monkeypatch.setattr(snapshot, "PAUSE", 0)
    monkeypatch.setattr(snapshot, "_same", lambda *_: False)
    with pytest.raises(FileProblem) as caught:
        snapshot.snapshot(path, tmp_path)
    assert caught.value.key == "file.in_use"
