"""A card over the console: what is beneath is dimmed and waits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import DARK, GAP, WIDE

_DIM = 120
"""How dark it is beneath, of 255."""


class Overlay(QWidget):
    """Covers its parent, with a card in the middle. Tab stays on the card; Esc leaves it, and so
    does whatever takes the focus beneath."""

    left = Signal()

    def __init__(self, over: QWidget, name: str, most: int) -> None:
        super().__init__(over)
        self._over = over
        self.card = QFrame()
        self.card.setProperty("role", "card")
        self.card.setAccessibleName(name)
        self.card.setMaximumWidth(most)
        self.card.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        row.addStretch(1)
        row.addWidget(self.card, 1000)
        row.addStretch(1)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.inside = QVBoxLayout(self.card)
        self.inside.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        over.installEventFilter(self)
        self._follows = False
        self.hide()

    def show_card(self) -> None:
        """Covers what is beneath."""
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self._follow(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._follow(False)

    def _follow(self, follows: bool) -> None:
        """Hears of the focus while it is shown, and of no widget that goes with its window."""
        application = QApplication.instance()
        if follows != self._follows and isinstance(application, QApplication):
            self._follows, changed = follows, application.focusChanged
            (changed.connect if follows else changed.disconnect)(self._follow_focus)

    def leave(self) -> None:
        """Goes away; the focus is free for what is beneath."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Something beneath has been asked for: it is not kept waiting."""
        if self.isHidden() or now is None or self.isAncestorOf(now):
            return
        if now.window() is self.window() and self._over.isVisible():
            self.hide()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walks along the card, and from its end to its beginning."""
        found = [one for one in self.card.findChildren(QWidget) if _takes_tab(one)]
        found.sort(key=self._place)
        if not found:
            return False
        now = QApplication.focusWidget()
        at = found.index(now) if now in found else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        found[(at + (1 if forward else -1)) % len(found)].setFocus(reason)
        return True

    def _place(self, widget: QWidget) -> tuple[int, int]:
        at = widget.mapTo(self.card, widget.rect().center())
        return at.y(), at.x()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        shade = QColor(DARK.paper)
        shade.setAlpha(_DIM)
        QPainter(self).fillRect(self.rect(), shade)


def _takes_tab(widget: QWidget) -> bool:
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return reached and widget.isEnabled() and widget.isVisible()
