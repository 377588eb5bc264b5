from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.rules.adoption import (
    CONSENT,
    FIST_TO_FIVE,
    GRADIENT8,
    AdoptionRule,
    Evaluation,
    Stakes,
    Verdict,
    evaluate,
)
from workshop.rules.scale import Scale

DECIDERS = {"product": "pat", "design": "dee"}


def round_of(
    levels: str,
    pat: int,
    dee: int,
    stakes: Stakes = Stakes.HIGH,
    rule: AdoptionRule = GRADIENT8,
) -> Evaluation[str, str]:
    """Two deciders and others who stand at `levels`."""
    others = {f"other{place}": int(level) for place, level in enumerate(levels)}
    return evaluate({"pat": pat, "dee": dee, **others}, DECIDERS, stakes, rule)


def test_a_round_of_support_adopts() -> None:
    said = round_of("223", 1, 3)
    assert (said.verdict, said.support, said.of) == (Verdict.ADOPT, 5, 5)
    assert said.share == Fraction(1)
    assert not said.blocks
    assert not said.provisional


@pytest.mark.parametrize(
    ("levels", "stakes", "verdict"),
    [
        ("114", Stakes.HIGH, Verdict.ADOPT),  # 4 of 5 is 80 per cent
        ("144", Stakes.HIGH, Verdict.NOT_YET),
        ("144", Stakes.NORMAL, Verdict.ADOPT),  # 3 of 5 is 60 per cent
        ("444", Stakes.NORMAL, Verdict.NOT_YET),
    ],
)
def test_the_share_needed_follows_from_the_stakes(
    levels: str, stakes: Stakes, verdict: Verdict
) -> None:
    assert round_of(levels, 1, 1, stakes).verdict is verdict


def test_the_share_is_told_as_people() -> None:
    assert GRADIENT8.support_needed(Stakes.HIGH, 11) == 9
    assert GRADIENT8.support_needed(Stakes.NORMAL, 10) == 6
    assert round_of("114", 1, 1).needed == 4


def test_a_block_stops_whatever_the_share() -> None:
    said = round_of("11111118", 1, 1)
    assert (said.verdict, said.blocks) == (Verdict.NOT_YET, ("other7",))


@pytest.mark.parametrize(
    ("level", "verdict"),
    [
        (4, Verdict.ADOPT),
        (5, Verdict.NOT_YET),
        (6, Verdict.ADOPT),
        (7, Verdict.NOT_YET),
        (8, Verdict.NOT_YET),
    ],
)
def test_a_decider_may_be_neutral_or_dislike_but_not_object(level: int, verdict: Verdict) -> None:
    said = round_of("11111111", 1, level)
    assert said.verdict is verdict
    assert said.deciders_not_with_it == (() if verdict is Verdict.ADOPT else ("dee",))


def test_the_same_level_from_someone_else_only_costs_support() -> None:
    said = round_of("1111117", 1, 1)
    assert (said.verdict, said.support, said.of) == (Verdict.ADOPT, 8, 9)
    assert said.dissenters == ("other6",)
    assert said.with_dissent


def test_who_took_no_stance_is_not_counted_but_a_missing_decider_makes_it_provisional() -> None:
    said = evaluate({"pat": 1, "other": 2}, DECIDERS, Stakes.HIGH)
    assert (said.verdict, said.of) == (Verdict.ADOPT, 2)
    assert said.functions_unheard == ("design",)
    assert said.provisional


def test_a_function_without_a_decider_is_not_waited_for() -> None:
    assert not evaluate({"other": 1}, {}, Stakes.HIGH).provisional


def test_nobody_has_not_adopted_anything() -> None:
    said = evaluate({}, DECIDERS, Stakes.NORMAL)
    assert (said.verdict, said.of) == (Verdict.NOT_YET, 0)
    assert said.share == Fraction(0)
    assert not said.weak_yes


@pytest.mark.parametrize(
    ("levels", "weak"), [("322", False), ("3322", True), ("331", False), ("333", True)]
)
def test_a_weak_yes_has_nobody_all_in_and_half_with_reservations(levels: str, weak: bool) -> None:
    stances = {place: int(level) for place, level in enumerate(levels)}
    assert evaluate(stances, {}, Stakes.HIGH).weak_yes is weak


@pytest.mark.parametrize(
    ("rule", "level", "does"),
    [
        (GRADIENT8, 1, "supports"),
        (GRADIENT8, 2, "supports"),
        (GRADIENT8, 3, "supports"),
        (GRADIENT8, 4, ""),
        (GRADIENT8, 5, "stops as decider"),
        (GRADIENT8, 6, "dissents"),
        (GRADIENT8, 7, "dissents, stops as decider, needs a reason"),
        (GRADIENT8, 8, "dissents, stops as decider, stops, needs a reason"),
        (FIST_TO_FIVE, 5, "supports"),
        (FIST_TO_FIVE, 4, "supports"),
        (FIST_TO_FIVE, 3, "supports"),
        (FIST_TO_FIVE, 2, "dissents, stops as decider"),
        (FIST_TO_FIVE, 1, "dissents, stops as decider, needs a reason"),
        (FIST_TO_FIVE, 0, "dissents, stops as decider, stops, needs a reason"),
        (CONSENT, 1, "supports"),
        (CONSENT, 2, "supports"),
        (CONSENT, 3, "dissents, stops as decider, needs a reason"),
    ],
)
def test_what_each_level_does(rule: AdoptionRule, level: int, does: str) -> None:
    said = evaluate({"pat": level}, DECIDERS, Stakes.NORMAL, rule)
    deeds = {
        "supports": said.support == 1,
        "dissents": said.dissenters == ("pat",),
        "stops as decider": said.deciders_not_with_it == ("pat",),
        "stops": said.blocks == ("pat",),
        "needs a reason": level in rule.reason_levels,
    }
    assert ", ".join(deed for deed, done in deeds.items() if done) == does


@pytest.mark.parametrize(
    ("rule", "lowest", "highest"), [(GRADIENT8, 1, 8), (FIST_TO_FIVE, 0, 5), (CONSENT, 1, 3)]
)
def test_every_level_of_a_rule_is_on_its_scale(
    rule: AdoptionRule, lowest: int, highest: int
) -> None:
    assert rule.scale == Scale(lowest, highest)
    levels = rule.support_levels | rule.no_one_at | rule.no_decider_at | rule.dissent_levels
    levels |= rule.reason_levels | {rule.all_in, rule.weakest_support}
    assert all(level in rule.scale for level in levels)


@pytest.mark.parametrize("stakes", Stakes)
@pytest.mark.parametrize(
    ("rule", "levels", "verdict"),
    [
        (FIST_TO_FIVE, "34555", Verdict.ADOPT),
        (FIST_TO_FIVE, "24555", Verdict.NOT_YET),  # opens a round
        (FIST_TO_FIVE, "04555", Verdict.NOT_YET),  # stops
        (CONSENT, "11112", Verdict.ADOPT),
        (CONSENT, "11113", Verdict.NOT_YET),  # an objection opens a round
    ],
)
def test_fingers_and_consent_need_everyone(
    rule: AdoptionRule, levels: str, verdict: Verdict, stakes: Stakes
) -> None:
    stances = {place: int(level) for place, level in enumerate(levels)}
    assert evaluate(stances, {}, stakes, rule).verdict is verdict


@pytest.mark.parametrize(
    ("rule", "levels", "weak"),
    [
        (FIST_TO_FIVE, "334", True),
        (FIST_TO_FIVE, "335", False),
        (CONSENT, "22", True),
        (CONSENT, "221", False),
    ],
)
def test_a_weak_yes_on_the_shorter_scales(rule: AdoptionRule, levels: str, weak: bool) -> None:
    stances = {place: int(level) for place, level in enumerate(levels)}
    assert evaluate(stances, {}, Stakes.NORMAL, rule).weak_yes is weak


def test_the_rule_is_data() -> None:
    strict = AdoptionRule(support_share_normal=Fraction(1))
    assert round_of("114", 1, 1, Stakes.NORMAL, strict).verdict is Verdict.NOT_YET


rounds = st.dictionaries(st.sampled_from(["pat", "dee", *"abcdefg"]), st.integers(1, 8))


@given(rounds, st.sampled_from(Stakes))
def test_high_stakes_never_adopt_what_normal_stakes_would_not(
    stances: dict[str, int], stakes: Stakes
) -> None:
    said = evaluate(stances, DECIDERS, stakes)
    if said.verdict is Verdict.ADOPT:
        assert evaluate(stances, DECIDERS, Stakes.NORMAL).verdict is Verdict.ADOPT
        assert not said.blocks
        assert not said.deciders_not_with_it
        assert said.support >= said.needed


@given(rounds, st.sampled_from(["pat", "dee", *"abcdefg"]))
def test_more_agreement_never_costs_the_adoption(stances: dict[str, int], person: str) -> None:
    if person in stances and evaluate(stances, DECIDERS, Stakes.HIGH).verdict is Verdict.ADOPT:
        warmer = {**stances, person: 1}
        assert evaluate(warmer, DECIDERS, Stakes.HIGH).verdict is Verdict.ADOPT
