"""The brief of small and large workshops: how long it takes to make, how it grows, its memory."""

from __future__ import annotations

import tracemalloc
from functools import partial

import assets
from exports.book import make_brief
from exports.paper import A4
from tests.bench.report import Report
from tests.builders import board_of
from workshop.interchange import reader
from workshop.state import Workshop

SIZES = (90, 500, 5_000)


def run(report: Report) -> None:
    """Measure in this process, warm, as the second process of the window is."""
    sample = reader.read_file(assets.path("sample", "sample-workshop.yaml"))
    report.time("the sample", lambda: make_brief(sample, A4))
    first = f"{SIZES[0]:,} notes"
    for notes in SIZES:
        workshop = board_of(notes)
        name = f"{notes:,} notes"
        make = partial(make_brief, workshop, A4)
        report.time(name, make, repeats=3, against="" if name == first else first)
        report.figure(f"pages, {name}", make().pages, "")
    report.figure(f"memory, {SIZES[-1]:,} notes", _peak(board_of(SIZES[-1])) / 1e6, "MB")


def _peak(workshop: Workshop) -> int:
    tracemalloc.start()
    make_brief(workshop, A4)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak
