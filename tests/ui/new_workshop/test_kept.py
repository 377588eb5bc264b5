"""What was typed stays: when the page is left, and when the program ends without a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.new_workshop.seen import add_functions, card_of, click, enter, rows
from tests.ui.screen import press, type_text
from ui.new_workshop.kept import Kept
from ui.new_workshop.page import NewWorkshopPage
from ui.settings import Settings

Another = Callable[[], NewWorkshopPage]


@pytest.fixture
def another(store: Settings, qtbot: QtBot, qapp: QApplication) -> Another:
    """The page as a program that was started anew would show it."""

    def made() -> NewWorkshopPage:
        page = NewWorkshopPage(store)
        qtbot.addWidget(page)
        with qtbot.waitActive(page):
            page.show()
        return page

    return made


def _type_everything(page: NewWorkshopPage) -> None:
    type_text("Harbour vision")
    press(Qt.Key.Key_Tab)
    type_text("Harbour app")
    page.form.date_field.line.setText("31 feb")
    add_functions(page, "Product", "Sales")
    page.people.chips.own.setFocus()
    enter("Dispatch")
    card_of(page, "Product").add_line.setFocus()
    enter("Ada, Head of product *")
    type_text("Ben, not add")
    page.people.chips.own.setFocus()
    type_text("Ware")
    page.paste.text.setPlainText("Cleo, Sales\nDora")


def _seen(page: NewWorkshopPage) -> list[object]:
    marks = [(one.name, one.letter, one.shape) for one in page.draft.functions]
    lines = page.people.typed_lines
    return [page.form.texts, marks, rows(page), lines, page.paste.text.toPlainText()]


def test_a_crash_costs_at_most_a_second(
    page: NewWorkshopPage, another: Another, qtbot: QtBot
) -> None:
    """Nothing is closed in order: what is on disk after a moment is what comes back."""
    _type_everything(page)
    before = _seen(page)
    kept = Kept()
    qtbot.waitUntil(lambda: (typed := kept.read()) is not None and typed.pasted != "")
    again = another()
    again.begin()
    assert _seen(again) == before
    assert again.form.template.id == "vision-half-day"
    assert again.head.anew_button.isVisible()


def test_going_back_and_coming_again_finds_everything(page: NewWorkshopPage) -> None:
    _type_everything(page)
    before = _seen(page)
    click(page.head.cancel_button)
    page.hide()
    page.show()
    page.begin("quarterly-revisit")
    assert page.form.template.id == "quarterly-revisit"
    assert _seen(page) == before


def test_leaving_writes_at_once(page: NewWorkshopPage) -> None:
    type_text("Harbour vision")
    page.hide()
    typed = Kept().read()
    assert typed is not None
    assert typed.texts["title"] == "Harbour vision"


def test_a_workshop_that_was_made_leaves_nothing_behind(page: NewWorkshopPage) -> None:
    type_text("Harbour vision")
    add_functions(page, "Product")
    page.hide()
    page.show()
    click(page.head.create_button)
    assert Kept().read() is None
    page.begin("vision-half-day")
    assert page.form.title.text() == "Vision in a half day"
    assert page.draft.functions == []
    assert not page.head.anew_button.isVisible()


def test_it_can_be_started_anew(page: NewWorkshopPage) -> None:
    _type_everything(page)
    page.begin("vision-half-day")
    click(page.head.anew_button)
    assert page.form.title.text() == "Vision in a half day"
    assert (page.form.product.text(), rows(page)) == ("", [])
    assert page.paste.is_empty
    assert page.people.typed_lines == {}
    page.hide()
    assert Kept().read() is None


def test_nothing_typed_keeps_nothing(page: NewWorkshopPage) -> None:
    page.hide()
    assert not Kept().path.exists()


@pytest.mark.parametrize("held", [b"", b"[]", b'{"template": 1}', b"\xff", b"[" * 100_000])
def test_a_file_that_is_not_ours_stops_nothing(another: Another, held: bytes) -> None:
    Kept().path.parent.mkdir(parents=True, exist_ok=True)
    Kept().path.write_bytes(held)
    page = another()
    page.begin("vision-half-day")
    assert page.form.title.text() == "Vision in a half day"


def test_what_no_workshop_takes_is_left_out(page: NewWorkshopPage, another: Another) -> None:
    """A file changed by hand: the rest of it is still shown."""
    _type_everything(page)
    page.hide()
    path = Kept().path
    text = path.read_text(encoding="utf-8").replace('"circle"', '"blob"')
    path.write_text(text.replace("vision-half-day", "gone"), encoding="utf-8")
    again = another()
    again.begin()
    assert again.draft.functions == []
    assert again.form.title.text() == "Harbour vision"
    assert again.paste.text.toPlainText() == "Cleo, Sales\nDora"


def test_a_folder_that_takes_nothing_stops_nothing(tmp_path: Path, page: NewWorkshopPage) -> None:
    (tmp_path / "data").write_text("in the way", encoding="utf-8")
    kept = Kept(tmp_path / "data" / "kept.json")
    type_text("Harbour")
    page.hide()
    typed = Kept().read()
    assert typed is not None
    kept.write(typed)
    assert kept.read() is None
    kept.forget()
