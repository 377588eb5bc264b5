"""What is said once before a key is obeyed: the same key again goes on."""

from __future__ import annotations

from ui.translate import tr
from workshop import boards, sheets
from workshop.boards import BoardLane
from workshop.records.agenda import Lane, Stage
from workshop.records.people import Function
from workshop.records.words import StageId
from workshop.state import Workshop


class Once:
    """Knows what has been said of the stages of one workshop while it is open. Each method gives
    the words to say, or none where the key is to be obeyed."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._left: set[StageId] = set()
        self._again: set[StageId] = set()

    def leaving(self, stage: Stage | None) -> str:
        """A stage is left: names lanes that are empty while others are not."""
        board = boards.board_of(self._workshop, stage.id) if stage else None
        if stage is None or board is None or stage.id in self._left:
            return ""
        counts = boards.counts(self._workshop, board.id)
        empty = [self._lane_name(lane) for lane, count in counts.items() if not count]
        if not empty or len(empty) == len(counts):
            return ""
        self._left.add(stage.id)
        return tr("No note yet from: {lanes}. Press again to go on.", lanes=", ".join(empty))

    def running_again(self, stage: Stage) -> str:
        """A stage of a workshop that has been is to run: asks each time."""
        if stage.id in self._again:
            self._again.discard(stage.id)
            return ""
        self._again.add(stage.id)
        return tr("This workshop is finished. Press again to run “{title}” once more.",
                  title=stage.title)  # fmt: skip

    def _lane_name(self, lane: BoardLane) -> str:
        function = self._workshop[Function].get(lane.function)
        row = self._workshop[Lane].get(lane.lane)
        return function.name if function else sheets.lane_name(row) if row else ""
