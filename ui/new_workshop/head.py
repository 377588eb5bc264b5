"""The head of the form: how many take part, what is missing, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui import fonts
from ui.home.key_button import KeyButton
from ui.new_workshop.draft import Draft
from ui.theme import BODY, GAP, HEADING, NEAR
from ui.translate import plural, tr
from ui.widgets.plain import label, surface
from ui.widgets.sparing import SparingRow
from workshop.faces import SEMIBOLD
from workshop.interchange.templates import Template

_HEIGHT = 60


class Head(SparingRow):
    """Title, figures and buttons; each button says its key."""

    def __init__(self) -> None:
        super().__init__()
        surface(self)
        self.setFixedHeight(_HEIGHT)
        self.anew_button = KeyButton(tr("Start anew"), quiet=True)
        self.cancel_button = KeyButton(tr("Back"), tr("Esc"))
        self.create_button = KeyButton(tr("Create workshop"), tr("Ctrl Enter"), primary=True)
        self._figures = label("", fonts.sans(BODY), "second")
        self._missing = label("", fonts.sans(BODY, SEMIBOLD), "warn")
        row = self.row
        row.setContentsMargins(GAP + 4, 0, GAP, 0)
        row.setSpacing(NEAR)
        row.addWidget(label(tr("New workshop"), fonts.serif(HEADING, SEMIBOLD)))
        row.addWidget(self.anew_button)
        row.addStretch(1)
        row.addWidget(self._figures)
        row.addWidget(self._missing)
        row.addWidget(self.cancel_button)
        row.addWidget(self.create_button)
        self.spare(self._figures, self._missing)
        self.anew_button.hide()
        for each in (self._figures, self._missing):
            each.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    def show_draft(self, draft: Draft, template: Template) -> None:
        """Shows how many take part, and what is missing for this template."""
        functions = len(draft.functions)
        people = plural(draft.count, "{count} person", "{count} people")
        many = plural(functions, "{count} function", "{count} functions")
        lacks = missing(draft, template)
        figures = tr("{people}, {functions}", people=people, functions=many)
        self._figures.setText(f"{figures}  ·" if lacks else figures)
        self.want(self._figures, bool(functions))
        self._missing.setText(lacks)
        self.want(self._missing, bool(self.said))

    @property
    def said(self) -> str:
        """What is missing."""
        return self._missing.text()


def missing(draft: Draft, template: Template) -> str:
    """One line on what a workshop from this template would lack; empty: nothing."""
    least = max(2, template.functions_min)
    if len(draft.functions) < least:
        return tr("Made for at least {count} functions", count=least)
    if not draft.count:
        return tr("Nobody is entered yet")
    without = len(draft.without_decider())
    if without:
        return plural(
            without, "{count} function without a decider", "{count} functions without a decider"
        )
    if draft.count < template.people_min:
        return tr("Made for at least {count} people", count=template.people_min)
    if draft.count > template.people_max:
        return tr("Made for at most {count} people", count=template.people_max)
    return ""
