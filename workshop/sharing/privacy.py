"""What stays with the facilitator, table by table.

A field that refers to a person is either here, or it is one that is said aloud and printed with a
name: owners, keepers, stances, concerns, remarks. A test holds that each is one or the other.
"""

from __future__ import annotations

from typing import Any

from workshop.boards import attribution_of
from workshop.records.findings import FiveWhys
from workshop.sharing.rows import Rows, change
from workshop.state import Workshop

GONE = (
    "private_note", "said", "remark_count", "draft_author", "one_point_more", "slip", "dot",
    "rating", "card", "fingers",
)  # fmt: skip
"""Tables of which nothing is shared: what only the console shows, who wrote a draft, and each
person's own entries, which become totals."""
CLEARED: dict[str, dict[str, Any]] = {
    "stage": {"run": (), "watch": (), "say": ""},
    "draft": {"group": None},
    "talk": {"high": None, "low": None},
    "timeline_row": {"remark": ""},
}
"""Fields that are emptied: private notes, which group wrote a draft, who showed which card, and why
the clock ran late."""
BY_ATTRIBUTION = {
    "note": ("author", "entered_by", "entered_by_facilitator"),
    "parked_cure": ("by",),
}
"""Fields that stay only where names are shown."""


def take_private(workshop: Workshop, rows: Rows) -> None:
    """Takes out what is private, but for entries, which `count_entries` needs first."""
    for name in ("private_note", "said", "remark_count", "draft_author", "one_point_more"):
        rows[name].clear()
    for name, fields in CLEARED.items():
        for id in rows[name]:
            change(rows, name, id, **fields)
    _take_authors(workshop, rows)
    _take_earlier_texts(rows)


def _take_authors(workshop: Workshop, rows: Rows) -> None:
    for note in list(rows["note"].values()):
        if attribution_of(workshop, note.stage) != "person":
            change(rows, "note", note.id, author=None, entered_by=None,
                   entered_by_facilitator=False)  # fmt: skip
    for cure in list(rows["parked_cure"].values()):
        stage = workshop[FiveWhys][cure.five_whys].stage
        if attribution_of(workshop, stage) != "person":
            change(rows, "parked_cure", cure.id, by=None)


def _take_earlier_texts(rows: Rows) -> None:
    """A text that was taken over keeps what it said then. Of something in this workshop that is
    history; of an earlier one it is all that there is."""
    for link in list(rows["link"].values()):
        if link.then and not link.from_earlier:
            change(rows, "link", link.id, then="")
