"""What there is to say of a handout beside the handout itself."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from exports import titles
from exports.translate import plural, tr
from exports.wording import listed

MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be said of a brief: the sections left out for having nothing in them, and those
    that the facilitator leaves out; the characters that no font has, which stand as boxes, each
    with the first page it is on; whether the vision is too long for one breath."""

    left_out: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    boxed: tuple[tuple[str, int], ...] = ()
    vision_too_long: bool = False

    def sentences(self) -> list[str]:
        """What is to be said, each thing once."""
        return [*self._boxes(), *self._vision(), *self._sections()]

    def _boxes(self) -> list[str]:
        if not self.boxed:
            return []
        shown = " ".join(character for character, _ in self.boxed[:MOST_SHOWN])
        scripts = listed(list(dict.fromkeys(_script(character) for character, _ in self.boxed)))
        return [
            plural(
                len(self.boxed),
                "{count} character is in none of the fonts and stands as a box: {shown}"
                " ({scripts}), on page {page}.",
                "{count} characters are in none of the fonts and stand as boxes: {shown}"
                " ({scripts}), the first on page {page}.",
                shown=f"{shown} …" if len(self.boxed) > MOST_SHOWN else shown,
                scripts=scripts,
                page=min(page for _, page in self.boxed),
            )
        ]

    def _vision(self) -> list[str]:
        return [tr("The vision is too long for one breath.")] if self.vision_too_long else []

    def _sections(self) -> list[str]:
        """The sections that are not in it."""
        empty = tr("Nothing to print yet: {sections}.", sections=_names(self.left_out))
        hidden = tr("Left out as you said: {sections}.", sections=_names(self.hidden))
        return [*([empty] if self.left_out else []), *([hidden] if self.hidden else [])]


def _names(sections: tuple[str, ...]) -> str:
    return ", ".join(map(titles.name, sections))


def _script(character: str) -> str:
    """What a character belongs to, by the first word of its name in Unicode: Myanmar."""
    name = unicodedata.name(character, "")
    return name.split(" ")[0].capitalize() if name else f"U+{ord(character):04X}"
