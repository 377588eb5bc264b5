"""Around the small picture of the room display: its pages, and what its keys do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from ui import fonts
from ui.home.key_button import KeyButton
from ui.room import words
from ui.theme import SECONDARY, TIGHT
from ui.translate import tr
from ui.widgets.plain import button, label, tip
from workshop.faces import SEMIBOLD
from workshop.room_view import RoomView

_ARROW = 22


class RoomPages(QWidget):
    """What stands above the picture, and where there is more than a page, which one and arrows."""

    turned = Signal(int)
    """To the page so many on."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = label("", fonts.sans(SECONDARY), "second")
        self.before_button = self._arrow("←", tr("Page before on the room display"), -1)
        self.next_button = self._arrow("→", tr("Next page on the room display"), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addWidget(label(heading, fonts.sans(SECONDARY, SEMIBOLD), "second"))
        row.addStretch(1)
        for part in (self.before_button, self.place, self.next_button):
            row.addWidget(part)
        self.show_pages(0, 1)

    def _arrow(self, sign: str, name: str, by: int) -> QWidget:
        made = button(sign, fonts.sans(SECONDARY), quiet=True)
        made.setAccessibleName(name)
        made.setToolTip(tip(f"{name}, {tr('Ctrl+PgUp') if by < 0 else tr('Ctrl+PgDown')}"))
        made.setFixedWidth(_ARROW)
        made.clicked.connect(lambda: self.turned.emit(by))
        return made

    def show_pages(self, page: int, pages: int) -> None:
        """Which page of how many the room sees, counted from 0."""
        self.place.setText(words.page_mark(page, pages))
        for part in (self.before_button, self.place, self.next_button):
            part.setVisible(pages > 1)
        self.before_button.setEnabled(page > 0)
        self.next_button.setEnabled(page + 1 < pages)


class RoomKeys(QWidget):
    """Freeze, and the agreed problem and vision: each key is a button too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.freeze_button = KeyButton("", quiet=True)
        self.agreed_button = KeyButton("", quiet=True)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for made in (self.freeze_button, self.agreed_button):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(made)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_view(RoomView(), frozen=False)

    def stand(self, upright: bool) -> None:
        """Puts them below each other, or side by side."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if upright else across)

    def show_view(self, view: RoomView, frozen: bool) -> None:
        """Says what the keys would do now."""
        freeze = tr("Unfreeze") if frozen else tr("Freeze")
        agreed = tr("Vision off") if view.agreed is not None else tr("Vision")
        said = self.freeze_button.text(), self.agreed_button.text()
        if said != (freeze, agreed):
            self.freeze_button.say(freeze, tr("F  F4"))
            self.agreed_button.say(agreed, tr("V  F7"))
