"""Where a statement comes from: the stage, ballot or decision under it."""

from __future__ import annotations

from exports.ink import CAPTION
from exports.lines import Span
from exports.parts.words import Words
from exports.translate import isolated, tr


def came_from(source: str, more: str = "", above: float = 3.0) -> Words:
    """A line that names a stage, and what else there is to say of it, such as "33 dots"."""
    before, _, after = tr("From {source}", source="\0").partition("\0")
    if source.casefold().startswith(before.casefold()):
        source = f"“{source}”"
    rest = f"{after}, {more}" if more else after
    name = Span(isolated(source), CAPTION.italic())
    return Words((Span(before, CAPTION), name, Span(rest, CAPTION)), CAPTION, above=above)


def sourced(source: str, above: float = 3.0) -> list[Words]:
    """A line that names where something comes from, where that is known."""
    return [came_from(source, above=above)] if source else []
