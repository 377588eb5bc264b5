"""What goes into a file comes out of it: records, numbers, history, pictures."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.builders import add_note, board_of, fill, make
from tests.workshop.store.files import by_hand, contents
from workshop.changes import Step
from workshop.document import Document
from workshop.records.agenda import Stage
from workshop.records.details import Details
from workshop.records.notes import Note
from workshop.records.people import Participant
from workshop.state import NUMBERS, Workshop
from workshop.store.pictures import MOST_BYTES


def test_a_row_of_every_table_comes_back_as_it_was(full: Workshop, path: Path) -> None:
    assert all(len(table) for table in full.tables())
    Document.create(path, full).close()
    with Document.open(path) as document:
        assert contents(document.workshop) == contents(full)
        assert document.workshop.sequence == full.sequence


def test_a_row_of_every_table_written_by_a_step_comes_back_as_it_was(path: Path) -> None:
    with Document.create(path, Workshop()) as document:
        written = contents(fill(document.workshop))
    with Document.open(path) as document:
        assert contents(document.workshop) == written
        (step,) = document.read_steps()
        records = [change.new for change in step.changes]
        assert sorted(map(repr, records)) == sorted(
            repr(record) for rows in written.values() for record in rows
        )


def test_every_table_can_be_emptied_and_filled_again(path: Path) -> None:
    with Document.create(path, fill(Workshop())) as document:
        workshop = document.workshop
        with workshop.step("test.clear"):
            workshop[Details].replace(1, sponsor=None, driver=None)
            for table in workshop.tables():
                for record in tuple(table) if table.info.name != "details" else ():
                    table.remove(record.id)
    with Document.open(path) as document:
        left = {name for name, rows in contents(document.workshop).items() if rows}
        assert left == {"details"}, "which a workshop is never without"
        document.history.undo()
        restored = contents(document.workshop)
    with Document.open(path) as document:
        assert contents(document.workshop) == restored
        assert all(restored.values())


def test_a_closed_workshop_is_one_file(document: Document) -> None:
    with document.workshop.step("test.add"):
        make(document.workshop, "evidence")
    document.close()
    assert [each.name for each in document.path.parent.iterdir()] == [document.path.name]


def test_numbers_stay_exact_and_of_their_type(path: Path) -> None:
    numbers = [41, 41.0, 3.1, 0.1 + 0.2, 1e15, -1e15, 5e-324, -0.0]
    with Document.create(path, board_of(len(numbers))) as document:
        notes = document.workshop[Note]
        with document.workshop.step("notes.move"):
            for note, number in zip(tuple(notes), numbers, strict=True):
                notes.replace(note.id, x=number, y=0)
        with document.workshop.step("notes.move"):
            for note, number in zip(tuple(notes), reversed(numbers), strict=True):
                notes.replace(note.id, y=number, text="moved")
    with Document.open(path) as document:
        rows = list(document.workshop[Note])
        assert [repr(row.x) for row in rows] == [repr(number) for number in numbers]
        assert [repr(row.y) for row in rows] == [repr(number) for number in reversed(numbers)]
        images = [change.new for change in document.read_steps()[1].changes]
        assert [repr(each.y) for each in images] == [repr(row.y) for row in rows]


def test_a_number_whose_type_alone_changes_beside_another_field_is_written(path: Path) -> None:
    with Document.create(path, board_of(1)) as document:
        with document.workshop.step("notes.move"):
            document.workshop[Note].replace(1, x=41, y=0)
        with document.workshop.step("notes.move"):
            document.workshop[Note].replace(1, x=41.0, text="moved")
    with Document.open(path) as document:
        assert repr(document.workshop[Note][1].x) == "41.0"


def test_numbers_are_not_given_again_after_reopening(path: Path) -> None:
    with Document.create(path, board_of(3)) as document:
        workshop = document.workshop
        person, stage = next(iter(workshop[Participant])), next(iter(workshop[Stage]))
        with workshop.step("test.add"):
            note = add_note(workshop, stage.id, person)
        with workshop.step("test.remove"):
            workshop[Note].remove(note.id)
    with Document.open(path) as document:
        assert document.workshop.next_id("note") == note.id + 1
        assert document.workshop.next_id(NUMBERS) == (note.nr or 0) + 1


def test_undo_and_redo_work_after_reopening(path: Path) -> None:
    with Document.create(path, board_of(2)) as document:
        with document.workshop.step("notes.edit", nr=1, words=("a", "b")):
            document.workshop[Note].replace(1, text="Changed")
        with document.workshop.step("notes.edit", nr=2):
            document.workshop[Note].replace(2, text="Changed as well")
        document.history.undo()
    with Document.open(path) as document:
        redo, undo = document.history.next_redo(), document.history.next_undo()
        assert redo is not None
        assert redo.facts == {"nr": 2}
        assert undo is not None
        assert undo.facts == {"nr": 1, "words": ["a", "b"]}
        document.history.undo()
        assert document.workshop[Note][1].text != "Changed"
    with Document.open(path) as document:
        document.history.redo()
        document.history.redo()
        texts = [note.text for note in document.workshop[Note]]
        assert texts == ["Changed", "Changed as well"]
        assert document.history.redo() is None


def test_the_history_keeps_all_that_is_said_of_a_step(path: Path) -> None:
    heard: list[Step] = []
    with Document.create(path, board_of(1)) as document:
        document.workshop.listeners.append(heard.append)
        with document.workshop.step("a.b", actor="someone", undoable=False, who="Zoë \U0001f600"):
            document.workshop[Note].replace(1, text="One")
        with document.workshop.step("a.c", joins=True):
            document.workshop[Note].replace(1, text="Two\n\tlines")
        document.history.undo()
        document.history.redo()
    with Document.open(path) as document:
        assert document.read_steps() == heard
        assert document.workshop.last_step == heard[-1].id


def test_facts_that_are_no_plain_data_do_not_cost_the_step(path: Path) -> None:
    workshop = board_of(1)
    with Document.create(path, workshop), workshop.step("a.b", odd={1, 2}, half="\ud800"):
        workshop[Note].replace(1, text="One")
    with Document.open(path) as document:
        assert document.workshop[Note][1].text == "One"
        assert document.read_steps()[0].facts == {"odd": "{1, 2}", "half": "\ud800"}


def test_the_history_is_read_only_when_it_is_asked_for(path: Path) -> None:
    with Document.create(path, board_of(1)) as document, document.workshop.step("a.b"):
        document.workshop[Note].replace(1, text="One")
    with by_hand(path) as connection:
        connection.execute("UPDATE change SET old = '{'")
    with Document.open(path) as document:
        assert document.workshop[Note][1].text == "One"


def test_pictures_come_back_by_their_hash(path: Path) -> None:
    data = bytes(range(256)) * 100
    with Document.create(path, board_of(1)) as document:
        hash = document.add_picture(data, "image/png")
        assert document.add_picture(data, "image/png") == hash
        found = document.picture(hash)
        assert found is not None
        assert found.data == data
    with Document.open(path) as document:
        found = document.picture(hash)
        assert found is not None
        assert (found.data, found.media_type) == (data, "image/png")
        assert document.picture("0" * 64) is None
        assert document.add_picture(bytes(MOST_BYTES), "image/png")
    with Document.open(path):
        pass


def test_any_sqlite_tool_reads_the_file(full: Workshop, path: Path) -> None:
    Document.create(path, full).close()
    with by_hand(path) as connection:
        text = connection.execute('SELECT "text" FROM "note" ORDER BY "id"').fetchone()[0]
        assert text == next(iter(full[Note])).text
        assert connection.execute("PRAGMA application_id").fetchone() == (0x434F5857,)


def test_opening_a_file_imports_neither_sqlite_utils_nor_yaml(full: Workshop, path: Path) -> None:
    Document.create(path, full).close()
    program = (
        "import sys; from pathlib import Path; from workshop.document import Document\n"
        "document = Document.open(Path(sys.argv[1])); document.history.undo(); document.close()\n"
        "print(sorted({'yaml', 'sqlite_utils', 'PySide6', 'reportlab', 'PIL'} & set(sys.modules)))"
    )
    run = [sys.executable, "-c", program, str(path)]
    found = subprocess.run(run, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
