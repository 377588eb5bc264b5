"""What does not fit a display comes on pages; nothing is lost and nothing gets smaller."""

from __future__ import annotations

import pytest

from tests.ui.room import views
from tests.ui.room.views import Workroom
from ui.room.compose import Composer
from ui.room.pieces import Picture
from workshop.board.notes import NoteBox
from workshop.board.sheet import Pile, Sheet
from workshop.board.style import CONSOLE
from workshop.cards import Card
from workshop.room_view import RoomView

pytestmark = pytest.mark.usefixtures("qapp")


def large(each: int = 30, functions: int = 12) -> Workroom:
    made = Workroom(each, functions)
    made.start()
    made.reveal()
    return made


def notes(pages: list[Picture]) -> list[NoteBox]:
    """All notes of all pages in the order in which they are read."""
    return [
        note
        for page in pages
        for board in page.boards()
        for pile in board.layout.piles
        for note in pile.boxes
    ]


def test_a_board_that_fits_has_one_page() -> None:
    made = large(2, 3)
    assert len(views.all_pages(made.look())) == 1


def test_lanes_come_one_after_the_other_with_every_note_once() -> None:
    made = large(30, 6)
    pages = views.all_pages(made.look())
    assert len(pages) > 1
    assert [note.card.number for note in notes(pages)] == sorted(map(int, made.numbers()))
    told = [page.texts() for page in pages]
    assert all(f"{at} of {len(pages)}" in read for at, read in enumerate(told, start=1))
    assert any("Lane 1 of 6" in read for read in told)


def test_as_many_lanes_as_fit_share_a_page_evenly() -> None:
    pages = views.all_pages(large(4, 7).look())
    assert len(pages) == 2
    assert "Lanes 1 to 4 of 7" in pages[0].texts()
    assert "Lanes 5 to 7 of 7" in pages[1].texts()


def test_notes_have_one_size_of_type_on_every_page() -> None:
    pages = views.all_pages(large().look())
    assert {board.painter.style.text for page in pages for board in page.boards()} == {27}


def test_many_covered_lanes_are_tiles_on_one_page() -> None:
    made = Workroom(3, 12)
    made.start()
    pages = views.all_pages(made.look(), (1280, 720))
    assert len(pages) == 1
    tiles = [pile.tile for board in pages[0].boards() for pile in board.layout.piles]
    assert len(tiles) == 12
    assert None not in tiles


def test_the_counts_of_covered_lanes_stand_on_every_page() -> None:
    made = Workroom(20, 5)
    made.start()
    made.reveal("product", "sales")
    pages = views.all_pages(made.look())
    assert len(pages) > 1
    for page in pages:
        assert page.texts().count("20") >= 3
        assert {"Engineering", "Function 4", "Function 5"} <= set(page.texts())


def test_clusters_come_first_as_titles_with_counts() -> None:
    made = large(10, 6)
    made.group(*[5] * 11)
    made.arrange("clusters")
    pages = views.all_pages(made.look())
    assert "All clusters" in pages[0].texts()
    assert notes(pages[:1]) == []
    piles = [pile.pile for board in pages[0].boards() for pile in board.layout.piles]
    assert [pile.shown_count for pile in piles] == [5] * 12
    assert piles[-1].title == "In no cluster"
    assert {note.card.number for note in notes(pages)} == set(map(int, made.numbers()))
    assert any("Clusters " in text for text in pages[1].texts())


def test_in_lanes_that_do_not_fit_clusters_come_first_too() -> None:
    made = large(10, 6)
    made.group(4, 5)
    pages = views.all_pages(made.look())
    assert "All clusters" in pages[0].texts()
    piles = [pile.pile for board in pages[0].boards() for pile in board.layout.piles]
    assert [(pile.label, pile.title, pile.shown_count) for pile in piles] == [
        ("1", "What we cannot see in time, 1", 4),
        ("2", "What we cannot see in time, 2", 5),
        ("", "In no cluster", 51),
    ]
    assert {note.card.number for note in notes(pages)} == set(map(int, made.numbers()))
    assert any(text.startswith("Lane") for text in pages[1].texts())


def test_in_lanes_a_note_tells_its_cluster_as_soon_as_it_may_be_read() -> None:
    made = Workroom(2, 3)
    made.group(3)
    made.start()
    assert not any("cannot see in time" in text for text in views.compose(made.look()).texts())
    made.reveal("product")
    assert not any("cannot see in time" in text for text in views.compose(made.look()).texts())
    made.reveal()
    (page,) = views.all_pages(made.look())
    clustered = [note for note in notes([page]) if note.card.cluster]
    assert len(clustered) == 3
    for note in clustered:
        feet = [item.text for item in note.shape.foot if item.kind in ("cluster", "cluster_name")]
        assert feet[0] == "1"
        assert feet[1].startswith("What we")


def test_clusters_that_fit_a_page_with_their_notes_need_no_page_of_titles() -> None:
    made = large(12, 3)
    made.group(3, 3)
    made.arrange("clusters")
    pages = views.all_pages(made.look())
    assert len(pages) > 1
    assert len(notes(pages[:1])) == 6
    assert "Clusters 1 and 2 of 2" in pages[0].texts()


def test_rows_of_tiles_stand_below_each_other_and_end_with_the_clock() -> None:
    for functions, size in ((7, (1920, 1080)), (5, (1920, 1080)), (11, (1024, 768))):
        made = Workroom(1, functions)
        made.start()
        picture = views.compose(made.look(), size)
        rows = [[pile.tile for pile in board.layout.piles] for board in picture.boards()]
        left, right = views.measures(size).left, views.measures(size).right
        places = [
            [(board.x + tile.x, tile.width) for tile in row if tile]
            for board, row in zip(picture.boards(), rows, strict=True)
        ]
        first = places[0]
        assert first[0][0] == pytest.approx(left)
        assert first[-1][0] + first[-1][1] == pytest.approx(right)
        assert all(row == first[: len(row)] for row in places)


def test_a_cluster_larger_than_a_page_goes_on_on_the_next() -> None:
    made = large(30, 2 + 1)
    made.group(80)
    made.arrange("clusters")
    pages = views.all_pages(made.look())
    found = [note.card.number for note in notes(pages)]
    assert len(found) == len(set(found)) == 90
    assert "Cluster 1 of 1" in pages[1].texts()


def test_notes_in_a_frame_do_not_repeat_its_number() -> None:
    made = large(2, 3)
    made.group(3)
    made.arrange("clusters")
    assert not any(text.startswith("cluster ") for text in views.compose(made.look()).texts())


def _wall(places: dict[int, tuple[float, float]]) -> RoomView:
    cards = tuple(Card(note=note, number=note, text=f"Note {note}") for note in places)
    piles = (Pile(key=("loose", 0), cards=cards),)
    return RoomView(kind="board", title="Wall", prompt="What?", sheet=Sheet("wall", piles, places))


def test_a_wall_keeps_its_places_as_far_apart_as_notes_are_larger() -> None:
    made = _wall({1: (-50.0, 0.0), 2: (400.0, 200.0)})
    picture = views.compose(made)
    (board,) = picture.boards()
    first, second = board.layout.notes[1], board.layout.notes[2]
    by = board.painter.style.note_width / CONSOLE.note_width
    assert second.x - first.x == pytest.approx(450 * by)
    assert board.x + first.x == pytest.approx(views.measures((1920, 1080)).left)


def test_a_wall_that_does_not_fit_is_shown_in_order() -> None:
    pages = views.all_pages(_wall({1: (0.0, 0.0), 2: (5000.0, 0.0)}))
    assert [note.card.number for note in notes(pages)] == [1, 2]
    boxes = [box for page in pages for box in views.boxes(page)]
    assert all(box.right <= 1920 for box in boxes)


def test_a_page_too_far_is_the_last() -> None:
    view = views.states()["agenda"]
    picture = Composer().compose(view, 1920, 1080, page=99)
    assert (picture.page, picture.pages) == (3, 4)
    assert views.compose(view, page=-5).page == 0


def test_a_note_of_very_many_words_is_cut_with_a_mark() -> None:
    card = Card(note=1, number=1, text="word " * 99 + "end")
    sheet = Sheet("lanes", tuple(Pile(key=("function", n), title=f"F {n}") for n in range(5)))
    sheet = Sheet("lanes", (Pile(key=("function", 9), title="G", cards=(card,)), *sheet.piles))
    view = RoomView(kind="board", title="Board", prompt="What?", sheet=sheet)
    (text,) = [text for text in views.compose(view).texts() if text.startswith("word")]
    assert text.endswith("…")
    assert views.compose(view).pages == 1


def test_an_unchanged_board_is_laid_out_once() -> None:
    """A clock that goes on costs no new layout: the boards of two pictures are the same one."""
    made, composer = large(10, 4), Composer()
    first = composer.compose(made.look(6), 1920, 1080)
    second = composer.compose(made.look(6.1), 1920, 1080)
    assert first.boards() == second.boards()
    assert first.texts() != second.texts()
    assert all(area.bottom < 200 for area in first.differing(second)), "only the clock differs"
