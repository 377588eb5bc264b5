from __future__ import annotations

from collections import Counter

from tests.exports.section import Data, changed_sample
from workshop import journeys, telling
from workshop.figures import feelings_of, phases_of, round_of
from workshop.records.findings import Persona
from workshop.records.journey import Card, Journey, Phase
from workshop.records.notes import Note
from workshop.records.rounds import Count, Round, RoundGroup
from workshop.state import Workshop


def _journey(workshop: Workshop) -> Journey:
    (found,) = journeys.all_journeys(workshop)
    return found


def _phase(workshop: Workshop, key: str) -> Phase:
    return next(phase for phase in workshop[Phase] if phase.key == key)


def _sample() -> Workshop:
    return changed_sample(lambda _: None)


def test_lanes_stand_in_the_order_of_the_map() -> None:
    workshop = _sample()
    keys = [lane.key for lane in journeys.map_lanes(workshop, _journey(workshop).stage)]
    assert keys == ["doing", "touchpoints", "thinking", "pains", "opportunities", "owner"]


def test_notes_merged_into_another_are_not_on_the_map() -> None:
    workshop = _sample()
    phase = _phase(workshop, "lunch")
    before = journeys.notes_of(workshop, phase)
    numbered = next(note for note in before if note.nr is not None)
    with workshop.step("test.merge"):
        same = Note(nr=500, stage=numbered.stage, text="The same in other words")
        other = workshop[Note].add(same)
        workshop[Note].replace(numbered.id, merged_into=other.id)
    left = journeys.notes_of(workshop, phase)
    assert [note.id for note in before if note not in left] == [numbered.id]


def test_what_is_not_graded_is_a_guess() -> None:
    workshop = _sample()
    assert journeys.grades_of(workshop, _phase(workshop, "lunch")) == {"guess": 4, "told": 1}
    assert journeys.mostly_guessed({"guess": 3, "seen": 2})
    assert not journeys.mostly_guessed({"guess": 2, "seen": 2})
    assert not journeys.mostly_guessed({})


def test_moments_stand_in_the_order_of_their_phases() -> None:
    workshop = _sample()
    found = journeys.moments_of(workshop, _journey(workshop))
    assert [moment.key for moment in found] == ["t2", "t1", "t3"]
    minute = next(moment for moment in found if moment.key == "t1")
    assert [row.key for row in journeys.opportunities_for(workshop, minute)] == ["o1", "o2"]


def test_feelings_are_known_once_they_are_shown() -> None:
    workshop = _sample()
    journey = _journey(workshop)
    assert telling.feelings_are_told(workshop, journey)
    round = round_of(workshop, "journey", journey.id)
    assert round is not None
    with workshop.step("test.hide"):
        workshop[Round].replace(round.id, state="open")
    assert not telling.feelings_are_told(workshop, journey)


def test_what_functions_said_before_they_met() -> None:
    def change(data: Data) -> None:
        data["journey"]["emotion"]["blind"] = {"marisol": {"order": {"sales": 2, "safety": -2}}}

    workshop = changed_sample(change)
    ((_, values),) = journeys.blind_of(workshop, _journey(workshop)).items()
    ((phase, said),) = values.items()
    assert workshop[Phase][phase].key == "order"
    assert sorted(said.values()) == [-2, 2]


def test_cards_counted_by_groups_give_the_same_median_and_spread() -> None:
    workshop = _sample()
    journey = _journey(workshop)
    known = feelings_of(workshop, journey)
    round = round_of(workshop, "journey", journey.id)
    assert round is not None
    with workshop.step("test.count"):
        group = workshop[RoundGroup].add(RoundGroup(round=round.id, key="all"))
        shown = Counter((card.persona, card.phase, card.value) for card in workshop[Card])
        for card in list(workshop[Card]):
            workshop[Card].remove(card.id)
        for (persona, phase, value), count in shown.items():
            row = Count(group=group.id, persona=persona, phase=phase, value=value, count=count)
            workshop[Count].add(row)
    assert feelings_of(workshop, journey) == known
    primary = next(row for row in workshop[Persona] if row.primary)
    order = next(phase for phase in phases_of(workshop, journey) if phase.key == "order")
    assert known[primary.id][order.id].spread == 4
