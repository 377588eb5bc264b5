"""Notes on their way onto a board: typed, pasted, dropped, as text or as pictures."""

from __future__ import annotations

from collections.abc import Sequence

from ui.console.shown import ConsoleShown
from workshop import capture, notes, pasting
from workshop.capture import TypedLine
from workshop.notes import About
from workshop.records.people import Participant


class Scribing(ConsoleShown):
    """The console as it takes notes. What cannot be taken stays where it was typed."""

    def add_notes(self, text: str) -> None:
        """Adds what was typed: one note, or one for each line."""
        several = len(text.splitlines()) > 1
        self._add(
            capture.read_lines(self._workshop, text) if several else [TypedLine(1, None, text)]
        )

    def read_paste(self, text: str) -> None:
        """Several lines were pasted: shows what they would become."""
        lines = pasting.read_paste(self._workshop, text)
        if lines:
            self.pasted.show_lines(lines, self.capture.line.masked)
        self.capture.say("")

    def read_text(self, text: str) -> None:
        """Text came onto the board: one line is a note, several are shown first."""
        lines = pasting.read_paste(self._workshop, text)
        if len(lines) == 1:
            self._add(lines)
        else:
            self.read_paste(text)

    def add_picture(self, name: str, picture: str) -> bool:
        """A note for a picture, with what is typed as its text, or else its name."""
        stage = self.stage
        about: About = {**self._about(), "picture": picture}
        text = self.capture.line.text().strip() or name
        if stage is None or not self._session.attempt(
            lambda: notes.add_note(self._workshop, stage.id, text, **about)
        ):
            return False
        self._accepted()
        return True

    def add_pasted(self, lines: list[TypedLine]) -> None:
        """Adds what is ticked of a paste."""
        if self._add(lines):
            self.pasted.hide()
            self.focus_capture()

    def _add(self, lines: Sequence[TypedLine]) -> bool:
        """Adds a note for each line, those that name nobody as the bar says."""
        stage, about = self.stage, self._about()
        if stage is None or not self._session.attempt(
            lambda: capture.add_typed(self._workshop, stage.id, lines, **about)
        ):
            return False
        self._accepted()
        return True

    def _accepted(self) -> None:
        """The line is free; whoever was named wrote that note, not the next one."""
        self.capture.accept()
        self.capture.author.choose(None)
        self.desk.reveal(self.last_note())

    def _about(self) -> About:
        """What the bar and the kind of the stage say of the next note."""
        lane = self._lanes.chosen(self.stage)
        speaker = self.capture.speaker
        author = self.capture.author.id or (speaker.id if speaker else None)
        whose = self._workshop[Participant][author].function if author else self.capture.function
        return {
            "function": whose,
            "author": author,
            "lane": lane.id if lane else None,
            "evidence": self.capture.evidence,
        }

    def last_note(self) -> int:
        """The id of the note with the highest number in this stage, 0 if there is none."""
        stage = self.stage
        found = notes.notes_of(self._workshop, stage.id) if stage else []
        return max(found, key=lambda note: note.nr or 0).id if found else 0
