"""How a board is arranged and what holds for it, as the menu of one button."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui import fonts
from ui.theme import BODY, CONTROL_HEIGHT
from ui.translate import tr
from workshop.faces import SEMIBOLD
from workshop.records.agenda import Board

ARRANGEMENTS = ("lanes", "clusters", "wall", "ranking")


def arrangement_name(arrangement: str) -> str:
    """What an arrangement is called."""
    return {
        "lanes": tr("Lanes"),
        "clusters": tr("Clusters"),
        "wall": tr("Wall"),
        "ranking": tr("Ranking"),
    }[arrangement]


class BoardMenuButton(QToolButton):
    """Says how the board is arranged; its menu changes that, and what holds for the board."""

    arrangement_wanted = Signal(str)
    attribution_wanted = Signal(str)
    reveal_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(fonts.sans(BODY, SEMIBOLD))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFixedHeight(CONTROL_HEIGHT)
        menu = QMenu(self)
        self._arrangements = self._fill(menu, _arrangements(), self.arrangement_wanted)
        menu.addSeparator()
        self.attributions = menu.addMenu(tr("Whose notes"))
        self._attributions = self._fill(self.attributions, _attributions(), self.attribution_wanted)
        self.reveals = menu.addMenu(tr("How it is revealed"))
        self._reveals = self._fill(self.reveals, _reveals(), self.reveal_wanted)
        self.setMenu(menu)

    def _fill(
        self, menu: QMenu, rows: Iterable[tuple[str, str]], wanted: SignalInstance
    ) -> dict[str, QAction]:
        found = {}
        for name, words in rows:
            action = QAction(words, menu)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, name=name: wanted.emit(name))
            menu.addAction(action)
            found[name] = action
        return found

    def show_board(self, board: Board) -> None:
        """Ticks what holds."""
        if (words := arrangement_name(board.arrangement) + " ▾") != self.text():
            self.setText(words)
            self.setAccessibleName(
                tr("Arranged as: {name}", name=arrangement_name(board.arrangement))
            )
        for actions, chosen in (
            (self._arrangements, board.arrangement),
            (self._attributions, board.attribution),
            (self._reveals, board.reveal),
        ):
            for name, action in actions.items():
                action.setChecked(name == chosen)


def _arrangements() -> list[tuple[str, str]]:
    return [(name, arrangement_name(name)) for name in ARRANGEMENTS]


def _attributions() -> list[tuple[str, str]]:
    return [
        ("person", tr("Shown with names")),
        ("function", tr("Shown by function")),
        ("none", tr("Kept without function and name")),
    ]


def _reveals() -> list[tuple[str, str]]:
    return [
        ("all_at_once", tr("All at once")),
        ("by_lane", tr("Lane by lane")),
        ("as_written", tr("As it is written")),
    ]
