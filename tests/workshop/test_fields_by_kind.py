"""Every field that a stage kind is described with has its place, by its name in YAML.

The lists below are the vocabulary of the nineteen kinds and of what they share. A name stands here
as a facilitator would look for it; `place` says where in YAML it is: a record's table, a part of
one, or the settings of a kind (`setup`).
"""

from __future__ import annotations

import pytest

from workshop.catalogue import ELSEWHERE, PARTS
from workshop.columns import Value, columns
from workshop.records.agenda import GroupPlan, Step, Voting
from workshop.setups import settings_types
from workshop.tables import tables

STAGE = """
    id kind title minutes priority prompt facilitator_notes.run facilitator_notes.watch
    facilitator_notes.say steps setup voting groups fallback.shorten_to fallback.how
    fallback.may_skip fallback.if_skipped pinned_at day hidden section
"""
RECORDS: dict[str, str] = {
    "stage": STAGE,
    "stage_input": "from what",
    "stage_output": "what brief",
    "clock_event": "stage event at minutes",
    "step_mark": "stage step ran_sec",
    "board": """
        lanes private_writing silent_minutes notes_per_person notes_per_lane max_words reveal
        attribution
    """,
    "note": """
        nr stage lane function author text evidence cluster merged_into phase entered_by channel
        signal
    """,
    "marked": "stage mark text",
    "group": "name locked function",
    "group_phase": "phase",
    "check_out": "stage",
    "hope": "note",
    "fingers": "value voice_of entered_by closing",
    "one_point_more": "by text",
    "word": "text",
    "alignment_check": "stage scale.min scale.max scale.labels",
    "sign": "sign text discussed to_watch",
    "sign_remark": "sign by text",
    "rating": "value voice_of entered_by",
    "five_whys": "start cause_we_own backwards",
    "why": "level because evidence branch from_level",
    "parked_cure": "by text",
    "persona": """
        id name kind situation goal trouble own_words success evidence evidence_note find_out
        primary by
    """,
    "persona_writer": "participant",
    "landscape": "axes.x.name axes.y.name us.today.x us.aim.x",
    "alternative": """
        alternative type chosen_because falls_short our_answer pulls pushes evidence
        met_most_often fastest_growing x y
    """,
    "insight": "direction from to we_know we_ask asked_by useful_for rhythm keeper told_by",
    "visit": "function who where by",
    "journey": "persona scenario horizon emotion.scale.min emotion.scale.max",
    "phase": "id name owner",
    "opportunity": "id phase text segment revenue_effect",
    "card": "value voice_of entered_by",
    "blind_value": "value",
    "target": "value",
    "talk": "persona phase high low outcome",
    "moment": "id phase text owner told_by quote",
    "ballot": """
        question dots max_per_item voters own_notes warm_up supervote chosen_by
    """,
    "option": "picked kept",
    "voice": "by text",
    "round": "attribution state",
    "proposal": """
        title about stakes scale proposed_by status owner told_by review_on rule parked.owner
        parked.told_by parked.until parked.bring recorded_reservation.by
        recorded_reservation.text
    """,
    "proposal_round": "round text conflict_step result",
    "stance": "level shown changed_because voice_of entered_by",
    "concern": """
        by level text state answer answered_by owner told_by until action read_back harm for_whom
        would_pass_if
    """,
    "dissent": "by text",
    "statement": """
        before.text before.since underlined after tests tests.of why proof would_refuse
        changed_because
    """,
    "draft": "id text",
    "merge": "text tests remark",
    "positioning": """
        lines.for_whom lines.who_need lines.product lines.kind_of_product lines.key_benefit
        lines.unlike lines.our_difference sentence keeper told_by
    """,
    "contested": "line function text",
    "claim": "text mark by checked_by",
    "press_release": """
        announce_on occasion headline subhead trouble_today what_changes first_step
        customer_voice.who customer_voice.text struck
    """,
    "must_be_true": "text owner told_by done",
    "metric": """
        id name kind why unit parent_goal baseline baseline_source target due guard_rule owner
        told_by evidence phase milestone change
    """,
    "contribution": "text",
    "reading": "date value cause by",
    "incentive": "finding handled_in",
    "milestone": """
        title date owner told_by done_when serves anchor status moved_from moved_because
    """,
    "guardrail_line": "text function within_days",
    "champion": "area who told_by",
    "pod": "name",
    "roadblock": "what cleared_by told_by due from_note",
    "action": "what owner told_by due done_when type status",
    "parked_point": "note outcome owner told_by until ref",
    "rhythm": """
        sync.every sync.weekday sync.at sync.minutes sync.first sync.keeper sync.told_by
        revisit.template revisit.date celebrate.next celebrate.how celebrate.keeper
        celebrate.told_by
    """,
    "win": "metric milestone action",
    "earlier": "title date hash data",
}
SETTINGS: dict[str, str] = {
    "opening": """
        shows check_in.question check_in.seconds_per_person check_in.order agreements media
    """,
    "break": "show bell_before_min",
    "check_out": "roti closing_question take_home_sentence next_date_required",
    "alignment_check": """
        signs scale.min scale.max scale.labels flag_when.median_at_least
        flag_when.or_spread_at_least show
    """,
    "board": """
        target_clusters.min target_clusters.max cluster_by one_per_function compare mark note_fields
        evidence_tags
    """,
    "five_whys": "start_from min_depth max_depth branches_max stop_when evidence_tags",
    "personas": "max fields choose_primary",
    "landscape": "max types fields",
    "insight_exchange": "fields pairs visits rhythms",
    "journey_map": """
        phases_default phases.min phases.max pass moments_of_truth.max emotion.min emotion.max
        evidence_tags horizon
    """,
    "vote": "pick keep",
    "consensus": """
        proposals.from proposals.max proposals.filter scale rounds_max stakes deciders outcomes
    """,
    "statement": "parts tests groups max_words keep_before_version",
    "positioning": "fields claim_marks keeper_required",
    "press_release": "fields max_words date_is_anchor",
    "metrics": """
        max kinds guards_min contributions mode allow_unknown_baseline incentive_check evidence_tags
    """,
    "milestones": "min max direction first_within_days mode",
    "guardrails": "columns champions pods.size pods.functions_min roadblocks",
    "actions": """
        max horizon_days review_date_required sync_rhythm_required carry_over take_home_sentence
        stops_min guess_checks_min
    """,
}

VALUES: list[tuple[type, str]] = [
    (Step, "minutes do bell"),
    (GroupPlan, "size mixed_functions"),
    (Voting, """
        items from dots dots_rule max_per_item attribution voters own_notes hidden_until_all_in
        tie.first tie.then warm_up supervote
    """),
]  # fmt: skip


def names_of(table: str) -> set[str]:
    """What the fields of a table are called in YAML, or there where they stand in a part."""
    info = tables()[table]
    known: set[str] = set()
    for column in info.columns:
        known.add(column.yaml or column.name)
        told = ELSEWHERE.get(f"{table}.{column.name}", "")
        known |= {word.strip("`,:") for word in told.split() if word.startswith("`")}
    for part, names in PARTS.get(table, {}).items():
        known |= {f"{part}.{name}" if part else name for name in names}
    return known


def names_in(cls: type, before: str = "") -> set[str]:
    """What the fields of a small value are called, with those of the values inside it."""
    known: set[str] = set()
    for column in columns(cls):
        name = before + (column.yaml or column.name)
        known.add(name)
        if isinstance(column.kind, Value):
            known |= names_in(column.kind.type, f"{name}.")
    return known


@pytest.mark.parametrize("table", RECORDS)
def test_a_record_has_every_field_of_its_description(table: str) -> None:
    assert set(RECORDS[table].split()) - names_of(table) == set()


@pytest.mark.parametrize(("value", "names"), VALUES)
def test_the_plan_of_a_stage_has_every_field_of_its_description(value: type, names: str) -> None:
    assert set(names.split()) - names_in(value) == set()


def test_the_settings_of_every_kind_are_described() -> None:
    assert set(SETTINGS) == set(settings_types())


@pytest.mark.parametrize("kind", SETTINGS)
def test_settings_have_every_field_of_their_description(kind: str) -> None:
    assert set(SETTINGS[kind].split()) - names_in(settings_types()[kind]) == set()
