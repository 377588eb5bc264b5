"""A small checkout to start by the real run.py, and the one small package that it needs.

No network: the package lies as a wheel in a folder that pip's own settings name.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = """
import json, os, sys
import rowlock
print(json.dumps([sys.argv[1:], os.getcwd(), rowlock.VERSION, sys.prefix]))
sys.exit(3)
"""


def make_wheel(folder: Path, version: str) -> str:
    """Write a wheel of the package `rowlock` into the folder; return its line for a lock."""
    info = f"rowlock-{version}.dist-info"
    members = {
        "rowlock.py": f"VERSION = '{version}'\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: rowlock\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = ""
    path = folder / f"rowlock-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in members.items():
            wheel.writestr(name, text)
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())
            record += f"{name},sha256={digest.decode().rstrip('=')},{len(text)}\n"
        wheel.writestr(f"{info}/RECORD", f"{record}{info}/RECORD,,\n")
    return f"rowlock=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@dataclass(frozen=True)
class Checkout:
    """A checkout, the wheels beside it, and the environment in which it is started."""

    root: Path
    wheels: Path
    environment: dict[str, str]

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    def lock(self, line: str) -> None:
        """Let both locks ask for this one package."""
        for name in ("run.txt", "test.txt"):
            (self.root / "requirements" / name).write_text(line)

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, str(self.root / "run.py"), *arguments]

    def start(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run `python3 run.py ARGUMENTS` from the folder above the checkout."""
        return subprocess.run(
            self.command(*arguments),
            env=self.environment | environment,
            cwd=self.root.parent,
            capture_output=True,
            text=True,
            check=False,
        )


@functools.cache
def base_has_pip() -> bool:
    """Whether the Python below the one that runs the tests has a pip that can install elsewhere."""
    python = getattr(sys, "_base_executable", sys.executable)
    asked = [python, "-m", "pip", "--python", python, "--version"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0
