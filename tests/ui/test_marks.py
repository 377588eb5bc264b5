"""Marks: eight shapes that differ, a ring, letters in their middle, light and dark."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui import marks
from ui.theme import DARK, LIGHT, Theme
from workshop.marks import PRESETS, Mark
from workshop.records.people import SHAPES

SIDE = 64
NOTHING = QColor(0, 0, 0, 0)


def _painted(mark: Mark, theme: Theme = LIGHT, side: int = SIDE, around: int = 8) -> QImage:
    image = QImage(side + 2 * around, side + 2 * around, QImage.Format.Format_ARGB32)
    image.fill(NOTHING)
    painter = QPainter(image)
    marks.paint(painter, QRectF(around, around, side, side), mark, theme)
    painter.end()
    return image


def _filled(image: QImage) -> frozenset[tuple[int, int]]:
    return frozenset(
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 127
    )


def test_every_shape_looks_different(qapp: QApplication) -> None:
    shapes = {shape: _filled(_painted(Mark("A", shape, "#1151D6"))) for shape in SHAPES}
    for one in SHAPES:
        for other in SHAPES:
            if one < other:
                differing = len(shapes[one] ^ shapes[other])
                assert differing > 0.03 * SIDE * SIDE, f"{one} and {other}"


@pytest.mark.parametrize("shape", SHAPES)
def test_a_mark_stays_in_its_box_and_fills_most_of_it(shape: str, qapp: QApplication) -> None:
    filled = _filled(_painted(Mark("A", shape, "#1151D6")))
    assert all(7 <= x <= 8 + SIDE and 7 <= y <= 8 + SIDE for x, y in filled)
    assert len(filled) > 0.45 * SIDE * SIDE


@pytest.mark.parametrize("mark", PRESETS.values(), ids=PRESETS)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_presets_show_their_colour_and_their_letter(
    mark: Mark, theme: Theme, qapp: QApplication
) -> None:
    image = _painted(mark, theme)
    colours = {image.pixelColor(x, y).name().upper() for x, y in _filled(image)}
    assert theme.function_colour(mark.colour).upper() in colours
    assert ("#FFFFFF" in colours) == (not theme.dark)


def test_a_ring_tells_two_marks_of_one_shape_apart(qapp: QApplication) -> None:
    plain, ringed = Mark("Op", "octagon", "#242A33"), Mark("Op", "octagon", "#242A33", ring=True)
    assert _painted(plain) != _painted(ringed)
    assert _filled(_painted(plain)) == _filled(_painted(ringed))


def test_a_picture_of_a_mark_is_as_sharp_as_the_display(qapp: QApplication) -> None:
    made = marks.pixmap(PRESETS["Sales"], 20, LIGHT, 2.0)
    assert (made.width(), made.devicePixelRatio()) == (40, 2.0)
