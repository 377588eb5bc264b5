"""Folders that are not of this computer alone are known by what services and systems leave."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from workshop.store import places
from workshop.store.places import (
    Place,
    linux_mounts,
    on_network,
    place_of,
    shared_mount,
    synchronised,
    unix_mounts,
)

FILE = "a.workshop"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def folder(name: str) -> Callable[[Path], Path]:
    def make(home: Path) -> Path:
        made = home / name
        made.mkdir(parents=True)
        return made

    return make


def marked(name: str, mark: str, is_file: bool = False) -> Callable[[Path], Path]:
    def make(home: Path) -> Path:
        made = folder(name)(home)
        (made / mark).touch() if is_file else (made / mark).mkdir()
        return made

    return make


def dropbox(settings: str) -> Callable[[Path], Path]:
    def make(home: Path) -> Path:
        made = folder("Our box")(home)
        about = home / settings
        about.mkdir(parents=True)
        accounts = {"personal": {"path": str(made)}, "business": {"path": str(home / "none")}}
        (about / "info.json").write_text(json.dumps(accounts))
        return made

    return make


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (folder("OneDrive"), places.ONEDRIVE),
        (folder("OneDrive - Harbour plc"), places.ONEDRIVE),
        (folder("Library/CloudStorage/OneDrive-Harbour"), places.ONEDRIVE),
        (marked("work", ".849C9593-D756-4E56-8D6E-42412F2A707B", True), places.ONEDRIVE),
        (folder("Library/CloudStorage/Dropbox"), places.DROPBOX),
        (marked("box", ".dropbox.cache"), places.DROPBOX),
        (dropbox(".dropbox"), places.DROPBOX),
        (dropbox("Local/Dropbox"), places.DROPBOX),
        (folder("Library/Mobile Documents"), places.ICLOUD),
        (folder("iCloudDrive"), places.ICLOUD),
        (folder("Google Drive"), places.GOOGLE_DRIVE),
        (folder("Library/CloudStorage/GoogleDrive-me"), places.GOOGLE_DRIVE),
        (marked("drive", ".tmp.drivedownload"), places.GOOGLE_DRIVE),
    ],
)
def test_a_synchronised_folder(home: Path, make: Callable[[Path], Path], kind: str) -> None:
    made = make(home)
    environment = {"LOCALAPPDATA": str(home / "Local")}
    assert synchronised(made / "deeper" / FILE, home, environment) == Place(kind, made)
    assert synchronised(home / FILE, home, environment) is None


def test_a_folder_that_the_environment_names(tmp_path: Path, home: Path) -> None:
    environment = {"OneDriveCommercial": str(tmp_path / "od"), "OneDrive": ""}
    found = synchronised(tmp_path / "od" / FILE, home, environment)
    assert found == Place(places.ONEDRIVE, tmp_path / "od")
    assert synchronised(tmp_path / "od2" / FILE, home, environment) is None


def test_a_drive_of_its_own(home: Path) -> None:
    root = Path(home.anchor)
    assert synchronised(root / "My Drive" / FILE, home, {}) == Place(
        places.GOOGLE_DRIVE, root / "My Drive"
    )


@pytest.mark.parametrize("settings", ["", "[]", "{", '{"a": 7}', '{"a": {"path": 7}}', "[" * 9999])
def test_settings_of_dropbox_that_say_nothing(home: Path, settings: str) -> None:
    (home / ".dropbox").mkdir()
    (home / ".dropbox" / "info.json").write_text(settings)
    assert synchronised(home / FILE, home, {}) is None


MOUNTINFO = """\
22 27 0:20 / /sys rw,nosuid shared:7 - sysfs sysfs rw
27 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
90 27 0:50 / /mnt/our\\040plans rw,relatime shared:50 - nfs4 server:/plans rw,vers=4.2
91 27 0:51 / /mnt/box rw - cifs //server/box rw
92 91 0:52 / /mnt/box/local rw - ext4 /dev/sdb1 rw
93 27 0:53 / /people/dora/far rw,nosuid - fuse.sshfs dora@far:/ rw
94 27 0:54 / /people/dora/zip rw - fuse.archivemount zip rw
nonsense
"""
MOUNT = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//dora@server/plans on /Volumes/our plans (smbfs, nodev, nosuid, mounted by dora)
server:/export on /Volumes/export (nfs)
nonsense
"""


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("/mnt/our plans/2026/a.workshop", "/mnt/our plans"),
        ("/mnt/box/a.workshop", "/mnt/box"),
        ("/mnt/box/local/a.workshop", ""),
        ("/people/dora/far/a.workshop", "/people/dora/far"),
        ("/people/dora/zip/a.workshop", ""),
        ("/people/dora/a.workshop", ""),
    ],
)
def test_network_drives_of_linux(path: str, folder: str) -> None:
    found = shared_mount(Path(path), linux_mounts(MOUNTINFO))
    assert found == (Place(places.NETWORK, Path(folder)) if folder else None)


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("/Volumes/our plans/a.workshop", "/Volumes/our plans"),
        ("/Volumes/export/a.workshop", "/Volumes/export"),
        ("/Users/dora/a.workshop", ""),
    ],
)
def test_network_drives_of_macos(path: str, folder: str) -> None:
    found = shared_mount(Path(path), unix_mounts(MOUNT))
    assert found == (Place(places.NETWORK, Path(folder)) if folder else None)


@pytest.mark.skipif(os.name == "nt", reason="asks for mounts")
def test_a_system_that_tells_of_no_mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert place_of(tmp_path / FILE) is None
    assert places._read(str(tmp_path / "mountinfo")) == ""
    command = tmp_path / "mount"
    command.write_text("#!/bin/sh\necho server:/x on / '(nfs)'\n")
    command.chmod(0o755)
    monkeypatch.setattr(places, "_read", lambda _: "")
    monkeypatch.setattr(places, "MOUNT", str(command))
    assert on_network(tmp_path) == Place(places.NETWORK, Path("/"))
    monkeypatch.setattr(places, "MOUNT", str(tmp_path / "no such command"))
    assert on_network(tmp_path) is None
