"""What a note shows to those who look at it.

The console and the room display paint a note from one card and from nothing else: what is not in
the card cannot be seen. Who may see what is decided where cards are made.
"""

from __future__ import annotations

from dataclasses import dataclass

from workshop.frozen import frozen


@frozen
class Mark:
    """A function's mark: one or two letters on a shape in a colour (#RRGGBB), and its name."""

    letter: str
    shape: str
    colour: str
    name: str
    ring: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One note as it may be seen.

    `note` is its id, by which a view says which note is meant; it is not shown. Without a mark
    the note is grey. `names_function` shows the mark on the note itself, for where its lane does
    not say it already. An empty `author` is not shown. `merged` counts the notes that were merged
    into this one, `cluster` is the number of its cluster and `cluster_name` its title, `picture`
    the hash of its picture. A covered card has no words at all.

    Raises `ValueError` for a covered card with text, author, cluster's title or picture: what is
    covered must not get this far.
    """

    note: int
    number: int | None
    text: str
    mark: Mark | None = None
    names_function: bool = False
    author: str = ""
    evidence: str | None = None
    merged: int = 0
    cluster: str = ""
    cluster_name: str = ""
    picture: str = ""
    solution: bool = False
    saving: bool = False
    covered: bool = False

    def __post_init__(self) -> None:
        words = self.text or self.author or self.cluster_name or self.picture
        if self.covered and words:
            raise ValueError(f"note {self.number} is covered, so its card must have no words")

    @property
    def colour(self) -> str | None:
        """The colour of its function; None: grey."""
        return self.mark.colour if self.mark else None
