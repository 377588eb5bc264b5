"""What a vote prints: every ballot's ranking, with its run-off and what was said."""

from __future__ import annotations

from reportlab.platypus import Flowable

from exports import results, titles
from exports.brief import Brief, prints
from exports.ink import NOTE, QUOTE
from exports.parts.heads import Band, SectionHead
from exports.parts.part import Columns, Part, Stack
from exports.parts.ranking import ranking
from exports.parts.sources import came_from
from exports.parts.words import Words, quoted
from exports.translate import plural, tr
from workshop import ballots
from workshop.figures import tally_of
from workshop.records.rounds import Ballot, Voice


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
    rows = results.ranked(brief, ballot)
    if not any(row.count for row in rows):
        return []
    kept = len(ballots.kept(brief.workshop, ballot))
    title = ballot.question or brief.stages[ballot.stage].title
    parts: list[Flowable] = [Band(title), *ranking(rows, kept if kept < len(rows) else 0)]
    parts.append(_source(brief, ballot))
    remarks = [*_flags(brief, ballot), *_voices(brief, ballot)]
    run_off = ballots.run_off_of(brief.workshop, ballot)
    asides: list[Part] = [Stack(remarks)] if remarks else []
    if run_off is not None:
        asides.append(_run_off(brief, run_off))
    if asides:
        parts.append(Columns(asides, gutter=8, above=4.0))
    return parts


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
    lines = [*_no_clear_cut(brief, ballot), *_carried(brief, ballot)]
    return [Words(line, NOTE, below=1.2) for line in lines]


def _no_clear_cut(brief: Brief, ballot: Ballot) -> list[str]:
    options = ballots.options_of(brief.workshop, ballot)
    picked = sum(option.picked is not None for option in options)
    cut = tally_of(brief.workshop, ballot).cut(picked)
    if cut is None or cut.clear:
        return []
    return [tr("No clear cut between {last} and {next}.", last=picked, next=picked + 1)]


def _carried(brief: Brief, ballot: Ballot) -> list[str]:
    """Kept options that owe over half of their dots to one function."""
    kept = {option.id for option in ballots.kept(brief.workshop, ballot)}
    lines = []
    for standing in tally_of(brief.workshop, ballot).standings:
        carrier = standing.carried_by
        if standing.option not in kept or not isinstance(carrier, int):
            continue
        said = tr(
            "{function} gave over half of the dots of “{option}”.",
            function=brief.functions[carrier].name,
            option=results.option_title(brief, standing.option),
        )
        lines.append(said)
    return lines


def _voices(brief: Brief, ballot: Ballot) -> list[Part]:
    voices = brief.workshop[Voice].where("ballot", ballot.id)
    return [
        Words(quoted(row.text, results.speaker(brief, row.by)), QUOTE, below=1.5) for row in voices
    ]


def _run_off(brief: Brief, ballot: Ballot) -> Part:
    rows = ranking(results.ranked(brief, ballot))
    title = Words(tr("Run-off"), NOTE.bold(), below=0.5)
    return Stack([title, Words(ballot.reason, NOTE, below=1.0), *rows])
