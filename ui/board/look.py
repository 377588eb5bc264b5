"""The colours of a board as Qt's pens and brushes, made once per theme."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from ui.theme import Theme, mix

SELECTED_WIDTH = 2.0
"""Width of the outline of a selected note, in pixels at any scale."""
CURRENT_WIDTH = 3.0
"""The same for the note that the keys act on, while the board has the focus."""


@dataclass(frozen=True, slots=True)
class NoteLook:
    """How notes of one function are filled."""

    fill: QColor
    edge: QColor
    bars: QColor
    fill_brush: QBrush
    edge_brush: QBrush


@dataclass(slots=True)
class Look:
    """The pens and brushes of a board in one theme."""

    theme: Theme
    ground: QColor
    ink: QColor
    ink_2: QColor
    note_ink_2: QColor
    chip: QPen
    surface: QBrush
    line: QPen
    divider: QPen
    accent: QColor
    warn: QColor
    selected: QPen
    current: QPen
    suggested: tuple[QPen, QPen]
    """For notes that are suggested now, and for those of other suggestions."""
    _notes: dict[str | None, NoteLook] = field(default_factory=dict)

    def note(self, colour: str | None) -> NoteLook:
        """The look of a note of a function of this colour; None: of no function."""
        found = self._notes.get(colour)
        if found is None:
            found = self._notes[colour] = _note_look(self.theme, colour)
        return found


def look_of(theme: Theme, ground: str = "") -> Look:
    """The look of a board in a theme; `ground` if it does not lie on the theme's paper."""
    accent = QColor(theme.accent)
    return Look(
        theme=theme,
        ground=QColor(ground or theme.paper),
        ink=QColor(theme.ink),
        ink_2=QColor(theme.ink_2),
        note_ink_2=QColor(theme.note_ink_2),
        chip=_fine_pen(QColor(theme.note_ink_2)),
        surface=QBrush(QColor(theme.surface)),
        line=_fine_pen(QColor(theme.line)),
        divider=_flat_pen(QColor(mix(theme.ink, theme.line, 0.12))),
        accent=accent,
        warn=QColor(theme.warn),
        selected=_fine_pen(accent, SELECTED_WIDTH),
        current=_fine_pen(accent, CURRENT_WIDTH),
        suggested=(_fine_pen(QColor(theme.ink), CURRENT_WIDTH), _fine_pen(QColor(theme.ink_2))),
    )


def _note_look(theme: Theme, colour: str | None) -> NoteLook:
    fill, edge = QColor(theme.note_fill(colour)), QColor(theme.note_edge(colour))
    bars = QColor(mix(theme.ink, theme.note_fill(colour), 0.35))
    return NoteLook(fill, edge, bars, QBrush(fill), QBrush(edge))


def _fine_pen(colour: QColor, width: float = 1.0) -> QPen:
    """A pen whose width is in pixels whatever the scale."""
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    return pen


def _flat_pen(colour: QColor) -> QPen:
    """A fine pen that ends where it is told to."""
    pen = _fine_pen(colour)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
