"""Documents to read: the sample, and a small one with a bit of nearly everything."""

from __future__ import annotations

import copy
import functools
import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from workshop.errors import DataProblem
from workshop.fields import Plain
from workshop.interchange import templates
from workshop.interchange.reader import read_workshop
from workshop.interchange.yaml_text import write_yaml
from workshop.state import Workshop

Data = dict[str, Any]
Change = Callable[[Data], Any]
"""Something done to a document before it is read."""
MISSING = object()
STEP = r"[^.\[\]]+"
"""One step of a path such as `notes[1].text`."""

SMALL = """\
schema: coxswain/workshop@1
workshop:
  id: small
  title: A small workshop
  date: "2026-10-06"
  planned_start: "09:00"
  facilitator: {id: calla, name: Calla Winterbourne}
  sponsor: ada
  seating: [ben, ada, cleo]
agenda:
  - {id: struggles, kind: board, title: Struggles, minutes: 20,
     board: {lanes: [raw, drafts]},
     outputs: [{what: Clusters, feeds: [choose]}]}
  - {id: choose, kind: vote, title: Choose, minutes: 10, voting: {from: struggles},
     inputs: [{from: struggles, what: Clusters}]}
  - {id: map, kind: journey_map, title: Map}
  - {id: agree, kind: consensus, title: Agree}
  - {id: signs, kind: alignment_check, title: Signs}
  - {id: close, kind: check_out, title: Close}
catch_up: {never_skip: [agree], order: [map, close]}
functions:
  - {id: product, name: Product, letter: P, shape: circle, colour: "#1151D6", decider: ada}
  - {id: sales, name: Sales, letter: S, shape: shield, colour: "#226035"}
participants:
  - {id: ada, name: Ada, function: product, decider: true}
  - {id: ben, name: Ben, function: product}
  - {id: cleo, name: Cleo, function: sales, present: false}
clusters:
  - {id: s1, stage: struggles, name: First}
  - {id: s2, stage: struggles, name: Second}
notes:
  - {nr: 1, stage: struggles, function: product, author: ada, text: One, cluster: s1}
  - {nr: 2, stage: struggles, lane: raw, text: Two, cluster: none, entered_by: calla}
  - {nr: 3, text: Parked}
ballots:
  - id: ballot-1
    stage: choose
    dots: 3
    max_per_item: 2
    attribution: function
    items: [s1, s2, {text: Something else}]
    votes:
      ada: {s1: 2, "#3": 1}
      ben: {s2: 1}
    picked: s1
    run_off: {items: [s1, s2], votes: {ada: s1, cleo: s2}}
alignment_check:
  stage: signs
  scale: {min: 0, max: 4}
  order: [ada, ben]
  ratings:
    - {sign: drift, text: We drift, values: [1, null]}
    - {sign: unused, text: Nobody uses it, values: {cleo: {value: 2, voice_of: A customer}}}
  to_watch: [drift]
personas:
  - {id: marisol, primary: true, name: Marisol}
journey:
  stage: map
  persona: marisol
  lanes: [doing, opportunities, owner]
  phases:
    - {id: hear, name: Hear, cells: {doing: Asks, opportunities: [o1], owner: product}}
    - {id: buy, name: Buy, cells: {doing: [Waits, Pays], owner: none}}
  opportunities:
    - {id: o1, phase: hear, text: Tell}
  moments_of_truth:
    - {id: t1, phase: buy, text: The till, opportunities: [o1]}
  emotion:
    order: [ada, ben]
    cards: {marisol: {hear: [1, -3], buy: {cleo: 2}}}
statements:
  vision:
    before: {text: What it was, since: spring}
    drafts: [{id: a, by: [ada, ben], text: A draft}]
    after: What it is
    tests: {clear: 2, of: 3}
metrics:
  - {id: m1, name: Orders, baseline: unknown, target: 10, contributions: {sales: Calls}}
milestones:
  - {id: ms1, title: Live, date: "2027-01-01", serves: m1, functions: [sales]}
guardrails:
  stage: agree
  never: [Spam]
  champions: [{area: hear, who: ada}]
  roadblocks: [{what: Old contract, cleared_by: ben, due: "2026-11-01"}]
incentives: {finding: A quota, handled_in: {roadblock: 1}}
proposals:
  - id: p1
    stage: agree
    title: Vision
    from: {note: 1, then: One}
    rounds:
      - round: 1
        text: What it is
        stances: {ada: 1, ben: {level: 5, shown: 7}}
        concerns: [{by: ben, level: 5, text: Too fast}]
        result: adopted
actions:
  - {id: a1, what: Call, owner: cleo, from: p1}
parking_lot:
  - {note: 3, outcome: action, ref: a1}
check_out:
  stage: close
  roti: {ada: 5, ben: 3}
  words: {ada: calm}
clock:
  - {stage: struggles, event: start, at: "2026-10-06T09:00:00+01:00"}
  - {stage: struggles, event: end, at: "2026-10-06T09:30:00+01:00"}
timeline:
  - {stage: choose, actual_start: "09:30", actual_min: 10}
"""


def small() -> Data:
    """The small document as data, to be changed at will."""
    return copy.deepcopy(_small())


@functools.cache
def _small() -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(SMALL, yaml.CSafeLoader)
    return data


@functools.cache
def sample_text() -> str:
    """The sample workshop as it is shipped."""
    file = templates.folder().parent / "sample" / "sample-workshop.yaml"
    return file.read_text(encoding="utf-8")


def read(data: Plain) -> Workshop:
    """The workshop that these data are. Raises `DataProblem`."""
    return read_workshop(write_yaml(data), "test.yaml")


def refusal(change: Change) -> DataProblem:
    """What is said of the small document after a change; always with its file, and a line."""
    data = small()
    change(data)
    with pytest.raises(DataProblem) as caught:
        read(data)
    assert caught.value.facts["file"] == "test.yaml"
    assert int(str(caught.value.facts["line"])) >= 1
    return caught.value


def put(path: str, value: Any) -> Change:
    """A change that puts a value, or nothing at all, in a place such as `notes[1].text`."""

    def change(data: Any) -> None:
        *way, last = (int(step) - 1 if step.isdigit() else step for step in re.findall(STEP, path))
        for step in way:
            data = data[step]
        if value is MISSING:
            del data[last]
        else:
            data[last] = value

    return change
