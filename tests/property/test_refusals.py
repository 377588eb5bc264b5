"""What a verb refuses, no data file may hold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.property.values import LETTERS
from tests.workshop.interchange.documents import Change, put, read, small
from workshop import clusters, merging, people
from workshop.errors import DataProblem, Refused
from workshop.marks import Mark
from workshop.records.notes import Cluster, Note
from workshop.state import Workshop

STAGES = ("struggles", "choose", "agree", "parking_lot")
LETTER = st.text(max_size=3) | st.sampled_from((*LETTERS, "7", "\u200b", "A7", "?"))
PLACES = st.tuples(st.sampled_from(STAGES), st.sampled_from(STAGES))


def taken(change: Change) -> bool:
    """Whether the small document is read after a change."""
    data = small()
    change(data)
    try:
        read(data)
    except DataProblem:
        return False
    return True


def refused(verb: Any, workshop: Workshop, *args: Any) -> bool:
    """Whether a verb refuses."""
    try:
        verb(workshop, *args)
    except Refused:
        return True
    return False


@given(LETTER)
def test_a_mark(letter: str) -> None:
    mark = Mark(letter.strip(), "circle", "#1151D6")
    is_refused = refused(people.set_mark, read(small()), 1, mark)
    assert taken(put("functions[1].letter", letter)) != is_refused


@given(PLACES)
def test_notes_that_go_together(places: tuple[str, str]) -> None:
    """Into a cluster or into one another, as the stages let them."""
    data = small()
    data["notes"] += [{"nr": 4 + n, "stage": at, "text": "N"} for n, at in enumerate(places)]
    merged, clustered = small(), small()
    merged["notes"] = [*data["notes"][:-1], {**data["notes"][-1], "merged_into": 4}]
    clustered["notes"] = [*data["notes"][:-1], {**data["notes"][-1], "cluster": "s1"}]
    for verb, args, other in (
        (merging.merge_notes, ([4, 5],), merged),
        (clusters.add_to_cluster, (1, [5]), clustered),
    ):
        workshop = read(data)
        assert workshop[Cluster][1].key == "s1"
        assert workshop[Note][5].nr == 5
        if refused(verb, workshop, *args):
            with pytest.raises(DataProblem):
                read(other)
        else:
            assert len(read(other)[Note]) == len(workshop[Note])
