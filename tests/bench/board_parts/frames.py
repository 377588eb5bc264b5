"""Times of single frames: from an action to the end of the painting it causes."""

from __future__ import annotations

import gc
import os
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtWidgets import QApplication

from tests.bench.report import Report

WIDTH, HEIGHT = 1920, 1080
ZOOM_STEPS = 24
_MOST_ROUNDS = 50

BY_PROCESSOR = os.environ.get("BENCH_CLOCK") == "cpu"
"""Count the processor's time instead of that on the wall, where other programs are busy too."""
clock = time.thread_time if BY_PROCESSOR else time.perf_counter

Action = Callable[[], object]
Times = dict[str, list[float]]
"""Seconds of each frame, by what was done."""


class Painted(Protocol):
    """A view that counts how often it has painted."""

    paints: int


def frame(action: Action, *views: Painted) -> float:
    """Seconds from the action until every view has painted; `RuntimeError` if one does not."""
    before = [view.paints for view in views]
    start = clock()
    action()
    for _ in range(_MOST_ROUNDS):
        QApplication.processEvents()
        if all(view.paints > count for view, count in zip(views, before, strict=True)):
            return clock() - start
    raise RuntimeError("nothing was painted")


def frames(actions: Iterable[Action], *views: Painted) -> list[float]:
    """The same for one action after the other."""
    return [frame(action, *views) for action in actions]


def settle() -> None:
    """Let everything that is due be painted."""
    for _ in range(5):
        QApplication.processEvents()


@contextmanager
def frozen() -> Iterator[None]:
    """Collect no garbage of what is there already, as the program does with an open workshop."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def to_and_fro(step: int) -> tuple[int, int]:
    """A way of 24 and 12 pixels, twenty times there and twenty times back."""
    return (-24, -12) if step // 20 % 2 == 0 else (24, 12)


def tell(report: Report, name: str, seconds: list[float], against: str = "") -> None:
    """Add the median and the 95th percentile of some frames; `against` names another's rows.

    Without a frame nothing is added: a board that fits has nowhere to pan.
    """
    ordered = sorted(seconds)
    if not ordered:
        return
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    for kind, value in (("median", statistics.median(ordered)), ("p95", late)):
        other = f"{against}, {kind}" if against else ""
        report.figure(f"{name}, {kind}", value, "s", against=other)
