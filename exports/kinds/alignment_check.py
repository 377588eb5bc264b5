"""What an alignment check prints: the heat map, its flags, what was said, the change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from exports import hidden, titles, wording
from exports.brief import Brief, prints
from exports.ink import BODY, CAPTION, LABEL, QUOTE
from exports.parts.heads import Band, SectionHead
from exports.parts.heat_map import MOST_COLUMNS, Row, Scale, ScaleKey, heat_map
from exports.parts.marked import marked
from exports.parts.marks import HasMark
from exports.parts.part import Part
from exports.parts.sources import came_from
from exports.parts.words import Words, bulleted, quoted
from exports.translate import plural, tr
from workshop import alignment, figures, telling
from workshop.alignment import HeatMap, Raters, SignRow
from workshop.records.rounds import AlignmentCheck, Sign, SignRemark
from workshop.rules.alignment import Arrow, Block, FlagWhen


@dataclass(frozen=True, slots=True)
class _Check:
    """A check with what it says."""

    row: AlignmentCheck
    map: HeatMap
    flag_when: FlagWhen
    scale: Scale


@prints("alignment")
def alignment_check(brief: Brief) -> list[Flowable]:
    """Every check that was revealed, the first one under the head of the section."""
    parts: list[Flowable] = []
    for row in brief.workshop[AlignmentCheck]:
        if not telling.ratings_are_told(brief.workshop, row):
            parts += _not_told(brief, row, first=not parts)
            continue
        check = _read(brief, row)
        if check is not None:
            parts += _printed(brief, check, first=not parts)
    return parts


def _not_told(brief: Brief, row: AlignmentCheck, *, first: bool) -> list[Part]:
    """A check that nobody has seen the ratings of: how many people have rated."""
    state = hidden.round_state(brief, "alignment_check", row.id)
    if not state:
        return []
    said = tr("This check is {state}: its ratings are not told.", state=state)
    count = alignment.raters_count(brief.workshop, row)
    rated = plural(count, "{count} person has rated.", "{count} people have rated.")
    text = f"{said} {rated}" if count else said
    names = titles.name("alignment"), titles.title("alignment")
    title = brief.stages[row.stage].title
    head: Part = SectionHead(*names) if first else Band(title)
    return [head, hidden.remark(text), came_from(title)]


def _read(brief: Brief, row: AlignmentCheck) -> _Check | None:
    found = alignment.read_check(brief.workshop, row)
    flag_when = figures.flag_when_of(brief.workshop, row)
    scale = Scale(row.min, row.max, flag_when.median_at_least, row.labels)
    return _Check(row, found, flag_when, scale) if found.rows else None


def _printed(brief: Brief, check: _Check, *, first: bool) -> list[Flowable]:
    title = brief.stages[check.row.stage].title
    flagged = _flagged(check)
    head: list[Part] = (
        [SectionHead(titles.name("alignment"), titles.title("alignment"), flagged)]
        if first
        else [Band(title), Words(flagged, BODY)]
    )
    people = alignment.raters_count(brief.workshop, check.row)
    more = plural(people, "{count} person rated", "{count} people rated")
    return [
        *head,
        *_maps(brief, check),
        ScaleKey(check.scale),
        *_without_cell(brief, check.map),
        *_moved(check.map),
        came_from(title, more, above=1.0),
        *_watched(brief, check.row),
        *_said(brief, check.row),
    ]


def _flagged(check: _Check) -> str:
    rows = check.map.rows
    return plural(
        len(rows),
        "{flagged} of {count} sign is flagged: its median is {median} or more, or its spread"
        " {spread} or more.",
        "{flagged} of {count} signs are flagged: their median is {median} or more, or their"
        " spread {spread} or more.",
        flagged=sum(row.reading.flagged for row in rows),
        median=check.flag_when.median_at_least,
        spread=check.flag_when.or_spread_at_least,
    )


# The map


def _maps(brief: Brief, check: _Check) -> list[Part]:
    """The blocks of the map, once more for each dozen of columns."""
    raters = check.map.columns if _shows_cells(brief, check.row) else ()
    starts = range(0, max(1, len(raters)), MOST_COLUMNS)
    names = (tr("spread"), tr("all"))
    return [
        heat_map(
            title,
            [_row(row, raters[start : start + MOST_COLUMNS]) for row in check.map.blocks[block]],
            [_marks(brief, one) for one in raters[start : start + MOST_COLUMNS]],
            check.scale,
            names,
        )
        for start in starts
        for block, title in _blocks().items()
        if check.map.blocks[block]
    ]


def _blocks() -> dict[Block, str]:
    return {
        Block.DIFFER_MOST: tr("We differ most"),
        Block.SEEN_OFTEN: tr("Most of us see it often"),
        Block.NOT_FLAGGED: tr("Not flagged"),
    }


def _shows_cells(brief: Brief, row: AlignmentCheck) -> bool:
    show = getattr(brief.stages[row.stage].setup, "show", None)
    return show is None or "median_by_function" in show


def _marks(brief: Brief, raters: Raters) -> list[HasMark]:
    return [brief.functions[id] for id in raters.functions]


def _row(row: SignRow, raters: Sequence[Raters]) -> Row:
    reading = row.reading
    cells = tuple(row.median_of(one) for one in raters)
    remarks = tuple(text for text in (_mentions(row.sign), _change(row)) if text)
    return Row(
        row.sign.text, reading.low, reading.high, reading.median, cells, reading.wide, remarks
    )


def _mentions(sign: Sign) -> str:
    said = [
        tr("to watch") if sign.watch is not None else "",
        tr("talked about") if sign.discussed is not None else "",
    ]
    return ", ".join(text for text in said if text)


ARROWS = {Arrow.UP: "↑", Arrow.SAME: "→", Arrow.DOWN: "↓"}


def _change(row: SignRow) -> str:
    if row.change is None:
        return ""
    if row.change.then is None or row.change.arrow is None:
        return tr("not rated last time")
    return tr(
        "{arrow} {now}, was {then}",
        arrow=ARROWS[row.change.arrow],
        now=wording.number(row.reading.median),
        then=wording.number(row.change.then.median),
    )


def _without_cell(brief: Brief, found: HeatMap) -> list[Part]:
    names = [brief.functions[id].name for id in found.alone]
    if not names:
        return []
    text = plural(
        len(names),
        "{names} is one person, who counts in spread and median of all but has no cell.",
        "{names} are one person each, who count in spread and median of all but have no cell.",
        names=wording.listed(names),
    )
    return [Words(text, CAPTION, above=2.0, at_most=1e3)]


def _moved(found: HeatMap) -> list[Part]:
    if found.moved_most is None:
        return []
    text = tr("Moved most since last time: {sign}.", sign=found.moved_most.text.rstrip("."))
    return [Words(text, CAPTION, above=1.0, at_most=1e3)]


# What came of it


def _watched(brief: Brief, row: AlignmentCheck) -> list[Part]:
    signs = brief.workshop[Sign].where("alignment_check", row.id)
    watched = sorted(
        (sign for sign in signs if sign.watch is not None), key=lambda sign: sign.watch or 0
    )
    lines = [bulleted(sign.text) for sign in watched]
    return [Band(tr("What we watch")), *lines] if lines else []


def _said(brief: Brief, row: AlignmentCheck) -> list[Part]:
    """Remarks with their names, under the sign they are about."""
    parts: list[Part] = []
    for sign in _talked_about(brief, row):
        remarks = brief.workshop[SignRemark].where("sign", sign.id)
        if remarks:
            parts.append(_About(sign.text))
        for remark in remarks:
            text = quoted(remark.text, brief.name(remark.by))
            parts.append(marked(brief.function_of(remark.by), text, QUOTE, below=1.4))
    return [Band(tr("What was said")), *parts] if parts else []


def _talked_about(brief: Brief, row: AlignmentCheck) -> list[Sign]:
    """The signs in the order in which they were talked about, the others after them."""
    signs = brief.workshop[Sign].where("alignment_check", row.id)
    return sorted(signs, key=lambda sign: (sign.discussed or float("inf"), sign.id))


class _About(Words):
    """What the remarks under it are about."""

    def __init__(self, text: str) -> None:
        super().__init__(text, LABEL, above=2.5, below=0.8)
        self.keepWithNext = 1
