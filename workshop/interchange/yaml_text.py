"""YAML text in, as a tree that knows each value's path and line; plain data out, as YAML text.

Read with the safe loader's rules less three surprises of YAML 1.1: `09:30` is no number, `no` is
no truth value, and a date stays text.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from workshop.errors import DataProblem
from workshop.fields import Plain
from workshop.interchange.source import Source

LARGEST = 20_000_000
"""Bytes of one YAML file without its pictures."""
LARGEST_WITH_PICTURES = 100_000_000
PICTURES = "pictures"
"""The section whose bytes do not count for the smaller limit."""
DEEPEST = 40
"""Levels of lists and mappings inside each other."""
MOST_ALIASES = 100
MOST_VALUES = 500_000
"""Values of one file, as they stand and after every alias is written out."""

_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SafeDumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

_RESOLVERS = {
    "null": (r"^(?:~|null|)$", ["~", "n", ""]),
    "bool": (r"^(?:true|false)$", ["t", "f"]),
    "int": (r"^[-+]?(?:0|[1-9][0-9]{0,17})$", list("-+0123456789")),
    "float": (
        r"^[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]*(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)$",
        list("-+0123456789"),
    ),
}


class _Loader(_SafeLoader):  # type: ignore[misc]
    """The safe loader, with fewer words that turn into something else."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  (PyYAML's own class attribute)


class _Dumper(_SafeDumper):  # type: ignore[misc]
    """The safe dumper, which puts quotes round what any reader of YAML, also this one, would take
    for something else than text. What stands in two places is written twice."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


for _name, (_pattern, _first) in _RESOLVERS.items():
    for _class in (_Loader, _Dumper):
        _class.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(_pattern), _first)


def read_yaml(text: str, name: str) -> Source:
    """The tree of a YAML document. `name` is the file's name, for messages.

    Raises `DataProblem` for text that is not YAML, too large, too deep or too tangled, for tags,
    and for a field that stands twice in one place.
    """
    text = text.removeprefix("\ufeff")
    try:
        if len(text.encode()) > LARGEST_WITH_PICTURES:
            raise DataProblem("data.too_large", file=name, limit=LARGEST_WITH_PICTURES)
    except UnicodeEncodeError as error:
        raise DataProblem("data.not_text", file=name) from error
    try:
        _refuse_tangles(text, name)
        root = yaml.compose(text, _Loader)
        if root is None:
            raise DataProblem("data.empty", file=name)
        _Counter(name).count(root)
        _check_size(text, root, name)
        return Source(root, _Loader("").construct_document, name)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = error.problem or error.context or "not YAML"
        raise DataProblem("data.not_yaml", file=name, line=line, found=problem) from error
    except yaml.YAMLError as error:
        found = getattr(error, "reason", None) or str(error).splitlines()[0]
        raise DataProblem("data.not_yaml", file=name, line=1, found=found) from error


def _check_size(text: str, root: Any, name: str) -> None:
    fields = root.value if isinstance(root, yaml.MappingNode) else ()
    spans = [(key.start_mark.index, value.end_mark.index) for key, value in fields
             if key.value == PICTURES]  # fmt: skip
    start, end = spans[0] if spans else (0, 0)
    if len(text[:start].encode()) + len(text[end:].encode()) > LARGEST:
        raise DataProblem("data.too_large", file=name, limit=LARGEST)


def _refuse_tangles(text: str, name: str) -> None:
    """Counts levels, values and aliases in the stream, and refuses tags, before anything is built
    of it, which takes many times as long."""
    stream = _Stream(name)
    for event in yaml.parse(text, _Loader):
        tag = getattr(event, "tag", None)
        if tag is not None:
            raise DataProblem("data.tag", file=name, line=_line(event), found=tag)
        if isinstance(event, yaml.CollectionEndEvent):
            stream.levels.pop()
        elif isinstance(event, yaml.NodeEvent):
            stream.take(event)


class _Stream:
    """Counts what comes by, as it stands, before any alias is written out."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._values = self._aliases = 0
        self.levels: list[int | None] = []
        """For each list that is open None, for each mapping 0 before a key and 1 before a value."""

    def take(self, event: Any) -> None:
        """The next key or value. Raises `DataProblem` for one too many, or one too deep."""
        if isinstance(event, yaml.AliasEvent):
            self._aliases += 1
            if self._aliases > MOST_ALIASES:
                raise DataProblem("data.too_many_aliases", file=self._name, limit=MOST_ALIASES)
        self._values += self._is_value()
        if self._values > MOST_VALUES:
            raise DataProblem("data.too_many", file=self._name, limit=MOST_VALUES)
        if isinstance(event, yaml.CollectionStartEvent):
            self.levels.append(0 if isinstance(event, yaml.MappingStartEvent) else None)
            if len(self.levels) > DEEPEST:
                line = _line(event)
                raise DataProblem("data.too_deep", file=self._name, line=line, limit=DEEPEST)

    def _is_value(self) -> int:
        """Whether what comes is a value rather than a key, as 1 or 0."""
        held = self.levels[-1] if self.levels else None
        if held is None:
            return 1
        self.levels[-1] = 1 - held
        return held


class _Counter:
    """Counts the values of a tree with every alias written out."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._sizes: dict[int, int] = {}
        self._under_way: set[int] = set()

    def count(self, node: Any) -> int:
        """The number of values; raises `DataProblem` for too many, or one inside itself."""
        known = self._sizes.get(id(node))
        if known is not None:
            return known
        if id(node) in self._under_way:
            raise DataProblem("data.inside_itself", file=self._name, line=_line(node))
        self._under_way.add(id(node))
        size = 1 + sum(self.count(child) for child in self._children(node))
        self._under_way.discard(id(node))
        if size > MOST_VALUES:
            raise DataProblem("data.too_many", file=self._name, limit=MOST_VALUES)
        self._sizes[id(node)] = size
        return size

    def _children(self, node: Any) -> list[Any]:
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        if not isinstance(node, yaml.MappingNode):
            return []
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise DataProblem("data.bad_key", file=self._name, line=_line(key))
            if key.value in seen:
                raise DataProblem("data.twice", file=self._name, line=_line(key), found=key.value)
            seen.add(key.value)
        return [value for _, value in node.value]


def _line(node: Any) -> int:
    return int(node.start_mark.line) + 1


def write_yaml(data: Plain) -> str:
    """Plain data as YAML text, fields in the order given, lines up to 100 characters."""
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
    return text
