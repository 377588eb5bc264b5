"""Bugs: written to the log, told in one line, and the program runs on.

The work is on disk or on its way there, so nothing is gained by ending. No Qt here: whoever shows
the line hands in a function that may be called from any thread.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from ui.folders import log_folder
from ui.version import VERSION
from workshop.errors import CoxswainError

LOG = logging.getLogger(__name__)
_LOGGERS = ("workshop", "exports", "ui")
"""What our packages have to say goes to the log, and not to the terminal."""
LIMIT = 512_000
"""Bytes of one log file; three older ones are kept."""

_QUOTING = (ValueError, LookupError, CoxswainError)
"""Errors whose words may quote what people wrote; a report gives only their kind."""

Hear = Callable[[str], None]

_handlers: list[logging.Handler] = []
"""The log while it is open."""


def log_file() -> Path:
    """Where bugs are written down."""
    return log_folder() / "coxswain.log"


def start_log() -> None:
    """Lets what is said go to the log. A second call does nothing."""
    if _handlers:
        return
    handler = _LateLog()
    for name in _LOGGERS:
        logging.getLogger(name).addHandler(handler)
    _handlers.append(handler)


class _LateLog(logging.Handler):
    """Opens the log for its first line, since hardly a sitting writes one; where that fails, what
    is said goes to standard error."""

    def __init__(self) -> None:
        super().__init__()
        self._opened: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._opened is None:
            self._opened = _open_log()
        self._opened.emit(record)

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
        super().close()


def _open_log() -> logging.Handler:
    from logging.handlers import RotatingFileHandler

    opened: logging.Handler
    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        opened = RotatingFileHandler(log_file(), maxBytes=LIMIT, backupCount=3, encoding="utf-8")
    except OSError:
        opened = logging.StreamHandler()
    opened.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    return opened


def stop_log() -> None:
    """Closes the log, so that another may be started elsewhere."""
    while _handlers:
        handler = _handlers.pop()
        for name in _LOGGERS:
            logging.getLogger(name).removeHandler(handler)
        handler.close()


def report(error: BaseException) -> str:
    """What a bug's finder can send: versions and the way it went, and nothing of the workshop."""
    import platform

    way = "".join(traceback.format_tb(error.__traceback__))
    versions = f"Coxswain {VERSION}, Python {platform.python_version()}, {platform.platform()}"
    words = "" if isinstance(error, _QUOTING) else f": {error}"
    return f"{versions}\n{way}{type(error).__name__}{words}"


def record(error: BaseException) -> str:
    """Writes a bug to the log; returns its report."""
    start_log()
    told = report(error)
    LOG.error("%s", told)
    return told


def record_report(told: str) -> None:
    """Writes a bug to the log that another process has reported."""
    start_log()
    LOG.error("%s", told)


def install(hear: Hear) -> None:
    """From now on an exception that nobody handles is logged, and `hear` gets its report.

    `hear` is called on the thread that raised. Ctrl+C keeps its meaning.
    """

    def on_main(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            hear(record(error.with_traceback(trace)))

    def on_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            hear(record(args.exc_value))

    sys.excepthook = on_main
    threading.excepthook = on_thread


def uninstall() -> None:
    """Puts Python's own hooks back."""
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__
