"""Pictures as notes: pasted and dropped, made small, kept once, shown here and in the room."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter
from pytestqt.qtbot import QtBot

from tests.ui.console.test_copying import drop, lane
from tests.ui.screen import cards, press, type_text, view_of, wait_saved
from ui import pictures
from ui.window import MainWindow
from workshop.document import Document
from workshop.errors import Refused
from workshop.records.notes import Note

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def drawing(width: int = 300, height: int = 200, colour: str = "#AA3311") -> QImage:
    """A picture in one colour."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    return made


def noise(width: int, height: int) -> QImage:
    """A picture that compresses badly, as a photograph does."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    seed = 7
    for y in range(height):
        for x in range(width):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            made.setPixel(x, y, seed | 0xFF000000)
    return made


def written(image: QImage, form: str) -> bytes:
    """The bytes of a file of this format."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(form.encode())).write(image)
    return bytes(buffer.data().data())


def paste(image: QImage) -> None:
    QGuiApplication.clipboard().setImage(image)
    press(Key.Key_V, CTRL)


@pytest.mark.parametrize("form", ["png", "jpeg", "webp"])
def test_the_three_formats_are_taken_and_encoded_anew(form: str) -> None:
    data, kind = pictures.encoded(written(drawing(), form))
    assert kind in ("image/png", "image/jpeg")
    assert pictures.decoded(data).size() == drawing().size()
    assert pictures.encoded(written(drawing(), form)) == (data, kind), "the same bytes each time"


def test_a_large_picture_is_kept_small() -> None:
    big = noise(640, 480).scaled(4000, 3000)
    data, kind = pictures.encoded(written(big, "png"))
    assert len(data) <= pictures.MOST_KEPT
    assert kind == "image/jpeg"
    kept = pictures.decoded(data)
    assert max(kept.width(), kept.height()) <= pictures.MOST_SIDE
    assert kept.width() / kept.height() == pytest.approx(4 / 3, abs=0.01)


def test_clear_parts_stay_clear_and_what_the_camera_wrote_goes() -> None:
    clear = QImage(80, 80, QImage.Format.Format_ARGB32)
    clear.fill(Qt.GlobalColor.transparent)
    clear.setText("Author", "somebody")
    data, kind = pictures.encoded(written(clear, "png"))
    kept = pictures.decoded(data)
    assert kind == "image/png"
    assert kept.pixelColor(5, 5).alpha() == 0
    assert kept.textKeys() == []


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "picture.format"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture.format"),
        (b"GIF89a" + bytes(40), "picture.format"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "picture"),
    ],
)
def test_what_is_no_such_picture_is_refused(data: bytes, key: str) -> None:
    with pytest.raises(Refused) as caught:
        pictures.encoded(data)
    assert caught.value.key.startswith(key)


def test_too_many_pixels_are_refused_before_they_are_decoded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 50_000)
    with pytest.raises(Refused) as caught:
        pictures.encoded(written(drawing(), "png"))
    assert caught.value.key == "picture.pixels"
    monkeypatch.setattr(pictures, "MOST_READ", 10)
    with pytest.raises(Refused) as caught:
        pictures.encoded(bytes(11))
    assert caught.value.key == "picture.too_large"


def test_a_pasted_picture_is_a_note_with_what_is_typed(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    type_text("s: The berth today")
    paste(drawing())
    (box,) = cards(window)
    assert box.card.text == "The berth today"
    assert box.card.mark is not None
    assert box.card.mark.letter == "S"
    wait_saved(window, qtbot)
    window.close()
    with Document.open(file) as document:
        (note,) = document.workshop[Note]
        kept = document.picture(note.picture or "")
        assert kept is not None
        assert pictures.decoded(kept.data).size() == drawing().size()


def test_the_same_picture_is_kept_once(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    for _ in range(3):
        paste(drawing())
    paste(drawing(colour="#113355"))
    wait_saved(window, qtbot)
    window.close()
    with Document.open(file) as document:
        assert len(document.workshop[Note]) == 4
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute('SELECT count(*) FROM "picture"').fetchone() == (2,)


def test_it_is_shown_on_the_board_and_in_the_room(two: MainWindow, qtbot: QtBot) -> None:
    view = view_of(two)
    view.show_stage("struggles")
    view.run.start_now()
    view.verbs.set_state("open")
    view.focus_capture()
    paste(drawing())
    room = two.room.window
    assert room is not None
    wanted = QColor("#AA3311").rgb()

    def shows(image: QImage, part: QRect) -> bool:
        middle = part.center()
        return image.pixel(middle.x(), middle.y()) == wanted

    box = cards(two)[0]
    place = box.rect._replace(height=box.shape.picture_height)
    part = view.notes.viewport.to_pixels(place)
    qtbot.waitUntil(lambda: shows(view.notes.grab().toImage(), part))

    def in_the_room() -> bool:
        image = room.canvas.grab().toImage()
        return any(
            image.pixel(x, y) == wanted
            for x in range(0, image.width(), 8)
            for y in range(0, image.height(), 8)
        )

    qtbot.waitUntil(in_the_room)
    view.verbs.set_state("covered")
    assert not in_the_room(), "a covered picture is not in the room"


def test_picture_files_are_dropped_and_named_after_their_file(
    window: MainWindow, tmp_path: Path
) -> None:
    held, files = QMimeData(), []
    for name in ("Old quay.png", "New quay.webp"):
        file = tmp_path / name
        file.write_bytes(
            written(drawing(colour="#0A0" if "Old" in name else "#00A"), file.suffix[1:])
        )
        files.append(QUrl.fromLocalFile(str(file)))
    held.setUrls(files)
    drop(window, held, lane(window, 1))
    assert [box.card.text for box in cards(window)] == ["Old quay", "New quay"]
    assert {box.card.mark and box.card.mark.letter for box in cards(window)} == {"E"}
    assert len({box.card.picture for box in cards(window)}) == 2


def test_a_file_that_is_no_picture_says_so(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "Broken.png"
    file.write_bytes(b"not a picture")
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(file))])
    drop(window, held, lane(window, 1))
    assert cards(window) == []
    said = "This is no picture that can be taken in. Possible are: PNG, JPEG, WebP."
    assert view_of(window).said == said


def test_a_picture_note_is_edited_below_its_picture(window: MainWindow) -> None:
    paste(drawing())
    press(Key.Key_Up)
    press(Key.Key_A, CTRL)
    type_text("What we saw")
    press(Key.Key_Return)
    (box,) = cards(window)
    assert box.card.text == "What we saw"
    assert box.card.picture
    assert box.shape.height > box.shape.picture_height + 20


def test_a_picture_keeps_its_shape(window: MainWindow, qtbot: QtBot) -> None:
    wide = QImage(400, 100, QImage.Format.Format_RGB32)
    wide.fill(QColor("#224466"))
    paste(wide)
    view = view_of(window).notes
    box = cards(window)[0]
    style = view.painter.style
    part = view.viewport.to_pixels(box.rect)
    wanted = QColor("#224466").rgb()

    def rows() -> int:
        image = view.grab().toImage()
        column = part.left() + round(style.inset) + 20
        return sum(image.pixel(column, part.top() + y) == wanted for y in range(part.height()))

    qtbot.waitUntil(lambda: rows() > 0)
    width = style.text_width(box.shape.width)
    assert rows() == pytest.approx(width / 4, abs=3)
