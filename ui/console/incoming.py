"""What comes onto a board from elsewhere: text and pictures that are pasted or dropped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QGuiApplication, QImage

from ui import messages, pictures
from ui.console.board_desk import Board
from ui.session import Session
from ui.translate import tr
from workshop.board.sheet import PileKey
from workshop.records.words import NOTE_LIMIT

_MOST_TEXT = 100_000
"""Characters taken at once."""
_PICTURES = (".png", ".jpg", ".jpeg", ".webp")

AddPicture = Callable[[str, str], bool]
"""Makes a note of a caption and the hash of a picture; says whether it could."""


class Incoming(QObject):
    """Watches the board's canvas for what is dropped, and reads the clipboard when asked to."""

    text = Signal(str)
    """Text came in; where it was dropped, `lane` said the lane before."""
    lane = Signal(tuple)
    said = Signal(str)

    def __init__(self, session: Session, view: Board, add: AddPicture) -> None:
        super().__init__(view)
        self._session, self._view, self._add = session, view, add
        view.setAcceptDrops(True)
        view.installEventFilter(self)
        view.paste_requested.connect(self.paste)

    def paste(self) -> bool:
        """Takes what is on the clipboard; whether it was anything."""
        return self._take(QGuiApplication.clipboard().mimeData())

    def takes_picture(self) -> bool:
        """Takes the picture on the clipboard, if there is one and no text beside it."""
        held = QGuiApplication.clipboard().mimeData()
        if _is_text(held) or not held.hasImage():
            return False
        return self._take(held)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lets text and pictures be dropped on the board."""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._drop(event)
            return True
        if isinstance(event, QDragMoveEvent):
            held = event.mimeData()
            if self._view.can_edit and (_is_text(held) or held.hasImage() or _files(held)):
                event.acceptProposedAction()
            return True
        return False

    def _drop(self, event: QDropEvent) -> None:
        lane = self._lane_at(event.position())
        if lane is not None:
            self.lane.emit(lane)
        if self._take(event.mimeData()):
            event.acceptProposedAction()

    def _lane_at(self, at: QPointF) -> PileKey | None:
        """The lane that something is dropped on."""
        x, _ = self._view.viewport.to_board(at)
        for lane in self._view.board.piles:
            if lane.x <= x <= lane.area.right and lane.pile.key[0] in ("function", "lane"):
                return lane.pile.key
        return None

    def _take(self, held: QMimeData) -> bool:
        if not self._view.can_edit:
            return False
        files = _files(held)
        if files:
            taken = [self._take_file(file) for file in files]
            return all(taken)
        if _is_text(held):
            self.text.emit(held.text()[:_MOST_TEXT])
            return True
        image = held.imageData() if held.hasImage() else None
        if isinstance(image, QImage) and not image.isNull():
            return self._keep(lambda: pictures.encoded_image(image), "")
        return False

    def _take_file(self, file: Path) -> bool:
        """A picture from a file becomes a note with the file's name."""
        try:
            if file.stat().st_size > pictures.MOST_READ:
                self.said.emit(tr("{file} is too large for a picture.", file=file.name))
                return False
            data = file.read_bytes()
        except OSError as error:
            self.said.emit(messages.system_sentence(error))
            return False
        return self._keep(lambda: pictures.encoded(data), file.stem)

    def _keep(self, encode: Callable[[], tuple[bytes, str]], name: str) -> bool:
        kept: list[str] = []
        if not self._session.attempt(lambda: kept.append(self._session.add_picture(*encode()))):
            return False
        return self._add((name.strip() or tr("Picture"))[:NOTE_LIMIT], kept[0])


def _is_text(held: QMimeData) -> bool:
    """Whether it is text; the names of files are none, though Qt gives them as such."""
    names = any(url.isLocalFile() for url in held.urls())
    return held.hasText() and not names and bool(held.text().strip())


def _files(held: QMimeData) -> list[Path]:
    """The picture files that are dropped."""
    found = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
    return [file for file in found if file.suffix.lower() in _PICTURES]
