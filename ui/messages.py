"""Expected errors and steps, in words.

The domain knows keys and facts; the sentences stand in `ui.sentences`, the names of steps in
`ui.step_words`, each once and in English. No Qt here: the command line says the same sentences.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ui.sentences import SENTENCES, SINGULARS
from ui.step_words import STEPS
from ui.translate import plural, tr
from workshop.changes import Step
from workshop.errors import CoxswainError

_LONGEST = 120
"""Characters of one fact in a sentence."""
_LONGEST_CHOICE = 400
"""Characters of a list of what is possible: cutting it would cut the help."""
_CHOICES = frozenset({"allowed", "known"})
_CONTROLS = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
"""What would break the line, turn its direction, or cannot be shown at all."""
_FILES = frozenset({"file", "beside", "folder"})
"""Facts that are paths."""
_NAMES = frozenset({"record", "field", "fields", "by", "to", "kind"})
"""Facts that may name tables, fields and kinds."""


def sentence(error: CoxswainError) -> str:
    """What went wrong, where, and what to do."""
    words = _fitting(SENTENCES.get(error.key, ()), error.facts)
    if words is None:
        return tr("That cannot be done ({key}).", key=error.key)
    return _counted(words, error.facts)


def _counted(words: str, facts: Mapping[str, Any]) -> str:
    """A sentence in the user's language, by the number in it where that is so."""
    told = _told(facts)
    if words not in SINGULARS:
        return tr(words, **told)
    fact, one = SINGULARS[words]
    count = facts.get(fact)
    return plural(count if type(count) is int else 2, one, words, **{"count": count, **told})


def system_sentence(error: OSError) -> str:
    """What the system says of a file, in a sentence of ours."""
    file = file_name(str(error.filename)) if error.filename else tr("The file")
    why = error.strerror or type(error).__name__
    return tr("{file} cannot be used: {why}.", file=file, why=why)


def step_words(step: Step) -> str:
    """What a step did, as it stands after "Undo": "add note 14"."""
    return step_name(step.label, step.facts)


def step_name(label: str, facts: Mapping[str, Any]) -> str:
    """The words of a step of this label."""
    words = _fitting(STEPS.get(label, ()), facts)
    return tr(words, **_told(facts)) if words else tr("the last change")


def undo_words(step: Step) -> str:
    """The name of the action that takes a step back."""
    return tr("Undo {step}", step=step_words(step))


def redo_words(step: Step) -> str:
    """The name of the action that does a step again."""
    return tr("Redo {step}", step=step_words(step))


def facts_in(words: str) -> set[str]:
    """The facts that a sentence needs."""
    return set(re.findall(r"{(\w+)}", words))


def _fitting(several: Sequence[str], facts: Mapping[str, Any]) -> str | None:
    """The first whose facts are all known and not empty, else the last."""
    there = {name for name, value in facts.items() if value is not None and value != ""}
    fitting = (words for words in several if facts_in(words) <= there)
    return next(fitting, several[-1] if several else None)


def _told(facts: Mapping[str, Any]) -> dict[str, object]:
    told = {
        name: _shown(value, name in _NAMES, _LONGEST_CHOICE if name in _CHOICES else _LONGEST)
        for name, value in facts.items()
    }
    for name in _FILES & facts.keys():
        told[name] = file_name(str(facts[name]))
    why = facts.get("why")
    if isinstance(why, str) and why in SENTENCES:
        inner = {name: value for name, value in facts.items() if name != "why"}
        told["why"] = sentence(CoxswainError(why, **inner))
    return told


def file_name(path: Path | str) -> str:
    """A file's name in a sentence: one line, and no more letters than can be read; the folder goes
    where the whole would be too long."""
    name = _CONTROLS.sub("?", str(path))
    return name if len(name) <= _LONGEST else "…" + name[-_LONGEST:]


def _shown(value: object, is_name: bool = False, longest: int = _LONGEST) -> object:
    """A fact as it stands in a sentence: one line, not too long, no tricks with control codes."""
    if isinstance(value, CoxswainError):
        return sentence(value)
    if isinstance(value, bool | int | float):
        return value
    if value is None:
        return tr("nothing")
    if isinstance(value, list | tuple | set | frozenset):
        value = ", ".join(str(_shown(item, is_name)) for item in value)
    text = _CONTROLS.sub(" ", str(value).replace("_", " ") if is_name else str(value))
    return text if len(text) <= longest else text[: longest - 1] + "…"
