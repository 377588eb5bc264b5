"""What was typed into the form, kept on disk until a workshop is made of it.

It is written at most a second after the last key and read when the form is opened next, so that
neither a crash nor going back costs anything.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from exports.safe_write import write_bytes
from ui.folders import data_folder
from workshop.frozen import frozen
from workshop.marks import Mark
from workshop.starting import NewFunction, NewPerson

LARGEST = 1_000_000
"""Bytes that are read; a longer file is not ours."""
_TEXTS = ("title", "product", "on", "start", "path")

log = logging.getLogger("coxswain")


@frozen
class Typed:
    """The form as it was: texts of its fields, the people, the list that was being pasted, and
    what stood on the lines that add somebody, by the name of their function."""

    template: str
    texts: Mapping[str, str]
    people: tuple[NewFunction, ...] = ()
    pasted: str = ""
    lines: Mapping[str, str] = field(default_factory=dict)


class Kept:
    """The file. That it cannot be written or read stops nothing and goes to the log."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or data_folder() / "new-workshop.json"

    def read(self) -> Typed | None:
        """What was typed last; None where nothing is kept, or nothing that can be read."""
        try:
            with self.path.open("rb") as file:
                return _typed(json.loads(file.read(LARGEST)))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            log.warning("What was typed last cannot be read: %s", type(error).__name__)
            return None

    def write(self, typed: Typed) -> None:
        """Keeps what was typed in the place of what was there."""
        text = json.dumps(_plain(typed), ensure_ascii=False)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(self.path, text.encode("utf-8", "surrogatepass"))
        except OSError as error:
            log.warning("What is typed cannot be kept: %s", error)

    def forget(self) -> None:
        """Keeps nothing any more."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            log.warning("What was typed cannot be removed: %s", error)


def _plain(typed: Typed) -> dict[str, Any]:
    return {
        "template": typed.template,
        "texts": dict(typed.texts),
        "people": [_plain_function(each) for each in typed.people],
        "pasted": typed.pasted,
        "lines": dict(typed.lines),
    }


def _plain_function(function: NewFunction) -> dict[str, Any]:
    mark = function.mark
    people = [[person.name, person.role, person.decider] for person in function.people]
    drawn = [mark.letter, mark.shape, mark.colour, mark.ring] if mark else None
    return {"name": function.name, "mark": drawn, "people": people}


def _typed(held: Any) -> Typed:
    """Raises ValueError, TypeError, KeyError or AttributeError for what this does not write."""
    return Typed(
        template=str(held["template"]),
        texts={name: str(held["texts"][name]) for name in _TEXTS},
        people=tuple(_function(each) for each in held["people"]),
        pasted=str(held["pasted"]),
        lines={str(name): str(text) for name, text in held["lines"].items()},
    )


def _function(held: Any) -> NewFunction:
    drawn = held["mark"]
    letter, shape, colour, ring = drawn or ("", "", "", False)
    mark = Mark(str(letter), str(shape), str(colour), bool(ring)) if drawn else None
    people = tuple(
        NewPerson(str(name), str(role), bool(decider)) for name, role, decider in held["people"]
    )
    return NewFunction(str(held["name"]), people, mark)
