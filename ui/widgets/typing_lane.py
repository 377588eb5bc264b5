"""Which lane a typed note goes to, in stages whose lanes are a list."""

from __future__ import annotations

from workshop import boards
from workshop.records.agenda import Lane, Stage
from workshop.state import Workshop


class TypingLane:
    """Remembers the lane that was chosen last."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._chosen = 0

    def of(self, stage: Stage | None) -> list[Lane]:
        """The lanes of a stage; none where they are the functions, or there is no board."""
        board = boards.board_of(self._workshop, stage.id) if stage else None
        if board is None or board.by_function:
            return []
        return boards.lane_rows(self._workshop, board.stage)

    def chosen(self, stage: Stage | None) -> Lane | None:
        """The lane of this stage that is typed into: the one that was chosen, or the first."""
        lanes = self.of(stage)
        own = [lane for lane in lanes if lane.id == self._chosen]
        return next(iter(own or lanes), None)

    def choose(self, lane: int) -> None:
        """Types into this lane from now on."""
        self._chosen = lane

    def turn(self, stage: Stage | None, by: int) -> None:
        """Goes on so many lanes, round at the end."""
        lanes, lane = self.of(stage), self.chosen(stage)
        if lane is not None:
            self._chosen = lanes[(lanes.index(lane) + by) % len(lanes)].id
