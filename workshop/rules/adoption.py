"""Whether a proposal is adopted: what the rule says about one round of stances.

The rule is data, so gradient of agreement, fist to five and consent are one rule with different
levels. The rule only says; people decide and record an outcome of their own.
Sources: gradients of agreement (Kaner and colleagues, 1987), fist to five, consent (sociocracy).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Hashable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Generic, TypeVar

from workshop.frozen import frozen
from workshop.rules.scale import Scale

Person = TypeVar("Person", bound=Hashable)
Function = TypeVar("Function", bound=Hashable)


class Stakes(StrEnum):
    """How much hangs on a proposal; the share of support it needs follows from it."""

    HIGH = "high"
    NORMAL = "normal"


class Verdict(StrEnum):
    """What the rule says. Whether a block stopped the round stands in `Evaluation.blocks`."""

    ADOPT = "adopt"
    NOT_YET = "not_yet"


_EIGHT_STEPS = Scale(1, 8)


@frozen
class AdoptionRule:
    """The levels of a scale and what they do; the defaults are the eight-step gradient.

    1 all in, 2 yes with a small point, 3 yes with reservations, 4 neutral, 5 needs more talk,
    6 dislike but will support, 7 serious disagreement, 8 block.
    """

    scale: Scale = _EIGHT_STEPS
    support_levels: frozenset[int] = frozenset({1, 2, 3})
    support_share_high: Fraction = Fraction(4, 5)
    support_share_normal: Fraction = Fraction(3, 5)
    no_one_at: frozenset[int] = frozenset({8})
    no_decider_at: frozenset[int] = frozenset({5, 7, 8})
    dissent_levels: frozenset[int] = frozenset({6, 7, 8})
    reason_levels: frozenset[int] = frozenset({7, 8})
    all_in: int = 1
    weakest_support: int = 3
    rounds_max: int = 2
    otherwise: str = "park_or_decider"

    def support_share(self, stakes: Stakes) -> Fraction:
        """The share of the stances taken that must support the proposal."""
        return self.support_share_high if stakes == Stakes.HIGH else self.support_share_normal

    def support_needed(self, stakes: Stakes, of: int) -> int:
        """That share as people, of `of` who took a stance: 9 of 11."""
        return math.ceil(self.support_share(stakes) * of)


GRADIENT8 = AdoptionRule()

FIST_TO_FIVE = AdoptionRule(
    scale=Scale(0, 5),
    support_levels=frozenset({3, 4, 5}),
    support_share_high=Fraction(1),
    support_share_normal=Fraction(1),
    no_one_at=frozenset({0}),
    no_decider_at=frozenset({0, 1, 2}),
    dissent_levels=frozenset({0, 1, 2}),
    reason_levels=frozenset({0, 1}),
    all_in=5,
    weakest_support=3,
)
"""Fingers: 5, 4 and 3 support, 2 and 1 open a round, the fist stops."""

CONSENT = AdoptionRule(
    scale=Scale(1, 3),
    support_levels=frozenset({1, 2}),
    support_share_high=Fraction(1),
    support_share_normal=Fraction(1),
    no_one_at=frozenset(),
    no_decider_at=frozenset({3}),
    dissent_levels=frozenset({3}),
    reason_levels=frozenset({3}),
    all_in=1,
    weakest_support=2,
)
"""1 consent, 2 consent with a concern on record, 3 an objection, which opens a round."""


@frozen
class Evaluation(Generic[Person, Function]):
    """What the rule says about one round, and why.

    `needed` of the `of` stances taken must support. People stand in the order of the stances.
    """

    verdict: Verdict
    support: int
    needed: int
    of: int
    blocks: tuple[Person, ...]
    deciders_not_with_it: tuple[Person, ...]
    functions_unheard: tuple[Function, ...]
    dissenters: tuple[Person, ...]
    weak_yes: bool

    @property
    def share(self) -> Fraction:
        """Support as a part of the stances taken; 0 when there are none."""
        return Fraction(self.support, self.of) if self.of else Fraction(0)

    @property
    def provisional(self) -> bool:
        """A function has a decider who took no stance, so its word is still missing."""
        return bool(self.functions_unheard)

    @property
    def with_dissent(self) -> bool:
        """Someone dislikes, disagrees or blocks; printed when this round is the adopting one."""
        return bool(self.dissenters)


def evaluate(
    stances: Mapping[Person, int],
    deciders: Mapping[Function, Person],
    stakes: Stakes,
    rule: AdoptionRule = GRADIENT8,
) -> Evaluation[Person, Function]:
    """What `rule` says about the `stances` of one round (person -> level).

    Who abstains is not in `stances` and not counted. `deciders` names one person for each
    function that has a decider; a function without any is never waited for. A weak yes is a hint
    beside the verdict: nobody all in, and at least half at the weakest support.
    """

    def at(levels: Collection[int]) -> tuple[Person, ...]:
        return tuple(person for person, level in stances.items() if level in levels)

    blocks = at(rule.no_one_at)
    decisive = set(deciders.values())
    against = tuple(person for person in at(rule.no_decider_at) if person in decisive)
    support, needed = len(at(rule.support_levels)), rule.support_needed(stakes, len(stances))
    adopted = bool(stances) and not blocks and not against and support >= needed
    reserved = len(at({rule.weakest_support}))
    return Evaluation(
        verdict=Verdict.ADOPT if adopted else Verdict.NOT_YET,
        support=support,
        needed=needed,
        of=len(stances),
        blocks=blocks,
        deciders_not_with_it=against,
        functions_unheard=tuple(
            function for function, decider in deciders.items() if decider not in stances
        ),
        dissenters=at(rule.dissent_levels),
        weak_yes=2 * reserved >= max(1, len(stances)) and not at({rule.all_in}),
    )
