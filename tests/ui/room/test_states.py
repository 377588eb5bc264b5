"""What the room reads in each state of a stage."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.room import views
from tests.ui.room.views import Workroom
from tests.workshop.room import NINE, minute
from ui.room.pieces import Band, Sign
from ui.theme import LIGHT
from workshop import boards, running
from workshop.board.sheet import Pile, Sheet
from workshop.room_view import Line, Page, RoomClock, RoomView, Turn

pytestmark = pytest.mark.usefixtures("qapp")


def texts(name: str) -> list[str]:
    return views.compose(views.states()[name]).texts()


def test_before_a_stage_title_prompt_minutes_and_whose_it_is_are_read() -> None:
    read = texts("before")
    assert {"Struggles", views.PROMPT, "30 minutes"} <= set(read)
    assert "Shown by function, kept by person so that it can be corrected" in read
    assert "Stage 2 of 4" in read
    assert "Next: Coffee" in read
    assert not any(":" in text for text in read if "Next" not in text), "no clock"


@pytest.mark.parametrize(
    ("attribution", "sentence"),
    [
        ("person", "Shown with names"),
        ("function", "Shown by function, kept by person so that it can be corrected"),
        ("none", "Not kept by person"),
    ],
)
def test_whose_it_is_stands_there_before_the_first_note(attribution: str, sentence: str) -> None:
    made = Workroom(each=0)
    made.set_board(attribution=attribution)
    assert sentence in views.compose(made.look()).texts()
    made.start()
    assert sentence in views.compose(made.look()).texts(), "while the board is covered, too"


@pytest.mark.parametrize("size", views.SIZES)
@pytest.mark.parametrize("functions", [7, 9, 12])
def test_whose_it_is_has_its_place_however_many_functions(
    functions: int, size: tuple[int, int]
) -> None:
    made = Workroom(functions=functions, each=6)
    made.start()
    boards.start_silent(made.workshop, made.board.id, minute(1))
    for reveals in ((), ("product",)):
        if reveals:
            made.reveal(*reveals)
        picture = views.compose(made.look(3), size)
        said = next(text for text in views.words(picture) if text.lines[0].startswith("Shown by"))
        covered = max(board.area.bottom for board in picture.boards())
        assert covered < said.area.y
        assert said.area.bottom <= views.measures(size).bottom
        below = [piece.area.y for piece in picture.pieces
                 if isinstance(piece, Sign) and piece.area.y > covered]  # fmt: skip
        assert said.area.bottom <= min(below, default=views.measures(size).bottom)


def test_the_first_stage_says_when_the_day_starts() -> None:
    made = Workroom()
    read = views.compose(made.look(0, "welcome")).texts()
    assert {"Test", "We start at", "09:00"} <= set(read)
    made = Workroom()
    with made.workshop.step("test.remove"):
        made.workshop.remove_tree("stage", made.stage("welcome").id)
    assert "09:00" in views.compose(made.look(0)).texts(), "of whatever kind it is"


def test_covered_lanes_show_marks_names_and_counts() -> None:
    read = texts("covered")
    assert read.count("2") == 3
    assert {"Product", "Engineering", "Sales"} <= set(read)
    assert not any("menu" in text for text in read)


def test_silent_writing_counts_down_in_the_place_of_the_step() -> None:
    assert {"Silent writing", "4:00"} <= set(texts("silent"))
    assert "Pens down" in texts("pens down")
    assert "Silent writing" not in texts("pens down")


def test_lanes_are_revealed_one_by_one() -> None:
    read = texts("partly")
    assert sum("menu" in text or "profile" in text for text in read) == 2
    assert read.count("2") == 3, "two tiles, and the number of a note"


def test_every_note_has_its_number() -> None:
    made = Workroom()
    made.start()
    made.reveal()
    assert made.numbers() <= set(views.compose(made.look()).texts())


@pytest.mark.parametrize(
    ("urgency", "left", "figures", "word", "colour"),
    [
        ("none", 612, "10:12", "", LIGHT.ink),
        ("low", 170, "2:50", "wrap up", LIGHT.warn),
        ("last", 31, "0:31", "nearly over", LIGHT.accent),
        ("over", 0, "0:00", "over", LIGHT.accent),
        ("over", -75, "+1:15", "over", LIGHT.accent),
    ],
)
def test_the_clock_changes_its_colour_and_says_a_word(
    urgency: str, left: int, figures: str, word: str, colour: str
) -> None:
    clock = RoomClock(left, 900, urgency, paused=False)
    picture = views.compose(replace(views.FRAME, clock=clock))
    shown = {text.lines[0]: text.colour for text in views.words(picture)}
    assert shown[figures] == colour
    assert not word or shown[word] == colour
    bars = [piece for piece in picture.pieces if isinstance(piece, Band) and piece.corner]
    assert [bar.colour for bar in bars] == [LIGHT.line, colour][: 1 + (left > 0)]
    assert left <= 0 or bars[1].area.width == pytest.approx(bars[0].area.width * left / 900, abs=10)


def test_a_paused_clock_says_so() -> None:
    assert "paused" in texts("paused")


def test_a_step_stands_below_the_prompt() -> None:
    assert "Dots are given in silence" in texts("plain")


def test_where_nothing_is_to_be_seen_one_line_says_what_happens() -> None:
    assert "We vote without showing our dots; the result comes for all at once." in texts("plain")
    empty = Sheet("lanes", (Pile(key=("function", 1), title="Product"),))
    read = views.compose(replace(views.FRAME, sheet=empty)).texts()
    assert "Notes appear here as soon as they may be read." in read
    assert "Product" not in read, "never an empty table"


def test_the_agenda_of_an_opening_has_times_and_seven_lines() -> None:
    pages = views.all_pages(views.states()["agenda"])
    lines = [text for page in pages for text in page.texts() if text.startswith("A stage")]
    assert lines == [f"A stage of the day {number}" for number in range(25)]
    assert "03:15" in pages[0].texts()
    assert max(sum(t.startswith("A stage") for t in page.texts()) for page in pages) == 7


def test_the_purpose_and_what_is_decided_stand_under_their_names() -> None:
    read = texts("purpose")
    assert [text for text in read if text in ("Purpose", "We decide", "Not today")] == [
        "Purpose", "We decide", "Not today",
    ]  # fmt: skip
    assert "Problem · Vision" in read


def test_the_rule_is_one_sentence_made_of_its_figures() -> None:
    read = texts("decision_rule")
    assert (
        "A proposal is adopted when at least 9 of 11 are with it (7 of 11 where less is at "
        "stake), nobody blocks and no decider is at 5, 7 or 8." in read
    )
    assert "stances, concerns, dissent, owners" in read
    assert "single dots and ratings, private notes" in read


def test_deciders_stand_with_their_marks() -> None:
    picture = views.compose(views.states()["deciders"])
    signs = [piece for piece in picture.pieces if isinstance(piece, Sign)]
    assert len(signs) == 7
    assert "Person 0 Of The Room" in picture.texts()
    assert "Product" in picture.texts()


def test_the_check_in_shows_who_speaks_and_who_is_next() -> None:
    read = texts("check_in")
    assert {"Person 0 Of The Room", "Person 1 Of The Room", "24", "seconds", "Then"} <= set(read)
    last = views.states()["check_in"]
    assert last.turn is not None
    quiet = replace(last, turn=replace(last.turn, following=None, seconds=None))
    read = views.compose(quiet).texts()
    assert "seconds" not in read
    assert "Then" not in read


def test_a_break_shows_when_to_be_back_and_what_is_next() -> None:
    read = texts("break on")
    assert {"Back at", "10:58", "9 minutes left", "Next, 35 minutes", views.PROMPT} <= set(read)
    assert read.count("The problem to solve first") == 1
    assert "A bell rings 2 minutes before." in read
    assert "2 minutes, then back at" in texts("break soon")
    assert not any("bell" in text for text in texts("break soon"))
    assert "We go on" in texts("break over")
    assert "10:58" not in texts("break over")


def test_a_real_break_tells_of_the_stage_that_follows() -> None:
    made = Workroom()
    read = views.compose(_begun(made, "coffee")).texts()
    assert "Which first" in read
    assert "Next, 30 minutes" in read


def _begun(made: Workroom, key: str) -> RoomView:
    running.start(made.workshop, made.stage(key).id, NINE)
    return made.look(5, key)


def test_problem_and_vision_fill_the_display() -> None:
    read = texts("agreed")
    assert read.count(views.PROMPT) == 2
    assert {"The problem we share", "Our vision"} <= set(read)
    assert texts("nothing agreed").count("Not agreed yet") == 2


def test_without_a_stage_the_workshop_is_named() -> None:
    assert texts("no stage") == ["Harbour vision", "Tidewater"]


def test_the_curtain_shows_nothing() -> None:
    assert views.compose(views.states()["blank"]).pieces == ()


def test_what_is_left_out_has_a_mark() -> None:
    """Whole sentences go first; where nothing else helps, words."""
    board = replace(views.states()["revealed"], prompt=" ".join([views.PROMPT] * 4))
    found = views.words(views.compose(board))
    prompt = next(text for text in found if text.lines[0].startswith("Where do"))
    assert prompt.cut
    assert " ".join(prompt.lines).endswith(". …")
    titles = views.words(views.compose(views.states()["long titles"]))
    cut = [text for text in titles if text.cut]
    assert len(cut) == 2, "the name of the workshop and the stage that is next"
    assert all(text.lines[-1].endswith("…") for text in cut)


@pytest.mark.parametrize("size", views.SIZES)
@pytest.mark.parametrize("state", ["covered", "revealed", "clusters"])
def test_a_prompt_is_read_whole_while_there_is_space(state: str, size: tuple[int, int]) -> None:
    view = replace(views.states()[state], prompt=views.PROMPT)
    for picture in views.all_pages(view, size):
        found = views.words(picture)
        prompt = next(text for text in found if text.lines[0].startswith("Where do"))
        pitch = prompt.area.height / len(prompt.lines)
        lowest = max(board.area.bottom for board in picture.boards())
        free = views.measures(size).bottom - lowest
        assert not prompt.cut or free < 2 * pitch


@pytest.mark.parametrize("size", views.SIZES)
def test_a_name_stands_beside_its_mark_whichever_way_it_reads(size: tuple[int, int]) -> None:
    name = "فاطمة الزهراء"
    line = Line(name, (views.PRODUCT,))
    page = replace(views.FRAME, kind="opening", page=Page("deciders", (line, line)))
    turn = Turn("Hopes?", speaker=line, following=line, seconds=20)
    round = replace(views.FRAME, kind="opening", page=Page("check_in", (line,)), turn=turn)
    for view in (page, round):
        picture = views.compose(view, size)
        marks = [piece for piece in picture.pieces if isinstance(piece, Sign)]
        names = [text for text in views.words(picture) if text.lines == (name,)]
        assert len(marks) == len(names) == 2
        for mark, words in zip(marks, names, strict=True):
            gap = words.area.x - mark.area.right
            assert 0 < gap < mark.area.width
            assert not words.right
            middle = words.area.y + words.area.height / 2
            assert middle == pytest.approx(mark.area.y + mark.area.height / 2, abs=3)
    functions = [text for text in views.words(views.compose(page, size)) if "Product" in text.lines]
    assert len(functions) == 2


def test_text_that_reads_from_the_right_stands_on_the_right() -> None:
    picture = views.compose(views.states()["right to left"])
    prompt = next(text for text in views.words(picture) if "מה" in text.lines[0])
    assert prompt.right
    assert prompt.area.right == pytest.approx(views.measures((1920, 1080)).right)
