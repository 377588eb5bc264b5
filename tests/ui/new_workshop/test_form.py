"""What the workshop is called, when it starts, where it is kept; and the file that is made."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from tests.ui.new_workshop.seen import CTRL, add_functions, card_of, choose_in_menu, click, enter
from tests.ui.screen import focus, press, type_text
from ui.new_workshop import moments
from ui.new_workshop.page import NewWorkshopPage
from ui.new_workshop.when_fields import step_time, today
from workshop import people
from workshop.document import Document
from workshop.interchange import templates
from workshop.records.details import Details
from workshop.records.people import Participant

DAY = datetime.timedelta(days=1)


def _made(page: NewWorkshopPage) -> list[Path]:
    found: list[Path] = []
    page.created.connect(found.append)
    return found


def _fill(line: QLineEdit, text: str) -> None:
    line.setFocus()
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    type_text(text)


def test_a_workshop_is_made_by_keys_alone(page: NewWorkshopPage, folder: Path) -> None:
    """Title, product, date, start, two functions, three people: then Ctrl+Enter."""
    made = _made(page)
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


def test_the_shortest_way_is_one_key(page: NewWorkshopPage, folder: Path) -> None:
    made = _made(page)
    press(Qt.Key.Key_Return, CTRL)
    assert made == [folder / "Vision in a half day.workshop"]
    with Document.open(made[0]) as document:
        details = document.workshop[Details][1]
        assert (details.on, details.planned_start) == (today().isoformat(), "09:00")


def test_it_begins_with_the_title_of_the_template_to_type_over(page: NewWorkshopPage) -> None:
    assert focus() is page.form.title
    assert page.form.title.selectedText() == "Vision in a half day"
    assert page.form.date_field.value() == today()
    assert page.form.ends.text() == "Ends at 12:30 as planned."


def test_another_template_can_be_chosen_and_a_title_of_ones_own_stays(
    page: NewWorkshopPage,
) -> None:
    quarterly = templates.find("quarterly-revisit")
    page.form.template_button.setFocus()
    press(Qt.Key.Key_Return)
    choose_in_menu("Quarterly revisit · 1 h · 4–14 people")
    assert page.form.title.text() == quarterly.title
    assert page.form.ends.text() == "Ends at 10:00 as planned."
    _fill(page.form.title, "Harbour in autumn")
    page.form.take_template(templates.find("alignment-check-up"))
    assert page.form.title.text() == "Harbour in autumn"


def test_a_title_is_needed_and_told_of_beside_its_field(page: NewWorkshopPage) -> None:
    made = _made(page)
    _fill(page.form.title, "   ")
    press(Qt.Key.Key_Return, CTRL)
    assert made == []
    assert page.form.title_field.said == "A workshop needs a name."
    assert focus() is page.form.title
    type_text("Harbour")
    assert page.form.title_field.said == ""


def test_a_title_too_long_is_told_of_and_stays(page: NewWorkshopPage) -> None:
    page.form.title.setText("x" * 201)
    press(Qt.Key.Key_Return, CTRL)
    assert "201 characters" in page.form.title_field.said
    assert len(page.form.title.text()) == 201


def test_a_date_that_is_none_stays_and_is_told_of(page: NewWorkshopPage, folder: Path) -> None:
    _fill(page.form.date_field.line, "31 February")
    assert page.form.date_field.said == "", "nobody is corrected while typing"
    press(Qt.Key.Key_Tab)
    assert page.form.date_field.said.startswith("This is no date. Type it like ")
    assert page.form.date_field.line.text() == "31 February"
    press(Qt.Key.Key_Return, CTRL)
    assert focus() is page.form.date_field.line
    assert list(folder.iterdir()) == []
    _fill(page.form.date_field.line, "28 February")
    assert page.form.date_field.said == ""


def test_a_date_is_shown_in_full_when_it_is_left(page: NewWorkshopPage) -> None:
    _fill(page.form.date_field.line, "2030-10-06")
    press(Qt.Key.Key_Tab)
    assert page.form.date_field.line.text() == "Sunday, 6 October 2030"
    page.form.date_field.line.setFocus()
    press(Qt.Key.Key_Z, CTRL)
    assert page.form.date_field.line.text() == "2030-10-06", "as it was typed"


def test_days_are_stepped_by_keys_buttons_and_wheel(page: NewWorkshopPage) -> None:
    field = page.form.date_field
    field.line.setFocus()
    for key, days in (
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_PageUp, 8),
        (Qt.Key.Key_Down, 7),
        (Qt.Key.Key_PageDown, 0),
    ):
        press(key)
        assert field.value() == today() + days * DAY
    click(field.after)
    assert field.value() == today() + DAY
    click(field.before)
    click(field.before)
    assert field.value() == today() - DAY
    assert page.form.ends.text().startswith("This day is over.")
    _turn(field.line, 120)
    assert field.value() == today()


def _turn(widget: QWidget, by: int) -> None:
    at, nothing = QPointF(5, 5), QPoint()
    event = QWheelEvent(
        at, widget.mapToGlobal(at), nothing, QPoint(0, by), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_wheel_leaves_a_field_alone_that_has_not_the_focus(page: NewWorkshopPage) -> None:
    _turn(page.form.date_field.line, 120)
    assert page.form.date_field.value() == today()


def test_times_are_stepped_by_quarters_and_hours(page: NewWorkshopPage) -> None:
    field = page.form.start_field
    _fill(field.line, "9:10")
    press(Qt.Key.Key_Up)
    assert field.line.text() == "9:15"
    press(Qt.Key.Key_PageUp)
    assert field.line.text() == "10:15"
    press(Qt.Key.Key_Down)
    assert field.line.text() == "10:00"
    assert page.form.ends.text() == "Ends at 13:30 as planned."


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [("9:00", 1, "9:15"), ("9:10", -1, "9:00"), ("23:50", 1, "0:00"), ("0:00", -1, "23:45")],
)
def test_steps_of_time_go_to_full_quarters(before: str, by: int, after: str) -> None:
    assert moments.show_time(step_time(moments.read_time(before), by)) == after


def test_steps_end_where_the_calendar_of_workshops_ends(page: NewWorkshopPage) -> None:
    _fill(page.form.date_field.line, "2199-12-31")
    press(Qt.Key.Key_Up)
    assert page.form.date_field.value() == datetime.date(2199, 12, 31)


def test_date_and_start_may_stay_open(page: NewWorkshopPage) -> None:
    made = _made(page)
    _fill(page.form.date_field.line, "")
    _fill(page.form.start_field.line, "")
    press(Qt.Key.Key_Return, CTRL)
    with Document.open(made[0]) as document:
        details = document.workshop[Details][1]
        assert (details.on, details.planned_start) == (None, None)


def test_no_file_is_ever_written_over(page: NewWorkshopPage, folder: Path) -> None:
    (folder / "Harbour.workshop").write_text("mine", encoding="utf-8")
    made = _made(page)
    _fill(page.form.title, "Harbour")
    assert page.form.file_name.text == "Harbour 2.workshop"
    press(Qt.Key.Key_Return, CTRL)
    assert made == [folder / "Harbour 2.workshop"]
    assert (folder / "Harbour.workshop").read_text(encoding="utf-8") == "mine"


def test_a_file_that_was_chosen_and_is_there_is_refused(
    page: NewWorkshopPage, folder: Path
) -> None:
    taken = folder / "Harbour.workshop"
    taken.write_text("mine", encoding="utf-8")
    made = _made(page)
    page.form.keep_at(folder / "Harbour")
    assert page.form.file_field.said == "There is such a file already. Choose another name."
    press(Qt.Key.Key_Return, CTRL)
    assert made == []
    assert page.form.file_field.said.startswith("There is a file ")
    assert focus() is page.form.change_button
    assert taken.read_text(encoding="utf-8") == "mine"


def test_the_place_is_asked_for_in_the_systems_dialog(page: NewWorkshopPage, folder: Path) -> None:
    made = _made(page)
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
    made = _made(page)
    in_the_way = folder / "file"
    in_the_way.write_text("", encoding="utf-8")
    page.form.keep_at(in_the_way / "a.workshop")
    press(Qt.Key.Key_Return, CTRL)
    assert made == []
    assert "cannot be" in page.form.file_field.said
    assert page.form.title.text() == "Vision in a half day"


def test_the_folder_is_made_where_there_is_none(page: NewWorkshopPage, folder: Path) -> None:
    folder.rmdir()
    made = _made(page)
    press(Qt.Key.Key_Return, CTRL)
    assert made[0].parent.name == "Coxswain"
    assert made[0].exists()


def test_what_was_typed_and_not_added_goes_with_it(page: NewWorkshopPage) -> None:
    made = _made(page)
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
    made = _made(page)
    page.paste.text.setPlainText("Ada, Product")
    click(page.head.create_button)
    assert made == []
    assert page.paste.said == "These lines are not added yet. Add them or clear the list."
    assert focus() is page.paste.text


def test_what_was_typed_is_refused_where_it_stands(page: NewWorkshopPage) -> None:
    made = _made(page)
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
