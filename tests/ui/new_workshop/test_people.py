"""Typing who takes part: people and deciders, with undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.new_workshop.seen import (
    CTRL,
    add_functions,
    add_people,
    card_of,
    cards,
    choose_in_menu,
    click,
    enter,
    press_menu,
    rows,
)
from tests.ui.screen import focus, press, type_text
from ui.new_workshop.page import NewWorkshopPage
from ui.new_workshop.person_row import PersonRow


def test_people_are_typed_one_after_the_other(page: NewWorkshopPage) -> None:
    add_people(page)
    assert rows(page) == [
        "1, Ada, Head of product",
        "2, Ben",
        "3, Cleo, Sales director, decides",
    ]
    assert card_of(page, "Sales").add_line.text() == ""
    assert focus() is card_of(page, "Sales").add_line


def test_a_name_that_cannot_be_is_told_and_stays(page: NewWorkshopPage) -> None:
    add_functions(page, "Sales")
    card_of(page, "Sales").add_line.setFocus()
    enter(", only a role")
    assert page.people.said == "A participant needs a name."
    assert card_of(page, "Sales").add_line.text() == ", only a role"


def test_space_says_who_decides_and_only_one_does(page: NewWorkshopPage) -> None:
    add_people(page)
    product = card_of(page, "Product")
    assert product.head.words == "No decider yet"
    assert page.head.said == "Made for at least 3 functions"
    product.rows[0].setFocus()
    press(Qt.Key.Key_Space)
    assert [row.isChecked() for row in product.rows] == [True, False]
    assert product.head.words == "2 people"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert [row.isChecked() for row in product.rows] == [False, True]
    press(Qt.Key.Key_Space)
    assert [row.isChecked() for row in product.rows] == [False, False]


def test_a_click_on_the_sign_says_who_decides_and_one_beside_it_does_not(
    page: NewWorkshopPage,
) -> None:
    add_people(page)
    row = card_of(page, "Product").rows[1]
    click(row, QPoint(60, 15))
    assert not row.isChecked()
    assert focus() is row
    click(row, row._decides_box().center().toPoint())
    assert row.isChecked()
    assert row.accessibleName() == "2, Ben, decides"


def test_a_missing_decider_is_pointed_out_in_one_line(page: NewWorkshopPage) -> None:
    add_people(page)
    add_functions(page, "Legal")
    assert page.head.said == "2 functions without a decider"
    card_of(page, "Product").rows[0].setFocus()
    press(Qt.Key.Key_Space)
    assert page.head.said == "1 function without a decider"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_person_is_edited_in_place(page: NewWorkshopPage, key: Qt.Key) -> None:
    add_people(page)
    row = card_of(page, "Product").rows[0]
    row.setFocus()
    press(key)
    assert focus() is row.editor
    type_text(" and design")
    press(Qt.Key.Key_Return)
    assert rows(page)[0] == "1, Ada, Head of product and design"
    assert focus() is row
    press(key)
    type_text("nonsense")
    press(Qt.Key.Key_Escape)
    assert rows(page)[0] == "1, Ada, Head of product and design"
    assert focus() is row


def test_an_edit_that_is_left_is_kept(page: NewWorkshopPage) -> None:
    add_people(page)
    row = card_of(page, "Product").rows[1]
    QTest.mouseDClick(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 15))
    type_text(", Product manager")
    page.form.title.setFocus()
    assert rows(page)[1] == "2, Ben, Product manager"


def test_an_empty_edit_changes_nothing(page: NewWorkshopPage) -> None:
    add_people(page)
    row = card_of(page, "Product").rows[1]
    row.setFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    assert rows(page)[1] == "2, Ben"


def test_deleting_keeps_the_focus_in_the_list_and_can_be_undone(page: NewWorkshopPage) -> None:
    add_people(page)
    product = card_of(page, "Product")
    product.rows[0].setFocus()
    press(Qt.Key.Key_Delete)
    assert rows(page) == ["1, Ben", "2, Cleo, Sales director, decides"]
    assert focus() is product.rows[0]
    press(Qt.Key.Key_Delete)
    assert focus() is product.add_line
    assert page.people.undo_button.text() == "Undo remove person P1"
    page.people.undo_button.setFocus()
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    assert rows(page) == ["1, Ada, Head of product", "2, Ben", "3, Cleo, Sales director, decides"]


def test_removing_by_the_mouse(page: NewWorkshopPage) -> None:
    add_people(page)
    row = card_of(page, "Product").rows[0]
    click(row, row._remove_box().center().toPoint())
    assert rows(page)[0] == "1, Ben"


def test_undo_in_an_empty_line_takes_the_last_person_back(page: NewWorkshopPage) -> None:
    """In a line with text Ctrl+Z belongs to the text."""
    add_people(page)
    type_text("Dora")
    press(Qt.Key.Key_Z, CTRL)
    assert card_of(page, "Sales").add_line.text() == ""
    assert len(rows(page)) == 3
    press(Qt.Key.Key_Z, CTRL)
    assert len(rows(page)) == 2


@pytest.mark.parametrize(("key", "shift"), [(Qt.Key.Key_Y, False), (Qt.Key.Key_Z, True)])
def test_redo_brings_the_last_person_again(page: NewWorkshopPage, key: Qt.Key, shift: bool) -> None:
    add_people(page)
    press(Qt.Key.Key_Z, CTRL)
    assert len(rows(page)) == 2
    press(key, CTRL | Qt.KeyboardModifier.ShiftModifier if shift else CTRL)
    assert len(rows(page)) == 3


def test_the_menu_moves_a_person_to_another_function(page: NewWorkshopPage) -> None:
    add_people(page)
    press_menu(card_of(page, "Product").rows[1])
    choose_in_menu("Move to", "Sales")
    assert rows(page) == ["1, Ada, Head of product", "2, Ben", "3, Cleo, Sales director, decides"]
    assert len(card_of(page, "Sales").rows) == 2


def test_arrow_keys_go_through_the_list(page: NewWorkshopPage) -> None:
    add_people(page)
    page.people.stops[0].setFocus()
    seen = [focus()]
    while focus() is not page.people.chips.own:
        press(Qt.Key.Key_Down)
        seen.append(focus())
    assert seen == [*page.people.stops, page.people.chips.own]
    press(Qt.Key.Key_Up)
    assert focus() is card_of(page, "Sales").add_line


def test_tab_goes_through_the_list_as_it_stands(page: NewWorkshopPage) -> None:
    add_people(page)
    page.people.stops[0].setFocus()
    seen = [focus()]
    while len(seen) < len(page.people.stops):
        press(Qt.Key.Key_Tab)
        seen.append(focus())
    assert seen == page.people.stops


def test_names_are_text_and_never_markup(page: NewWorkshopPage) -> None:
    add_functions(page, "Product")
    card_of(page, "Product").add_line.setFocus()
    QGuiApplication.clipboard().setText("<b>Ada</b> & Co")
    press(Qt.Key.Key_V, CTRL)
    press(Qt.Key.Key_Return)
    row = card_of(page, "Product").rows[0]
    assert row.accessibleName() == "1, <b>Ada</b> & Co"
    assert "&lt;b&gt;" in row.toolTip()
    assert isinstance(row, PersonRow)


def test_where_somebody_types_stays_in_sight_as_the_list_grows(page: NewWorkshopPage) -> None:
    add_functions(page, "Product", "Sales")
    line = card_of(page, "Sales").add_line
    card_of(page, "Product").add_line.setFocus()
    for number in range(8):
        enter(f"Person {number}")
    line.setFocus()
    for number in range(12):
        enter(f"Seller {number}")
    cards(page)
    window = page.people._area.viewport()
    assert window.rect().contains(line.mapTo(window, line.rect().center()))
