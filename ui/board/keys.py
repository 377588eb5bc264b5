"""The keys of a board: one table, from which help is made too."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

_Key, _None = Qt.Key, Qt.KeyboardModifier.NoModifier
_Ctrl, _Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class BoardKey:
    """What a key does: `action` names a method of the board's keyboard, with its argument."""

    key: Qt.Key
    modifiers: Qt.KeyboardModifier
    action: str
    argument: str = ""


BOARD_KEYS = (
    *(
        BoardKey(key, modifiers, action, direction)
        for key, direction in (
            (_Key.Key_Left, "left"),
            (_Key.Key_Right, "right"),
            (_Key.Key_Up, "up"),
            (_Key.Key_Down, "down"),
        )
        for modifiers, action in ((_None, "travel"), (_Shift, "extend"))
    ),
    BoardKey(_Key.Key_Home, _None, "travel_to", "first"),
    BoardKey(_Key.Key_End, _None, "travel_to", "last"),
    BoardKey(_Key.Key_Return, _None, "open"),
    BoardKey(_Key.Key_Enter, _None, "open"),
    BoardKey(_Key.Key_Delete, _None, "delete"),
    BoardKey(_Key.Key_Escape, _None, "escape"),
    BoardKey(_Key.Key_A, _Ctrl, "select_all"),
    BoardKey(_Key.Key_C, _Ctrl, "copy"),
    BoardKey(_Key.Key_V, _Ctrl, "paste"),
    BoardKey(_Key.Key_M, _Ctrl, "begin_move"),
    BoardKey(_Key.Key_0, _Ctrl, "fit_all"),
    BoardKey(_Key.Key_1, _Ctrl, "actual_size"),
    BoardKey(_Key.Key_Plus, _Ctrl, "zoom_in"),
    BoardKey(_Key.Key_Equal, _Ctrl, "zoom_in"),
    BoardKey(_Key.Key_Minus, _Ctrl, "zoom_out"),
)

_BY_KEY = {QKeyCombination(each.modifiers, each.key).toCombined(): each for each in BOARD_KEYS}


def key_of(event: QKeyEvent) -> BoardKey | None:
    """The row of the table that a key event means."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _BY_KEY.get(QKeyCombination(modifiers, Qt.Key(event.key())).toCombined())
