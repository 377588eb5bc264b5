"""What a test sees of cards and dialogs."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.rescue.backups import BackupsDialog
from ui.rescue.card import OfferCard
from ui.window import MainWindow


def cards(window: MainWindow) -> list[OfferCard]:
    """The cards on Home, from the top."""
    found = [card for card in window.pages.home.findChildren(OfferCard) if card.isVisible()]
    return sorted(found, key=lambda card: card.y())


def card_of(window: MainWindow, qtbot: QtBot) -> OfferCard:
    """The one card, once it says what can be done."""
    qtbot.waitUntil(lambda: any(card.dismiss_button.isVisible() for card in cards(window)))
    (card,) = cards(window)
    return card


def dialog_of(window: MainWindow) -> BackupsDialog:
    """The backups, which were opened last."""
    return window.findChildren(BackupsDialog)[-1]
