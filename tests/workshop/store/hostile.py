"""Files as a stranger might make them: each a sound workshop with one thing done to it."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from pathlib import Path

from tests.workshop.store.files import by_hand

JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
SECTOR = 512
ENDLESS = "instr(hex(zeroblob(9000000)), hex(zeroblob(4000000)) || 'x') = 0"
"""An expression that keeps SQLite busy for days."""


def beside(path: Path, what: str) -> Path:
    """What stands beside a file under this ending."""
    return Path(f"{path}-{what}")


def journal_naming(path: Path, other: Path) -> bytes:
    """A journal that changes nothing, and names another file as the journal of a transaction over
    several databases: when SQLite has played it back, it deletes that file."""
    content = path.read_bytes()
    page = 4096
    head = JOURNAL_MAGIC + struct.pack(">5I", 1, 0, len(content) // page, SECTOR, page)
    second = content[page : 2 * page]
    checksum = sum(second[at] for at in range(page - 200, 0, -200))
    record = struct.pack(">I", 2) + second + struct.pack(">I", checksum)
    name = os.fsencode(other)
    end = struct.pack(">I", (1 << 30) // page + 1) + name
    end += struct.pack(">II", len(name), sum(name)) + JOURNAL_MAGIC
    return head.ljust(SECTOR, b"\0") + record + end


def with_schema(path: Path, table: str, add: str) -> None:
    """Adds a clause to the end of what the file says of a table, behind SQLite's back."""
    with by_hand(path) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        row = connection.execute("SELECT sql FROM sqlite_master WHERE name=?", (table,)).fetchone()
        changed = f"{row[0][:-1]}, {add})"
        connection.execute("UPDATE sqlite_master SET sql=? WHERE name=?", (changed, table))


def killed_in(path: Path, *statements: str) -> None:
    """Runs statements in a program of its own that ends in the middle of its transaction, or,
    where they commit it, without closing the file."""
    program = (
        "import sqlite3, os, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size=1')\n"
        "for each in sys.argv[2:]: c.execute(each).fetchall()\n"
        "os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", program, str(path), *statements], check=False)
