"""Says once of each script or sign that no bundled font has it: it shows as boxes."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QObject, Signal

from ui import fonts
from ui.session import Session
from ui.translate import tr
from workshop.changes import Step

_MOST_SHOWN = 3


class GlyphCheck(QObject):
    """Looks at every text of a note that is new."""

    said = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._known: set[str] = set()
        session.stepped.connect(self._look)

    def _look(self, step: Step) -> None:
        changed = [each.new for each in step.changes if each.table == "note" and each.new]
        found = {
            note.nr: {*map(name_of, fonts.missing(note.text))} - self._known for note in changed
        }
        names = sorted(set().union(*found.values()))
        if not names:
            return
        self._known.update(names)
        number = next(number for number, new in found.items() if new)
        shown = ", ".join(names[:_MOST_SHOWN]) + (", …" if len(names) > _MOST_SHOWN else "")
        told = tr("No font here can show {names}: note {number} has boxes in their place, "
                  "its text is kept.", names=shown, number=number)  # fmt: skip
        self.said.emit(told)


def name_of(character: str) -> str:
    """A character in words: a letter by its script, any other by the name that Unicode gives it."""
    name = unicodedata.name(character, "")
    if not name:
        return tr("an unknown character")
    script = name.split()[0]
    if unicodedata.category(character)[0] in "LMN" and script != "COMBINING":
        known = tr("Chinese") if script == "CJK" else script.capitalize()
        return tr("{script} letters", script=known)
    return f"“{name.lower()}”"
