"""How large everything on a room display is, as parts of its size."""

from __future__ import annotations

from math import ceil

from workshop.frozen import frozen


@frozen
class Measures:
    """Sizes in pixels for a display of this width and height.

    All come from H, the smaller of the height and 9/16 of the width, so that what can be read on
    a wide display can be read on a narrow one. Least sizes of text: the prompt 1/18 of H, the
    clock 1/12, notes 1/40, nothing under 1/45.
    """

    width: float
    height: float

    @property
    def h(self) -> float:
        return min(self.height, self.width * 9 / 16)

    def part(self, of: float) -> int:
        """The size of text that is one part in so many of H, never rounded down."""
        return ceil(self.h / of)

    def space(self, share: float) -> float:
        """A distance as a share of H."""
        return share * self.h

    # Text

    @property
    def prompt(self) -> int:
        return self.part(17)

    @property
    def clock(self) -> int:
        return self.part(9.5)

    @property
    def line(self) -> int:
        """A line of a list."""
        return self.part(24)

    @property
    def lead(self) -> int:
        """What stands below a prompt."""
        return self.part(30)

    @property
    def body(self) -> int:
        return self.part(36)

    @property
    def foot(self) -> int:
        return self.part(40)

    # Places

    @property
    def left(self) -> float:
        return self.space(0.047)

    @property
    def right(self) -> float:
        return self.width - self.left

    @property
    def across(self) -> float:
        """The width between the margins."""
        return self.right - self.left

    @property
    def top(self) -> float:
        """Where capital letters of the first line begin."""
        return self.space(0.05)

    @property
    def under_head(self) -> float:
        """Where a board begins at the earliest: below the clock and its word."""
        return self.space(0.208)

    @property
    def foot_top(self) -> float:
        return self.height - self.space(0.072)

    @property
    def bottom(self) -> float:
        """Where content ends, above the foot."""
        return self.foot_top - self.space(0.014)

    @property
    def shelf_bottom(self) -> float:
        """Where a shelf ends that stands at the end of the page."""
        return self.bottom - self.space(0.02)

    @property
    def clock_width(self) -> float:
        return self.space(0.3)

    @property
    def beside_clock(self) -> float:
        """The width that the clock leaves."""
        return self.across - self.clock_width - self.space(0.06)

    @property
    def column(self) -> float:
        """Where the second column begins of what stands on a shelf."""
        return self.left + self.space(0.32)
