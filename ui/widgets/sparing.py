"""A row that leaves parts out, in a fixed order, rather than cutting any."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget


class SparingRow(QWidget):
    """Parts side by side in `row`. Where they do not fit at their least widths, those named by
    `spare` go, the first one first. Whether such a part is wanted at all is said by `want`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self._order: tuple[QWidget, ...] = ()
        self._unwanted: set[QWidget] = set()

    def spare(self, *parts: QWidget) -> None:
        """These can be left out, in this order."""
        self._order = parts

    def want(self, part: QWidget, wanted: bool) -> None:
        """Whether a part that can be left out has anything to show."""
        (self._unwanted.discard if wanted else self._unwanted.add)(part)
        self._fit()

    def _fit(self) -> None:
        out: set[QWidget] = set(self._unwanted)
        for part in self._order:
            if self._width(out, least=True) <= self.width():
                break
            out.add(part)
        for part in self._order:
            if part.isHidden() != (part in out):
                part.setHidden(part in out)

    def _width(self, out: Collection[QWidget], *, least: bool) -> int:
        """What the parts take that are not left out."""
        margins = self.row.contentsMargins()
        widths = list(self._widths(out, least))
        gaps = self.row.spacing() * max(0, len(widths) - 1)
        return margins.left() + sum(widths) + gaps + margins.right()

    def _widths(self, out: Collection[QWidget], least: bool) -> Iterator[int]:
        for index in range(self.row.count()):
            item = self.row.itemAt(index)
            part = item.widget() if item is not None else None
            if part is None or part in out:
                continue
            if part.isHidden() and part not in self._order:
                continue
            hint = part.minimumSizeHint() if least else part.sizeHint()
            width = max(part.minimumWidth(), hint.width())
            yield min(part.maximumWidth(), width)

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._unwanted, least=False), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = self._width(self._order, least=True)
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done
