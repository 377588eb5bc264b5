"""What a screen reader is told of a board."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.board_sheets import PRODUCT, card, cards, clusters, lanes, with_cards
from tests.ui.board.conftest import Show
from tests.ui.board.display import Display
from ui.board.accessibility import note_name
from ui.board.painter import BoardPainter
from ui.board.view import BoardView
from workshop.cards import Card


@pytest.fixture
def display(show: Show) -> Iterator[Display]:
    """A board while a screen reader runs."""
    QAccessible.setActive(True)
    yield show(lanes(cards(24)))
    QAccessible.setActive(False)


def items(display: Display) -> list[QAccessibleInterface]:
    board = QAccessible.queryAccessibleInterface(display.view)
    return [board.child(place) for place in range(board.childCount())]


def name(item: QAccessibleInterface) -> str:
    return item.text(QAccessible.Text.Name)


def test_a_board_is_a_list_of_its_notes_in_reading_order(display: Display) -> None:
    board = QAccessible.queryAccessibleInterface(display.view)
    assert board.role() == QAccessible.Role.List
    assert board.childCount() == 24
    first = display.view.board.notes[display.view.board.order[0]].card
    assert name(board.child(0)) == f"1, Product, {first.text}, Ines"
    assert board.child(0).role() == QAccessible.Role.ListItem
    assert [name(item).split(",")[0] for item in items(display)] == [
        str(note) for note in display.view.board.order
    ]


def place(item: QAccessibleInterface) -> str:
    return item.text(QAccessible.Text.Description)


def test_where_a_note_lies_is_told_beside_its_name(show: Show) -> None:
    QAccessible.setActive(True)
    in_lanes = items(show(lanes(cards(24))))
    assert place(in_lanes[0]) == "Product, 1 of 4"
    in_clusters = items(show(clusters(cards(10))))
    assert place(in_clusters[5]) == "2 What they say about matter number 2, 2 of 4"
    assert place(in_clusters[-1]) == "In no cluster, 2 of 2"
    ranked = clusters(cards(10))
    first = replace(ranked.piles[0], dots=5)
    in_ranks = items(show(replace(ranked, arrangement="ranking", piles=(first, *ranked.piles[1:]))))
    assert place(in_ranks[0]) == "1 What they say about matter number 1, 1 of 4, 5 dots"
    QAccessible.setActive(False)


def test_everything_a_note_shows_is_in_its_name() -> None:
    full = card(
        9, "Text", author="Ines", evidence="told", merged=3, cluster="4", solution=True,
        cluster_name="Late", saving=True, picture="abc",
    )  # fmt: skip
    said = "9, Product, Text, picture, Ines, told, solution, 3 merged, cluster 4, Late, saving"
    assert note_name(full) == said
    assert note_name(card(9, "Text", mark=None)) == "9, no function, Text"


def test_a_covered_note_tells_no_more_than_it_shows() -> None:
    covered = Card(note=9, number=9, text="", mark=PRODUCT, covered=True)
    assert note_name(covered) == "9, Product, covered"


def test_an_item_knows_its_place_and_its_state(display: Display) -> None:
    display.click(2)
    view = display.view
    item = items(display)[view.board.rank[2]]
    pixels = view.viewport.to_pixels(view.board.notes[2].rect)
    assert item.rect().topLeft() == view.mapToGlobal(pixels.topLeft())
    assert item.rect().size() == pixels.size()
    assert item.state().selected
    assert item.state().focused
    other = items(display)[view.board.rank[3]]
    assert not other.state().selected
    assert not other.state().focused


def test_the_note_at_a_point_is_found(display: Display) -> None:
    board = QAccessible.queryAccessibleInterface(display.view)
    at = display.view.mapToGlobal(display.middle(9))
    found = board.childAt(at.x(), at.y())
    assert name(found).startswith("9, ")
    assert board.indexOfChild(found) == display.view.board.rank[9]
    assert found.parent() is board


def test_the_note_with_the_keys_is_announced(
    display: Display, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[QAccessible.Event, int]] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append((event.type(), event.child()))
    )
    display.key(Qt.Key.Key_Down)
    display.key(Qt.Key.Key_Down)
    rank = display.view.board.rank
    assert told == [
        (QAccessible.Event.Focus, rank[1]),
        (QAccessible.Event.Focus, rank[7]),
    ]


def test_items_follow_changes(display: Display) -> None:
    gone = items(display)[0]
    sheet = display.view.board.sheet
    display.view.set_sheet(with_cards(sheet, 0, sheet.piles[0].cards[1:]))
    assert not gone.isValid()
    assert name(gone) == ""
    assert len(items(display)) == 23


def test_boards_come_and_go_without_harm(qtbot: QtBot, painter: BoardPainter) -> None:
    QAccessible.setActive(True)
    for _ in range(5):
        window = QWidget()
        view = BoardView(painter, window)
        view.set_sheet(lanes(cards(12)))
        window.show()
        assert len(items(Display(view, qtbot))) == 12
        window.deleteLater()
        qtbot.waitUntil(partial(_is_gone, view))
    QAccessible.setActive(False)


def _is_gone(view: BoardView) -> bool:
    return not isValid(view)
