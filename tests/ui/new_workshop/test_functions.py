"""Adding, naming, moving and removing functions."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.new_workshop.seen import (
    CTRL,
    add_functions,
    add_people,
    card_of,
    cards,
    enter,
    rows,
)
from tests.ui.screen import focus, press
from ui.new_workshop.function_chips import FunctionChip
from ui.new_workshop.page import NewWorkshopPage
from workshop.marks import PRESETS


def test_without_functions_it_asks_for_them(page: NewWorkshopPage) -> None:
    assert page.people._empty.isVisible()
    assert page.head.said == "Made for at least 3 functions"
    assert [chip.text() for chip in page.people.chips.chips.values()] == list(PRESETS)


def test_chips_add_functions_one_after_the_other_by_keys(page: NewWorkshopPage) -> None:
    page.people.focus_first()
    for name in ("Product", "Engineering", "Design"):
        chip = focus()
        assert isinstance(chip, FunctionChip)
        assert chip.text() == name
        press(Qt.Key.Key_Space)
    assert [card.head.text() for card in cards(page)] == ["Product", "Engineering", "Design"]
    assert not page.people.chips.chips["Design"].isVisible()
    assert not page.people._empty.isVisible()


def test_a_function_of_ones_own_gets_a_mark_of_its_own(page: NewWorkshopPage) -> None:
    add_functions(page, "Design")
    page.people.chips.own.setFocus()
    enter("Dispatch")
    found = page.draft.functions[1]
    assert (found.name, found.letter) == ("Dispatch", "I")
    assert found.shape != "hexagon"
    assert page.people.chips.own.text() == ""
    assert focus() is page.people.chips.own


def test_a_name_that_is_there_is_refused_and_kept(page: NewWorkshopPage) -> None:
    add_functions(page, "Design")
    page.people.chips.own.setFocus()
    enter("design")
    assert page.people.said == "Function D has this name already."
    assert page.people.chips.own.text() == "design"
    enter("ers")
    assert page.people.said == ""
    assert cards(page)[1].head.text() == "designers"


def test_a_function_is_renamed_moved_and_removed_by_keys(page: NewWorkshopPage) -> None:
    add_people(page)
    sales = card_of(page, "Sales")
    sales.head.setFocus()
    press(Qt.Key.Key_F2)
    enter("Sales and success")
    assert sales.head.text() == "Sales and success"
    assert page.draft.functions[1].letter == "S"
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [card.head.text() for card in cards(page)] == ["Sales and success", "Product"]
    assert focus() is sales.head
    press(Qt.Key.Key_Delete)
    assert rows(page) == ["1, Ada, Head of product", "2, Ben"]
    assert focus() is card_of(page, "Product").head
    press(Qt.Key.Key_Z, CTRL)
    assert rows(page)[0] == "1, Cleo, Sales director, decides"


def test_removing_the_last_function_leaves_the_focus_where_one_is_added(
    page: NewWorkshopPage,
) -> None:
    add_functions(page, "Product")
    cards(page)[0].head.setFocus()
    press(Qt.Key.Key_Delete)
    assert cards(page) == []
    assert focus() is page.people.chips.own


def test_only_so_many_functions(page: NewWorkshopPage) -> None:
    add_functions(page, *PRESETS)
    assert len(cards(page)) == 12
    assert not page.people.chips.own.isVisible()
    cards(page)[0].head.setFocus()
    press(Qt.Key.Key_Delete)
    assert page.people.chips.own.isVisible()
    assert page.people.chips.chips["Product"].isVisible()
