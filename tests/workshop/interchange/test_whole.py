"""A workshop out as YAML and in again, whole; the sample above all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.builders import fill
from tests.canonical import differences
from tests.workshop.interchange.documents import SMALL, read, sample_text, small
from workshop.errors import DataProblem
from workshop.interchange.reader import read_file, read_workshop
from workshop.interchange.writer import as_data, write_workshop
from workshop.records.agenda import Lane, TimelineRow
from workshop.records.details import Details
from workshop.records.notes import Note
from workshop.records.people import Participant, Presence
from workshop.records.promises import Roadblock
from workshop.records.rounds import Ballot, Dot, Option, Rating, Slip
from workshop.state import NUMBERS, Workshop


def safe(text: str) -> Any:
    """The data of a YAML text, as anyone's reader would have them."""
    return yaml.load(text, yaml.CSafeLoader)


def test_the_sample_comes_out_as_it_went_in() -> None:
    """With `result` and `expected`, which are not read but reckoned anew."""
    workshop = read_workshop(sample_text(), "sample.yaml")
    assert safe(write_workshop(workshop)) == safe(sample_text())


def test_what_was_written_reads_as_an_equal_workshop() -> None:
    workshop = read_workshop(sample_text(), "sample.yaml")
    text = write_workshop(workshop)
    again = read_workshop(text, "again.yaml")
    assert differences(workshop, again) == []
    assert write_workshop(again) == text


def test_derived_figures_are_not_believed() -> None:
    data = small()
    data["expected"] = {"notes": 500}
    data["ballots"][0]["result"] = [{"item": "s2", "dots": 99}]
    data["proposals"][0]["was_blocked"] = True
    written = as_data(read(data))
    assert written["expected"]["notes"] == 3
    assert written["ballots"][0]["result"][0] == {"item": "s1", "dots": 2, "voters": 1}
    assert "was_blocked" not in written["proposals"][0]


def test_a_workshop_with_a_row_in_every_table_comes_back() -> None:
    workshop = Workshop()
    fill(workshop)
    again = read_workshop(write_workshop(workshop), "full.yaml")
    assert differences(workshop, again) == []


def test_a_workshop_that_says_next_to_nothing_comes_back() -> None:
    workshop = read({"schema": "coxswain/workshop@1", "workshop": {"id": "a", "title": "A"}})
    assert {table.info.name for table in workshop.tables() if len(table)} == {"details"}
    again = read_workshop(write_workshop(workshop), "empty.yaml")
    assert differences(workshop, again) == []
    assert workshop.last_step == 0


def test_every_section_of_the_small_document_arrives() -> None:
    workshop = read_workshop(SMALL, "small.yaml")
    details = workshop[Details][1]
    assert (details.facilitator_key, details.on) == ("calla", "2026-10-06")
    people = {row.id: row for row in workshop[Participant]}
    seated = sorted(people.values(), key=lambda row: row.seat or 0)
    assert [row.key for row in seated] == ["ben", "ada", "cleo"]
    assert [row.decider for row in people.values()] == [True, False, False]
    assert [row.present for row in workshop[Presence]] == [False]
    notes = {row.nr: row for row in workshop[Note]}
    assert notes[2].loner
    assert notes[2].entered_by_facilitator
    assert notes[3].stage is None
    lanes = [(row.key, row.on_board, row.on_map) for row in workshop[Lane]]
    assert lanes[:3] == [("raw", 1, None), ("drafts", 2, None), ("doing", None, 1)]
    run_off = workshop[Ballot][2]
    assert (run_off.key, run_off.run_off_of, run_off.dots) == ("ballot-1-run-off", 1, 1)
    assert [row.text for row in workshop[Option] if row.text] == ["Something else"]
    assert (len(workshop[Slip]), len(workshop[Dot])) == (4, 5)
    assert [(row.value, row.voice_of) for row in workshop[Rating]] == [(1, ""), (2, "A customer")]
    assert [row.what for row in workshop[Roadblock]] == ["Old contract"]
    again = read_workshop(write_workshop(workshop), "again.yaml")
    assert differences(workshop, again) == []


def test_the_highest_number_ever_given_is_kept_although_its_note_is_gone() -> None:
    data = small()
    data["workshop"]["last_note"] = 40
    workshop = read(data)
    assert workshop.next_id(NUMBERS) == 41
    assert as_data(workshop)["workshop"]["last_note"] == 41
    assert "last_note" not in as_data(read(small()))["workshop"]


def test_a_timeline_row_of_a_stage_with_clock_events_is_made_of_them() -> None:
    data = small()
    data["timeline"] += [
        {"stage": "struggles", "actual_min": 99, "drift_min": 5000, "remark": "Late",
         "runs": [{"start": "01:00"}]}
    ]  # fmt: skip
    workshop = read(data)
    (given,) = workshop[TimelineRow].where("stage", 1)
    assert (given.actual_min, given.remark) == (None, "Late")
    assert as_data(workshop)["timeline"] == [
        {"stage": "struggles", "planned_min": 20, "planned_start": "09:00", "actual_start": "09:00",
         "actual_end": "09:30", "actual_min": 30, "drift_min": 10, "remark": "Late"},
        {"stage": "choose", "actual_start": "09:30", "actual_min": 10},
    ]  # fmt: skip


def test_one_thing_of_a_kind_is_a_mapping_and_several_are_a_list() -> None:
    one = as_data(read(small()))
    assert one["journey"]["stage"] == "map"
    data = small()
    data["agenda"].append({"id": "map-2", "kind": "journey_map", "title": "Another map"})
    phases = [{"id": "hear", "name": "Hear again"}]
    data["journey"] = [data["journey"], {"stage": "map-2", "phases": phases}]
    data["guardrails"]["champions"][0]["area"] = "map.hear"
    two = read(data)
    assert [part["stage"] for part in as_data(two)["journey"]] == ["map", "map-2"]
    assert differences(two, read_workshop(write_workshop(two), "two.yaml")) == []


def test_times_dates_and_words_of_yaml_1_1_stay_text() -> None:
    """Whoever types a file need not know that 09:30 is a number there and no a truth value."""
    text = SMALL.replace('"09:00"', "09:00").replace('"2026-10-06"', "2026-10-06")
    text = text.replace("words: {ada: calm}", "words: {ada: no, ben: on, cleo: 1_000}")
    written = as_data(read_workshop(text, "typed.yaml"))
    assert written["workshop"]["planned_start"] == "09:00"
    assert written["workshop"]["date"] == "2026-10-06"
    assert written["check_out"]["words"] == {"ada": "no", "ben": "on", "cleo": "1_000"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_files_of_any_system_are_read(tmp_path: Path, line_end: str, mark: str) -> None:
    file = tmp_path / "Größe 漢字.yaml"
    file.write_bytes((mark + SMALL.replace("\n", line_end)).encode())
    workshop = read_file(file)
    assert differences(workshop, read_workshop(SMALL, "small.yaml")) == []


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    missing, folder, latin = tmp_path / "missing.yaml", tmp_path / "folder", tmp_path / "latin.yaml"
    folder.mkdir()
    latin.write_bytes("title: Größe".encode("latin-1"))
    keys = []
    for file in (missing, folder, latin):
        with pytest.raises(DataProblem) as caught:
            read_file(file)
        keys.append(caught.value.key)
    assert keys == ["data.unreadable", "data.not_a_file", "data.not_text"]
