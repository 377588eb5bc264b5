"""Decisions: the wording, where everyone stood, and the dissent that is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.ink import BODY, DECISION, DISSENT_LABEL, MUTED, QUOTE
from exports.lines import Block, set_text
from exports.parts.marks import GROUP_GAP, Worn, draw_row, row_width
from exports.parts.part import Part, Stack
from exports.parts.words import Barred, Words, baseline, quoted
from exports.pen import Pen
from exports.translate import tr

NOTE = BODY.sized(8.8, 11.5).tinted(MUTED)


@dataclass(frozen=True, slots=True)
class Kept:
    """What someone said against a decision, word for word; a reservation is from someone who
    supports it."""

    text: str
    who: str
    reservation: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it is printed: its title, its stances in groups (for, with concerns,
    against), a line about it, and the dissent."""

    title: str
    stances: tuple[tuple[Worn, ...], ...]
    about: str = ""
    dissent: tuple[Kept, ...] = ()


class DecisionHead(Part):
    """The title, and the stances at the right; under it where both do not fit beside it."""

    def __init__(self, decided: Decided, above: float = 0.0) -> None:
        super().__init__(above)
        self.decided = decided
        self.keepWithNext = 1

    def height_at(self, width: float) -> float:
        tall = self._title(width).height
        return tall + (5.2 if self._stands_below(width) else 0.0)

    def paint(self, pen: Pen, width: float) -> None:
        base = baseline(DECISION)
        title = self._title(width)
        pen.block(0, base, title, DECISION)
        middle = base - 1.2 + (title.height if self._stands_below(width) else 0.0)
        x = 0.0 if self._stands_below(width) else width - self._stances_width()
        for group in self._groups():
            x += draw_row(pen, x, middle, group) + GROUP_GAP

    def _groups(self) -> list[tuple[Worn, ...]]:
        return [group for group in self.decided.stances if group]

    def _stances_width(self) -> float:
        groups = self._groups()
        return sum(map(row_width, groups)) + GROUP_GAP * max(0, len(groups) - 1)

    def _stands_below(self, width: float) -> bool:
        return self._stances_width() > width * 0.62

    def _title(self, width: float) -> Block:
        room = width if self._stands_below(width) else width - self._stances_width() - 4
        return set_text(self.decided.title, DECISION, room)


def decision(decided: Decided, above: float = 0.0) -> Stack:
    """A decision with its dissent."""
    parts: list[Part] = [DecisionHead(decided)]
    if decided.about:
        parts.append(Words(decided.about, NOTE, above=0.3, at_most=1e3))
    parts += [dissent(kept) for kept in decided.dissent]
    return Stack(parts, above=above)


def dissent(kept: Kept) -> Barred:
    """Dissent as it stands under a decision."""
    reserved, against = tr("Reservation on record"), tr("Dissent kept on record")
    lines: Sequence[Part] = (
        Words(reserved if kept.reservation else against, DISSENT_LABEL),
        Words(quoted(kept.text, kept.who), QUOTE, at_most=1e3),
    )
    return Barred(Stack(lines), above=1.2, below=0.5)
