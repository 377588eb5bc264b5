"""What palette and style do not say of the widgets' looks. Fonts are set on the widgets."""

from __future__ import annotations

from string import Template

from ui.theme import (
    CLOSE,
    CONTROL_HEIGHT,
    CONTROL_RADIUS,
    DARK,
    GAP,
    NEAR,
    NOTE_RADIUS,
    TIGHT,
    Theme,
    mix,
)

_WHITE = "#FFFFFF"


def style_sheet(theme: Theme) -> str:
    """The style sheet of the application in the colours of a theme."""
    return _SHEET.substitute({**_colours(theme), **_SIZES})


def _colours(theme: Theme) -> dict[str, str]:
    return {
        "ink": theme.ink,
        "ink_2": theme.ink_2,
        "ink_3": theme.ink_3,
        "paper": theme.paper,
        "surface": theme.surface,
        "line": theme.line,
        "accent": theme.accent,
        "warn": theme.warn,
        "warn_fill": theme.warn_fill,
        "ok": theme.ok,
        "hover": mix(theme.ink, theme.surface, 0.06),
        "pressed": mix(theme.ink, theme.surface, 0.12),
        "primary_hover": mix(theme.surface, theme.ink, 0.14),
        "field_line": mix(theme.ink, theme.surface, 0.45),
        "handle": mix(theme.ink, theme.surface, 0.25),
        "side": theme.side,
        "side_text": DARK.ink_2,
        "side_line": DARK.ink_3,
        "side_accent": DARK.accent,
        "side_hover": mix(_WHITE, theme.side, 0.08),
        "side_primary_hover": mix(theme.side, _WHITE, 0.1),
    }


_SIZES = {
    "radius": CONTROL_RADIUS,
    "note_radius": NOTE_RADIUS,
    "tight": TIGHT,
    "tight_more": TIGHT + 1,
    "item": TIGHT + 2,
    "near": NEAR,
    "near_less": NEAR - 1,
    "gap": GAP,
    "indent": GAP + CLOSE,
    "twice": 2 * GAP,
    "text": GAP + 2,
    "height": CONTROL_HEIGHT - 2,
    "height_less": CONTROL_HEIGHT - 4,
    "field_height": CONTROL_HEIGHT + 2,
}
"""Sizes without the borders that Qt adds to them."""

_SHEET = Template("""
QPushButton, QToolButton {
    background: ${surface}; color: ${ink};
    border: 1px solid ${line}; border-radius: ${radius}px;
    padding: 0 ${near}px; min-height: ${height}px;
}
QPushButton:hover, QToolButton:hover { background: ${hover}; }
QPushButton:pressed, QToolButton:pressed { background: ${pressed}; }
QPushButton:focus, QToolButton:focus {
    border: 2px solid ${accent}; padding: 0 ${near_less}px;
    min-height: ${height_less}px;
}
QPushButton:disabled, QToolButton:disabled { color: ${ink_3}; }
QPushButton[primary="true"] {
    background: ${ink}; color: ${surface}; border-color: ${ink};
}
QPushButton[primary="true"]:hover { background: ${primary_hover}; }
QPushButton[primary="true"]:focus { border-color: ${accent}; }
QPushButton[primary="true"]:disabled {
    background: ${pressed}; color: ${ink_3}; border-color: ${line};
}
QPushButton[quiet="true"], QToolButton[quiet="true"] {
    background: transparent; border-color: transparent;
    padding: 0 ${tight}px; min-height: ${text}px;
    margin-left: -${tight_more}px; text-align: left;
}
QPushButton[quiet="true"]:hover, QToolButton[quiet="true"]:hover { background: ${hover}; }
QPushButton[quiet="true"]:focus, QToolButton[quiet="true"]:focus {
    border: 1px solid ${accent}; padding: 0 ${tight}px; min-height: ${text}px;
}
QPushButton[segment] { border-radius: 0; border-right: none; }
QPushButton[segment="first"] {
    border-top-left-radius: ${radius}px; border-bottom-left-radius: ${radius}px;
}
QPushButton[segment="last"] {
    border-top-right-radius: ${radius}px; border-bottom-right-radius: ${radius}px;
    border-right: 1px solid ${line};
}
QPushButton[segment]:checked { background: ${ink}; color: ${surface}; border-color: ${ink}; }
QPushButton[segment][refuses="true"]:checked {
    background: ${pressed}; color: ${ink}; border-color: ${line};
}
QPushButton[segment]:focus { border: 2px solid ${accent}; }
QToolButton::menu-indicator { image: none; width: 0; }
QLineEdit, QPlainTextEdit {
    background: ${surface}; color: ${ink};
    border: 1px solid ${field_line}; border-radius: ${radius}px; padding: 0 ${near}px;
    selection-background-color: ${ink}; selection-color: ${surface};
}
QLineEdit { min-height: ${field_height}px; }
QLineEdit:focus { border: 2px solid ${ink}; padding: 0 ${near_less}px; }
QMenu {
    background: ${surface}; color: ${ink}; border: 1px solid ${line};
    padding: ${tight}px 0;
}
QMenu::item { min-width: 200px; padding: ${item}px ${indent}px; }
QMenu::item:selected { background: ${hover}; color: ${ink}; }
QMenu::item:disabled { color: ${ink_3}; }
QMenu::separator { height: 1px; background: ${line}; margin: ${tight}px 0; }
QToolTip {
    background: ${surface}; color: ${ink}; border: 1px solid ${line};
    padding: ${tight}px;
}
QComboBox {
    background: ${surface}; color: ${ink}; border: 1px solid ${field_line};
    border-radius: ${radius}px; padding: 0 ${near}px; min-height: ${field_height}px;
}
QComboBox:focus { border: 2px solid ${ink}; padding: 0 ${near_less}px; }
QScrollArea, QListView { background: transparent; border: none; }
QListView { outline: none; }
QListWidget { background: ${surface}; border: 1px solid ${line}; border-radius: ${radius}px; }
QListWidget:focus { border: 2px solid ${ink}; }
QListWidget::item { padding: ${item}px ${near}px; }
QListWidget::item:selected { background: ${pressed}; color: ${ink}; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: ${near}px; }
QScrollBar:horizontal { height: ${near}px; }
QScrollBar::handle {
    background: ${handle}; border-radius: ${note_radius}px; margin: 2px;
    min-height: ${twice}px; min-width: ${twice}px;
}
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QListView[role="popup"], QFrame[role="popup"] {
    background: ${surface}; border: 1px solid ${field_line}; border-radius: ${radius}px;
    padding: ${tight}px;
}
QFrame[role="card"] {
    background: ${surface}; border: 1px solid ${field_line}; border-radius: ${radius}px;
}
*[role="surface"] { background: ${surface}; }
*[role="paper"] { background: ${paper}; }
*[role="side"] { background: ${side}; color: #FFFFFF; }
*[role="side"] QLabel { color: #FFFFFF; }
*[role="side"] QLabel[role="faint"] { color: ${side_text}; }
*[role="side"] QPushButton {
    background: ${side}; color: #FFFFFF; border-color: ${side_line};
}
*[role="side"] QPushButton:hover { background: ${side_hover}; }
*[role="side"] QPushButton[primary="true"] {
    background: #FFFFFF; color: ${side}; border-color: #FFFFFF;
}
*[role="side"] QPushButton[primary="true"]:hover { background: ${side_primary_hover}; }
*[role="side"] QPushButton:focus { border-color: ${side_accent}; }
*[role="warning"] { background: ${warn_fill}; }
*[role="second"] { color: ${ink_2}; }
*[role="now"] { font-weight: 600; }
*[role="warn"] { color: ${warn}; }
*[role="ok"] { color: ${ok}; }
*[role="accent"] { color: ${accent}; }
*[role="ink"] { background: ${ink}; }
*[role="chip"] {
    background: ${ink}; color: ${surface};
    border-radius: ${radius}px; padding: ${tight}px ${near}px;
}
*[role="line"] { background: ${line}; }
""")
