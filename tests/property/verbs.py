"""Everything a facilitator can do, as rules of one machine."""

from __future__ import annotations

from tests.property.note_verbs import BoardVerbs, GroupVerbs, NoteVerbs
from tests.property.plan_verbs import AgendaVerbs, PeopleVerbs


class Boards(NoteVerbs, BoardVerbs):
    """Notes on boards: what happens most."""


class Plans(AgendaVerbs, PeopleVerbs):
    """The plan and the people, before the workshop and during it."""


class Verbs(Boards, GroupVerbs, Plans):
    """All of them at once."""
