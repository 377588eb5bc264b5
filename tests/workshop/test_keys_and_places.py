from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.room import Room
from workshop.keys import fresh_key
from workshop.places import FARTHEST, after_last, between, moved_to
from workshop.records.agenda import Lane, Stage
from workshop.records.notes import Cluster
from workshop.records.people import Participant
from workshop.text import is_key


def test_a_key_is_made_of_the_name_and_never_taken(room: Room) -> None:
    assert fresh_key(room.workshop, Participant, "Zoë Brand") == "zoe-brand"
    assert fresh_key(room.workshop, Participant, "Ada") == "ada-2"


def test_words_with_a_meaning_are_no_keys(room: Room) -> None:
    assert fresh_key(room.workshop, Cluster, "None") == "none-2"
    assert fresh_key(room.workshop, Stage, "previous_brief") == "previous-brief"


def test_without_a_name_the_key_is_the_kind_and_a_number(room: Room) -> None:
    assert fresh_key(room.workshop, Cluster) == "cluster-1"
    assert fresh_key(room.workshop, Cluster, "日本") == "cluster-1"


def test_lanes_of_two_stages_may_have_the_same_key(room: Room) -> None:
    one, other = room.stage("struggles").id, room.stage("welcome").id
    with room.workshop.step("test.lane"):
        room.workshop[Lane].add(Lane(stage=one, key="pains", name="Pains"))
    assert fresh_key(room.workshop, Lane, "Pains", stage=one) == "pains-2"
    assert fresh_key(room.workshop, Lane, "Pains", stage=other) == "pains"


@given(name=st.text())
def test_any_name_gives_a_key(name: str) -> None:
    assert is_key(fresh_key(Room().workshop, Stage, name))


PLACE = st.none() | st.floats(-FARTHEST, FARTHEST)


@given(low=PLACE, high=PLACE, count=st.integers(1, 5))
def test_between_is_between_or_nothing(low: float | None, high: float | None, count: int) -> None:
    found = between(low, high, count)
    if found is not None:
        assert len(found) == count
        assert found == sorted(set(found))
        assert low is None or low < found[0]
        assert high is None or found[-1] < high


def test_there_is_no_room_between_equals() -> None:
    assert between(2, 2) is None
    assert between(1, 1 + 2**-52) is None
    assert between(None, 3) == [2]
    assert between(3, None) == [4]
    assert between(None, None, 2) == [1, 2]
    assert between(1, 2, 3) == [1.25, 1.5, 1.75]


def test_after_last_and_moved_to() -> None:
    assert after_last([]) == 1
    assert after_last([3, None, 2]) == 4
    assert moved_to([1, 2, 3], 1, 1) == [2, 1, 3]
    assert moved_to([1, 2, 3], 1, 99) == [2, 3, 1]
    assert moved_to([1, 2, 3], 3, -5) == [3, 1, 2]
