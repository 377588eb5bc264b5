"""Sixty notes into eight clusters, by keys alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.screen import focus, press, type_text, view_of, wait_saved
from ui.window import MainWindow
from workshop import capture
from workshop.document import Document
from workshop.records.notes import Cluster, Note

NAMES = ("Storms", "Berths", "Crews", "Trust", "Prices", "Notices", "Signals", "Renewals")
LONERS = (57, 58)
LEFT = (59, 60)


def _cluster_of(number: int) -> int:
    """Which of the eight a note belongs to: scattered over the lanes, as in a real room."""
    return number * 5 % len(NAMES)


def test_sixty_notes_are_grouped_by_keys_alone(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    assert window.session is not None
    workshop, stage = window.session.workshop, view_of(window).stage
    assert stage is not None
    lines = "\n".join(f"{'pes'[number % 3]}: thought {number}" for number in range(1, 61))
    capture.add_lines(workshop, stage.id, lines)
    press(Qt.Key.Key_Escape)
    pressed = 0
    for at, name in enumerate(NAMES):
        for number in (n for n in range(1, 57) if _cluster_of(n) == at):
            type_text(str(number))
            press(Qt.Key.Key_Return)
            pressed += len(str(number)) + 1
        press(Qt.Key.Key_G)
        type_text(name)
        press(Qt.Key.Key_Return)
        pressed += len(name) + 2
        assert focus() is view_of(window).notes, "the next cluster can begin at once"
    for number in LONERS:
        type_text(str(number))
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_L)
    press(Qt.Key.Key_A)
    QTest.qWait(0)
    _check_board(window)
    assert pressed < 250, "under four keys a note, names included"
    wait_saved(window, qtbot)
    window.close()
    _check_file(file)


def _check_board(window: MainWindow) -> None:
    piles = view_of(window).notes.board.sheet.piles
    assert [pile.title or pile.key[0] for pile in piles] == [*NAMES, "loose", "loners"]
    assert [len(pile.cards) for pile in piles] == [7] * 8 + [2, 2]
    assert len(view_of(window).notes.board.notes) == 60


def _check_file(file: Path) -> None:
    with Document.open(file) as document:
        names = {cluster.id: cluster.name for cluster in document.workshop[Cluster]}
        for note in document.workshop[Note]:
            assert note.nr is not None
            if note.nr in LONERS + LEFT:
                assert (note.cluster, note.loner) == (None, note.nr in LONERS)
            else:
                assert note.cluster is not None
                assert names[note.cluster] == NAMES[_cluster_of(note.nr)]
