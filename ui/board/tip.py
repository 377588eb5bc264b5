"""The tip that shows what a note or a lane's head could not show whole."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from ui.board.canvas import BoardCanvas
from ui.widgets.plain import tip
from workshop.board.notes import NoteBox


def show_tip(canvas: BoardCanvas, event: QHelpEvent, box: NoteBox | None) -> None:
    """Show the tip of the head or the note under the pointer, if it has more to say."""
    head = canvas.head_at(QPointF(event.pos()))
    if head is not None:
        text = head.title
    elif box is not None and (box.shape.text.cut or canvas.detail < 1):
        text = box.card.text
    else:
        text = ""
    QToolTip.showText(event.globalPos(), tip(text), canvas)
