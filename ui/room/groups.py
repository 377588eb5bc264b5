"""Who works with whom: groups as columns of marks and names, at most six beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from ui.room.drafting import Draft
from ui.translate import tr
from workshop.room_view import Line, RoomGroup

ACROSS = 6
"""So many groups stand beside each other."""


def heading() -> str:
    """What stands above the groups."""
    return tr("Work in groups")


def group_title(group: RoomGroup) -> str:
    """The number and the name of a group."""
    if not group.name:
        return tr("Group {number}", number=group.number)
    return tr("{number} {name}", number=group.number, name=group.name)


def pages(draft: Draft, groups: Sequence[RoomGroup], top: float) -> list[list[list[RoomGroup]]]:
    """The groups in rows, as many rows on each page as it holds."""
    found: list[list[list[RoomGroup]]] = []
    used, high = 0.0, draft.measures.bottom - top
    for row in _rows(draft, _parts(draft, groups, high)):
        height = _row_height(draft, row)
        if not found or used + height > high:
            found.append([])
            used = 0.0
        found[-1].append(row)
        used += height
    return found


def put(draft: Draft, rows: Sequence[Sequence[RoomGroup]], across: int, top: float) -> None:
    """Rows of groups one below the other; all columns as wide as with the most in a row."""
    y = top
    for row in rows:
        for place, group in enumerate(row):
            width = _column(draft, across)
            x = draft.measures.left + place * (width + _gap(draft))
            _put_group(draft, group, x, y, width)
        y += _row_height(draft, row)


def _widest(draft: Draft, groups: Sequence[RoomGroup]) -> int:
    """How many groups stand beside each other: as many as leave each name some room."""
    least = draft.measures.space(0.25)
    fits = int((draft.measures.across + _gap(draft)) // (least + _gap(draft)))
    most = max(1, min(ACROSS, fits))
    return ceil(len(groups) / ceil(len(groups) / most)) if groups else 1


def _parts(draft: Draft, groups: Sequence[RoomGroup], high: float) -> list[RoomGroup]:
    """The groups; one with more people than a column holds goes on in the next."""
    bare = _row_height(draft, [replace(groups[0], people=())]) if groups else 0.0
    most = max(1, int((high - bare) // (draft.sans(draft.measures.body).pitch + _pad(draft))))
    return [
        replace(group, people=group.people[at : at + most])
        for group in groups
        for at in range(0, max(1, len(group.people)), most)
    ]


def _rows(draft: Draft, groups: Sequence[RoomGroup]) -> list[list[RoomGroup]]:
    across = _widest(draft, groups)
    return [list(groups[at : at + across]) for at in range(0, len(groups), across)]


def _put_group(draft: Draft, group: RoomGroup, x: float, y: float, width: float) -> None:
    head, name = draft.strong(draft.measures.lead), draft.sans(draft.measures.body)
    left = x
    if group.area is not None:
        side = head.px
        draft.sign(group.area, left, y + head.pitch / 2, side)
        left += side * 1.4
    draft.write(group_title(group), head, left, y, x + width - left, most=1)
    y += head.pitch + _pad(draft)
    for person in group.people:
        _put_person(draft, person, x, y, width)
        y += name.pitch + _pad(draft)


def _put_person(draft: Draft, person: Line, x: float, y: float, width: float) -> None:
    type, left = draft.sans(draft.measures.body), x
    side = type.px * 0.95
    for mark in person.marks:
        draft.sign(mark, left, y + type.pitch / 2, side)
        left += side * 1.4
    draft.write(person.text, type, left, y, x + width - left, most=1)


def _row_height(draft: Draft, row: Sequence[RoomGroup]) -> float:
    head, name = draft.strong(draft.measures.lead), draft.sans(draft.measures.body)
    most = max(len(group.people) for group in row)
    return head.pitch + _pad(draft) + most * (name.pitch + _pad(draft)) + _gap(draft)


def _column(draft: Draft, across: int) -> float:
    return (draft.measures.across - (across - 1) * _gap(draft)) / across


def _gap(draft: Draft) -> float:
    return draft.measures.space(0.03)


def _pad(draft: Draft) -> float:
    return draft.measures.space(0.008)
