"""What the window has to say in its banner, and what it offers to do about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui import messages
from ui.translate import tr
from ui.widgets.banner import Banner

Act = Callable[[], object]


class Notices(QObject):
    """One line at a time. `save_elsewhere` asks for another file, `focus` puts the focus where one
    begins."""

    def __init__(self, banner: Banner, save_elsewhere: Act, focus: Act) -> None:
        super().__init__(banner)
        self._banner = banner
        self._save_elsewhere = save_elsewhere
        self._focus = focus
        self._offered: Act | None = None
        banner.acted.connect(self._act)
        banner.dismissed.connect(partial(self.say, ""))

    def say(self, words: str, offer: str = "", act: Act | None = None, closes: bool = True) -> None:
        """Shows a line, with a button that does what it offers; no words take the line away."""
        self._offered = act
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._banner.isAncestorOf(focus)
        self._banner.say(words, offer, closes)
        if had_focus and not words:
            self._focus()

    def passing(
        self, words: str, offer: str = "", act: Act | None = None, closes: bool = True
    ) -> None:
        """Shows a line that gives way to trouble with the disk."""
        if self._offered != self._save_elsewhere:
            self.say(words, offer, act, closes)

    def trouble(self, words: str) -> None:
        """The disk takes nothing: the work goes on, and another place is offered. Without words
        the trouble is over."""
        if words:
            self.say(words, tr("Save elsewhere…"), self._save_elsewhere, closes=False)
        elif self._offered == self._save_elsewhere:
            self.say("")

    def moved(self, path: Path) -> None:
        """The work goes on in another file."""
        self.say(tr("The work goes on in {file}.", file=messages.file_name(path)))

    def kept(self, path: Path, report: str) -> None:
        """The file did not take what memory had taken, so the work goes on in another one."""
        words = tr(
            "The file did not take the last change, which is a mistake of the program. Nothing is "
            "lost: the work goes on in {file}.",
            file=messages.file_name(path),
        )
        self.say(words, tr("Copy report"), partial(self._copy, report))

    def bug(self, report: str) -> None:
        """Something went wrong in the program."""
        words = tr("Something went wrong in the program. Your work is safe; you can go on.")
        self.say(words, tr("Copy report"), partial(self._copy, report))

    def _act(self) -> None:
        if self._offered is not None:
            self._offered()

    def _copy(self, report: str) -> None:
        QGuiApplication.clipboard().setText(report)
        self.say("")
