"""The file that is made: where, by which keys, and what stands in the way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.ui.new_workshop.seen import (
    CTRL,
    add_functions,
    card_of,
    click,
    enter,
    files_made,
    fill,
)
from tests.ui.screen import focus, press, type_text
from ui.new_workshop.page import NewWorkshopPage
from workshop import people
from workshop.document import Document
from workshop.records.details import Details
from workshop.records.people import Participant


def test_a_workshop_is_made_by_keys_alone(page: NewWorkshopPage, folder: Path) -> None:
    """Title, product, date, start, two functions, three people: then Ctrl+Enter."""
    made = files_made(page)
    type_text("Harbour vision")
    press(Qt.Key.Key_Tab)
    type_text("Harbour app")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_A, CTRL)
    type_text("6 October 2026")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_A, CTRL)
    type_text("8.30")
    page.people.focus_first()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    card_of(page, "Product").add_line.setFocus()
    enter("Ada, Head of product *")
    card_of(page, "Engineering").add_line.setFocus()
    enter("Ben")
    enter("Cleo")
    press(Qt.Key.Key_Return, CTRL)
    assert made == [folder / "Harbour vision.workshop"]
    with Document.open(made[0]) as document:
        details = document.workshop[Details][1]
        assert (details.title, details.product) == ("Harbour vision", "Harbour app")
        assert (details.on, details.planned_start) == ("2026-10-06", "08:30")
        assert details.template == "vision-half-day"
        found = people.functions(document.workshop)
        assert [(one.name, one.letter) for one in found] == [("Product", "P"), ("Engineering", "E")]
        persons = [(one.name, one.role, one.decider) for one in document.workshop[Participant]]
        assert persons == [
            ("Ada", "Head of product", True),
            ("Ben", "", False),
            ("Cleo", "", False),
        ]


def test_no_file_is_ever_written_over(page: NewWorkshopPage, folder: Path) -> None:
    (folder / "Harbour.workshop").write_text("mine", encoding="utf-8")
    made = files_made(page)
    fill(page.form.title, "Harbour")
    assert page.form.file_name.text == "Harbour 2.workshop"
    press(Qt.Key.Key_Return, CTRL)
    assert made == [folder / "Harbour 2.workshop"]
    assert (folder / "Harbour.workshop").read_text(encoding="utf-8") == "mine"


def test_a_file_that_was_chosen_and_is_there_is_refused(
    page: NewWorkshopPage, folder: Path
) -> None:
    taken = folder / "Harbour.workshop"
    taken.write_text("mine", encoding="utf-8")
    made = files_made(page)
    page.form.keep_at(folder / "Harbour")
    assert page.form.file_field.said == "There is such a file already. Choose another name."
    press(Qt.Key.Key_Return, CTRL)
    assert made == []
    assert page.form.file_field.said.startswith("There is a file ")
    assert focus() is page.form.change_button
    assert taken.read_text(encoding="utf-8") == "mine"


def test_the_place_is_asked_for_in_the_systems_dialog(page: NewWorkshopPage, folder: Path) -> None:
    made = files_made(page)
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    page.form.change_button.setFocus()
    press(Qt.Key.Key_Return)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles() == [str(folder / "Vision in a half day.workshop")]
    dialog.fileSelected.emit(str(elsewhere / "Mine"))
    dialog.close()
    assert page.form.file_name.text == "Mine.workshop"
    assert page.form.folder.text == f"in {elsewhere}"
    page.make_workshop()
    assert made == [elsewhere / "Mine.workshop"]


def test_a_folder_that_takes_nothing_is_told_of(page: NewWorkshopPage, folder: Path) -> None:
    made = files_made(page)
    in_the_way = folder / "file"
    in_the_way.write_text("", encoding="utf-8")
    page.form.keep_at(in_the_way / "a.workshop")
    press(Qt.Key.Key_Return, CTRL)
    assert made == []
    assert "cannot be" in page.form.file_field.said
    assert page.form.title.text() == "Vision in a half day"


def test_the_folder_is_made_where_there_is_none(page: NewWorkshopPage, folder: Path) -> None:
    folder.rmdir()
    made = files_made(page)
    press(Qt.Key.Key_Return, CTRL)
    assert made[0].parent.name == "Coxswain"
    assert made[0].exists()


def test_what_was_typed_and_not_added_goes_with_it(page: NewWorkshopPage) -> None:
    made = files_made(page)
    add_functions(page, "Product")
    card_of(page, "Product").add_line.setFocus()
    type_text("Ada")
    page.people.chips.own.setFocus()
    type_text("Dispatch")
    press(Qt.Key.Key_Return, CTRL)
    with Document.open(made[0]) as document:
        assert [one.name for one in document.workshop[Participant]] == ["Ada"]
        assert [one.name for one in people.functions(document.workshop)] == ["Product", "Dispatch"]


def test_a_pasted_list_is_not_forgotten(page: NewWorkshopPage) -> None:
    made = files_made(page)
    page.paste.text.setPlainText("Ada, Product")
    click(page.head.create_button)
    assert made == []
    assert page.paste.said == "These lines are not added yet. Add them or clear the list."
    assert focus() is page.paste.text


def test_a_list_that_cannot_be_added_is_to_be_mended(page: NewWorkshopPage) -> None:
    made = files_made(page)
    page.paste.text.setPlainText(", Product")
    assert not page.paste.add_button.isEnabled()
    click(page.head.create_button)
    assert made == []
    assert page.paste.said == "These lines are not added yet. Mend them or clear the list."


def test_a_workshop_without_people_is_told_of_before_it_is_made(page: NewWorkshopPage) -> None:
    made = files_made(page)
    add_functions(page, "Product", "Sales", "Legal")
    assert page.head.said == "Nobody is entered yet"
    press(Qt.Key.Key_Return, CTRL)
    assert len(made) == 1, "it is only said"


def test_what_was_typed_is_refused_where_it_stands(page: NewWorkshopPage) -> None:
    made = files_made(page)
    add_functions(page, "Product")
    page.people.chips.own.setFocus()
    type_text("product")
    press(Qt.Key.Key_Return, CTRL)
    assert made == []
    assert page.people.said == "Function P has this name already."


def test_escape_goes_back_and_makes_nothing(page: NewWorkshopPage, folder: Path) -> None:
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    press(Qt.Key.Key_Escape)
    click(page.head.cancel_button)
    assert left == [True, True]
    assert list(folder.iterdir()) == []
