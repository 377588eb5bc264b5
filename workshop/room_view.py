"""What the room display may draw, and nothing else: frozen values made from an allow-list.

The display is handed a `RoomView` and knows no workshop. What is not a field here cannot reach the
room: private notes, covered texts, open tallies and withheld names have no place to stand in.
Sentences are put together by the display; here stand only facts, words of people that the room may
read, and keys (`whose`, `urgency`).
"""

from __future__ import annotations

from workshop.board.sheet import Sheet
from workshop.cards import Mark
from workshop.frozen import frozen


@frozen
class RoomClock:
    """The clock of the stage, in whole seconds. `left` is below zero once it is over; `given` is
    what the stage has, extensions in it. `urgency` is none, low, last or over."""

    left: int
    given: int
    urgency: str
    paused: bool


@frozen
class Line:
    """One line of a page: its words, and the marks and the time of day that go with it. `part` is
    the part of the page that it belongs to: purpose, decided, not_decided or finish."""

    text: str
    marks: tuple[Mark, ...] = ()
    time: str = ""
    part: str = ""


@frozen
class Page:
    """One page of an opening. `kind` says which: purpose, agenda, decision_rule, deciders,
    finish_time, vision, problem, agreements or check_in. `facts` are the figures of the rule."""

    kind: str
    lines: tuple[Line, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


@frozen
class Turn:
    """The check-in: who speaks, who is next, and the seconds left (None under ten of them, and
    where nobody is timed). Nobody speaks where it is `written`, and when all were `heard`."""

    question: str
    speaker: Line | None
    following: Line | None
    seconds: int | None
    written: bool = False
    heard: bool = False


@frozen
class Break:
    """A break: when to be back (hh:mm) and how far it is: on, soon (the bell has sounded), over.
    `bell` is how many minutes before its end the bell sounds, 0 for none."""

    back_at: str
    phase: str
    bell: int = 0


@frozen
class RoomGroup:
    """People who work together: their number and name, and the mark of what they work on."""

    number: int
    name: str
    people: tuple[Line, ...]
    area: Mark | None = None


@frozen
class Agreed:
    """The problem and the vision as agreed, for the moment of conflict."""

    problem: str
    vision: str


@frozen
class RoomView:
    """Everything the room sees at one moment.

    Exactly what is drawn follows from which parts are there: a blank view has none at all.
    `before` says that the stage has not begun; then `minutes` and, for the first stage, `starts_at`
    stand beside the prompt. Of the stage that follows only its title is there; in a break also its
    minutes and its prompt.
    """

    blank: bool = False
    workshop: str = ""
    product: str = ""
    kind: str = ""
    title: str = ""
    number: int = 0
    of: int = 0
    prompt: str = ""
    step: str = ""
    whose: str = ""
    before: bool = False
    minutes: int = 0
    starts_at: str = ""
    clock: RoomClock | None = None
    silent_left: int | None = None
    sheet: Sheet | None = None
    page: Page | None = None
    turn: Turn | None = None
    pause: Break | None = None
    groups: tuple[RoomGroup, ...] = ()
    agreed: Agreed | None = None
    following: str = ""
    following_minutes: int = 0
    following_prompt: str = ""


BLANK = RoomView(blank=True)
"""The curtain."""
