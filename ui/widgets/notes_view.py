"""The note area: lanes of cards side by side, walked by keys, edited in place.

It shows what it is given and changes nothing itself: whoever owns it hears the signals, changes
the workshop and hands in the new lanes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.theme import CLOSE, GAP, NEAR
from ui.translate import tr
from ui.widgets.lane_ground import LaneGround
from ui.widgets.lane_heads import LaneHeads
from ui.widgets.note_card import RING, NoteCard
from ui.widgets.note_editor import INSET, NoteEditor
from workshop.board.sheet import Pile

LEAST_LANE, MOST_LANE = 144, 320
"""Width of a lane in pixels; where lanes do not fit, the area scrolls."""


class NotesView(QWidget):
    """Lanes of notes. At most one note is chosen: the one that has, or last had, the focus."""

    note_chosen = Signal(int)
    edit_finished = Signal(int, str)
    """A note and its new text. Whoever accepts it calls `end_edit`; else the editor stays open."""
    delete_wanted = Signal(int)
    lane_pressed = Signal(str, int)
    """A lane was pressed beside its notes: what it stands for and its id, as in `Pile.key`."""
    left = Signal()
    """Esc on a note, or the end of an edit that was begun from elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Notes"))
        self._heads = LaneHeads(self)
        self._ground = LaneGround()
        self._area = QScrollArea(self)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._ground)
        self._area.viewport().installEventFilter(self)
        self._area.horizontalScrollBar().valueChanged.connect(self._heads.scroll_to)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heads)
        column.addWidget(self._area, 1)
        self._ground.lane_pressed.connect(self._press_lane)
        self._editor = NoteEditor(self._ground)
        self._editor.finished.connect(self._finish_edit)
        self._editor.given_up.connect(self.end_edit)
        self._editor.textChanged.connect(self._lay_out)
        self._piles: Sequence[Pile] = ()
        self._cards: dict[int, NoteCard] = {}
        self._chosen = 0
        self._back_to_card = True

    @property
    def chosen(self) -> int:
        """The id of the chosen note, 0 if there is none."""
        return self._chosen

    @property
    def editing(self) -> int:
        """The id of the note that is being edited, 0 if there is none."""
        return self._editor.note

    def show_piles(self, piles: Sequence[Pile]) -> None:
        """Shows these lanes. Where the chosen note has gone, its neighbour takes its place."""
        successor = self._successor(piles)
        had_focus = self._has_focus()
        self._piles = piles
        self._match_cards()
        if self._editor.note and self._editor.note not in self._cards:
            self._hand_over()
        if self._chosen not in self._cards:
            self._follow(successor, had_focus)
        self._lay_out()

    def _follow(self, successor: int, had_focus: bool) -> None:
        """The chosen note has gone: another takes its place, and its focus."""
        self._chosen = 0
        if successor and had_focus:
            self.choose(successor)
        elif successor:
            self._choose(successor)
        elif had_focus:
            self.left.emit()

    def choose(self, note: int) -> None:
        """Gives a note the focus and brings it into sight."""
        if note in self._cards:
            self._choose(note)
            self._cards[note].setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, note: int) -> None:
        """Scrolls so far that the note is in sight."""
        if note in self._cards:
            self._area.ensureWidgetVisible(self._cards[note], RING, GAP)

    def show_saving(self, notes: Collection[int]) -> None:
        """Marks these notes, and no others, as not on disk yet."""
        for note, card in self._cards.items():
            if card.card.saving != (note in notes):
                card.show_card(dataclasses.replace(card.card, saving=note in notes))

    def edit(self, note: int) -> None:
        """Opens the editor on a note."""
        if note not in self._cards or self._editor.note == note:
            return
        card = self._cards[note]
        self._back_to_card = card.hasFocus()
        self._choose(note)
        card.show_editing(True)
        self._editor.begin(note, card.card.text, card.card.colour)
        self._lay_out()
        self.reveal(note)

    def end_edit(self) -> None:
        """Closes the editor; the focus goes back to where the edit was begun."""
        if not self._editor.note:
            return
        note, had_focus = self._editor.note, self._editor.hasFocus()
        self._close_editor()
        self._lay_out()
        if had_focus and self._back_to_card:
            self.choose(note)
        elif had_focus:
            self.left.emit()

    def finish(self) -> bool:
        """Ends an edit as leaving it would; False where its text is not accepted."""
        self._finish_edit(True)
        return not self._editor.note

    def _hand_over(self) -> None:
        """The edited note is shown no more: its text is handed over all the same."""
        note, text = self._editor.note, self._editor.toPlainText()
        self._close_editor()
        if text != self._editor.begun_with:
            self.edit_finished.emit(note, text)

    def _close_editor(self) -> None:
        if self._editor.note in self._cards:
            self._cards[self._editor.note].show_editing(False)
        self._editor.note = 0
        self._editor.hide()

    def _finish_edit(self, left: bool) -> None:
        note = self._editor.note
        if not note:
            return
        text = self._editor.toPlainText()
        unchanged = text == self._editor.begun_with
        if unchanged or (left and not text.strip()):
            self.end_edit()
        else:
            self.edit_finished.emit(note, text)

    def _has_focus(self) -> bool:
        return self._editor.hasFocus() or any(card.hasFocus() for card in self._cards.values())

    def _successor(self, piles: Sequence[Pile]) -> int:
        """What is chosen where the chosen note is not among the new: the next below, else above."""
        there = {card.note for pile in piles for card in pile.cards}
        if self._chosen in there:
            return self._chosen
        for pile in self._piles:
            ids = [card.note for card in pile.cards]
            if self._chosen in ids:
                at = ids.index(self._chosen)
                near = [*ids[at + 1 :], *reversed(ids[:at])]
                return next((note for note in near if note in there), 0)
        return 0

    def _match_cards(self) -> None:
        """Makes the cards that are missing, drops those that are gone, tells each what it shows."""
        shown = {card.note: card for pile in self._piles for card in pile.cards}
        for note, card in shown.items():
            if note not in self._cards:
                self._cards[note] = self._new_card()
            self._cards[note].show_card(card)
        for note in [note for note in self._cards if note not in shown]:
            gone = self._cards.pop(note)
            gone.hide()
            gone.deleteLater()

    def _new_card(self) -> NoteCard:
        card = NoteCard(self._ground)
        card.chosen.connect(self._choose)
        card.move_wanted.connect(self._move)
        card.edit_wanted.connect(self.edit)
        card.delete_wanted.connect(self.delete_wanted)
        card.left.connect(self.left)
        return card

    def _choose(self, note: int) -> None:
        self._chosen = note
        for each, card in self._cards.items():
            card.show_chosen(each == note)
        self.reveal(note)
        self.note_chosen.emit(note)

    def _press_lane(self, index: int) -> None:
        if index < len(self._piles):
            self.lane_pressed.emit(*self._piles[index].key)

    def _move(self, across: int, down: int) -> None:
        """Walks from the chosen note to the next one in a direction, if there is one."""
        lanes = [[card.note for card in pile.cards] for pile in self._piles]
        at = next((lane for lane, notes in enumerate(lanes) if self._chosen in notes), None)
        if at is None:
            return
        if down:
            row = lanes[at].index(self._chosen) + down
            if 0 <= row < len(lanes[at]):
                self.choose(lanes[at][row])
            return
        beyond = range(at + 1, len(lanes)) if across > 0 else range(at - 1, -1, -1)
        lane = next((lanes[index] for index in beyond if lanes[index]), None)
        if lane is not None:
            height = self._cards[self._chosen].y()
            self.choose(min(lane, key=lambda note: abs(self._cards[note].y() - height)))

    def _lay_out(self) -> None:
        """Gives every card its place, in pixels of the ground."""
        view = self._area.viewport().size()
        lanes = max(1, len(self._piles))
        room = (view.width() - 2 * GAP + NEAR) // lanes - NEAR
        wide = max(LEAST_LANE, min(MOST_LANE, room))
        lefts = [GAP + index * (wide + NEAR) for index in range(len(self._piles))]
        bottom = 0
        for pile, left in zip(self._piles, lefts, strict=True):
            bottom = max(bottom, self._stack(pile, left, wide))
        width = lefts[-1] + wide + GAP if lefts else 0
        self._ground.words = "" if bottom > 2 * RING else self._empty_words()
        self._ground.between = [left - NEAR // 2 for left in lefts[1:]]
        self._ground.resize(max(width, view.width()), max(bottom + GAP, view.height()))
        self._ground.update()
        self._heads.show_heads(self._piles, lefts, wide)

    def _empty_words(self) -> str:
        return tr("No notes yet. Type the first one below.") if self._piles else ""

    def _stack(self, pile: Pile, left: int, wide: int) -> int:
        top = 0
        for shown in pile.cards:
            card = self._cards[shown.note]
            height = card.height_for(wide + 2 * RING)
            if shown.note == self._editor.note:
                height = max(height, self._editor.text_height() + card.frame_height())
            place = QRect(left - RING, top, wide + 2 * RING, height)
            card.setGeometry(place)
            card.show()
            if shown.note == self._editor.note:
                box = card.text_box().toRect().translated(place.topLeft())
                self._editor.setGeometry(box.adjusted(-INSET, -INSET, INSET, INSET))
            top += height + CLOSE - 2 * RING
        return top + 2 * RING

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._lay_out()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by Tab: the chosen note takes the focus, else the first."""
        super().focusInEvent(event)
        first = next((card.note for pile in self._piles for card in pile.cards), 0)
        self.choose(self._chosen or first)
