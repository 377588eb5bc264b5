"""Small widgets that show text as it is: nothing that people wrote is ever taken for markup."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from ui import fonts
from ui.theme import SECONDARY
from workshop.faces import SEMIBOLD

QWIDGETSIZE_MAX = 16_777_215
"""Qt's own: as large as there is room."""


def label(text: str, font: QFont, role: str = "", parent: QWidget | None = None) -> QLabel:
    """A label; `role` is one of the style sheet's, such as "second"."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setFont(font)
    if role:
        made.setProperty("role", role)
    return made


def heading(text: str) -> QLabel:
    """What a part of a panel is called."""
    return label(text, fonts.sans(SECONDARY, SEMIBOLD), "second")


def button(text: str, font: QFont, *, primary: bool = False, quiet: bool = False) -> QPushButton:
    """A push button. An ampersand in its text is shown as one."""
    made = QPushButton(text.replace("&", "&&"))
    made.setFont(font)
    made.setProperty("primary", primary)
    made.setProperty("quiet", quiet)
    made.setAutoDefault(False)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where one types
    return made


def rule(vertical: bool = False) -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setProperty("role", "line")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def surface(widget: QWidget, role: str = "surface") -> None:
    """Fills a widget with the theme's surface or paper."""
    widget.setProperty("role", role)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def change_role(widget: QWidget, role: str) -> None:
    """Gives a widget another role of the style sheet. Its font becomes again the one that it was
    made with, so weight belongs to the role where it changes."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def tip(text: str) -> str:
    """A text for a tooltip, which Qt would otherwise read as markup where it looks like it."""
    return f"<qt>{escape(text)}</qt>" if text else ""
