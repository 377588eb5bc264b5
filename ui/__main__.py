"""The program: `coxswain`, or `python -m ui`."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from ui import cli, crash

INTERRUPTED, NOBODY_READS = 130, 141
"""Exit codes of a program that was ended by Ctrl+C, or whose output nobody reads any more: those
that a shell gives for SIGINT and SIGPIPE."""


def main(argv: Sequence[str] | None = None) -> int:
    """Does what the arguments ask; returns the exit code."""
    try:
        code = _main(sys.argv[1:] if argv is None else argv)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _read_by_nobody()
        return NOBODY_READS
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _main(arguments: Sequence[str]) -> int:
    try:
        asked = cli.read(arguments)
    except SystemExit as end:  # help, version, wrong usage
        return int(end.code or 0)
    _print_anything()
    crash.start_log()
    try:
        if asked.command == "window":
            return _open_window(asked.file)
        if asked.command == "demo" and not asked.headless:
            return _open_demo(asked)
        return _run(asked)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:
        return _fail(_words(error))


def _run(asked: Namespace) -> int:
    from ui import commands

    return commands.run(asked)


def _open_demo(asked: Namespace) -> int:
    """A copy of the sample in the window; where there is no display, as pictures."""
    import tempfile
    from pathlib import Path

    from ui.translate import tr

    try:
        from ui import app
    except ImportError as error:
        return _fail(tr("The window cannot be opened: {why}.", why=error))
    if not app.can_show():
        asked.headless = Path("coxswain-demo")
        print(tr("There is no display, so the demo is drawn as pictures."), file=sys.stderr)
        return _run(asked)
    from ui import demo
    from ui.console.feed import local_now
    from ui.files import with_suffix

    named = with_suffix(asked.file) if asked.file else None
    file = named or Path(tempfile.mkdtemp("-coxswain")) / "Noonbell demo.workshop"
    demo.make(file, local_now(), force=asked.force)
    return app.run(file)


def _open_window(file: object) -> int:
    from pathlib import Path

    from ui import garbage
    from ui.translate import tr

    garbage.pause()
    try:
        # Once PySide6 is there it reads the source of every module that comes after it, in search
        # of what switches its features on: so what can come before it does.
        import workshop.document
        import workshop.room  # noqa: F401
        from ui import app
        from workshop.store.header import read_header
    except ImportError as error:
        return _fail(tr("The window cannot be opened: {why}.", why=error))
    if not app.can_show():
        if isinstance(file, Path):
            read_header(file)  # what is wrong with the file comes first
        return _fail(
            tr("There is no display to open the window on. The commands work without one.")
        )
    return app.run(file if isinstance(file, Path) else None)


def _words(error: Exception) -> str:
    """One sentence for an error: an expected one is told, a bug goes to the log."""
    from ui import messages
    from ui.translate import tr
    from workshop.errors import CoxswainError

    if isinstance(error, CoxswainError):
        if error.key == "file.exists":
            error.facts["option"] = "--force"
        return messages.sentence(error)
    if isinstance(error, OSError):
        return messages.system_sentence(error)
    crash.record(error)
    return tr(
        "Something went wrong in the program itself. Details are in {file}.",
        file=crash.log_file(),
    )


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _print_anything() -> None:
    """A terminal that cannot show a character shows another in its place."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _read_by_nobody() -> None:
    """Keeps Python from writing once more, and complaining, when it ends."""
    with open(os.devnull, "wb") as nothing:
        os.dup2(nothing.fileno(), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
