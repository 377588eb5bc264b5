"""What a layout asks of whoever knows the fonts."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

TypeFace = Literal["text", "small", "title", "count"]
"""The faces of a board, in the sizes that its style names."""


class Fitted(NamedTuple):
    """A text broken into lines.

    `tail` is the space that the last line leaves free at its right end. A text that was cut has
    an ellipsis at its end.
    """

    lines: tuple[str, ...]
    height: float
    tail: float
    cut: bool


NOTHING = Fitted((), 0, 0, False)


class Typesetter(Protocol):
    """Breaks and measures text in board units."""

    def fit(self, text: str, face: TypeFace, width: float, most_lines: int) -> Fitted:
        """The text in lines of at most this width, as many as are allowed."""
        ...

    def width(self, text: str, face: TypeFace) -> float:
        """How wide a text is on one line."""
        ...

    def word(self, key: str, fact: int | str = "") -> str:
        """The words for a grade of evidence, "solution", "merged" (how many), "cluster" (which),
        "dots" (how many), "one_sided", "open" (how many notes), and for notes that are "loose" or
        "loners"."""
        ...
