"""What the console says of the room display."""

from __future__ import annotations

from ui.translate import tr
from workshop.room_view import RoomView


def told(view: RoomView, frozen: bool) -> str:
    """What the room sees, in a few words."""
    words = tr("Room: {shown}", shown=_shown(view))
    return tr("{words}, frozen", words=words) if frozen else words


def _shown(view: RoomView) -> str:
    sheet = view.sheet
    covered = sheet is not None and any(pile.covered for pile in sheet.piles)
    found = (
        (view.blank, tr("blank")),
        (view.agreed is not None, tr("problem and vision")),
        (view.before, tr("what comes")),
        (view.pause is not None, tr("return time")),
        (view.page is not None, tr("a page")),
        (covered, tr("counts")),
        (sheet is not None, tr("board")),
    )
    return next((words for holds, words in found if holds), tr("prompt"))
