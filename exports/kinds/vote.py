"""What a vote prints: every ballot's ranking, with its run-off and what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from exports import hidden, results, titles
from exports.brief import Brief, prints
from exports.ink import NOTE, QUOTE
from exports.parts.heads import Band, SectionHead
from exports.parts.part import Columns, Part, Stack
from exports.parts.ranking import RankHead, ranking
from exports.parts.sources import came_from
from exports.parts.words import Words, quoted
from exports.translate import plural, tr
from workshop import ballots, telling
from workshop.figures import tally_of
from workshop.records.rounds import Ballot, Option, Voice


@prints("priorities")
def priorities(brief: Brief) -> list[Flowable]:
    """Every ballot that counts, in the order of the day."""
    counted = ballots.counting(brief.workshop)
    parts = [part for ballot in counted for part in _ballot(brief, ballot)]
    if not parts:
        return []
    opening = tr("Dots rank. They decide nothing: what was decided stands under decisions.")
    return [SectionHead(titles.name("priorities"), titles.title("priorities"), opening), *parts]


def _ballot(brief: Brief, ballot: Ballot) -> list[Flowable]:
    if not _is_told(brief, ballot):
        return _hidden(brief, ballot)
    columns, rows = results.with_voters(brief, ballot)
    if not any(row.count for row in rows):
        return []
    kept = len(ballots.kept(brief.workshop, ballot))
    parts: list[Flowable] = [
        Band(_title(brief, ballot)),
        RankHead(columns),
        *ranking(rows, kept if kept < len(rows) else 0),
    ]
    parts.append(_source(brief, ballot))
    remarks = [*_flags(brief, ballot), *_voices(brief, ballot)]
    run_off = ballots.run_off_of(brief.workshop, ballot)
    asides: list[Part] = [Stack(remarks)] if remarks else []
    if run_off is not None and (_is_told(brief, run_off) or _not_told(brief, run_off)):
        asides.append(_run_off(brief, run_off))
    if asides:
        parts.append(Columns(asides, gutter=8, above=4.0))
    return parts


def _is_told(brief: Brief, ballot: Ballot) -> bool:
    return telling.result_is_told(brief.workshop, ballot)


def _title(brief: Brief, ballot: Ballot) -> str:
    return ballot.question or brief.stages[ballot.stage].title


def _hidden(brief: Brief, ballot: Ballot) -> list[Flowable]:
    """A ballot that nobody has seen the dots of: its question, and how many have voted."""
    said = _not_told(brief, ballot)
    return [Band(_title(brief, ballot)), hidden.remark(said)] if said else []


def _not_told(brief: Brief, ballot: Ballot) -> str:
    state = hidden.round_state(brief, "ballot", ballot.id)
    if telling.dots_are_told(brief.workshop, ballot):
        return tr("What this ballot is on is covered again: its dots are not told.")
    if not state:
        return ""
    said = tr("This ballot is {state}: its dots are not told.", state=state)
    count = results.voters(brief, ballot)
    voted = plural(count, "{count} person has voted.", "{count} people have voted.")
    return f"{said} {voted}" if count else said


def _source(brief: Brief, ballot: Ballot) -> Part:
    dots = sum(row.dots for row in tally_of(brief.workshop, ballot).standings)
    handed_in = results.voters(brief, ballot)
    counted = plural(dots, "{count} dot", "{count} dots")
    by = (
        plural(handed_in, "by {count} person", "by {count} people")
        if handed_in
        else tr("counted by hands or in groups")
    )
    more = f"{counted} {by}. {tr('The dotted line is what was kept.')}"
    return came_from(brief.stages[ballot.stage].title, more, above=2.0)


def _flags(brief: Brief, ballot: Ballot) -> list[Part]:
    """What the figures say beyond the order, in words."""
    lines = [
        *_no_clear_cut(brief, ballot),
        *_one_sided(brief, ballot),
        *_lost(brief, ballot),
    ]
    return [Words(line, NOTE, below=1.2) for line in lines]


def _no_clear_cut(brief: Brief, ballot: Ballot) -> list[str]:
    picked = sum(option.picked is not None for option in _options(brief, ballot))
    cut = tally_of(brief.workshop, ballot).cut(picked)
    if cut is None or cut.clear:
        return []
    return [tr("No clear cut between {last} and {next}.", last=picked, next=picked + 1)]


def _one_sided(brief: Brief, ballot: Ballot) -> Iterator[str]:
    """What was picked and owes over half of its dots to one function, then what was kept with the
    dots of one function alone."""
    picked = {row.id for row in _options(brief, ballot) if row.picked is not None}
    kept = {row.id for row in ballots.kept(brief.workshop, ballot)}
    standings = tally_of(brief.workshop, ballot).standings
    titles = {row.option: results.option_title(brief, row.option) for row in standings}
    for row in standings:
        if row.option in picked and row.carried_by is not None:
            name = results.group_name(brief, ballot, row.carried_by)
            yield tr("{function} gave over half of the dots of “{option}”.",
                     function=name, option=titles[row.option])  # fmt: skip
    for row in standings:
        if row.option in kept and row.favourite_of is not None:
            name = results.group_name(brief, ballot, row.favourite_of)
            yield tr("All dots of “{option}” are from {function}.",
                     function=name, option=titles[row.option])  # fmt: skip


def _lost(brief: Brief, ballot: Ballot) -> list[str]:
    return [
        tr("“{option}”, the favourite of {functions}, was not kept.", option=title, functions=names)
        for title, names in results.lost_favourites(brief, ballot)
    ]


def _options(brief: Brief, ballot: Ballot) -> list[Option]:
    return ballots.options_of(brief.workshop, ballot)


def _voices(brief: Brief, ballot: Ballot) -> list[Part]:
    voices = brief.workshop[Voice].where("ballot", ballot.id)
    return [
        Words(quoted(row.text, results.speaker(brief, row.by)), QUOTE, below=1.5) for row in voices
    ]


def _run_off(brief: Brief, ballot: Ballot) -> Part:
    rows: Sequence[Part] = [hidden.remark(_not_told(brief, ballot))]
    if _is_told(brief, ballot):
        rows = ranking(results.ranked(brief, ballot))
    title = Words(tr("Run-off"), NOTE.bold(), below=0.5)
    return Stack([title, Words(ballot.reason, NOTE, below=1.0), *rows])
