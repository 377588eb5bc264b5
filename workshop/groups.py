"""The groups people work in during a stage: pairs, trios, fours."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from workshop.agenda import number_of
from workshop.changes import FACILITATOR
from workshop.edits import cleaned
from workshop.errors import Refused
from workshop.keys import fresh_key
from workshop.people import present_participants
from workshop.records.agenda import GroupPlan, Stage
from workshop.records.journey import Phase
from workshop.records.notes import Group, Grouping, GroupMember, GroupPhase
from workshop.records.people import Function, Participant
from workshop.records.words import FunctionId, GroupId, ParticipantId, PhaseId, StageId
from workshop.rules.grouping import LEAST, Groups, Member, Same, propose, same
from workshop.state import Workshop

EXCHANGE = "insight_exchange"
OF_EXCHANGE, USUAL = 2, 4
"""How large groups are where the stage does not say."""
MOST = 12
"""People in a group."""


def plan_of(workshop: Workshop, stage: StageId) -> GroupPlan:
    """How large the groups of a stage are, and whether functions are mixed."""
    row = workshop[Stage][stage]
    if row.groups is not None:
        return row.groups
    return GroupPlan(size=OF_EXCHANGE if row.kind == EXCHANGE else USUAL)


def grouping_of(workshop: Workshop, stage: StageId) -> Grouping | None:
    """The groups of a stage as one record, if there are any."""
    return next(iter(workshop[Grouping].where("stage", stage)), None)


def groups_of(workshop: Workshop, stage: StageId) -> list[Group]:
    """The groups of a stage in order."""
    grouping = grouping_of(workshop, stage)
    found = workshop[Group].where("grouping", grouping.id) if grouping else []
    return sorted(found, key=lambda group: group.id)


def members_of(workshop: Workshop, group: GroupId) -> list[Participant]:
    """The people of a group, in the order in which they came."""
    rows = sorted(workshop[GroupMember].where("group", group), key=lambda row: row.id)
    return [workshop[Participant][row.participant] for row in rows]


def number_of_group(workshop: Workshop, group: GroupId) -> int:
    """The place of a group in the list of its stage, from 1."""
    stage = workshop[Grouping][workshop[Group][group].grouping].stage
    return 1 + [one.id for one in groups_of(workshop, stage)].index(group)


def now(workshop: Workshop, stage: StageId) -> Groups[ParticipantId]:
    """Who is together in which group."""
    return tuple(
        tuple(person.id for person in members_of(workshop, group.id))
        for group in groups_of(workshop, stage)
    )


def form(
    workshop: Workshop,
    stage: StageId,
    *,
    size: int | None = None,
    seen: Collection[Same[ParticipantId]] = (),
    actor: str = FACILITATOR,
) -> bool:
    """Puts the people in the room into groups, or into others: locked groups stay as they are, and
    nothing that was `seen` comes again. False where there is no other way. Raises `Refused`
    (`groups.too_few`, `groups.size`)."""
    plan = plan_of(workshop, stage)
    size = plan.size if size is None else size
    if not LEAST <= size <= MOST:
        raise Refused("groups.size", found=size, least=LEAST, most=MOST)
    kept = [group for group in groups_of(workshop, stage) if group.locked]
    stay = {person.id for group in kept for person in members_of(workshop, group.id)}
    free = [person for person in present_participants(workshop) if person.id not in stay]
    if len(free) < LEAST:
        raise Refused("groups.too_few", count=len(free))
    members = [Member(one.id, one.function, one.decider) for one in free]
    found = propose(members, size, mixed=plan.mixed_functions, seen=seen)
    if found is None:
        return False
    with workshop.step("groups.form", actor=actor, stage=number_of(workshop, stage)):
        _write(workshop, stage, found)
    return True


def free_part(workshop: Workshop, stage: StageId) -> Same[ParticipantId]:
    """Who is together now in groups that are not locked: what shuffling is not to bring again."""
    groups = [group for group in groups_of(workshop, stage) if not group.locked]
    return same(
        tuple(tuple(person.id for person in members_of(workshop, group.id)) for group in groups)
    )


def _write(workshop: Workshop, stage: StageId, found: Groups[ParticipantId]) -> None:
    """Gives the groups that are not locked these people; names and areas stay as far as there are
    as many."""
    grouping = grouping_of(workshop, stage) or workshop[Grouping].add(Grouping(stage=stage))
    free = [group for group in groups_of(workshop, stage) if not group.locked]
    for group in free:
        _empty(workshop, group.id)
    for people in found:
        if free:
            group = free.pop(0)
        else:
            made = Group(grouping=grouping.id, key=fresh_key(workshop, Group))
            group = workshop[Group].add(made)
        _put(workshop, group.id, people)
    for group in free:
        workshop.remove_tree("group", group.id)


def _empty(workshop: Workshop, group: GroupId) -> None:
    for row in workshop[GroupMember].where("group", group):
        workshop[GroupMember].remove(row.id)


def _put(workshop: Workshop, group: GroupId, people: Iterable[ParticipantId]) -> None:
    for person in people:
        workshop[GroupMember].add(GroupMember(group=group, participant=person))


def move_member(
    workshop: Workshop, person: ParticipantId, group: GroupId, *, actor: str = FACILITATOR
) -> None:
    """Puts somebody into another group of the same stage; one that is left empty goes, unless it is
    locked or has a name."""
    grouping = workshop[Group][group].grouping
    stage = workshop[Grouping][grouping].stage
    with workshop.step("groups.move", actor=actor, stage=number_of(workshop, stage)):
        before = _rows_of(workshop, person, workshop[Group].where("grouping", grouping))
        for row in before:
            workshop[GroupMember].remove(row.id)
        _put(workshop, group, [person])
        for row in before:
            left = workshop[Group][row.group]
            empty = not workshop[GroupMember].where("group", left.id)
            if empty and not (left.locked or left.name):
                workshop.remove_tree("group", left.id)


def _rows_of(
    workshop: Workshop, person: ParticipantId, groups: Sequence[Group]
) -> list[GroupMember]:
    ids = {group.id for group in groups}
    return [row for row in workshop[GroupMember].where("participant", person) if row.group in ids]


def join(
    workshop: Workshop, stage: StageId, person: ParticipantId, *, actor: str = FACILITATOR
) -> bool:
    """Somebody who came late joins the smallest group of a stage, the first of several; False where
    there are no groups, or where they are in one."""
    groups = groups_of(workshop, stage)
    if not groups or _rows_of(workshop, person, groups):
        return False
    smallest = min(groups, key=lambda group: len(members_of(workshop, group.id)))
    with workshop.step("groups.join", actor=actor, stage=number_of(workshop, stage)):
        _put(workshop, smallest.id, [person])
    return True


def rename(workshop: Workshop, group: GroupId, name: str, *, actor: str = FACILITATOR) -> Group:
    """Gives a group a name; an empty one takes it away. Raises `Invalid`."""
    fields = cleaned(Group, {"name": name})
    with workshop.step("groups.rename", actor=actor, number=number_of_group(workshop, group)):
        return workshop[Group].replace(group, **fields)


def lock(
    workshop: Workshop, group: GroupId, locked: bool = True, *, actor: str = FACILITATOR
) -> Group:
    """Keeps a group as it is when the others are shuffled, or no longer."""
    number = number_of_group(workshop, group)
    with workshop.step("groups.lock", actor=actor, number=number, locked=locked):
        return workshop[Group].replace(group, locked=locked)


def phases_of(workshop: Workshop, group: GroupId) -> list[Phase]:
    """The phases of the journey that a group works on, from the left."""
    worked_on = [workshop[Phase][row.phase] for row in workshop[GroupPhase].where("group", group)]
    return sorted(worked_on, key=lambda phase: (phase.place, phase.id))


def set_area(
    workshop: Workshop,
    group: GroupId,
    *,
    function: FunctionId | None = None,
    phases: Collection[PhaseId] = (),
    actor: str = FACILITATOR,
) -> Group:
    """Says what a group works on: a function, phases of the journey, or neither."""
    if function is not None:
        workshop[Function][function]
    for phase in phases:
        workshop[Phase][phase]
    with workshop.step("groups.area", actor=actor, number=number_of_group(workshop, group)):
        for row in workshop[GroupPhase].where("group", group):
            workshop[GroupPhase].remove(row.id)
        changed = workshop[Group].replace(group, function=function)
        for phase in phases:
            workshop[GroupPhase].add(GroupPhase(group=group, phase=phase))
        return changed


def dissolve(workshop: Workshop, stage: StageId, *, actor: str = FACILITATOR) -> None:
    """Takes the groups of a stage away."""
    grouping = grouping_of(workshop, stage)
    if grouping is not None:
        with workshop.step("groups.dissolve", actor=actor, stage=number_of(workshop, stage)):
            workshop.remove_tree("grouping", grouping.id)
