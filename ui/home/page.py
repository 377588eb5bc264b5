"""Home: recent workshops, templates, open, the finished sample."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import fonts
from ui.home import looking
from ui.home.cards import TemplateCards
from ui.home.key_button import KeyButton
from ui.home.recent_view import ROW_HEIGHT, RecentView
from ui.home.side import Side
from ui.recent import Entry, RecentList
from ui.theme import BODY, BROAD, GAP, NEAR, TITLE, WIDE
from ui.translate import plural, tr
from ui.widgets.plain import label, surface
from ui.widgets.scrolling import Scroller

_REST = 600
"""Pixels that everything but the recent workshops takes."""
_NARROW = 880
"""A window of less width has less space around everything."""
_LEAST_SHOWN, _MOST_SHOWN = 2, 6


class HomePage(QWidget):
    """Says by signals what the user wants to begin with."""

    open_file = Signal(Path)
    """A recent workshop."""
    new_from = Signal(str)
    """A new workshop from the template of this id; empty: from any."""
    open_wanted = Signal()
    """A workshop that is still to be chosen."""
    open_sample = Signal()
    backups_wanted = Signal()

    def __init__(self, recent: RecentList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "paper")
        self._recent = recent
        self._all_shown = False
        self._entries: list[Entry] = []
        self._looker = looking.shared()
        self.side, self.recent_view, self.templates = Side(), RecentView(), TemplateCards()
        self._none_yet = label(
            tr("No workshops yet. Start from a template, or look at the finished one."),
            fonts.sans(BODY),
            "second",
        )
        self.more = KeyButton("", quiet=True)
        self._offers = QVBoxLayout()
        self._offers.setSpacing(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self._main(), 1)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.side.new_wanted.connect(lambda: self.new_from.emit(""))
        self.side.open_wanted.connect(self.open_wanted)
        self.side.sample_wanted.connect(self.open_sample)
        self.side.backups_wanted.connect(self.backups_wanted)
        self.recent_view.opened.connect(self.open_file)
        self.recent_view.forgotten.connect(self._forget)
        self.templates.chosen.connect(self.new_from)
        self.more.clicked.connect(self._show_all)
        self._looker.seen.connect(self.recent_view.show_problem, Qt.ConnectionType.QueuedConnection)

    def _main(self) -> QWidget:
        inside = QWidget()
        surface(inside, "paper")
        self._column = column = QVBoxLayout(inside)
        column.setSpacing(0)
        column.addLayout(self._offers)
        column.addWidget(label(tr("Recent"), fonts.serif(TITLE + 2)))
        column.addSpacing(NEAR)
        column.addWidget(self._none_yet)
        column.addWidget(self.recent_view)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(WIDE)
        column.addWidget(label(tr("Start from a template"), fonts.serif(TITLE + 2)))
        column.addSpacing(GAP)
        column.addWidget(self.templates)
        column.addStretch(1)
        return Scroller(inside)

    def add_card(self, card: QWidget) -> None:
        """Shows a card above everything else, below those that are there."""
        self._offers.addWidget(card)

    def refresh(self) -> None:
        """Shows the list as it is now and looks at its files."""
        self._entries = self._recent.entries()
        self._show_entries()
        self._looker.look(entry.path for entry in self._entries)

    def _show_entries(self) -> None:
        """As many as leave room for the templates; the others when they are asked for."""
        room = max(_LEAST_SHOWN, min(_MOST_SHOWN, (self.height() - _REST) // ROW_HEIGHT))
        shown = self._entries if self._all_shown else self._entries[:room]
        if shown != self.recent_view.entries:
            self.recent_view.show_entries(shown)
        self.recent_view.setVisible(bool(shown))
        self._none_yet.setVisible(not shown)
        rest = len(self._entries) - len(shown)
        self.more.say(plural(rest, "{count} more", "{count} more"))
        self.more.setVisible(bool(rest))

    def focus_first(self) -> None:
        """Puts the focus on the last workshop, or on the first template where there is none."""
        if self.recent_view.entries:
            self.recent_view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.templates.focus_first()

    def _show_all(self) -> None:
        self._all_shown = True
        self.refresh()
        self.recent_view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _forget(self, path: Path) -> None:
        self._recent.forget(path)
        had_focus = self.recent_view.hasFocus()
        self.refresh()
        if had_focus:
            self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.side.set_narrow(narrow)
        beside = WIDE if narrow else BROAD + NEAR
        above = GAP if narrow else BROAD
        self._column.setContentsMargins(beside, above, beside, above)
        self._show_entries()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
