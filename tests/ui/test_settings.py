"""Settings: read, kept, set aside when broken; nothing of them stops the program."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import settings
from ui.folders import settings_folder
from ui.settings import APPEARANCE, LAST_FOLDER, MAXIMIZED, TABLE, WINDOW_SIZE, Settings

JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=5,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "settings.json"


def test_defaults_hold_where_nothing_was_kept(file: Path) -> None:
    store = Settings(file)
    assert store[APPEARANCE] == "system"
    assert store[WINDOW_SIZE] == (1280, 800)
    assert store.said == ""
    assert not file.exists()


def test_what_is_set_is_kept(file: Path) -> None:
    store = Settings(file)
    store[APPEARANCE] = "dark"
    store[WINDOW_SIZE] = (1600, 900)
    store[MAXIMIZED] = True
    again = Settings(file)
    assert (again[APPEARANCE], again[WINDOW_SIZE], again[MAXIMIZED]) == ("dark", (1600, 900), True)


def test_they_lie_where_the_platform_keeps_settings() -> None:
    Settings()[APPEARANCE] = "light"
    assert (settings_folder() / "settings.json").is_file()


def test_a_value_that_no_setting_takes_is_a_bug(file: Path) -> None:
    with pytest.raises(ValueError, match="appearance"):
        Settings(file)[APPEARANCE] = "sepia"


def test_unknown_settings_stay(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"of_a_later_version": [1, 2], "appearance": "dark"}')
    Settings(file)[APPEARANCE] = "light"
    assert json.loads(file.read_text()) == {"of_a_later_version": [1, 2], "appearance": "light"}


@pytest.mark.parametrize("broken", ["", "{", "[1]", '"x"', "\x00\x01", "[" * 50_000])
def test_a_broken_file_is_set_aside_and_said(file: Path, broken: str) -> None:
    file.parent.mkdir()
    file.write_text(broken)
    store = Settings(file)
    aside = file.with_suffix(".broken.json")
    assert aside.read_text() == broken
    assert str(aside) in store.said
    store[APPEARANCE] = "dark"
    assert Settings(file)[APPEARANCE] == "dark"


def test_every_broken_file_is_kept(file: Path) -> None:
    file.parent.mkdir()
    names = ["settings.broken.json", "settings.broken-2.json", "settings.broken-3.json"]
    for number, name in enumerate(names):
        file.write_text(f"{{ {number}")
        assert name in Settings(file).said
    assert [(file.parent / name).read_text() for name in names] == ["{ 0", "{ 1", "{ 2"]


@pytest.mark.parametrize("half", [r"\ud800", r"a\udfffb"])
def test_half_a_character_stays_what_it_is(file: Path, half: str) -> None:
    file.parent.mkdir()
    file.write_text(f'{{"{half}": 1, "last_folder": "{half}"}}')
    store = Settings(file)
    assert store[LAST_FOLDER] == ""
    store[APPEARANCE] = "dark"
    again = Settings(file)
    assert again[APPEARANCE] == "dark"
    assert again.said == ""
    assert json.loads(f'"{half}"') in json.loads(file.read_bytes())


@pytest.mark.parametrize("found", ["no", "false", 1, [], None])
def test_only_yes_and_no_are_yes_and_no(file: Path, found: object) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({"maximized": found, "last_folder": 5}))
    assert Settings(file)[MAXIMIZED] is False
    assert Settings(file)[LAST_FOLDER] == ""


def test_a_file_that_cannot_be_read_is_said(file: Path) -> None:
    file.mkdir(parents=True)  # a folder in its place
    store = Settings(file)
    assert "could not be read" in store.said
    store[APPEARANCE] = "dark"
    assert store[APPEARANCE] == "dark"
    assert "could not be kept" in store.said


@pytest.mark.skipif(sys.platform == "win32", reason="rights work otherwise there")
def test_rights_of_the_file_stay(file: Path) -> None:
    Settings(file)[APPEARANCE] = "dark"
    file.chmod(0o600)
    Settings(file)[APPEARANCE] = "light"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@given(found=JSON, setting=st.sampled_from(TABLE))
def test_whatever_stands_in_the_file_a_setting_has_a_value_it_takes(
    found: object, setting: settings.Setting[object]
) -> None:
    assert setting.check(setting.read(found))


def test_each_setting_is_in_the_table_once() -> None:
    assert len({setting.key for setting in TABLE}) == len(TABLE)
    assert LAST_FOLDER in TABLE
    assert all(setting.check(setting.default) for setting in TABLE)
