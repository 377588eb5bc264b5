"""What a new workshop is called, what it is about, when it starts, and where it is kept."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from ui import fonts, messages
from ui.appearance import current
from ui.files import with_suffix
from ui.home.key_button import KeyButton
from ui.home.strip import STRIP, Parts, paint_strip, parts_of, size_words
from ui.new_workshop import moments, place
from ui.new_workshop.fields import Field, line_edit
from ui.new_workshop.when_fields import date_field, time_field, today
from ui.settings import Settings
from ui.theme import BODY, CLOSE, GAP, SECONDARY, TIGHT
from ui.translate import tr
from ui.widgets import file_dialogs
from ui.widgets.paragraph import Paragraph
from ui.widgets.plain import change_role, label
from workshop.agenda import DAY_STARTS
from workshop.edits import name_of
from workshop.errors import Refused
from workshop.fields import LINE
from workshop.interchange import templates
from workshop.interchange.templates import Template
from workshop.starting import About


class AboutForm(QWidget):
    """The fields, checked one by one; what cannot be read stays as it was typed."""

    changed = Signal()

    def __init__(self, store: Settings) -> None:
        super().__init__()
        self._store = store
        self.template: Template = templates.builtin()[0]
        self.chosen_path: Path | None = None
        self.template_button = KeyButton("", "▾", as_field=True)
        self._strip = _Strip()
        self._size = label("", fonts.sans(SECONDARY), "second")
        self.title, self.product = line_edit(), line_edit()
        self.title_field = Field(tr("Title"), self.title)
        self.product_field = Field(tr("Product or service"), self.product)
        self.date_field = date_field()
        self.start_field = time_field()
        self.ends = label("", fonts.sans(SECONDARY), "second")
        self.ends.setWordWrap(True)
        self.file_name, self.folder = _file_lines()
        self.change_button = KeyButton(tr("Keep elsewhere…"))
        self.file_field = Field(tr("File"), self.change_button, fills=False)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(Field(tr("Template"), self.template_button))
        column.addSpacing(-CLOSE)
        column.addWidget(self._strip)
        column.addSpacing(TIGHT - GAP)
        column.addWidget(self._size)
        for field in (self.title_field, self.product_field, self.date_field, self.start_field):
            column.addWidget(field)
        column.addSpacing(-CLOSE)
        column.addWidget(self.ends)
        kept = QVBoxLayout()
        kept.setSpacing(TIGHT)
        kept.addWidget(self.file_field.name)
        kept.addWidget(self.file_name)
        kept.addWidget(self.folder)
        kept.addSpacing(TIGHT)
        kept.addWidget(self.file_field)
        column.addLayout(kept)
        column.addStretch(1)

    def _connect(self) -> None:
        self.template_button.clicked.connect(self._offer_templates)
        self.change_button.clicked.connect(self._ask_place)
        self.title.textChanged.connect(lambda _: self._title_typed())
        self.title.editingFinished.connect(self._check_title)
        self.product.textChanged.connect(lambda _: self.changed.emit())
        self.product.editingFinished.connect(self._check_product)
        for field in (self.date_field, self.start_field):
            field.changed.connect(self._show_end)
            field.changed.connect(self.changed)

    # Beginning.

    def clear(self) -> None:
        """Empties the form: a workshop today at nine."""
        self.title.clear()
        self.product.clear()
        self.date_field.set_value(today())
        self.start_field.set_value(DAY_STARTS)
        self.chosen_path = None
        for field in (self.title_field, self.product_field, self.file_field):
            field.say("")

    def take_template(self, template: Template) -> None:
        """Begins with another template; a title of one's own stays."""
        if self.title.text().strip() in ("", self.template.title):
            self.title.setText(template.title)
        self.template = template
        self.template_button.say(template.title, "▾")
        self._strip.show_parts(parts_of(template))
        self._size.setText(size_words(template))
        self._show_end()
        self._show_place()
        self.changed.emit()

    def _offer_templates(self) -> None:
        menu = QMenu(self)
        for template in templates.builtin():
            action = menu.addAction(f"{template.title} · {size_words(template)}")
            action.setCheckable(True)
            action.setChecked(template.id == self.template.id)
            action.triggered.connect(lambda _=False, found=template: self.take_template(found))
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.template_button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    @property
    def texts(self) -> dict[str, str]:
        """What stands in the fields, as it was typed."""
        return {
            "title": self.title.text(),
            "product": self.product.text(),
            "on": self.date_field.line.text(),
            "start": self.start_field.line.text(),
            "path": str(self.chosen_path or ""),
        }

    def put_back(self, texts: Mapping[str, str]) -> None:
        """Fills the fields with what was typed before."""
        self.title.setText(texts["title"])
        self.product.setText(texts["product"])
        self.date_field.put_text(texts["on"])
        self.start_field.put_text(texts["start"])
        self.chosen_path = Path(texts["path"]) if texts["path"] else None
        self._show_place()

    # What was typed.

    def about(self) -> About | None:
        """What was typed; None where something cannot be, with the focus there and why."""
        checks = (
            (self._check_title, self.title),
            (self._check_product, self.product),
            (self.date_field.settle, self.date_field.line),
            (self.start_field.settle, self.start_field.line),
        )
        wrong = [line for check, line in checks if not check()]
        if wrong:
            wrong[0].setFocus()
            return None
        on, start = self.date_field.value(), self.start_field.value()
        return About(
            title=self.title.text(),
            product=self.product.text(),
            on=on.isoformat() if on else None,
            start=start.isoformat("minutes") if start else None,
        )

    def _check_title(self) -> bool:
        return _check(self.title_field, self.title, needed=True)

    def _check_product(self) -> bool:
        return _check(self.product_field, self.product, needed=False)

    def _title_typed(self) -> None:
        if self.title.text().strip():
            self.title_field.say("")
        self._show_place()
        self.changed.emit()

    # Where it is kept.

    def path(self) -> Path:
        """The file to make: the one that was chosen, or a free name made of the title."""
        if self.chosen_path is not None:
            return self.chosen_path
        return place.free_path(place.usual_folder(self._store), self.title.text())

    def keep_at(self, path: Path) -> None:
        """Keeps the workshop in a file that was chosen."""
        self.chosen_path = with_suffix(path)
        there = self.chosen_path.exists()
        taken = tr("There is such a file already. Choose another name.")
        self.file_field.say(taken if there else "")
        self._show_place()

    def _ask_place(self) -> None:
        path = self.path()
        file_dialogs.ask_new(self, path.parent, path.stem, self.keep_at)

    def _show_place(self) -> None:
        path = self.path()
        self.file_name.set_text(path.name)
        self.folder.set_text(tr("in {folder}", folder=path.parent))

    def _show_end(self) -> None:
        try:
            on, start = self.date_field.value(), self.start_field.value() or DAY_STARTS
        except ValueError:
            self.ends.hide()
            return
        begins = datetime.datetime.combine(on or today(), start)
        end = begins + datetime.timedelta(minutes=self.template.minutes)
        over = on is not None and on < today()
        words = tr("Ends at {time} as planned.", time=moments.show_time(end.time()))
        if over:
            words = tr("This day is over. {words}", words=words)
        self.ends.setText(words)
        self.ends.show()
        change_role(self.ends, "warn" if over else "second")


def _check(field: Field, line: QLineEdit, needed: bool) -> bool:
    """Tells beside a field why its line cannot be what it is to be."""
    text, problem = line.text(), ""
    try:
        if needed or text.strip():
            name_of("workshop", text, LINE)
    except Refused as refused:
        problem = messages.sentence(refused)
    field.say(problem)
    return not problem


def _file_lines() -> tuple[Paragraph, Paragraph]:
    """File and folder, in as many lines as they need."""
    return Paragraph(fonts.sans(BODY), 2), Paragraph(fonts.sans(SECONDARY), 2, second=True)


class _Strip(QWidget):
    """The stages of the chosen template."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: Parts = ()
        self.setFixedHeight(STRIP)

    def show_parts(self, parts: Parts) -> None:
        self._parts = parts
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_strip(painter, QRectF(self.rect()), self._parts, current())
