from workshop.rules.trend import trend


def test_nearer_to_the_target_is_toward_it_on_both_sides() -> None:
    assert trend(41, 52, 70) == "toward"
    assert trend(3.1, 2.0, 1.5) == "toward"
    assert trend(90, 80, 70) == "toward"


def test_further_off_is_away_and_as_far_is_level() -> None:
    assert trend(52, 49, 70) == "away"
    assert trend(65, 80, 70) == "away"
    assert trend(60, 60, 70) == "level"
    assert trend(65, 75, 70) == "level"
