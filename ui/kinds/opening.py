"""The console in an opening: its pages, and the check-in with who speaks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import fonts
from ui.home.key_button import KeyButton
from ui.kinds.registry import KindPane, pane_of
from ui.room import words
from ui.theme import BODY, GAP, HEADING, NEAR
from ui.translate import tr
from ui.widgets.line_list import LineList
from ui.widgets.page_lines import PageLine, PageLines
from ui.widgets.plain import label
from workshop import agenda
from workshop.kinds import opening
from workshop.records.agenda import Stage
from workshop.records.people import Participant
from workshop.records.words import ParticipantId
from workshop.room_view import Page

if TYPE_CHECKING:
    from ui.console.run import Run


@pane_of("opening")
class OpeningPane(KindPane):
    """Left and Right turn the pages; in the check-in Enter is next and S skips for now."""

    def __init__(self, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(run, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Pages of the opening"))
        self._shown: object = None
        self._stage: Stage | None = None
        self.heading = label("", fonts.serif(HEADING))
        self.place = label("", fonts.sans(BODY), "second")
        self.back_button = KeyButton(tr("Page before"), tr("←"))
        self.next_button = KeyButton(tr("Next page"), tr("→"))
        self.speaker_button = KeyButton(tr("Next person"), tr("Enter"))
        self.skip_button = KeyButton(tr("Skip for now"), "S")
        self.agreements = LineList(tr("Add an agreement"))
        self.draft_line = self.agreements.line
        self.lines = PageLines()
        self._arrange()
        self.back_button.clicked.connect(lambda: self.turn(-1))
        self.next_button.clicked.connect(lambda: self.turn(1))
        self.speaker_button.clicked.connect(self.next_person)
        self.skip_button.clicked.connect(self.skip)
        self.agreements.changed.connect(self._agree)
        self.agreements.left.connect(self.setFocus)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(NEAR)
        for made in (self.back_button, self.next_button, self.speaker_button, self.skip_button):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(made)
        buttons.addWidget(self.place)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, NEAR, GAP, NEAR)
        column.setSpacing(NEAR)
        column.addLayout(buttons)
        column.addWidget(self.heading)
        column.addWidget(self.lines)
        column.addWidget(self.agreements)
        column.addStretch(1)

    # Pages.

    def pages(self) -> list[Page]:
        """The pages of the stage that is shown."""
        return opening.pages(self.run.workshop, self._stage) if self._stage else []

    @property
    def page(self) -> Page | None:
        """The page that the room sees."""
        pages = self.pages()
        at = min(self.run.feed.showing.page, len(pages) - 1)
        return pages[at] if pages else None

    def turn(self, by: int) -> None:
        """Turns so many pages on; reaching the check-in starts the first speaker's time."""
        last = len(self.pages()) - 1
        to = max(0, min(last, self.run.feed.showing.page + by))
        self.run.feed.show(page=to, speaking_since=self.run.now())
        self._again()

    def next_person(self) -> None:
        """The next one speaks."""
        if not self._checks_in():
            return
        speaker = min(self.run.feed.showing.speaker + 1, len(self._people()))
        self.run.feed.show(speaker=speaker, speaking_since=self.run.now())
        self._again()

    def skip(self) -> None:
        """The one who speaks is heard later, after everybody else."""
        showing, people = self.run.feed.showing, self._people()
        if not self._checks_in() or showing.speaker >= len(people):
            return
        person = people[showing.speaker]
        waiting = (*(id for id in showing.waiting if id != person.id), person.id)
        speaker = showing.speaker - (person.id in showing.waiting)
        self.run.feed.show(waiting=waiting, speaker=speaker, speaking_since=self.run.now())
        self._again()

    def _people(self) -> list[Participant]:
        check_in = self._stage.setup.check_in if self._stage else None
        if check_in is None:
            return []
        return opening.in_turn(self.run.workshop, check_in, self.run.feed.showing.waiting)

    def author(self) -> ParticipantId | None:
        """In the check-in notes are typed to the one who speaks."""
        people, at = self._people(), self.run.feed.showing.speaker
        return people[at].id if self._checks_in() and at < len(people) else None

    @property
    def stands_for_prompt(self) -> bool:
        return bool(self.pages())

    @property
    def takes_notes(self) -> bool:
        """In the check-in somebody says what is worth keeping."""
        return self._checks_in()

    def _agree(self, lines: list[str]) -> None:
        """Adds an agreement or strikes one."""
        stage = self._stage
        if stage is None:
            return
        setup = replace(stage.setup, agreements=tuple(lines))
        workshop = self.run.workshop
        if not self.run.session.attempt(lambda: agenda.edit_stage(workshop, stage.id, setup=setup)):
            return
        self.agreements.accept()
        if len(lines) > opening.MOST_AGREEMENTS:
            self.run.said.emit(tr("{count} agreements are too many to keep.", count=len(lines)))

    def _checks_in(self) -> bool:
        page = self.page
        return page is not None and page.kind == "check_in"

    def press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Left:
            self.turn(-1)
        elif key == Qt.Key.Key_Right:
            self.turn(1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._checks_in():
            self.next_person()
        elif key == Qt.Key.Key_S and self._checks_in():
            self.skip()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() or not self.press(event):
            super().keyPressEvent(event)

    # What is shown.

    def show_stage(self, stage: Stage) -> None:
        self._stage = stage
        page, at = self.page, self.run.feed.showing.page
        pages = self.pages()
        self.place.setText(tr("Page {page} of {pages}", page=at + 1, pages=len(pages))
                           if pages else "")  # fmt: skip
        self.back_button.setEnabled(at > 0)
        self.next_button.setEnabled(at < len(pages) - 1)
        checks_in = self._checks_in()
        self.speaker_button.setVisible(checks_in)
        self.skip_button.setVisible(checks_in)
        agrees = page is not None and page.kind == "agreements"
        self.agreements.setVisible(agrees)
        self.agreements.show_lines(stage.setup.agreements if agrees else ())
        lines = self._lines(stage, page) if page is not None and not agrees else []
        shown = (page.kind if page else "", tuple(lines))
        if shown == self._shown:
            return
        self._shown = shown
        self.heading.setText(self._heading(page))
        self.lines.show_lines(lines)

    def _again(self) -> None:
        if self._stage is not None:
            self.show_stage(self._stage)

    def _heading(self, page: Page | None) -> str:
        if page is None:
            return ""
        if page.kind == "check_in" and page.lines:
            return page.lines[0].text
        return words.page_heading(page.kind)

    def _lines(self, stage: Stage, page: Page) -> list[PageLine]:
        if page.kind == "check_in":
            return self._speakers(stage)
        if page.kind == "decision_rule":
            return [PageLine(words.decision_rule(dict(page.facts)))]
        return [
            PageLine(line.text, line.time or words.part_name(line.part), line.marks)
            for line in words.page_lines(page)
        ]

    def _speakers(self, stage: Stage) -> list[PageLine]:
        showing, found = self.run.feed.showing, []
        seconds = opening.seconds_each(self.run.workshop, stage.setup.check_in)
        for index, person in enumerate(self._people()):
            line, speaks = opening.person_line(self.run.workshop, person), index == showing.speaker
            told = ""
            if speaks and seconds and showing.speaking_since is not None:
                gone = (self.run.now() - showing.speaking_since).total_seconds()
                left = seconds - int(gone)
                told = tr("{seconds} s", seconds=left) if left > 0 else tr("over")
            found.append(PageLine(line.text, told, line.marks, counts=speaks))
        return found or [PageLine(words.in_turn(opening.is_written(stage.setup.check_in)))]
