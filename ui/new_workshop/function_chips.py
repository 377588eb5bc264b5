"""Functions to add: those that most companies have, each by one press, and one of one's own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from ui import fonts
from ui.appearance import current
from ui.new_workshop.draft import Draft
from ui.new_workshop.flow import Flow
from ui.new_workshop.inline_edit import AddLine
from ui.new_workshop.painting import function_mark, text_line, width_of
from ui.theme import BODY, CLOSE, CONTROL_RADIUS, NEAR, SMALL, mix
from ui.translate import tr
from ui.widgets.plain import label
from workshop.faces import SEMIBOLD
from workshop.marks import PRESETS, Mark
from workshop.records.people import MOST_FUNCTIONS
from workshop.starting import free_presets

_HEIGHT, _MARK = 36, 20
_OWN_WIDTH = 280


class FunctionChips(QWidget):
    """Adds functions to a draft. The focus goes from chip to chip, so that several can be added
    one after the other."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self.chips = {name: FunctionChip(name) for name in PRESETS}
        self.own = AddLine(tr("Another function"), framed=True)
        self.own.setFixedWidth(_OWN_WIDTH)
        self._words = label("", fonts.sans(SMALL, SEMIBOLD), "second")
        around = QWidget()
        flow = Flow(around, CLOSE)
        for name, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, name=name: self._add(name))
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CLOSE)
        column.addWidget(self._words)
        column.addWidget(around)
        column.addWidget(self.own)
        self.own.entered.connect(lambda _: self.enter())
        self.own.undo_wanted.connect(draft.undo)
        self.own.redo_wanted.connect(draft.redo)
        self.show_free()

    def show_free(self) -> None:
        """Offers the functions that are not there yet, with the marks that they would get."""
        free = free_presets(self._draft.workshop)
        full = len(self._draft.functions) >= MOST_FUNCTIONS
        focused = next((name for name, chip in self.chips.items() if chip.hasFocus()), None)
        if focused is not None and (full or focused not in free):
            self._pass_focus(focused, set() if full else set(free))
        for name, chip in self.chips.items():
            chip.setVisible(name in free and not full)
            chip.mark = free.get(name, chip.mark)
        self.own.setVisible(not full)
        words = tr("Add a function")
        if full:
            words = tr("A workshop has at most {limit} functions.", limit=MOST_FUNCTIONS)
        self._words.setText(words)

    def focus_first(self) -> None:
        """Puts the focus on the first chip."""
        shown = (chip for chip in self.chips.values() if not chip.isHidden())
        next(shown, self.own).setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> bool:
        """Adds the function whose name was typed; False where that is refused."""
        name = self.own.text().strip()
        added = not name or self._draft.add_function(name)
        if name and added:
            self.own.accept()
        return added

    def _add(self, name: str) -> None:
        self._draft.add_function(name)

    def _pass_focus(self, name: str, free: set[str]) -> None:
        names = list(self.chips)
        at = names.index(name)
        after = [each for each in (*names[at + 1 :], *reversed(names[:at])) if each in free]
        to: QWidget = self.chips[after[0]] if after else self.own
        to.setFocus(Qt.FocusReason.OtherFocusReason)


class FunctionChip(QAbstractButton):
    """A function with its mark, to be added by a press."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.mark: Mark = PRESETS[name]
        self.setText(tr(name))
        self.setAccessibleName(tr("Add {function}", function=tr(name)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        words = width_of(self.text(), fonts.sans(BODY))
        return QSize(round(NEAR + _MARK + CLOSE + words + NEAR + 1), _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, focused = current(), self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if focused else theme.line), 2 if focused else 1))
        under = self.underMouse() or self.isDown()
        painter.setBrush(QColor(mix(theme.ink, theme.surface, 0.05) if under else theme.surface))
        inset = 1.0 if focused else 0.5
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, CONTROL_RADIUS, CONTROL_RADIUS)
        at = QRectF(NEAR, (_HEIGHT - _MARK) / 2, _MARK, _MARK)
        function_mark(painter, at, self.mark)
        words = QRectF(at.right() + CLOSE, 0, self.width() - at.right() - CLOSE, _HEIGHT)
        text_line(painter, words, self.text(), fonts.sans(BODY), theme.ink)
