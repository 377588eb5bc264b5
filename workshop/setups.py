"""Which settings belong to which stage kind.

Each module of `workshop.kinds` names its settings here when it is imported; records and files,
which stand below the kinds, ask here.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any, TypeVar

Settings = TypeVar("Settings")

_types: dict[str, type[Any]] = {}


def setup_of(kind: str) -> Callable[[type[Settings]], type[Settings]]:
    """Class decorator: these are the settings of stages of `kind`."""

    def register(cls: type[Settings]) -> type[Settings]:
        _types[kind] = cls
        return cls

    return register


def settings_types() -> dict[str, type[Any]]:
    """Kind to settings class, in the order of the kinds."""
    importlib.import_module("workshop.kinds")
    return _types
