"""Documents damaged at random: each is refused with one problem, or is a workshop as any other."""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable, Iterator
from contextlib import suppress
from random import Random
from typing import Any

import yaml
from hypothesis import event, given, note, settings
from hypothesis import strategies as st

from tests.builders import fill
from tests.canonical import differences
from tests.property.values import KEYS, LINES, TEXTS
from tests.workshop.interchange.documents import SMALL, sample_text
from workshop.errors import DataProblem
from workshop.fields import Plain
from workshop.interchange.reader import read_workshop
from workshop.interchange.writer import as_data, write_workshop
from workshop.interchange.yaml_text import write_yaml
from workshop.state import Workshop

EXAMPLES = settings().max_examples
NUMBERS = (0, -1, 1, 2, 3, 5, 99, 10**18, -(10**18), 0.5, -0.0, 1e300, float("inf"), float("nan"))
SCALARS = (*TEXTS, *LINES, *KEYS, *NUMBERS, None, True, False, "x" * 3000)
OTHERS: tuple[Any, ...] = (
    [],
    {},
    [[]],
    [{}],
    {"id": "a"},
    {"": ""},
    [None],
    {"text": "a"},
    [["a"] * 3] * 3,
)

Place = tuple[Any, Any]
"""Where a value stands: in which list or mapping, under which number or name."""


@functools.cache
def _documents() -> dict[str, Plain]:
    full = Workshop()
    fill(full)
    return {
        "every table": as_data(full),
        "small": yaml.load(SMALL, yaml.CSafeLoader),
        "sample": yaml.load(sample_text(), yaml.CSafeLoader),
    }


def _places(data: Plain) -> Iterator[Place]:
    """Every place in the data."""
    within = list(data.items() if isinstance(data, dict) else enumerate(data))
    for at, held in within:
        yield data, at
        if isinstance(held, dict | list):
            yield from _places(held)


def _replace(data: Plain, rng: Random) -> None:
    within, at = rng.choice(list(_places(data)))
    within[at] = copy.deepcopy(rng.choice(SCALARS if rng.random() < 0.8 else OTHERS))


def _delete(data: Plain, rng: Random) -> None:
    within, at = rng.choice(list(_places(data)))
    del within[at]


def _duplicate(data: Plain, rng: Random) -> None:
    lists = [(within, at) for within, at in _places(data) if isinstance(within, list)]
    within, at = rng.choice(lists)
    within.insert(rng.randrange(len(within) + 1), copy.deepcopy(within[at]))


def _copy_elsewhere(data: Plain, rng: Random) -> None:
    (source, name), (within, at) = rng.choices(list(_places(data)), k=2)
    within[at] = copy.deepcopy(source[name])


def _swap(data: Plain, rng: Random) -> None:
    """Two values of the same list or mapping: a change that often leaves a right document."""
    within, at = rng.choice(list(_places(data)))
    other = rng.choice(list(within) if isinstance(within, dict) else range(len(within)))
    within[at], within[other] = within[other], within[at]


def _rename(data: Plain, rng: Random) -> None:
    named = [(within, at) for within, at in _places(data) if isinstance(within, dict)]
    within, at = rng.choice(named)
    name = rng.choice((*KEYS, *TEXTS[:20], at, 5, None, 1.5))
    within[name] = within.pop(at)


DAMAGE: dict[str, Callable[[Plain, Random], None]] = {
    "replace": _replace, "delete": _delete, "duplicate": _duplicate, "copy": _copy_elsewhere,
    "swap": _swap, "rename": _rename,
}  # fmt: skip


def _look(document: str, damage: list[tuple[str, int]]) -> None:
    data = copy.deepcopy(_documents()[document])
    for how, seed in damage:
        DAMAGE[how](data, Random(seed))
    text = write_yaml(data)
    note(text)
    with suppress(DataProblem):
        workshop = read_workshop(text, "damaged.yaml")
        event("a workshop")
        _comes_back(workshop)


def _comes_back(workshop: Workshop) -> None:
    text = write_workshop(workshop)
    try:
        again = read_workshop(text, "again.yaml")
    except DataProblem as problem:
        raise AssertionError(text) from problem
    assert differences(workshop, again) == []


ONE_DAMAGE = st.tuples(st.sampled_from(sorted(DAMAGE)), st.integers(0, 2**32))


@settings(max_examples=2 * EXAMPLES)
@given(st.sampled_from(("every table", "small")), st.lists(ONE_DAMAGE, min_size=1, max_size=4))
def test_nothing_but_a_problem_or_a_workshop_comes_of_it(
    document: str, damage: list[tuple[str, int]]
) -> None:
    _look(document, damage)


@settings(max_examples=max(1, EXAMPLES // 10))
@given(st.lists(ONE_DAMAGE, min_size=1, max_size=2))
def test_nor_of_the_sample(damage: list[tuple[str, int]]) -> None:
    _look("sample", damage)
