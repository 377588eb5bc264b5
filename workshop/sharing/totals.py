"""Each person's entries become totals: of their function, or of the groups of their round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from workshop.figures import functions_of, round_of
from workshop.keys import RESERVED
from workshop.records.check_out import CheckOut, Fingers
from workshop.records.journey import Card, Journey, Phase
from workshop.records.people import Function
from workshop.records.rounds import (
    AlignmentCheck,
    Ballot,
    Count,
    Dot,
    Rating,
    Round,
    RoundGroup,
    RoundGroupFunction,
    Sign,
    Slip,
)
from workshop.records.words import FunctionId
from workshop.sealed import Spot
from workshop.sharing.rows import Rows, add, remove
from workshop.state import Workshop

Entries = list[tuple[int, Spot, int]]
"""Who, what, how often; with nothing (`Spot()`, 0) for a paper without dots."""

_USUAL = {
    "ballot": "function", "alignment_check": "function", "journey": "person",
    "check_out": "function",
}  # fmt: skip
"""Whose entries are where no round says it."""
_IN_CELLS = ("alignment_check", "check_out")
"""Rounds in which a function with one person shows no figure of its own."""
_OTHERS = "others"


def count_entries(workshop: Workshop, rows: Rows) -> None:
    """Puts totals in the place of slips, dots, ratings, cards and fingers. Of rounds that have not
    been revealed nothing is left but that they were held."""
    for owner, id, entries in _all_entries(workshop):
        held = round_of(workshop, owner, id)
        if held is not None and held.state != "revealed":
            _forget(workshop, rows, held)
        elif entries:
            _count(workshop, rows, owner, id, entries)
        if held is not None:
            remove(rows, "round_member", round=held.id)
    _forget_stances(workshop, rows)
    for name in ("dot", "slip", "rating", "card", "fingers"):
        rows[name].clear()


def _all_entries(workshop: Workshop) -> Iterator[tuple[str, int, Entries]]:
    """Every ballot, check, map and check-out, with what was entered."""
    for ballot in workshop[Ballot]:
        yield "ballot", ballot.id, list(_of_ballot(workshop, ballot))
    for check in workshop[AlignmentCheck]:
        yield "alignment_check", check.id, list(_of_check(workshop, check))
    for journey in workshop[Journey]:
        yield "journey", journey.id, list(_of_journey(workshop, journey))
    for check_out in workshop[CheckOut]:
        shown = workshop[Fingers].where("check_out", check_out.id)
        of = {"check_out": int(check_out.id)}
        spots = [(row, Spot(**of, closing=row.closing, value=row.value)) for row in shown]
        yield "check_out", check_out.id, [(row.participant, spot, 1) for row, spot in spots]


def _of_ballot(workshop: Workshop, ballot: Ballot) -> Iterator[tuple[int, Spot, int]]:
    for slip in workshop[Slip].where("ballot", ballot.id):
        for dot in workshop[Dot].where("slip", slip.id):
            yield slip.participant, Spot(option=dot.option), dot.dots


def _of_check(workshop: Workshop, check: AlignmentCheck) -> Iterator[tuple[int, Spot, int]]:
    for sign in workshop[Sign].where("alignment_check", check.id):
        for rating in workshop[Rating].where("sign", sign.id):
            yield rating.participant, Spot(sign=sign.id, value=rating.value), 1


def _of_journey(workshop: Workshop, journey: Journey) -> Iterator[tuple[int, Spot, int]]:
    for phase in workshop[Phase].where("journey", journey.id):
        for card in workshop[Card].where("phase", phase.id):
            spot = Spot(persona=card.persona, phase=phase.id, value=card.value)
            yield card.participant, spot, 1


def _forget(workshop: Workshop, rows: Rows, held: Round) -> None:
    """A round that nobody has seen the result of: what was counted stays hidden."""
    for group in workshop[RoundGroup].where("round", held.id):
        remove(rows, "count", group=group.id)


def _forget_stances(workshop: Workshop, rows: Rows) -> None:
    """Stances that were taken and have not been shown."""
    for held in workshop[Round]:
        if held.proposal_round is not None and held.state != "revealed":
            remove(rows, "stance", proposal_round=held.proposal_round)


def _count(workshop: Workshop, rows: Rows, owner: str, id: int, entries: Entries) -> None:
    held = round_of(workshop, owner, id)
    attribution = held.attribution if held else _USUAL[owner]
    if held is None:
        owned: dict[str, Any] = {owner: id}
        held = add(rows, "round", Round(attribution=attribution, state="revealed", **owned))
    functions = functions_of(workshop)
    groups = _groups(workshop, {who: functions[who] for who, _, _ in entries},
                     pool_single=owner in _IN_CELLS and attribution != "person")  # fmt: skip
    counts: Counter[tuple[int, Spot]] = Counter()
    for who, spot, times in entries:
        counts[groups[functions[who]], spot] += times
    made = {at: _add_group(workshop, rows, held, at, groups) for at in sorted(set(groups.values()))}
    for (at, spot), times in sorted(counts.items()):
        add(rows, "count", Count(group=made[at], count=times, **spot.fields()))


def _groups(workshop: Workshop, function_of: dict[int, int], pool_single: bool) -> dict[int, int]:
    """Function to the number of its group. Where a function with one person shows no figure, these
    are counted together, and with the smallest other one if there is only one of them."""
    sizes = Counter(function_of.values())
    order = [int(function.id) for function in workshop[Function] if sizes[function.id]]
    single = [id for id in order if sizes[id] == 1] if pool_single else []
    others = [id for id in order if id not in single]
    if len(single) == 1 and others:
        smallest = min(others, key=lambda id: sizes[id])
        single.append(smallest)
        others.remove(smallest)
    alone = {id: number for number, id in enumerate(others, 1)}
    return {**alone, **dict.fromkeys(single, 0)}


def _add_group(
    workshop: Workshop, rows: Rows, held: Round, number: int, groups: dict[int, int]
) -> Any:
    members = [id for id, at in groups.items() if at == number]
    keys = {group.key for group in rows["round_group"].values() if group.round == held.id}
    name = workshop.table("function")[members[0]].key if len(members) == 1 else _OTHERS
    key = name if name not in keys | RESERVED else f"{name}-{number}"
    group = add(rows, "round_group", RoundGroup(round=held.id, key=key))
    for id in members:
        member = RoundGroupFunction(group=group.id, function=FunctionId(id))
        add(rows, "round_group_function", member)
    return group.id
