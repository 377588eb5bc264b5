"""What consensus prints: decisions from stances alone, with their concerns and dissent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from exports import hidden, results, titles
from exports.brief import Brief, prints
from exports.ink import BODY, CAPTION, MUTED, NOTE, QUOTE
from exports.lines import Span, Text
from exports.parts.decisions import decision
from exports.parts.heads import Band, SectionHead
from exports.parts.part import Columns, Part, Stack
from exports.parts.sources import came_from
from exports.parts.words import Words, beside, bulleted, quoted
from exports.translate import isolated, plural, tr
from exports.wording import day, together
from workshop import ballots, proposals, telling
from workshop.figures import evaluation_of
from workshop.records.consensus import Concern, Proposal, ProposalRound, Stance
from workshop.rules.adoption import Verdict

WORDING = BODY.sized(10.5, 14.5)
MANY = 3
"""So many concerns of one fate have it told once."""


@prints("decisions")
def decisions(brief: Brief) -> list[Flowable]:
    """Every proposal with its outcome, in the order they were put."""
    found = sorted(brief.workshop[Proposal], key=lambda row: row.id)
    if not found:
        return []
    settled = sum(map(proposals.is_settled, found))
    opening = tr("{some} of {all} proposals were settled.", some=settled, all=len(found))
    head = SectionHead(titles.name("decisions"), titles.title("decisions"), opening)
    key = Words(_key(), CAPTION, at_most=1e3)
    decided = [part for row in found for part in _proposal(brief, row)]
    return [head, key, *decided, *_lost_favourites(brief)]


def _lost_favourites(brief: Brief) -> list[Flowable]:
    """What a function wanted most and a vote did not keep: a word against, of a kind."""
    parts: list[Flowable] = []
    for ballot in [] if brief.hides("priorities") else ballots.told(brief.workshop):
        lost = results.lost_favourites(brief, ballot)
        for title, names in lost:
            said = tr("“{option}”, the favourite of {functions}", option=title, functions=names)
            parts.append(bulleted(said, below=0.8))
        if lost:
            parts.append(came_from(brief.stages[ballot.stage].title, above=0.5))
    return [Band(tr("Favourites that were not kept")), *parts] if parts else []


def _key() -> str:
    return tr(
        "Marks are people, figures their stance: 1 all in, 2 yes with a small point, 3 yes with "
        "reservations, 4 neutral, 5 needs more talk, 6 dislikes but will support, 7 serious "
        "disagreement, 8 block."
    )


def _proposal(brief: Brief, proposal: Proposal) -> list[Flowable]:
    shown = replace(results.decided(brief, proposal, figures=True), title=_rule(brief, proposal))
    parts: list[Flowable] = [
        Band(proposal.title, _remark(brief, proposal)),
        Words(proposals.wording(brief.workshop, proposal), WORDING, below=2.0),
        decision(shown),
    ]
    rounds = proposals.rounds_of(brief.workshop, proposal)
    for row in rounds:
        parts += _round(brief, row, last=row is rounds[-1])
    return [*parts, *_after(brief, proposal)]


def _remark(brief: Brief, proposal: Proposal) -> str:
    called, outcome = brief.called(proposal.key), _outcome(brief, proposal)
    return f"{called} · {outcome}" if called else outcome


def _outcome(brief: Brief, proposal: Proposal) -> str:
    words = {
        "open": tr("open"),
        "adopted": tr("adopted"),
        "decided": tr("decided by {name}", name=brief.name(proposal.decided_by)),
        "parked": tr("parked"),
        "dropped": tr("dropped"),
        "kept": tr("kept"),
        "changed": tr("changed"),
        "retired": tr("retired"),
    }
    said = words.get(proposal.status, proposal.status)
    if not proposals.is_settled(proposal):
        return said
    if proposals.has_dissent(brief.workshop, proposal):
        said = tr("{outcome} with dissent", outcome=said)
    provisional = proposals.is_provisional(brief.workshop, proposal)
    return tr("{outcome}, provisional", outcome=said) if provisional else said


def _rule(brief: Brief, proposal: Proposal) -> str:
    """What the rule says of the last round: how many were with it, how many it takes."""
    last = proposals.last_round(brief.workshop, proposal)
    if last is not None and not telling.stances_are_told(brief.workshop, last):
        return _not_told(brief, last) or tr("No stances taken")
    found = evaluation_of(brief.workshop, last) if last else None
    if found is None or not found.of:
        return tr("No stances taken")
    says = (
        tr("the rule says adopt") if found.verdict == Verdict.ADOPT else tr("the rule says not yet")
    )
    with_it = tr("{some} of {all} with it", some=found.support, all=found.of)
    return f"{with_it}, {says}"


def _not_told(brief: Brief, row: ProposalRound) -> str:
    """That a round is not revealed, and how many stances were taken in it."""
    state = hidden.round_state(brief, "proposal_round", row.id)
    if not state:
        return ""
    count = len(brief.workshop[Stance].where("proposal_round", row.id))
    taken = plural(count, "{count} stance taken", "{count} stances taken")
    return tr("Round {number} is {state}, {taken}", number=row.round, state=state, taken=taken)


def _round(brief: Brief, row: ProposalRound, *, last: bool) -> Iterator[Flowable]:
    """An earlier wording, and what people said to it."""
    if not last:
        yield Words(_label(tr("Round {number}", number=row.round), row.text), NOTE, above=2.5)
    if row.conflict_step:
        yield Words(_label(tr("When it got stuck"), row.conflict_step), NOTE, above=1.5)
    concerns = list(brief.workshop[Concern].where("proposal_round", row.id))
    if telling.stances_are_told(brief.workshop, row):
        shared = _shared_fate(brief, concerns)
        for concern in concerns:
            yield from _concern(brief, concern, _fate(brief, concern) if not shared else "")
        if shared:
            yield Words(tr("All of these: {fate}.", fate=shared), NOTE.tinted(MUTED), above=2.2)
        return
    if not last:
        yield hidden.remark(f"{_not_told(brief, row)}.")
    if concerns:
        count = len(concerns)
        said = plural(count, "{count} concern is on record.", "{count} concerns are on record.")
        yield hidden.remark(said)


def _shared_fate(brief: Brief, concerns: Sequence[Concern]) -> str:
    """What became of all concerns alike, where there are many; empty where they differ."""
    fates = {_fate(brief, concern) for concern in concerns}
    return _small(fates.pop()) if len(concerns) >= MANY and len(fates) == 1 else ""


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _label(name: str, text: str) -> Text:
    return beside(Span(name, NOTE.bold()), Span(text, NOTE))


def _concern(brief: Brief, row: Concern, fate: str) -> Iterator[Flowable]:
    """A concern in the speaker's words, and beside it what became of it, if that is said here."""
    who = results.speaker(brief, row.by)
    said_by = f"{isolated(who)}, {together(tr('at {level}', level=row.level))}"
    if row.anonymous:
        said_by = tr("One participant")  # a level would tell who in a small room
    block = [
        (tr("Harm"), row.harm), (tr("For whom"), row.for_whom),
        (tr("Would pass if"), row.would_pass_if),
    ]  # fmt: skip
    said = [Words(quoted(row.text, said_by), QUOTE)]
    said += [Words(_label(name, text), NOTE) for name, text in block if text]
    if fate:
        yield Columns([Stack(said), Words(fate, NOTE.tinted(MUTED))], (7, 5), above=2.2)
    else:
        yield Stack(said, above=2.2)


def _fate(brief: Brief, row: Concern) -> str:
    """What became of a concern, in one line."""
    if row.state == "answered":
        by = tr(" ({name})", name=brief.first_name(row.answered_by)) if row.answered_by else ""
        return tr("Answered: {answer}{by}", answer=row.answer, by=by)
    words = {"open": tr("Open"), "accepted": tr("Accepted as it is"), "parked": tr("Parked")}
    said = [words.get(row.state, row.state)]
    if row.owner is not None:
        said.append(tr("{name} sees to it", name=brief.name(row.owner)))
    if row.until:
        said.append(tr("until {date}", date=day(row.until)))
    return ", ".join(said)


def _after(brief: Brief, proposal: Proposal) -> Iterator[Flowable]:
    """The decider's reason, what to bring back, and when it is looked at again."""
    if proposal.decided_because:
        yield Words(_label(tr("Decided because"), proposal.decided_because), NOTE, above=2.5)
    if proposal.parked_bring:
        yield Words(_label(tr("To bring"), "; ".join(proposal.parked_bring)), NOTE, above=2.5)
    yield _source(brief, proposal)


def _source(brief: Brief, proposal: Proposal) -> Part:
    rounds = len(proposals.rounds_of(brief.workshop, proposal))
    said = [
        plural(rounds, "{count} round", "{count} rounds"),
    ]
    if proposal.proposed_by is not None:
        said.append(tr("proposed by {name}", name=brief.name(proposal.proposed_by)))
    if proposal.owner is not None:
        said.append(tr("seen to by {name}", name=brief.name(proposal.owner)))
    if proposal.parked_owner is not None:
        said.append(tr("parked with {name}", name=brief.name(proposal.parked_owner)))
    if proposal.parked_until:
        said.append(tr("until {date}", date=day(proposal.parked_until)))
    if proposal.review_on:
        said.append(tr("to be looked at again on {date}", date=day(proposal.review_on)))
    return came_from(brief.stages[proposal.stage].title, ", ".join(said) + ".", above=2.0)
