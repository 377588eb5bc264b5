"""A new workshop: the form, the people, and the pasted list side by side."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from ui import messages
from ui.crash import LOG
from ui.new_workshop.about_form import AboutForm
from ui.new_workshop.draft import Draft
from ui.new_workshop.head import Head
from ui.new_workshop.inline_edit import is_redo
from ui.new_workshop.kept import Kept, Typed
from ui.new_workshop.paste_panel import PastePanel
from ui.new_workshop.people_editor import PeopleEditor
from ui.settings import Settings
from ui.theme import GAP, WIDE
from ui.translate import tr
from ui.widgets.plain import QWIDGETSIZE_MAX, rule, surface
from ui.widgets.scrolling import Least, Scroller
from workshop.document import Document
from workshop.errors import CoxswainError
from workshop.interchange import templates
from workshop.starting import About, start_workshop

KEEPING_MS = 700
"""After so many milliseconds what was typed is written down."""

_WIDE, _NARROW = 1200, 1040
_SIDES = {_WIDE: (364, 340), _NARROW: (300, 312), 0: (280, 290)}
"""Widths of the form and of the pasted list, from a width of the page on."""
_STACKED_BELOW = 880
"""In less width the form, the people and the pasted list stand below each other."""
_LEAST_PEOPLE, _LEAST_PASTE = 280, 380
"""Heights of the people and of the pasted list below which they scroll as one with the form."""


class NewWorkshopPage(QWidget):
    """Makes a workshop file and says where it is. What was typed stays when the page is left, until
    a workshop is made of it or it is started anew."""

    created = Signal(Path)
    """The file is there, complete and closed."""
    left = Signal()
    """The user wants to go back; nothing was made."""

    def __init__(
        self, store: Settings, parent: QWidget | None = None, kept: Kept | None = None
    ) -> None:
        super().__init__(parent)
        surface(self, "paper")
        self._kept = kept or Kept()
        self._keeping = QTimer(self, singleShot=True)
        self._keeping.timeout.connect(self._keep)
        self.draft = Draft(self)
        self.head, self.form = Head(), AboutForm(store)
        self.people, self.paste = PeopleEditor(self.draft), PastePanel(self.draft)
        self._form_place = _framed(self.form)
        self._left = Scroller(self._form_place)
        self._arrange()
        self._connect()
        self.begin()

    def _arrange(self) -> None:
        self._inside = inside = Least()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._rules = [_Rule(), _Rule()]
        self.people.setMinimumHeight(_LEAST_PEOPLE)
        self.paste.setMinimumHeight(_LEAST_PASTE)
        self._columns.addWidget(self._left)
        self._columns.addWidget(self._rules[0])
        self._columns.addWidget(self.people, 1)
        self._columns.addWidget(self._rules[1])
        self._columns.addWidget(self.paste)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(rule())
        column.addWidget(Scroller(inside), 1)

    def _connect(self) -> None:
        self.head.create_button.clicked.connect(self.make_workshop)
        self.head.cancel_button.clicked.connect(self.left)
        self.head.anew_button.clicked.connect(self.start_anew)
        self.form.changed.connect(self._show_state)
        self.people.lines_pasted.connect(self.paste.take)
        self.paste.changed.connect(self._pasted)
        self.draft.changed.connect(self.paste.refresh)
        for each in (self.form.changed, self.people.typed, self.paste.changed):
            each.connect(self._keep_soon)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._press_primary)

    # Beginning and leaving.

    def begin(self, template: str = "") -> None:
        """Begins with a template, without a name the last or the first one; what was typed before
        is still there."""
        kept = None if self.is_begun else self._kept.read()
        if not self.is_begun:
            self._forget()
        if kept is not None:
            self._put_back(kept)
        if template or kept is None:
            found = templates.find(template) if template else templates.builtin()[0]
            self.form.take_template(found)
        self.head.anew_button.setVisible(self.is_begun)
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.title.selectAll()

    @property
    def is_begun(self) -> bool:
        """Whether anything was typed here."""
        title = self.form.title.text().strip()
        own_title = title not in ("", self.form.template.title)
        typed = own_title or self.form.product.text().strip() or not self.paste.is_empty
        return bool(typed or self.draft.functions or self.people.typed_lines)

    def start_anew(self) -> None:
        """Forgets what was typed."""
        self._forget()
        self._kept.forget()
        self.begin(self.form.template.id)

    def _forget(self) -> None:
        self.form.clear()
        self.draft.clear()
        self.people.put_back_lines({})
        self.paste.text.clear()

    def _put_back(self, kept: Typed) -> None:
        """Shows what was typed before, as far as it can be."""
        try:
            self.form.take_template(templates.find(kept.template))
            self.draft.put_back(kept.people)
        except CoxswainError as error:
            LOG.warning("Not all that was typed can be shown again: %s", error.key)
        self.form.put_back(kept.texts)
        self.people.put_back_lines(kept.lines)
        self.paste.text.setPlainText(kept.pasted)

    def _keep(self) -> None:
        """Writes down what was typed."""
        self._keeping.stop()
        if not self.is_begun:
            self._kept.forget()
            return
        people, lines = tuple(self.draft.as_given()), self.people.typed_lines
        pasted = self.paste.text.toPlainText()
        typed = Typed(self.form.template.id, self.form.texts, people, pasted, lines)
        self._kept.write(typed)

    def _keep_soon(self) -> None:
        if not self._keeping.isActive():
            self._keeping.start(KEEPING_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._keeping.isActive():
            self._keep()

    # What is shown.

    def _pasted(self) -> None:
        self.people.show_pasted(self.paste.lines)
        self._show_state()

    def _show_state(self) -> None:
        """One button is the primary one: the list's while it has somebody to add."""
        adds = bool(self.paste.understood)
        self.paste.add_button.set_primary(adds)
        self.head.create_button.set_primary(not adds)
        keys = tr("Ctrl Enter")
        self.head.create_button.say(tr("Create workshop"), "" if adds else keys)
        self.head.show_draft(self.draft, self.form.template)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        form, paste = next(both for least, both in _SIDES.items() if self.width() >= least)
        stacked = self.width() < _STACKED_BELOW
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(down if stacked else across)
        for line in self._rules:
            line.lie(stacked)
        for part, width in ((self._left, form), (self.paste, paste)):
            part.setMinimumWidth(0 if stacked else width)
            part.setMaximumWidth(QWIDGETSIZE_MAX if stacked else width)
        whole = self._form_place.sizeHint().height()
        self._left.setMinimumHeight(whole if stacked else 0)
        self._left.setMaximumHeight(whole if stacked else QWIDGETSIZE_MAX)
        self._inside.whole = stacked
        self._columns.invalidate()

    # Making it.

    def _press_primary(self) -> None:
        if self.paste.understood:
            self.paste.add()
        else:
            self.make_workshop()

    def make_workshop(self) -> bool:
        """Makes the file; where something is missing, says it beside its field. False then."""
        if not self.people.enter_all() or not self._pasted_is_settled():
            return False
        about = self.form.about()
        if about is None:
            self._left.ensureWidgetVisible(self.focusWidget())
            return False
        path = self.form.path()
        problem = self._make(about, path)
        self.form.file_field.say(problem)
        if problem:
            self.form.change_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._left.ensureWidgetVisible(self.form.file_field)
            return False
        self._forget()
        self._keep()
        self.created.emit(path)
        return True

    def _pasted_is_settled(self) -> bool:
        if not self.paste.is_empty:
            what = tr("Add them") if self.paste.understood else tr("Mend them")
            self.paste.say(
                tr("These lines are not added yet. {what} or clear the list.", what=what)
            )
            self.paste.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def _make(self, about: About, path: Path) -> str:
        """Writes the file; gives a sentence where that fails, else nothing."""
        try:
            made = start_workshop(self.form.template.id, about, self.draft.as_given())
            path.parent.mkdir(parents=True, exist_ok=True)
            Document.create(path, made).close()
        except CoxswainError as error:
            return messages.sentence(error)
        except OSError as error:
            return messages.system_sentence(error)
        return ""

    # Keys that act wherever no text field takes them.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(keys.Undo):
            self.draft.undo()
        elif is_redo(event):
            self.draft.redo()
        elif event.matches(keys.Paste):
            self.paste.take(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)


class _Rule(QFrame):
    """A hairline between two parts."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "line")
        self.lie(False)

    def lie(self, across: bool) -> None:
        """Lies across, or stands upright."""
        self.setMaximumSize(*((QWIDGETSIZE_MAX, 1) if across else (1, QWIDGETSIZE_MAX)))
        self.setMinimumSize(*((0, 1) if across else (1, 0)))


def _framed(form: AboutForm) -> QWidget:
    inside = QWidget()
    surface(inside, "paper")
    column = QVBoxLayout(inside)
    column.setContentsMargins(WIDE - 4, WIDE, WIDE - 4, GAP)
    column.addWidget(form)
    return inside
