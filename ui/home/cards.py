"""Templates to start from, as cards side by side."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from ui import fonts
from ui.appearance import current
from ui.home.strip import STRIP, paint_strip, parts_of, size_words
from ui.theme import BODY, CLOSE, CONTROL_RADIUS, GAP, HEADING, SECONDARY, Theme, mix
from ui.translate import tr
from ui.widgets.plain import tip
from ui.widgets.text_block import TextBlock
from workshop.faces import SEMIBOLD
from workshop.interchange import templates
from workshop.interchange.templates import Template

_PAD = 20
_MOST_LINES = 4
_LEAST_WIDTH = 264
_MOST_COLUMNS = 3

_WORDS = {
    "vision-half-day": "One problem and one vision that every function can repeat from memory.",
    "vision-sprint-day": "A full day from scattered agendas to a brief with numbers and dates.",
    "customer-journey-mapping": "Walk one customer's way together; mark what hurts and may change.",
    "alignment-check-up": "Where do functions see the same thing differently? Ten signs tell.",
    "metrics-and-milestones": "Shared numbers, what each function adds, and dates set together.",
    "quarterly-revisit": "Open the last brief again: progress, due decisions, wins to celebrate.",
}
"""What a template is for, in two lines of a card."""


def short_purpose(template: Template) -> str:
    """What a template is for, short where we know it short."""
    known = _WORDS.get(template.id)
    return tr(known) if known else template.purpose


class TemplateCard(QAbstractButton):
    """A button as large as a card."""

    moved = Signal(int, int)
    """An arrow key: so many columns and rows on."""

    def __init__(self, template: Template) -> None:
        super().__init__()
        self.template = template
        self._parts = parts_of(template)
        self.title_px, self.lines = HEADING, 2
        self._purpose, self._size = short_purpose(template), size_words(template)
        self.setText(template.title)
        self.setAccessibleName(template.title)
        self.setAccessibleDescription(f"{template.purpose} {self._size}")
        self.setToolTip(tip(template.purpose))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        title, words = round(HEADING * 1.33), round(BODY * 1.33) * self.lines
        foot = STRIP + CLOSE + round(SECONDARY * 1.4)
        return QSize(_LEAST_WIDTH, _PAD - 2 + title + CLOSE + words + GAP + foot + GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def title_size(self, width: int) -> int:
        """The size of type at which the title stands on one line of a card of this width."""
        sizes = range(HEADING, HEADING - 4, -1)
        room = width - 2 * _PAD
        fits = (px for px in sizes if not _title(self.template.title, px, room).cut)
        return next(fits, sizes[-1])

    def lines_needed(self, width: int) -> int:
        """The lines that its words take in a card of this width."""
        return self._purpose_in(width - 2 * _PAD, _MOST_LINES).lines

    def _purpose_in(self, width: int, most: int) -> TextBlock:
        return TextBlock(self._purpose, fonts.sans(BODY), max(1, width), most)

    def set_in(self, title_px: int, lines: int) -> None:
        """Sets the title in a size of type, and the words in so many lines."""
        if (title_px, lines) != (self.title_px, self.lines):
            self.title_px, self.lines = title_px, lines
            self.updateGeometry()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in steps:
            self.moved.emit(*steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, theme)
        width, top = self.width() - 2 * _PAD, float(_PAD - 2)
        painter.setPen(QColor(theme.ink))
        high = round(HEADING * 1.33)
        title = _title(self.template.title, self.title_px, width)
        title.paint(painter, _PAD, top + (high - title.pitch) / 2)
        painter.setPen(QColor(theme.ink_2))
        purpose = self._purpose_in(width, self.lines)
        purpose.paint(painter, _PAD, top + round(HEADING * 1.33) + CLOSE)
        self._paint_foot(painter, width, theme)

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        under = self.underMouse() or self.isDown()
        painter.setBrush(QColor(mix(theme.ink, theme.surface, 0.04) if under else theme.surface))
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if focused else theme.line), 2 if focused else 1))
        inset = 1.0 if focused else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, CONTROL_RADIUS, CONTROL_RADIUS)

    def _paint_foot(self, painter: QPainter, width: float, theme: Theme) -> None:
        line = round(SECONDARY * 1.4)
        top = self.height() - GAP - line
        strip = QRectF(_PAD, top - CLOSE - STRIP, width, STRIP)
        paint_strip(painter, strip, self._parts, theme)
        painter.setFont(fonts.sans(SECONDARY))
        painter.setPen(QColor(theme.ink_2))
        painter.drawText(QRectF(_PAD, top, width, line), Qt.AlignmentFlag.AlignVCenter, self._size)


def _title(title: str, px: int, width: int) -> TextBlock:
    return TextBlock(title, fonts.serif(px, SEMIBOLD), max(1, width), 1)


class TemplateCards(QWidget):
    """All templates, in as many columns as there is room for, all set alike."""

    chosen = Signal(str)
    """The id of a template."""

    def __init__(self) -> None:
        super().__init__()
        self.cards = [TemplateCard(template) for template in templates.builtin()]
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        for at, card in enumerate(self.cards):
            card.clicked.connect(lambda _=False, id=card.template.id: self.chosen.emit(id))
            card.moved.connect(lambda across, down, at=at: self._move(at, across, down))
        self._lay_out(_MOST_COLUMNS)

    def focus_first(self) -> None:
        """Puts the focus on the first template."""
        self.cards[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _move(self, at: int, across: int, down: int) -> None:
        to = at + across + down * self._columns
        if 0 <= to < len(self.cards):
            self.cards[to].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = (self.width() + GAP) // (_LEAST_WIDTH + GAP)
        self._lay_out(max(1, min(_MOST_COLUMNS, room)))
        wide = (self.width() + GAP) // self._columns - GAP
        title = min(card.title_size(wide) for card in self.cards)
        lines = max(card.lines_needed(wide) for card in self.cards)
        for card in self.cards:
            card.set_in(title, lines)

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, card in enumerate(self.cards):
            self._grid.addWidget(card, at // columns, at % columns)
        for at in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
