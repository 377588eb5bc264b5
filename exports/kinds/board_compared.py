"""What a board prints whose sentences were set side by side: one column per function."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from exports import hidden
from exports.brief import Brief, prints
from exports.ink import BODY, CAPTION
from exports.parts.heads import Band
from exports.parts.marked import MarkedHead
from exports.parts.part import Columns, Part, Space, Stack
from exports.parts.sources import came_from
from exports.parts.words import Words
from exports.translate import tr
from workshop import boards
from workshop.boards import BoardLane
from workshop.notes import in_lane
from workshop.records.agenda import Board, Lane, Stage
from workshop.records.notes import Note

BESIDE = 3
"""So many columns stand beside each other."""


@prints("alignment", place=1)
def side_by_side(brief: Brief) -> list[Flowable]:
    """The sentences of every stage that compares them."""
    parts: list[Flowable] = []
    for stage in brief.stages.values():
        board = boards.board_of(brief.workshop, stage.id)
        if board is not None and getattr(stage.setup, "compare", None) == "side_by_side":
            parts += _compared(brief, stage, board)
    return parts


def _compared(brief: Brief, stage: Stage, board: Board) -> list[Part]:
    columns = [
        _column(brief, board, lane, notes)
        for lane in boards.lanes(brief.workshop, board.id)
        if boards.is_revealed(brief.workshop, board, lane)
        and (notes := in_lane(brief.workshop, board, lane))
    ]
    covered = hidden.covered(brief, stage.id)
    if not (columns or covered):
        return []
    rows = [_row(columns[start : start + BESIDE]) for start in range(0, len(columns), BESIDE)]
    asked = [Words(stage.prompt, CAPTION, below=1.0)] if stage.prompt else []
    unread = [hidden.remark(covered)] if covered else []
    return [Band(tr("Side by side")), *asked, *rows, *unread, came_from(stage.title)]


def _row(columns: Sequence[Part]) -> Part:
    """Columns of one width, however many there are in the last row."""
    empty = [Space(0)] * (BESIDE - len(columns))
    return Columns([*columns, *empty], above=4.0)


def _column(brief: Brief, board: Board, lane: BoardLane, notes: Sequence[Note]) -> Part:
    sentences = [_sentence(brief, board, note) for note in notes]
    return Stack([_head(brief, lane), *sentences])


def _head(brief: Brief, lane: BoardLane) -> Part:
    if lane.function is not None:
        function = brief.functions[lane.function]
        return MarkedHead(function, function.name)
    row = brief.workshop[Lane].get(lane.lane)
    name = (row.name or row.key) if row is not None else tr("Without a function")
    return MarkedHead(None, name)


def _sentence(brief: Brief, board: Board, note: Note) -> Part:
    """A sentence with its number, and its author where notes have names."""
    names = brief.name(note.author) if board.attribution == "person" else ""
    about = ", ".join(text for text in (tr("note {nr}", nr=note.nr), names) if text)
    return Stack([Words(note.text, BODY), Words(about, CAPTION)], below=2.0)
