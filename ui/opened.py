"""What is said of a file after it was opened: that it is not of this computer alone, that somebody
else may have it open, that it was of an older version."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from ui import settings
from ui.messages import file_name
from ui.session import Session
from ui.settings import Settings
from ui.translate import tr
from workshop.store import places
from workshop.store.places import Place, place_of

AFTER_MS = 50
"""Not before the window is painted."""
_SERVICES = {
    places.ONEDRIVE: "OneDrive",
    places.DROPBOX: "Dropbox",
    places.ICLOUD: "iCloud",
    places.GOOGLE_DRIVE: "Google Drive",
}


def tell(session: Session, store: Settings, say: Callable[[str], object]) -> None:
    """Says what there is to say, once the window is painted."""

    def look() -> None:
        words = " ".join(sentences(session, store))
        if words:
            say(words)

    QTimer.singleShot(AFTER_MS, session, look)


def sentences(session: Session, store: Settings) -> list[str]:
    """What there is to say; of each folder once."""
    place = place_of(session.path)
    said = [_other_holder(session.other_holder), _older(session)]
    if place is not None and str(place.folder) not in store[settings.WARNED_FOLDERS]:
        store[settings.WARNED_FOLDERS] = [*store[settings.WARNED_FOLDERS], str(place.folder)]
        said.append(_place(place))
    return [words for words in said if words]


def _other_holder(holder: dict[str, str]) -> str:
    if not holder:
        return ""
    return tr(
        "This workshop may also be open on {computer}, by {user}, since {day} at {time} UTC. Close "
        "it there, or what is changed here and there will not come together.",
        computer=holder["computer"],
        user=holder.get("user") or tr("somebody"),
        day=holder.get("since", "")[:10],
        time=holder.get("since", "")[11:16],
    )


def _older(session: Session) -> str:
    if session.older_copy is None:
        return ""
    return tr(
        "This file was made by an older version and has been brought up to date. As it was, it is "
        "kept in {file}.",
        file=file_name(session.older_copy),
    )


def _place(place: Place) -> str:
    folder = file_name(place.folder)
    if place.kind == places.NETWORK:
        return tr(
            "{folder} is a network drive. For the day keep the workshop on this computer: the "
            "network may go, and then nobody else is kept from opening it.",
            folder=folder,
        )
    return tr(
        "{folder} is copied to other computers by {service}. For the day keep the workshop outside "
        "of it, and never open it on two computers at once.",
        folder=folder,
        service=_SERVICES[place.kind],
    )
