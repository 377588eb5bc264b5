"""How the blocks of the agenda rail share its width."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

MOST_UNFOLDED, WITH_WORDS, KEPT_DONE = 10, 7, 2
"""An agenda of more stages than this folds; so many have words, and so many of those are before."""


def unfolded(leasts: Sequence[int], at: int, room: int, gap: int, fold: int) -> range:
    """Which stages have words when the one at `at` is shown: as many of its neighbours, the next
    ones first, as are legible in `room` pixels. `leasts` are the widths at which they are, `fold`
    that of a block for the others."""
    count = len(leasts)
    most = count if count <= MOST_UNFOLDED else WITH_WORDS
    first, end = at, min(at + 1, count)
    for place in _nearest(at, count):
        if place < first and at - place > KEPT_DONE and count > MOST_UNFOLDED and end < count:
            continue
        wider = range(min(first, place), max(end, place + 1))
        if len(wider) > most or len(wider) > end - first + 1:
            continue
        folds = (wider.start > 0) + (wider.stop < count)
        if sum(leasts[i] + gap for i in wider) + folds * (fold + gap) - gap > room:
            continue
        first, end = wider.start, wider.stop
    return range(first, end)


def _nearest(at: int, count: int) -> list[int]:
    """The other stages, those after first, then one before for each two after."""
    after, before = list(range(at + 1, count)), list(range(at - 1, -1, -1))
    pairs = [after[i : i + 2] for i in range(0, len(after), 2)]
    order: list[int] = []
    for several, one in zip_longest(pairs, before):
        order += several or []
        order += [one] if one is not None else []
    return order


def widths(
    leasts: Sequence[int], wants: Sequence[int], minutes: Sequence[int], room: float
) -> list[float]:
    """The width of each block in `room` pixels: what makes it legible, then towards its whole
    title, then by its minutes; a block without minutes, since it is done, takes no more."""
    found = [float(least) for least in leasts]
    room -= sum(found)
    lacks = [max(0.0, want - least) for want, least in zip(wants, leasts, strict=True)]
    share = min(1.0, max(0.0, room) / (sum(lacks) or 1.0))
    found = [width + lack * share for width, lack in zip(found, lacks, strict=True)]
    room -= sum(lacks) * share
    total = sum(minutes)
    if room <= 0 or not total:
        squeeze = 1.0 if room >= 0 else max(0.0, 1 + room / sum(found))
        return [width * squeeze for width in found]
    return [width + room * each / total for width, each in zip(found, minutes, strict=True)]
