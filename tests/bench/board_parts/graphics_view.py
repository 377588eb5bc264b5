"""The same notes as items of a graphics view with static text, to compare with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QStaticText,
    QTextOption,
)
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from tests.bench.board_parts.frames import (
    HEIGHT,
    WIDTH,
    ZOOM_STEPS,
    Action,
    Times,
    clock,
    frame,
    frames,
    frozen,
    settle,
    to_and_fro,
)
from tests.bench.board_parts.own_canvas import middle_note
from ui import fonts
from ui.board.painter import BARS_BELOW, BLOCKS_BELOW, SMALL_FROM
from ui.theme import LIGHT
from workshop.board.layout import Layout
from workshop.board.notes import NoteBox
from workshop.board.style import CONSOLE


class NoteItem(QGraphicsItem):
    """A note with the same body, text, author and number at the same levels of detail."""

    def __init__(self, box: NoteBox) -> None:
        super().__init__()
        self.setPos(box.x, box.y)
        self._rect = QRectF(0, 0, box.shape.width, box.shape.height)
        self._box = box
        self._fill = QBrush(QColor(LIGHT.note_fill(box.card.colour)))
        self._edge = QBrush(QColor(LIGHT.note_edge(box.card.colour)))
        self._texts: list[tuple[QPointF, QStaticText]] | None = None

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        detail = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._fill)
        if detail < BLOCKS_BELOW:
            painter.drawRect(self._rect)
            return
        if detail >= SMALL_FROM:
            painter.drawRoundedRect(self._rect, CONSOLE.corner, CONSOLE.corner)
        else:
            painter.drawRect(self._rect)
        painter.setBrush(self._edge)
        painter.drawRect(QRectF(0, 0, CONSOLE.edge, self._rect.height()))
        if detail < BARS_BELOW:
            painter.drawRects([QRectF(16, 12 + 19 * line, 150, 9) for line in range(3)])
            return
        if self._texts is None:
            self._texts = self._made_texts()
        painter.setPen(_INK)
        painter.setFont(_font(CONSOLE.text))
        painter.drawStaticText(*self._texts[0])
        if detail >= SMALL_FROM:
            painter.setFont(_font(CONSOLE.small))
            for at, text in self._texts[1:]:
                painter.drawStaticText(at, text)

    def _made_texts(self) -> list[tuple[QPointF, QStaticText]]:
        card, shape = self._box.card, self._box.shape
        text = _static(card.text, CONSOLE.text_width(shape.width))
        bottom = shape.height - 2 * CONSOLE.pad - 10
        return [
            (QPointF(CONSOLE.inset, CONSOLE.pad), text),
            (QPointF(CONSOLE.inset, bottom), _static(card.author)),
            (QPointF(shape.width - 40, bottom), _static(str(card.number))),
        ]


_INK = QPen(QColor(LIGHT.ink))


def _static(text: str, width: float = -1) -> QStaticText:
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setTextOption(option)
    made.setTextWidth(width)
    return made


@cache
def _font(px: int) -> QFont:
    return fonts.sans(px)


class NotesScene(QGraphicsScene):
    """All notes of a layout."""

    def __init__(self, layout: Layout) -> None:
        super().__init__()
        self.setBackgroundBrush(QColor(LIGHT.paper))
        self.items_by_note = {note: self.add(box) for note, box in layout.notes.items()}

    def add(self, box: NoteBox) -> NoteItem:
        """Add a note."""
        item = NoteItem(box)
        self.addItem(item)
        return item


class CountingView(QGraphicsView):
    """A graphics view that counts how often it has painted."""

    def __init__(self, scene: QGraphicsScene) -> None:
        super().__init__(scene)
        self.paints = 0
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.paints += 1

    def pan(self, right: int, down: int) -> None:
        """Scroll by so many pixels."""
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() - right)
        along.setValue(along.value() - down)

    def can_pan(self, right: int, down: int) -> bool:
        """Whether there is more to see on that side."""
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        return (
            across.minimum() <= across.value() - right <= across.maximum()
            and along.minimum() <= along.value() - down <= along.maximum()
        )


class GraphicsView:
    """A graphics view at work on the notes of a layout."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._middle = middle_note(layout)

    def measure(self) -> Times:
        """The same frames as of our canvas, as far as there are such."""
        start = clock()
        self._scene = NotesScene(self._layout)
        self._view = view = CountingView(self._scene)
        view.resize(WIDTH, HEIGHT)
        times: Times = {}
        made = clock() - start
        times["build"] = [made + frame(view.show, view)]
        settle()
        with frozen():
            times["pan at 100 %"] = frames(self._pans(1.0), view)
            times["pan at 40 %"] = frames(self._pans(0.4), view)
            fit = self._fit()
            self._show_at(fit)
            times["whole board"] = frames([view.viewport().update] * 30, view)
            times["zoom step"] = frames(self._zooms(min(fit, 0.5)), view)
            times["drag with two views"] = self._drag(fit)
            times["note typed to painted"] = frames(self._adds(), view)
        view.close()
        return times

    def _fit(self) -> float:
        scene = self._scene.itemsBoundingRect()
        return min(WIDTH / scene.width(), HEIGHT / scene.height(), 1.0)

    def _show_at(self, scale: float) -> None:
        self._view.resetTransform()
        self._view.scale(scale, scale)
        self._view.centerOn(*self._middle.rect.middle)
        settle()

    def _pans(self, scale: float) -> Iterator[Action]:
        self._show_at(scale)
        for step in range(80):
            if self._view.can_pan(*to_and_fro(step)):
                yield partial(self._view.pan, *to_and_fro(step))

    def _zooms(self, fit: float) -> Iterator[Action]:
        self._show_at(fit)
        factor = (1 / fit) ** (1 / ZOOM_STEPS)
        for by in (factor, 1 / factor) * 2:
            yield from [partial(self._view.scale, by, by)] * ZOOM_STEPS

    def _drag(self, fit: float) -> list[float]:
        self._show_at(1.0)
        other = CountingView(self._scene)
        other.resize(WIDTH, HEIGHT)
        other.scale(fit, fit)
        other.show()
        settle()
        item = self._scene.items_by_note[self._middle.card.note]
        ways = [to_and_fro(step) for step in range(80)]
        moves = [partial(item.moveBy, right / 3, down / 3) for right, down in ways]
        found = frames(moves, self._view, other)
        other.close()
        settle()
        return found

    def _adds(self) -> Iterator[Action]:
        self._show_at(1.0)
        for step in range(30):
            box = self._middle
            added = NoteBox(box.shape, box.x + 5 * step, box.y + 5 * step)
            yield partial(self._scene.add, added)
