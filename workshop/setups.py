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
_prompts: dict[str, str] = {}
_beginnings: dict[str, dict[str, Any]] = {}


def setup_of(kind: str, prompt: str, **begins: Any) -> Callable[[type[Settings]], type[Settings]]:
    """Class decorator: these are the settings of stages of `kind`. A new stage of it has this
    prompt, and in its settings what it `begins` with."""

    def register(cls: type[Settings]) -> type[Settings]:
        _types[kind] = cls
        _prompts[kind] = prompt
        _beginnings[kind] = begins
        return cls

    return register


def settings_types() -> dict[str, type[Any]]:
    """Kind to settings class, in the order of the kinds."""
    importlib.import_module("workshop.kinds")
    return _types


def new_settings(kind: str) -> Any:
    """The settings of a new stage. What a file leaves out is not filled in with these: contents
    that a kind begins with may change, and a stage that was made keeps its own."""
    return settings_types()[kind](**_beginnings[kind])


def prompt_of(kind: str) -> str:
    """The prompt of a new stage."""
    settings_types()
    return _prompts[kind]
