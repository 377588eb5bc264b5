"""Editing a note in its place: from opening the editor to saying what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter

from ui.board.body import edge, paint_body
from ui.board.editor import NoteEditor
from workshop.board.notes import NoteBox
from workshop.board.rect import Rect
from workshop.text import clean_text

if TYPE_CHECKING:
    from ui.board.view import BoardView


class Editing:
    """The editor of a view, if one is open. It lies on its note whatever the view shows."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self.editor: NoteEditor | None = None

    @property
    def note(self) -> int | None:
        """The note that is edited."""
        return self.editor.note if self.editor else None

    def begin(self, note: int, text: str | None = None) -> None:
        """Open the editor on a note, with its text or a draft of it.

        Another note that is being edited is finished first; if its text is refused it keeps the
        editor.
        """
        self.finish()
        view = self._view
        if self.editor:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        box = view.board.notes[note]
        view.show_area(box.rect)
        editor = NoteEditor(note, box.card.text if text is None else text, view.painter.look, view)
        editor.done.connect(self.finish)
        editor.cancelled.connect(self.close)
        editor.textChanged.connect(self._typed)
        self.editor = editor
        editor.show()  # a hidden editor does not break its lines
        self.follow()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        view.update_areas([box.rect])

    def finish(self) -> None:
        """Say what was typed; close the editor at once where that is nothing, or nothing new."""
        if not self.editor:
            return
        note, text = self.editor.note, clean_text(self.editor.toPlainText())
        box = self._view.board.notes.get(note)
        if text and box and text != box.card.text:
            self._view.edit_committed.emit(note, text)
        else:
            self.close()

    def close(self) -> None:
        """Close the editor and leave the note as it is."""
        if self.editor:
            note = self.editor.note
            self._remove()
            self._view.edit_ended.emit(note)

    def follow(self) -> None:
        """Put the editor where its note lies now; close it if the note is gone."""
        if not self.editor:
            return
        box = self._view.board.notes.get(self.editor.note)
        if box is None:
            self.close()
            return
        view, style = self._view, self._view.painter.style
        self.editor.set_size(view.painter.typesetter.fonts["text"], view.viewport.scale)
        width = style.text_width(box.shape.width)
        place = view.viewport.to_pixels(
            Rect(box.x + style.inset, box.y + style.pad + box.shape.lead, width, 1)
        )
        self.editor.lie_at(place.topLeft(), place.width(), view.board_rect())

    def colour(self) -> None:
        """Write in the colours of the view's theme."""
        if self.editor:
            self.editor.colour(self._view.painter.look)

    def paint(self, painter: QPainter) -> None:
        """Paint the body of the note under the editor; the painter is in board units."""
        if self.editor is None:
            return
        view = self._view
        box = view.board.notes[self.editor.note]
        rect = QRectF(*self._body(box))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style, look = view.painter.style, view.painter.look
        paint_body(painter, rect, edge(rect, style), look.note(box.card.colour), style)
        painter.setPen(look.current)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, style.corner, style.corner)

    def _body(self, box: NoteBox) -> Rect:
        """The note's place, grown downwards as far as the text needs."""
        if self.editor is None:
            return box.rect
        bottom = QPoint(0, self.editor.geometry().bottom())
        low = self._view.viewport.to_board(bottom)[1] + self._view.painter.style.pad
        return Rect(box.x, box.y, box.shape.width, max(box.shape.height, low - box.y))

    def _typed(self) -> None:
        """Grow with the text, and pass the draft on."""
        if self.editor is None:
            return
        view, note = self._view, self.editor.note
        before = self._body(view.board.notes[note])
        if not view.board_rect().contains(self.editor.geometry().topLeft()):
            view.show_area(view.board.notes[note].rect)
        self.follow()
        view.update_areas([before, self._body(view.board.notes[note])])
        view.draft_changed.emit(note, self.editor.toPlainText())

    def _remove(self) -> None:
        editor, self.editor = self.editor, None
        if editor is None:
            return
        view = self._view
        had_focus = editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        view.update()
        if had_focus:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
