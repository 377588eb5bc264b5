"""Above the board: what is looked for, how many notes have it, and what is left out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from ui import fonts
from ui.home.key_button import KeyButton
from ui.theme import BODY, CLOSE, CONTROL_HEIGHT, GAP, NEAR, SECONDARY
from ui.translate import plural, tr
from ui.widgets.plain import change_role, label, surface
from workshop.faces import SEMIBOLD

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTH = 260


class FindBar(QWidget):
    """A line to type into; Enter goes to the next note found, Shift+Enter to the one before."""

    typed = Signal(str)
    turned = Signal(int)
    left = Signal()
    everywhere_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self)
        self.line = _FindLine(self)
        self.count = label("", fonts.sans(SECONDARY), "second")
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.everywhere = KeyButton(tr("All boards"), tr("Ctrl Shift F"))
        self.everywhere.setCheckable(True)
        self.next_button = KeyButton(tr("Next"), tr("F3"))
        self.filter_button = QToolButton()
        self.leave_button = KeyButton(tr("Done"), tr("Esc"), quiet=True)
        self._arrange()
        self.line.textChanged.connect(self.typed)
        self.line.turned.connect(self.turned)
        self.line.left.connect(self.left)
        self.next_button.clicked.connect(lambda: self.turned.emit(1))
        self.leave_button.clicked.connect(self.left)
        self.everywhere.toggled.connect(self.everywhere_wanted)
        self.hide()

    def _arrange(self) -> None:
        self.filter_button.setFont(fonts.sans(BODY, SEMIBOLD))
        self.filter_button.setFixedHeight(CONTROL_HEIGHT)
        self.filter_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.filter_button.setMenu(QMenu(self.filter_button))
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, CLOSE, GAP, CLOSE)
        row.setSpacing(NEAR)
        row.addWidget(self.line)
        row.addWidget(self.next_button)
        row.addWidget(self.count, 1)
        row.addWidget(self.everywhere)
        row.addWidget(self.filter_button)
        row.addWidget(self.leave_button)
        for made in (self.everywhere, self.next_button, self.leave_button, self.filter_button):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_count(self, at: int, of: int, where: str = "") -> None:
        """Says which of the found notes is shown, counted from 1, and where it lies if not here."""
        if not self.line.text().strip():
            words = ""
        elif not of:
            words = tr("Nothing found")
        else:
            words = tr("{at} of {of}", at=at, of=of)
        self.count.setText(" · ".join(filter(None, (words, where))))
        change_role(self.count, "warn" if words and not of else "second")

    def show_filter(self, kept: int, of: int, wanted: str) -> None:
        """Says what the filter wants, if anything, and how many notes it leaves."""
        if not wanted:
            self.filter_button.setText(tr("Filter") + " ▾")
            return
        told = plural(of, "{kept} of {count} note", "{kept} of {count} notes", kept=kept)
        self.filter_button.setText(f"{wanted}: {told} ▾")

    def begin(self) -> None:
        """Shows the bar, ready to type."""
        self.show()
        self.line.selectAll()
        self.line.setFocus()


class _FindLine(QLineEdit):
    turned = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(fonts.sans(BODY))
        self.setFixedWidth(_WIDTH)
        self.setPlaceholderText(tr("Find words or a number"))
        self.setAccessibleName(tr("Find"))

    def event(self, event: QEvent) -> bool:
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.turned.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
