"""Text from people, cleaned at the edge.

Everything typed, pasted or imported passes here once, before it reaches a record: records refuse
what this module would have removed. Unicode categories: Cc control, Cs lone surrogates, plus the
two bidi override families, which can make a line read as something it is not.
"""

from __future__ import annotations

import re
import unicodedata

_NOT_IN_A_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff]")
_NOT_IN_A_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_KEY = re.compile(r"[a-z][a-z0-9_-]*\Z")


def clean_line(text: str) -> str:
    """One line: line ends and tabs become spaces, control characters go, ends are trimmed."""
    flat = re.sub(r"[\t\n]", " ", _LINE_ENDS.sub(" ", text))
    return _NOT_IN_A_LINE.sub("", flat).strip()


def clean_text(text: str) -> str:
    """Several lines: line ends become a line feed, tabs stay, control characters go."""
    lines = _LINE_ENDS.sub("\n", text)
    return _NOT_IN_A_TEXT.sub("", lines).strip()


def is_line(text: str) -> bool:
    """Whether a record may hold this as one line: cleaning would change nothing."""
    return text.strip() == text and (text.isprintable() or not _NOT_IN_A_LINE.search(text))


def is_text(text: str) -> bool:
    """Whether a record may hold this as several lines: cleaning would change nothing."""
    return text.strip() == text and (text.isprintable() or not _NOT_IN_A_TEXT.search(text))


def shows(text: str) -> bool:
    """Whether there is anything to be seen: more than spaces and what only formats (Cf)."""
    return any(not each.isspace() and unicodedata.category(each) != "Cf" for each in text)


def is_key(text: str) -> bool:
    """Whether this can name a record: a lower-case letter, then letters, digits, `-` and `_`."""
    return _KEY.match(text) is not None


def make_key(text: str) -> str:
    """A key made of a name: `Our cause` gives `our-cause`; empty if nothing fits."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).lstrip("-0123456789")[:60].strip("-")
