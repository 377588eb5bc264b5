"""Says once of each character that no bundled font has it: it shows as a box."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui import fonts
from ui.session import Session
from ui.translate import plural
from workshop.changes import Step

_MOST_SHOWN = 5


class GlyphCheck(QObject):
    """Looks at every text of a note that is new."""

    said = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._known: set[str] = set()
        session.stepped.connect(self._look)

    def _look(self, step: Step) -> None:
        texts = [
            change.new.text for change in step.changes if change.table == "note" and change.new
        ]
        missing = set().union(*map(fonts.missing, texts)) - self._known
        if not missing:
            return
        self._known |= missing
        shown = " ".join(f"U+{ord(one):04X}" for one in sorted(missing)[:_MOST_SHOWN])
        self.said.emit(
            plural(
                len(missing),
                "No font here has the character {shown}: it shows as a box, and is kept.",
                "No font here has {count} characters ({shown}): they show as boxes, and are kept.",
                shown=shown,
            )
        )
