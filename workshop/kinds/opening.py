"""The opening: sets the frame, hears everyone once, says how the day will decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from workshop import agenda, figures, people, seating, sheets
from workshop.columns import choice, line, lines, value, whole
from workshop.kinds.registry import RoomPart, Scene, room_of
from workshop.records.agenda import Stage
from workshop.records.details import Details
from workshop.records.people import Function, Participant
from workshop.records.words import ParticipantId
from workshop.records.writing import Statement
from workshop.room_view import Line, Page, Turn
from workshop.rules import note_budget
from workshop.rules.adoption import Stakes
from workshop.setups import setup_of
from workshop.state import Workshop
from workshop.tables import settings_value

NEWEST_FIRST, SEATING, WRITTEN_ONLY = "newest_first_sponsor_last", "seating", "written_only"
MOST_AGREEMENTS = 7
"""More than these are too many to keep, which is said and not refused."""
LEAST_COUNTDOWN = 10
"""Seconds under which the room sees no countdown."""

SHOWS = (
    "purpose", "agenda", "decision_rule", "deciders", "finish_time", "vision", "problem",
)  # fmt: skip


@settings_value
class CheckIn:
    """The round in which everyone is heard once."""

    question: str = line("what is asked", 500, default="")
    seconds_per_person: int = whole("time for each; 0 for a written round", 0, 600, default=30)
    order: str = choice(
        "who speaks when", NEWEST_FIRST, SEATING, WRITTEN_ONLY, default=NEWEST_FIRST,
    )  # fmt: skip


AGREEMENTS = (
    "We write before we talk",
    "One voice at a time",
    "Facts are marked as seen or told or guessed",
    "Side topics go to the parking lot",
)


@setup_of(
    "opening",
    prompt="What would make this time well spent for our customers? One sentence each.",
    agreements=AGREEMENTS,
)
@settings_value
class Settings:
    """Settings of an opening."""

    shows: tuple[str, ...] = lines("pages, in order", *SHOWS, default=SHOWS[:5])
    check_in: CheckIn | None = value("the check-in", CheckIn, default=None)
    agreements: tuple[str, ...] = lines("working agreements", default=())
    media: str = line("a local sound or film file", 500, default="")


def speakers(workshop: Workshop, check_in: CheckIn) -> list[Participant]:
    """Everybody present in the order in which they are heard; nobody where it is written only.

    Newest first: by years in the company rising, then those whose years are not known, each by
    seat; the sponsor is always last. The facilitator does not speak.
    """
    if is_written(check_in):
        return []
    details = workshop[Details].get(1)
    sponsor = details.sponsor if details else None
    present = [person for person in people.present_participants(workshop)
               if not _is_facilitator(details, person)]  # fmt: skip
    if check_in.order == NEWEST_FIRST:
        present.sort(key=_newest_first)
        present.sort(key=lambda person: person.id == sponsor)
    return present


def is_written(check_in: CheckIn) -> bool:
    """Whether nobody speaks: each writes a note."""
    return check_in.order == WRITTEN_ONLY


def in_turn(
    workshop: Workshop, check_in: CheckIn, waiting: Sequence[ParticipantId]
) -> list[Participant]:
    """The speakers in their order, those who were skipped for now at its end."""
    order = speakers(workshop, check_in)
    later = [person for id in waiting for person in order if person.id == id]
    return [person for person in order if person.id not in waiting] + later


def _newest_first(person: Participant) -> tuple[bool, float]:
    return person.years_here is None, person.years_here or 0


def _is_facilitator(details: Details | None, person: Participant) -> bool:
    return details is not None and details.facilitator_key == person.key


def seconds_each(workshop: Workshop, check_in: CheckIn) -> int:
    """Seconds for each person, fewer where more came than the minutes were made for; 0 where
    nobody is timed."""
    if not check_in.seconds_per_person or is_written(check_in):
        return 0
    present = len(people.present_participants(workshop))
    details = workshop[Details].get(1)
    timed_for = details.people.timed_for if details and details.people else None
    return note_budget.check_in_seconds(check_in.seconds_per_person, timed_for or present, present)


def pages(workshop: Workshop, stage: Stage) -> list[Page]:
    """The pages of an opening in their order: what its settings show, agreements, check-in."""
    settings: Settings = stage.setup
    shown = _with_finish([_PAGES[name](workshop) for name in settings.shows])
    if settings.agreements:
        shown.append(Page("agreements", tuple(Line(text) for text in settings.agreements)))
    if settings.check_in is not None:
        shown.append(Page("check_in", (Line(settings.check_in.question),)))
    return [page for page in shown if page.lines or page.facts]


def _with_finish(shown: list[Page]) -> list[Page]:
    """The pages with the finish time on that of the purpose, where both are shown."""
    found = {page.kind: page for page in shown}
    purpose, finish = found.get("purpose"), found.get("finish_time")
    if purpose is None or finish is None or not (purpose.lines and finish.lines):
        return shown
    last = Line(finish.lines[0].time, part="finish")
    whole = replace(purpose, lines=(*purpose.lines, last))
    return [whole if page is purpose else page for page in shown if page is not finish]


def _purpose(workshop: Workshop) -> Page:
    """What the day is for, what it decides and what it does not, each under its name."""
    details = workshop[Details].get(1)
    if details is None:
        return Page("purpose")
    parts = {
        "purpose": (details.purpose,),
        "decided": details.decided_today,
        "not_decided": details.not_decided_today,
    }
    return Page(
        "purpose",
        tuple(Line(text, part=part) for part, texts in parts.items() for text in texts if text),
    )


def _agenda(workshop: Workshop) -> Page:
    """Stages with their times, breaks too; no minutes of single stages."""
    slots = agenda.times(workshop, today=True).slots
    lines = [
        Line(stage.title, time=slots[stage.id].start.strftime("%H:%M"))
        for stage in agenda.stages(workshop)
        if stage.id in slots
    ]
    return Page("agenda", tuple(lines))


def _rule(workshop: Workshop) -> Page:
    """The rule in numbers of people, as they are present now."""
    rule, present = figures.gradient_rule(workshop), len(people.present_participants(workshop))
    facts = (
        ("people", str(present)),
        ("least_high", str(rule.support_needed(Stakes.HIGH, present))),
        ("least_normal", str(rule.support_needed(Stakes.NORMAL, present))),
        ("nobody_at", ", ".join(map(str, sorted(rule.no_one_at)))),
        ("no_decider_at", ", ".join(map(str, sorted(rule.no_decider_at)))),
    )
    return Page("decision_rule", facts=facts)


def _deciders(workshop: Workshop) -> Page:
    found = [person for person in seating.seating(workshop) if person.decider]
    return Page("deciders", tuple(person_line(workshop, person) for person in found))


def person_line(workshop: Workshop, person: Participant) -> Line:
    """A person as a line of a page: the name, and the mark of the function."""
    return Line(person.name, (sheets.mark_of(workshop[Function][person.function]),))


def _finish(workshop: Workshop) -> Page:
    days = agenda.times(workshop, today=True).days
    ends = [day.ends.strftime("%H:%M") for day in days if day.slots]
    return Page("finish_time", tuple(Line("", time=end) for end in ends[:1]))


def _wording(key: str) -> Callable[[Workshop], Page]:
    def page(workshop: Workshop) -> Page:
        found = [row.after for row in workshop[Statement] if row.key == key and row.after]
        return Page(key, tuple(Line(text) for text in found))

    return page


_PAGES: dict[str, Callable[[Workshop], Page]] = {
    "purpose": _purpose,
    "agenda": _agenda,
    "decision_rule": _rule,
    "deciders": _deciders,
    "finish_time": _finish,
    "vision": _wording("vision"),
    "problem": _wording("problem"),
}


@room_of("opening")
def room(scene: Scene) -> RoomPart:
    """One page at a time; on the page of the check-in, who speaks and who is next."""
    slot = agenda.times(scene.workshop, today=True).slots.get(scene.stage.id)
    starts_at = slot.start.strftime("%H:%M") if slot else ""
    shown = pages(scene.workshop, scene.stage)
    if not shown:
        return RoomPart(starts_at=starts_at)
    page = shown[min(max(0, scene.showing.page), len(shown) - 1)]
    turn = _turn(scene) if page.kind == "check_in" else None
    return RoomPart(page=page, turn=turn, starts_at=starts_at, shows_board=False)


def _turn(scene: Scene) -> Turn | None:
    check_in: CheckIn | None = scene.stage.setup.check_in
    if check_in is None:
        return None
    workshop, at = scene.workshop, scene.showing.speaker
    people_in_turn = in_turn(workshop, check_in, scene.showing.waiting)
    order = [person_line(workshop, person) for person in people_in_turn]
    return Turn(
        question=check_in.question,
        speaker=order[at] if at < len(order) else None,
        following=order[at + 1] if at + 1 < len(order) else None,
        seconds=_seconds(scene, check_in),
        written=is_written(check_in),
        heard=bool(order) and at >= len(order),
    )


def _seconds(scene: Scene, check_in: CheckIn) -> int | None:
    each, since = seconds_each(scene.workshop, check_in), scene.showing.speaking_since
    if not each or since is None:
        return None
    left = each - int((scene.now - since).total_seconds())
    return left if left >= LEAST_COUNTDOWN else None
