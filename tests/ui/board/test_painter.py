"""What a board looks like, pixel by pixel."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from tests.board_sheets import DESIGN, MARKS, PRODUCT, card, cards, clusters, lanes, ranking
from ui.board.painter import BARS_BELOW, BLOCKS_BELOW, BoardPainter
from ui.theme import DARK, LIGHT, Theme
from workshop.board.arrangements import Space
from workshop.board.layout import lay_out
from workshop.board.rect import Rect
from workshop.board.sheet import Pile, Sheet
from workshop.board.style import room_style
from workshop.cards import Card, Mark

WIDTH, HEIGHT = 1283, 700


def painted(board: BoardPainter, sheet: Sheet, scale: float = 1.0) -> QImage:
    """The sheet as the painter paints it."""
    layout = lay_out(sheet, Space(WIDTH, HEIGHT), board.style, board.typesetter)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(board.look.ground)
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        board.paint(painter, layout, Rect(0, 0, WIDTH / scale, HEIGHT / scale), scale)
    return image


def note_rect(board: BoardPainter, sheet: Sheet, note: int) -> Rect:
    return lay_out(sheet, Space(WIDTH, HEIGHT), board.style, board.typesetter).notes[note].rect


def part(image: QImage, rect: Rect) -> QImage:
    x, y, width, height = (round(number) for number in rect)
    return image.copy(x, y, width, height)


def shown(board: BoardPainter, one: Card) -> QImage:
    """One card alone on a board, as it is painted."""
    sheet = lanes([one]) if one.mark else Sheet("lanes", (Pile(key=("lane", 1), cards=(one,)),))
    return part(painted(board, sheet), note_rect(board, sheet, one.note))


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("mark", [*MARKS, None], ids=lambda mark: mark.name if mark else "none")
def test_a_note_has_its_function_s_tint_and_edge(
    painter: BoardPainter, theme: Theme, mark: Mark | None
) -> None:
    painter.set_theme(theme)
    image = shown(painter, card(1, "Text", mark=mark))
    colour = mark.colour if mark else None
    middle = image.height() // 2
    assert image.pixelColor(1, middle) == QColor(theme.note_edge(colour))
    assert image.pixelColor(8, middle) == QColor(theme.note_fill(colour))
    assert QColor(theme.ink).name().upper() in colours(image)


def test_corners_are_round(painter: BoardPainter) -> None:
    image = shown(painter, card(1, "Text"))
    right, bottom = image.width() - 1, image.height() - 1
    ground = QColor(LIGHT.paper)
    for x, y in ((0, 0), (right, 0), (0, bottom), (right, bottom)):
        fill = image.pixelColor(min(max(x, 8), right - 8), min(max(y, 8), bottom - 8))
        assert image.pixelColor(x, y) not in (fill, QColor(LIGHT.note_edge(PRODUCT.colour)))
        assert image.pixelColor(x, y) != fill
        assert _near(image.pixelColor(x, y), ground) or x == 0


def _near(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) < 25


def test_a_note_is_painted_from_its_card_and_nothing_else(painter: BoardPainter) -> None:
    one = shown(painter, card(7, "The same", author="Ines", evidence="told"))
    other = shown(painter, card(7, "The same", author="Ines", evidence="told"))
    assert one == other


@pytest.mark.parametrize(
    "more",
    [
        {"author": "Ines"},
        {"evidence": "seen"},
        {"merged": 3},
        {"cluster": "4"},
        {"cluster": "4", "cluster_name": "Late"},
        {"solution": True},
        {"names_function": True},
        {"saving": True},
        {"number": 8},
        {"text": "Other text"},
        {"mark": DESIGN},
    ],
    ids=lambda more: list(more)[-1],
)
def test_everything_on_a_card_shows(painter: BoardPainter, more: dict[str, object]) -> None:
    plain = card(7, "The text")
    changed = Card(**{"note": 7, "number": 7, "text": "The text", "mark": PRODUCT, **more})  # type: ignore[arg-type]
    assert shown(painter, plain) != shown(painter, changed)


def test_the_five_grades_of_evidence_look_different(painter: BoardPainter) -> None:
    grades = ("guess", "told", "seen", "measurable", "measured")
    images = [shown(painter, card(1, "Text", evidence=grade)) for grade in grades]
    assert all(one != other for one, other in combinations(images, 2))


def test_a_change_that_is_not_on_disk_yet_is_marked_and_moves_nothing(
    painter: BoardPainter,
) -> None:
    saved, saving = (shown(painter, card(1, "Text", saving=state)) for state in (False, True))
    assert saved.size() == saving.size()
    assert saved != saving


def test_a_covered_note_shows_its_number_and_no_text(painter: BoardPainter) -> None:
    image = shown(painter, Card(note=1, number=1, text="", mark=PRODUCT, covered=True))
    words = part(image, Rect(4, 0, image.width() - 40, image.height()))
    assert QColor(LIGHT.ink).name().upper() not in colours(words)


@pytest.mark.parametrize(
    "text", ["x" * 500, "漢" * 300, "line\n" * 100, "Donaudampfschifffahrtsgesellschaft " * 9]
)
def test_no_text_leaves_its_note(painter: BoardPainter, text: str) -> None:
    sheet = lanes([card(1, text.strip(), author="A name as long as this one will not fit")])
    rect = note_rect(painter, sheet, 1)
    image, empty = painted(painter, sheet), painted(painter, lanes([card(1, "x")]))
    beside = Rect(rect.right, rect.y, 7, min(rect.height, HEIGHT - rect.y))
    assert part(image, beside) == part(empty, beside)
    bottom = Rect(rect.x, rect.bottom, rect.width, HEIGHT - rect.bottom)
    if bottom.height > 0:
        assert colours(part(image, bottom)) == {QColor(LIGHT.paper).name().upper()}


def test_far_away_notes_are_blocks_then_bars_and_only_then_text(painter: BoardPainter) -> None:
    sheet = lanes(cards(60))
    ink = QColor(LIGHT.ink).name().upper()
    bars = painter.look.note(PRODUCT.colour).bars.name().upper()
    blocks = colours(painted(painter, sheet, BLOCKS_BELOW - 0.01))
    with_bars = colours(painted(painter, sheet, BARS_BELOW - 0.01))
    fill = QColor(LIGHT.note_fill(PRODUCT.colour)).name().upper()
    assert fill in blocks
    assert bars not in blocks
    assert bars in with_bars
    notes = colours(part(painted(painter, sheet, 1.0), Rect(0, 44, WIDTH, 300)))
    assert ink in notes


def test_notes_to_skip_are_not_painted(painter: BoardPainter) -> None:
    sheet = lanes([card(1, "Text")])
    layout = lay_out(sheet, Space(WIDTH, HEIGHT), painter.style, painter.typesetter)
    for scale in (0.1, 0.3, 1.0):
        image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        image.fill(painter.look.ground)
        with QPainter(image) as device:
            device.scale(scale, scale)
            area = Rect(0, 44, WIDTH / scale, HEIGHT / scale)
            painter.paint(device, layout, area, scale, skip={1}, lane_heads=False)
        assert QColor(LIGHT.note_fill(PRODUCT.colour)).name().upper() not in colours(image)


def test_a_covered_lane_shows_its_count_on_the_function_s_tint(painter: BoardPainter) -> None:
    def lane(count: int) -> Sheet:
        return Sheet(
            "lanes",
            (Pile(key=("function", 1), title="Sales", marks=(DESIGN,), count=count, covered=True),),
        )

    layout = lay_out(lane(4), Space(WIDTH, HEIGHT), painter.style, painter.typesetter)
    tile = layout.piles[0].tile
    assert tile is not None
    four, five = (part(painted(painter, lane(count)), tile) for count in (4, 5))
    assert four != five
    assert four.pixelColor(1, 20) == QColor(LIGHT.note_edge(DESIGN.colour))
    assert four.pixelColor(8, 20) == QColor(LIGHT.note_fill(DESIGN.colour))


@pytest.mark.parametrize("sheet", [clusters(cards(12)), ranking(cards(12))], ids=["c", "r"])
def test_heads_of_piles_show_titles_labels_and_marks(painter: BoardPainter, sheet: Sheet) -> None:
    image = painted(painter, sheet)
    layout = lay_out(sheet, Space(WIDTH, HEIGHT), painter.style, painter.typesetter)
    head = layout.piles[0].head
    assert len(colours(part(image, head))) > 10


def test_the_first_rank_is_in_the_accent(painter: BoardPainter) -> None:
    sheet = ranking(cards(3))
    layout = lay_out(sheet, Space(WIDTH, HEIGHT), painter.style, painter.typesetter)
    image = painted(painter, sheet)
    accent = QColor(LIGHT.accent).name().upper()
    heads = [accent in colours(part(image, pile.head)) for pile in layout.piles]
    assert heads == [True, False, False]


def test_the_room_s_notes_are_painted_in_the_room_s_sizes() -> None:
    room = BoardPainter(room_style(1080), LIGHT, "#FCFBF8")
    sheet = lanes([card(1, "Text")])
    image = shown(room, card(1, "Text"))
    assert image.height() == round(note_rect(room, sheet, 1).height)
    assert image.pixelColor(2, image.height() // 2) == QColor(LIGHT.note_edge(PRODUCT.colour))
    assert painted(room, lanes([])).pixelColor(WIDTH - 1, HEIGHT - 1) == QColor("#FCFBF8")
