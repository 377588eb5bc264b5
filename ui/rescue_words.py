"""What can be brought back of a workshop, in words. No Qt here: the command line says the same."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import TYPE_CHECKING

from ui import messages
from ui.translate import plural, tr
from workshop.keeping.backups import Backup

if TYPE_CHECKING:
    from workshop.rescue.counts import Counts
    from workshop.rescue.ladder import Account, Rescue

_PARTS = {
    "stages": ("{count} stage", "{count} stages"),
    "people": ("{count} person", "{count} people"),
    "notes": ("{count} note", "{count} notes"),
    "ballots": ("{count} ballot", "{count} ballots"),
    "proposals": ("{count} proposal", "{count} proposals"),
}
_STAND_INS = {
    "stage": ("{count} stage", "{count} stages"),
    "function": ("{count} function", "{count} functions"),
    "participant": ("{count} person", "{count} people"),
    "details": ("the title", "the title"),
}


def counts_words(counts: Counts) -> str:
    """What is there: "31 notes, 2 ballots, the clock at 10:12"."""
    numbers = {name: getattr(counts, name) for name in _PARTS}
    told = [plural(number, *_PARTS[name]) for name, number in numbers.items() if number]
    if counts.clock_at:
        told.append(tr("the clock at {time}", time=counts.clock_at[11:16]))
    return ", ".join(told) or tr("nothing")


def happened(account: Account) -> str:
    """What happened to the file, in one sentence."""
    name = account.file.name
    if account.problem is not None:
        return messages.sentence(account.problem)
    if account.moved_to is not None:
        return tr("The work went on in {file}.", file=account.moved_to)
    if account.steps:
        return plural(
            account.steps,
            "{file} lacks the last change. The recorder has it.",
            "{file} lacks the last {count} changes. The recorder has them.",
            file=name,
        )
    return tr("{file} is in order. Everything is in it.", file=name)


def possible(rescue: Rescue) -> list[str]:
    """What can be done about it, a sentence each."""
    account = rescue.account
    if rescue.content is None:
        if account.problem is None:
            return []
        nothing = tr("Nothing of it can be brought back: nothing is left, and there is no backup.")
        return [_cut_short() if account.cut_short else nothing]
    told = [_what(account)]
    if account.cut_short:
        told.append(_cut_short())
    if account.backup_at is not None and account.notes_from["backup"]:
        told.append(_from_backup(account))
    if account.lost:
        told.append(_lost(account.lost))
    if account.stand_ins:
        told.append(_stand_ins(account.stand_ins))
    return told


def _cut_short() -> str:
    return tr("There was no time to look through all of the file: there may be more in it.")


def _what(account: Account) -> str:
    facts = {"counts": counts_words(account.counts), "when": when_words(account.last)}
    if account.is_all and account.last:
        return tr("Can be brought back: {counts}. That is everything, up to {when}.", **facts)
    if account.is_all:
        return tr("Can be brought back: {counts}. That is everything.", **facts)
    if account.last:
        return tr("Can be brought back: {counts}, as of {when}.", **facts)
    return tr("Can be brought back: {counts}.", **facts)


def _from_backup(account: Account) -> str:
    assert account.backup_at is not None
    return plural(
        account.notes_from["backup"],
        "{count} note of them is as the backup of {when} has it.",
        "{count} notes of them are as the backup of {when} has them.",
        when=when_words(account.backup_at.isoformat()),
    )


def _lost(lost: Counter[str]) -> str:
    return plural(
        lost.total(),
        "{count} entry could not be kept: what it belongs to is lost.",
        "{count} entries could not be kept: what they belong to is lost.",
    )


def _stand_ins(made: Counter[str]) -> str:
    told = ", ".join(plural(number, *_STAND_INS[name]) for name, number in made.items())
    return tr("Lost, and to be filled in again: {what}.", what=told)


def when_words(at: str) -> str:
    """A moment as the clock on the wall shows it, with the day unless it is today."""
    if not at:
        return ""
    then = datetime.datetime.fromisoformat(at).astimezone()
    today = datetime.datetime.now().astimezone().date()
    return f"{then:%H:%M}" if then.date() == today else f"{then:%Y-%m-%d %H:%M}"


def backup_words(backups: tuple[Backup, ...]) -> str:
    """How many backups there are, and of when the newest is."""
    if not backups:
        return tr("There is no backup of it on this computer.")
    return plural(
        len(backups),
        "There is {count} backup of it, of {when}.",
        "There are {count} backups of it, the newest of {when}.",
        when=when_words(backups[0].at.isoformat()),
    )
