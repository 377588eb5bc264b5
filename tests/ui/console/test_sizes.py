"""Windows of many sizes: no words reach out of their widget, no parts lie over each other, and
nothing runs off the window."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import Desk
from tests.ui.screen import view_of
from ui.home.key_button import KeyButton
from ui.settings import Settings
from ui.widgets.elided import ElidedLabel
from ui.widgets.paragraph import Paragraph
from ui.window import MainWindow
from ui.window_size import LEAST_HEIGHT, LEAST_WIDTH
from workshop import people
from workshop.document import Document
from workshop.interchange import templates
from workshop.records.words import StageId

SIZES = [
    (LEAST_WIDTH, LEAST_HEIGHT), (640, 320), (800, 400), (860, 460), (960, 500), (1060, 540),
    (1200, 620), (1280, 720), (1400, 800), (1600, 870), (1600, 880), (1600, 900), (1920, 1080),
]  # fmt: skip


@pytest.fixture
def half_day(tmp_path: Path, qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    """A workshop made from the template of half a day."""
    workshop = templates.new_workshop("vision-half-day", title="Half a day")
    for name in ("Product", "Engineering", "Sales", "Customer support"):
        people.add_function(workshop, name)
    file = tmp_path / "Half.workshop"
    Document.create(file, workshop).close()
    window = MainWindow(Settings(), screens=desk.screens)
    qtbot.addWidget(window)
    window.begin(file)
    yield window
    window.close()


def _settle(window: QWidget) -> None:
    for _ in range(4):
        QApplication.processEvents()
    window.grab()


def _faults(root: QWidget) -> list[str]:
    """What is wrong with what is shown inside a widget."""
    shown = [part for part in root.findChildren(QWidget) if part.isVisible() and part.width()]
    return [*_cut(shown), *_over_each_other(root), *_off(root, shown)]


def _cut(shown: list[QWidget]) -> Iterator[str]:
    for part in shown:
        words, needed = "", QRect()
        if isinstance(part, Paragraph):
            words, needed = part.text, QRect(0, 0, 0, part.height_needed)
        elif isinstance(part, QLabel) and not isinstance(part, ElidedLabel) and part.text():
            words, needed = part.text(), _needed(part)
        elif isinstance(part, KeyButton):
            words, needed = part.text(), QRect(QPoint(0, 0), part.minimumSizeHint())
        elif isinstance(part, QAbstractButton) and part.property("segment"):
            words, needed = part.text(), QRect(QPoint(0, 0), part.sizeHint())
        if needed.width() > part.width() or needed.height() > part.height():
            yield f"“{words}” needs {needed.size()}, has {part.size()}"


def _needed(label: QLabel) -> QRect:
    """The room that the words of a label take; of one line the height of the letters it has."""
    if label.wordWrap():
        return QRect(0, 0, 0, label.heightForWidth(label.width()))
    metrics = label.fontMetrics()
    letters = metrics.tightBoundingRect(label.text())
    spare = min(metrics.ascent() + letters.top(), metrics.descent() - letters.bottom())
    high = metrics.height() - 2 * max(0, spare)
    return QRect(0, 0, label.minimumSizeHint().width(), high)


def _over_each_other(root: QWidget) -> Iterator[str]:
    for parent in [root, *root.findChildren(QWidget)]:
        layout = parent.layout()
        if layout is None or not parent.isVisible():
            continue
        parts = [
            item.widget()
            for index in range(layout.count())
            if (item := layout.itemAt(index)) is not None and item.widget() is not None
        ]
        there = [part for part in parts if part is not None and part.isVisible()]
        for one, other in combinations(there, 2):
            if one.geometry().intersects(other.geometry()):
                yield f"{_name(one)} lies over {_name(other)}"


def _off(root: QWidget, shown: list[QWidget]) -> Iterator[str]:
    """Buttons and texts that are neither inside the window nor in anything that scrolls."""
    for part in shown:
        if _scrolls(part, root) or not isinstance(part, QAbstractButton | QLabel | Paragraph):
            continue
        box = QRect(part.mapTo(root, QPoint(0, 0)), part.size())
        if not root.rect().contains(box):
            yield f"{_name(part)} runs off: {box}"


def _scrolls(part: QWidget, root: QWidget) -> bool:
    above = part.parentWidget()
    while above is not None and above is not root:
        if isinstance(above, QScrollArea):
            return True
        above = above.parentWidget()
    return False


def _name(part: QWidget) -> str:
    return f"{type(part).__name__} “{part.accessibleName() or getattr(part, 'text', str)()}”"


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_on_the_console(half_day: MainWindow, size: tuple[int, int]) -> None:
    view = view_of(half_day)
    half_day.resize(*size)
    for stage in view.rail.stages[:3]:
        view.run.look_at(StageId(stage))
        _settle(half_day)
        assert _faults(half_day) == []
    view.toggle_side()
    _settle(half_day)
    assert _faults(half_day) == []


@pytest.mark.parametrize("size", SIZES)
def test_coming_back_from_another_size_changes_nothing(
    half_day: MainWindow, size: tuple[int, int]
) -> None:
    view = view_of(half_day)
    for each in ((1920, 1080), (640, 320), size):
        half_day.resize(*each)
        _settle(half_day)
    view.turn_stage(1)
    _settle(half_day)
    view.turn_stage(-1)
    _settle(half_day)
    assert _faults(half_day) == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_on_home_and_in_the_form(
    qtbot: QtBot, desk: Desk, size: tuple[int, int]
) -> None:
    window = MainWindow(Settings(), screens=desk.screens)
    qtbot.addWidget(window)
    window.begin(None)
    window.resize(*size)
    _settle(window)
    assert _faults(window) == []
    window.ask_new("vision-half-day")
    window.pages.new.start_anew()
    window.pages.new.paste.take("\n".join(f"Person {n}, Product" for n in range(8)))
    _settle(window)
    assert _faults(window) == []
    window.pages.new.paste.add()
    _settle(window)
    assert _faults(window) == []
    window.close()


def test_the_window_can_be_as_small_as_a_screen_at_300_percent(half_day: MainWindow) -> None:
    half_day.resize(1, 1)
    _settle(half_day)
    assert half_day.width() <= 640
    assert half_day.height() <= 320
    view = view_of(half_day)
    for part in (view.clock.primary_button, view._menu_button, view.clock.figures, view.status):
        assert part.isVisible()


def test_a_narrow_window_shows_the_notes_in_the_place_of_the_stage(half_day: MainWindow) -> None:
    view = view_of(half_day)
    half_day.resize(640, 320)
    _settle(half_day)
    assert not view.side.isVisible()
    view.side_button.click()
    _settle(half_day)
    assert view.side.private.isVisible()
    assert not view.title.isHidden()
    assert not view.no_board.isVisible()
    half_day.resize(1280, 720)
    _settle(half_day)
    assert view.side.isVisible()
    assert view.no_board.isVisible()
    assert not view.side_button.isVisible()
