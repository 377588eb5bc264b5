"""What Qt needs of the system, and how a lack of it is mended or told."""

from __future__ import annotations

import os
import shutil
import sys

import pytest

from requirements import start, system, tools


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ],
)
def test_a_library_has_a_package(library: str, package: str) -> None:
    assert system.debian_package(library) == package


@pytest.mark.skipif(sys.platform != "linux", reason="other systems need nothing")
def test_what_is_loaded_already_is_not_missing() -> None:
    assert system.loads("libc.so.6")
    assert not system.loads("libcoxswain.so.1")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A bare Debian without fonts; returns the commands that are run to mend it."""
    commands: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system, "loads", lambda library: library == "libGL.so.1")
    monkeypatch.setattr(system, "has_fonts", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(tools, "run", lambda command, _: commands.append(command))
    return commands


def as_user(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getuid", lambda: number, raising=False)


def test_root_installs_and_says_so(
    bare: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    as_user(0, monkeypatch)
    start.add_system_packages("run")
    update, install = bare
    assert update == ["/usr/bin/apt-get", "update"]
    assert install[:4] == ["/usr/bin/apt-get", "--yes", "install", "--no-install-recommends"]
    assert {"libegl1", "fonts-dejavu-core"} < set(install)
    assert "libgl1" not in install
    assert "libegl1" in capsys.readouterr().err


def test_a_user_gets_the_line_to_run(
    bare: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    as_user(1000, monkeypatch)
    with pytest.raises(SystemExit) as stopped:
        start.add_system_packages("x11")
    line = str(stopped.value).splitlines()[-1]
    update, install = line.split(" && ")
    assert update == "sudo apt-get update"
    assert install.startswith("sudo apt-get install --no-install-recommends libegl1 ")
    assert "libxcb-cursor0" in line.split()
    assert bare == []


@pytest.mark.parametrize("part", ["run", "test"])
def test_without_a_display_only_drawing_is_needed(part: str, bare: list[list[str]]) -> None:
    packages = set(system.missing_debian_packages(part))
    assert packages < set(system.missing_debian_packages("x11"))
    assert packages < set(system.missing_debian_packages("wayland"))


def test_under_wayland_the_libraries_for_x_are_enough(
    bare: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "libwayland-client.so.0" in system.missing_libraries("wayland")
    monkeypatch.setattr(system, "loads", lambda library: "wayland" not in library)
    assert system.missing_libraries("wayland") == []
    monkeypatch.setattr(system, "loads", lambda library: "xcb" not in library)
    assert system.missing_libraries("wayland") == []
    assert "libxcb-cursor.so.0" in system.missing_libraries("x11")


def test_another_linux_is_told_the_libraries(
    bare: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SystemExit, match=r"libEGL\.so\.1"):
        start.add_system_packages("run")


def test_a_complete_system_is_left_alone(
    bare: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "loads", lambda _: True)
    monkeypatch.setattr(system, "has_fonts", lambda: True)
    start.add_system_packages("x11")
    assert bare == []
