"""The menu of the window and the button that opens it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui import fonts
from ui.settings import APPEARANCES
from ui.theme import BODY, CONTROL_HEIGHT
from ui.translate import tr
from workshop.faces import SEMIBOLD

_ORDER = (
    "new", "open", "close", "", "undo", "redo", "edit_note", "delete_note", "", "stage_next",
    "stage_before", "lane_next", "lane_before", "functions", "", "appearance", "quit",
)  # fmt: skip
"""Actions by their ids; an empty one is a line."""


def make_menu(
    owner: QWidget, actions: Mapping[str, QAction], worn: str, wear: Callable[[str], object]
) -> QMenu:
    """The menu. `worn` is the appearance that is set, `wear` sets another."""
    menu = QMenu(owner)
    for id in _ORDER:
        if not id:
            menu.addSeparator()
        elif id == "appearance":
            menu.addMenu(_appearances(menu, worn, wear))
        else:
            menu.addAction(actions[id])
    return menu


def menu_button(menu: QMenu) -> QToolButton:
    """A button that opens the menu. A click leaves the focus where it is."""
    made = QToolButton()
    made.setText(tr("Menu"))
    made.setFont(fonts.sans(BODY, SEMIBOLD))
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setFixedHeight(CONTROL_HEIGHT)
    made.setMenu(menu)
    return made


def _appearances(parent: QMenu, worn: str, wear: Callable[[str], object]) -> QMenu:
    words = {"system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")}
    menu = QMenu(tr("Appearance"), parent)
    group = QActionGroup(menu)
    for name in APPEARANCES:
        action = QAction(words[name], menu)
        action.setCheckable(True)
        action.setChecked(name == worn)
        action.triggered.connect(partial(_call, wear, name))
        group.addAction(action)
        menu.addAction(action)
    return menu


def _call(wear: Callable[[str], object], name: str, _checked: bool = False) -> None:
    wear(name)
