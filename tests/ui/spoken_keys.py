"""The keys of expected errors and the labels of steps, found in the source of the program."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import workshop

ROOT = Path(workshop.__file__).parents[1]
PACKAGES = ("workshop", "exports", "ui")
ERRORS = {"CoxswainError", "Refused", "Invalid", "Conflict", "DataProblem", "FileProblem"}
NO_KEYS = {"note.nr", "workshop.kinds", "info.json"}
"""What looks like a key and is none: a sequence of numbers, a package."""
PATHS_IN = (ROOT / "workshop" / "records", ROOT / "workshop" / "catalogue.py")
"""Here such texts are paths from record to record, or places in YAML."""
_KEY = re.compile(r"[a-z]+\.[a-z]+(_[a-z]+)*")


@dataclass(frozen=True)
class Use:
    """A key where it is used. A `*` in it stands for words that are put in at run time; `facts`
    are those that stand beside it, `open` says that there may be more."""

    key: str
    facts: frozenset[str]
    open: bool
    where: str


def error_keys() -> list[Use]:
    """Every key that an expected error is raised with."""
    return [use for name, use in _uses() if name in ERRORS]


def step_labels() -> list[Use]:
    """Every label that a step is taken with."""
    return [use for name, use in _uses() if name == "step"]


def other_keys() -> list[Use]:
    """Every text that looks like a key, wherever it stands, but for the tables of words."""
    return [
        Use(node.value, frozenset(), True, f"{file.relative_to(ROOT)}:{node.lineno}")
        for file in _files("workshop", "exports")
        if not {file, file.parent} & set(PATHS_IN)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if _KEY.fullmatch(node.value) and node.value not in NO_KEYS
    ]


def _uses() -> Iterator[tuple[str, Use]]:
    for file in _files(*PACKAGES):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                name = _called(node.func)
                for key in _texts(node.args[0]):
                    yield name, _use(node, key, f"{file.relative_to(ROOT)}:{node.lineno}")


def _files(*packages: str) -> list[Path]:
    return [file for package in packages for file in sorted((ROOT / package).rglob("*.py"))]


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _use(call: ast.Call, key: str, where: str) -> Use:
    facts = frozenset(word.arg for word in call.keywords if word.arg is not None)
    more = any(word.arg is None or _is_never_named(word) for word in call.keywords)
    return Use(key, facts, more, where)


def _is_never_named(word: ast.keyword) -> bool:
    """A step that cannot be undone is named nowhere."""
    return (
        word.arg == "undoable"
        and isinstance(word.value, ast.Constant)
        and word.value.value is False
    )


def _texts(node: ast.expr) -> Iterator[str]:
    """What an expression may say: a text, one of two, or a text with a part put in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        parts = (p.value if isinstance(p, ast.Constant) else "*" for p in node.values)
        yield "".join(str(part) for part in parts)
