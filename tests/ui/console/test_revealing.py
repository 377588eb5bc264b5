"""Covered and revealed: what the room may read at each moment, and whose the notes are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.console.test_clusters import choose, menu_on
from tests.ui.screen import press, type_note, view_of
from ui.window import MainWindow
from workshop.records.notes import Note

ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key
Lane = tuple[str, int, list[str]]


@pytest.fixture
def covered(two: MainWindow) -> MainWindow:
    """Three notes on a covered board that is revealed lane by lane; console and room apart."""
    view = view_of(two)
    view.show_stage("struggles")
    view.run.start_now()
    view.focus_capture()
    view.verbs.reveal_as("by_lane")
    view.verbs.set_state("covered")
    for text in ("p: One", "e: Two", "s: Three"):
        type_note(text)
    press(Key.Key_Escape)
    return two


def room(window: MainWindow) -> list[Lane]:
    """Name, count and texts of each lane as the room sees it."""
    sheet = view_of(window).run.feed.view.sheet
    assert sheet is not None
    return [
        (pile.title, pile.shown_count, [card.text for card in pile.cards]) for pile in sheet.piles
    ]


def heads(window: MainWindow) -> list[bool]:
    """Which lanes the console marks as shown already."""
    return [pile.open for pile in view_of(window).notes.board.sheet.piles]


def test_while_covered_the_room_sees_counts_alone(covered: MainWindow) -> None:
    assert room(covered) == [("Product", 1, []), ("Engineering", 1, []), ("Sales", 1, [])]
    press(Key.Key_Slash)
    type_note("p: Late")
    assert room(covered)[0] == ("Product", 2, [])
    assert view_of(covered).notes.can_edit, "the facilitator reads all of it"


def test_lanes_are_revealed_one_after_the_other_by_key(covered: MainWindow) -> None:
    press(Key.Key_R)
    assert [texts for _, _, texts in room(covered)] == [["One"], [], []]
    assert heads(covered) == [True, False, False]
    press(Key.Key_F2)
    assert [texts for _, _, texts in room(covered)] == [["One"], ["Two"], []]
    press(Key.Key_R)
    assert [texts for _, _, texts in room(covered)] == [["One"], ["Two"], ["Three"]]
    assert view_of(covered).bar.states["revealed"].isChecked()
    assert heads(covered) == [False] * 3, "with all of them shown none stands out"


def test_a_lane_is_revealed_out_of_turn_from_its_head(covered: MainWindow) -> None:
    view = view_of(covered).notes
    lane = view.board.piles[2]
    menu_on(covered, QPoint(round(lane.x) + 30, 15))
    choose(covered, "Reveal this lane")
    assert [texts for _, _, texts in room(covered)] == [[], [], ["Three"]]
    press(Key.Key_R)
    assert [texts for _, _, texts in room(covered)] == [["One"], [], ["Three"]]


def test_late_notes_join_openly_where_the_lane_is_revealed(covered: MainWindow) -> None:
    press(Key.Key_R)
    press(Key.Key_Slash)
    type_note("p: Late and read")
    type_note("s: Late and covered")
    assert room(covered)[0] == ("Product", 2, ["One", "Late and read"])
    assert room(covered)[2] == ("Sales", 2, [])
    press(Key.Key_F2)
    press(Key.Key_F2)
    type_note("s: After the reveal")
    assert room(covered)[2][2] == ["Three", "Late and covered", "After the reveal"]


def test_covering_again_hides_everything(covered: MainWindow) -> None:
    press(Key.Key_R)
    view_of(covered).verbs.set_state("covered")
    assert [texts for _, _, texts in room(covered)] == [[], [], []]
    assert heads(covered) == [False] * 3


def test_all_at_once_is_the_other_way(covered: MainWindow) -> None:
    view_of(covered).verbs.reveal_as("all_at_once")
    press(Key.Key_R)
    assert [texts for _, _, texts in room(covered)] == [["One"], ["Two"], ["Three"]]


def attribute(window: MainWindow, words: str) -> None:
    """Chooses whose the notes of the board are."""
    actions = view_of(window).bar.menu_button.attributions.actions()
    next(action for action in actions if action.text() == words).trigger()


@pytest.mark.parametrize(
    ("words", "author", "letter"),
    [
        ("Shown with names", "Ada", "P"),
        ("Shown by function", "", "P"),
        ("Kept without function and name", "", ""),
    ],
)
def test_whose_the_notes_are_is_said_before_and_kept_to(
    two: MainWindow, words: str, author: str, letter: str
) -> None:
    view = view_of(two)
    view.show_stage("struggles")
    view.run.start_now()
    view.focus_capture()
    view.verbs.set_state("open")
    attribute(two, words)
    type_note("@ada: One" if letter else "One")
    sheet = view.run.feed.view.sheet
    assert sheet is not None
    (card,) = [card for pile in sheet.piles for card in pile.cards]
    assert (card.author, card.mark.letter if card.mark else "") == (author, letter)
    assert two.session is not None
    (note,) = two.session.workshop[Note]
    assert (note.author is not None, note.function is not None) == (bool(letter), bool(letter))


def test_once_there_are_notes_names_may_only_be_taken_away(covered: MainWindow) -> None:
    attribute(covered, "Shown with names")
    assert view_of(covered).said
    assert view_of(covered).run.feed.view.whose == "function"


def test_without_attribution_nobody_is_named(two: MainWindow) -> None:
    view = view_of(two)
    view.show_stage("struggles")
    view.focus_capture()
    attribute(two, "Kept without function and name")
    type_note("@ada: One")
    assert two.session is not None
    (note,) = two.session.workshop[Note]
    assert note.author is None
