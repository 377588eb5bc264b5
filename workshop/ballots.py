"""What is on a ballot, and which ballots count."""

from __future__ import annotations

from workshop import telling
from workshop.figures import in_place
from workshop.records.agenda import Stage
from workshop.records.journey import Opportunity
from workshop.records.notes import Cluster, Note
from workshop.records.rounds import Ballot, Option
from workshop.state import Workshop


def options_of(workshop: Workshop, ballot: Ballot) -> list[Option]:
    """The options, in the order of their numbers."""
    return sorted(workshop[Option].where("ballot", ballot.id), key=lambda option: option.id)


def wording(workshop: Workshop, option: Option) -> str:
    """What an option says, as it stands now."""
    if option.cluster is not None:
        return workshop[Cluster][option.cluster].name
    if option.note is not None:
        return workshop[Note][option.note].text
    if option.opportunity is not None:
        return workshop[Opportunity][option.opportunity].text
    return option.text


def counting(workshop: Workshop) -> list[Ballot]:
    """The ballots that count, in the order of their stages: no warm-ups, and no run-offs, which
    stand with the ballot that they decide."""
    stages = {stage.id: place for place, stage in enumerate(in_place(workshop[Stage]))}
    found = [row for row in workshop[Ballot] if not row.warm_up and row.run_off_of is None]
    return sorted(found, key=lambda ballot: (stages[ballot.stage], ballot.id))


def told(workshop: Workshop) -> list[Ballot]:
    """Those of `counting` that may be told."""
    return [row for row in counting(workshop) if telling.result_is_told(workshop, row)]


def run_off_of(workshop: Workshop, ballot: Ballot) -> Ballot | None:
    """The run-off that decides a ballot, if there was one."""
    return next(iter(workshop[Ballot].where("run_off_of", ballot.id)), None)


def kept(workshop: Workshop, ballot: Ballot) -> list[Option]:
    """The options that are printed as priorities, in the order they were kept."""
    options = [row for row in options_of(workshop, ballot) if row.kept is not None]
    return sorted(options, key=lambda option: option.kept or 0)
