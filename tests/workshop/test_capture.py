"""What is typed and pasted, before it becomes notes: whose it is, and what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.room import Room
from workshop import capture, pasting, people
from workshop.capture import TypedLine


def _read(room: Room, text: str) -> list[tuple[str, str, str]]:
    """Function, author and text of what is pasted."""
    keys: dict[int | None, str] = {one.id: one.key for one in people.functions(room.workshop)}
    names: dict[int | None, str] = {
        person.id: person.key for person in people.present_participants(room.workshop)
    }
    return [
        (keys.get(line.function, ""), names.get(line.author, ""), line.text)
        for line in pasting.read_paste(room.workshop, text)
    ]


def test_people_are_found_by_the_beginning_of_any_part_of_their_name(room: Room) -> None:
    ann = people.add_participant(room.workshop, "Ann Lee", room.function("sales").id)
    anna = people.add_participant(room.workshop, "Ánna Byron", room.function("sales").id)

    def found(beginning: str) -> list[str]:
        return [person.name for person in capture.people_called(room.workshop, beginning)]

    assert found("an") == ["Ann Lee", "Ánna Byron"]
    assert found("ann") == ["Ann Lee"], "whoever is called exactly so stands alone"
    assert found("anna") == [anna.name]
    assert found("BY") == [anna.name]
    assert found("lee") == [ann.name]
    assert found("zz") == []
    assert len(found("")) == 7


def test_a_line_may_name_its_author(room: Room) -> None:
    line = capture.read_line(room.workshop, "@em: Too slow")
    assert line == TypedLine(1, room.function("sales").id, "Too slow", room.person("emil").id)
    assert capture.read_line(room.workshop, "@nobody: Too slow").text == "@nobody: Too slow"


@pytest.mark.parametrize(
    ("pasted", "read"),
    [
        ("One\r\n\r\nTwo", [("", "", "One"), ("", "", "Two")]),
        ("• One\n- Two\n*no bullet*", [("", "", "One"), ("", "", "Two"), ("", "", "*no bullet*")]),
        ("1. One\n2) Two", [("", "", "One"), ("", "", "Two")]),
        ("3 days late\n2. Two", [("", "", "3 days late"), ("", "", "2. Two")]),
        ("Sales\tToo slow\nP\tFine", [("sales", "", "Too slow"), ("product", "", "Fine")]),
        ("Too slow\tSALES\tEmil", [("sales", "emil", "Too slow")]),
        ("Dora\tToo slow", [("sales", "dora", "Too slow")]),
        ("s: One\n@ada: Two", [("sales", "", "One"), ("product", "ada", "Two")]),
        ("Sales:\nOne\ne: Two\nThree",
         [("sales", "", "One"), ("engineering", "", "Two"), ("sales", "", "Three")]),
        ('"two\nlines"\nnext', [("", "", "two\nlines"), ("", "", "next")]),
        ('"say ""no"" twice"\nx', [("", "", 'say "no" twice'), ("", "", "x")]),
        ('"quoted" word\n"all of it"', [("", "", '"quoted" word'), ("", "", '"all of it"')]),
        ("\tOne\t\n\tTwo", [("", "", "One"), ("", "", "Two")]),
    ],
)  # fmt: skip
def test_pastes_are_read_as_people_mean_them(
    room: Room, pasted: str, read: list[tuple[str, str, str]]
) -> None:
    assert _read(room, pasted) == read


ROOM = Room()


@given(st.text(st.sampled_from('ab"\t\n s:@•1.')))
def test_no_word_of_a_paste_is_lost(text: str) -> None:
    """Letters stay, whatever marks, cells and quotes they stand in."""
    lines = pasting.read_paste(ROOM.workshop, text)
    kept = sum("".join(line.text for line in lines).count(letter) for letter in "ab")
    named = text.count("@")
    assert all(line.text for line in lines)
    assert kept == text.count("a") + text.count("b") or named


def test_pasted_rows_become_notes_in_one_step(room: Room) -> None:
    stage = room.stage("struggles").id
    lines = pasting.read_paste(room.workshop, "s: One\n@ada: Two\nThree")
    made = capture.add_typed(room.workshop, stage, lines, function=room.function("product").id)
    assert [note.text for note in made] == ["One", "Two", "Three"]
    assert [note.author for note in made] == [None, room.person("ada").id, None]
    room.history.undo()
    assert room.history.next_redo() is not None
