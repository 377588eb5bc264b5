"""What the check-out prints: what each function says to its own people."""

from __future__ import annotations

from reportlab.platypus import Flowable

from exports import titles
from exports.brief import Brief, prints
from exports.ink import STANDFIRST
from exports.parts.heads import SectionHead
from exports.parts.marked import MarkedHead
from exports.parts.part import Columns, Part, Stack
from exports.parts.sources import sourced
from exports.parts.words import Words, quoted
from workshop.records.details import Message


@prints("messages")
def messages(brief: Brief) -> list[Flowable]:
    """One block per function, word for word, two beside each other."""
    texts: dict[int, str] = {row.function: row.text for row in brief.workshop[Message]}
    blocks: list[Part] = [
        Stack([MarkedHead(function, function.name), Words(quoted(texts[id]), STANDFIRST)])
        for id, function in brief.functions.items()
        if id in texts
    ]
    if not blocks:
        return []
    pairs = [blocks[start : start + 2] for start in range(0, len(blocks), 2)]
    rows = [Columns([*pair, Stack([])][:2], gutter=8, above=7.0) for pair in pairs]
    head = SectionHead(titles.name("messages"), titles.title("messages"))
    return [head, *rows, *sourced(brief.feeding("messages", "check_out"), above=6.0)]
