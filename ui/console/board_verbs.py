"""What is done to the board of the stage that is shown: open, cover, reveal, silent writing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.console.board_menu import ARRANGEMENTS
from ui.console.run import Run
from ui.translate import tr
from workshop import boards
from workshop.boards import BoardLane
from workshop.records.agenda import Board


class BoardVerbs(QObject):
    """Acts on the board that the console shows."""

    said = Signal(str)

    def __init__(self, run: Run) -> None:
        super().__init__(run)
        self._run = run

    @property
    def _board(self) -> Board | None:
        stage = self._run.shown
        return boards.board_of(self._run.workshop, stage.id) if stage else None

    def set_state(self, state: str) -> None:
        """Opens, covers or reveals the whole board."""
        verbs = {"open": boards.open_board, "covered": boards.cover, "revealed": boards.reveal}
        board = self._board
        if board is None:
            return
        partly = boards.revealed_lanes(self._run.workshop, board.id)
        if board.state != state or partly:
            self._run.session.attempt(lambda: verbs[state](self._run.workshop, board.id))

    def arrange(self, arrangement: str) -> None:
        """Lays the same notes out in another way."""
        board = self._board
        if board is not None and board.arrangement != arrangement:
            self._run.session.attempt(
                lambda: boards.set_arrangement(self._run.workshop, board.id, arrangement)
            )

    def arrange_next(self) -> None:
        """Goes on to the next arrangement."""
        board = self._board
        if board is not None:
            at = ARRANGEMENTS.index(board.arrangement) + 1
            self.arrange(ARRANGEMENTS[at % len(ARRANGEMENTS)])

    def attribute(self, attribution: str) -> None:
        """Says whose the notes of the board are, before there are any."""
        self._edit(attribution=attribution)

    def reveal_as(self, reveal: str) -> None:
        """Says how the board is revealed."""
        self._edit(reveal=reveal)

    def _edit(self, **about: str) -> None:
        board = self._board
        if board is not None:
            self._run.session.attempt(
                lambda: boards.edit_board(self._run.workshop, board.id, **about)
            )

    def reveal_one(self, lane: BoardLane) -> None:
        """Reveals one lane of a covered board."""
        board = self._board
        if board is not None:
            self._run.session.attempt(
                lambda: boards.reveal_lane(self._run.workshop, board.id, lane)
            )

    def reveal(self) -> None:
        """Reveals a covered board: all of it, or its next lane where it goes lane by lane."""
        board = self._board
        if board is None:
            self.said.emit(tr("There is nothing to reveal in this stage."))
        elif board.state != "covered":
            self.said.emit(tr("The room reads this board already."))
        elif board.reveal != "by_lane":
            self.set_state("revealed")
        else:
            self._reveal_next(board)

    def _reveal_next(self, board: Board) -> None:
        workshop = self._run.workshop
        lanes = [lane for lane in boards.lanes(workshop, board.id) if lane != boards.REST]
        left = [lane for lane in lanes if not boards.is_revealed(workshop, board, lane)]
        if left:
            self._run.session.attempt(lambda: boards.reveal_lane(workshop, board.id, left[0]))
        else:
            self.set_state("revealed")

    def toggle_silent(self) -> None:
        """Starts silent writing, or ends it."""
        board, workshop = self._board, self._run.workshop
        if board is None:
            self.said.emit(tr("There is no board to write on in this stage."))
        elif board.silent_since is None:
            now = self._run.now()
            self._run.session.attempt(lambda: boards.start_silent(workshop, board.id, now))
        else:
            self._run.session.attempt(lambda: boards.stop_silent(workshop, board.id))
