"""The sentences of the room display."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from math import ceil

from ui.board.typesetting import board_word
from ui.translate import plural, tr
from workshop.board.sheet import Pile
from workshop.room_view import Line, Page, RoomClock


def clock_figures(clock: RoomClock) -> str:
    """Minutes and seconds: what is left, or with a plus by how much it is over."""
    figures = minutes_and_seconds(abs(clock.left))
    return f"+{figures}" if clock.left < 0 else figures


def minutes_and_seconds(seconds: int) -> str:
    """Such as 10:05."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def clock_word(clock: RoomClock) -> str:
    """What a clock says besides its figures; nothing while there is time."""
    if clock.paused:
        return tr("paused")
    words = {"low": tr("wrap up"), "last": tr("nearly over"), "over": tr("over")}
    return words.get(clock.urgency, "")


def minutes_left(clock: RoomClock) -> int:
    """Minutes left, one begun counted whole."""
    return max(0, ceil(clock.left / 60))


def minutes(count: int) -> str:
    """A number of minutes."""
    return plural(count, "{count} minute", "{count} minutes")


def time_left(count: int) -> str:
    """Minutes left, in words."""
    return plural(count, "{count} minute left", "{count} minutes left")


def whose(attribution: str) -> str:
    """Whose what is entered will be, said before the first entry."""
    sentences = {
        "person": tr("Shown with names"),
        "function": tr("Shown by function, kept by person so that it can be corrected"),
        "none": tr("Not kept by person"),
    }
    return sentences.get(attribution, "")


def stage_place(number: int, of: int) -> str:
    """Where a stage stands in the agenda."""
    return tr("Stage {number} of {of}", number=number, of=of) if number else ""


def following(title: str) -> str:
    """What comes next."""
    return tr("Next: {title}", title=title) if title else ""


def page_mark(page: int, pages: int) -> str:
    """Which page this is, counted from 0; nothing where there is one."""
    return tr("{page} of {pages}", page=page + 1, pages=pages) if pages > 1 else ""


def lanes_shown(first: int, last: int, of: int) -> str:
    """Which lanes a page shows."""
    if first == last:
        return tr("Lane {number} of {of}", number=first, of=of)
    if last == first + 1:
        return tr("Lanes {first} and {last} of {of}", first=first, last=last, of=of)
    return tr("Lanes {first} to {last} of {of}", first=first, last=last, of=of)


def clusters_shown(first: int, last: int, of: int) -> str:
    """Which clusters a page shows."""
    if first == last:
        return tr("Cluster {number} of {of}", number=first, of=of)
    if last == first + 1:
        return tr("Clusters {first} and {last} of {of}", first=first, last=last, of=of)
    return tr("Clusters {first} to {last} of {of}", first=first, last=last, of=of)


def all_clusters() -> str:
    """The page that shows clusters by title with their counts."""
    return tr("All clusters")


def loose() -> str:
    """The notes that lie in no cluster."""
    return tr("In no cluster")


def silent_writing() -> str:
    """What the countdown of silent writing is called."""
    return tr("Silent writing")


def pens_down() -> str:
    """Silent writing is over."""
    return tr("Pens down")


_NOTHING_TO_SEE = {
    "opening": "We begin together.",
    "alignment_check": "We rate in private first, then look at the result together.",
    "board": "Notes appear here as soon as they may be read.",
    "five_whys": "The chain of answers grows in the conversation.",
    "statement": "Drafts are read aloud before we compare them.",
    "positioning": "We fill one line after the other.",
    "personas": "We describe one person after the other.",
    "landscape": "We collect what these people do instead.",
    "insight_exchange": "We talk in pairs: one offers, one asks.",
    "journey_map": "We go from phase to phase, from left to right.",
    "vote": "We vote without showing our dots; the result comes for all at once.",
    "consensus": "We show where we stand all at once.",
    "metrics": "We choose a few numbers that all of us share.",
    "milestones": "We set our dates together.",
    "guardrails": "We say what teams may decide without asking.",
    "press_release": "We write as if the day had come.",
    "actions": "We write who does what by when.",
    "check_out": "Everyone is heard once before we go.",
}


def nothing_to_see(kind: str) -> str:
    """One line for a stage of which there is nothing more to see."""
    sentence = _NOTHING_TO_SEE.get(kind, "")
    return tr(sentence) if sentence else ""


def page_heading(kind: str) -> str:
    """What stands above a page of an opening."""
    headings = {
        "purpose": tr("What this day is for"),
        "agenda": tr("Our agenda"),
        "decision_rule": tr("How we decide"),
        "deciders": tr("Who decides for each function"),
        "finish_time": tr("We finish at"),
        "vision": tr("Our vision so far"),
        "problem": tr("The problem we share"),
        "agreements": tr("How we work together"),
    }
    return headings.get(kind, "")


def part_name(part: str) -> str:
    """What a part of a page is called; empty where it has no name."""
    names = {
        "purpose": tr("Purpose"),
        "decided": tr("We decide"),
        "not_decided": tr("Not today"),
        "finish": tr("We finish at"),
    }
    return names.get(part, "")


def page_lines(page: Page) -> tuple[Line, ...]:
    """The lines of a page as they are shown: what belongs to one part in one line."""
    if not any(line.part for line in page.lines):
        return page.lines
    parts = groupby(page.lines, key=lambda line: line.part)
    return tuple(Line(" · ".join(line.text for line in lines), part=part) for part, lines in parts)


def decision_rule(facts: Mapping[str, str]) -> str:
    """The rule by which a proposal is adopted, as one sentence made of its figures."""
    conditions = [condition for condition in _conditions(facts) if condition]
    return tr("A proposal is adopted when {conditions}.", conditions=_and(conditions))


def _conditions(facts: Mapping[str, str]) -> Iterator[str]:
    people, high, normal = (facts[name] for name in ("people", "least_high", "least_normal"))
    least = tr("{least} of {people}", least=high, people=people)
    if normal != high:
        less = tr("{least} of {people}", least=normal, people=people)
        yield tr("at least {share} are with it ({less} where less is at stake)",
                 share=least, less=less)  # fmt: skip
    else:
        yield tr("at least {share} are with it", share=least)
    nobody, decider = facts.get("nobody_at", ""), facts.get("no_decider_at", "")
    if nobody:
        blocks = nobody == "8"
        yield tr("nobody blocks") if blocks else tr("nobody is at {at}", at=_either(nobody))
    if decider:
        yield tr("no decider is at {at}", at=_either(decider))


def _either(levels: str) -> str:
    """ "5, 7, 8" as "5, 7 or 8"."""
    *most, last = levels.split(", ")
    return tr("{most} or {last}", most=", ".join(most), last=last) if most else last


def _and(parts: Sequence[str]) -> str:
    *most, last = parts or ("",)
    return tr("{most} and {last}", most=", ".join(most), last=last) if most else last


def printed() -> tuple[tuple[str, str], ...]:
    """What is printed with names, and what never is: labels and what they stand for."""
    return (
        (tr("Printed with names"), tr("stances, concerns, dissent, owners")),
        (tr("Never printed"), tr("single dots and ratings, private notes")),
    )


def shared_problem() -> str:
    return tr("The problem we share")


def shared_vision() -> str:
    return tr("Our vision")


def not_agreed() -> str:
    """Stands where the room has agreed on no wording yet."""
    return tr("Not agreed yet")


def start() -> str:
    """Stands beside the time at which the first stage begins."""
    return tr("Start")


def time() -> str:
    """Stands beside the minutes of a stage."""
    return tr("Time")


def entries() -> str:
    """Stands beside whose it is."""
    return tr("Entries")


def seconds(count: int) -> str:
    """The word that goes with a number of seconds, which stands by itself."""
    return plural(count, "second", "seconds")


def starts_at() -> str:
    """Stands above the time at which the day begins."""
    return tr("We start at")


def back_at() -> str:
    """Stands above the time of return."""
    return tr("Back at")


def back_soon(count: int) -> str:
    """The same when the bell has sounded."""
    return plural(count, "{count} minute, then back at", "{count} minutes, then back at")


def bell_before(count: int) -> str:
    """Says when a break's bell sounds; nothing where there is none."""
    if not count:
        return ""
    return plural(
        count, "A bell rings {count} minute before.", "A bell rings {count} minutes before."
    )


def we_go_on() -> str:
    """The break is over."""
    return tr("We go on")


def next_stage(count: int) -> str:
    """Stands beside the stage that comes next."""
    return tr("Next, {minutes}", minutes=minutes(count)) if count else tr("Next")


def in_turn(written: bool, heard: bool = False) -> str:
    """Stands in a check-in in which nobody is named."""
    if heard:
        return tr("Everyone has been heard.")
    return tr("Each of us writes a note.") if written else tr("Each of us speaks in turn.")


def speaks_next() -> str:
    """Stands beside the one who speaks next."""
    return tr("Then")


def untitled(pile: Pile) -> str:
    """What a pile without a title is called."""
    return board_word(pile.key[0]) if pile.is_loose else loose()
