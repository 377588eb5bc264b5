"""The second process, in which handouts are made, so that the windows stay fluid.

It is started once and kept, since starting takes longer than a short brief. It gets a frozen copy
of the workshop and never the file.
"""

from __future__ import annotations

import multiprocessing
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from exports.handout import Made, Order, make
from workshop.errors import CoxswainError
from workshop.snapshot import Snapshot

ROWS_AT_ONCE, BETWEEN_PIECES = 200, 0.001
"""Records that are sent in one go, and the pause after them in seconds."""


@dataclass(frozen=True, slots=True)
class Making:
    """What is being made, and how much of the whole is done, 0 to 1."""

    what: str
    done: float


@dataclass(frozen=True, slots=True)
class Failed:
    """Why nothing was made: an expected error or one of the system's; or a bug, with where."""

    error: CoxswainError | OSError | None
    report: str = ""


News = Making | Made | Failed


class Exporter:
    """Orders one handout at a time from the second process."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._sending: threading.Thread | None = None
        self.busy = False

    def warm_up(self) -> None:
        """Starts the process, so that the first order need not wait for it."""
        if self._process is not None and self._process.is_alive():
            return
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def order(self, order: Order) -> None:
        """Asks for a handout; what becomes of it is told by `news`. Nobody waits while the order is
        sent, which takes its time where there are thousands of records."""
        self.warm_up()
        assert self._line is not None
        self.busy = True
        self._sending = threading.Thread(
            target=_send, args=(self._line, order), name="handout-order", daemon=True
        )
        self._sending.start()

    def news(self) -> Iterator[News]:
        """What has been told since last time; `Made` or `Failed` is the last word."""
        while self.busy and self._line is not None and self._has_news(self._line):
            try:
                told: News = self._line.recv()
            except (EOFError, OSError):
                told = Failed(None, "The second process has ended.")
                self._end()
            self.busy = isinstance(told, Making)
            yield told

    def _has_news(self, line: Connection) -> bool:
        alive = self._process is not None and self._process.is_alive()
        try:
            return line.poll() or not alive
        except OSError:
            return True

    def cancel(self) -> None:
        """Ends what is being made; the file that stood there before stays."""
        if self.busy:
            self._end()

    def close(self) -> None:
        """Ends the process."""
        self._end()

    def _end(self) -> None:
        self.busy = False
        if self._process is not None:
            self._process.terminate()
            self._process.join()
        if self._sending is not None:
            self._sending.join()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None


def _send(line: Connection, order: Order) -> None:
    """Sends an order, the workshop in pieces before it, and lets the windows go on between two of
    them; where nobody takes it any more, `news` says that the process has ended."""
    with suppress(OSError):
        for piece in order.workshop.pieces(ROWS_AT_ONCE):
            line.send(piece)
            time.sleep(BETWEEN_PIECES)
        line.send(replace(order, workshop=Snapshot()))


def _receive(line: Connection) -> Order:
    """The next order, put together again."""
    found = Snapshot()
    while True:
        told: Order | Snapshot = line.recv()
        if isinstance(told, Order):
            return replace(told, workshop=found)
        found += told


def _serve(line: Connection) -> None:
    """Takes one order after another until the other end is closed."""
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            line.send(_answer(_receive(line), line))


def _answer(order: Order, line: Connection) -> Made | Failed:
    try:
        return make(order, lambda what, done: line.send(Making(what, done)))
    except (CoxswainError, OSError) as error:
        return Failed(error)
    except Exception as bug:  # told to the windows, which report it; its words may quote a note
        way = "".join(traceback.format_tb(bug.__traceback__))
        return Failed(None, f"{way}{type(bug).__name__}")
