import pytest

from workshop.rules.note_budget import check_in_seconds, notes_each, typing_minutes


@pytest.mark.parametrize(
    ("per_person", "timed_for", "present", "each"),
    [
        (3, 10, 10, 3),
        (3, 10, 14, 2),
        (3, 10, 7, 4),
        (1, 10, 14, 1),  # never none
        (3, 10, 0, 3),  # nobody has come yet
        (0, 10, 8, None),  # no budget
    ],
)
def test_the_notes_of_the_plan_are_shared_by_those_present(
    per_person: int, timed_for: int, present: int, each: int | None
) -> None:
    assert notes_each(per_person, timed_for, present) == each


@pytest.mark.parametrize(("notes", "minutes"), [(28, 11), (33, 13), (0, 0), (1, 0), (5, 2)])
def test_typing_a_note_takes_two_fifths_of_a_minute(notes: int, minutes: int) -> None:
    assert typing_minutes(notes) == minutes


@pytest.mark.parametrize(
    ("present", "seconds"), [(10, 30), (14, 21), (11, 27), (40, 10), (5, 60), (0, 30)]
)
def test_the_check_in_keeps_its_length(present: int, seconds: int) -> None:
    assert check_in_seconds(30, 10, present) == seconds
