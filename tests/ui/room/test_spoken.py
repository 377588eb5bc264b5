"""The room display in words."""

from __future__ import annotations

import pytest

from tests.ui.room import views
from ui.room.spoken import spoken

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("before", "Not begun yet. 30 minutes. Shown by function"),
        ("covered", "Product: 2 notes, covered."),
        ("silent", "Silent writing, 4 minutes left."),
        ("pens down", "Pens down."),
        ("revealed", "5 minutes left, wrap up. Product: 2 notes."),
        ("over", "over."),
        ("break on", "Back at 10:58. Next: The problem to solve first."),
        ("break over", "We go on."),
        ("check_in", "Person 0 Of The Room speaks. Then Person 1 Of The Room."),
        ("decision_rule", "nobody blocks and no decider is at 5, 7 or 8."),
        ("agenda", "Our agenda. 00:15 A stage of the day 0."),
        ("no stage", "Room display. Harbour vision. Tidewater."),
        ("nothing agreed", "Our vision: Not agreed yet."),
        ("blank", "Room display. It is blank."),
    ],
)
def test_a_view_is_told_in_sentences(name: str, sentence: str) -> None:
    assert sentence in spoken(views.states()[name])


def test_the_prompt_is_told() -> None:
    assert views.PROMPT in spoken(views.states()["revealed"])
