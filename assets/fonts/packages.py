"""The packages that the fonts are made from: how they are fetched, checked and opened."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """A package of a registry: the command that fetches it, and the file that comes."""

    command: tuple[str, ...]
    file: str
    sha256: str


PIP = (sys.executable, "-m", "pip", "download", "--no-deps")
APT = ("apt-get", "download")
NPM = ("npm", "pack")
SANS_PACKAGE = Package(
    (*PIP, "fontpkg-source-sans-3==3.52"),
    "fontpkg_source_sans_3-3.52-py3-none-any.whl",
    "2e931608ceeaad770916b53a35cf87090e28133875bf770e41b266146126abd8",
)
SERIF_PACKAGE = Package(
    (*PIP, "fontpkg-source-serif-4==4.4"),
    "fontpkg_source_serif_4-4.4-py3-none-any.whl",
    "6c33ac5d27b0396b0ed228e400d9c7ee4445c359ce21b3d8d9b9723e8c5c49a7",
)
NOTO_PACKAGE = Package(
    (*APT, "fonts-noto-core=20201225-1"),
    "fonts-noto-core_20201225-1_all.deb",
    "58f4f0bb6720f919f92096b3508e1412a0f1544424ade6c5b5bf1eb694dd64ba",
)
CJK_PACKAGE = Package(
    (*APT, "fonts-noto-cjk=1:20220127+repack1-1"),
    "fonts-noto-cjk_1%3a20220127+repack1-1_all.deb",
    "4a2515eb6db3978b897fef9709ed0d2b1f4c6c4df4d83d6c4ef65f71f1b1f502",
)
EMOJI_PACKAGE = Package(
    (*NPM, "@fontsource/noto-emoji@5.3.2"),
    "fontsource-noto-emoji-5.3.2.tgz",
    "1fe49bb2cf7c2d78f93c0a69b6a431dcfd0d585b7831eba87fae6888ccf8d373",
)
PACKAGES = (SANS_PACKAGE, SERIF_PACKAGE, NOTO_PACKAGE, CJK_PACKAGE, EMOJI_PACKAGE)


def fetch(package: Package, folder: Path) -> None:
    """Fetch the package into the folder if it is not there, and check what is there."""
    path = folder / package.file
    if not path.exists():
        print("fetching:", *package.command, flush=True)
        subprocess.run(package.command, cwd=folder, check=True)
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != package.sha256:
        sys.exit(f"{path} is not the file these fonts are made from: its SHA-256 is {found}.")


def member(package: Package, name: str, folder: Path) -> bytes:
    """One file out of a wheel, a Debian package or an npm package."""
    path = folder / package.file
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return wheel.read(name)
    data = path.read_bytes()
    if path.suffix == ".deb":
        command = ["dpkg-deb", "--fsys-tarfile", str(path)]
        data = subprocess.run(command, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        found = archive.extractfile(name)
        if found is None:
            sys.exit(f"{package.file} has no file {name}.")
        return found.read()
