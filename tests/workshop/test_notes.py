from __future__ import annotations

from datetime import timedelta

import pytest

from tests.workshop.room import Room, minute, refused, state
from workshop import boards, capture, evidence, notes, parking
from workshop.changes import Step
from workshop.errors import Invalid
from workshop.notes import Typing, add_note, add_notes, edit_note
from workshop.records.agenda import Lane
from workshop.records.journey import Journey, Phase
from workshop.records.notes import Cluster, Note
from workshop.records.promises import ParkedPoint
from workshop.records.rounds import Ballot, Option
from workshop.records.words import StageId


@pytest.fixture
def stage(room: Room) -> StageId:
    return room.stage("struggles").id


def texts(room: Room) -> list[str]:
    return [note.text for note in room.workshop[Note]]


def a_cell(room: Room) -> Note:
    """A plain entry of a journey cell: a note without a number."""
    stage = room.stage("struggles").id
    with room.workshop.step("test.journey"):
        journey = room.workshop[Journey].add(Journey(stage=stage))
        phase = room.workshop[Phase].add(Phase(journey=journey.id, key="order", name="Order"))
        lane = room.workshop[Lane].add(Lane(stage=stage, key="doing", on_map=1.0))
        return room.workshop[Note].add(
            Note(stage=stage, lane=lane.id, phase=phase.id, text="Opens the app")
        )


def test_a_note_gets_a_number_and_clean_text(room: Room, stage: StageId) -> None:
    note = add_note(room.workshop, stage, "  It\r\nhurts\x07 \u202e")
    assert (note.nr, note.text, note.stage) == (1, "It\nhurts", stage)
    assert add_note(room.workshop, stage, "Again").nr == 2


def test_numbers_are_never_given_twice(room: Room, stage: StageId) -> None:
    add_note(room.workshop, stage, "One")
    two = add_note(room.workshop, stage, "Two")
    room.history.undo()
    assert add_note(room.workshop, stage, "Three").nr == 3
    assert notes.by_number(room.workshop, 2) is None
    assert notes.by_number(room.workshop, 1) is not None
    assert two.nr == 2


def test_empty_and_overlong_notes_are_refused(room: Room, stage: StageId) -> None:
    refused(room, "note.empty", add_note, stage, " \n\t")
    error = refused(room, "note.too_long", add_note, stage, "x" * 501)
    assert error.facts == {"count": 501, "limit": 500}
    assert len(add_note(room.workshop, stage, " " + "x" * 500).text) == 500
    refused(room, "record.gone", add_note, 99, "Text")
    with pytest.raises(Invalid):
        add_note(room.workshop, stage, "Text", evidence="rumour")


def test_several_notes_are_one_step(room: Room, stage: StageId) -> None:
    error = refused(room, "note.empty", add_notes, stage, ["One", " ", "Three"])
    assert error.facts == {"line": 2}
    made = add_notes(room.workshop, stage, ["One", "Two"], function=room.function("sales").id)
    assert [note.function for note in made] == [room.function("sales").id] * 2
    room.history.undo()
    assert texts(room) == []


def test_whose_a_note_is(room: Room, stage: StageId) -> None:
    ada, ben = room.person("ada"), room.person("ben")
    note = add_note(room.workshop, stage, "By the facilitator", author=ada.id)
    assert (note.author, note.function) == (ada.id, ada.function)
    assert note.entered_by_facilitator
    note = add_note(room.workshop, stage, "By herself", author=ada.id, entered_by=ada.id)
    assert (note.author, note.entered_by, note.entered_by_facilitator) == (ada.id, None, False)
    note = add_note(room.workshop, stage, "By a neighbour", author=ada.id, entered_by=ben.id)
    assert (note.entered_by, note.entered_by_facilitator) == (ben.id, False)
    note = add_note(room.workshop, stage, "At a second keyboard", author=ada.id, actor="second")
    assert (note.entered_by, note.entered_by_facilitator) == (None, False)
    note = add_note(room.workshop, stage, "Said aloud", function=ada.function)
    assert (note.author, note.entered_by_facilitator) == (None, False)
    refused(room, "record.gone", add_note, stage, "Whose", author=99)
    refused(room, "record.gone", add_note, stage, "Whose", function=99)


def test_without_attribution_nothing_is_kept(room: Room, stage: StageId) -> None:
    boards.edit_board(room.workshop, room.board.id, attribution="none")
    ada = room.person("ada")
    note = add_note(room.workshop, stage, "Grey", author=ada.id, function=ada.function)
    whose = note.author, note.function, note.entered_by, note.entered_by_facilitator
    assert whose == (None, None, None, False)
    refused(room, "note.no_attribution", notes.set_author, [note.id], ada.id)


def test_the_author_can_be_named_later(room: Room, stage: StageId) -> None:
    note = add_note(room.workshop, stage, "Whose", function=room.function("sales").id)
    notes.set_author(room.workshop, [note.id], room.person("dora").id)
    found = room.workshop[Note][note.id]
    assert (found.author, found.entered_by_facilitator) == (room.person("dora").id, True)
    notes.set_author(room.workshop, [note.id], None)
    assert room.workshop[Note][note.id] == note


def test_a_lane_must_be_of_the_stage(room: Room, stage: StageId) -> None:
    boards.add_board(room.workshop, room.stage("welcome").id)
    with room.workshop.step("test.lane"):
        lane = room.workshop[Lane].add(Lane(stage=room.stage("welcome").id, key="a", on_board=1.0))
    refused(room, "note.lane_elsewhere", add_note, stage, "Text", lane=lane.id)


def test_no_fact_of_a_step_holds_text(room: Room, stage: StageId) -> None:
    steps: list[Step] = []
    room.workshop.listeners.append(steps.append)
    note = add_note(room.workshop, stage, "Secret")
    edit_note(room.workshop, note.id, "More secret")
    notes.delete_notes(room.workshop, [note.id])
    assert [(step.label, step.facts) for step in steps] == [
        ("note.add", {"count": 1, "nr": 1}),
        ("note.edit", {"nr": 1}),
        ("note.delete", {"count": 1, "nr": 1}),
    ]


def test_typing_without_a_pause_is_one_step(room: Room, stage: StageId) -> None:
    note = add_note(room.workshop, stage, "I")
    typing = Typing(room.workshop, note.id)
    for second, text in enumerate(("It", "It ", "It h", "It hurts"), start=1):
        typing.write(text, minute(0) + timedelta(seconds=second))
    typing.write("It hurts badly", minute(1))
    room.history.undo()
    assert texts(room) == ["It hurts"]
    room.history.undo()
    assert texts(room) == ["I"]
    room.history.redo()
    assert texts(room) == ["It hurts"]
    typing.write("It hurts!", minute(1))
    room.history.undo()
    assert texts(room) == ["It hurts"]


def test_typing_does_not_join_across_what_another_did(room: Room, stage: StageId) -> None:
    note = add_note(room.workshop, stage, "I")
    typing = Typing(room.workshop, note.id)
    typing.write("It", minute(0))
    evidence.set_evidence(room.workshop, [note.id], "seen", actor="second")
    typing.write("It hurts", minute(0))
    for actor in ("facilitator", "second", "facilitator"):
        room.history.undo(actor)
    assert room.workshop[Note][note.id] == note


def test_an_unchanged_text_is_no_step(room: Room, stage: StageId) -> None:
    note = add_note(room.workshop, stage, "It hurts")
    last = room.workshop.last_step
    Typing(room.workshop, note.id).write(" It hurts ", minute(0))
    assert room.workshop.last_step == last
    refused(room, "note.empty", edit_note, note.id, "")


def test_deleting_takes_what_is_merged_inside(room: Room, stage: StageId) -> None:
    one, two, three = add_notes(room.workshop, stage, ["One", "Two", "Three"])
    with room.workshop.step("test.merge"):
        room.workshop[Note].replace(two.id, merged_into=one.id)
        room.workshop[Note].replace(three.id, merged_into=two.id)
    before = state(room.workshop)
    notes.delete_notes(room.workshop, [one.id, two.id])
    assert texts(room) == []
    room.history.undo()
    assert state(room.workshop) == before


def test_a_note_on_a_ballot_stays(room: Room, stage: StageId) -> None:
    note = add_note(room.workshop, stage, "One")
    with room.workshop.step("test.ballot"):
        ballot = room.workshop[Ballot].add(Ballot(key="b", stage=room.stage("which-first").id))
        room.workshop[Option].add(Option(ballot=ballot.id, note=note.id))
    assert refused(room, "note.on_ballot", notes.delete_notes, [note.id]).facts == {"nr": 1}


def test_an_unnamed_cluster_goes_with_its_last_note(room: Room, stage: StageId) -> None:
    one, two = add_notes(room.workshop, stage, ["One", "Two"])
    with room.workshop.step("test.cluster"):
        for note, name in ((one, ""), (two, "Kept")):
            made = room.workshop[Cluster].add(Cluster(key=f"c{note.id}", stage=stage, name=name))
            room.workshop[Note].replace(note.id, cluster=made.id)
    notes.delete_notes(room.workshop, [one.id, two.id])
    assert [cluster.name for cluster in room.workshop[Cluster]] == ["Kept"]


def test_finding_knows_no_case_and_no_accents(room: Room, stage: StageId) -> None:
    add_notes(room.workshop, stage, ["The Café is closed", "A café au lait", "No coffee"])
    found = notes.find(room.workshop, "CAFE")
    assert [note.nr for note in found] == [1, 2]
    assert [note.nr for note in notes.find(room.workshop, "closed the")] == [1]
    assert [note.nr for note in notes.find(room.workshop, " 3 ")] == [3]
    assert notes.find(room.workshop, " ") == []
    assert notes.find(room.workshop, "cafe", room.stage("welcome").id) == []


def test_grades_and_the_solution_chip(room: Room, stage: StageId) -> None:
    one, two = add_notes(room.workshop, stage, ["One", "Two"])
    evidence.set_evidence(room.workshop, [one.id, two.id], "seen")
    assert {note.evidence for note in room.workshop[Note]} == {"seen"}
    room.history.undo()
    assert {note.evidence for note in room.workshop[Note]} == {None}
    with pytest.raises(Invalid):
        evidence.set_evidence(room.workshop, [one.id], "rumour")
    notes.set_solution(room.workshop, [one.id], True)
    assert [note.solution for note in room.workshop[Note]] == [True, False]
    assert evidence.grades_offered(room.workshop, stage) == ()
    assert evidence.next_grade(("told", "seen"), None) == "told"
    assert evidence.next_grade(("told", "seen"), "seen") is None
    assert evidence.next_grade((), "seen") is None


def test_a_plain_entry_gets_a_number_with_anything_but_text(room: Room, stage: StageId) -> None:
    cell = a_cell(room)
    assert notes.notes_of(room.workshop, stage) == []
    assert edit_note(room.workshop, cell.id, "Opens it").nr is None
    before = room.workshop[Note][cell.id]
    evidence.set_evidence(room.workshop, [cell.id], "guess")
    assert room.workshop[Note][cell.id].nr == 1
    room.history.undo()
    assert room.workshop[Note][cell.id] == before
    assert add_note(room.workshop, stage, "Next").nr == 2


def test_a_line_typed_into_the_parking_lot(room: Room) -> None:
    note = parking.park_text(room.workshop, "Later", function=room.function("sales").id)
    assert (note.stage, note.function, note.nr) == (None, room.function("sales").id, 1)
    assert [point.note for point in room.workshop[ParkedPoint]] == [note.id]
    assert parking.parked_notes(room.workshop) == [note]
    step = room.history.next_undo()
    assert step is not None
    assert (step.label, step.facts) == ("note.park", {"count": 1, "nr": 1})
    room.history.undo()
    assert parking.parked_notes(room.workshop) == []


PASTE = """S: Too slow

Sales : Again: slow
engineering:
Crashes
p:Reads well
Still "product"?
http://example.org
"""


def test_a_pasted_list_makes_a_note_per_line(room: Room, stage: StageId) -> None:
    made = capture.add_lines(room.workshop, stage, PASTE, author=room.person("ada").id)
    letters = {room.function(key).id: key[0] for key in ("sales", "engineering", "product")}
    assert [(letters[note.function], note.text) for note in made if note.function] == [
        ("s", "Too slow"), ("s", "Again: slow"), ("e", "Crashes"), ("p", "Reads well"),
        ("e", 'Still "product"?'), ("e", "http://example.org"),
    ]  # fmt: skip
    assert {note.author for note in made} == {None}
    room.history.undo()
    assert texts(room) == []
    plain = capture.add_lines(room.workshop, stage, "One", author=room.person("ada").id)
    assert plain[0].author == room.person("ada").id


def test_a_paste_is_refused_as_a_whole(room: Room, stage: StageId) -> None:
    text = f"One\n\n{'x' * 501}"
    error = refused(room, "note.too_long", capture.add_lines, stage, text)
    assert error.facts == {"count": 501, "limit": 500, "line": 3}
    refused(room, "note.empty", capture.add_lines, stage, "\n \n")


def test_the_typed_prefix_names_the_function(room: Room) -> None:
    line = capture.read_line(room.workshop, "s: Too slow")
    assert (line.function, line.text) == (room.function("sales").id, "Too slow")
    line = capture.read_line(room.workshop, "x: Too slow")
    assert (line.function, line.text) == (None, "x: Too slow")


def test_notes_of_a_stage_are_in_order(room: Room, stage: StageId) -> None:
    _, _, three = add_notes(room.workshop, stage, ["One", "Two", "Three"])
    with room.workshop.step("test.place"):
        room.workshop[Note].replace(three.id, place=0.5)
    assert [note.nr for note in notes.notes_of(room.workshop, stage)] == [3, 1, 2]
