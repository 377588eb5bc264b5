"""Setting Coxswain up and starting it; `run.py` says how it is called.

The first start makes `.venv` beside run.py and installs the packages locked in this folder into it;
later starts compare a stamp and go on at once. Nothing is written outside the checkout but pip's
cache and, for root on Debian or Ubuntu, the system packages that Qt needs.

Standard library only, and no syntax newer than Python 3.7, so that an old Python can still look for
a newer one. Modules that are slow to import stand in the functions that need them: once Coxswain is
set up, the stamp is all that is looked at.
"""

from __future__ import annotations

import os
import sys
from hashlib import sha256

TYPE_CHECKING = False  # the one in `typing` takes longer to import than the stamp to check
if TYPE_CHECKING:
    from typing import IO, NoReturn

ROOT = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
STAMP = os.path.join(VENV, "coxswain-stamp")
LOCK = os.path.join(ROOT, ".venv.lock")
LOG = os.path.join(ROOT, ".venv.log")


def main(arguments: list[str]) -> None:
    """Set up what the arguments need, unless that is done, and become that program."""
    part = part_for(arguments)
    if not is_ready(part):
        use_suitable_python(arguments)
        with take_lock():
            if not is_ready(part):  # another start may have done it while this one waited
                set_up(part)
    hand_over(program(arguments))


def part_for(arguments: list[str]) -> str:
    """What is to be set up: `test`, or `run`, or to run on the display there is."""
    command = arguments[0] if arguments else ""
    if command in ("test", "bench"):
        return "test"
    if command == "shots" or os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return "run"
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "x11" if os.environ.get("DISPLAY") else "run"


def program(arguments: list[str]) -> list[str]:
    """The command that does what the arguments ask, with the Python in `.venv`."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command in ("test", "bench", "shots"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if command == "test":
        os.chdir(ROOT)
        return [PYTHON, "-m", "pytest", *share_between_cores(rest), *rest]
    if command == "bench":
        os.chdir(ROOT)
        return [PYTHON, "-m", "tests.bench", *rest]
    # -P: a module in the folder where the user happens to be is none of ours.
    return [PYTHON, "-P", "-m", "ui", *arguments]


def share_between_cores(arguments: list[str]) -> list[str]:
    """Pytest's options to run the tests on two cores, unless the arguments decide about that."""
    decided = any(
        each.startswith(("-n", "--numprocesses", "--pdb")) or each.endswith("no:xdist")
        for each in arguments
    )
    return [] if decided else ["-n", "2", "--dist", "worksteal"]


def hand_over(command: list[str]) -> NoReturn:
    """Become the command; on Windows, where no process can, run it and leave with its result."""
    if os.name == "nt":
        import subprocess

        raise SystemExit(subprocess.call(command))
    os.execv(command[0], command)


# The stamp: a line each for this folder, the Python that made `.venv` and the name of the Python in
# it, then one for each part that is set up. While packages are put in place there is no stamp, and
# without a stamp everything is made anew.


def is_ready(part: str) -> bool:
    """Whether this part was set up here with the packages that its lock names today."""
    return line_for(part) in sound_stamp()[3:]


def sound_stamp() -> list[str]:
    """The stamp; empty if `.venv` is unfinished or was moved, or its Python changed or is gone."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            stamp = file.read().splitlines()
    except FileNotFoundError:
        return []
    same = stamp[:1] == [ROOT] and stamp[2:3] == [name_of_python()]
    return stamp if same and os.path.exists(stamp[1]) and os.path.exists(PYTHON) else []


def name_of_python() -> str:
    """What the Python in `.venv` really is: `python3.11`, say, until the system upgrades it."""
    return os.path.basename(os.path.realpath(PYTHON))


def line_for(part: str) -> str:
    """The line of the stamp that says: this part is set up, with exactly these packages."""
    with open(lock_of(part), "rb") as file:
        return f"{part} {sha256(file.read()).hexdigest()}"


def lock_of(part: str) -> str:
    """The file that locks the packages of a part."""
    return os.path.join(ROOT, "requirements", "test.txt" if part == "test" else "run.txt")


def write_stamp(lines: list[str]) -> None:
    """Write the stamp, whole or not at all."""
    with open(STAMP + ".new", "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    os.replace(STAMP + ".new", STAMP)


# Setting up.


def use_suitable_python(arguments: list[str]) -> None:
    """Go on in this Python if it suits; otherwise start again in one that does."""
    from requirements import python

    found = python.find()
    if not found:
        stop(
            "Coxswain needs a 64-bit Python 3.11, 3.12 or 3.13 and found none; "
            f"this is {sys.version.split()[0]}. Install one and start again."
        )
    if found != sys.executable:
        hand_over([found, os.path.join(ROOT, "run.py"), *arguments])


def set_up(part: str) -> None:
    """Install what the system lacks, make `.venv`, install the locked packages, and stamp it."""
    from requirements.tools import ToolError

    with open(LOG, "w", encoding="utf-8"):
        pass  # the log tells of the last set-up only
    try:
        add_system_packages(part)
        stamp = sound_stamp() or make_venv()
        install(lock_of(part))
    except ToolError as cause:
        stop(f"Coxswain could not be set up: {cause}. Details are in {LOG}.")
    others = [line for line in stamp[3:] if line.split()[0] != part]
    write_stamp([*stamp[:3], *others, line_for(part)])


def add_system_packages(part: str) -> None:
    """Install the libraries and fonts that Qt misses in this system, or say how to."""
    import shutil

    from requirements import system, tools

    apt = shutil.which("apt-get")
    if apt is None:
        libraries = system.missing_libraries(part)
        if libraries:
            stop(f"Qt needs libraries that this system lacks; install {', '.join(libraries)}.")
        return
    packages = system.missing_debian_packages(part)
    if not packages:
        return
    install = ["install", "--no-install-recommends", *packages]
    if sys.platform != "linux" or os.getuid() != 0:
        line = " ".join(["sudo apt-get update && sudo apt-get", *install])
        stop(f"Qt needs some system packages. Run this line, then start again:\n{line}")
    say(f"Installing the system packages that Qt needs: {' '.join(packages)}.")
    tools.run([apt, "update"], LOG)
    tools.run([apt, "--yes", *install], LOG)


def make_venv() -> list[str]:
    """Make `.venv` anew, with a pip in it if this Python can; return the head of its stamp."""
    from importlib.util import find_spec

    from requirements.tools import ToolError, run

    if os.path.islink(VENV):
        stop(f"{VENV} is a link to another folder, which would be cleared. Remove the link.")
    say(f"Setting up Coxswain in {VENV} with Python {sys.version.split()[0]}.")
    command = [sys.executable, "-m", "venv", "--clear", VENV]
    try:
        run(command if find_spec("ensurepip") else [*command, "--without-pip"], LOG)
    except ToolError:
        run([*command, "--without-pip"], LOG)
    folder = site_packages()
    with open(os.path.join(folder, "coxswain.pth"), "w", encoding="ascii") as file:
        file.write(os.path.relpath(ROOT, folder))  # so that `ui` is found from any folder
    return [ROOT, sys.executable, name_of_python()]


def site_packages() -> str:
    """The folder in `.venv` that packages are installed into."""
    import sysconfig

    return sysconfig.get_path("purelib", "venv", {"base": VENV})


def install(lock: str) -> None:
    """Install exactly the locked packages into `.venv`, from wherever the user's pip looks."""
    from requirements.tools import run

    options = ["--require-hashes", "--only-binary", ":all:", "--no-input", "--progress-bar", "off"]
    run([*pip(), "install", *options, "-r", lock], LOG, watch_pip)


def pip() -> list[str]:
    """The pip in `.venv`, or else the one of this Python (a Debian without python3-venv)."""
    from importlib.util import find_spec

    if os.path.isdir(os.path.join(site_packages(), "pip")):
        return [PYTHON, "-m", "pip"]
    if find_spec("pip") is None:
        stop("This Python has neither venv nor pip. On Debian: sudo apt-get install python3-venv")
    return [sys.executable, "-m", "pip", "--python", PYTHON]


def watch_pip(line: str) -> None:
    """Say what pip fetches; take the stamp away when it begins to change `.venv`."""
    words = line.split()
    if words[:1] == ["Downloading"]:
        say(f"  {'-'.join(words[1].split('-')[:2])} {' '.join(words[2:])}")
    elif line.startswith("Installing collected packages") and os.path.exists(STAMP):
        os.remove(STAMP)


def take_lock() -> IO[str]:
    """Wait until no other start is setting up. The lock falls when the file is closed or we die."""
    file = open(LOCK, "w", encoding="ascii")  # noqa: SIM115 (the caller closes it)
    waiting = "Another start is setting Coxswain up; waiting for it."
    if sys.platform == "win32":
        import msvcrt
        import time

        while True:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
                return file
            except PermissionError:
                say(waiting)
                time.sleep(3)
    else:
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(waiting)
            fcntl.flock(file, fcntl.LOCK_EX)
        return file


def say(text: str) -> None:
    """Tell the user, without touching what Coxswain prints as its result."""
    print(text, file=sys.stderr, flush=True)


def stop(sentence: str) -> NoReturn:
    """End with one clear sentence."""
    raise SystemExit(sentence)


def begin(arguments: list[str]) -> None:
    """Start, and end with a sentence where that fails."""
    try:
        main(arguments)
    except OSError as error:
        stop(f"Coxswain could not be set up: {error.strerror}: {error.filename or ROOT}.")
    except KeyboardInterrupt:
        raise SystemExit(130) from None
