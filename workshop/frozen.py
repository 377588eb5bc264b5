"""Frozen values with slots, cheap to define.

`dataclasses` writes out up to seven methods of each class as source and compiles them. For the
hundreds of classes here that was a third of the program's start, most of it for methods that a
sitting never calls. Here classes share theirs, and `__init__`, which is called for every row of a
file, is compiled when the first value is made. All else is as `dataclasses` has it: `fields` and
`replace` work, and `FrozenInstanceError` is raised.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, FrozenInstanceError
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def frozen(cls: type[T]) -> type[T]:
    """Class decorator in the place of `dataclass(frozen=True, slots=True)`."""
    return freeze(cls)


def freeze(cls: type[T], *, kw_only: bool = False) -> type[T]:
    """The class as a frozen one, with a slot for each of its fields."""
    make = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)
    made: Any = make(cls)
    names = [item.name for item in dataclasses.fields(made) if item.compare]
    made._values = attrgetter(*(names or ["__class__"]))
    for name, method in _SHARED.items():
        if name not in vars(cls):
            setattr(made, name, method)
    typed: type[T] = made
    return typed


def _first_init(self: Any, *values: Any, **named: Any) -> None:
    """Makes the first value of a class, and the `__init__` that makes the others."""
    cls = type(self)
    cls.__init__ = _written_init(cls)
    cls.__init__(self, *values, **named)


def _written_init(cls: type[Any]) -> Any:
    """`def __init__(self, nr=nr_default, *, text): set_nr(self, nr); set_text(self, text)`"""
    known: dict[str, Any] = {"missing": MISSING}
    by_place, by_name, lines = ["self"], list[str](), list[str]()
    for item in dataclasses.fields(cls):
        name, made = item.name, item.name
        known[f"set_{name}"] = getattr(cls, name).__set__  # the slot's own, which is not frozen
        known[f"{name}_default"], known[f"{name}_factory"] = item.default, item.default_factory
        if item.default_factory is not MISSING:
            made = f"{name}_factory() if {name} is missing else {name}"
        needed = item.default is MISSING and item.default_factory is MISSING
        (by_name if item.kw_only else by_place).append(name if needed else f"{name}={name}_default")
        lines.append(f"    set_{name}(self, {made})")
    if hasattr(cls, "__post_init__"):
        lines.append("    self.__post_init__()")
    arguments = ", ".join([*by_place, *(["*", *by_name] if by_name else [])])
    exec("\n".join([f"def __init__({arguments}):", *(lines or ["    pass"])]), known)
    written = known["__init__"]
    written.__qualname__, written.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    return written


def _equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._values(self) == self._values(other)


def _hashed(self: Any) -> int:
    return hash(self._values(self))


def _shown(self: Any) -> str:
    named = [item.name for item in dataclasses.fields(self) if item.repr]
    held = ", ".join(f"{name}={getattr(self, name)!r}" for name in named)
    return f"{type(self).__qualname__}({held})"


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _taken_apart(self: Any) -> tuple[Any, ...]:
    """For `copy` and `pickle`, which would set one field after the other."""
    held = {item.name: getattr(self, item.name) for item in dataclasses.fields(self)}
    return _put_together, (type(self), held)


def _put_together(cls: type[T], held: dict[str, Any]) -> T:
    return cls(**held)


_SHARED = {
    "__init__": _first_init,
    "__eq__": _equal,
    "__hash__": _hashed,
    "__repr__": _shown,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__reduce__": _taken_apart,
}
