"""The table of actions: each can be asked for, by words and by keys of its own."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from ui.actions import TABLE
from ui.window import MainWindow


def test_ids_and_keys_are_unique() -> None:
    ids = [entry.id for entry in TABLE]
    keys = [QKeySequence(key).toString() for entry in TABLE for key in entry.keys]
    assert len(set(ids)) == len(ids)
    assert len(set(keys)) == len(keys)
    assert all(keys), "every key is one that Qt knows"


def test_the_window_does_all_of_them(window: MainWindow) -> None:
    assert set(window.actions_by_id) == {entry.id for entry in TABLE}


def test_the_menu_stands_in_one_column_on_a_small_screen(window: MainWindow) -> None:
    assert window.menu.sizeHint().height() < 720
    inside = [action.menu() for action in window.menu.actions()]
    assert all(one.sizeHint().height() < 720 for one in inside if isinstance(one, QMenu))


def test_the_menu_tells_single_keys_too(window: MainWindow) -> None:
    told = {entry.id: window.actions_by_id[entry.id].text().split("\t")[1:] for entry in TABLE}
    assert told["pause"] == ["Space  F8"]
    assert (told["silent"], told["more_1"], told["less_1"]) == (["W"], ["+"], ["-"])
    assert (told["agreed"], told["blank"]) == (["V  F7"], ["B  F9"])


def test_the_menu_offers_all_but_those_that_are_keys_alone(window: MainWindow) -> None:
    menu = window.menu
    assert isinstance(menu, QMenu)
    offered = set(_offered(menu))
    keys_alone = {"capture", *(f"function_{number}" for number in range(10))}
    for entry in TABLE:
        action = window.actions_by_id[entry.id]
        assert (action.text() in offered) == (entry.id not in keys_alone)


def _offered(menu: QMenu) -> Iterator[str]:
    for action in menu.actions():
        inside = action.menu()
        if isinstance(inside, QMenu):
            yield from _offered(inside)
        else:
            yield action.text()


def test_what_cannot_be_done_cannot_be_asked_for(window: MainWindow) -> None:
    enabled = {id for id, action in window.actions_by_id.items() if action.isEnabled()}
    assert {"open", "close", "next", "back", "blank", "capture"} <= enabled
    assert not {"undo", "redo", "delete_note", "edit_note", "lane_next"} & enabled
    window.close_workshop()
    enabled = {id for id, action in window.actions_by_id.items() if action.isEnabled()}
    assert enabled == {"new", "open", "backups", "quit"}
