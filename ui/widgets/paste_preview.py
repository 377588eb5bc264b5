"""What a pasted list would become, note by note, before it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui import fonts
from ui.home.key_button import KeyButton
from ui.theme import BODY, CLOSE, GAP, NEAR
from ui.translate import plural, tr
from ui.widgets.plain import label, surface
from ui.widgets.tick_rows import ROW, TickRows
from workshop.capture import TypedLine
from workshop.faces import SEMIBOLD
from workshop.records.words import NOTE_LIMIT

_MOST_SHOWN = 7
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

MarkOf = Callable[[TypedLine], QIcon]


class PastePreview(QWidget):
    """A list with a tick for each note, and two buttons. `entered` hands over what is ticked."""

    entered = Signal(list)
    left = Signal()

    def __init__(self, mark_of: MarkOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self)
        self._mark_of = mark_of
        self._lines: Sequence[TypedLine] = ()
        self._masked = False
        self.rows = _Rows(self)
        self.add_button = KeyButton("", tr("Enter"))
        self.leave_button = KeyButton(tr("Leave it"), tr("Esc"), quiet=True)
        self._head = label(tr("Pasted, one note a line:"), fonts.sans(BODY, SEMIBOLD))
        self._arrange()
        self.rows.entered.connect(self._enter)
        self.rows.left.connect(self._leave)
        self.rows.itemChanged.connect(self._count)
        self.add_button.clicked.connect(self._enter)
        self.leave_button.clicked.connect(self._leave)
        self.hide()

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(NEAR)
        foot.addWidget(self.add_button)
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, NEAR, GAP, 0)
        column.setSpacing(CLOSE)
        column.addWidget(self._head)
        column.addWidget(self.rows)
        column.addLayout(foot)

    @property
    def texts(self) -> list[str]:
        """What the rows say; none while nothing is shown."""
        if self.isHidden():
            return []
        return [self.rows.item(at).text() for at in range(self.rows.count())]

    def show_lines(self, lines: Sequence[TypedLine], masked: bool) -> None:
        """Shows what was read; while `masked` only how many words each has."""
        self._lines, self._masked = lines, masked
        self.rows.blockSignals(True)
        self.rows.clear()
        for line in lines:
            self.rows.addItem(self._item(line))
        self.rows.blockSignals(False)
        self.rows.setFixedHeight(min(len(lines), _MOST_SHOWN) * ROW + CLOSE)
        self.rows.setCurrentRow(0)
        self._count()
        self.show()
        self.rows.setFocus()

    def _item(self, line: TypedLine) -> QListWidgetItem:
        words = " ".join(line.text.split())
        if self._masked:
            words = plural(len(words.split()), "{count} word", "{count} words")
        fits = len(line.text) <= NOTE_LIMIT
        if not fits:
            words = tr("Too long, {count} characters: {text}", count=len(line.text), text=words)
        item = QListWidgetItem(self._mark_of(line), words)
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if fits else flags)
        item.setCheckState(Qt.CheckState.Checked if fits else Qt.CheckState.Unchecked)
        return item

    def _ticked(self) -> list[TypedLine]:
        states = (self.rows.item(at).checkState() for at in range(self.rows.count()))
        pairs = zip(self._lines, states, strict=True)
        return [line for line, state in pairs if state == Qt.CheckState.Checked]

    def _count(self) -> None:
        count = len(self._ticked())
        self.add_button.setEnabled(bool(count))
        self.add_button.say(plural(count, "Add {count} note", "Add {count} notes"), tr("Enter"))

    def _enter(self) -> None:
        ticked = self._ticked()
        if ticked:
            self.entered.emit(ticked)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()


class _Rows(QListWidget):
    """The list: Enter adds, Space ticks, Esc leaves."""

    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(fonts.sans(BODY))
        self.setAccessibleName(tr("Pasted notes"))
        self.setItemDelegate(TickRows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
