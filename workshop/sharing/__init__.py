"""The copy to share: the workshop without what stays with the facilitator.

It has no history, no private notes and nothing that was removed; ballots, ratings and cards are
totals by function or by the groups of their round, drafts are texts without authors, and who asked
to be "one participant" has no name.
"""

from __future__ import annotations

from workshop import integrity
from workshop.changes import Change
from workshop.sharing.one_participant import hide_anonymous
from workshop.sharing.privacy import take_private
from workshop.sharing.rows import Rows, rows_of
from workshop.sharing.totals import count_entries
from workshop.state import Workshop
from workshop.tables import tables


def copy_to_share(workshop: Workshop) -> Workshop:
    """A workshop to hand out; the one it is made of stays as it is."""
    rows = rows_of(workshop)
    take_private(workshop, rows)
    hide_anonymous(workshop, rows)
    count_entries(workshop, rows)
    return _as_workshop(rows)


def _as_workshop(rows: Rows) -> Workshop:
    copy = Workshop()
    for name, found in rows.items():
        for _, row in sorted(found.items()):
            copy.load(name, row)
    everything = (Change(n, row.id, None, row) for n in tables() for row in copy.table(n))
    integrity.check(copy, everything)
    return copy


def picture_hashes(workshop: Workshop) -> set[str]:
    """The pictures that something in a workshop shows; others may be of what was removed."""
    columns = {
        (info.name, column.name)
        for info in tables().values()
        for column in info.columns
        if column.name == "picture"
    }
    found = (getattr(row, column) for name, column in columns for row in workshop.table(name))
    return {hash for hash in found if hash is not None}
