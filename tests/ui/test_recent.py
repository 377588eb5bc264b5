"""The list of recent workshops: what it keeps, and what it survives."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from tests.workshop.room import Room, minute
from ui.recent import FINISHED, MOST, PAUSED_AFTER, PLANNED, STOPPED, Entry, RecentList, entry_of
from workshop import agenda, clock, notes, running
from workshop.interchange import reader

AT = datetime.datetime(2026, 11, 12, 9, 48, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def recent(tmp_path: Path) -> RecentList:
    return RecentList(tmp_path / "data" / "recent.json")


def _entry(path: Path, title: str = "Harbour") -> Entry:
    return Entry(path, title, AT.isoformat())


def test_it_begins_empty_in_the_folder_of_the_platform(own_home: Path) -> None:
    recent = RecentList()
    assert recent.entries() == []
    assert recent.path.is_relative_to(own_home)
    assert not recent.said


def test_an_entry_says_what_home_shows(room: Room, tmp_path: Path) -> None:
    made = entry_of(tmp_path / "a.workshop", room.workshop, AT)
    assert made == Entry(
        path=tmp_path / "a.workshop",
        title="Test",
        at="2026-11-12T09:48:00+01:00",
        people=5,
        functions=3,
        state=PLANNED,
        stage=0,
    )


def test_the_newest_stands_first_and_none_twice(recent: RecentList, tmp_path: Path) -> None:
    for name in ("a", "b", "a"):
        recent.remember(_entry(tmp_path / name))
    assert [entry.path.name for entry in recent.entries()] == ["a", "b"]
    recent.forget(tmp_path / "a")
    assert [entry.path.name for entry in RecentList(recent.path).entries()] == ["b"]


def test_only_so_many_are_kept(recent: RecentList, tmp_path: Path) -> None:
    for number in range(MOST + 5):
        recent.remember(_entry(tmp_path / f"{number}"))
    assert len(recent.entries()) == MOST
    assert recent.entries()[0].path.name == f"{MOST + 4}"


def test_how_far_a_workshop_has_come(room: Room, tmp_path: Path) -> None:
    workshop, path = room.workshop, tmp_path / "a"

    def found() -> tuple[str, int]:
        entry = entry_of(path, workshop, AT)
        return entry.state, entry.stage

    assert found() == (PLANNED, 0)
    running.start(workshop, room.stage("welcome").id, minute(0))
    assert found() == (STOPPED, 1)
    running.go_next(workshop, minute(30))
    clock.pause(workshop, minute(40))
    assert found() == (STOPPED, 2)
    clock.end(workshop, minute(60))
    assert found() == (PAUSED_AFTER, 2)
    agenda.skip_stage(workshop, room.stage("coffee").id, True)
    running.go_next(workshop, minute(61))
    clock.end(workshop, minute(90))
    assert found() == (FINISHED, 0)


def test_the_finished_sample_is_finished(tmp_path: Path) -> None:
    import assets

    sample = reader.read_file(assets.path("sample", "sample-workshop.yaml"))
    assert entry_of(tmp_path / "s", sample, AT).state == FINISHED


def test_nothing_that_was_said_in_the_room_is_kept(
    room: Room, recent: RecentList, tmp_path: Path
) -> None:
    notes.add_note(room.workshop, room.stage("struggles").id, "Nobody trusts the timetable")
    recent.remember(entry_of(tmp_path / "a.workshop", room.workshop, AT))
    kept = recent.path.read_text(encoding="utf-8")
    said = [person.name for person in room.workshop.table("participant")]
    said += [stage.title for stage in room.workshop.table("stage")]
    assert [words for words in (*said, "timetable") if f'"{words}"' in kept] == []


@pytest.mark.parametrize(
    "held", [b"", b"{", b"[1]", b'{"recent": 3}', b"\xff\xfe\x00", b"[" * 100_000]
)
def test_a_broken_list_starts_anew(recent: RecentList, tmp_path: Path, held: bytes) -> None:
    recent.path.parent.mkdir()
    recent.path.write_bytes(held)
    assert recent.entries() == []
    recent.remember(_entry(tmp_path / "a"))
    assert [entry.path for entry in recent.entries()] == [tmp_path / "a"]


def test_rows_that_are_not_ours_are_passed_over(recent: RecentList, tmp_path: Path) -> None:
    good = {"path": str(tmp_path / "a"), "title": "A\u202eb", "at": AT.isoformat()}
    rows = [
        good,
        {**good, "state": "elsewhere", "people": -3, "stage": "7"},
        {**good, "path": "relative"},
        {**good, "path": str(tmp_path / "nul\0")},
        {**good, "at": "yesterday"},
        {**good, "at": "2026-01-01T10:00:00"},
        {**good, "people": "many"},
        "text",
        None,
    ]
    recent.path.parent.mkdir()
    recent.path.write_text(json.dumps({"recent": rows}), encoding="utf-8")
    found = recent.entries()
    assert [entry.title for entry in found] == ["Ab", "Ab"]
    assert (found[1].state, found[1].people, found[1].stage) == (PLANNED, 0, 7)


def test_a_file_in_the_place_of_the_folder_costs_a_line(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way", encoding="utf-8")
    recent = RecentList(tmp_path / "data" / "recent.json")
    recent.remember(_entry(tmp_path / "a"))
    assert "could not be kept" in recent.said
    assert recent.entries() == []


def test_names_in_any_script_and_odd_bytes_come_back(recent: RecentList, tmp_path: Path) -> None:
    for name in ("Vision für Zürich", "港", "ß “x” \\", "caf\udce9"):
        recent.remember(_entry(tmp_path / name, title="港 vision"))
        assert recent.entries()[0].path == tmp_path / name
