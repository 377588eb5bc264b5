"""What Home says of a recent workshop: how many take part, how far it has come, and when."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale

from ui.recent import FINISHED, PAUSED_AFTER, STOPPED, Entry
from ui.theme import Theme
from ui.translate import plural, tr

_PROBLEMS = {
    "file.missing": "Not found",
    "file.no_access": "May not be opened",
    "file.newer": "Made by a newer version",
    "file.in_use": "Open",
}


def size_words(entry: Entry) -> str:
    """How many take part: "11 people, 6 functions"."""
    people = plural(entry.people, "{count} person", "{count} people")
    functions = plural(entry.functions, "{count} function", "{count} functions")
    return tr("{people}, {functions}", people=people, functions=functions)


def place_words(entry: Entry, shown: Sequence[Entry]) -> str:
    """What tells a workshop from others of the same title: its file, or else its folder; empty
    where no other is shown that has its title."""
    others = [one for one in shown if one.title == entry.title and one.path != entry.path]
    if not others:
        return ""
    folders = {one.path.parent.name for one in others if one.path.name == entry.path.name}
    if not folders:
        return entry.path.stem
    return entry.path.parent.name if entry.path.parent.name not in folders else str(entry.path)


def state_words(entry: Entry, problem: str = "") -> str:
    """How far it has come, or what is wrong with its file."""
    if problem:
        return tr(_PROBLEMS.get(problem, "Cannot be read"))
    if entry.state == STOPPED:
        return tr("Stopped in stage {stage}", stage=entry.stage)
    if entry.state == PAUSED_AFTER:
        return tr("Stopped after stage {stage}", stage=entry.stage)
    return tr("Finished") if entry.state == FINISHED else tr("Not begun")


def state_colour(entry: Entry, problem: str, theme: Theme) -> str:
    """The colour of these words: what is left half-way or cannot be opened asks to be seen."""
    if problem or entry.state in (STOPPED, PAUSED_AFTER):
        return theme.warn
    return theme.ok if entry.state == FINISHED else theme.ink_2


def when_words(at: str, now: datetime.datetime) -> str:
    """When it was closed, as people say it: "today 09:48", "12 November", "12 November 2025"."""
    then = datetime.datetime.fromisoformat(at).astimezone(now.tzinfo)
    time = f"{then:%H:%M}"
    days = (now.date() - then.date()).days
    if days == 0:
        return tr("today {time}", time=time)
    if days == 1:
        return tr("yesterday {time}", time=time)
    day = QDate(then.year, then.month, then.day)
    form = "d MMMM" if then.year == now.year else "d MMMM yyyy"
    return QLocale().toString(day, tr(form))
