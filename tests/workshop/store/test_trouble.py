"""The disk is full, gone or wrong: the workshop goes on, and nothing of it is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.builders import board_of
from tests.disks import POSIX, mount, no_room_past, small_disk, use_up
from tests.workshop.store.news import News, add, assert_all_saved
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.records.notes import Note
from workshop.store import open_file, writer
from workshop.store.steps import write_step
from workshop.store.whole import whole, write_whole


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes nothing is tried again soon."""
    monkeypatch.setattr(writer, "LONGEST_PAUSE", 0.25)


def test_a_full_disk_costs_nothing_once_there_is_room_again(document: Document) -> None:
    news = News(document)
    document.ask(lambda file: file.execute("PRAGMA max_page_count=1").fetchone())
    add(document, 100)
    news.wait(lambda news: news.troubles == ["file.disk_full"])
    trouble = document.trouble
    assert trouble
    assert (trouble.key, trouble.facts["file"]) == ("file.disk_full", str(document.path))
    assert len(document.pending) > 0
    assert len(document.workshop[Note]) == 120
    document.ask(lambda file: file.execute("PRAGMA max_page_count=1000000").fetchone())
    news.wait(lambda news: news.troubles == ["file.disk_full", None])
    news.wait(lambda news: len(news.saved) == 100)
    assert news.saved == sorted(news.saved)
    assert not document.pending
    assert document.trouble is None
    assert_all_saved(document, 120)


def test_closing_in_trouble_ends_and_says_what_is_missing(document: Document) -> None:
    document.ask(lambda file: file.execute("PRAGMA max_page_count=1").fetchone())
    add(document, 100)
    with pytest.raises(FileProblem) as caught:
        document.close(patience=0.1)
    assert caught.value.key == "file.not_saved"
    assert caught.value.facts["why"] == "file.disk_full"
    assert caught.value.facts["steps"] == len(document.pending) > 0
    add(document)  # it goes on
    document.ask(lambda file: file.execute("PRAGMA max_page_count=1000000").fetchone())
    assert_all_saved(document, 121)


def test_going_on_elsewhere_takes_everything_along(document: Document, tmp_path: Path) -> None:
    hash = document.add_picture(b"a picture", "image/png")
    add(document, 3)
    before, news = document.path, News(document)
    document.ask(lambda file: file.execute("PRAGMA max_page_count=1").fetchone())
    add(document, 100)
    later = document.add_picture(b"another", "image/png")
    news.wait(lambda news: news.troubles == ["file.disk_full"])
    pending, identity = document.pending, document.identity
    document.go_on_at(tmp_path / "elsewhere.workshop")
    assert document.path == tmp_path / "elsewhere.workshop"
    assert document.identity != identity
    assert document.trouble is None
    assert news.troubles[-1] is None
    assert set(news.saved) >= pending
    assert not document.pending
    add(document, 2)
    assert document.picture(hash)
    assert document.picture(later)
    assert_all_saved(document, 125)
    with Document.open(before) as old:
        assert len(old.workshop[Note]) >= 23
        old.history.undo()


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", 2048) as stick:
        path = stick / "a.workshop"
        with Document.create(path, board_of(5)) as document:
            news, ballast = News(document), use_up(stick)
            add(document, 300)
            news.wait(lambda news: news.troubles == ["file.disk_full"])
            with pytest.raises(FileProblem) as caught:
                Document.create(stick / "b.workshop", board_of(5))
            assert caught.value.key == "file.disk_full"
            ballast.unlink()
            news.wait(lambda news: len(news.saved) == 300)
            assert_all_saved(document, 305)
            assert [each.name for each in stick.iterdir()] == ["a.workshop"]


@POSIX
def test_a_file_that_may_not_grow(document: Document) -> None:
    news = News(document)
    with no_room_past(document.path.stat().st_size):
        add(document, 100)
        news.wait(lambda news: bool(news.troubles))
        assert news.troubles[0] in ("file.unwritable", "file.disk_full")
    news.wait(lambda news: len(news.saved) == 100)
    assert_all_saved(document, 120)


def test_a_disk_that_is_unmounted_and_comes_back(tmp_path: Path) -> None:
    """Its files are there again under other numbers, as after plugging a stick in again."""
    stick = tmp_path / "stick"
    with small_disk(tmp_path / "medium", 4096) as medium:
        stick.mkdir()
        mount("--bind", str(medium), str(stick))
        with Document.create(stick / "a.workshop", board_of(5)) as document:
            news = News(document)
            subprocess.run(["umount", "-l", str(stick)], check=True)
            add(document, 20)
            news.wait(lambda news: news.troubles == ["file.gone"])
            mount("--bind", str(medium), str(stick))
            news.wait(lambda news: len(news.saved) == 20)
            assert_all_saved(document, 25)
        subprocess.run(["umount", "-l", str(stick)], check=True)


def test_a_stick_that_is_pulled_and_comes_back(tmp_path: Path) -> None:
    """What stands at the path is a new file with the same content: the work goes on in it."""
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    stick.mkdir()
    with Document.create(stick / "a.workshop", board_of(5)) as document:
        news = News(document)
        add(document)
        news.wait(lambda news: len(news.saved) == 1)
        stick.rename(drawer)
        add(document, 20)
        news.wait(lambda news: news.troubles == ["file.gone"])
        shutil.copytree(drawer, stick)  # other files by number, as after plugging in again
        news.wait(lambda news: len(news.saved) == 21)
        assert_all_saved(document, 26)


def test_a_file_that_is_moved_away_and_back(document: Document) -> None:
    news = News(document)
    away = document.path.with_name("away.workshop")
    document.path.rename(away)
    add(document, 2)
    news.wait(lambda news: news.troubles == ["file.gone"])
    away.rename(document.path)
    news.wait(lambda news: len(news.saved) == 2)
    assert_all_saved(document, 22)


@pytest.mark.skipif(os.name == "nt", reason="an open file stays where it is there")
def test_another_file_in_its_place_is_never_written_to(document: Document, tmp_path: Path) -> None:
    news = News(document)
    add(document)
    news.wait(lambda news: len(news.saved) == 1)
    earlier = tmp_path / "earlier.workshop"
    shutil.copyfile(document.path, earlier)  # its own identity, but a step behind
    add(document)
    news.wait(lambda news: len(news.saved) == 2)
    stranger, twin = tmp_path / "stranger.workshop", tmp_path / "twin.workshop"
    Document.create(stranger, board_of(3)).close()
    write_whole(whole(document.workshop, document.read_steps()), twin)  # all but the identity
    for other in (earlier, stranger, twin):
        content = other.read_bytes()
        os.replace(other, document.path)
        add(document)
        news.wait(lambda news: news.troubles[-1:] == ["file.replaced"])
        with pytest.raises(FileProblem) as caught:
            document.close(patience=0.1)
        assert caught.value.facts["why"] == "file.replaced"
        assert document.path.read_bytes() == content
    document.go_on_at(tmp_path / "new.workshop")
    assert_all_saved(document, 25)


def test_a_commit_that_reached_the_disk_and_yet_failed_is_not_done_twice(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen from here it failed; the file has it."""
    real, failures = write_step, iter([True, False])

    def commits_and_fails(connection: sqlite3.Connection, *arguments: object) -> None:
        real(connection, *arguments)  # type: ignore[arg-type]
        if next(failures, False):
            connection.execute("COMMIT")
            raise FileProblem("file.unwritable", file="x")

    monkeypatch.setattr(open_file, "write_step", commits_and_fails)
    news = News(document)
    add(document)
    news.wait(lambda news: len(news.saved) == 1)
    assert news.troubles == ["file.unwritable", None]
    assert_all_saved(document, 21)


def test_a_listener_with_a_bug_stops_nothing(
    document: Document, caplog: pytest.LogCaptureFixture
) -> None:
    document.saved_listeners.append(lambda step: print(step / 0))
    add(document, 2)
    assert_all_saved(document, 22)
    assert "ZeroDivisionError" in caplog.text
