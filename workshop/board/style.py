"""The measures of a board, in board units; one unit is one pixel at 100 %."""

from __future__ import annotations

from math import ceil

from workshop.frozen import frozen


@frozen
class Style:
    """Sizes of type and spaces around it; whether lanes have lines between them and counts.

    Notes are `note_width` wide on the wall; elsewhere all notes of a board share one width
    between `least_width` and `most_width`, such that the board fills the width there is.
    `leading` is the distance of the lines of a note. A note shows at most `most_lines` lines.
    """

    text: int = 15
    small: int = 13
    title: int = 16
    count: int = 34
    leading: float = 19.5
    note_width: float = 192
    least_width: float = 144
    most_width: float = 248
    most_lines: int = 30
    edge: float = 4
    inset: float = 16
    inset_right: float = 12
    pad: float = 8
    gap: float = 8
    foot_gap: float = 3
    lane_gap: float = 16
    margin: float = 16
    head: float = 44
    frame_pad: float = 10
    corner: float = 4
    mark: float = 20
    small_mark: float = 15
    dividers: bool = True
    lane_counts: bool = True

    @property
    def foot(self) -> float:
        """The height of one line of author, number and marks."""
        return self.small + 5

    @property
    def usual_height(self) -> float:
        """The height of a note of three lines, to reckon with before any note is measured."""
        return 2 * self.pad + 3 * self.leading + self.foot_gap + self.foot

    def text_width(self, note_width: float) -> float:
        """What a note of this width leaves for its text."""
        return note_width - self.inset - self.inset_right


CONSOLE = Style()


def room_style(height: float) -> Style:
    """The style of a room display; `height` is the smaller of its height and 9/16 of its width.

    Note text is 1/40 of it, nothing is under 1/45, a covered lane's count is 1/18.
    """
    text, small = ceil(height / 40), ceil(height / 45)
    by = text / CONSOLE.text
    return Style(
        text=text,
        small=small,
        title=text,
        count=ceil(height / 18),
        leading=round(text * 1.25, 1),
        note_width=round(CONSOLE.note_width * by),
        least_width=round(CONSOLE.least_width * by),
        most_width=round(CONSOLE.most_width * by),
        most_lines=12,
        edge=round(6 * text / 27),
        inset=round(CONSOLE.inset * by * 0.85),
        inset_right=round(CONSOLE.inset_right * by * 0.85),
        pad=round(CONSOLE.pad * by),
        gap=round(CONSOLE.gap * by),
        foot_gap=round(text * 0.3),
        lane_gap=round(CONSOLE.lane_gap * by * 0.85),
        margin=0,
        head=round(text * 2.7),
        frame_pad=round(CONSOLE.frame_pad * by),
        corner=round(5 * text / 27),
        mark=round(text * 1.3),
        small_mark=small,
        dividers=False,
        lane_counts=False,
    )
