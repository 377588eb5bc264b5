"""What the console says of a board, in a line."""

from __future__ import annotations

import datetime

from ui.translate import tr
from workshop import boards
from workshop.records.agenda import Board
from workshop.state import Workshop

OPEN, COVERED, REVEALED = "open", "covered", "revealed"


def about(board: Board, left: datetime.timedelta | None) -> str:
    """What the room sees of a board, and what is left of silent writing; None: nobody writes."""
    if left is not None and left > datetime.timedelta():
        seconds = int(left.total_seconds())
        told = f"{seconds // 60}:{seconds % 60:02d}"
        return tr("Silent writing, {time} left. The room sees counts.", time=told)
    if left is not None:
        return tr("Pens down. The room sees counts.")
    return {
        OPEN: tr("The room reads along."),
        COVERED: tr("The room sees counts, no text."),
        REVEALED: tr("The room reads all notes."),
    }[board.state]


def budget(workshop: Workshop, board: Board) -> str:
    """How many notes each may write and how long typing them takes; empty where there is no
    budget, or when the writing is over."""
    each = boards.notes_each(workshop, board.id)
    if each is None or board.state == REVEALED:
        return ""
    minutes = boards.typing_minutes(workshop, board.id)
    if not minutes:
        return tr("{count} each", count=each)
    if minutes == 1:
        return tr("{count} each, about a minute to type", count=each)
    return tr("{count} each, about {minutes} minutes to type", count=each, minutes=minutes)
