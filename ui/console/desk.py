"""All that belongs to one open workshop on screen: its run, its console, and its room display."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QToolButton, QWidget

from ui import pictures
from ui.board.pictures import PictureShelf, use
from ui.console import room_words
from ui.console.curtain import Curtain
from ui.console.drafts import Drafts
from ui.console.feed import Now
from ui.console.privacy import Privacy
from ui.console.room_link import RoomLink
from ui.console.room_page import RoomPage
from ui.console.run import Run
from ui.console.view import ConsoleView
from ui.motion import MotionSetting
from ui.session import Session
from workshop.errors import CoxswainError
from workshop.room_view import RoomView

log = logging.getLogger(__name__)

Verbs = dict[str, Callable[[], object]]


class Console(QObject):
    """Made when a workshop is opened, ended when it is closed."""

    def __init__(
        self,
        session: Session,
        link: RoomLink,
        motion: MotionSetting,
        menu_button: QToolButton,
        now: Now,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.session, self._link, self._motion = session, link, motion
        self.run = Run(session, now, self)
        self.privacy, self.curtain = Privacy(link, self), Curtain(link, self)
        self._shelf = PictureShelf(self._picture, self)
        self._shelf.arrived.connect(self._paint_pictures)
        use(self._shelf)
        link.begin(rests=self.run.finished)
        self.run.ticked.connect(self._wake)
        self.view = ConsoleView(session, self.run, self.privacy, menu_button)
        self.drafts = Drafts(session, self.view)
        self.page = RoomPage()
        if link.window is not None:
            link.window.canvas.share(self.view.side.preview)
        self.run.feed.changed.connect(self._show_room)
        self.view.side.room_pages.turned.connect(self.turn_room_page)
        link.changed.connect(self._show_size)
        motion.changed.connect(self._move_or_not)
        self._move_or_not()
        self._show_size()
        self._show_room(self.run.feed.view)
        self.view.show_room()
        self._strays = False
        self._say_who_sees()
        link.changed.connect(self._say_who_sees)

    def finish(self) -> bool:
        """Ends an edit as leaving it would, and keeps what is being typed; False where the text of
        the edit is not accepted."""
        done = self.view.finish()
        self.drafts.keep()
        return done

    def end(self) -> None:
        """The workshop is closed."""
        use(None)
        self.run.stop()
        self._link.end()
        self.curtain.follow()
        for shown in (self.view, self.page):
            shown.hide()
            shown.deleteLater()
        self.deleteLater()

    def _wake(self) -> None:
        """A workshop that was finished goes on: the room sees it again."""
        if self.run.on is not None:
            self._link.wake()

    def _picture(self, hash: str) -> QImage:
        """A picture of the workshop, decoded; called beside the window's work."""
        try:
            found = self.session.picture(hash)
        except CoxswainError as error:
            log.warning("The picture %s cannot be read: %s", hash, error)
            return QImage()
        return pictures.decoded(found.data) if found is not None else QImage()

    def _paint_pictures(self) -> None:
        """A picture has come: whatever may show it is painted again."""
        window = self._link.window
        shown = [self.view.notes, self.page.canvas, self.view.side.preview]
        for canvas in [*shown, window.canvas] if window is not None else shown:
            canvas.update()

    def _show_room(self, view: RoomView) -> None:
        self._link.show_view(view)
        self.curtain.follow()
        self.page.canvas.show_view(view)

    def _say_who_sees(self) -> None:
        """Says once that the console stands where others may see it."""
        strays = self._link.console_strays
        if strays and not self._strays:
            self.view.say(room_words.strays())
        self._strays = strays

    def _show_size(self) -> None:
        self.view.side.set_room_size(self._link.size)

    def _move_or_not(self) -> None:
        """Lets things move on screen, or not, as is asked for."""
        allowed = self._motion.allowed
        self.view.notes.set_animated(allowed)
        self.page.canvas.moves = allowed
        if self._link.window is not None:
            self._link.window.canvas.moves = allowed

    def turn_room_page(self, by: int) -> None:
        """Turns the pages that the room display has, and beyond them those of an opening."""
        preview, pane = self.view.side.preview, self.view.pane
        to = preview.page + by
        if 0 <= to < preview.pages:
            window = self._link.window
            others = [window.canvas] if window is not None else []
            for canvas in (preview, self.page.canvas, *others):
                canvas.set_page(to)
        elif pane is not None and (self.run.on or self.run.shown) == self.run.shown:
            pane.turn(by)

    def verbs(self) -> Verbs:
        """What the actions of the table do while this workshop is open."""
        run, view = self.run, self.view
        found: Verbs = {
            "undo": view.undo,
            "redo": view.redo,
            "edit_note": view.edit_note,
            "delete_note": view.delete_note,
            "capture": view.focus_capture,
            "functions": view.offer_functions,
            "pause": run.toggle_pause,
            "next": run.go_next,
            "back": run.go_back,
            "blank": run.feed.toggle_blank,
            "freeze": run.feed.toggle_frozen,
            "agreed": run.feed.toggle_agreed,
            "reveal": view.verbs.reveal,
            "silent": view.verbs.toggle_silent,
            "private": self.privacy.toggle,
            "side": view.toggle_side,
            "groups": view.groups_desk.toggle,
            "win_back": view.win_back.open,
            "parking_lot": view.parked.open,
            "people_here": view.people_here.open,
            **view.note_desk.verbs(),
            "rename": view.rename,
        }
        for name, by in (("next", 1), ("before", -1)):
            found[f"step_{name}"] = partial(run.turn_step, by)
            found[f"look_{name}"] = partial(view.turn_stage, by)
            found[f"lane_{name}"] = partial(view.turn_lane, by)
            found[f"room_page_{name}"] = partial(self.turn_room_page, by)
        for minutes in (1, 5):
            found[f"more_{minutes}"] = partial(run.extend, minutes)
            found[f"less_{minutes}"] = partial(run.extend, -minutes)
        for number in range(10):
            found[f"function_{number}"] = partial(view.choose_function, (number - 1) % 10)
        return found
