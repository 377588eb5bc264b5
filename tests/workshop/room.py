"""A small real workshop to test with: three functions, five people, four stages, one board."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from workshop import agenda, boards, people
from workshop.errors import Refused
from workshop.history import History
from workshop.records.agenda import Board, Stage
from workshop.records.details import Details
from workshop.records.people import Function, Participant
from workshop.state import Workshop

NINE = datetime(2026, 10, 6, 8, tzinfo=UTC)
"""Nine o'clock in Dublin, where the workshop takes place."""


def minute(number: float) -> datetime:
    """So many minutes after nine."""
    return NINE + timedelta(minutes=number)


class Room:
    """The workshop and, by name, what tests ask for again and again."""

    def __init__(self) -> None:
        self.workshop = Workshop()
        self.history = History(self.workshop)
        with self.workshop.step("test.begin", undoable=False):
            self.workshop[Details].add(
                Details(
                    key="test",
                    title="Test",
                    on="2026-10-06",
                    time_zone="Europe/Dublin",
                    planned_start="09:00",
                    planned_end="11:00",
                    results=(),
                    decided_today=(),
                    not_decided_today=(),
                    materials=(),
                    preparation=(),
                    reads_from_previous_brief=(),
                    writes_to_brief=(),
                    decision_rule_detail=None,
                    people=None,
                    room=None,
                )
            )
            for name in ("Product", "Engineering", "Sales"):
                people.add_function(self.workshop, name)
            for name, function in (
                ("Ada", "product"), ("Ben", "product"), ("Cleo", "engineering"),
                ("Dora", "sales"), ("Emil", "sales"),
            ):  # fmt: skip
                people.add_participant(self.workshop, name, self.function(function).id)
            for kind, title in (
                ("opening", "Welcome"), ("board", "Struggles"), ("break", "Coffee"),
                ("vote", "Which first"),
            ):  # fmt: skip
                agenda.add_stage(self.workshop, kind, title, minutes=30)

    def function(self, key: str) -> Function:
        return next(one for one in self.workshop[Function] if one.key == key)

    def person(self, key: str) -> Participant:
        return next(one for one in self.workshop[Participant] if one.key == key)

    def stage(self, key: str) -> Stage:
        return next(one for one in self.workshop[Stage] if one.key == key)

    @property
    def board(self) -> Board:
        found = boards.board_of(self.workshop, self.stage("struggles").id)
        assert found is not None
        return found


def state(workshop: Workshop, but: tuple[str, ...] = ()) -> dict[str, dict[int, Any]]:
    """Every record of every table, for comparing."""
    return {
        table.info.name: {row.id: row for row in table}
        for table in workshop.tables()
        if table.info.name not in but
    }


def refused(room: Room, key: str, verb: Callable[..., Any], *args: Any, **rest: Any) -> Refused:
    """Asserts that a verb is refused with this key and has changed nothing; gives the error."""
    before = state(room.workshop)
    with pytest.raises(Refused) as caught:
        verb(room.workshop, *args, **rest)
    assert caught.value.key == key
    assert state(room.workshop) == before
    return caught.value
