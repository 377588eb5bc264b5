"""The tip that shows what a note or a lane's head could not show whole."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from ui.board.canvas import BoardCanvas
from ui.board.typesetting import board_word
from ui.translate import tr
from ui.widgets.plain import tip
from workshop.board.notes import NoteBox


def show_tip(canvas: BoardCanvas, event: QHelpEvent, box: NoteBox | None) -> None:
    """Show the tip of the head or the note under the pointer, if it has more to say."""
    head = canvas.head_at(QPointF(event.pos()))
    if head is not None:
        text = head.title
    elif box is not None:
        text = "\n".join(_unshown(box, canvas.detail))
    else:
        text = ""
    QToolTip.showText(event.globalPos(), tip(text), canvas)


def _unshown(box: NoteBox, detail: float) -> Iterator[str]:
    """What a note has no space for: the rest of its text, the title of its cluster."""
    card = box.card
    if box.shape.text.cut or detail < 1:
        yield card.text
    feet = {item.kind: item.text for item in box.shape.foot}
    if card.cluster_name and "cluster" in feet and feet.get("cluster_name") != card.cluster_name:
        yield tr("{cluster}: {title}", cluster=board_word("cluster", card.cluster),
                 title=card.cluster_name)  # fmt: skip
