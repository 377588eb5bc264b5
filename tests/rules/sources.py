"""The project's Python files, as the rules read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("workshop", "exports", "ui", "assets")


@dataclass(frozen=True)
class Module:
    """One Python file: its dotted name, its path and its syntax tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def where(self) -> str:
        """Its path within the project, for messages."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def lines(self) -> int:
        return len(self.path.read_text(encoding="utf-8").splitlines())

    def imports(self) -> Iterator[str]:
        """Every module that it imports anywhere, by dotted name."""
        return imports_of(self.tree, self.name, self.path.name == "__init__.py")

    def imports_at_once(self) -> Iterator[str]:
        """The modules that it imports when it is imported itself, but for typing alone."""
        kinds = ast.Import | ast.ImportFrom
        top = ast.Module([node for node in self.tree.body if isinstance(node, kinds)], [])
        return imports_of(top, self.name, self.path.name == "__init__.py")


def imports_of(tree: ast.AST, name: str, is_package: bool) -> Iterator[str]:
    """The dotted names of what a tree imports; `from a import b` gives both `a` and `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                up = name.split(".")[: None if is_package and node.level == 1 else -node.level]
                base = ".".join([*up, base] if base else up)
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


@cache
def modules(*packages: str) -> tuple[Module, ...]:
    """The modules of these packages, of all without any."""
    files = [file for package in packages or PACKAGES for file in (ROOT / package).rglob("*.py")]
    return tuple(_module(file) for file in sorted(files))


def _module(file: Path) -> Module:
    parts = file.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, file, ast.parse(file.read_text(encoding="utf-8")))


def is_in(name: str, package: str) -> bool:
    """Whether a dotted name is that package or something in it."""
    return name == package or name.startswith(package + ".")
