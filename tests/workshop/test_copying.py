"""Notes as text, as Markdown and as a table, with no more than the room may know."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.room import Room
from workshop import boards, clusters, copying, merging, pasting
from workshop.copying import Copied
from workshop.notes import add_note

HEADS = ["No.", "Note", "Function", "Author", "Known by", "Cluster", "Merged into"]


@pytest.fixture
def notes(room: Room) -> list[Any]:
    """One and Two in a cluster, the third merged into the first."""
    stage = room.stage("struggles").id
    made = [
        add_note(room.workshop, stage, text, author=room.person(who).id, evidence=grade).id
        for text, who, grade in (
            ("One *bold*", "ada", "seen"), ("Two\nlines", "cleo", None), ("Three", "emil", None),
        )
    ]  # fmt: skip
    clusters.make_cluster(room.workshop, made[:2], "Slow | late")
    merging.merge_notes(room.workshop, [made[0], made[2]])
    return made[:2]


def test_text_is_a_line_for_each_note(room: Room, notes: list[Any]) -> None:
    assert copying.as_text(copying.copied(room.workshop, notes)) == (
        "1 One *bold* (Product)\n    3 Three (Sales)\n2 Two lines (Engineering)"
    )


def test_markdown_shows_text_as_it_is_under_its_cluster(room: Room, notes: list[Any]) -> None:
    loose = add_note(room.workshop, room.board.stage, "Loose").id
    found = copying.as_markdown(copying.copied(room.workshop, [*notes, loose]))
    assert found == (
        "- **4** Loose\n\n## Slow \\| late\n\n"
        "- **1** One \\*bold\\* (Product)\n    - **3** Three (Sales)\n"
        "- **2** Two lines (Engineering)\n"
    )


def test_a_table_has_a_row_for_each_note(room: Room, notes: list[Any]) -> None:
    rows = copying.as_table(copying.copied(room.workshop, notes), HEADS)
    assert rows == (
        "No.\tNote\tFunction\tAuthor\tKnown by\tCluster\tMerged into\n"
        "1\tOne *bold*\tProduct\t\tseen\tSlow | late\t\n"
        "3\tThree\tSales\t\t\tSlow | late\t1\n"
        '2\t"Two\nlines"\tEngineering\t\t\tSlow | late\t\n'
    )
    html = copying.as_html(copying.copied(room.workshop, notes), HEADS)
    assert html.count("<tr>") == 4
    assert "<td>One *bold*</td>" in html


@pytest.mark.parametrize(
    ("attribution", "whose"),
    [("person", ("Product", "Ada")), ("function", ("Product", "")), ("none", ("", ""))],
)
def test_names_go_along_only_where_the_room_sees_them(
    room: Room, attribution: str, whose: tuple[str, str]
) -> None:
    boards.edit_board(room.workshop, room.board.id, attribution=attribution)
    note = add_note(room.workshop, room.board.stage, "One", author=room.person("ada").id)
    (found,) = copying.copied(room.workshop, [note.id])
    assert (found.function, found.author) == whose


def test_no_cell_becomes_a_formula() -> None:
    rows = copying.as_table([Copied("1", "=1+2"), Copied("2", '-"x"')], HEADS).splitlines()
    assert rows[1].split("\t")[1] == "'=1+2"
    assert rows[2].split("\t")[1] == '"\'-""x"""'


@given(st.lists(st.text(st.sampled_from('ab"\n x'), min_size=1), min_size=1, max_size=4))
def test_what_is_copied_as_a_table_can_be_pasted(texts: list[str]) -> None:
    room = Room()
    sales = room.function("sales")
    kept = [text.strip() for text in texts if text.strip()]
    table = "".join(
        copying.as_table([Copied("", text, sales.name)], ["x"]).split("\n", 1)[1] for text in kept
    )
    lines = pasting.read_paste(room.workshop, table)
    assert [line.text for line in lines] == kept
    assert {line.function for line in lines} <= {sales.id}
