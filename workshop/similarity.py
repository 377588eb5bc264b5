"""Notes that say similar things, found by the words they share.

No dictionary and no network: words lose accents and endings, common words count for nothing, and
each of the others counts the more the fewer notes have it (Spärck Jones, inverse document
frequency). Two notes are as similar as the angle between their words (Salton, cosine). What is
said in wholly other words is not found.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from workshop.frozen import frozen
from workshop.searching import plain
from workshop.stop_words import STOP_WORDS

NEAR = 0.22
"""So similar, from 0 to 1, are two notes with two words in common that are worth a look."""
NEAR_BY_ONE_WORD = 0.4
"""The same where they have one word in common: there chance is greater."""
LIKELY_SAME = 0.6
"""So similar are two notes that say nearly the same."""
MOST_TOGETHER = 7
"""A suggestion has at most so many notes: more are a topic rather than a thought."""
MOST_HOLDERS = 40
"""A word that more notes have brings no two of them together, though it counts where others do."""
_LEAST_STEM = 4

Id = TypeVar("Id", bound=Hashable)
Words = dict[str, str]

_WORD = re.compile(r"[^\W_]+")


@frozen
class Pair(Generic[Id]):
    """Two notes, how similar they are, and the words that both have, as the first writes them."""

    one: Id
    other: Id
    likeness: float
    shared: tuple[str, ...]


@frozen
class Suggestion(Generic[Id]):
    """Notes that may belong together, and the words that at least two of them share; `same` says
    that they may even be duplicates."""

    notes: tuple[Id, ...]
    shared: tuple[str, ...]
    likeness: float
    same: bool


def stem(word: str) -> str:
    """A word without its ending: what is left of two forms of one word is mostly the same.

    The ending of any of four languages goes while at least four letters are left.
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            word = word[: -len(ending)]
            break
    doubled = len(word) > _LEAST_STEM and word[-1] == word[-2]
    return word[:-1] if doubled else word


_IN_FOUR_LANGUAGES = """s es ed er ers ing ings e y ies ied n en em ern st te ten ung ungen end
ende enden ees ent ait aient ant ante ez ion ions ment ement a as o os an ar ir ado ada ados adas
ando iendo cion ciones mente idad idades"""
_ENDINGS = sorted(_IN_FOUR_LANGUAGES.split(), key=len, reverse=True)


def words_of(text: str) -> Words:
    """The telling words of a text: stem to the word as it is written there."""
    found: Words = {}
    for word in _WORD.findall(text):
        bare = plain(word)
        if bare not in STOP_WORDS and (len(bare) > 2 or not bare.isalpha()):
            found.setdefault(stem(bare), word)
    return found


def pairs(texts: Mapping[Id, str]) -> list[Pair[Id]]:
    """The notes worth a look two by two, the most similar first."""
    words = {note: words_of(text) for note, text in texts.items()}
    holders: dict[str, list[Id]] = defaultdict(list)
    for note, own in words.items():
        for each in own:
            holders[each].append(note)
    weight = {each: math.log((len(texts) + 1) / len(notes)) for each, notes in holders.items()}
    length = {
        note: math.sqrt(sum(weight[each] ** 2 for each in own)) for note, own in words.items()
    }
    found: list[Pair[Id]] = []
    for one, other in _candidates(holders):
        shared = [each for each in words[one] if each in words[other]]
        likeness = sum(weight[each] ** 2 for each in shared) / (length[one] * length[other])
        if likeness >= (NEAR if len(shared) > 1 else NEAR_BY_ONE_WORD):
            found.append(Pair(one, other, likeness, tuple(words[one][each] for each in shared)))
    return sorted(found, key=lambda pair: -pair.likeness)


def _candidates(holders: Mapping[str, list[Id]]) -> Iterator[tuple[Id, Id]]:
    """Any two notes that share a word that not too many have, each pair once."""
    seen: set[tuple[Id, Id]] = set()
    for notes in holders.values():
        if len(notes) > MOST_HOLDERS:
            continue
        for at, one in enumerate(notes):
            for other in notes[at + 1 :]:
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other


def suggestions(
    texts: Mapping[Id, str], cluster_of: Mapping[Id, Hashable] | None = None
) -> list[Suggestion[Id]]:
    """Notes that may belong together, the most similar first; no note is in two suggestions.

    `cluster_of` says which notes lie in a cluster already: what was put together stays, so that at
    most one such cluster is in a suggestion, and never that alone.
    """
    lies_in = cluster_of or {}
    groups: list[_Group[Id]] = []
    group_of: dict[Id, _Group[Id]] = {}
    for pair in pairs(texts):
        if pair.one in lies_in and pair.other in lies_in:
            continue
        one, other = group_of.get(pair.one), group_of.get(pair.other)
        if one is None and other is None:
            made = _Group([pair.one, pair.other], [pair])
            groups.append(made)
            group_of[pair.one] = group_of[pair.other] = made
        elif one is None or other is None:
            group, note = (one, pair.other) if one is not None else (other, pair.one)
            if group is not None and group.takes(note, lies_in):
                group.notes.append(note)
                group.pairs.append(pair)
                group_of[note] = group
    return [group.told() for group in groups]


@dataclass(slots=True)
class _Group(Generic[Id]):
    """A suggestion in the making."""

    notes: list[Id]
    pairs: list[Pair[Id]]

    def takes(self, note: Id, lies_in: Mapping[Id, Hashable]) -> bool:
        """Whether there is room for a note, and no second cluster comes with it."""
        there = {lies_in[one] for one in (*self.notes, note) if one in lies_in}
        return len(self.notes) < MOST_TOGETHER and len(there) <= 1

    def told(self) -> Suggestion[Id]:
        """The suggestion, its words in the order in which they are shared most."""
        count = Counter(plain(word) for pair in self.pairs for word in pair.shared)
        first = {plain(word): word for pair in reversed(self.pairs) for word in pair.shared}
        likeness = max(pair.likeness for pair in self.pairs)
        same = all(pair.likeness >= LIKELY_SAME for pair in self.pairs)
        shared = tuple(first[word] for word, _ in count.most_common())
        return Suggestion(tuple(self.notes), shared, likeness, same)
