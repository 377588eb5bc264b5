import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.errors import Refused
from workshop.rules.one_string import Entry, entries, parse, write
from workshop.rules.scale import Scale

STANCES = Scale(1, 8)
FEELINGS = Scale(-3, 3)
ROOM = ["imara", "tobin", "rukmini", "oskar"]


def test_one_digit_per_person_in_seating_order() -> None:
    assert parse("2233", ROOM, STANCES) == {"imara": 2, "tobin": 2, "rukmini": 3, "oskar": 3}


def test_a_minus_goes_before_a_negative_value() -> None:
    values = parse("01010102-20-1", range(11), FEELINGS)
    assert list(values.values()) == [0, 1, 0, 1, 0, 1, 0, 2, -2, 0, -1]


def test_a_full_stop_is_no_entry() -> None:
    assert parse("1.3.", ROOM, STANCES) == {"imara": 1, "tobin": None, "rukmini": 3, "oskar": None}


def test_spaces_and_commas_only_help_the_eye() -> None:
    assert parse(" 2, 2 ,-3\t3 ", ROOM, FEELINGS) == parse("22-33", ROOM, FEELINGS)


def test_entries_know_where_they_stand_in_the_text() -> None:
    assert entries("1, -2.", FEELINGS) == (Entry(1, 0, 1), Entry(-2, 3, 5), Entry(None, 5, 6))


@pytest.mark.parametrize(
    ("text", "scale", "key", "facts"),
    [
        ("22", STANCES, "string.too_short", {"entered": 2, "of": 4, "next": "rukmini"}),
        ("", STANCES, "string.too_short", {"entered": 0, "of": 4, "next": "imara"}),
        ("22 33 12", STANCES, "string.too_long", {"entered": 6, "of": 4, "at": 6}),
        (
            "2 2 1 9",
            STANCES,
            "string.off_scale",
            {"value": 9, "lowest": 1, "highest": 8, "place": 4, "at": 6},
        ),
        (
            "2-23",
            STANCES,
            "string.off_scale",
            {"value": -2, "lowest": 1, "highest": 8, "place": 2, "at": 1},
        ),
        ("2x23", STANCES, "string.unknown_character", {"character": "x", "place": 2, "at": 1}),
        ("1²23", STANCES, "string.unknown_character", {"character": "²", "place": 2, "at": 1}),
        ("1 - 23", FEELINGS, "string.lone_minus", {"place": 2, "at": 2}),
        ("121-", FEELINGS, "string.lone_minus", {"place": 4, "at": 3}),
    ],
)
def test_a_wrong_string_is_refused_with_its_place(
    text: str, scale: Scale, key: str, facts: dict[str, object]
) -> None:
    with pytest.raises(Refused) as refusal:
        parse(text, ROOM, scale)
    assert refusal.value.key == key
    assert refusal.value.facts == facts


def test_no_scale_goes_beyond_one_digit() -> None:
    assert -9 in Scale(-9, 9)
    for lowest, highest in ((0, 10), (-10, 0), (3, 3)):
        with pytest.raises(ValueError, match="no scale"):
            Scale(lowest, highest)


@given(st.lists(st.none() | st.integers(-3, 3)))
def test_what_is_written_reads_as_it_was(values: list[int | None]) -> None:
    read = parse(write(values), range(len(values)), FEELINGS)
    assert list(read.values()) == values


def right_part(text: str) -> str:
    """`text` up to its first mistake."""
    try:
        entries(text, FEELINGS)
    except Refused as refusal:
        return text[: int(str(refusal.facts["at"]))]
    return text


@given(st.text(alphabet="0123-., x"))
def test_every_character_before_a_mistake_is_read_or_helps_the_eye(text: str) -> None:
    right = right_part(text)
    read = entries(right, FEELINGS)
    assert all(entry.value is None or entry.value in FEELINGS for entry in read)
    pieces = [right[entry.start : entry.end] for entry in read]
    assert "".join(pieces) == right.replace(",", "").replace(" ", "")
