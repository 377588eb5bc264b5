"""The names that an "@" and a beginning may mean, to choose one from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui import fonts
from ui.theme import BODY, NEAR
from ui.translate import tr
from ui.widgets.tick_rows import ROW, TickRows
from workshop.records.people import Participant

_MOST_SHOWN = 7
_WIDTH = 240
_CHOOSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)

MarkOf = Callable[[Participant], QIcon]


class AuthorList(QListWidget):
    """Stands above the line while a name is typed there. The line keeps the focus and hands the
    keys on."""

    chosen = Signal(object)
    """The `Participant`."""

    def __init__(self, mark_of: MarkOf, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark_of = mark_of
        self._people: Sequence[Participant] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("role", "popup")
        self.setFont(fonts.sans(BODY))
        self.setItemDelegate(TickRows(self))
        self.setAccessibleName(tr("Authors"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemPressed.connect(lambda item: self._choose(self.row(item)))
        self.hide()

    @property
    def people(self) -> Sequence[Participant]:
        """Whom it offers; nobody while it is not shown."""
        return () if self.isHidden() else self._people

    def offer(self, people: Sequence[Participant], above: QPoint) -> None:
        """Offers these, the first of them chosen, with its lower left corner there."""
        self._people = people
        self.clear()
        for person in people:
            self.addItem(QListWidgetItem(self._mark_of(person), person.name))
        self.setCurrentRow(0)
        height = min(len(people), _MOST_SHOWN) * ROW + NEAR
        self.setGeometry(above.x(), above.y() - height, _WIDTH, height)
        self.setVisible(bool(people))
        self.raise_()

    def take(self, event: QKeyEvent) -> bool:
        """Does what a key means while names are offered; whether it means anything."""
        key = event.key()
        if self.isHidden():
            return False
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow((self.currentRow() + step) % self.count())
        elif key in _CHOOSES or (key == Qt.Key.Key_Space and len(self._people) == 1):
            self._choose(self.currentRow())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _choose(self, row: int) -> None:
        self.hide()
        self.chosen.emit(self._people[row])
