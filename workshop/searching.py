"""Text as people compare it: without case, accents and stray spaces."""

from __future__ import annotations

import unicodedata


def plain(text: str) -> str:
    """`text` for comparing: `  Café  Noir` and `cafe noir` come out the same."""
    parts = unicodedata.normalize("NFKD", text)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return " ".join(bare.casefold().split())
