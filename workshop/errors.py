"""Expected errors: bad input and trouble with files.

An expected error carries a key and the facts a sentence needs; `ui.messages` words it. Anything
else that is raised is a bug. The names say what happened rather than end in Error.
"""

from __future__ import annotations


class CoxswainError(Exception):
    """An expected error. `key` names what went wrong, `facts` say where and with what."""

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key, facts)
        self.key = key
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.key}({told})"

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.key, self.facts))


class Refused(CoxswainError):  # noqa: N818
    """Impossible data or a step that cannot be taken; the state is as it was before."""


class Invalid(Refused):
    """A value that a field does not take. Facts: record, field, found, allowed."""


class Conflict(Refused):
    """Undo or redo met a row that has changed since. Facts: step, record, id."""


class DataProblem(CoxswainError):  # noqa: N818
    """A YAML file that cannot be read as it stands. Facts: file, line, path, found, allowed."""


class FileProblem(CoxswainError):  # noqa: N818
    """A workshop file that cannot be opened, read or written. Facts: file and what was seen."""


def _rebuild(cls: type[CoxswainError], key: str, facts: dict[str, object]) -> CoxswainError:
    return cls(key, **facts)
