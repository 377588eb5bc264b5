"""Similar notes: measured on the sample's clusters, and on notes that were reworded on purpose."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import assets
from tests import similar_notes
from workshop.interchange import reader
from workshop.notes import notes_of
from workshop.records.agenda import Stage
from workshop.records.notes import Note
from workshop.similarity import MOST_TOGETHER, pairs, stem, suggestions, words_of
from workshop.state import Workshop
from workshop.stop_words import STOP_WORDS

FOUR_OF_FIVE = 0.8


@pytest.fixture(scope="module")
def sample() -> Workshop:
    return reader.read_file(assets.path("sample", "sample-workshop.yaml"))


def _suggested(sample: Workshop, stage: str) -> tuple[list[tuple[Note, Note]], int]:
    """The pairs in the suggestions for a board of the sample, and how many of them its people put
    into one cluster."""
    id = next(one.id for one in sample[Stage] if one.key == stage)
    notes = {note.id: note for note in notes_of(sample, id)}
    found = [
        (notes[one], notes[other])
        for suggestion in suggestions({note.id: note.text for note in notes.values()})
        for one, other in combinations(suggestion.notes, 2)
    ]
    return found, sum(one.cluster is not None and one.cluster == other.cluster
                      for one, other in found)  # fmt: skip


def test_on_the_sample_s_board_pairs_are_found_as_people_put_them(sample: Workshop) -> None:
    found, right = _suggested(sample, "struggles")
    assert right >= 3
    assert right >= FOUR_OF_FIVE * len(found)


def test_on_all_boards_of_the_sample_four_of_five_are_right(sample: Workshop) -> None:
    counted = [_suggested(sample, stage) for stage in ("struggles", "vision", "metrics")]
    right = sum(right for _, right in counted)
    assert right >= FOUR_OF_FIVE * sum(len(found) for found, _ in counted)


def test_reworded_duplicates_are_found_in_four_languages() -> None:
    texts = dict(enumerate(similar_notes.notes()))
    assert len(texts) == 60
    found = [
        (one, other)
        for suggestion in suggestions(texts)
        for one, other in combinations(sorted(suggestion.notes), 2)
    ]
    right = [pair for pair in found if similar_notes.is_right(*pair)]
    assert len(right) >= 14
    assert len(right) >= FOUR_OF_FIVE * len(found)
    languages = {one // 5 for one, _ in right}
    assert languages == {0, 1, 2, 3}


def test_a_suggestion_tells_the_words_that_are_shared() -> None:
    texts = {
        1: "Berths close without warning", 2: "Closing a berth without a warning",
        3: "Crews eat late", 4: "The timetable is a guess", 5: "Nobody reads notices",
    }  # fmt: skip
    (only,) = suggestions(texts)
    assert set(only.notes) == {1, 2}
    assert set(only.shared) == {"Berths", "close", "warning"}
    assert only.same


def test_what_lies_in_a_cluster_stays_there() -> None:
    texts = {
        1: "Berths close without warning", 2: "A berth closes without warning",
        3: "Warning before a berth closes", 4: "Crews eat late", 5: "Nobody reads notices",
        6: "Timetables guess",
    }  # fmt: skip
    assert [set(one.notes) for one in suggestions(texts, {1: "a", 2: "a", 3: "a"})] == []
    (only,) = suggestions(texts, {1: "a", 2: "a"})
    assert 3 in only.notes
    (only,) = suggestions(texts, {1: "a", 2: "b"})
    assert len({1, 2} & set(only.notes)) == 1


@pytest.mark.parametrize(
    ("forms", "same"),
    [
        (("timetable", "timetables"), True),
        (("swap", "swaps", "swapped", "swapping"), True),
        (("family", "families"), True),
        (("rechnung", "rechnungen"), True),
        (("harbour", "harbours"), True),
        (("publication", "publications"), True),
        (("signal", "signed"), False),
        (("port", "porridge"), False),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...], same: bool) -> None:
    assert (len({stem(form) for form in forms}) == 1) == same


def test_common_words_and_marks_are_no_words_to_share() -> None:
    assert words_of("We are not at the, of und der la – !") == {}
    assert list(words_of("Nobody reads the Fahrpläne").values()) == ["reads", "Fahrpläne"]
    assert words_of("漢字 12") != {}
    assert all(word == word.strip().lower() for word in STOP_WORDS)


texts = st.dictionaries(st.integers(), st.text("abcdef .", max_size=30), max_size=20)


@given(texts)
def test_no_note_is_in_two_suggestions(given_texts: dict[int, str]) -> None:
    found = [note for one in suggestions(given_texts) for note in one.notes]
    assert len(found) == len(set(found))
    assert set(found) <= given_texts.keys()
    for one in suggestions(given_texts):
        assert 2 <= len(one.notes) <= MOST_TOGETHER
        assert one.shared


@given(texts)
def test_likeness_lies_between_nothing_and_the_same(given_texts: dict[int, str]) -> None:
    for pair in pairs(given_texts):
        assert 0 < pair.likeness <= 1 + 1e-9
