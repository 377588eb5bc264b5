"""Winning back time, in words."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence

from exports import titles
from ui.translate import plural, tr
from workshop import drift, win_back
from workshop.records.agenda import Stage
from workshop.state import Workshop
from workshop.win_back import LEFT_OUT, Line


def how(workshop: Workshop, line: Line) -> str:
    """How a stage is done in fewer minutes, or what happens where it is left out."""
    stage = workshop[Stage][line.stage]
    if line.to != LEFT_OUT:
        return stage.how or tr("In less time")
    return (
        tr("Left out. {instead}", instead=stage.if_skipped) if stage.if_skipped else tr("Left out")
    )


def cost(workshop: Workshop, line: Line, others: Collection[Line]) -> str:
    """What a line costs the brief."""
    found = win_back.cost(workshop, line, others)
    told = [
        tr("Leaves {sections} empty", sections=_listed(found.empty)) if found.empty else "",
        tr("Less in {sections}", sections=_listed(found.thinner)) if found.thinner else "",
    ]
    return ". ".join(filter(None, told)) or tr("Nothing")


def _listed(sections: Sequence[str]) -> str:
    return joined([tr("“{title}”", title=titles.name(section)) for section in sections])


def joined(words: Sequence[str]) -> str:
    """Such as "a, b and c"."""
    *first, last = words
    return tr("{words} and {last}", words=", ".join(first), last=last) if first else last


def finish(workshop: Workshop, now: datetime.datetime, lines: Collection[Line] = ()) -> str:
    """When the day will end with these lines."""
    found = drift.expected_finish(workshop, now, win_back.given(lines))
    return tr("finish {time}", time=f"{found:%H:%M}") if found is not None else ""


def begins(workshop: Workshop, stage: Stage | None, now: datetime.datetime) -> str:
    """From when on time is won back."""
    if stage is None:
        return tr("From now on")
    ends = drift.ends(workshop, stage, now)
    return tr("From the end of “{title}” at {time}", title=stage.title, time=f"{ends:%H:%M}")


def won(late: int, with_lines: int) -> str:
    """How much of what is late is won back."""
    if with_lines < 0:
        return plural(late - with_lines, "{count} minute", "{count} minutes")
    return plural(late, "{won} of {count} minute", "{won} of {count} minutes",
                  won=late - with_lines)  # fmt: skip


def rest(with_lines: int, never: Sequence[Stage]) -> str:
    """What stands after that: what is won besides, and which stages stay whatever happens."""
    told = [tr("won back, {count} more than needed.", count=-with_lines)]
    if with_lines >= 0:
        told = [tr("won back.")]
    if never:
        named = joined([tr("“{title}”", title=stage.title) for stage in never])
        told.append(tr("Never left out: {stages}.", stages=named))
    return " ".join(told)


def price(workshop: Workshop, now: datetime.datetime, minutes: int) -> str:
    """What so many minutes more have done to the day: when it ends now, and which stage to come
    could pay for it; empty where nobody has said when it ends."""
    planned, found = drift.planned_finish(workshop, now), drift.expected_finish(workshop, now)
    if planned is None or found is None:
        return ""
    told = tr("{count} more: finish {time}, planned {plan}.",
              count=plural(minutes, "{count} minute", "{count} minutes"),
              time=f"{found:%H:%M}", plan=f"{planned:%H:%M}")  # fmt: skip
    payer = win_back.propose(workshop, now).enough[:1]
    return " ".join([told, *(_pays(workshop, line) for line in payer)])


def _pays(workshop: Workshop, line: Line) -> str:
    title = workshop[Stage][line.stage].title
    if line.to == LEFT_OUT:
        return tr("“{title}” could pay by being left out.", title=title)
    return tr("“{title}” could pay: {before} → {after}.",
              title=title, before=line.before, after=line.to)  # fmt: skip
