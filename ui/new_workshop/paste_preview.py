"""What was understood of a pasted list, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from ui import fonts
from ui.appearance import current
from ui.new_workshop.painting import function_mark, text_line, width_of
from ui.theme import BODY, CLOSE, NEAR, SECONDARY
from ui.translate import plural, tr
from ui.widgets.plain import button, label
from workshop.faces import REGULAR, SEMIBOLD
from workshop.marks import Mark
from workshop.roster import PersonLine

MOST_SHOWN = 60
_HEIGHT, _MARK = 48, 20

_PROBLEMS = {
    "heading": "A heading, left out",
    "no_name": "No name",
    "no_function": "No function",
    "name_too_long": "The name is too long",
    "function_too_long": "The function is too long",
    "already_there": "Nothing changes",
}
CHOOSE = "no_function"


def status_of(line: PersonLine) -> str:
    """What becomes of a line, in a word or two."""
    if line.problem == "already_there":
        return tr("already here")
    if line.problem == "heading":
        return ""
    if line.problem:
        return tr("choose") if line.problem == CHOOSE else tr("not added")
    return tr("new")


def about(line: PersonLine) -> str:
    """Function, role and decider of a line, or why it is not understood."""
    if line.problem:
        return tr(_PROBLEMS[line.problem])
    parts = [tr("{function} (new)", function=line.function) if line.is_new else line.function]
    if line.role:
        parts.append(line.role)
    if line.decider:
        parts.append(tr("decides"))
    if line.second_decider:
        parts.append(tr("there is a decider already"))
    return ", ".join(parts)


class PreviewRow(QWidget):
    """One line. Where a choice is to be made, buttons stand below."""

    function_chosen = Signal(int, str)
    left_out = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._line = PersonLine(0, "")
        self._mark: Mark | None = None
        self._functions: Sequence[str] = ()
        self.choose = button(tr("Choose a function…"), fonts.sans(SECONDARY, SEMIBOLD))
        self.leave_out = button(tr("Leave out"), fonts.sans(SECONDARY, SEMIBOLD))
        self.choose.clicked.connect(self._offer)
        self.leave_out.clicked.connect(lambda: self.left_out.emit(self._line.line))
        self._buttons = QWidget(self)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(_MARK + NEAR, 0, 0, CLOSE)
        row.setSpacing(CLOSE)
        row.addWidget(self.choose)
        row.addWidget(self.leave_out)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _HEIGHT, 0, 1)
        column.setSpacing(0)
        column.addWidget(self._buttons)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_line(self, line: PersonLine, mark: Mark | None, functions: Sequence[str]) -> None:
        """Shows what was understood; `functions` are those to choose from."""
        self._line, self._mark, self._functions = line, mark, functions
        self._buttons.setVisible(line.problem not in ("", "already_there", "heading"))
        self.choose.setVisible(line.problem == CHOOSE)
        self.setAccessibleName(self.words)
        self.setToolTip("")
        self.update()

    @property
    def words(self) -> str:
        """What the row says, as one line."""
        parts = (self._line.name or self._line.text[:80], about(self._line), status_of(self._line))
        return ", ".join(part for part in parts if part)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        line = self._line.line
        for name in self._functions:
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(
                lambda _=False, name=name: self.function_chosen.emit(line, name)
            )
        menu.popup(self.choose.mapToGlobal(self.choose.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, line, painter = current(), self._line, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(theme.line))
        top = (_HEIGHT - 2 * round(BODY * 1.33)) / 2
        box = QRectF(0, (_HEIGHT - _MARK) / 2, _MARK, _MARK)
        function_mark(painter, box, self._mark, there=not (line.is_new or line.problem == CHOOSE))
        status, weight = status_of(line), REGULAR if line.problem == "already_there" else SEMIBOLD
        font = fonts.sans(BODY, weight)
        wide = width_of(status, font) + 1
        right = QRectF(self.width() - wide, 0, wide, _HEIGHT)
        text_line(painter, right, status, font, self._status_colour())
        room = QRectF(_MARK + NEAR, top, right.left() - _MARK - 2 * NEAR, round(BODY * 1.33))
        name = line.name or line.text[:200]
        text_line(painter, room, name, fonts.sans(BODY, SEMIBOLD), theme.ink)
        below = room.translated(0, room.height())
        text_line(painter, below, about(line), fonts.sans(BODY), theme.ink_2)

    def _status_colour(self) -> str:
        theme = current()
        if not self._line.problem:
            return theme.ok
        return theme.ink_2 if self._line.problem == "already_there" else theme.warn

    def sizeHint(self) -> QSize:
        return QSize(0, super().sizeHint().height())


class Preview(QWidget):
    """All lines; rows are kept and shown again with other lines."""

    function_chosen = Signal(int, str)
    left_out = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[PreviewRow] = []
        self._more = label("", fonts.sans(BODY), "second")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CLOSE)
        column.addLayout(self._list)
        column.addWidget(self._more)
        column.addStretch(1)

    def show_lines(
        self,
        lines: Sequence[PersonLine],
        marks: Sequence[Mark | None],
        functions: Sequence[str],
    ) -> None:
        """Shows these lines with the marks of their functions."""
        shown = list(zip(lines, marks, strict=True))[:MOST_SHOWN]
        while len(self._rows) < len(shown):
            row = PreviewRow()
            row.function_chosen.connect(self.function_chosen)
            row.left_out.connect(self.left_out)
            self._rows.append(row)
            self._list.addWidget(row)
        for row, (line, mark) in zip(self._rows, shown, strict=False):
            row.show_line(line, mark, functions)
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(shown))
        rest = len(lines) - len(shown)
        self._more.setText(plural(rest, "and {count} more line", "and {count} more lines"))
        self._more.setVisible(bool(rest))

    @property
    def rows(self) -> list[PreviewRow]:
        """The rows that are shown."""
        return [row for row in self._rows if not row.isHidden()]
