"""The window: the start page, or the workshop that is open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from ui import actions, files, garbage, messages, opened, remembering, settings, window_size
from ui.appearance import Wardrobe
from ui.asking import Asking
from ui.closing import Closing
from ui.console.bells import Bells
from ui.console.curtain_key import CurtainKey
from ui.console.desk import Console
from ui.console.feed import Now, local_now
from ui.console.frame import stack
from ui.console.one_display import OneDisplay
from ui.console.room_link import RoomLink
from ui.console.view import ConsoleView
from ui.elsewhere import Elsewhere, Offer
from ui.exporting import Exporting
from ui.motion import MotionSetting
from ui.pages import Pages
from ui.recent import RecentList, entry_of
from ui.rescue.desk import RescueDesk
from ui.screens import Screens
from ui.session import Session
from ui.settings import Settings
from ui.sound import Player
from ui.translate import tr
from ui.widgets import emblem, menus
from ui.widgets.banner import Banner
from ui.widgets.notices import Notices
from workshop.document import Document
from workshop.errors import CoxswainError
from workshop.records.details import Details


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
        recent: RecentList | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = store
        self._now = now
        self._session: Session | None = None
        self.wardrobe, self.motion = Wardrobe(store, self), MotionSetting(store, self)
        self.player = Player(store)
        self.recent = recent or RecentList()
        self.console: Console | None = None
        self.room = RoomLink(screens or Screens(self), store, self)
        self.setWindowIcon(emblem.icon())
        self.banner, self.pages = Banner(), Pages(self.recent, store)
        self.asking = Asking(self, store)
        self.notices = Notices(self.banner, self.asking.elsewhere, self._focus)
        self.elsewhere = Elsewhere(self.notices, self.open_file, self)
        self.exporting = Exporting(self.notices, self)
        self.rescue = RescueDesk(self.pages, self.open_file, self)
        self._whole = QStackedWidget()
        self._one_display = OneDisplay(self, self._whole, self._changed_over)
        self._arrange()
        self.actions_by_id = actions.make(self, self._verbs())
        self.menu = menus.make_menu(
            self, self.actions_by_id, self.room, self.wardrobe, self.motion, self.player
        )
        CurtainKey(partial(self._do, "blank"), self)
        self._connect()
        window_size.restore(self, store)
        self._enable()

    def _arrange(self) -> None:
        inside = QWidget()
        stack(inside, self.banner, self.pages, grows=self.pages)
        self._whole.addWidget(inside)
        self.setCentralWidget(self._whole)

    def _connect(self) -> None:
        self.bug_found.connect(self.notices.bug, Qt.ConnectionType.QueuedConnection)
        self.pages.open_file.connect(self.open_file)
        self.pages.new_wanted.connect(self.ask_new)
        self.pages.open_sample.connect(self.open_sample)
        self.pages.left.connect(self._show_start)

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
        garbage.settle()

    @property
    def view(self) -> ConsoleView | None:
        """The console of the workshop that is open."""
        return self.console.view if self.console is not None else None

    @property
    def session(self) -> Session | None:
        """The session of the workshop that is open."""
        return self._session

    def open_file(self, path: Path) -> bool:
        """Opens a workshop; where that fails, says why. The one that was open is closed first."""
        return self._open(lambda: files.open_file(path), path)

    def open_sample(self) -> bool:
        """Opens the user's copy of the finished sample."""
        return self._open(files.open_sample)

    def ask_new(self, template: str = "") -> None:
        """Shows the form of a new workshop, made from a template. What is open is closed first."""
        if not self._let_go():
            return
        self.notices.say("")
        self.pages.show_new()
        self._enable()
        self.pages.new.begin(template)

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
            self._cannot_open(messages.sentence(error), self.elsewhere.offer_copy(error))
            self.rescue.failed(path, error)
            return False
        except OSError as error:
            return self._cannot_open(messages.system_sentence(error))
        if not self.rescue.lets(document):
            return self._cannot_open("")
        self._show(Session(document, self))
        garbage.settle()
        return True

    def _cannot_open(self, words: str, offer: Offer | None = None) -> bool:
        self._show_start()
        self.notices.say(words, *(offer or ()))
        return False

    def _let_go(self) -> bool:
        """Closes the file, if one is open."""
        if self.console is not None and not self.console.finish():
            return False
        if self._session is not None:
            entry = entry_of(self._session.path, self._session.workshop, self._now())
            try:
                with Closing(self) as closing:
                    self._session.close(closing.wait)
            except CoxswainError as error:
                self.notices.trouble(messages.sentence(error))
                return False
            self.recent.remember(entry)
            self._session = None
        if self.console is not None:
            self._one_display.show_console()
            self.console.end()
            self.console = None
            garbage.release()
        return True

    def _show(self, session: Session) -> None:
        self._session = session
        session.trouble.connect(self.notices.trouble)
        self.elsewhere.follow(session)
        opened.tell(session, self._settings, self.notices.passing)
        remembering.follow(session, self.recent, self._now)
        self._settings[settings.LAST_FOLDER] = str(session.path.parent)
        button = menus.menu_button(self.menu)
        self.console = console = Console(session, self.room, self.motion, button, self._now, self)
        Bells(console.run, self.player.play)
        console.view.conditions_changed.connect(self._enable)
        console.view.status.elsewhere_wanted.connect(self.asking.elsewhere)
        self.wardrobe.changed.connect(console.view.refresh_colours)
        self._whole.addWidget(console.page)
        self.pages.show_console(console.view)
        self.notices.say("")
        self._enable()
        console.view.focus_stage()

    def _show_start(self) -> None:
        self.pages.show_home()
        self._enable()
        self.pages.focus_first()

    # What can be asked for.

    def _verbs(self) -> dict[str, Callable[[], object]]:
        """What each action of the table does."""
        verbs: dict[str, Callable[[], object]] = {
            "new": self.ask_new,
            **self.asking.verbs(),
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
        """Keys that no text field and no button has a use for; Esc leaves a button too."""
        on_button = isinstance(QApplication.focusWidget(), QAbstractButton)
        if self._one_display.is_typing(event):
            return
        if self.console is None or (on_button and event.key() != Qt.Key.Key_Escape):
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()

    def _focus(self) -> None:
        """Puts the focus where one begins."""
        if self.shows_room and self.console is not None:
            self.console.page.setFocus()
        elif self.view is not None:
            self.view.focus_stage()
        else:
            self.pages.focus_first()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._one_display.show_console()
        window_size.keep(self, self._settings)
        if self._let_go():
            self.exporting.end()
            event.accept()
        else:
            event.ignore()
