"""Several people do anything at all, and take it back."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.property.machine import Machine
from tests.property.verbs import Boards, Plans, Verbs

MACHINES = pytest.mark.parametrize("machine", [Boards, Plans, Verbs])


@MACHINES
def test_nothing_breaks_and_everything_can_be_taken_back(machine: type[Machine]) -> None:
    run_state_machine_as_test(machine, settings=settings(max_examples=50, stateful_step_count=40))


@pytest.mark.long
@MACHINES
def test_nothing_breaks_in_long_workshops(machine: type[Machine]) -> None:
    run_state_machine_as_test(machine, settings=settings(stateful_step_count=100))
