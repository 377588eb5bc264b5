"""What a test sees on the page for a new workshop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from tests.ui.screen import press, type_text
from ui.new_workshop.function_card import FunctionCard
from ui.new_workshop.page import NewWorkshopPage

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def enter(text: str) -> None:
    """Types where the focus is, and Enter."""
    type_text(text)
    press(Qt.Key.Key_Return)
    QApplication.processEvents()


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Clicks on a widget, in its middle or at a place."""
    QTest.mouseClick(widget, LEFT, pos=at or QPoint())


def add_functions(page: NewWorkshopPage, *names: str) -> None:
    """Presses the chips of these functions."""
    for name in names:
        click(page.people.chips.chips[name])


def cards(page: NewWorkshopPage) -> list[FunctionCard]:
    """The functions from the top."""
    QApplication.processEvents()  # layouts show and move widgets later
    return sorted(page.people.cards.values(), key=lambda card: card.y())


def card_of(page: NewWorkshopPage, name: str) -> FunctionCard:
    """The card of a function."""
    return next(card for card in cards(page) if card.head.text() == name)


def rows(page: NewWorkshopPage) -> list[str]:
    """Everybody as they are told to a screen reader, from the top."""
    return [row.accessibleName() for card in cards(page) for row in card.rows]


def choose_in_menu(*words: str) -> None:
    """Takes the action of these words in the menu that is open, through its submenus."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for word in words[:-1]:
        action = next(one for one in menu.actions() if one.text() == word)
        submenu = action.menu()
        assert isinstance(submenu, QMenu)
        menu.setActiveAction(action)
        QTest.keyClick(menu, Qt.Key.Key_Right)
        menu = submenu
    action = next(one for one in menu.actions() if one.text() == words[-1])
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def press_menu(widget: QWidget) -> None:
    """Presses the menu key on a widget."""
    at = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)


def fill(line: QLineEdit, text: str) -> None:
    """Types over what stands in a field."""
    line.setFocus()
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)
    type_text(text)


def files_made(page: NewWorkshopPage) -> list[Path]:
    """The files that the page has made from now on."""
    found: list[Path] = []
    page.created.connect(found.append)
    return found


def add_people(page: NewWorkshopPage) -> None:
    """Product with two, Sales with one, all by keys; the focus stays in the last line."""
    add_functions(page, "Product", "Sales")
    card_of(page, "Product").add_line.setFocus()
    enter("Ada, Head of product")
    enter("Ben")
    card_of(page, "Sales").add_line.setFocus()
    enter("Cleo, Sales director *")
