"""Records and values as columns: what is required, how it is called, how it is written."""

from __future__ import annotations

import dataclasses

import pytest

from workshop.columns import as_plain, column_of, columns, from_plain, problem
from workshop.kinds.statement import Settings as StatementSettings
from workshop.kinds.statement import Test as Question
from workshop.records.agenda import Stage, Tie, Voting
from workshop.records.details import DecisionRule, Details, GroupSize
from workshop.records.notes import Note
from workshop.setups import settings_types
from workshop.tables import tables


def test_a_column_knows_its_name_in_yaml_and_whether_it_must_be_given() -> None:
    from_ = column_of(Voting, "from_")
    assert from_.yaml == "from"
    assert column_of(Stage, "key").yaml == "id"
    assert column_of(Stage, "place").yaml is None
    assert column_of(Stage, "title").required
    assert not column_of(Stage, "title").optional
    assert column_of(Stage, "voting").optional
    assert column_of(Stage, "voting").takes(None)
    assert not column_of(Stage, "title").takes(None)


def test_records_are_frozen_and_take_keywords_only() -> None:
    note = Note(nr=1, text="a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        note.text = "b"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Note(1)  # type: ignore[call-arg]


def test_the_first_field_that_is_wrong_is_told() -> None:
    assert problem(Note(nr=1, text="a")) is None
    wrong = problem(Note(nr=0, text=""))
    assert wrong is not None
    assert wrong.name == "nr"


def test_values_inside_values_are_judged_too() -> None:
    tie = Tie(first="coin")
    assert problem(Voting(tie=tie)) == column_of(Voting, "tie")
    assert problem(Details(key="a", title="A", people=GroupSize(min=1))) is not None


def test_a_list_of_values_may_ask_that_none_is_named_twice() -> None:
    clear = Question(id="clear", ask="Is it clear?")
    again = Question(id="clear", ask="Really?")
    other = Question(id="true", ask="Is it true?")
    assert problem(StatementSettings(tests=(clear, other))) is None
    assert problem(StatementSettings(tests=(clear, again))) is not None
    assert "no id twice" in column_of(StatementSettings, "tests").kind.allowed()


def test_plain_data_hold_what_differs_from_the_default() -> None:
    rule = DecisionRule(rounds_max=3)
    assert as_plain(rule) == {"rounds_max": 3}
    assert from_plain(DecisionRule, {"rounds_max": 3, "of_a_later_version": 1}) == rule


def test_settings_say_to_which_kind_they_belong() -> None:
    kind = column_of(Stage, "setup").kind
    for name, cls in settings_types().items():
        plain = kind.to_plain(cls())
        assert plain["kind"] == name
        assert kind.from_plain(plain) == cls()
    assert not kind.takes(Tie())


def test_every_table_has_an_id_and_a_doc_sentence_and_every_field_a_meaning() -> None:
    classes = [info.cls for info in tables().values()]
    assert len(classes) == 104
    for info in tables().values():
        assert info.columns[-1].name == "id"
        assert info.doc.endswith(".")
        assert info.place
    assert [column for cls in classes for column in columns(cls) if not column.kind.doc] == []
