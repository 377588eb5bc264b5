"""Stages, the clock and people, as rules of the machine."""

from __future__ import annotations

import dataclasses
import datetime

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.property.machine import ACTORS, FLAG, ONE, PLACE, TEXTS, Machine
from workshop import agenda, clock, copies, drift, people, roster, running, seating, step_marks
from workshop.marks import Mark
from workshop.records.agenda import Stage, Step
from workshop.records.people import Function, Participant
from workshop.setups import settings_types

MINUTES = st.sampled_from((None, 0, 5, 12, 30, 500))


class AgendaVerbs(Machine):
    """Stages and their clock."""

    @rule(actor=ACTORS, kind=st.sampled_from((*settings_types(), "quiz")), index=st.none() | PLACE)
    def add_stage(self, actor: str, kind: str, index: int | None) -> None:
        self.attempt(agenda.add_stage, kind, "Stage", index=index, actor=actor)

    @rule(actor=ACTORS, stage=ONE, what=st.integers(0, 2), index=PLACE)
    def rearrange(self, actor: str, stage: int, what: int, index: int) -> None:
        which = self.pick(Stage, stage)
        if what == 0:
            self.attempt(agenda.remove_stage, which, actor=actor)
        elif what == 1:
            self.attempt(agenda.move_stage, which, index, actor=actor)
        else:
            self.attempt(copies.duplicate_stage, which, actor=actor)

    @rule(actor=ACTORS, stage=ONE, minutes=MINUTES, skipped=FLAG, text=TEXTS)
    def change_stage(
        self, actor: str, stage: int, minutes: int | None, skipped: bool, text: str
    ) -> None:
        which = self.pick(Stage, stage)
        self.attempt(agenda.set_minutes, which, minutes or 10, actor=actor)
        self.attempt(agenda.shorten_stage, which, minutes, actor=actor)
        self.attempt(agenda.skip_stage, which, skipped, actor=actor)
        self.attempt(agenda.edit_stage, which, title=text, prompt=text, say=text, actor=actor)

    @rule(actor=ACTORS, stage=ONE, day=st.integers(0, 2), at=st.sampled_from((None, "12:30", "x")))
    def place_stage(self, actor: str, stage: int, day: int, at: str | None) -> None:
        which = self.pick(Stage, stage)
        self.attempt(agenda.edit_stage, which, day=day, hidden=day == 2, actor=actor)
        self.attempt(agenda.pin, which, at, actor=actor)

    @rule(actor=ACTORS, stage=ONE, other=ONE)
    def name_another_stage(self, actor: str, stage: int, other: int) -> None:
        chain = [one for one in self.workshop[Stage] if one.kind == "five_whys"]
        source = self.workshop[Stage].get(self.pick(Stage, other))
        if chain and source is not None:
            one = chain[stage % len(chain)]
            setup = dataclasses.replace(one.setup, start_from=(source.key,))
            self.attempt(agenda.edit_stage, one.id, setup=setup, actor=actor)

    @rule(actor=ACTORS, minutes=st.integers(-6, 6), what=st.integers(0, 5), stage=ONE)
    def turn_the_clock(self, actor: str, minutes: int, what: int, stage: int) -> None:
        if what == 0:
            self.attempt(clock.extend, minutes, self.now, actor=actor)
        elif what == 1:
            self.attempt(clock.go_to, self.pick(Stage, stage), self.now, actor=actor)
        elif what == 2:
            self.attempt(running.go_back, self.now, actor=actor)
        else:
            verb = (clock.pause, clock.resume, clock.end)[what - 3]
            self.attempt(verb, self.now, actor=actor)

    @rule(actor=ACTORS, stage=ONE, by=st.integers(-1, 1), count=st.integers(0, 3), edit=FLAG)
    def step(self, actor: str, stage: int, by: int, count: int, edit: bool) -> None:
        which = self.pick(Stage, stage)
        if edit:
            planned = [Step(minutes=5, do="Write")] * count
            self.attempt(agenda.set_steps, which, planned, actor=actor)
        else:
            self.attempt(step_marks.turn_step, which, by, self.now, actor=actor)

    @rule(actor=ACTORS)
    def go_next(self, actor: str) -> None:
        self.attempt(clock.go_next, self.now, actor=actor)

    def holds(self) -> None:
        super().holds()
        order = agenda.stages(self.workshop)
        assert [agenda.number_of(self.workshop, one.id) for one in order] == [
            *range(1, len(order) + 1)
        ]
        visible = {stage.id for stage in order if not stage.hidden}
        assert set(agenda.times(self.workshop).slots) == visible
        drift.drift(self.workshop, self.now)
        drift.expected_finish(self.workshop, self.now)
        for stage in order:
            step_marks.current_step(self.workshop, stage.id, self.now)
            assert (
                clock.reading(self.workshop, stage.id, self.now).clock.ran >= datetime.timedelta()
            )


class PeopleVerbs(Machine):
    """Functions and participants."""

    @rule(actor=ACTORS, name=TEXTS | st.sampled_from(("Legal", "Research")))
    def add_function(self, actor: str, name: str) -> None:
        self.attempt(people.add_function, name, actor=actor)

    @rule(actor=ACTORS, function=ONE, name=TEXTS, letter=st.text(max_size=2), what=ONE)
    def change_function(self, actor: str, function: int, name: str, letter: str, what: int) -> None:
        which = self.pick(Function, function)
        if what % 3 == 0:
            self.attempt(people.remove_function, which, actor=actor)
        elif what % 3 == 1:
            self.attempt(people.rename_function, which, name, actor=actor)
            self.attempt(people.move_function, which, what % 4, actor=actor)
        else:
            mark = Mark(letter, "drop", "#612279")
            self.attempt(people.set_mark, which, mark, actor=actor)
            self.attempt(people.set_absent, which, what > 15, actor=actor)

    @rule(actor=ACTORS, function=ONE, name=TEXTS, decider=FLAG)
    def add_participant(self, actor: str, function: int, name: str, decider: bool) -> None:
        which = self.pick(Function, function)
        self.attempt(people.add_participant, name, which, decider=decider, actor=actor)

    @rule(actor=ACTORS, person=ONE, function=ONE, what=st.integers(0, 3), flag=FLAG)
    def change_participant(
        self, actor: str, person: int, function: int, what: int, flag: bool
    ) -> None:
        who = self.pick(Participant, person)
        if what == 0:
            self.attempt(people.remove_participant, who, actor=actor)
        elif what == 1:
            which = self.pick(Function, function)
            self.attempt(people.edit_participant, who, function=which, actor=actor)
        elif what == 2:
            self.attempt(people.set_decider, who, flag, actor=actor)
        else:
            self.attempt(people.set_present, who, flag, actor=actor)

    @rule(actor=ACTORS, one=ONE, other=ONE, index=PLACE)
    def sit(self, actor: str, one: int, other: int, index: int) -> None:
        first, second = self.pick(Participant, one), self.pick(Participant, other)
        self.attempt(seating.swap_seats, first, second, actor=actor)
        self.attempt(seating.move_seat, first, index, actor=actor)

    @rule(actor=ACTORS, lines=st.lists(TEXTS, max_size=3))
    def paste_people(self, actor: str, lines: list[str]) -> None:
        text = "\n".join(f"{line}, Legal*" for line in lines)
        found = roster.parse_people(self.workshop, text)
        self.attempt(roster.add_people, found, actor=actor)

    def holds(self) -> None:
        super().holds()
        marks = seating.place_marks(self.workshop)
        assert len(set(marks.values())) == len(self.workshop[Participant])
        present = people.present_participants(self.workshop)
        assert people.voters(self.workshop) == present
