"""The window: the start page, or the workshop that is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import actions, appearance, files, messages, settings, window_size
from ui.asking import Asking
from ui.console.curtain_key import CurtainKey
from ui.console.desk import Console
from ui.console.feed import Now, local_now
from ui.console.one_display import OneDisplay
from ui.console.room_link import RoomLink
from ui.console.view import ConsoleView
from ui.exporting import Exporting
from ui.recent import RecentList, entry_of
from ui.rescue.desk import RescueDesk
from ui.screens import Screens
from ui.session import Session
from ui.settings import Settings
from ui.translate import tr
from ui.widgets import emblem, menus
from ui.widgets.banner import Banner
from ui.widgets.notices import Notices
from workshop.document import Document
from workshop.errors import CoxswainError
from workshop.records.details import Details

if TYPE_CHECKING:
    from ui.home.page import HomePage
    from ui.new_workshop.page import NewWorkshopPage


class MainWindow(QMainWindow):
    """The one window. It opens and closes workshops and holds what can be asked for anywhere."""

    bug_found = Signal(str)
    """The report of a bug; may be emitted on any thread."""

    def __init__(
        self,
        store: Settings,
        parent: QWidget | None = None,
        screens: Screens | None = None,
        now: Now = local_now,
    ) -> None:
        super().__init__(parent)
        self._settings = store
        self._now = now
        self._session: Session | None = None
        self.recent = RecentList()
        self._home: HomePage | None = None
        self._new_page: NewWorkshopPage | None = None
        self.console: Console | None = None
        self.room = RoomLink(screens or Screens(self), store, self)
        self.setWindowIcon(emblem.icon())
        self.banner, self._pages = Banner(), QStackedWidget()
        self.asking = Asking(self, store)
        self.notices = Notices(self.banner, self.asking.elsewhere, self._focus)
        self.exporting = Exporting(self.notices, self)
        self.rescue = RescueDesk(lambda: self.home, self)
        self._whole = QStackedWidget()
        self._one_display = OneDisplay(self, self._whole, self._changed_over)
        self._arrange()
        self.actions_by_id = actions.make(self, self._verbs())
        worn = store[settings.APPEARANCE]
        self.menu = menus.make_menu(self, self.actions_by_id, worn, self.wear, self.room)
        CurtainKey(partial(self._do, "blank"), self)
        self._connect()
        window_size.restore(self, store)
        self._enable()

    def _arrange(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._pages, 1)
        self._whole.addWidget(inside)
        self.setCentralWidget(self._whole)

    def _connect(self) -> None:
        self.bug_found.connect(self.notices.bug, Qt.ConnectionType.QueuedConnection)
        self.rescue.open_wanted.connect(self.open_file)
        QApplication.styleHints().colorSchemeChanged.connect(self._dress)

    # Opening and closing.

    def begin(self, path: Path | None) -> None:
        """Shows the window, with a workshop or with what one can begin with."""
        if path is None:
            self._show_start()
            self.rescue.look_at_start()
        else:
            self.open_file(path)
        if self._settings.said:
            self.notices.say(self._settings.said)
        self.show()

    @property
    def view(self) -> ConsoleView | None:
        """The console of the workshop that is open."""
        return self.console.view if self.console is not None else None

    @property
    def session(self) -> Session | None:
        """The session of the workshop that is open."""
        return self._session

    @property
    def home(self) -> HomePage:
        """Recent workshops and templates; made when first shown, since reading takes a moment."""
        if self._home is None:
            from ui.home.page import HomePage

            self._home = page = HomePage(self.recent)
            page.open_file.connect(self.open_file)
            page.new_from.connect(self.ask_new)
            page.open_wanted.connect(self.asking.open)
            page.open_sample.connect(self.open_sample)
            page.backups_wanted.connect(self.asking.backups)
            self._pages.addWidget(page)
        return self._home

    @property
    def new_page(self) -> NewWorkshopPage:
        """The form of a new workshop; made when first shown."""
        if self._new_page is None:
            from ui.new_workshop.page import NewWorkshopPage

            self._new_page = page = NewWorkshopPage(self._settings)
            page.created.connect(self.open_file)
            page.left.connect(self._show_start)
            self._pages.addWidget(page)
        return self._new_page

    def open_file(self, path: Path) -> bool:
        """Opens a workshop; where that fails, says why. The one that was open is closed first."""
        return self._open(lambda: files.open_file(path), path)

    def open_sample(self) -> bool:
        """Opens the user's copy of the finished sample."""
        return self._open(files.open_sample)

    def new_file(self, template: str, path: Path) -> bool:
        """Makes a workshop from a template and opens it. Its title is the name of the file."""
        path = files.with_suffix(path)
        return self._open(lambda: files.make_from_template(template, path, title=path.stem))

    def ask_new(self, template: str = "") -> None:
        """Shows the form of a new workshop, made from a template. What is open is closed first."""
        if not self._let_go():
            return
        self.notices.say("")
        self._pages.setCurrentWidget(self.new_page)
        self._enable()
        self.new_page.begin(template)

    def close_workshop(self) -> bool:
        """Closes what is open, once everything is on disk; if that fails, says so and stays."""
        if not self._let_go():
            return False
        self.notices.say("")
        self._show_start()
        return True

    def _open(self, get: Callable[[], Document], path: Path | None = None) -> bool:
        if not self._let_go():
            return False
        try:
            document = get()
        except CoxswainError as error:
            self._cannot_open(messages.sentence(error))
            if path is not None:
                self.rescue.failed(path, error)
            return False
        except OSError as error:
            return self._cannot_open(messages.system_sentence(error))
        if not self.rescue.lets(document):
            return self._cannot_open("")
        self._show(Session(document, self))
        return True

    def _cannot_open(self, words: str) -> bool:
        self._show_start()
        self.notices.say(words)
        return False

    def _let_go(self) -> bool:
        """Closes the file, if one is open."""
        if self.view is not None and not self.view.desk.finish():
            return False
        if self.console is not None:
            self.console.drafts.keep()
        if self._session is not None:
            entry = entry_of(self._session.path, self._session.workshop, self._now())
            try:
                self._session.close()
            except CoxswainError as error:
                self.notices.trouble(messages.sentence(error))
                return False
            self.recent.remember(entry)
            self._session = None
        if self.console is not None:
            self._one_display.show_console()
            self.console.end()
            for page in (self.console.view, self.console.page):
                page.hide()
                page.deleteLater()
            self.console.deleteLater()
            self.console = None
        return True

    def _show(self, session: Session) -> None:
        self._session = session
        session.trouble.connect(self.notices.trouble)
        session.moved.connect(self.notices.moved)
        self._settings[settings.LAST_FOLDER] = str(session.path.parent)
        button = menus.menu_button(self.menu)
        self.console = console = Console(session, self.room, button, self._now, self)
        console.view.conditions_changed.connect(self._enable)
        self._pages.addWidget(console.view)
        self._whole.addWidget(console.page)
        self._pages.setCurrentWidget(console.view)
        self.notices.say("")
        self._enable()
        console.view.focus_stage()
        # Once the window is shown: an editor that loses the focus takes its text as meant.
        QTimer.singleShot(0, console.drafts, console.drafts.restore)

    def _show_start(self) -> None:
        self._pages.setCurrentWidget(self.home)
        self._enable()
        self.home.focus_first()

    # What can be asked for.

    def _verbs(self) -> dict[str, Callable[[], object]]:
        """What each action of the table does."""
        verbs: dict[str, Callable[[], object]] = {
            "new": self.ask_new,
            "open": self.asking.open,
            "backups": self.asking.backups,
            "close": self.close_workshop,
            "quit": self.close,
            "export_brief": self.asking.brief,
            "room_view": lambda: self._one_display.toggle(self.console),
        }
        for entry in actions.TABLE:
            verbs.setdefault(entry.id, partial(self._do, entry.id))
        return verbs

    def _do(self, name: str) -> None:
        """Does what an action means while a workshop is open."""
        if self.console is not None:
            self.console.verbs()[name]()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no text field and no button has a use for."""
        on_button = isinstance(QApplication.focusWidget(), QAbstractButton)
        if self.console is None or on_button:
            super().keyPressEvent(event)
        elif not self.console.view.press(event):
            action = self.actions_by_id.get(actions.single(event))
            if action is not None and action.isEnabled():
                action.trigger()
            else:
                super().keyPressEvent(event)

    @property
    def shows_room(self) -> bool:
        """Whether the window shows what the room sees."""
        return self._one_display.shows_room

    def _enable(self) -> None:
        """Lets be asked for what can be done now, and says in the title what is open."""
        words = self.view.offers() if self.view is not None else {}
        actions.enable(self.actions_by_id, words.keys(), in_room=self.shows_room)
        self.actions_by_id["undo"].setText(words.get(actions.UNDO) or tr("Undo"))
        self.actions_by_id["redo"].setText(words.get(actions.REDO) or tr("Redo"))
        details = self._session.workshop[Details].get(1) if self._session else None
        name = tr("Coxswain")
        self.setWindowTitle(f"{details.title} – {name}" if details else name)

    def _changed_over(self) -> None:
        """Console and room view have changed places."""
        self._enable()
        self._focus()

    # Looks.

    def wear(self, name: str) -> None:
        """Sets the appearance: system, light or dark."""
        self._settings[settings.APPEARANCE] = name
        self._dress()

    def _dress(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        appearance.dress(application, appearance.chosen(self._settings[settings.APPEARANCE]))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.view is not None:
            self.view.refresh_colours()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()

    def _focus(self) -> None:
        """Puts the focus where one begins."""
        if self.shows_room and self.console is not None:
            self.console.page.setFocus()
        elif self.view is not None:
            self.view.focus_stage()
        elif self._new_page is not None and self._pages.currentWidget() is self._new_page:
            self._new_page.form.title.setFocus()
        elif self._home is not None:
            self._home.focus_first()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._one_display.show_console()
        window_size.keep(self, self._settings)
        if self._let_go():
            self.exporting.end()
            event.accept()
        else:
            event.ignore()
