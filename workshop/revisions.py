"""Which state of the workshop a brief is of: revisions count the different ones exported."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict

from workshop.records.details import Revision
from workshop.state import Workshop
from workshop.tables import tables

_LEFT_OUT = {"revision"}
"""What exporting itself changes."""


def data_hash(workshop: Workshop) -> str:
    """SHA-256 of everything in the workshop but the revisions themselves."""
    found = hashlib.sha256()
    for name, info in sorted(tables().items()):
        if name in _LEFT_OUT:
            continue
        for row in workshop[info.cls]:
            found.update(json.dumps([name, asdict(row)], sort_keys=True, default=str).encode())
    return found.hexdigest()


def present(workshop: Workshop) -> Revision:
    """The revision that the workshop is at: that of its present state, or the next one, which is
    not kept yet."""
    hash = data_hash(workshop)
    rows = list(workshop[Revision])
    known = next((row for row in rows if row.hash == hash), None)
    return known or Revision(number=max((row.number for row in rows), default=0) + 1, hash=hash)


def keep(workshop: Workshop, exported: Revision) -> Revision:
    """Notes that a state was exported as a brief, unless it was before: once the paper is out, so
    not before it is written. Not undoable."""
    known = next((row for row in workshop[Revision] if row.hash == exported.hash), None)
    if known is not None:
        return known
    with workshop.step("brief.export", undoable=False, revision=exported.number):
        return workshop[Revision].add(Revision(number=exported.number, hash=exported.hash))
