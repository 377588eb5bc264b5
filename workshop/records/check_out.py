"""The check-out: the show of fingers and the closing words."""

from __future__ import annotations

from workshop.columns import choice, flag, line, ref, whole
from workshop.records.words import NEW, CheckOutId, NoteId, ParticipantId, StageId
from workshop.tables import record, unique
from workshop.ties import nameless

FINGERS = (0, 5)
"""Fewest and most fingers of one hand."""


@record("check_out", unique("stage"))
class CheckOut:
    """The end of the day: fingers and words."""

    stage: StageId = ref("where it is held", "stage", owned=True)
    sent_by: str = line("when the brief will come", 500, default="")
    id: CheckOutId = whole("id", default=NEW, yaml=None)


@record("check_out.hopes[]", unique("check_out", "note"))
class Hope:
    """A hope of the opening that is read back."""

    check_out: CheckOutId = ref("of", "check_out", owned=True, yaml=None)
    note: NoteId = ref("the note that says it", "note", owned=True, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)


@record(
    "check_out.roti{}, and check_out.closing{} of the second show",
    unique("check_out", "participant", "closing"),
    nameless("check_out", "round.check_out"),
)
class Fingers:
    """Whether the time was well spent, 0 to 5 (return on time invested), or the closing question
    where that is answered with fingers too."""

    check_out: CheckOutId = ref("of", "check_out", owned=True, yaml=None)
    participant: ParticipantId = ref("who", "participant", owned=True, yaml=None)
    value: int = whole("fingers", *FINGERS, yaml=None)
    closing: bool = flag("of the second show", default=False, yaml=None)
    voice_of: str = line("someone outside the room", 80, default="", yaml=None)
    entered_by: str | None = choice(
        "who typed it, if not they", "facilitator", default=None, yaml=None
    )
    id: int = whole("id", default=NEW, yaml=None)


@record("check_out.one_point_more[]")
class OnePointMore:
    """What would have added a point."""

    check_out: CheckOutId = ref("of", "check_out", owned=True, yaml=None)
    by: ParticipantId = ref("who", "participant")
    text: str = line("what", 500, least=1)
    id: int = whole("id", default=NEW, yaml=None)


@record("check_out.words{}", unique("check_out", "participant"))
class Word:
    """A closing word, up to three."""

    check_out: CheckOutId = ref("of", "check_out", owned=True, yaml=None)
    participant: ParticipantId = ref("who", "participant", owned=True, yaml=None)
    text: str = line("the word", 80, least=1, yaml=None)
    id: int = whole("id", default=NEW, yaml=None)
