"""The board of a stage at work: what the canvas asks for becomes steps of the workshop."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from ui import fonts
from ui.appearance import current
from ui.board.gestures import is_far
from ui.board.painter import BoardPainter
from ui.board.view import BoardView
from ui.session import Session
from ui.theme import BODY, GAP
from ui.translate import tr
from ui.widgets.plain import label
from workshop import clusters, moving, notes, ranking, sheets
from workshop.board.sheet import LONERS, LOOSE, PileKey, Sheet
from workshop.board.style import CONSOLE
from workshop.records.words import ClusterId, NoteId
from workshop.state import Workshop

_NOTHING = Sheet("lanes", ())


class Board(BoardView):
    """The canvas of the console: one line where nothing is on it; a click chooses a lane."""

    lane_pressed = Signal(tuple)
    """A lane was clicked beside its notes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(BoardPainter(CONSOLE, current()), parent)
        self.setAccessibleName(tr("Board"))
        self.set_animated(
            bool(self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration))
        )
        self._pressed_at = QPointF()
        self._empty = label("", fonts.sans(BODY), "second", self)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say_when_empty(self, words: str) -> None:
        """Shows one line in the place of notes."""
        self._empty.setText(words)
        self._empty.setVisible(bool(words))
        self._place_words()

    def _place_words(self) -> None:
        self._empty.setGeometry(GAP, self.strip.height + GAP, self.width() - 2 * GAP, 2 * BODY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_words()

    @property
    def empty_words(self) -> str:
        """What is said in the place of notes."""
        return "" if self._empty.isHidden() else self._empty.text()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        super().mouseReleaseEvent(event)
        still = not is_far(self._pressed_at, at, QApplication.startDragDistance())
        if still and event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            self._press_lane(at)

    def _press_lane(self, at: QPointF) -> None:
        x, y = self.viewport.to_board(at)
        if at.y() >= self.strip.height and self.board.note_at(x, y) is not None:
            return
        for lane in self.board.piles:
            if lane.x <= x <= lane.area.right:
                self.lane_pressed.emit(lane.pile.key)


class BoardDesk(QObject):
    """Connects the canvas with the workshop of a session."""

    left = Signal()
    """The last note that had the keys has gone, or an edit begun from elsewhere has ended."""
    edited = Signal()
    """A text was accepted."""
    shown = Signal()
    """Another sheet is shown."""

    def __init__(self, session: Session, view: Board) -> None:
        super().__init__(view)
        self._session = session
        self.view = view
        self._from_elsewhere = False
        view.edit_committed.connect(self._edit)
        view.edit_ended.connect(self._edit_ended)
        view.delete_requested.connect(self.delete)
        view.move_requested.connect(self._move)

    @property
    def _workshop(self) -> Workshop:
        return self._session.workshop

    @property
    def chosen(self) -> tuple[int, ...]:
        """The selected notes; none while what they say is covered here."""
        return self.view.selection.notes if self.view.can_edit else ()

    def show(self, sheet: Sheet | None) -> None:
        """Shows a sheet. Where the note with the keys has gone, its neighbour takes its place."""
        shown = sheet or _NOTHING
        there = {card.note for pile in shown.piles for card in pile.cards}
        if self.view.editing.note is not None and self.view.editing.note not in there:
            self.view.editing.finish()
        current, had_keys = self.view.selection.current, self.view.hasFocus()
        successor = self._successor(current, there)
        self.view.can_group = shown.arrangement != "lanes"  # there clusters lie in several lanes
        self.view.set_sheet(shown)
        if current is not None and current not in there:
            if successor:
                self.view.select(successor)
            elif had_keys:
                self.left.emit()
        covered = any(pile.covered for pile in shown.piles)
        empty = bool(shown.piles) and not there and not covered
        self.view.say_when_empty(tr("No notes yet. Type the first one below.") if empty else "")
        self.shown.emit()

    def _successor(self, gone: int | None, there: set[int]) -> int | None:
        """The next note of the same pile that stays, else the one before."""
        for pile in self.view.board.sheet.piles:
            ids = [card.note for card in pile.cards]
            if gone in ids:
                at = ids.index(gone)
                near = [*ids[at + 1 :], *reversed(ids[:at])]
                return next((note for note in near if note in there), None)
        return None

    def reveal(self, note: int) -> None:
        """Brings a note into sight."""
        if note in self.view.board.notes:
            self.view.show_area(self.view.board.notes[note].rect)

    def edit(self, note: int, draft: str | None = None) -> None:
        """Opens the editor on a note; when it is done the focus goes back where it was. `draft`:
        what was typed there before."""
        if note in self.view.board.notes and self.view.can_edit:
            self._from_elsewhere = not self.view.hasFocus()
            self.view.select(note)
            self.view.open(note, draft)

    def finish(self) -> bool:
        """Ends an edit as leaving it would; False where its text is not accepted."""
        self.view.editing.finish()
        return self.view.editing.note is None

    def delete(self, chosen: tuple[int, ...]) -> None:
        """Deletes notes."""
        gone = [NoteId(note) for note in chosen]
        self._session.attempt(lambda: notes.delete_notes(self._workshop, gone))

    def _edit(self, note: int, text: str) -> None:
        if self._session.attempt(lambda: notes.edit_note(self._workshop, NoteId(note), text)):
            self.view.end_edit()
            self.edited.emit()

    def _edit_ended(self) -> None:
        if self._from_elsewhere and self.view.hasFocus():
            self.left.emit()
        self._from_elsewhere = False

    def _move(self, chosen: tuple[int, ...], pile: PileKey, at: int) -> None:
        ids = [NoteId(note) for note in chosen]
        if pile == LONERS:
            self._session.attempt(lambda: clusters.keep_apart(self._workshop, ids))
        elif pile[0] != ranking.NOTE:
            to = _place_of(pile)
            self._session.attempt(lambda: moving.move_notes(self._workshop, ids, at=at, **to))


def _place_of(pile: PileKey) -> dict[str, Any]:
    """What of a note changes when it is put into a pile."""
    name, id = pile
    if name == "cluster":
        return {"cluster": ClusterId(id)}
    if pile == LOOSE:
        return {"cluster": None}
    lane = sheets.lane_of(pile)
    if lane.function is not None:
        return {"function": lane.function}
    return {} if pile == sheets.RESTING else {"lane": lane.lane}
