"""Whether another process still writes to a file: it holds a lock on it, which ends with it."""

from __future__ import annotations

import os
import sys

if sys.platform == "win32":
    import msvcrt

    _BEYOND = 1 << 40
    """The byte that is locked: Windows lets nobody else read one that is."""

    def lock(descriptor: int) -> bool:
        """Locks an open file for this process alone; False where another one has it."""
        os.lseek(descriptor, _BEYOND, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_END)
        return True

else:
    import fcntl

    def lock(descriptor: int) -> bool:
        """Locks an open file for this process alone; False where another one has it."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def sync(descriptor: int) -> None:
    """Waits until what was written to an open file is on the disk. Raises OSError."""
    if sys.platform == "darwin":  # there a plain flush stops at the disk's own memory
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    elif hasattr(os, "fdatasync"):
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)
