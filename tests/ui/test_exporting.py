"""The brief asked for in the window: made in the second process, cancelled, refused."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.screen import press
from ui.exporting import usual_paper
from ui.window import MainWindow
from workshop.records.details import Revision

A_WHILE_MS = 60_000
"""Longer than this means that it hangs."""


def _export(window: MainWindow, qtbot: QtBot, target: Path) -> str:
    session = window.session
    assert session is not None
    window.exporting.write_brief(session.workshop, target, "letter")
    qtbot.waitUntil(lambda: not window.exporting.busy, timeout=A_WHILE_MS)
    return window.banner.said


def _revisions(window: MainWindow) -> list[int]:
    assert window.session is not None
    return [row.number for row in window.session.workshop[Revision]]


def test_the_brief_is_written_and_told_of(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "Brief.pdf"
    said = _export(window, qtbot, target)
    with pypdfium2.PdfDocument(target) as pdf:
        pages = len(pdf)
        assert pdf[0].get_textpage().get_text_range().startswith("VISION BRIEF")
    assert said.startswith(f"Wrote Brief.pdf, {pages} pages. Nothing to print yet: Vision,")
    assert _revisions(window) == [1]


def test_a_place_that_cannot_be_written_to_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    said = _export(window, qtbot, tmp_path / "nowhere" / "Brief.pdf")
    assert "No such file or directory" in said
    assert _revisions(window) == []


def test_a_cancelled_export_leaves_what_was_there(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "Brief.pdf"
    target.write_bytes(b"the old one")
    assert window.session is not None
    window.exporting.write_brief(window.session.workshop, target, "a4")
    assert window.banner.said.startswith("Writing the brief")
    window.exporting.cancel()
    assert not window.exporting.busy
    assert window.banner.said == "The export was cancelled. Nothing was written."
    assert target.read_bytes() == b"the old one"
    assert _revisions(window) == [], "what was not written is no revision"
    assert _export(window, qtbot, target).startswith("Wrote"), "the next one is not hindered"


def test_the_key_asks_where_it_is_to_go(window: MainWindow, qtbot: QtBot) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(Qt.Key.Key_E, keys)
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert len(dialog.nameFilters()) == 2
    dialog.close()
    window.exporting.end()


@pytest.mark.parametrize(
    ("territory", "paper"),
    [
        (QLocale.Country.UnitedStates, "letter"),
        (QLocale.Country.Canada, "letter"),
        (QLocale.Country.Germany, "a4"),
        (QLocale.Country.Japan, "a4"),
    ],
)
def test_paper_follows_the_system(territory: QLocale.Country, paper: str) -> None:
    assert usual_paper(QLocale(QLocale.Language.AnyLanguage, territory)) == paper
