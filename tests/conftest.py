"""What holds for every test: no display, a home of its own, and what is too long to run always."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.exports import pdf_tools


def environment_in(folder: Path) -> dict[str, str]:
    """The variables by which Qt, platformdirs and Python find a user's folders, set to this one."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    names = ("HOME", "USERPROFILE", "WIN_PD_OVERRIDE_APPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA")
    kinds = ("DATA", "CONFIG", "CACHE", "STATE")
    return {
        **dict.fromkeys(names, str(folder)),
        **{f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in kinds},
        "XDG_RUNTIME_DIR": str(runtime),
    }


# Set before the first import of Qt. With the locale fixed, numbers and texts are alike everywhere.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "linux":
    os.environ["LC_ALL"] = "C.UTF-8"
home_of_run = tempfile.TemporaryDirectory(prefix="coxswain-tests-")
os.environ.update(environment_in(Path(home_of_run.name)))

# No test is told by the clock, so a slow machine is no failure; a failure says how to repeat it.
settings.register_profile(
    "suite", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", settings.get_profile("suite"), max_examples=2000)
# --long takes the place of the time-out that holds for the others, unless the test has its own.
LONG_TIMEOUT = 3600


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--long", action="store_true", help="also run the tests that take minutes, more thoroughly"
    )


def pytest_report_header() -> str:
    """Says what reads the PDFs that the tests make."""
    tools = pdf_tools.installed()
    return "PDFs are read by pikepdf, pypdfium2" + "".join(f", {tool}" for tool in tools)


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("long" if config.getoption("--long") else "suite")


def pytest_unconfigure() -> None:
    home_of_run.cleanup()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    chosen = config.getoption("--long")
    for item in items:
        if item.get_closest_marker("long") is None:
            continue
        if not chosen:
            item.add_marker(pytest.mark.skip(reason="runs only with --long"))
        elif item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(LONG_TIMEOUT))


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder for this test alone: it meets neither the user's data nor another's."""
    folder = tmp_path_factory.mktemp("home")
    for name, value in environment_in(folder).items():
        monkeypatch.setenv(name, value)
    return folder
