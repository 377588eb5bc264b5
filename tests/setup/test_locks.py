"""The locks: whole, hashed, one inside the other, and naming no place to fetch from."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.setup.checkouts import PROJECT


def locked(name: str) -> dict[str, tuple[str, int]]:
    """Each package of a lock with its version and the number of its hashes."""
    text = (PROJECT / "requirements" / name).read_text().replace("\\\n", " ")
    packages: dict[str, tuple[str, int]] = {}
    for line in text.splitlines():
        if line and not line.lstrip().startswith("#"):
            requirement = Requirement(line.partition("--hash")[0].strip())
            (pin,) = requirement.specifier
            assert pin.operator == "=="
            packages[canonicalize_name(requirement.name)] = (pin.version, line.count("--hash="))
    return packages


@pytest.mark.parametrize("name", ["run.txt", "test.txt"])
def test_every_package_is_pinned_with_hashes(name: str) -> None:
    assert all(hashes > 0 for _, hashes in locked(name).values())


def test_the_lock_for_tests_holds_the_one_to_run() -> None:
    assert locked("run.txt").items() < locked("test.txt").items()


@pytest.mark.parametrize("name", ["run.txt", "test.txt"])
def test_no_lock_names_a_place(name: str) -> None:
    text = (PROJECT / "requirements" / name).read_text()
    assert not re.search(r"://|--(index|extra-index|find-links)|file:", text)


def test_the_locks_fit_what_the_project_asks_for() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    asked = {
        "run.txt": project["dependencies"],
        "test.txt": project["dependencies"] + project["optional-dependencies"]["test"],
    }
    for name, requirements in asked.items():
        packages = locked(name)
        for requirement in map(Requirement, requirements):
            version, _ = packages[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version), f"{name}: {requirement}"
