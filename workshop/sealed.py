"""Rounds without attribution: nobody can ever tell whose entry was whose.

While such a round is open its entries live here, in memory alone: no step is taken for any of them,
so neither the file nor the recorder, a backup or the log ever hears of one. When it closes, one
count per option and group is written, in one step and in an order that says nothing. The groups
are fixed when the round opens; those of whom fewer than three have handed in are then counted
together, for a count of one and the list of who has voted would be a name. A crash costs the open
round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workshop.errors import Refused
from workshop.keys import fresh_key
from workshop.people import functions
from workshop.records.people import Function, Participant
from workshop.records.rounds import (
    Ballot,
    Count,
    Option,
    Round,
    RoundGroup,
    RoundGroupFunction,
    Slip,
)
from workshop.records.words import FunctionId, ParticipantId, RoundGroupId, RoundId
from workshop.rules import tally
from workshop.rules.groups import CountGroup, count_groups
from workshop.state import Workshop

NO_NAMES = "none"
_OTHERS = "others"
Voters = tuple[CountGroup[RoundGroupId], ...]


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Something that can be counted: an option, or a value for a sign, for a persona in a phase,
    or of fingers (`closing`: of their second show). Ids; 0 is none."""

    option: int = 0
    sign: int = 0
    persona: int = 0
    phase: int = 0
    check_out: int = 0
    closing: bool = False
    value: int | None = None

    def fields(self) -> dict[str, Any]:
        """As a count has it."""
        names = ("option", "sign", "persona", "phase", "check_out")
        ids = {name: getattr(self, name) or None for name in names}
        return {**ids, "closing": self.closing, "value": self.value}


def open_sealed(workshop: Workshop, round: RoundId, voters: Iterable[Participant]) -> SealedRound:
    """Opens a round that keeps no names, for those who are present; fixes its groups. Raises
    `Refused` (`round.has_names`, `round.open_already`)."""
    held = workshop[Round][round]
    if held.attribution != NO_NAMES:
        raise Refused("round.has_names")
    if held.state != "planned":
        raise Refused("round.open_already")
    present = Counter(person.function for person in voters)
    order = [function.id for function in functions(workshop)]
    groups = count_groups({id: present[id] for id in order if present[id]})
    with workshop.step("round.open", undoable=False):
        workshop[Round].replace(round, state="open")
        for group in groups:
            _add_group(workshop, round, group)
    return SealedRound(workshop, round)


def _add_group(workshop: Workshop, round: RoundId, group: CountGroup[FunctionId]) -> None:
    alone = len(group.functions) == 1
    name = workshop[Function][group.functions[0]].key if alone else _OTHERS
    key = fresh_key(workshop, RoundGroup, name, round=round)
    made = workshop[RoundGroup].add(RoundGroup(round=round, key=key))
    for function in group.functions:
        workshop[RoundGroupFunction].add(RoundGroupFunction(group=made.id, function=function))


class SealedRound:
    """An open round. It shows who has handed in, and nothing of what."""

    def __init__(self, workshop: Workshop, round: RoundId) -> None:
        self._workshop, self._round = workshop, round
        self._group_of = _groups_of(workshop, round)
        self._counts: Counter[tuple[RoundGroupId, Spot]] = Counter()
        self._voted: set[ParticipantId] = set()

    def __repr__(self) -> str:
        return f"SealedRound(round={self._round}, voted={len(self._voted)})"

    @property
    def voted(self) -> frozenset[ParticipantId]:
        """Who has handed in."""
        return frozenset(self._voted)

    def hand_in(self, participant: ParticipantId, entry: Mapping[Spot, int]) -> None:
        """Takes one person's whole entry: how often each spot. It is added up at once, and from
        then on nobody can tell it from the others of its group, to correct it or for any other end.
        Raises `Refused` (`round.over`, `round.handed_in`, `round.no_group`, `ballot.*`)."""
        if self._workshop[Round][self._round].state != "open":
            raise Refused("round.over")
        if participant in self._voted:
            raise Refused("round.handed_in")
        group = self._group_of.get(self._workshop[Participant][participant].function)
        if group is None:
            raise Refused("round.no_group")
        self._check(entry)
        for spot, times in entry.items():
            self._counts[group, spot] += times
        self._voted.add(participant)

    def _check(self, entry: Mapping[Spot, int]) -> None:
        ballot = self._workshop[Ballot].get(self._workshop[Round][self._round].ballot)
        if ballot is not None:
            options = [option.id for option in self._workshop[Option].where("ballot", ballot.id)]
            given = {spot.option: dots for spot, dots in entry.items()}
            limits = tally.Limits(ballot.dots, ballot.max_per_item)
            tally.check_ballot(given, sorted(options), limits)

    def close(self) -> None:
        """Writes the counts, and of a ballot who has voted, in the order of their ids; where fewer
        than three have voted in all, not who. Raises `Refused` (`round.over`, `value.off_scale`);
        then the round is still open."""
        workshop, held = self._workshop, self._workshop[Round][self._round]
        if held.state != "open":
            raise Refused("round.over")
        groups = self._voters()
        with workshop.step("round.close", undoable=False):
            workshop[Round].replace(held.id, state="closed")
            for (group, spot), times in sorted(self._counted_together(groups).items()):
                if times:
                    workshop[Count].add(Count(group=group, count=times, **spot.fields()))
            if held.ballot is not None and not any(group.guessable for group in groups):
                for participant in sorted(self._voted):
                    workshop[Slip].add(Slip(ballot=held.ballot, participant=participant))
        self._counts.clear()

    def _voters(self) -> Voters:
        """The groups of which anybody has handed in, those together of which too few have to hide
        in."""
        voted = Counter(
            self._group_of[self._workshop[Participant][person].function] for person in self._voted
        )
        return count_groups({group: voted[group] for group in sorted(voted)})

    def _counted_together(self, voters: Voters) -> Counter[tuple[RoundGroupId, Spot]]:
        """The counts, by what is left when groups that are counted together are one."""
        kept: dict[RoundGroupId, RoundGroupId] = {}
        for part in voters:
            stays, *others = part.functions
            kept |= dict.fromkeys(part.functions, stays)
            for group in others:
                self._join(stays, group)
        together: Counter[tuple[RoundGroupId, Spot]] = Counter()
        for (group, spot), times in self._counts.items():
            together[kept[group], spot] += times
        return together

    def _join(self, stays: RoundGroupId, goes: RoundGroupId) -> None:
        """Takes the functions of one group into another."""
        for row in self._workshop[RoundGroupFunction].where("group", goes):
            self._workshop[RoundGroupFunction].replace(row.id, group=stays)
        self._workshop[RoundGroup].remove(goes)
        if not self._workshop[RoundGroup][stays].key.startswith(_OTHERS):
            key = fresh_key(self._workshop, RoundGroup, _OTHERS, round=self._round)
            self._workshop[RoundGroup].replace(stays, key=key)


def _groups_of(workshop: Workshop, round: RoundId) -> dict[FunctionId, RoundGroupId]:
    """Function to the group it is counted in."""
    return {
        row.function: group.id
        for group in workshop[RoundGroup].where("round", round)
        for row in workshop[RoundGroupFunction].where("group", group.id)
    }
