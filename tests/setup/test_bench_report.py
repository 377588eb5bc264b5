"""The table of a benchmark."""

from __future__ import annotations

import pytest

from tests.bench.__main__ import benchmarks, main
from tests.bench.report import Report


def test_rows_are_aligned_and_compared() -> None:
    report = Report()
    report.figure("first", 200, "KB")
    report.figure("a longer name", 50_000, "KB", against="first")
    assert report.table().splitlines() == [
        "first                200 KB",
        "a longer name     50,000 KB  250.00 x first",
    ]


@pytest.mark.parametrize(
    ("seconds", "text"), [(12.5, "12.50 s"), (0.0125, "12.50 ms"), (2.5e-6, "2.5 µs")]
)
def test_times_have_a_readable_unit(seconds: float, text: str) -> None:
    report = Report()
    report.figure("step", seconds, "s")
    assert report.table().endswith(text)


def test_an_action_is_done_once_more_than_it_is_timed() -> None:
    report, done = Report(), list[int]()
    median = report.time("append", lambda: done.append(1), repeats=3)
    assert len(done) == 4
    assert report.rows[0].value == median
    assert "longest" in report.table()


def test_comparing_needs_an_earlier_row() -> None:
    with pytest.raises(KeyError, match="no row 'base' in s"):
        Report().figure("step", 1, "s", against="base")


def test_the_benchmarks_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == list(benchmarks())
    assert main(["no-such"]) == 2
