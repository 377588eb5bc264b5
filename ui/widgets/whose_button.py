"""The button that tells whose note the next one is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui import fonts
from ui.theme import BODY
from ui.translate import tr
from workshop.faces import SEMIBOLD

MARK = 28
"""The size of a function's mark on it, in pixels."""


def whose_button(parent: QWidget) -> QToolButton:
    """A button with a mark and a name, and an empty menu of functions."""
    button = QToolButton(parent)
    button.setFont(fonts.sans(BODY, SEMIBOLD))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setIconSize(QSize(MARK, MARK))
    button.setProperty("quiet", True)
    button.setMenu(QMenu(button))
    button.setAccessibleName(tr("Function"))
    return button
