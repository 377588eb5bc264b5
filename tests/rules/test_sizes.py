"""How long files and functions may be. The lists below may only get shorter."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.rules.sources import Module, modules

FILE_AIM, FILE_LIMIT = 300, 400
FUNCTION_LIMIT = 40

LONG_FILES = {
    "assets/fonts/make_fonts.py": 310,
    "tests/property/rows.py": 336,
    "tests/workshop/rules/test_sample_figures.py": 303,
    "tests/workshop/test_impossible.py": 309,
    "ui/console/run.py": 309,
    "ui/console/shown.py": 303,
    "ui/sentences.py": 304,
    "workshop/conditions.py": 303,
    "workshop/fields.py": 324,
}
"""Files over the aim, with the length they may not pass."""


def _all() -> tuple[Module, ...]:
    return modules("workshop", "exports", "ui", "assets", "tests")


def test_no_file_is_too_long() -> None:
    assert {module.where: module.lines for module in _all() if module.lines > FILE_LIMIT} == {}


def test_long_files_get_shorter() -> None:
    long = {module.where: module.lines for module in _all() if module.lines > FILE_AIM}
    grown = {where: length for where, length in long.items() if length > LONG_FILES.get(where, 0)}
    assert grown == {}, "split by what it holds"
    done = {where: limit for where, limit in LONG_FILES.items() if long.get(where, 0) < limit}
    assert done == {}, "it got shorter: write the new length here, or take it out"


def test_no_function_is_too_long() -> None:
    found = [(where, length) for where, length in _functions() if length > FUNCTION_LIMIT]
    assert found == []


def _functions() -> Iterator[tuple[str, int]]:
    for module in _all():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                last = node.end_lineno or node.lineno
                yield f"{module.where}:{node.name}", last - node.lineno + 1
