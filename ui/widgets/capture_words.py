"""What the capture bar says of the length of a note, and of its own keys."""

from __future__ import annotations

from ui.translate import plural, tr
from workshop.records.people import Function, Participant
from workshop.records.words import NOTE_LIMIT

_WORDS_COUNTED_FROM, _CHARACTERS_COUNTED_FROM = 10, 100


def length(text: str, most_words: int, masked: bool) -> tuple[str, bool]:
    """How long a text is, from a length on where that matters, and whether it is too long. Where
    what is typed is masked the words are counted from the first."""
    words, characters = len(text.split()), len(text)
    long = words >= _WORDS_COUNTED_FROM or characters >= _CHARACTERS_COUNTED_FROM
    if characters > NOTE_LIMIT:
        said = tr("{count} characters, at most {limit}", count=characters, limit=NOTE_LIMIT)
        return said, True
    if most_words and words > most_words:
        return tr("{count} words, better {limit}", count=words, limit=most_words), True
    if long or (masked and words):
        return plural(words, "{count} word", "{count} words"), False
    return "", False


def invitation(function: Function | None, lane: str, speaker: Participant | None) -> str:
    """What stands in the empty line: whose note it takes, and where it goes."""
    if function is None:
        return tr("Type a note")
    if speaker is not None:
        return tr("Type what {name} says", name=speaker.name)
    if lane:
        return tr("Type a note for {name}: {lane}", name=function.name, lane=lane)
    return tr("Type a note for {name}", name=function.name)


def hints() -> list[tuple[str, str]]:
    """The keys of the bar, most important first: what does not fit is left out."""
    return [
        (tr("Enter"), tr("add")),
        (tr("Alt 1–9"), tr("function")),
        (tr("Tab"), tr("next function")),
        (tr("@"), tr("author")),
        (tr("Ctrl V"), tr("paste a list")),
        (tr("Up"), tr("edit the last")),
        (tr("Esc"), tr("to the notes")),
    ]
