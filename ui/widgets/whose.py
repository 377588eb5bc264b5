"""The button that says whose the next note is, with a menu of all functions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QIcon
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui import fonts, marks
from ui.appearance import current
from ui.theme import BODY, CLOSE, GAP
from ui.translate import tr
from workshop.faces import SEMIBOLD
from workshop.records.people import Function

MARK = 28


class WhoseButton(QToolButton):
    """Mark and name of a function; a press opens the others."""

    chosen = Signal(int)
    """A function of the menu, by its place from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(fonts.sans(BODY, SEMIBOLD))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setIconSize(QSize(MARK, MARK))
        self.setProperty("quiet", True)
        self.setMenu(QMenu(self))
        self.setAccessibleName(tr("Function"))

    def icon_of(self, function: Function) -> QIcon:
        """The mark of a function, as it stands on the button."""
        return QIcon(marks.pixmap(function, MARK, current(), self.devicePixelRatioF()))

    def offer(self, functions: Sequence[Function]) -> None:
        """Fills the menu."""
        menu = self.menu()
        menu.clear()
        for index, function in enumerate(functions):
            action = QAction(self.icon_of(function), function.name.replace("&", "&&"), menu)
            action.triggered.connect(lambda _=False, index=index: self.chosen.emit(index))
            menu.addAction(action)

    def show_function(self, function: Function) -> None:
        """Shows this one, its name cut to the button's width."""
        room = self.width() - MARK - GAP - CLOSE
        name = QFontMetrics(self.font()).elidedText(
            function.name, Qt.TextElideMode.ElideRight, max(room, 0)
        )
        self.setIcon(self.icon_of(function))
        self.setText(" " + name.replace("&", "&&"))
        self.setAccessibleName(tr("Function: {name}", name=function.name))
