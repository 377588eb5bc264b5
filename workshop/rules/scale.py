"""A scale of whole numbers on which people show where they stand."""

from __future__ import annotations

from workshop.frozen import frozen


@frozen
class Scale:
    """From `lowest` to `highest`, both included, one digit each (-9..9).

    Raises ValueError for a scale that one digit per person cannot say.
    """

    lowest: int
    highest: int

    def __post_init__(self) -> None:
        if not -9 <= self.lowest < self.highest <= 9:
            raise ValueError(f"no scale from {self.lowest} to {self.highest}")

    def __contains__(self, value: int) -> bool:
        return self.lowest <= value <= self.highest
