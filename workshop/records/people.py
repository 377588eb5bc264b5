"""Functions, participants, and who is in the room."""

from __future__ import annotations

from workshop.codes import Colour, Letters, are_letters
from workshop.columns import choice, field, flag, key, line, number, ref, whole
from workshop.conditions import Holds
from workshop.records.words import NEW, FunctionId, ParticipantId
from workshop.tables import most, record, unique

MOST_FUNCTIONS = 12
MOST_PARTICIPANTS = 40
SHAPES = ("circle", "square", "hexagon", "diamond", "shield", "drop", "octagon", "pentagon")


@record(
    "functions[]",
    unique("key"),
    unique("letter", fold=True),
    Holds(
        ("letter", "stand_in"),
        lambda row: row.stand_in or are_letters(row.letter),
        "a mark is one or two letters",
    ),
    most(MOST_FUNCTIONS, but="stand_in"),
)
class Function:
    """A part of the company, with the mark it is known by."""

    key: str = key("name in YAML", "none")
    name: str = line("what it is called", 80, least=1)
    letter: str = field(Letters("its mark"))
    shape: str = choice("shape of the mark", *SHAPES)
    colour: str = field(Colour("colour of the mark"))
    ring: bool = flag("a white ring, for a colour used twice", default=False)
    absent: bool = flag("not in the room", default=False)
    stand_in: bool = flag("stands for one that is not named", default=False)
    place: float = number("order in lists", default=0, yaml=None)
    id: FunctionId = whole("id", default=NEW, yaml=None)


@record(
    "participants[]",
    unique("key"),
    unique("function", where="decider"),
    most(MOST_PARTICIPANTS, but="stand_in"),
)
class Participant:
    """A person in the room."""

    key: str = key("name in YAML", "facilitator")
    name: str = line("what they are called", 80, least=1)
    function: FunctionId = ref("where they work", "function")
    role: str = line("what they do", default="")
    decider: bool = flag("decides for the function", default=False, always=True)
    domain_expert: bool = flag("does the customer's work", default=False)
    stand_in: bool = flag("stands for somebody who is not named", default=False)
    years_here: float | None = number("years in the company", 0, 80, default=None)
    seat: float | None = number("place in the seating order", default=None, yaml=None)
    id: ParticipantId = whole("id", default=NEW, yaml=None)


@record("participants[].present", unique("participant"))
class Presence:
    """Whether someone is in the room; without a row they are. Stands outside undo."""

    participant: ParticipantId = ref("who", "participant", owned=True, yaml=None)
    present: bool = flag("is in the room", yaml=None)
    id: int = whole("id", default=NEW, yaml=None)
