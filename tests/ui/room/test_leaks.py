"""Nothing covered reaches a room display: neither what is painted nor what is read aloud."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.room import views
from tests.ui.room.views import Workroom
from ui.room.spoken import spoken
from workshop import boards
from workshop.errors import Refused
from workshop.records.notes import Note

pytestmark = pytest.mark.usefixtures("qapp")
ACTIONS = ("cover", "reveal", "product", "engineering", "sales", "lanes", "clusters", "wall")


@given(actions=st.lists(st.sampled_from(ACTIONS), max_size=8), width=st.sampled_from((1024, 1920)))
@settings(max_examples=60)
def test_no_covered_text_is_painted_or_spoken(actions: list[str], width: int) -> None:
    made = Workroom(each=3)
    made.start()
    for action in actions:
        _do(made, action)
    view = made.look()
    pages = views.all_pages(view, (width, width * 9 // 16))
    told = " ".join([*(text for page in pages for text in page.texts()), spoken(view)])
    assert [text for text in _covered(made) if text in told] == []


def _do(made: Workroom, action: str) -> None:
    if action == "cover":
        boards.cover(made.workshop, made.board.id)
    elif action == "reveal":
        made.reveal()
    elif action in ("lanes", "clusters", "wall"):
        made.arrange(action)
    else:
        with suppress(Refused):  # where the board is not covered
            made.reveal(action)


def _covered(made: Workroom) -> list[str]:
    """The texts that the room may not read now."""
    board = made.board
    return [
        note.text
        for note in made.workshop[Note]
        if not boards.is_revealed(made.workshop, board, boards.lane_of(made.workshop, board, note))
    ]
