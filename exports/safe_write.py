"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from workshop.errors import FileProblem
from workshop.store.header import is_workshop


def write_bytes(path: Path, data: bytes) -> None:
    """Writes a temporary file beside `path`, flushes it to the disk and puts it in its place.

    Raises OSError naming `path`, and FileProblem: `file.is_workshop` where a workshop stands
    there, which nothing made of one may replace, `file.not_a_file` where a pipe, a socket or a
    device does. Then it is as it was before and the temporary file is gone.
    """
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise FileProblem("file.not_a_file", file=str(path))
        if is_workshop(path):
            raise FileProblem("file.is_workshop", file=str(path))
        _replace(path, data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _replace(path: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(
        dir=path.parent, prefix=f".{path.name[:60]}-", suffix=".part"
    )
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode_for(path))
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode_for(path: Path) -> int:
    """The rights of the file that is replaced, or those that any new file gets."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
