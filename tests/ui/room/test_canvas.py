"""The canvas: one widget for the room, its preview and its pictures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.room import views
from tests.ui.room.views import Workroom
from ui.room.canvas import RoomCanvas
from workshop import boards
from workshop.room_view import BLANK


class Paints(QObject):
    """Notes what is painted of a widget."""

    def __init__(self, canvas: RoomCanvas) -> None:
        super().__init__(canvas)
        self.rects: list[QRect] = []
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return False


@pytest.fixture
def canvas(qtbot: QtBot) -> RoomCanvas:
    """A canvas on a display of 1280x720."""
    made = RoomCanvas(moves=False)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_it_shows_what_it_is_handed(canvas: RoomCanvas) -> None:
    canvas.show_view(views.states()["revealed"])
    assert canvas.picture.texts() == views.compose(canvas.view, (1280, 720)).texts()
    assert views.PROMPT in canvas.accessibleName()


def test_the_curtain_falls_before_anything_else_happens(canvas: RoomCanvas) -> None:
    canvas.show_view(views.states()["revealed"])
    QApplication.processEvents()
    paints = Paints(canvas)
    canvas.show_view(BLANK)
    assert paints.rects == [canvas.rect()], "painted without waiting for the event loop"
    image = canvas.grab().toImage()
    colours = {image.pixel(x, y) for x in range(0, 1280, 5) for y in range(0, 720, 5)}
    assert colours == {QColor("#FCFBF8").rgb()}
    assert canvas.accessibleName() == "Room display. It is blank."
    canvas.show_view(views.states()["revealed"])
    assert canvas.picture.texts()


def test_a_clock_that_goes_on_paints_only_itself(canvas: RoomCanvas) -> None:
    view = views.states()["revealed"]
    canvas.show_view(view)
    QApplication.processEvents()
    paints = Paints(canvas)
    assert view.clock is not None
    canvas.show_view(replace(view, clock=replace(view.clock, left=view.clock.left - 1)))
    QApplication.processEvents()
    assert paints.rects
    assert all(rect.left() > 900 and rect.bottom() < 150 for rect in paints.rects)
    whole = canvas.grab().toImage()
    canvas.update()
    assert canvas.grab().toImage() == whole


def test_a_preview_is_the_room_in_small(canvas: RoomCanvas, qtbot: QtBot) -> None:
    canvas.show_view(views.states()["large"])
    preview = RoomCanvas(moves=False)
    qtbot.addWidget(preview)
    preview.resize(320, 240)
    preview.set_room_size(QSize(1280, 720))
    preview.show_view(views.states()["large"])
    assert preview.picture.texts() == canvas.picture.texts()
    assert preview.pages == canvas.pages
    assert preview.heightForWidth(320) == 180
    image = preview.grab().toImage()
    assert {image.pixel(x, 5) for x in range(320)} == {QColor("#FCFBF8").rgb()}, "the rest is paper"
    preview.set_room_size(None)
    assert preview.room_size == QSize(320, 240)


def test_pages_are_turned_and_told(canvas: RoomCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.pages_changed) as told:
        canvas.show_view(views.states()["large"])
    assert told.args == [0, canvas.pages]
    canvas.set_page(2)
    assert canvas.page == 2
    canvas.set_page(999)
    assert canvas.page == canvas.pages - 1
    with qtbot.waitSignal(canvas.pages_changed) as told:
        canvas.set_page(-1)
    assert told.args == [0, canvas.pages]


def test_a_page_stays_while_the_stage_does(canvas: RoomCanvas) -> None:
    view = views.states()["large"]
    canvas.show_view(view)
    canvas.set_page(3)
    canvas.show_view(replace(view, clock=None))
    assert canvas.page == 3
    canvas.show_view(replace(view, number=9, title="Another stage"))
    assert canvas.page == 0


def test_revealing_a_lane_turns_to_its_page(canvas: RoomCanvas) -> None:
    made = Workroom(20, 6)
    made.start()
    made.reveal("product")
    canvas.show_view(made.look())
    assert canvas.page == 0
    made.reveal("sales")
    canvas.show_view(made.look())
    assert canvas.page > 0
    shown = {pile.pile.title for board in canvas.picture.boards() for pile in board.layout.piles}
    assert "Sales" in shown


def test_revealed_notes_slide_in_and_come_to_rest(qtbot: QtBot) -> None:
    made, canvas = Workroom(), RoomCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(1280, 720)
    canvas.show()
    qtbot.waitExposed(canvas)
    made.start()
    canvas.show_view(made.look())
    made.reveal("product")
    canvas.show_view(made.look())
    assert len(canvas.arriving) == 2
    qtbot.waitUntil(lambda: not canvas.arriving)
    resting = canvas.grab().toImage()
    canvas.update()
    assert canvas.grab().toImage() == resting


def test_nothing_moves_where_the_system_asks_for_that(canvas: RoomCanvas) -> None:
    made = Workroom()
    made.start()
    canvas.show_view(made.look())
    made.reveal("product")
    canvas.show_view(made.look())
    assert not canvas.arriving


@pytest.mark.parametrize("by", ["curtain", "cover", "another stage"])
def test_what_is_taken_away_stops_at_once(by: str, qtbot: QtBot) -> None:
    made, canvas = Workroom(), RoomCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(1280, 720)
    canvas.show()
    qtbot.waitExposed(canvas)
    made.start()
    canvas.show_view(made.look())
    made.reveal("product")
    canvas.show_view(made.look())
    assert canvas.arriving
    if by == "cover":
        boards.cover(made.workshop, made.board.id)
    others = {"curtain": BLANK, "another stage": views.states()["plain"], "cover": made.look()}
    canvas.show_view(others[by])
    assert not canvas.arriving


def test_canvases_that_share_lay_out_once(canvas: RoomCanvas, qtbot: QtBot) -> None:
    preview = RoomCanvas(moves=False)
    qtbot.addWidget(preview)
    preview.set_room_size(canvas.size())
    preview.share(canvas)
    view = views.states()["plain"]
    for each in (canvas, preview):
        each.show_view(view)
    assert preview.picture is canvas.picture


def test_a_canvas_that_nobody_saw_shows_what_came_last(qtbot: QtBot) -> None:
    made, canvas = Workroom(20, 6), RoomCanvas(moves=False)
    qtbot.addWidget(canvas)
    made.start()
    canvas.show_view(made.look())
    canvas.resize(1280, 720)
    made.reveal("product")
    canvas.show_view(made.look())
    canvas.show()
    assert canvas.picture.texts() == views.compose(made.look(), (1280, 720)).texts()
