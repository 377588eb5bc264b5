"""What the window does about workshops that were not closed in order, are damaged or are gone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ui import files, messages
from ui.rescue import work
from ui.rescue.card import OfferCard
from ui.translate import tr
from workshop.document import Document
from workshop.errors import CoxswainError

if TYPE_CHECKING:
    from ui.home.page import HomePage

LOOK_AFTER_MS = 300
"""Not before the window is painted."""
_NOTHING_TO_MEND = frozenset(
    {
        "file.in_use", "file.newer", "file.older", "file.folder", "file.not_a_file",
        "file.no_access", "file.too_slow", "file.read_only", "file.exists", "file.no_folder",
    }
)  # fmt: skip
"""What keeps a file from being opened and is not the fault of what is in it."""


class RescueDesk(QObject):
    """Shows cards on Home. `open_file` opens a workshop; it is asked for when a card is pressed."""

    open_wanted = Signal(Path)

    def __init__(self, home: Callable[[], HomePage], parent: QObject) -> None:
        super().__init__(parent)
        self._home = home
        self._cards: dict[Path, OfferCard] = {}
        self._found: dict[Path, Any] = {}
        """What can be brought back, by file."""
        self._as_they_are: set[Path] = set()
        """Files to be opened without what the recorder has more."""
        self._asked = False
        self._work = made = work.shared()
        queued = Qt.ConnectionType.QueuedConnection
        made.surveyed.connect(self._surveyed, queued)
        made.written.connect(self._written, queued)
        made.left_over.connect(self._show_left_over, queued)

    def look_at_start(self) -> None:
        """Looks, a moment later, for what the last sitting left over."""
        if files.vault().folder.is_dir():
            self._asked = True
            QTimer.singleShot(LOOK_AFTER_MS, self, self._work.look_for_left_over)

    def lets(self, document: Document) -> bool:
        """Whether a workshop can be shown as it was opened. Where the recorder has more than the
        file, the document is closed and a card offers both."""
        path = document.path
        self._take(path)
        left = document.left_over
        if not left.steps or path in self._as_they_are:
            self._as_they_are.discard(path)
            return True
        document.close()
        self._offer(path)
        return False

    def failed(self, path: Path | None, error: CoxswainError) -> None:
        """A file could not be opened: a card says what can be brought back of it, if anything."""
        if path is None:
            return
        if error.key.startswith("file.") and error.key not in _NOTHING_TO_MEND:
            self._offer(Path(path).absolute())

    def _offer(self, path: Path) -> None:
        self._card(path)
        self._work.survey(path)

    def _card(self, path: Path) -> OfferCard:
        """The card of a workshop, made and shown if there is none."""
        if path not in self._cards:
            self._cards[path] = card = OfferCard(path)
            card.bring_back_wanted.connect(partial(self._bring_back, path))
            card.open_wanted.connect(partial(self._open, path))
            card.dismissed.connect(partial(self._dismiss, path))
            self._home().add_card(card)
        return self._cards[path]

    def _take(self, path: Path) -> None:
        """Takes a card away."""
        card = self._cards.pop(path, None)
        if card is not None:
            card.hide()
            card.deleteLater()

    def _surveyed(self, path: Path, found: Any) -> None:
        card = self._cards.get(path)
        if card is None:
            return
        if isinstance(found, Exception) or found.content is None:
            self._take(path)  # why it does not open is said already
            self._home().focus_first()
            return
        self._show(card, found)
        card.focus_first()

    def _show_left_over(self, found: dict[Path, Any]) -> None:
        """What was found at the start; only the window that asked shows it."""
        if self._asked:
            self._asked = False
            for path, rescue in found.items():
                self._show(self._card(path), rescue, ended=True)

    def _show(self, card: OfferCard, rescue: Any, ended: bool = False) -> None:
        from ui.rescue_words import happened, possible

        sentences = [happened(rescue.account), *possible(rescue)]
        if ended:
            sentences.insert(0, tr("Coxswain ended here without closing the workshop."))
        if rescue.drafts:
            sentences.append(tr("What was being typed is kept too."))
        opens = rescue.account.problem is None
        more = rescue.content is not None
        open_words = tr("Open as it is") if more else tr("Open")
        card.say(
            sentences,
            can_bring_back=more,
            open_words=open_words if opens else "",
            can_dismiss=True,
        )
        self._found[card.path] = rescue

    def _bring_back(self, path: Path) -> None:
        self._cards[path].say([tr("Writing the new file.")])
        self._work.bring_back(self._found[path])

    def _written(self, path: Path, new: Any) -> None:
        card = self._cards.get(path)
        if card is None:
            return
        if isinstance(new, Path):
            self._forget(path)
            self.open_wanted.emit(new)
            return
        told = messages.sentence if isinstance(new, CoxswainError) else messages.system_sentence
        card.say([told(new)], can_bring_back=True, can_dismiss=True)

    def _open(self, path: Path) -> None:
        self._as_they_are.add(path)
        self.open_wanted.emit(path)

    def _dismiss(self, path: Path) -> None:
        self._forget(path)
        self._home().focus_first()

    def _forget(self, path: Path) -> None:
        """Whoever was told once is not told again at the next start."""
        for shelf in files.vault().of_path(path):
            shelf.tell()
        self._take(path)
