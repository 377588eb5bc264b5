"""What is said once before a key is obeyed: the same key again goes on."""

from __future__ import annotations

from collections.abc import Sequence

from ui.translate import plural, tr
from workshop import loose_ends
from workshop.loose_ends import LooseEnd
from workshop.records.agenda import Stage
from workshop.records.words import StageId
from workshop.state import Workshop


class Once:
    """Knows what has been said of the stages of one workshop while it is open. Each method gives
    the words to say, or none where the key is to be obeyed."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._left: set[tuple[StageId, str]] = set()
        self._again: set[StageId] = set()

    def leaving(self, stage: Stage | None) -> str:
        """A stage is left: names what is still open in it, each cause once."""
        found = loose_ends.loose_ends(self._workshop, stage.id) if stage else []
        if stage is None or all((stage.id, end.kind) in self._left for end in found):
            return ""
        self._left |= {(stage.id, end.kind) for end in found}
        return " ".join([*map(_said, found), tr("Press again to go on.")])

    def running_again(self, stage: Stage) -> str:
        """A stage of a workshop that has been is to run: asks each time."""
        if stage.id in self._again:
            self._again.discard(stage.id)
            return ""
        self._again.add(stage.id)
        return tr("This workshop is finished. Press again to run “{title}” once more.",
                  title=stage.title)  # fmt: skip


def _said(end: LooseEnd) -> str:
    if end.kind == loose_ends.EMPTY_LANES:
        return tr("No note yet from: {lanes}.", lanes=", ".join(end.names))
    if end.kind == loose_ends.COVERED:
        return plural(end.count, "{count} note is still covered.",
                      "{count} notes are still covered.")  # fmt: skip
    if end.kind == loose_ends.DECISIONS:
        return tr("No outcome recorded of: {titles}.", titles=_quoted(end.names))
    return _round(end)


def _round(end: LooseEnd) -> str:
    """That a round is still open, by what it asks."""
    if end.kind == loose_ends.VOTE:
        vote = tr("The vote {question} is still open.", question=_quoted(end.names))
        return vote if end.names else tr("The vote is still open.")
    if end.kind == loose_ends.STANCES:
        return tr("The round on {title} is still open.", title=_quoted(end.names))
    return {
        loose_ends.RATINGS: tr("The ratings are still open."),
        loose_ends.CARDS: tr("The round of cards is still open."),
        loose_ends.FINGERS: tr("The round of fingers is still open."),
    }[end.kind]


def _quoted(titles: Sequence[str]) -> str:
    return ", ".join(tr("“{title}”", title=title) for title in titles)
