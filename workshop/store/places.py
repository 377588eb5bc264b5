"""Where a workshop file stands: on this computer, on a network drive, or in a folder that a service
copies to other computers while it is open.

A synchronised folder may take a file away, or hold two versions of it, when it is open on two
computers; on a network drive locks may not hold. So the window says so once for each folder.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from workshop.frozen import frozen

ONEDRIVE, DROPBOX, ICLOUD, GOOGLE_DRIVE = "onedrive", "dropbox", "icloud", "google_drive"
NETWORK = "network"

_SHARED = frozenset(
    {"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afpfs", "afs", "webdav", "davfs", "davfs2",
     "ncpfs", "sshfs", "rclone", "smbnetfs", "gvfsd-fuse"}
)  # fmt: skip
"""File systems of other computers, as Linux and macOS call them."""
_ONEDRIVE_NAMES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_CLOUD_STORAGE = {"OneDrive": ONEDRIVE, "Dropbox": DROPBOX, "GoogleDrive": GOOGLE_DRIVE,
                  "iCloud": ICLOUD}  # fmt: skip
"""How the folders in ~/Library/CloudStorage of macOS begin."""
_LARGEST = 100_000
_REMOTE_DRIVE = 4
"""What GetDriveTypeW of Windows says of a drive on another computer."""
MOUNT = "/sbin/mount"
"""What tells of mounts on macOS."""
_ANSWER_SECONDS = 2.0


@frozen
class Place:
    """A folder that is not of this computer alone; `kind` says why. Everything below it is too."""

    kind: str
    folder: Path


def place_of(path: Path) -> Place | None:
    """What has to be said of where this file stands, if anything."""
    real = Path(os.path.realpath(path))
    return synchronised(real, Path.home(), os.environ) or on_network(real)


def synchronised(path: Path, home: Path, environment: Mapping[str, str]) -> Place | None:
    """The synchronised folder that holds this path, by what its service leaves behind."""
    for place in (*_named(home, environment), *_marked(path)):
        if path.is_relative_to(place.folder):
            return place
    return None


def _named(home: Path, environment: Mapping[str, str]) -> Iterator[Place]:
    """The folders that the services name in the environment, in their settings, or by custom."""
    for name in _ONEDRIVE_NAMES:
        if environment.get(name):
            yield _real(ONEDRIVE, environment[name])
    yield from _dropbox(home, environment)
    yield _real(ICLOUD, home / "Library" / "Mobile Documents")
    yield _real(ICLOUD, home / "iCloudDrive")
    for each in _children(home / "Library" / "CloudStorage"):
        for start, kind in _CLOUD_STORAGE.items():
            if each.name.startswith(start):
                yield _real(kind, each)
    for each in _children(home):
        if each.name == "OneDrive" or each.name.startswith("OneDrive - "):
            yield _real(ONEDRIVE, each)
        elif each.name in ("Google Drive", "GoogleDrive", "My Drive"):
            yield _real(GOOGLE_DRIVE, each)


def _children(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _real(kind: str, folder: Path | str) -> Place:
    return Place(kind, Path(os.path.realpath(folder)))


def _dropbox(home: Path, environment: Mapping[str, str]) -> Iterator[Place]:
    """Dropbox says in a file of its own where its folders are."""
    folders = [home / ".dropbox"]
    folders += [Path(environment[name]) / "Dropbox" for name in ("APPDATA", "LOCALAPPDATA")
                if environment.get(name)]  # fmt: skip
    for folder in folders:
        try:
            with (folder / "info.json").open("rb") as opened:
                accounts = json.loads(opened.read(_LARGEST))
            paths = [account["path"] for account in accounts.values()]
        except (OSError, ValueError, LookupError, AttributeError, TypeError, RecursionError):
            continue
        yield from (_real(DROPBOX, path) for path in paths if isinstance(path, str) and path)


def _marked(path: Path) -> Iterator[Place]:
    """Folders above this path in which a service has left its mark."""
    for folder in path.parents:
        if (folder / ".dropbox.cache").is_dir():
            yield Place(DROPBOX, folder)
        elif (folder / ".tmp.drivedownload").is_dir() or _is_drive(folder):
            yield Place(GOOGLE_DRIVE, folder)
        elif (folder / ".849C9593-D756-4E56-8D6E-42412F2A707B").is_file():
            yield Place(ONEDRIVE, folder)


def _is_drive(folder: Path) -> bool:
    """Google gives itself a drive of its own on Windows."""
    return folder.name == "My Drive" and folder.parent == Path(folder.anchor)


def on_network(path: Path) -> Place | None:
    """The network drive that holds this path. A system that does not tell has none."""
    if os.name == "nt":
        if path.drive.startswith("\\\\") or _is_remote(path.anchor):
            return Place(NETWORK, Path(path.anchor))
        return None
    mounts = linux_mounts(_read("/proc/self/mountinfo")) or unix_mounts(_output(MOUNT))
    return shared_mount(path, mounts)


def shared_mount(path: Path, mounts: Mapping[Path, str]) -> Place | None:
    """The place on which a path is mounted, if it is of another computer. `mounts`: the type of
    file system by the folder that it is mounted on."""
    above = [folder for folder in (path, *path.parents) if folder in mounts]
    if above and mounts[above[0]].lower().removeprefix("fuse.") in _SHARED:
        return Place(NETWORK, above[0])
    return None


def linux_mounts(text: str) -> dict[Path, str]:
    """What /proc/self/mountinfo tells: "proc(5)", section of that name."""
    found = {}
    for line in text.splitlines():
        about, _, system = line.partition(" - ")
        fields = about.split()
        if len(fields) > 4 and system:
            found[Path(_unescaped(fields[4]))] = system.split()[0]
    return found


def _unescaped(text: str) -> str:
    """Blanks stand there as three octal digits."""
    for code in ("040", "011", "012", "134"):
        text = text.replace(f"\\{code}", chr(int(code, 8)))
    return text


def unix_mounts(text: str) -> dict[Path, str]:
    """What `mount` of macOS tells: //anna@server/plans on /Volumes/plans (smbfs, nodev)."""
    found = {}
    for line in text.splitlines():
        _, _, rest = line.partition(" on ")
        folder, _, about = rest.rpartition(" (")
        if folder:
            found[Path(folder)] = about.rstrip(")").split(",")[0]
    return found


def _read(name: str) -> str:
    try:
        with open(name, encoding="utf-8", errors="surrogateescape") as opened:
            return opened.read()
    except OSError:
        return ""


def _output(command: str) -> str:
    try:
        done = subprocess.run(
            [command], capture_output=True, text=True, timeout=_ANSWER_SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return done.stdout


def _is_remote(root: str) -> bool:
    library = getattr(ctypes, "windll", None)
    return library is not None and library.kernel32.GetDriveTypeW(root) == _REMOTE_DRIVE
