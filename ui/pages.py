"""The pages of the window: home, the form of a new workshop, the console of an open one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.recent import RecentList
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.home.page import HomePage
    from ui.new_workshop.page import NewWorkshopPage


class Pages(QStackedWidget):
    """Home and the form are made when they are first shown, since reading templates takes a
    moment."""

    open_file = Signal(Path)
    """A workshop file, recent or just made."""
    new_wanted = Signal(str)
    """A new workshop from the template of this id."""
    open_wanted = Signal()
    open_sample = Signal()
    backups_wanted = Signal()
    left = Signal()
    """The form is left and nothing was made."""

    def __init__(self, recent: RecentList, store: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent, self._settings = recent, store
        self._home: HomePage | None = None
        self._new: NewWorkshopPage | None = None

    @property
    def home(self) -> HomePage:
        """Recent workshops and templates."""
        if self._home is None:
            from ui.home.page import HomePage

            self._home = page = HomePage(self._recent)
            page.open_file.connect(self.open_file)
            page.new_from.connect(self.new_wanted)
            page.open_wanted.connect(self.open_wanted)
            page.open_sample.connect(self.open_sample)
            page.backups_wanted.connect(self.backups_wanted)
            self.addWidget(page)
        return self._home

    @property
    def new(self) -> NewWorkshopPage:
        """The form of a new workshop."""
        if self._new is None:
            from ui.new_workshop.page import NewWorkshopPage

            self._new = page = NewWorkshopPage(self._settings)
            page.created.connect(self.open_file)
            page.left.connect(self.left)
            self.addWidget(page)
        return self._new

    def show_home(self) -> None:
        """Shows where one begins."""
        self.setCurrentWidget(self.home)

    def show_new(self) -> None:
        """Shows the form."""
        self.setCurrentWidget(self.new)

    def show_console(self, console: QWidget) -> None:
        """Shows the console of a workshop that was opened."""
        self.addWidget(console)
        self.setCurrentWidget(console)

    def focus_first(self) -> None:
        """Puts the focus where one begins on the page that is shown."""
        if self._new is not None and self.currentWidget() is self._new:
            self._new.form.title.setFocus()
        elif self._home is not None:
            self._home.focus_first()
