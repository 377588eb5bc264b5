"""What the console says of the room display."""

from __future__ import annotations

from ui.translate import tr
from workshop.room_view import RoomView


def told(view: RoomView, frozen: bool) -> str:
    """What the room sees, in a few words."""
    words = tr("Room: {shown}", shown=_shown(view))
    return tr("{words}, frozen", words=words) if frozen else words


def instead(view: RoomView, looks_here: bool) -> str:
    """What the room sees in the place of a board that the console shows; empty where it sees it.
    `looks_here`: the room sees the stage of the board."""
    if view.blank:
        return tr("The room display is blank.")
    if not looks_here:
        return tr("The room sees another stage.")
    if view.sheet is not None and view.agreed is None:
        return ""
    return tr("The room sees {shown}, not this board.", shown=_shown(view))


def strays() -> str:
    """Said when the console comes to stand where others may see it."""
    return tr("Others may see this screen. What is private is covered until F10; F9 covers all.")


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
