"""Home as it is seen and used: by keys and by the mouse."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screen import focus, press
from ui.home.cards import TemplateCard
from ui.home.key_button import KeyButton
from ui.home.page import HomePage
from ui.home.recent_view import ROW_HEIGHT
from ui.recent import FINISHED, PLANNED, STOPPED, Entry, RecentList
from workshop.document import Document
from workshop.interchange import templates
from workshop.starting import About, start_workshop

NOW = datetime.datetime.now().astimezone()
LEFT = Qt.MouseButton.LeftButton


@dataclass
class Wanted:
    """What the page asked for."""

    files: list[Path] = field(default_factory=list)
    templates: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


class Home:
    """The page with what it asked for."""

    def __init__(self, page: HomePage) -> None:
        self.page, self.wanted = page, Wanted()
        page.open_file.connect(self.wanted.files.append)
        page.new_from.connect(self.wanted.templates.append)
        page.open_wanted.connect(lambda: self.wanted.others.append("open"))
        page.open_sample.connect(lambda: self.wanted.others.append("sample"))

    def words(self) -> list[str]:
        """What the list says."""
        return [
            self.page.recent_view.words(row) for row in range(len(self.page.recent_view.entries))
        ]


Make = Callable[..., Home]


@pytest.fixture
def recent(tmp_path: Path) -> RecentList:
    return RecentList(tmp_path / "recent.json")


@pytest.fixture
def make(recent: RecentList, qtbot: QtBot, qapp: QApplication) -> Make:
    """Shows Home at a size, with the focus where it begins."""

    def shown(width: int = 1280, height: int = 720) -> Home:
        page = HomePage(recent)
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitActive(page):
            page.show()
        page.focus_first()
        return Home(page)

    return shown


def _file(folder: Path, name: str = "Harbour") -> Path:
    path = folder / f"{name}.workshop"
    Document.create(path, start_workshop("vision-half-day", About(name))).close()
    return path


def _entry(path: Path, state: str = STOPPED, days: int = 0, **more: int) -> Entry:
    at = (NOW - datetime.timedelta(days=days)).isoformat()
    return Entry(path, path.stem, at, state=state, **more)


def test_without_workshops_it_says_what_to_do_and_the_first_template_has_the_focus(
    make: Make,
) -> None:
    home = make()
    assert not home.page.recent_view.isVisible()
    assert "No workshops yet" in home.page._none_yet.text()
    assert isinstance(focus(), TemplateCard)
    press(Qt.Key.Key_Return)
    assert home.wanted.templates == ["vision-half-day"]


def test_a_recent_workshop_says_who_how_far_and_when(
    make: Make, recent: RecentList, tmp_path: Path
) -> None:
    recent.remember(_entry(_file(tmp_path, "Crew"), FINISHED, days=400, people=1, functions=1))
    recent.remember(_entry(_file(tmp_path), people=11, functions=6, stage=3))
    home = make()
    then = NOW - datetime.timedelta(days=400)
    assert home.words() == [
        f"Harbour, 11 people, 6 functions, Stopped in stage 3, today {NOW:%H:%M}",
        f"Crew, 1 person, 1 function, Finished, {then.day} {then:%B %Y}",
    ]


def test_enter_opens_what_the_arrow_keys_chose(
    make: Make, recent: RecentList, tmp_path: Path
) -> None:
    for name in ("Two", "One"):
        recent.remember(_entry(_file(tmp_path, name)))
    home = make()
    assert focus() is home.page.recent_view
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert home.wanted.files == [tmp_path / "Two.workshop"]


def test_a_click_opens(make: Make, recent: RecentList, tmp_path: Path) -> None:
    recent.remember(_entry(_file(tmp_path)))
    home = make()
    QTest.mouseClick(home.page.recent_view.viewport(), LEFT, pos=QPoint(200, ROW_HEIGHT // 2))
    assert home.wanted.files == [tmp_path / "Harbour.workshop"]


def test_files_are_looked_at_and_told_of(
    make: Make, recent: RecentList, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "Text.workshop").write_text("not a workshop", encoding="utf-8")
    for path in (_file(tmp_path), tmp_path / "Gone.workshop", tmp_path / "Text.workshop"):
        recent.remember(_entry(path, PLANNED))
    home = make(1600, 1000)

    def told() -> None:
        states = [words.split(", ")[3] for words in home.words()]
        assert states == ["Cannot be read", "Not found", "Not begun"]

    qtbot.waitUntil(told)


def test_a_file_that_is_gone_can_still_be_asked_for(
    make: Make, recent: RecentList, tmp_path: Path
) -> None:
    """The stick may be back: whoever opens it says what is wrong."""
    recent.remember(_entry(tmp_path / "Gone.workshop"))
    home = make()
    press(Qt.Key.Key_Return)
    assert home.wanted.files == [tmp_path / "Gone.workshop"]


def test_delete_takes_off_the_list_and_leaves_the_file(
    make: Make, recent: RecentList, tmp_path: Path
) -> None:
    path = _file(tmp_path)
    recent.remember(_entry(path))
    home = make()
    press(Qt.Key.Key_Delete)
    assert recent.entries() == []
    assert path.exists()
    assert not home.page.recent_view.isVisible()
    assert isinstance(focus(), TemplateCard), "the focus goes on"


def test_the_menu_of_a_row_can_be_had_by_keys(
    make: Make, recent: RecentList, tmp_path: Path, qtbot: QtBot
) -> None:
    recent.remember(_entry(_file(tmp_path)))
    home = make()
    _press_menu(home.page.recent_view)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Open", "Take off this list"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert home.wanted.files == [tmp_path / "Harbour.workshop"]


def _press_menu(widget: QWidget) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(widget, event)


def test_more_than_fit_come_when_asked_for(make: Make, recent: RecentList, tmp_path: Path) -> None:
    for number in range(7):
        recent.remember(_entry(tmp_path / f"{number}.workshop"))
    home = make(1280, 720)
    shown = len(home.page.recent_view.entries)
    assert 2 <= shown < 7
    assert home.page.more.text() == f"{7 - shown} more"
    home.page.more.setFocus()
    press(Qt.Key.Key_Return)
    assert len(home.page.recent_view.entries) == 7
    assert not home.page.more.isVisible()
    assert focus() is home.page.recent_view


def test_the_list_is_read_anew_whenever_it_is_shown(
    make: Make, recent: RecentList, tmp_path: Path
) -> None:
    home = make()
    home.page.hide()
    recent.remember(_entry(_file(tmp_path)))
    home.page.show()
    assert [entry.title for entry in home.page.recent_view.entries] == ["Harbour"]


def test_every_template_is_a_card_with_length_and_size(make: Make) -> None:
    home = make()
    cards = home.page.templates.cards
    assert [card.text() for card in cards] == [one.title for one in templates.builtin()]
    assert "3 h 30 · 6–14 people" in cards[0].accessibleDescription()
    for card in cards:
        QTest.mouseClick(card, LEFT)
    assert home.wanted.templates == [one.id for one in templates.builtin()]


@pytest.mark.parametrize(("width", "columns"), [(1280, 3), (960, 2)])
def test_arrow_keys_go_from_card_to_card(make: Make, width: int, columns: int) -> None:
    home = make(width)
    cards = home.page.templates.cards
    press(Qt.Key.Key_Right)
    assert focus() is cards[1]
    press(Qt.Key.Key_Down)
    assert focus() is cards[1 + columns]
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Up)
    assert focus() is cards[0]
    press(Qt.Key.Key_Up)
    assert focus() is cards[0], "there is nothing above"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_buttons_on_the_side_act_by_keys(make: Make, key: Qt.Key) -> None:
    home = make()
    side = home.page.side
    for button in (side.new, side.open, side.sample):
        button.setFocus()
        press(key)
    assert home.wanted.templates == [""]
    assert home.wanted.others == ["open", "sample"]


def test_there_is_one_primary_button(make: Make) -> None:
    buttons = make().page.findChildren(KeyButton)
    assert [button.text() for button in buttons if button.primary] == ["New workshop"]


def test_tab_reaches_everything_and_comes_back(
    make: Make, recent: RecentList, tmp_path: Path
) -> None:
    recent.remember(_entry(_file(tmp_path)))
    home = make()
    seen = []
    while focus() not in seen:
        seen.append(focus())
        press(Qt.Key.Key_Tab)
    side = home.page.side
    wanted = [side.new, side.open, side.sample, home.page.recent_view, *home.page.templates.cards]
    assert set(wanted) <= set(seen)


def test_titles_are_text_and_never_markup(make: Make, recent: RecentList, tmp_path: Path) -> None:
    recent.remember(Entry(tmp_path / "a", "<b>Bold</b> & so", NOW.isoformat()))
    home = make()
    assert home.words()[0].startswith("<b>Bold</b> & so, ")
    tip = home.page.recent_view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert str(tmp_path / "a") in tip
