"""Whether everything is on disk, and what Ctrl+Z would take back."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui import fonts
from ui.appearance import current
from ui.theme import CLOSE, GAP, SECONDARY, TIGHT
from ui.translate import tr
from ui.widgets.plain import button, change_role, label, surface

_DOT = 8


class StatusCorner(QWidget):
    """A dot with words, and below it the step that can be undone, as a button."""

    undo_wanted = Signal()
    elsewhere_wanted = Signal()
    """The disk takes nothing, and another place is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self)
        self._dot = _Dot()
        self._words = label("", fonts.sans(SECONDARY), "second")
        self.undo_button = button("", fonts.sans(SECONDARY), quiet=True)
        self.undo_button.setFocusPolicy(
            Qt.FocusPolicy.NoFocus
        )  # Ctrl+Z does the same from anywhere
        self.undo_button.clicked.connect(self.undo_wanted)
        self.elsewhere_button = button(tr("Save elsewhere…"), fonts.sans(SECONDARY))
        self.elsewhere_button.clicked.connect(self.elsewhere_wanted)
        self._words.setIndent(0)
        self._state = (True, "")
        self._short = False
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(GAP, CLOSE, CLOSE, CLOSE)
        grid.setHorizontalSpacing(CLOSE)
        grid.setVerticalSpacing(TIGHT)
        grid.addWidget(self._dot, 1, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._words, 1, 1)
        grid.addWidget(self.elsewhere_button, 1, 2)
        grid.addWidget(self.undo_button, 2, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 1)
        grid.setRowStretch(3, 1)
        self.show_state(saved=True, trouble="")
        self.show_undo("")

    def show_state(self, saved: bool, trouble: str) -> None:
        """Saved, on its way to the disk, or stuck."""
        self._state = (saved, trouble)
        if trouble:
            words, role = tr("Not saved"), "warn"
        elif saved:
            words = tr("Saved") if self._short else tr("Every change is saved")
            role = "second"
        else:
            words, role = tr("Saving"), "second"
        self._words.setText(words)
        self._words.setToolTip("")
        self.elsewhere_button.setVisible(bool(trouble) and not self._short)
        change_role(self._words, role)
        self._dot.show_state(saved and not trouble, bool(trouble))

    def show_short(self, short: bool) -> None:
        """One word, where there is little room, or both lines."""
        if short != self._short:
            self._short = short
            self._grid.setContentsMargins(*((0,) * 4 if short else (GAP, CLOSE, CLOSE, CLOSE)))
            self.undo_button.setVisible(not short)
            self.show_state(*self._state)

    def show_undo(self, words: str) -> None:
        """What can be undone; empty: nothing."""
        self.undo_button.setText(words.replace("&", "&&") or tr("Nothing to undo"))
        self.undo_button.setEnabled(bool(words))
        self.undo_button.setToolTip("")

    @property
    def words(self) -> str:
        """What the corner says."""
        return self._words.text()

    @property
    def undo_words(self) -> str:
        """What the button says."""
        return self.undo_button.text()


class _Dot(QWidget):
    """Full when saved, hollow while saving, a full one in the colour of warnings when stuck."""

    def __init__(self) -> None:
        super().__init__()
        self._saved, self._stuck = True, False
        self.setFixedSize(QSize(_DOT + 2, _DOT + 2))

    def show_state(self, saved: bool, stuck: bool) -> None:
        self._saved, self._stuck = saved, stuck
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        colour = QColor(theme.warn if self._stuck else theme.ok if self._saved else theme.ink_3)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour)
        hollow = not (self._saved or self._stuck)
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
        painter.drawEllipse(QPointF(_DOT / 2 + 1, _DOT / 2 + 1), _DOT / 2, _DOT / 2)
