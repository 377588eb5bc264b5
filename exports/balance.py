"""Lines of one text made about as long as each other."""

from __future__ import annotations

from functools import lru_cache

from exports.ink import Style
from exports.lines import Block, Text, set_text, spans, text_width


@lru_cache(maxsize=2_000)
def balanced(text: Text, style: Style, width: float) -> Block:
    """A text in as few lines as the width allows, all about as long: set to the narrowest width
    that takes no more lines, so that no word is left alone at the end."""
    block = set_text(text, style, width)
    found = spans(text, style)
    words = [(word, span.style) for span in found for word in span.text.split()]
    widest = max((text_width(word, own) for word, own in words), default=0.0)
    low, high = max(width / 2, widest), width  # a narrower line would cut a word
    while len(block.lines) > 1 and high - low > 1.0:
        middle = (low + high) / 2
        tried = set_text(text, style, middle)
        fits = len(tried.lines) <= len(block.lines)
        low, high = (low, middle) if fits else (middle, high)
    return set_text(text, style, high)
