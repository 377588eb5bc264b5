"""Text that means harm, or is no YAML: refused with a sentence, whatever it is."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.canonical import differences
from tests.property.values import LINES, TEXTS
from tests.workshop.interchange.documents import SMALL
from workshop.errors import DataProblem
from workshop.interchange.reader import read_file, read_workshop
from workshop.interchange.writer import write_workshop
from workshop.interchange.yaml_text import (
    DEEPEST,
    LARGEST,
    LARGEST_WITH_PICTURES,
    MOST_ALIASES,
    MOST_VALUES,
    read_yaml,
    write_yaml,
)

HEAD = "schema: coxswain/workshop@1\nworkshop: {id: a, title: A}\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefg", "bcdefgh", strict=True)
)
"""Ten values, nine times over, seven times over."""


CHAIN = "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, MOST_ALIASES))
"""Deep only once every alias is written out."""


def refusal(text: str) -> DataProblem:
    with pytest.raises(DataProblem) as caught:
        read_workshop(text, "bad.yaml")
    assert caught.value.facts["file"] == "bad.yaml"
    return caught.value


HOSTILE = [
    ("", "data.empty", None),
    ("\n# nothing but a remark\n", "data.empty", None),
    ("\ufeff", "data.empty", None),
    ("- a\n- b\n", "data.value", 1),
    ("just text", "data.value", 1),
    ("schema: [", "data.not_yaml", None),
    ("schema: 'a\n", "data.not_yaml", None),
    (HEAD + "notes:\n\t- nr: 1\n", "data.not_yaml", 4),
    (HEAD + "notes: a\x00b\n", "data.not_yaml", None),
    (HEAD + "notes: \x07\n", "data.not_yaml", None),
    (HEAD + "notes: \ud800\n", "data.not_text", None),
    (HEAD + 'fiction_notice: "\\ud800"\n', "data.not_yaml", 3),
    (HEAD + 'fiction_notice: "\\uZZZZ"\n', "data.not_yaml", 3),
    (HEAD + "---\n" + HEAD, "data.not_yaml", 3),
    (HEAD + "workshop: {id: b, title: B}\n", "data.twice", 3),
    (HEAD + "fiction_notice: a\n'fiction_notice': b\n", "data.twice", 4),
    (HEAD + "? [a]\n: b\n", "data.bad_key", 3),
    (HEAD + "? {a: b}\n: b\n", "data.bad_key", 3),
    (HEAD + "notes: *nowhere\n", "data.not_yaml", 3),
    (HEAD + "notes: &a [*a]\n", "data.inside_itself", 3),
    (HEAD + "notes: &a {b: {c: *a}}\n", "data.inside_itself", 3),
    (HEAD + BOMB, "data.too_many", None),
    (HEAD + "notes: " + "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "data.too_deep", 3),
    (HEAD + "notes: " + "[" * 100_000, "data.too_deep", 3),
    (HEAD + "notes: " + "{a: " * 100_000, "data.too_deep", 3),
    (HEAD + "a: &a x\nb: [" + "*a, " * (MOST_ALIASES + 1) + "]\n", "data.too_many_aliases", None),
    (HEAD + "notes: !!python/object/apply:os.system [echo]\n", "data.tag", 3),
    (HEAD + "notes: !!python/name:os.system\n", "data.tag", 3),
    (HEAD + "notes: !!binary aGVsbG8=\n", "data.tag", 3),
    (HEAD + "notes: !!set {a, b}\n", "data.tag", 3),
    (HEAD + "notes: !!int abc\n", "data.tag", 3),
    (HEAD + "notes: !!timestamp 2026-99-99\n", "data.tag", 3),
    (HEAD + "? !!python/none x\n: y\n", "data.tag", 3),
    (HEAD + "notes: !own {a: b}\n", "data.tag", 3),
    ("%TAG ! tag:example.org,2026:\n---\n" + HEAD + "notes: !a b\n", "data.tag", 5),
    (HEAD + "base: &base {a: b}\nrhythm:\n  <<: *base\n", "data.unknown", 5),
    (HEAD + "<<: {a: b}\n", "data.unknown", 3),
    (HEAD + CHAIN, "data.unknown", 3),
    ("schema: coxswain/workshop@2\n", "data.value", 1),
    ("schema: coxswain/template@1\n", "data.value", 1),
    ("workshop: {id: a, title: A}\n", "data.missing", 1),
    ("schema: coxswain/workshop@1\n", "data.missing", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "key", "line"), HOSTILE)
def test_hostile_text_is_refused(text: str, key: str, line: int | None) -> None:
    refused = refusal(text)
    assert refused.key == key
    if line is not None:
        assert refused.facts["line"] == line


def test_a_file_that_is_too_large_is_not_read_further(tmp_path: Path) -> None:
    assert LARGEST == 20_000_000
    refused = refusal(HEAD + "fiction_notice: " + "x" * LARGEST)
    assert (refused.key, refused.facts["limit"]) == ("data.too_large", LARGEST)


def test_pictures_do_not_count_for_the_smaller_limit() -> None:
    pictures = "pictures: " + "x" * LARGEST + "\n"
    assert refusal(pictures + HEAD).key == "data.value", "it is read, and is no list"
    assert refusal(pictures + "notes: " + "é" * (LARGEST // 2) + "\n").key == "data.too_large"


def test_a_file_that_is_too_large_with_its_pictures_is_not_read(tmp_path: Path) -> None:
    text = HEAD + "pictures: " + "x" * LARGEST_WITH_PICTURES
    file = tmp_path / "large.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataProblem) as caught:
        read_file(file)
    assert caught.value.key == "data.too_large"
    assert caught.value.facts["limit"] == LARGEST_WITH_PICTURES


def test_more_values_than_any_workshop_has_are_counted_before_they_are_built() -> None:
    refused = refusal(HEAD + "notes: [" + "a," * (2 * MOST_VALUES + 1) + "]")
    assert refused.key == "data.too_many"


@pytest.mark.parametrize("where", ["years_here", "seat"])
@pytest.mark.parametrize(
    "number", [".inf", "-.INF", ".nan", "1e999", "9" * 30, "-" + "9" * 19, "0x10", "0o7", "1_0"]
)
def test_numbers_that_are_none_are_refused(where: str, number: str) -> None:
    text = SMALL.replace("decider: true}", f"decider: true, {where}: {number}}}", 1)
    assert refusal(text).key in ("data.value", "data.unknown")


TYPED: list[tuple[str, Any]] = [
    ("09:30", "09:30"), ("no", "no"), ("Yes", "Yes"), ("on", "on"), ("True", "True"),
    ("2026-10-06", "2026-10-06"), ("1:2:3", "1:2:3"), ("08", "08"), ("0123", "0123"),
    ("1_000", "1_000"), (".inf", ".inf"), (".nan", ".nan"), ("0x1F", "0x1F"), ("Null", "Null"),
    ("=", "="), ("<<", "<<"), ("true", True), ("false", False), ("null", None), ("~", None),
    ("", None), ("0", 0), ("-7", -7), ("+7", 7), ("123456789012345678", 123456789012345678),
    ("3.1", 3.1), ("1e5", 1e5), ("-0.5", -0.5), ("1.", 1.0), ("'5'", "5"), ('"true"', "true"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), TYPED)
def test_what_people_type_means_what_it_looks_like(typed: str, meant: Any) -> None:
    found = read_yaml(f"a: {typed}", "typed.yaml").fields()["a"].plain
    assert (found, type(found)) == (meant, type(meant))


@given(st.text(max_size=80) | st.sampled_from(TEXTS + LINES))
def test_any_text_is_written_so_that_it_reads_back_as_that_text(text: str) -> None:
    data = {"a": text, "b": [text, {"c": text}], "d": {text or "e": text}}
    try:
        found = read_yaml(write_yaml(data), "any.yaml").plain
    except DataProblem:
        # Lone surrogates cannot be written as UTF-8; no record takes them.
        assert any("\ud800" <= letter <= "\udfff" for letter in text)
    else:
        assert found == data


@given(st.text(max_size=200))
def test_no_text_whatever_does_anything_but_be_refused(text: str) -> None:
    assert refusal(text).key.startswith("data.")


@given(
    st.integers(0, len(SMALL)),
    st.integers(0, 40),
    st.text(max_size=8)
    | st.sampled_from(("&a ", "*a", "!!str ", "<<: ", "- ", "\n", "{", "]", ":")),
)
def test_a_file_with_a_piece_cut_out_or_put_in_is_read_or_refused(
    at: int, count: int, put_in: str
) -> None:
    text = SMALL[:at] + put_in + SMALL[at + count :]
    with suppress(DataProblem):
        workshop = read_workshop(text, "cut.yaml")
        again = read_workshop(write_workshop(workshop), "again.yaml")
        assert differences(workshop, again) == []
