"""Everything on a room display can be read from eight metres, at every size of display."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from tests.ui.room import views
from ui.room.measures import Measures
from ui.room.pieces import Words
from ui.room.render import render
from workshop.board.rect import Rect

pytestmark = pytest.mark.usefixtures("qapp")
NAMES = sorted(views.states())
each_size = pytest.mark.parametrize("size", views.SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@each_size
def test_no_text_is_smaller_than_promised(size: tuple[int, int]) -> None:
    h = Measures(*size).h
    for name, view in views.states().items():
        picture = views.compose(view, size)
        small = [text for text in views.words(picture) if text.type.px < h / 45]
        assert small == [], name
        for board in picture.boards():
            style = board.painter.style
            assert style.text >= h / 40
            assert min(style.small, style.title) >= h / 45
            assert style.count >= h / 18


def test_at_full_hd_the_least_sizes_are_24_and_27_pixels() -> None:
    for view in views.states().values():
        picture = views.compose(view, (1920, 1080))
        assert all(text.type.px >= 24 for text in views.words(picture))
        for board in picture.boards():
            style = board.painter.style
            assert (style.text >= 27, style.small >= 24) == (True, True)


@each_size
def test_prompt_and_clock_have_their_sizes(size: tuple[int, int]) -> None:
    h = Measures(*size).h
    for name in ("covered", "revealed", "large", "plain", "before", "long prompt"):
        texts = views.words(views.compose(views.states()[name], size))
        assert _starting(texts, "Where do").type.px >= h / 18
    for name in ("covered", "plain", "agenda"):
        texts = views.words(views.compose(views.states()[name], size))
        figures = [text for text in texts if ":" in text.lines[0] and text.right]
        assert figures[0].type.px >= h / 12
    for name, start, part in (("agenda", "A stage", 24), ("break on", "10:58", 6)):
        texts = views.words(views.compose(views.states()[name], size))
        assert _starting(texts, start).type.px >= h / part


def _starting(texts: list[Words], start: str) -> Words:
    return next(text for text in texts if text.lines[0].startswith(start))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_lies_outside_or_on_something_else(name: str) -> None:
    for size in views.SIZES:
        for picture in views.all_pages(views.states()[name], size)[:4]:
            _assert_tidy(views.boxes(picture), size)
            assert all(_holds(size, piece.area) for piece in picture.pieces), size


def _assert_tidy(boxes: list[Rect], size: tuple[int, int]) -> None:
    assert [box for box in boxes if not _holds(size, box)] == [], size
    shrunk = [box.grown(-0.5) for box in boxes]
    assert [pair for pair in combinations(shrunk, 2) if pair[0].meets(pair[1])] == [], size


def _holds(size: tuple[int, int], box: Rect) -> bool:
    width, height = size
    return box.x >= 0 and box.y >= 0 and box.right <= width + 0.5 and box.bottom <= height + 0.5


@pytest.mark.parametrize("name", NAMES)
def test_the_frame_stays_free(name: str) -> None:
    """Seen by its pixels: ten of H from each edge nothing is painted."""
    size = (1280, 720)
    for page in range(min(2, views.compose(views.states()[name], size).pages)):
        image = render(views.states()[name], QSize(*size), page=page)
        found = _ink(image)
        assert found is None or (
            found.x >= 10 and found.y >= 10 and found.right <= 1270 and found.bottom <= 710
        )


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (1080, 1920)])
def test_figures_and_capitals_are_as_high_as_their_size_says(size: tuple[int, int]) -> None:
    """Measured in pixels: the figures of this face are 0.65 and its capitals 0.67 of its size."""
    h, view = Measures(*size).h, views.states()["plain"]
    texts = views.words(views.compose(view, size))
    image = render(view, QSize(*size))
    clock = next(text for text in texts if text.lines == ("10:12",))
    ink = _ink(image, clock.area)
    assert ink is not None
    assert ink.height >= 0.64 * h / 12
    capital = _starting(texts, "Where do").area._replace(width=h / 30)
    ink = _ink(image, capital)
    assert ink is not None
    assert ink.height >= 0.66 * h / 18


def _ink(image: QImage, area: Rect | None = None) -> Rect | None:
    """The smallest rectangle around everything that is painted within an area."""
    ground = QColor("#FCFBF8").rgb()
    left, top, width, height = map(int, area or (0, 0, image.width(), image.height()))
    cut = image.copy(left, top, width, height).convertToFormat(QImage.Format.Format_RGB32)
    row = ground.to_bytes(4, "little") * width
    data, size = bytes(cut.constBits()), cut.bytesPerLine()
    rows = [data[at * size : at * size + 4 * width] for at in range(height)]
    inked = [at for at, found in enumerate(rows) if found != row]
    if not inked:
        return None
    columns = [
        at for at in range(width) if any(found[4 * at : 4 * at + 4] != row[:4] for found in rows)
    ]
    return Rect(columns[0], inked[0], columns[-1] - columns[0] + 1, inked[-1] - inked[0] + 1)


def test_a_scaled_display_shows_the_same(qapp: QApplication) -> None:
    """Twice the pixels for each pixel: the same picture, only sharper."""
    view = views.states()["revealed"]
    image = render(view, QSize(960, 540), scale=2)
    small, large = _ink(render(view, QSize(960, 540))), _ink(image)
    assert image.size() == QSize(1920, 1080)
    assert small is not None
    assert large is not None
    assert all(abs(a - 2 * b) <= 4 for a, b in zip(large, small, strict=True))
