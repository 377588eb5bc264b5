"""The theme put on the application: palette and style sheet, and which of the two is worn."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui import settings
from ui.settings import Settings
from ui.style_sheet import style_sheet
from ui.theme import DARK, LIGHT, Theme

_worn = LIGHT


def current() -> Theme:
    """The theme that is worn; what paints itself asks here each time."""
    return _worn


def chosen(appearance: str) -> Theme:
    """The theme that the setting `appearance` means: light, dark, or what the system wears."""
    if appearance == "system":
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return DARK if appearance == "dark" else LIGHT


def dress(application: QApplication, theme: Theme) -> None:
    """Puts a theme on the application. Windows that are open change at once."""
    global _worn  # noqa: PLW0603  (an application wears one theme)
    _worn = theme
    application.setStyle("Fusion")
    application.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme))


class Wardrobe(QObject):
    """Wears what the setting says, and changes with the system where that is what it says."""

    changed = Signal()

    def __init__(self, store: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = store
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)

    @property
    def chosen(self) -> str:
        """Which of `settings.APPEARANCES` is set."""
        return self._settings[settings.APPEARANCE]

    def wear(self, name: str) -> None:
        """Sets the appearance: system, light or dark."""
        self._settings[settings.APPEARANCE] = name
        self._dress()

    def _dress(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        dress(application, chosen(self.chosen))
        self.changed.emit()


def palette(theme: Theme) -> QPalette:
    """The theme's colours in the roles of Qt's own widgets."""
    roles = QPalette.ColorRole
    made = QPalette()
    for role, colour in {
        roles.Window: theme.paper,
        roles.WindowText: theme.ink,
        roles.Base: theme.surface,
        roles.AlternateBase: theme.paper,
        roles.Text: theme.ink,
        roles.Button: theme.surface,
        roles.ButtonText: theme.ink,
        roles.Highlight: theme.ink,
        roles.HighlightedText: theme.surface,
        roles.ToolTipBase: theme.surface,
        roles.ToolTipText: theme.ink,
        roles.PlaceholderText: theme.ink_3,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.Accent: theme.accent,
    }.items():
        made.setColor(role, QColor(colour))
    for role in (roles.Text, roles.ButtonText, roles.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.ink_3))
    return made
