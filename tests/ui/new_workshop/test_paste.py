"""A list of people pasted from elsewhere: understood, shown, mended, added."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.new_workshop.seen import (
    CTRL,
    add_functions,
    card_of,
    cards,
    choose_in_menu,
    click,
    enter,
    rows,
)
from tests.ui.screen import focus, press
from ui.home.key_button import KeyButton
from ui.new_workshop.page import NewWorkshopPage
from ui.new_workshop.paste_panel import with_function
from ui.new_workshop.paste_preview import MOST_SHOWN

LIST = """Ada, Product, Head of product *
Ben; product; Designer of things
Cleo, Dispatch
Dora"""


def _paste(page: NewWorkshopPage, text: str) -> None:
    """Pastes into the field of the list, as people do."""
    QGuiApplication.clipboard().setText(text)
    page.paste.text.setFocus()
    press(Qt.Key.Key_V, CTRL)


def _preview(page: NewWorkshopPage) -> list[str]:
    return [row.words for row in page.paste.preview.rows]


def _primary(page: NewWorkshopPage) -> list[str]:
    buttons = page.findChildren(KeyButton)
    return [button.text() for button in buttons if button.primary and button.isVisible()]


def test_what_was_understood_is_shown_before_anybody_is_added(page: NewWorkshopPage) -> None:
    add_functions(page, "Product")
    _paste(page, LIST)
    assert _preview(page) == [
        "Ada, Product, Head of product, decides, new",
        "Ben, Product, Designer of things, new",
        "Cleo, Dispatch (new), new",
        "Dora, No function, choose",
    ]
    assert rows(page) == []
    assert page.paste.add_button.text() == "Add 3 people"


def test_pasted_people_stand_dashed_until_they_are_added(page: NewWorkshopPage) -> None:
    add_functions(page, "Product")
    _paste(page, LIST)
    product = card_of(page, "Product")
    assert product.pasted.names == ["Ada", "Ben"]
    assert [each.names for each in page.people.coming] == [["Cleo"]]
    page.paste.add()
    assert not product.pasted.isVisible()
    assert not page.people.coming[0].isVisible()
    assert rows(page) == [
        "1, Ada, Head of product, decides",
        "2, Ben, Designer of things",
        "3, Cleo",
    ]


def test_adding_keeps_what_was_not_understood_in_the_text(page: NewWorkshopPage) -> None:
    _paste(page, f"Name, function\n{LIST}")
    press(Qt.Key.Key_Return, CTRL)
    assert page.paste.text.toPlainText() == "Dora"
    assert _preview(page) == ["Dora, No function, choose"]
    assert focus() is page.paste.text
    assert len(rows(page)) == 3


def test_what_was_added_is_one_step_to_undo(page: NewWorkshopPage) -> None:
    _paste(page, "Ada, Product\nBen, Sales")
    press(Qt.Key.Key_Return, CTRL)
    assert page.people.undo_button.text() == "Undo add 2 people"
    click(page.people.undo_button)
    assert cards(page) == []


def test_there_is_one_primary_button_at_a_time(page: NewWorkshopPage) -> None:
    assert _primary(page) == ["Create workshop"]
    _paste(page, "Ada, Product")
    assert _primary(page) == ["Add 1 person"]
    press(Qt.Key.Key_Escape)
    assert _primary(page) == ["Create workshop"]


def test_presets_come_in_our_spelling_with_their_marks(page: NewWorkshopPage) -> None:
    _paste(page, "Ada, LEGAL\nBen, customer  support")
    press(Qt.Key.Key_Return, CTRL)
    found = [(one.name, one.letter) for one in page.draft.functions]
    assert found == [("Legal", "L"), ("Customer support", "C")]


def test_somebody_who_is_there_is_not_added_again(page: NewWorkshopPage) -> None:
    add_functions(page, "Product")
    card_of(page, "Product").add_line.setFocus()
    enter("Ada")
    _paste(page, "ada, P\nAda, Product")
    assert _preview(page) == [
        "ada, Nothing changes, already here",
        "Ada, Nothing changes, already here",
    ]
    assert not page.paste.add_button.isEnabled()


def test_a_function_keeps_the_decider_it_has(page: NewWorkshopPage) -> None:
    _paste(page, "Ada, Product *\nBen, Product *")
    assert _preview(page)[1] == "Ben, Product (new), there is a decider already, new"
    press(Qt.Key.Key_Return, CTRL)
    assert rows(page) == ["1, Ada, decides", "2, Ben"]


def test_choosing_a_function_writes_it_behind_the_name(page: NewWorkshopPage) -> None:
    add_functions(page, "Product")
    _paste(page, "\n\nAda, Product\n  Dora  \nBen, Product")
    click(page.paste.preview.rows[1].choose)
    choose_in_menu("Sales")
    assert page.paste.text.toPlainText() == "\n\nAda, Product\n  Dora, Sales\nBen, Product"
    assert _preview(page)[1] == "Dora, Sales (new), new"
    assert focus() is page.paste.text
    press(Qt.Key.Key_Z, CTRL)
    assert page.paste.text.toPlainText() == "\n\nAda, Product\n  Dora  \nBen, Product"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Dora\nAda, Product", "Ada, Product"),
        ("Ada, Product\nDora", "Ada, Product"),
        ("Dora", ""),
    ],
)
def test_leaving_somebody_out_takes_the_line_away(
    page: NewWorkshopPage, text: str, left: str
) -> None:
    _paste(page, text)
    row = next(row for row in page.paste.preview.rows if row.words.startswith("Dora"))
    click(row.leave_out)
    assert page.paste.text.toPlainText() == left


@pytest.mark.parametrize(
    ("text", "function", "whole"),
    [
        ("Dora", "Sales", "Dora, Sales"),
        ("Dora,", "Sales", "Dora, Sales"),
        ("Dora;;Driver", "Sales", "Dora; Sales;Driver"),
        ("Dora\t\tDriver", "Sales", "Dora\t Sales\tDriver"),
        ("Dora", "Sales, north", "Dora; Sales, north"),
    ],
)
def test_a_line_gets_its_function(text: str, function: str, whole: str) -> None:
    assert with_function(text, function) == whole


def test_too_many_are_refused_beside_the_list_and_nobody_is_added(page: NewWorkshopPage) -> None:
    _paste(page, "\n".join(f"Person {n}, Sales" for n in range(41)))
    press(Qt.Key.Key_Return, CTRL)
    assert page.paste.said == "A workshop has at most 40 people."
    assert rows(page) == []
    assert page.paste.text.toPlainText().count("\n") == 40


def test_a_long_list_is_shown_in_part_and_says_so(page: NewWorkshopPage) -> None:
    _paste(page, "\n".join(f"Person {n}" for n in range(MOST_SHOWN + 7)))
    assert len(_preview(page)) == MOST_SHOWN
    assert page.paste.preview._more.text() == "and 7 more lines"
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    assert _preview(page) == []


def test_several_lines_pasted_where_one_is_typed_go_to_the_list(page: NewWorkshopPage) -> None:
    add_functions(page, "Product")
    card_of(page, "Product").add_line.setFocus()
    QGuiApplication.clipboard().setText("Ada, Product\nBen, Sales")
    press(Qt.Key.Key_V, CTRL)
    assert page.paste.text.toPlainText() == "Ada, Product\nBen, Sales"
    assert card_of(page, "Product").add_line.text() == ""
    assert focus() is page.paste.text


def test_pasting_outside_any_field_goes_to_the_list_below_what_is_there(
    page: NewWorkshopPage,
) -> None:
    _paste(page, "Ada, Product")
    page.head.cancel_button.setFocus()
    QGuiApplication.clipboard().setText("Ben, Sales")
    press(Qt.Key.Key_V, CTRL)
    assert page.paste.text.toPlainText() == "Ada, Product\nBen, Sales"


def test_escape_clears_the_list_and_undo_brings_it_back(page: NewWorkshopPage) -> None:
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    _paste(page, LIST)
    press(Qt.Key.Key_Escape)
    assert (page.paste.text.toPlainText(), left) == ("", [])
    press(Qt.Key.Key_Z, CTRL)
    assert page.paste.text.toPlainText() == LIST


def test_tab_leaves_the_list(page: NewWorkshopPage) -> None:
    _paste(page, LIST)
    press(Qt.Key.Key_Tab)
    assert focus() is not page.paste.text
    assert page.paste.text.toPlainText() == LIST
