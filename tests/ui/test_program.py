"""The program as a process: bugs, Ctrl+C, pipes, displays, and what it does not import."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from tests.ui.command_line import ROOT, SAMPLE, Caught, run
from ui import cli, commands, crash
from ui.__main__ import main
from ui.files import open_sample
from ui.recent import RecentList
from workshop.store.holder import holder_of


def test_text_cannot_play_tricks_with_the_terminal(tmp_path: Path, capsys: Caught) -> None:
    data = tmp_path / "x.yaml"
    data.write_text('schema: "\\e[31mred\\u202e"\n', encoding="utf-8")
    assert main(["import", str(data), str(tmp_path / "x.workshop")]) == 1
    told = capsys.readouterr().err
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_a_bug_is_logged_and_told_in_one_sentence(
    capsys: Caught, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_asked: object) -> int:
        raise RuntimeError("should not be")

    crash.stop_log()
    monkeypatch.setattr(commands, "run", fail)
    assert main(["templates"]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert str(crash.log_file()) in told
    assert "RuntimeError" in crash.log_file().read_text(encoding="utf-8")
    crash.stop_log()


def test_ctrl_c_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: Caught) -> None:
    def interrupted(_asked: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "run", interrupted)
    assert main(["templates"]) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
def test_a_reader_that_goes_away_is_no_trouble() -> None:
    with open_sample() as document:
        sample = document.path
    command = [sys.executable, "-P", "-m", "ui", "export", "data", str(sample), "-o", "-"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 128 + signal.SIGPIPE


WITHOUT_QT = """
import sys
from ui.__main__ import main
code = main(sys.argv[1:])
heavy = {name.partition(".")[0] for name in sys.modules} & {"PySide6", "shiboken6", "reportlab"}
print(code, sorted(heavy), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    ["--help", "--version", "templates", "new vision-half-day NEW", "show FILE", "check FILE",
     "import DATA NEW", "export data FILE -o OUT", "show MISSING"],
)  # fmt: skip
def test_commands_need_neither_qt_nor_reportlab(arguments: str, file: Path, tmp_path: Path) -> None:
    places = {
        "NEW": str(tmp_path / "new.workshop"), "FILE": str(file), "DATA": str(SAMPLE),
        "OUT": str(tmp_path / "out.yaml"), "MISSING": str(tmp_path / "missing"),
    }  # fmt: skip
    words = [places.get(word, word) for word in arguments.split()]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-P", "-c", WITHOUT_QT, *words],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    expected = 1 if "MISSING" in arguments else 0
    assert done.stderr.splitlines()[-1] == f"{expected} []"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_there_is_a_sentence(tmp_path: Path) -> None:
    hidden = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    for arguments, told in (((), "display"), ((str(tmp_path / "x.workshop"),), "file")):
        done = run(*arguments, **hidden)
        assert done.returncode == 1
        assert done.stderr.startswith(f"There is no {told}")
        assert done.stderr.count("\n") == 1


def test_a_workshop_called_like_a_command_opens_with_its_folder() -> None:
    assert cli.read(["./show"]).command == "window"
    assert cli.read([]).file is None
    assert cli.read(["show", "x"]).command == "show"


ONLY_OPENING = """
import sys
from pathlib import Path
from ui import app
from ui.settings import Settings
from ui.window import MainWindow

application = app.make_application()
window = MainWindow(Settings())
window.begin(Path(sys.argv[1]))
application.processEvents()
heavy = {name.partition(".")[0] for name in sys.modules} & {"yaml", "sqlite_utils", "reportlab"}
print(window.view is not None, sorted(heavy))
window.close()
"""


def test_opening_a_workshop_reads_neither_templates_nor_what_is_slow(file: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-P", "-c", ONLY_OPENING, str(file)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "True []\n"


@pytest.mark.skipif(os.name == "nt", reason="signals work otherwise there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_window_ends_in_order_when_it_is_told_to(number: signal.Signals, file: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-P", "-m", "ui", str(file)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        holder = holder_of(file)
        while not holder.exists():
            assert process.poll() is None
        process.send_signal(number)
        assert process.stderr.read() == b""
    assert process.returncode == 128 + number
    assert not holder.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize("arguments", [["demo", "--headless", "pictures"], ["demo"]])
def test_a_demo_without_a_display_leaves_pictures_and_nothing_else(
    arguments: list[str], tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is remembered and set stays the user's: the demo's own file is gone afterwards."""
    monkeypatch.chdir(tmp_path)
    hidden = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    done = run(*arguments, **hidden)
    assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.rglob("*.png"))) == 2
    assert RecentList().entries() == []
    kept = {file.name for file in own_home.rglob("*") if file.is_file()}
    assert kept.isdisjoint({"recent.json", "settings.json"})


@pytest.mark.long
def test_the_windows_are_drawn_in_every_size(tmp_path: Path) -> None:
    done = run("shots", str(tmp_path), QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stderr) == (0, "")
    names = {file.name for file in tmp_path.iterdir()}
    for picture in ("home", "new", "board", "revealed", "opening", "break"):
        for size in ("1280x720-100", "1600x900-100", "1920x1080-100", "960x500-200"):
            assert {f"{picture}-{size}.png", f"{picture}-{size}-dark.png"} <= names
    assert {f"revealed-room-{size}.png" for size in ("1920x1080", "1024x768", "1080x1920")} <= names
    assert QImage(str(tmp_path / "board-1280x720-200.png")).size() == QSize(2560, 1440)
    assert QImage(str(tmp_path / "break-room-1080x1920.png")).size() == QSize(1080, 1920)
