"""A page of the room display in the making."""

from __future__ import annotations

from collections.abc import Sequence

from ui.board.typesetting import is_right_to_left
from ui.room.lettering import Lines, Type, metrics_of, set_lines
from ui.room.measures import Measures
from ui.room.pieces import Band, Notes, Piece, Sign, Words
from ui.theme import Theme
from workshop.board.rect import Rect
from workshop.cards import Mark
from workshop.faces import SEMIBOLD


class Draft:
    """Collects pieces. Distances and sizes are in pixels of the display."""

    def __init__(self, measures: Measures, theme: Theme) -> None:
        self.measures = measures
        self.theme = theme
        self.pieces: list[Piece] = []

    # Faces

    def serif(self, px: int) -> Type:
        """What is said to the room."""
        return Type(px, serif=True, weight=SEMIBOLD, leading=1.17)

    def figures(self, px: int) -> Type:
        """Large figures, which have nothing below the line."""
        return Type(px, serif=True, weight=SEMIBOLD, leading=0.8)

    def sans(self, px: int) -> Type:
        """Everything else."""
        return Type(px)

    def strong(self, px: int) -> Type:
        """The same with weight."""
        return Type(px, weight=SEMIBOLD)

    # Pieces

    def write(
        self,
        text: str,
        type: Type,
        x: float,
        y: float,
        width: float,
        *,
        most: int = 0,
        colour: str = "",
    ) -> Rect:
        """Write a text from y on, in at most so many lines; return what it covers."""
        return self.put(set_lines(text, type, width, most), type, x, y, width, colour)

    def write_right(
        self, text: str, type: Type, x: float, y: float, width: float, *, colour: str = ""
    ) -> Rect:
        """Write a text on one line that ends where the width does."""
        lines = set_lines(text, type, width, 1)
        return self.put(lines, type, x, y, width, colour, right=True)

    def write_name(
        self, text: str, type: Type, x: float, y: float, width: float, *, most: int = 0
    ) -> Rect:
        """Write the name of somebody: beside what stands on its left, whichever way it reads."""
        return self.put_name(set_lines(text, type, width, most), type, x, y)

    def put_name(self, set_text: Lines, type: Type, x: float, y: float) -> Rect:
        """Write a name that is in lines already. One line stands on the base line of its row, also
        in a script that is taller."""
        heights = (type.pitch,) if len(set_text.lines) == 1 else set_text.heights
        area = Rect(x, y, set_text.width, sum(heights))
        if set_text.lines:
            words = Words(set_text.lines, heights, type, area, self.theme.ink, cut=set_text.cut)
            self.pieces.append(words)
        return area

    def write_large(self, figures: str, type: Type, y: float) -> Rect:
        """Write large figures whose ink, not its space, begins at the left margin."""
        space = metrics_of(type).leftBearing(figures[0]) if figures else 0.0
        return self.write(figures, type, self.measures.left - space, y, self.measures.across)

    def put(
        self,
        set_text: Lines,
        type: Type,
        x: float,
        y: float,
        width: float,
        colour: str = "",
        right: bool = False,
    ) -> Rect:
        """Write a text that is in lines already."""
        right = right or is_right_to_left(" ".join(set_text.lines))
        left = x + width - set_text.width if right else x
        area = Rect(left, y, set_text.width, set_text.height)
        if set_text.lines:
            words = Words(
                set_text.lines, set_text.heights, type, area, colour or self.theme.ink,
                right, set_text.cut,
            )  # fmt: skip
            self.pieces.append(words)
        return area

    def band(self, area: Rect, colour: str, corner: float = 0) -> None:
        """Fill a rectangle."""
        self.pieces.append(Band(area, colour, corner))

    def rule(self, y: float, colour: str = "") -> None:
        """Draw a line across."""
        thick = max(1.0, round(self.measures.space(0.0018)))
        area = Rect(self.measures.left, y, self.measures.across, thick)
        self.band(area, colour or self.theme.ink)

    def sign(self, mark: Mark, x: float, middle: float, side: float) -> None:
        """Put a mark with its middle at a height."""
        self.pieces.append(Sign(mark, Rect(x, middle - side / 2, side, side)))

    def boards(self, boards: Sequence[Notes]) -> None:
        """Put boards where they lie."""
        self.pieces += boards

    # Fitting

    def largest(
        self, text: str, parts: Sequence[float], width: float, height: float
    ) -> tuple[Lines, Type]:
        """The text in the largest of the serif sizes (parts of H, largest first) in which it fits;
        in the last of them it is cut where it must be."""
        for part in parts:
            type = self.serif(self.measures.part(part))
            lines = set_lines(text, type, width)
            if lines.height <= height:
                return lines, type
        return set_lines(text, type, width, max(1, int(height / type.pitch))), type
