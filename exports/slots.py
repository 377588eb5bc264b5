"""The sentence of a positioning: seven lines in one, the open ones left as slots.

The form is that of Moore's positioning statement: for whom, who need, the product, what it is,
what it does for them, unlike what, how it differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Formatter

from exports.translate import tr
from workshop.records.writing import POSITIONING_LINES


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the sentence: words between slots, or a line of the positioning; `is_open`
    where that line is still to be written, its text then says what belongs there."""

    text: str
    is_slot: bool = False
    is_open: bool = False


def sentence(lines: Mapping[str, str], product: str) -> list[Piece]:
    """The lines by name as one sentence. `product` keeps its capital wherever it stands."""
    form = _form()
    return [
        piece
        for before, slot, _, _ in Formatter().parse(form)
        for piece in _pieces(before, slot, lines, product)
    ]


def slot_name(slot: str) -> str:
    """What a line of the positioning says."""
    return {
        "for_whom": tr("for whom"),
        "who_need": tr("who need"),
        "product": tr("the product"),
        "kind_of_product": tr("what kind of product"),
        "key_benefit": tr("what it does for them"),
        "unlike": tr("unlike what"),
        "our_difference": tr("how we differ"),
    }[slot]


def _form() -> str:
    """The sentence with the names of its slots, in the order of the user's language."""
    names = {name: f"{{{name}}}" for name in POSITIONING_LINES}
    return tr(
        "For {for_whom} {who_need}, {product} {kind_of_product} {key_benefit}. {unlike},"
        " {our_difference}.",
        **names,
    )


def _pieces(
    before: str, slot: str | None, lines: Mapping[str, str], product: str
) -> Iterator[Piece]:
    if before:
        yield Piece(before)
    if slot is None:
        return
    text = lines.get(slot, "").strip().rstrip(".,;").rstrip()
    if not text:
        yield Piece(slot_name(slot), is_slot=True, is_open=True)
        return
    begins = not before.strip() or before.rstrip().endswith(".")
    if slot == "unlike" and not text.casefold().startswith(tr("unlike")):
        yield Piece(tr("Unlike "))
        begins = False
    if slot == "for_whom":
        text = _small(text.removeprefix(tr("For ")), product)
    elif begins and slot == "unlike":
        text = text[:1].upper() + text[1:]
    yield Piece(text, is_slot=True)


def _small(text: str, product: str) -> str:
    """With a small letter, as in the middle of a sentence: not names in capitals, nor ours."""
    first = text.partition(" ")[0]
    if first[1:] != first[1:].lower() or (product and text.startswith(product)):
        return text
    return text[:1].lower() + text[1:]
