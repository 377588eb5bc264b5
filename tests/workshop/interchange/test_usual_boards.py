"""Boards that nobody describes: where notes are taken they can be seen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.canonical import differences
from tests.workshop.interchange.documents import MISSING, put, read, small
from tests.workshop.room import Room
from workshop import moving, notes, sheets
from workshop.boards import board_of
from workshop.interchange.templates import make_workshop
from workshop.interchange.writer import as_data
from workshop.interchange.yaml_text import read_yaml, write_yaml
from workshop.records.agenda import Board, Stage
from workshop.records.notes import Note
from workshop.state import Workshop


def stage(workshop: Workshop, key: str) -> Stage:
    return next(row for row in workshop[Stage] if row.key == key)


def changed(*changes: tuple[str, Any]) -> Workshop:
    data = small()
    for path, value in changes:
        put(path, value)(data)
    return read(data)


def test_a_board_stage_has_a_board_though_none_is_described() -> None:
    workshop = changed(("agenda[1].board", MISSING), ("notes[2].lane", MISSING))
    found = stage(workshop, "struggles").id
    assert workshop[Board].where("stage", found) == [Board(stage=found, id=workshop[Board][1].id)]
    sheet = sheets.console_sheet(workshop, found)
    assert sheet is not None
    assert {card.text for pile in sheet.piles for card in pile.cards} == {"One", "Two"}


def test_a_stage_in_which_notes_lie_has_one_too() -> None:
    workshop = changed(("notes[1].stage", "agree"), ("notes[1].cluster", MISSING))
    sheet = sheets.console_sheet(workshop, stage(workshop, "agree").id)
    assert sheet is not None
    assert sum(len(pile.cards) for pile in sheet.piles) == 1
    assert board_of(workshop, stage(workshop, "close").id) is None


def test_a_map_needs_no_board_for_what_lies_on_it() -> None:
    workshop = changed(
        ("notes[2].stage", "map"), ("notes[2].phase", "hear"), ("notes[2].lane", "doing")
    )
    assert board_of(workshop, stage(workshop, "map").id) is None


@pytest.mark.parametrize("key", ["struggles", "agree"])
def test_that_there_is_none_can_be_said(key: str) -> None:
    workshop = changed(
        ("agenda[1].board", None), ("agenda[1].lanes", [{"id": "raw"}]),
        ("agenda[4].board", None), ("notes[3].stage", "agree"), ("parking_lot", []),
    )  # fmt: skip
    assert board_of(workshop, stage(workshop, key).id) is None
    assert differences(workshop, read(as_data(workshop))) == []


def test_a_template_of_ones_own_has_its_boards_too() -> None:
    data = {
        "schema": "coxswain/template@1", "id": "own", "title": "Own",
        "agenda": [{"id": "ask", "kind": "board", "title": "Ask"}],
    }  # fmt: skip
    workshop = make_workshop(read_yaml(write_yaml(data), "own.yaml"))
    assert len(workshop[Board]) == 1


@pytest.mark.parametrize("how", ["written", "moved"])
def test_the_first_note_of_a_stage_brings_its_board_along(how: str) -> None:
    room = Room()
    welcome = room.stage("welcome").id
    if how == "written":
        notes.add_note(room.workshop, welcome, "Hello")
    else:
        note = notes.add_note(room.workshop, room.stage("struggles").id, "Hello")
        moving.move_notes(room.workshop, [note.id], stage=welcome)
    assert board_of(room.workshop, welcome) is not None
    assert room.history.undo() is not None
    assert board_of(room.workshop, welcome) is None
    assert not room.workshop[Note].where("stage", welcome)
