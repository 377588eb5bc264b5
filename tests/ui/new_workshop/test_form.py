"""What the workshop is called and when it starts: typed, stepped, told of where it cannot be."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.new_workshop.seen import CTRL, choose_in_menu, click, files_made, fill
from tests.ui.screen import focus, press, type_text
from ui.new_workshop import moments
from ui.new_workshop.page import NewWorkshopPage
from ui.new_workshop.when_fields import step_time, today
from workshop.document import Document
from workshop.interchange import templates
from workshop.records.details import Details

DAY = datetime.timedelta(days=1)


def test_the_shortest_way_is_one_key(page: NewWorkshopPage, folder: Path) -> None:
    made = files_made(page)
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
    fill(page.form.title, "Harbour in autumn")
    page.form.take_template(templates.find("alignment-check-up"))
    assert page.form.title.text() == "Harbour in autumn"


def test_a_title_is_needed_and_told_of_beside_its_field(page: NewWorkshopPage) -> None:
    made = files_made(page)
    fill(page.form.title, "   ")
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
    fill(page.form.date_field.line, "31 February")
    assert page.form.date_field.said == "", "nobody is corrected while typing"
    press(Qt.Key.Key_Tab)
    assert page.form.date_field.said.startswith("This is no date. Type it like ")
    assert page.form.date_field.line.text() == "31 February"
    press(Qt.Key.Key_Return, CTRL)
    assert focus() is page.form.date_field.line
    assert list(folder.iterdir()) == []
    fill(page.form.date_field.line, "28 February")
    assert page.form.date_field.said == ""


def test_a_date_is_shown_in_full_when_it_is_left(page: NewWorkshopPage) -> None:
    fill(page.form.date_field.line, "2030-10-06")
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
    fill(field.line, "9:10")
    press(Qt.Key.Key_Up)
    assert field.line.text() == "09:15"
    press(Qt.Key.Key_PageUp)
    assert field.line.text() == "10:15"
    press(Qt.Key.Key_Down)
    assert field.line.text() == "10:00"
    assert page.form.ends.text() == "Ends at 13:30 as planned."


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [("9:00", 1, "09:15"), ("9:10", -1, "09:00"), ("23:50", 1, "00:00"), ("0:00", -1, "23:45")],
)
def test_steps_of_time_go_to_full_quarters(before: str, by: int, after: str) -> None:
    assert moments.show_time(step_time(moments.read_time(before), by)) == after


def test_steps_end_where_the_calendar_of_workshops_ends(page: NewWorkshopPage) -> None:
    fill(page.form.date_field.line, "2199-12-31")
    press(Qt.Key.Key_Up)
    assert page.form.date_field.value() == datetime.date(2199, 12, 31)


def test_date_and_start_may_stay_open(page: NewWorkshopPage) -> None:
    made = files_made(page)
    fill(page.form.date_field.line, "")
    fill(page.form.start_field.line, "")
    press(Qt.Key.Key_Return, CTRL)
    with Document.open(made[0]) as document:
        details = document.workshop[Details][1]
        assert (details.on, details.planned_start) == (None, None)
