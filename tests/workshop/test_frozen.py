"""Frozen values are what `dataclasses` would make of them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from workshop.frozen import freeze, frozen
from workshop.tables import tables


@frozen
class Point:
    """A place."""

    x: float
    y: float = 0.0
    seen: list[str] = field(default_factory=list, compare=False, repr=False)

    def __post_init__(self) -> None:
        self.seen.append("made")


@frozen
class Named(Point):
    """A place with a name."""

    name: str = ""


@frozen
class Nothing:
    """Has no field."""


class _Seat:
    """Made by keywords only."""

    row: int
    place: int = 1


Seat: Any = freeze(_Seat, kw_only=True)


def test_a_value_is_made_by_place_and_by_name() -> None:
    assert (Point(1).x, Point(1).y, Point(y=2, x=3).y) == (1, 0.0, 2)
    assert Named(1, 2, name="quay").name == "quay"
    assert (Seat(row=4).row, Seat(row=4).place) == (4, 1)


@pytest.mark.parametrize("given", [{}, {"row": 1, "column": 2}])
def test_what_is_missing_or_unknown_is_refused_as_python_does(given: dict[str, int]) -> None:
    for _ in range(2):  # the first value of a class is made in another way
        with pytest.raises(TypeError, match="Seat"):
            Seat(**given)
    with pytest.raises(TypeError):
        Seat(1)


def test_factories_and_post_init_serve_each_value() -> None:
    first, second = Point(1), Point(1)
    assert first.seen == ["made"]
    assert first.seen is not second.seen


def test_values_are_equal_by_what_they_compare() -> None:
    assert Point(1, seen=["before"]) == Point(1)
    assert hash(Point(1, 2)) == hash(Point(1, 2))
    assert Point(1) != Point(2)
    assert Point(1) != Named(1)
    assert Nothing() == Nothing()


def test_a_value_shows_what_it_holds() -> None:
    assert repr(Named(1, name="quay")) == "Named(x=1, y=0.0, name='quay')"


def test_nothing_of_a_value_can_be_changed() -> None:
    point: Any = Point(1)
    with pytest.raises(FrozenInstanceError):
        point.x = 2
    with pytest.raises(FrozenInstanceError):
        del point.x
    with pytest.raises((AttributeError, TypeError)):
        object.__setattr__(point, "other", 1)


def test_dataclasses_know_it() -> None:
    assert dataclasses.is_dataclass(Point)
    assert dataclasses.replace(Point(1), y=5) == Point(1, 5)  # type: ignore[call-arg]
    assert [item.name for item in dataclasses.fields(Named)] == ["x", "y", "seen", "name"]


def test_copies_are_equal() -> None:
    quay = Named(1, 2, name="quay")
    copies = (copy.copy(quay), copy.deepcopy(quay), pickle.loads(pickle.dumps(quay)))
    assert copies == (quay, quay, quay)


def test_every_record_is_as_dataclasses_would_make_it() -> None:
    """Same fields, same defaults, and equal or not as the plain class says."""
    for info in tables().values():
        columns = info.columns
        fields = [(each.name, Any, field(default=each.default)) for each in columns]
        plain: Any = dataclasses.make_dataclass("Plain", fields, frozen=True, kw_only=True)
        needed = {each.name: 1 for each in columns if each.required}
        ours, theirs = info.cls(**needed), plain(**needed)
        names = [each.name for each in columns]
        assert [getattr(ours, name) for name in names] == [getattr(theirs, name) for name in names]
        assert ours == info.cls(**needed)
        assert ours != info.cls(**needed, id=7)
