"""Views of a real workshop in every state of the room, and what a picture of them is held to."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tests.workshop.room import NINE, Room, minute
from ui.room.compose import Composer
from ui.room.measures import Measures
from ui.room.pieces import Band, Notes, Picture, Words
from workshop import boards, clock, clusters, notes, people, room, running
from workshop.board.rect import Rect
from workshop.boards import BoardLane
from workshop.cards import Mark
from workshop.records.agenda import Board, Stage
from workshop.records.notes import Note
from workshop.room_view import (
    BLANK,
    Agreed,
    Break,
    Line,
    Page,
    RoomClock,
    RoomView,
    Turn,
)
from workshop.showing import Showing

SIZES = (
    (1024, 768), (1280, 720), (1600, 900), (1920, 1080), (3840, 2160), (1080, 1920), (2560, 1080),
)  # fmt: skip
PROMPT = (
    "Where do families, children and cooks struggle, wait or give up at lunch? One observation "
    "per note. What we have seen or heard comes before what we think."
)
TEXTS = (
    "Parents check the menu at night and again at seven",
    "A profile waits nine school days for approval",
    "The cook writes swaps on the whiteboard and never in the app",
    "Letters arrive without a date or a doctor",
)
FRAME = RoomView(
    workshop="Harbour vision", product="Tidewater", kind="board", title="What hurts most", number=3,
    of=25, prompt=PROMPT, following="The problem to solve first",
)  # fmt: skip
CLOCK = RoomClock(left=612, given=900, urgency="none", paused=False)
PRODUCT = Mark("P", "circle", "#1151D6", "Product")


class Workroom(Room):
    """A workshop with so many notes for each of its functions, and its board on the clock."""

    def __init__(self, each: int = 2, functions: int = 3) -> None:
        super().__init__()
        for number in range(functions - 3):
            people.add_function(self.workshop, f"Function {number + 4}")
        self.struggles = self.stage("struggles")
        with self.workshop.step("test.prompt"):
            self.workshop[Stage].replace(self.struggles.id, prompt=PROMPT)
        for place, function in enumerate(people.functions(self.workshop)):
            for number in range(each):
                text = f"{TEXTS[(place + number) % len(TEXTS)]}, {function.key} {number}"
                notes.add_note(self.workshop, self.struggles.id, text, function=function.id)

    def start(self) -> None:
        """The board's stage begins at nine, and the board is covered."""
        running.start(self.workshop, self.struggles.id, NINE)

    def look(self, at: float = 5, key: str = "struggles") -> RoomView:
        """The room so many minutes after nine."""
        return room.look(self.workshop, Showing(stage=self.stage(key).id), minute(at))

    def reveal(self, *keys: str) -> None:
        """Reveals the lanes of some functions, or of all."""
        if not keys:
            boards.reveal(self.workshop, self.board.id)
        for key in keys:
            lane = BoardLane(function=self.function(key).id)
            boards.reveal_lane(self.workshop, self.board.id, lane)

    def arrange(self, arrangement: str) -> None:
        boards.set_arrangement(self.workshop, self.board.id, arrangement)

    def group(self, *sizes: int) -> None:
        """Puts the first notes into clusters of these sizes."""
        found = [note.id for note in notes.notes_of(self.workshop, self.struggles.id)]
        for number, size in enumerate(sizes, start=1):
            name = f"What we cannot see in time, {number}"
            clusters.make_cluster(self.workshop, found[:size], name)
            found = found[size:]

    def set_board(self, **about: object) -> None:
        """Changes the row of the board."""
        with self.workshop.step("test.board"):
            self.workshop[Board].replace(self.board.id, **about)

    def numbers(self) -> set[str]:
        """The numbers of all notes."""
        return {str(note.nr) for note in self.workshop[Note]}


@cache
def states() -> dict[str, RoomView]:
    """A view for each state."""
    return {**_boards(), **_openings(), **_breaks(), **_others()}


def _boards() -> dict[str, RoomView]:
    made = Workroom()
    found = {"before": made.look(0)}
    made.start()
    found["covered"] = made.look()
    boards.start_silent(made.workshop, made.board.id, minute(1))
    found["silent"] = made.look(2)
    found["pens down"] = made.look(9)
    boards.stop_silent(made.workshop, made.board.id)
    made.reveal("product")
    found["partly"] = made.look(20)
    made.reveal()
    found["revealed"] = made.look(25)
    clock.pause(made.workshop, minute(29.5))
    found["paused"] = made.look(40)
    clock.resume(made.workshop, minute(40))
    found["over"] = made.look(45)
    made.group(3)
    made.arrange("clusters")
    found["clusters"] = made.look(50)
    large = Workroom(each=30, functions=12)
    large.start()
    found["large covered"] = large.look()
    large.reveal("product", "sales")
    found["large partly"] = large.look()
    large.reveal()
    found["large"] = large.look()
    large.group(*[7] * 30)
    large.arrange("clusters")
    found["large clusters"] = large.look()
    return found


def _openings() -> dict[str, RoomView]:
    frame = replace(FRAME, kind="opening", clock=CLOCK)
    people = tuple(Line(f"Person {number} Of The Room", (PRODUCT,)) for number in range(9))
    lists = {
        "purpose": (
            Line(PROMPT, part="purpose"),
            *(Line(text, part="decided") for text in ("Problem", "Vision")),
            Line("Prices", part="not_decided"),
        ),
        "agenda": tuple(Line(f"A stage of the day {n}", time=f"{n:02d}:15") for n in range(25)),
        "deciders": people,
        "agreements": tuple(Line(text) for text in TEXTS),
        "finish_time": (Line("", time="17:00"),),
        "vision": (Line(PROMPT),),
    }
    facts = (("people", "11"), ("least_high", "9"), ("least_normal", "7"),
             ("nobody_at", "8"), ("no_decider_at", "5, 7, 8"))  # fmt: skip
    found = {kind: replace(frame, page=Page(kind, lines)) for kind, lines in lists.items()}
    found["decision_rule"] = replace(frame, page=Page("decision_rule", facts=facts))
    turn = Turn(PROMPT, people[0], people[1], 24)
    found["check_in"] = replace(frame, page=Page("check_in", (Line(PROMPT),)), turn=turn)
    found["welcome"] = replace(frame, before=True, clock=None, starts_at="09:00", minutes=15)
    return found


def _breaks() -> dict[str, RoomView]:
    frame = replace(
        FRAME, kind="break", title="Break", prompt="", following_minutes=35,
        following_prompt=PROMPT,
    )  # fmt: skip
    clocks = {"on": RoomClock(540, 900, "none", False), "soon": RoomClock(115, 900, "low", False),
              "over": RoomClock(-30, 900, "over", False)}  # fmt: skip
    return {
        f"break {phase}": replace(frame, clock=clock, pause=Break("10:58", phase, bell=2))
        for phase, clock in clocks.items()
    }


def _others() -> dict[str, RoomView]:
    plain = replace(FRAME, kind="vote", clock=CLOCK, step="Dots are given in silence")
    return {
        "no stage": RoomView(workshop="Harbour vision", product="Tidewater"),
        "agreed": replace(RoomView(workshop="Harbour vision"), agreed=Agreed(PROMPT, PROMPT)),
        "nothing agreed": RoomView(agreed=Agreed("", "")),
        "plain": plain,
        "long prompt": replace(plain, prompt=" ".join([PROMPT] * 5)),
        "long titles": replace(
            plain,
            title="A long title " * 12,
            workshop="A long name " * 20,
            following="Another title " * 12,
        ),
        "right to left": replace(plain, prompt="מה כואב ללקוחות שלנו יותר מכול, ומה נוכל לשנות?"),
        "blank": BLANK,
    }


def compose(view: RoomView, size: tuple[int, int] = (1920, 1080), page: int = 0) -> Picture:
    """One page of a view."""
    return Composer().compose(view, *size, page)


def all_pages(view: RoomView, size: tuple[int, int] = (1920, 1080)) -> list[Picture]:
    """All pages of a view."""
    composer = Composer()
    first = composer.compose(view, *size)
    return [composer.compose(view, *size, page) for page in range(first.pages)]


def words(picture: Picture) -> list[Words]:
    """The pieces that are text."""
    return [piece for piece in picture.pieces if isinstance(piece, Words)]


def boxes(picture: Picture) -> list[Rect]:
    """What is covered by text, by marks, and by single notes, heads and tiles."""
    found: list[Rect] = []
    for piece in picture.pieces:
        if isinstance(piece, Notes):
            for pile in piece.layout.piles:
                found += [note.rect.moved(piece.x, piece.y) for note in pile.boxes]
                found += [pile.head.moved(piece.x, piece.y)] if pile.head.height else []
                found += [pile.tile.moved(piece.x, piece.y)] if pile.tile else []
        elif not isinstance(piece, Band):
            found.append(piece.area)
    return found


def measures(size: tuple[int, int]) -> Measures:
    return Measures(*size)
