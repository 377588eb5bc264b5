"""Names and folders for new files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import settings
from ui.folders import data_folder
from ui.new_workshop.place import LONGEST, file_name, free_path, usual_folder
from ui.settings import Settings


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Vision in a half day", "Vision in a half day"),
        ("Zürich: what/next? <now>", "Zürich what next now"),
        ("  ...  ", "Workshop"),
        ("", "Workshop"),
        ("a\nb\tc", "a b c"),
        ("con", "con workshop"),
        ("LPT1.old", "LPT1.old workshop"),
        ("console", "console"),
        ("Plan v1.", "Plan v1"),
        ("../../etc/passwd", "etc passwd"),
    ],
)
def test_a_title_becomes_a_name(title: str, name: str) -> None:
    assert file_name(title) == name


@given(title=st.text(max_size=300))
def test_any_title_becomes_a_name_that_a_file_can_have(title: str, tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    name = file_name(title)
    assert 1 <= len(name) <= LONGEST
    folder = tmp_path_factory.mktemp("names")
    path = free_path(folder, title)
    path.touch()
    assert path.parent == folder
    assert [each.name for each in folder.iterdir()] == [path.name]


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        path = free_path(tmp_path, "Harbour")
        path.touch()
        names.append(path.name)
    assert names == ["Harbour.workshop", "Harbour 2.workshop", "Harbour 3.workshop"]


def test_the_last_folder_is_used_while_it_is_there(tmp_path: Path) -> None:
    store = Settings(tmp_path / "settings.json")
    assert usual_folder(store).name == "Coxswain"
    store[settings.LAST_FOLDER] = str(tmp_path)
    assert usual_folder(store) == tmp_path
    store[settings.LAST_FOLDER] = str(tmp_path / "gone")
    assert usual_folder(store).name == "Coxswain"


def test_the_folder_of_the_sample_is_not_where_people_keep_their_work(tmp_path: Path) -> None:
    store = Settings(tmp_path / "settings.json")
    data_folder().mkdir(parents=True)
    store[settings.LAST_FOLDER] = str(data_folder())
    assert usual_folder(store).name == "Coxswain"
