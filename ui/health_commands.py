"""The commands that look at a workshop file and bring back what is lost. No Qt here."""

from __future__ import annotations

import argparse
import json
import re
import shlex
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui import files, messages
from ui.rescue_words import backup_words, counts_words, happened, possible
from ui.translate import plural, tr
from workshop.errors import FileProblem

if TYPE_CHECKING:
    from workshop.rescue.ladder import Rescue
    from workshop.store.health import Health


_ONE_WORD = re.compile(r"[\w./][\w./:-]*")
_IN_QUOTES = re.compile(r"[\w./][\w ./\\:()-]*")
"""Names in which no terminal finds anything to do, as they are and between quotes."""


def check(asked: argparse.Namespace) -> int:
    """Whether a file is sound: one line each for what is wrong, what can be brought back, and one
    line on standard error."""
    from workshop.store.health import examine

    missing: list[FileProblem] = []
    health = None
    try:
        health = examine(asked.file)
    except FileProblem as problem:
        if problem.key != "file.missing":
            raise
        missing.append(problem)
    rescue = _survey(asked.file, health)
    if rescue is None and health is None:
        raise missing[0]
    problems = health.problems if health is not None else missing
    if asked.json:
        print(json.dumps(_data(asked.file, health, problems, rescue), ensure_ascii=False, indent=2))
    else:
        _print(asked.file, health, problems, rescue)
    return _tell(asked.file, len(problems))


def _survey(file: Path, health: Health | None) -> Rescue | None:
    """What the ladder has; None where it has nothing to say of a file that is not there."""
    from workshop.rescue.ladder import NOT_TO_MEND, survey

    found = {problem.key for problem in health.problems} if health is not None else set()
    if found & NOT_TO_MEND:
        return None
    rescue = survey(file, files.vault())
    return rescue if health is not None or rescue.content is not None else None


def _data(
    file: Path, health: Health | None, problems: list[FileProblem], rescue: Rescue | None
) -> dict[str, Any]:
    return {
        "file": str(file),
        "sound": not problems,
        "size": health.size if health else None,
        "version": health.version if health else None,
        "identity": (health.identity if health else "") or None,
        "rows": health.counts if health else {},
        "steps": health.steps if health else 0,
        "last_step_at": (health.last_step_at if health else "") or None,
        "pictures": health.pictures if health else 0,
        "problems": [
            {"key": problem.key, "words": messages.sentence(problem)} for problem in problems
        ],
        "backups": [backup.at.isoformat() for backup in rescue.account.backups] if rescue else [],
        "rescue": _rescue_data(rescue) if rescue and rescue.content is not None else None,
    }


def _rescue_data(rescue: Rescue) -> dict[str, Any]:
    account = rescue.account
    return {
        "counts": asdict(account.counts),
        "everything": account.is_all,
        "cut_short": account.cut_short,
        "changes_of_the_recorder": account.steps,
        "up_to": account.last or None,
        "backup": account.backup_at.isoformat() if account.backup_at else None,
        "notes_from": dict(account.notes_from),
        "lost": dict(account.lost),
        "stand_ins": dict(account.stand_ins),
        "drafts": len(rescue.drafts),
    }


def _print(
    file: Path, health: Health | None, problems: list[FileProblem], rescue: Rescue | None
) -> None:
    for problem in problems:
        print(messages.sentence(problem))
    if health is not None and not problems:
        _print_sound(file, health)
    if rescue is None:
        return
    account = rescue.account
    if not problems:
        print(tr("In it: {counts}.", counts=counts_words(account.counts)))
        if account.steps or account.moved_to:
            print(happened(account))
    for line in possible(rescue):
        print(line)
    print(backup_words(account.backups))
    if rescue.content is not None:
        print(tr("To do it: coxswain recover {file} -o NEW.workshop", file=_as_typed(file)))


def _as_typed(file: Path) -> str:
    """A name that stands as one word in a terminal, and runs nothing there."""
    name = messages.file_name(file)
    if _ONE_WORD.fullmatch(name):
        return name
    return f'"{name}"' if _IN_QUOTES.fullmatch(name) else shlex.quote(name)


def _print_sound(file: Path, health: Health) -> None:
    told = plural(health.steps, "{count} step", "{count} steps")
    last = health.last_step_at
    when = tr(", the last one on {day} at {time} UTC", day=last[:10], time=last[11:16])
    print(
        tr(
            "{file} is sound: {told}{when}.",
            file=messages.file_name(file),
            told=told,
            when=when if last else "",
        )
    )
    print(tr("Version {version}, identity {identity}.", version=health.version,
             identity=health.identity))  # fmt: skip


def _tell(file: Path, count: int) -> int:
    if not count:
        return 0
    told = plural(count, "{file} has {count} problem.", "{file} has {count} problems.",
                  file=messages.file_name(file))  # fmt: skip
    print(told, file=sys.stderr)
    return 1


def recover(asked: argparse.Namespace) -> int:
    """Brings back what can be had, into a new file; the old one is only read."""
    from workshop.rescue.ladder import bring_back, survey

    vault = files.vault()
    rescue = survey(asked.file, vault)
    account = rescue.account
    print(happened(account))
    if rescue.content is None:
        is_sound = account.problem is None
        raise FileProblem("rescue.sound" if is_sound else "rescue.nothing", file=str(asked.file))
    for line in possible(rescue):
        print(line)
    bring_back(rescue, asked.out, vault)
    print(
        tr(
            "Made {file}. {old} was left as it is.",
            file=messages.file_name(asked.out),
            old=messages.file_name(asked.file),
        )
    )
    return 0
