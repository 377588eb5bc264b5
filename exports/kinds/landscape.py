"""What a landscape prints: a map where there is one, and what people do instead as a table."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from exports import origins, titles
from exports.brief import Brief, prints
from exports.ink import ACCENT, CAPTION, NOTE
from exports.lines import Span, Text
from exports.parts.grades import graded
from exports.parts.heads import Band, SectionHead
from exports.parts.part import Part, Stack
from exports.parts.position_map import Axis, Point, PositionMap
from exports.parts.rows import Rows, cells, table_head
from exports.parts.sources import came_from
from exports.parts.words import Words, labelled
from exports.translate import tr
from workshop.records.findings import Alternative, Landscape

SHARES = (4.4, 5, 5, 4.4)
STRONG = NOTE.bold()


@prints("landscape")
def landscape(brief: Brief) -> list[Flowable]:
    """Every landscape, the first one under the head of the section."""
    parts: list[Flowable] = []
    for row in brief.workshop[Landscape]:
        others = brief.workshop[Alternative].where("landscape", row.id)
        drawn = [*_map(row, others), *_table(brief, others)]
        if not drawn:
            continue
        title = brief.stages[row.stage].title
        head = _head(others) if not parts else Band(title)
        parts += [head, *drawn, came_from(title)]
    return parts


def _head(others: Sequence[Alternative]) -> Part:
    often = [row.alternative for row in others if row.met_most_often]
    growing = [row.alternative for row in others if row.fastest_growing]
    said = [
        *(tr("{name} is met most often.", name=name) for name in often[:1]),
        *(tr("{name} grows fastest.", name=name) for name in growing[:1]),
    ]
    return SectionHead(titles.name("landscape"), titles.title("landscape"), " ".join(said))


# The map


def _map(row: Landscape, others: Sequence[Alternative]) -> list[Part]:
    points = [*_ours(row), *(point for other in others if (point := _point(other)) is not None)]
    if not row.x_name or not points:
        return []
    across = Axis(row.x_name, row.x_low, row.x_high)
    return [PositionMap(across, Axis(row.y_name, row.y_low, row.y_high), points)]


def _ours(row: Landscape) -> list[Point]:
    points = []
    if row.today_x is not None and row.today_y is not None:
        points.append(Point(tr("we today"), row.today_x, row.today_y, "today"))
    if row.aim_x is not None and row.aim_y is not None:
        points.append(Point(tr("our aim"), row.aim_x, row.aim_y, "aim"))
    return points


def _point(other: Alternative) -> Point | None:
    if other.x is None or other.y is None:
        return None
    look = "nothing" if other.type == "do_nothing" else "rival"
    return Point(other.alternative, other.x, other.y, look)


# The table


def _table(brief: Brief, others: Sequence[Alternative]) -> list[Part]:
    if not others:
        return []
    names = [tr("Instead of us"), tr("Chosen because"), tr("Falls short"), tr("Our answer")]
    rows = [_row(brief, other) for other in others]
    return [Rows(rows, table_head(names, SHARES), above=7.0)]


def _row(brief: Brief, other: Alternative) -> Part:
    return cells(
        [
            _what(brief, other),
            _reasons(other.chosen_because, tr("Draws people"), other.pulls),
            _reasons(other.falls_short, tr("Drives them off"), other.pushes),
            Words(other.our_answer, NOTE),
        ],
        SHARES,
    )


def _what(brief: Brief, other: Alternative) -> Part:
    """The alternative, what sort it is, how it is known, and what stands out about it."""
    remarks = [
        tr("met most often") if other.met_most_often else "",
        tr("grows fastest") if other.fastest_growing else "",
    ]
    said = ", ".join(text for text in remarks if text)
    sort = Span(_sort(other.type) + (", " if said else ""), CAPTION)
    strong = Span(said, CAPTION.bold().tinted(ACCENT))
    source = origins.taken_from(brief, "alternative", other.id)
    name, about = Words(other.alternative, STRONG), Words((sort, strong), CAPTION)
    return Stack([name, about, graded(other.evidence, source)])


def _sort(type: str | None) -> str:
    return {
        None: tr("sort open"),
        "rival_product": tr("rival product"),
        "workaround": tr("workaround"),
        "other_service": tr("other service"),
        "do_nothing": tr("doing nothing"),
    }[type]


def _reasons(reason: str, label: str, more: str) -> Part:
    texts: list[Text] = [reason] if reason else []
    if more:
        texts.append(labelled(label, more, NOTE))
    return Stack([Words(text, NOTE, below=1.0) for text in texts])
