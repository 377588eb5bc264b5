"""Handouts written to files: what is asked for, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from exports.report import Report
from exports.safe_write import write_bytes
from workshop.records.details import Revision
from workshop.snapshot import Snapshot, restore

Progress = Callable[[str, float], None]
"""Told what is being made and how much of the whole is done, 0 to 1. What it raises ends the
work."""


@dataclass(frozen=True, slots=True)
class Order:
    """A handout that is wanted: what it shows, on which paper, and where it goes."""

    workshop: Snapshot
    target: Path
    paper: str = "a4"


@dataclass(frozen=True, slots=True)
class Made:
    """A handout that was written: where, how many pages, what is to be said of it, and which state
    of the workshop it shows."""

    target: Path
    pages: int
    report: Report
    revision: Revision


def make(order: Order, progress: Progress = lambda _what, _done: None) -> Made:
    """Makes a brief and puts it in its place whole; what stood there before stays until then.

    Raises OSError naming the file if it cannot be written.
    """
    from exports.book import make_brief
    from exports.paper import PAPERS

    printed = make_brief(restore(order.workshop), PAPERS[order.paper], progress)
    write_bytes(order.target, printed.pdf)
    return Made(order.target, printed.pages, printed.report, printed.revision)
