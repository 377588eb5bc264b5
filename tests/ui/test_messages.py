"""Every expected error and every step of the domain has words, and all words are well made."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.spoken_keys import Use, error_keys, other_keys, step_labels
from ui import messages
from ui.sentences import SENTENCES, SINGULARS
from ui.step_words import STEPS
from workshop.changes import Step, StepId
from workshop.errors import DataProblem, FileProblem, Refused

ALWAYS = {"file"}
"""Facts that are added to an error on its way."""


def _matching(table: dict[str, tuple[str, ...]], use: Use) -> list[str]:
    return [key for key in table if fnmatchcase(key, use.key)]


def test_the_domain_was_searched() -> None:
    keys = {use.key for use in error_keys()}
    assert {"note.too_long", "file.exists", "undo.changed", "data.value"} <= keys
    assert {"note.add", "board.*", "stage.move"} <= {use.key for use in step_labels()}
    assert {"file.disk_full", "clock.pause"} <= {use.key for use in other_keys()}


def test_every_error_has_a_sentence() -> None:
    assert [
        f"{use.key} ({use.where})" for use in error_keys() if not _matching(SENTENCES, use)
    ] == []


def test_every_step_has_words() -> None:
    assert [f"{use.key} ({use.where})" for use in step_labels() if not _matching(STEPS, use)] == []


def test_keys_that_reach_an_error_or_a_step_another_way_have_words() -> None:
    """In tables and variables: whatever looks like a key is one."""
    known = {**SENTENCES, **STEPS}
    assert [f"{use.key} ({use.where})" for use in other_keys() if not _matching(known, use)] == []


def test_no_words_are_left_over() -> None:
    """Words of a key that nothing uses any more are taken out."""
    used = [*error_keys(), *step_labels(), *other_keys()]
    unused = [
        key for key in {**SENTENCES, **STEPS} if not any(fnmatchcase(key, use.key) for use in used)
    ]
    assert unused == []


def test_sentences_ask_for_facts_that_are_there() -> None:
    """The last of several sentences must do with the facts that always stand beside the key."""
    wrong = [
        f"{use.key} ({use.where}): {sorted(missing)}"
        for table, uses in ((SENTENCES, error_keys()), (STEPS, step_labels()))
        for use in uses
        for key in _matching(table, use)
        if not use.open
        if (missing := messages.facts_in(table[key][-1]) - use.facts - ALWAYS)
    ]
    assert wrong == []


@pytest.mark.parametrize("words", [words for several in SENTENCES.values() for words in several])
def test_a_sentence_is_plain(words: str) -> None:
    assert re.match(r"[A-Z“{]", words), "begins as a sentence does"
    assert words.endswith((".", "}")), "ends as one"
    assert "!" not in words
    assert '"' not in words
    assert "please" not in words.lower()


@pytest.mark.parametrize("words", [words for several in STEPS.values() for words in several])
def test_the_words_of_a_step_follow_undo(words: str) -> None:
    assert re.match(r"[a-z]", words)
    assert not words.endswith(".")


def test_the_first_sentence_whose_facts_are_known_is_said() -> None:
    facts = {"count": 612, "limit": 500}
    assert messages.sentence(Refused("note.too_long", **facts)).startswith("This has 612")
    assert messages.sentence(Refused("note.too_long", line=3, **facts)).startswith("Line 3 has 612")


def test_an_empty_value_keeps_its_place() -> None:
    facts: dict[str, Any] = {
        "file": "a.yaml",
        "line": 7,
        "found": "",
        "allowed": "text of 1 to 500 characters",
    }
    told = messages.sentence(DataProblem("data.value", path="notes[4].text", **facts))
    assert told == (
        "a.yaml, line 7: notes[4].text cannot be empty. Possible is: text of 1 to 500 characters."
    )
    told = messages.sentence(DataProblem("data.value", path="", **facts))
    assert told.startswith("a.yaml, line 7: this cannot be empty.")
    invalid = Refused("field.invalid", field="text", found="", allowed="a word")
    assert messages.sentence(invalid) == "text cannot be empty. Possible is: a word."


def test_an_error_inside_an_error_is_worded_too() -> None:
    inner = Refused("stage.too_many", limit=60)
    told = messages.sentence(Refused("data.refused", file="a.yaml", problem=inner))
    assert told == "a.yaml does not fit together. An agenda has at most 60 stages."
    placed = {"file": "a.yaml", "line": 7, "path": "agenda[61]", "problem": inner}
    told = messages.sentence(DataProblem("data.refused", **placed))
    assert told == "a.yaml, line 7: agenda[61] does not fit. An agenda has at most 60 stages."
    stuck = FileProblem("file.not_saved", file="a.workshop", steps=2, why="file.gone")
    assert "a.workshop is gone" in messages.sentence(stuck)


def test_one_is_not_many() -> None:
    stuck = {"file": "a.workshop", "why": "file.gone"}
    assert messages.sentence(FileProblem("file.not_saved", steps=1, **stuck)).startswith(
        "1 change is not saved yet."
    )
    assert messages.sentence(FileProblem("file.not_saved", steps=2, **stuck)).startswith(
        "2 changes are not saved yet."
    )


@pytest.mark.parametrize(("many", "counted", "one"), [(m, *o) for m, o in SINGULARS.items()])
def test_a_sentence_for_one_stands_beside_the_one_for_many(
    many: str, counted: str, one: str
) -> None:
    assert any(many in several for several in SENTENCES.values())
    assert counted in messages.facts_in(many) == messages.facts_in(one)


def test_an_unknown_key_still_makes_a_sentence() -> None:
    assert "never.heard_of" in messages.sentence(Refused("never.heard_of"))


def test_steps_are_named() -> None:
    step = Step(StepId(1), "", "facilitator", "note.add", {"count": 1, "nr": 14}, ())
    assert messages.undo_words(step) == "Undo add note 14"
    many = Step(StepId(1), "", "facilitator", "note.add", {"count": 5}, ())
    assert messages.redo_words(many) == "Redo add 5 notes"


def test_what_the_system_says_names_the_file() -> None:
    told = messages.system_sentence(PermissionError(13, "Permission denied", "plan.yaml"))
    assert told == "plan.yaml cannot be used: Permission denied."


facts = st.dictionaries(
    st.sampled_from(sorted({name for words in SENTENCES.values() for w in words
                            for name in messages.facts_in(w)})),
    st.one_of(st.none(), st.text(), st.integers(), st.booleans(), st.lists(st.text(), max_size=3),
              st.builds(Path, st.just("a/b"))),
)  # fmt: skip


@given(key=st.sampled_from(sorted(SENTENCES)), facts=facts)
def test_any_facts_make_one_line(key: str, facts: dict[str, Any]) -> None:
    said = messages.sentence(Refused(key, **facts))
    assert said
    assert "\n" not in said
    assert not any(ord(letter) < 32 or 0x202A <= ord(letter) <= 0x202E for letter in said)
