"""`docs/data.md` says of every field what the tables say, and of nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from workshop.catalogue import ELSEWHERE, GROUPS, PARTS, describe, in_yaml, introduction
from workshop.columns import column_of, columns
from workshop.setups import settings_types
from workshop.tables import tables

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "data.md"


def test_the_page_is_as_the_tables_are() -> None:
    assert PAGE.read_text(encoding="utf-8") == describe(), (
        "make it anew: python -m workshop.catalogue > docs/data.md"
    )


def test_the_command_writes_the_page_byte_by_byte() -> None:
    made = subprocess.run(
        [sys.executable, "-m", "workshop.catalogue"], cwd=ROOT, capture_output=True, check=True
    )
    assert made.stdout == PAGE.read_bytes().replace(b"\r\n", b"\n")
    assert made.stderr == b""


def test_every_table_every_field_and_every_kind_has_its_place() -> None:
    lines = describe().splitlines()
    assert [line for line in lines if line.startswith("### ") and "kind " not in line] == [
        f"### {info.name}"
        for module in GROUPS
        for info in tables().values()
        if info.cls.__module__ == f"workshop.records.{module}"
    ]
    assert sum(line.startswith("### kind ") for line in lines) == len(settings_types()) == 19
    for info in tables().values():
        start = lines.index(f"### {info.name}")
        section = lines[start : start + len(columns(info.cls)) + 12]
        for column in columns(info.cls)[:-1]:
            assert any(line.startswith(f"| `{column.name}` |") for line in section)


@pytest.mark.parametrize("name", tables())
def test_every_field_is_said_to_be_written_somehow(name: str) -> None:
    for column in tables()[name].columns:
        if column.name != "id":
            assert in_yaml(column, name)


def test_what_is_said_of_fields_is_said_of_fields_that_are_there() -> None:
    for table, parts in PARTS.items():
        for names in parts.values():
            for field in names.values():
                assert column_of(tables()[table].cls, field).yaml is None or table == "stance"
    for place in ELSEWHERE:
        table, field = place.split(".")
        assert column_of(tables()[table].cls, field).yaml is None


def test_the_introduction_tells_the_limits_that_hold() -> None:
    from workshop.interchange import yaml_text

    text = introduction()
    assert f"{yaml_text.DEEPEST} levels" in text
    assert f"{yaml_text.MOST_ALIASES} aliases" in text
    assert f"{yaml_text.MOST_VALUES:,}".replace(",", " ") + " values" in text
    assert f"{yaml_text.LARGEST // 10**6} MB" in text
