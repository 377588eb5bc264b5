from __future__ import annotations

from tests.exports.section import Data, changed_sample
from workshop import promises
from workshop.records.people import Function
from workshop.records.promises import Metric
from workshop.state import Workshop


def _metric(workshop: Workshop, key: str) -> Metric:
    return next(metric for metric in workshop[Metric] if metric.key == key)


def test_an_empty_cell_is_a_gap_and_a_dash_is_an_answer() -> None:
    def change(data: Data) -> None:
        said = data["metrics"][0]["contributions"]
        said["marketing"] = "-"
        del said["sales"], said["safety"]
        next(one for one in data["functions"] if one["id"] == "safety")["absent"] = True

    workshop = changed_sample(change)
    metric = _metric(workshop, "m1")
    assert [function.key for function in promises.gaps_of(workshop, metric)] == ["sales"]
    assert promises.NO_PART in promises.contributions_of(workshop, metric).values()


def test_a_trend_needs_two_values_and_a_target() -> None:
    def change(data: Data) -> None:
        first, second, third = data["metrics"][:3]
        first["readings"] = [
            {"date": "2026-10-20", "value": 44},
            {"date": "2026-11-01", "value": 52},
            {"date": "2026-11-10", "value": 49},
        ]
        second["readings"] = [{"date": "2026-11-01", "value": 60}]
        third["baseline"] = "unknown"
        third["readings"] = [{"date": "2026-11-01", "value": 6}]

    workshop = changed_sample(change)
    first = _metric(workshop, "m1")
    assert [row.value for row in promises.readings_of(workshop, first)] == [44, 52, 49]
    trends = {key: promises.trend_of(workshop, _metric(workshop, key)) for key in ("m1", "m2")}
    assert trends == {"m1": "away", "m2": "toward"}
    assert promises.trend_of(workshop, _metric(workshop, "m3")) is None
    assert promises.trend_of(workshop, _metric(workshop, "m4")) is None


def test_load_counts_milestones_by_month_and_function() -> None:
    def change(data: Data) -> None:
        data["milestones"][1]["date"] = "2026-11-20"
        data["milestones"][2]["status"] = "dropped"

    workshop = changed_sample(change)
    load = promises.load_of(workshop)
    assert list(load) == ["2026-11", "2027-03", "2027-05", "2027-06", "2027-08"]
    design = next(row.id for row in workshop[Function] if row.key == "design")
    assert load["2026-11"][design] == 2
    assert load["2027-05"][design] == 0
