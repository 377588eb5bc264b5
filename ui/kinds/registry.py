"""The place where kinds say what they add to the console above the board."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from workshop.records.agenda import Stage
from workshop.records.words import ParticipantId

if TYPE_CHECKING:
    from ui.console.run import Run


class KindPane(QWidget):
    """What a kind shows of a stage. Made when a stage of the kind is first shown."""

    done = Signal()
    """The focus may go back to where one types."""
    draft_line: QLineEdit | None = None
    """A field of the pane; what stands in it is kept while it is typed."""

    def __init__(self, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.run = run

    def show_stage(self, stage: Stage) -> None:
        """Shows a stage of this kind; called for every change and every second."""

    def turn(self, by: int) -> None:
        """Turns so many pages on, where it has pages."""

    def author(self) -> ParticipantId | None:
        """Whose the next typed note is, where the stage says so."""
        return None

    @property
    def stands_for_prompt(self) -> bool:
        """Whether it says what the stage is about, so that the prompt need not."""
        return False

    @property
    def takes_notes(self) -> bool:
        """Whether notes can be typed though the stage has no board yet: the first brings it."""
        return False

    def press(self, event: QKeyEvent) -> bool:
        """Does what a key means here where no text field takes it; whether it means anything."""
        return False


MakePane = Callable[["Run"], KindPane]

_makers: dict[str, MakePane] = {}
_MODULES = {"opening": "ui.kinds.opening", "break": "ui.kinds.break_"}


def pane_of(kind: str) -> Callable[[type[KindPane]], type[KindPane]]:
    """Class decorator: this is what stages of `kind` show above their board."""

    def register(pane: type[KindPane]) -> type[KindPane]:
        _makers[kind] = pane
        return pane

    return register


def make_pane(kind: str, run: Run) -> KindPane | None:
    """The pane of a kind; None where it has none."""
    if kind in _MODULES:
        importlib.import_module(_MODULES[kind])
    maker = _makers.get(kind)
    return maker(run) if maker is not None else None
