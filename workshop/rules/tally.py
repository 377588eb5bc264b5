"""Dot voting: what a ballot may hold, and what all ballots together say.

Options are ranked by dots, then voters, then their order on the ballot. A tie is equal dots: the
tied share a rank, whatever the order among them. Dots come from persons, voter by voter, or as
counts per group where a round is taken by show of hands or kept without attribution; then
progress, voters and breadth count groups.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from workshop.errors import Refused
from workshop.frozen import frozen

CLEAR_GAP_DOTS = 2
CLEAR_GAP_PERCENT = 10

Option = TypeVar("Option", bound=Hashable)
Voter = TypeVar("Voter", bound=Hashable)
Group = TypeVar("Group", bound=Hashable)


@frozen
class Standing(Generic[Option, Group]):
    """One option's result. `number` is its place on the ballot, `shared` says its rank is tied."""

    option: Option
    number: int
    rank: int
    shared: bool
    dots: int
    voters: int
    by_group: Mapping[Group, int]

    @property
    def breadth(self) -> int:
        """How many functions (or groups) gave it dots."""
        return len(self.by_group)

    @property
    def favourite_of(self) -> Group | None:
        """The one function that gave all its dots."""
        return next(iter(self.by_group)) if self.breadth == 1 else None

    @property
    def carried_by(self) -> Group | None:
        """The function that gave over half of its dots."""
        return next((group for group, dots in self.by_group.items() if 2 * dots > self.dots), None)


@frozen
class Cut(Generic[Option]):
    """The last option picked against the first one not picked."""

    picked: int
    last_in: Option
    first_out: Option
    gap: int
    clear: bool


@frozen
class Tally(Generic[Option, Group]):
    """The standings of every option, winners first."""

    standings: tuple[Standing[Option, Group], ...]

    @property
    def total_dots(self) -> int:
        return sum(standing.dots for standing in self.standings)

    @property
    def order(self) -> tuple[Option, ...]:
        return tuple(standing.option for standing in self.standings)

    def of(self, option: Option) -> Standing[Option, Group]:
        """The standing of `option`. Raises KeyError when it was not on the ballot."""
        for standing in self.standings:
            if standing.option == option:
                return standing
        raise KeyError(option)

    def by_group(self) -> dict[Group, dict[Option, int]]:
        """The dots each group gave, option by option, on the ballot's order."""
        table: dict[Group, dict[Option, int]] = {}
        for standing in sorted(self.standings, key=lambda standing: standing.number):
            for group, dots in standing.by_group.items():
                table.setdefault(group, {})[standing.option] = dots
        return table

    def cut(self, places: int) -> Cut[Option] | None:
        """How clear it is to pick the first `places`; None when nothing is left out.

        Not clear is a gap under two dots or under ten per cent of all dots given.
        """
        if not 0 < places < len(self.standings):
            return None
        last_in, first_out = self.standings[places - 1 : places + 1]
        gap = last_in.dots - first_out.dots
        clear = gap >= CLEAR_GAP_DOTS and 100 * gap >= CLEAR_GAP_PERCENT * self.total_dots
        return Cut(places, last_in.option, first_out.option, gap, clear)

    def tied_at(self, places: int) -> tuple[Option, ...]:
        """The options that tie for the last of `places`, in the ballot's order: a run-off's list.

        Empty when the place is settled. Options nobody gave a dot need no run-off.
        """
        cut = self.cut(places)
        if cut is None or cut.gap:
            return ()
        dots = self.of(cut.last_in).dots
        tied = [standing for standing in self.standings if standing.dots == dots > 0]
        tied.sort(key=lambda standing: standing.number)
        return tuple(standing.option for standing in tied)

    def lost_favourites(self, kept: Collection[Option]) -> dict[Option, tuple[Group, ...]]:
        """What was not kept although some function (or group) gave nothing else more dots, with
        those who did, winners first. Who gave as many to something kept lost
        nothing."""
        lost: dict[Option, tuple[Group, ...]] = {}
        for group, given in self.by_group().items():
            most = max(given.values(), default=0)
            best = [option for option, dots in given.items() if dots == most]
            if not set(best) & set(kept):
                for option in best:
                    lost[option] = (*lost.get(option, ()), group)
        return {one.option: lost[one.option] for one in self.standings if one.option in lost}


@frozen
class Merged(Generic[Option, Voter]):
    """Ballots after merging, and the dots each voter got back because of the cap."""

    ballots: Mapping[Voter, Mapping[Option, int]]
    given_back: Mapping[Voter, int]


@frozen
class Limits:
    """What a ballot may hold: dots in all and, unless `cap` is None, on one option.

    Both are per voter; `voters` is how many a show of hands counts together.
    """

    dots: int
    cap: int | None = None
    voters: int = 1


def tally(
    options: Sequence[Option],
    ballots: Mapping[Voter, Mapping[Option, int]],
    group_of: Mapping[Voter, Group],
) -> Tally[Option, Group]:
    """The result of ballots by person (voter -> option -> dots).

    Raises KeyError for a voter without a group or an option that is not on the list.
    """
    counts: dict[Option, Counter[Group]] = {option: Counter() for option in options}
    voters: Counter[Option] = Counter()
    for voter, ballot in ballots.items():
        for option, dots in ballot.items():
            counts[option][group_of[voter]] += dots
            voters[option] += dots > 0
    return _ranked(options, counts, voters)


def tally_of_counts(
    options: Sequence[Option], counts: Mapping[Option, Mapping[Group, int]]
) -> Tally[Option, Group]:
    """The result of counts without persons (option -> group -> dots). Voters are groups here."""
    voters = {
        option: sum(dots > 0 for dots in by_group.values()) for option, by_group in counts.items()
    }
    return _ranked(options, counts, voters)


def settled_by(first: Tally[Option, Group], run_off: Tally[Option, Group]) -> tuple[Option, ...]:
    """The order of `first` with the options of its `run_off` put into the run-off's order."""
    winners = iter(run_off.order)
    again = set(run_off.order)
    return tuple(next(winners) if option in again else option for option in first.order)


def check_ballot(ballot: Mapping[Option, int], options: Sequence[Option], limits: Limits) -> None:
    """Raises Refused for a ballot (option -> dots) that breaks the rules.

    Keys: `ballot.not_on_list`, `ballot.below_zero`, `ballot.over_cap` (facts `option`, `number`,
    `given`, `allowed`) and `ballot.over_budget` (facts `given`, `allowed`, `voters`).
    """
    numbers = {option: number for number, option in enumerate(options, start=1)}
    for option, given in ballot.items():
        if option not in numbers:
            raise Refused("ballot.not_on_list", option=option)
        where = {"option": option, "number": numbers[option], "given": given}
        if given < 0:
            raise Refused("ballot.below_zero", **where)
        if limits.cap is not None and given > limits.cap * limits.voters:
            raise Refused("ballot.over_cap", allowed=limits.cap * limits.voters, **where)
    given, allowed = sum(ballot.values()), limits.dots * limits.voters
    if given > allowed:
        raise Refused("ballot.over_budget", given=given, allowed=allowed, voters=limits.voters)


def merge_ballots(
    ballots: Mapping[Voter, Mapping[Option, int]],
    merged: Collection[Option],
    into: Option,
    cap: int | None,
) -> Merged[Option, Voter]:
    """The ballots once the `merged` options are the one option `into`.

    A voter's dots on them add up to the cap; the rest is given back.
    """
    after: dict[Voter, dict[Option, int]] = {}
    given_back: dict[Voter, int] = {}
    for voter, ballot in ballots.items():
        together = _together(ballot, merged, into)
        over = together.get(into, 0) - cap if cap is not None else 0
        if over > 0:
            together[into] -= over
            given_back[voter] = over
        after[voter] = together
    return Merged(after, given_back)


def merge_counts(
    counts: Mapping[Option, Mapping[Group, int]], merged: Collection[Option], into: Option
) -> dict[Option, dict[Group, int]]:
    """The counts once the `merged` options are the one option `into`; no cap, no persons."""
    after: dict[Option, Counter[Group]] = {}
    for option, by_group in counts.items():
        after.setdefault(into if option in merged else option, Counter()).update(by_group)
    return {option: dict(by_group) for option, by_group in after.items()}


def _together(
    ballot: Mapping[Option, int], merged: Collection[Option], into: Option
) -> dict[Option, int]:
    dots: Counter[Option] = Counter()
    for option, given in ballot.items():
        dots[into if option in merged else option] += given
    return dict(dots)


def _ranked(
    options: Sequence[Option],
    counts: Mapping[Option, Mapping[Group, int]],
    voters: Mapping[Option, int],
) -> Tally[Option, Group]:
    numbers = {option: number for number, option in enumerate(options, start=1)}
    if unknown := counts.keys() - numbers.keys():
        raise KeyError(unknown)
    dots = {option: sum(counts.get(option, {}).values()) for option in options}
    order = sorted(options, key=lambda option: (dots[option], voters.get(option, 0)), reverse=True)
    first_place: dict[int, int] = {}
    for place, option in enumerate(order, start=1):
        first_place.setdefault(dots[option], place)
    with_dots = Counter(dots.values())
    return Tally(
        tuple(
            Standing(
                option=option,
                number=numbers[option],
                rank=first_place[dots[option]],
                shared=with_dots[dots[option]] > 1,
                dots=dots[option],
                voters=voters.get(option, 0),
                by_group={group: given for group, given in counts.get(option, {}).items() if given},
            )
            for option in order
        )
    )
