"""The title of a cluster, typed where it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import fonts
from ui.translate import tr
from workshop.faces import SEMIBOLD

_LEAST_WIDTH, _HEIGHT = 180, 36
_TITLE = 16


class NameField(QLineEdit):
    """Enter names the cluster, Esc leaves it as it is; going elsewhere keeps what was typed.

    Whoever takes `named` closes the field, unless the name was refused.
    """

    named = Signal(int, str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.cluster = 0
        self._before = ""
        self.setFont(fonts.sans(_TITLE, SEMIBOLD))
        self.hide()

    def begin(self, cluster: int, number: int, name: str) -> None:
        """Opens on a cluster; whoever opens it says where it is to lie."""
        self.cluster, self._before = cluster, name
        self.setText(name)
        self.setPlaceholderText(tr("Name of cluster {number}", number=number))
        self.setAccessibleName(tr("Name of cluster {number}", number=number))
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus()

    def lie_at(self, rect: QRect) -> None:
        """Lies over a title, as far as that is in sight."""
        seen = self._over.rect()
        width = max(_LEAST_WIDTH, min(rect.width(), seen.width()))
        x = max(0, min(rect.x(), seen.width() - width))
        y = max(0, min(rect.y(), seen.height() - _HEIGHT))
        self.setGeometry(x, y, width, _HEIGHT)

    def close_field(self) -> None:
        """Closes without another word."""
        self.cluster = 0
        self.hide()

    def finish(self) -> None:
        """Keeps what was typed."""
        if not self.cluster:
            return
        if self.text().strip() == self._before:
            self.leave()
        else:
            self.named.emit(self.cluster, self.text())

    def leave(self) -> None:
        """Leaves the title as it was."""
        self.close_field()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in stays and not self.isHidden():
            self.finish()
