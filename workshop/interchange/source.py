"""A value read from YAML, with its path and line, and what has been taken from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import yaml

from workshop.errors import DataProblem
from workshop.fields import Plain

SHOWN = 60
"""Characters of a value that a message repeats."""


class Source:
    """One value of a YAML document. Fields are taken by name; `finish` refuses what is left."""

    def __init__(
        self,
        node: Any,
        construct: Callable[[Any], Plain],
        file: str,
        path: str = "",
        line: int | None = None,
    ) -> None:
        self._node = node
        self._construct = construct
        self.line = int(node.start_mark.line) + 1 if line is None else line
        """The line on which it stands, or its name if it has one, from 1."""
        self._fields: dict[str, Source] | None = None
        self._taken: set[str] = set()
        self.file = file
        self.path = path

    @property
    def plain(self) -> Plain:
        """The value as plain data."""
        return self._construct(self._node)

    @property
    def name(self) -> str:
        """The value as a name, as it would stand in front of a colon; raises `DataProblem` for
        fields and lists."""
        if self.is_mapping or self.is_list:
            self.fail("a name")
        return str(self._node.value)

    @property
    def is_mapping(self) -> bool:
        return isinstance(self._node, yaml.MappingNode)

    @property
    def is_list(self) -> bool:
        return isinstance(self._node, yaml.SequenceNode)

    @property
    def is_null(self) -> bool:
        return isinstance(self._node, yaml.ScalarNode) and self._node.tag.endswith(":null")

    def fail(self, allowed: str, found: object = None, field: str = "") -> NoReturn:
        """Refuses this value, or that of a `field` of it: `allowed` says what could stand here."""
        raise DataProblem(
            "data.value",
            file=self.file,
            line=self.line,
            path=self._path_to(field) if field else self.path,
            found=self._shown() if found is None else _short(str(found)),
            allowed=allowed,
        )

    def fail_rule(self, rule: str) -> NoReturn:
        """Refuses fields of which each is right and which break a rule together."""
        raise DataProblem("data.rule", file=self.file, line=self.line, path=self.path, rule=rule)

    def fail_twice(self, found: object = None) -> NoReturn:
        """Refuses this value, or the name `found` in it, because it stands there twice."""
        shown = self._shown() if found is None else _short(str(found))
        raise DataProblem("data.twice", file=self.file, line=self.line, path=self.path, found=shown)

    def _shown(self) -> str:
        if self.is_mapping or self.is_list:
            return "a list" if self.is_list else "fields"
        return _short(str(self._node.value))

    def fields(self) -> dict[str, Source]:
        """The fields of a mapping by name; raises `DataProblem` for anything else."""
        if not self.is_mapping:
            self.fail("fields with values")
        if self._fields is None:
            self._fields = {
                key.value: self._child(node, self._path_to(key.value), key.start_mark.line + 1)
                for key, node in self._node.value
            }
        return self._fields

    def _path_to(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def _child(self, node: Any, path: str, line: int | None = None) -> Source:
        return Source(node, self._construct, self.file, path, line)

    def get(self, name: str) -> Source | None:
        """The field of this name, or None where it is missing or null. It counts as taken."""
        self._taken.add(name)
        found = self.fields().get(name)
        return None if found is None or found.is_null else found

    def need(self, name: str) -> Source:
        """The field of this name; raises `DataProblem` where it is missing."""
        found = self.get(name)
        if found is None:
            raise DataProblem(
                "data.missing", file=self.file, line=self.line, path=self.path, field=name
            )
        return found

    def items(self) -> Iterator[Source]:
        """The items of a list; raises `DataProblem` for anything else."""
        if not self.is_list:
            self.fail("a list")
        for position, node in enumerate(self._node.value, 1):
            yield self._child(node, f"{self.path}[{position}]")

    def one_or_many(self) -> Iterator[Source]:
        """The items of a list, or the value itself where it stands alone."""
        if self.is_list:
            yield from self.items()
        else:
            yield self

    def each(self, name: str) -> Iterator[Source]:
        """The items of the list in this field; none where it is missing."""
        found = self.get(name)
        return iter(()) if found is None else found.items()

    def parts(self, name: str) -> Iterator[Source]:
        """The items of this field, a list or a single value; none where it is missing."""
        found = self.get(name)
        return iter(()) if found is None else found.one_or_many()

    def entries(self, name: str) -> Iterator[tuple[str, Source]]:
        """Name and value of each field of the mapping in this field; none where it is missing."""
        found = self.get(name)
        return iter(()) if found is None else iter(found.fields().items())

    def finish(self) -> None:
        """Refuses the first field that nobody has taken, by name."""
        for name, found in self.fields().items():
            if name not in self._taken:
                raise DataProblem(
                    "data.unknown",
                    file=self.file,
                    line=found.line,
                    path=found.path,
                    field=_short(name),
                    allowed=sorted(self._taken),
                )

    def with_changes(self, changes: Source, *but: str) -> Source:
        """This mapping with the fields of `changes` in place of its own, less those of `but`."""
        merged = Source(changes._node, self._construct, changes.file, changes.path, changes.line)
        changed = {name: found for name, found in changes.fields().items() if name not in but}
        merged._fields = {**self.fields(), **changed}
        return merged


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "\u2026"
