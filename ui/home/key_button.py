"""A button that tells its key: words, and the key beside them in a lighter tone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from ui import fonts
from ui.appearance import current
from ui.theme import BODY, CLOSE, CONTROL_HEIGHT, DARK, GAP, LIGHT, NEAR, mix
from workshop.faces import REGULAR, SEMIBOLD

_QUIET_HEIGHT, _TALL = 28, 42


class KeyButton(QPushButton):
    """Pressed by a click, Space or Enter. `key` is only told here: whoever makes the button makes
    the key act. A `quiet` one has no border; `on_side` is for the dark side of Home. One that
    is pressed to choose a value stands `as_field`, its words on the left."""

    def __init__(
        self,
        text: str,
        key: str = "",
        *,
        primary: bool = False,
        quiet: bool = False,
        on_side: bool = False,
        as_field: bool = False,
    ) -> None:
        super().__init__(text)
        self._key, self._quiet, self._on_side, self._as_field = key, quiet, on_side, as_field
        tall = on_side or as_field
        self._height = _QUIET_HEIGHT if quiet else _TALL if tall else CONTROL_HEIGHT
        self.setAutoDefault(False)
        # Where room is short it gets less than it would like, which a push button does not.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFont(fonts.sans(BODY, REGULAR if quiet else SEMIBOLD))
        self._key_font: QFont = fonts.sans(BODY)
        self.setProperty("primary", primary)
        self.setProperty("quiet", quiet)
        self._tell()

    @property
    def primary(self) -> bool:
        """Whether it is the primary button of its screen."""
        return bool(self.property("primary"))

    def set_primary(self, primary: bool) -> None:
        """Makes it the primary button of its screen, or one among others."""
        if primary != self.primary:
            self.setProperty("primary", primary)
            self.style().unpolish(self)
            self.style().polish(self)

    def say(self, text: str, key: str = "") -> None:
        """Shows other words and another key."""
        self._key = key
        self.setText(text)
        self._tell()
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._key)

    def sizeHint(self) -> QSize:
        width = self._width() + 2 * (NEAR if self._quiet else GAP)
        return QSize(round(width + 0.5), self._height)

    def minimumSizeHint(self) -> QSize:
        """Where room is short the key goes first."""
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(words + 2 * CLOSE + 0.5), self._height)

    def _width(self) -> float:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        key = QFontMetricsF(self._key_font).horizontalAdvance(self._key)
        return words + (CLOSE + key if self._key else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        first, second = self._colours()
        # The last letter may reach a little further than its advance says.
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        key = QFontMetricsF(self._key_font).horizontalAdvance(self._key)
        fits = self._width() + 2 * CLOSE <= self.width()
        left = (self.width() - (self._width() if fits else words)) / 2
        left = NEAR if self._as_field else left
        painter.setFont(self.font())
        painter.setPen(QColor(first))
        painter.drawText(QRectF(left, 0, words + 1, self.height()), middle, self.text())
        if not fits:
            return
        painter.setFont(self._key_font)
        painter.setPen(QColor(second))
        at = self.width() - NEAR - key if self._as_field else left + words + CLOSE
        rest = QRectF(at, 0, key + 1, self.height())
        painter.drawText(rest, middle, self._key)

    def _colours(self) -> tuple[str, str]:
        """Of the words and of the key."""
        theme = current()
        if not self.isEnabled():
            return theme.ink_3, theme.ink_3
        if self._on_side:
            return (theme.side, LIGHT.ink_2) if self.primary else ("#FFFFFF", DARK.ink_2)
        if self.primary:
            return theme.surface, mix(theme.surface, theme.ink, 0.75)
        return theme.ink, theme.ink_2
