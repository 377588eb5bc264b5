"""A whole workshop as YAML: the archive, everything but history."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.fields import Plain
from workshop.figures import in_place
from workshop.interchange import pictures, templates
from workshop.interchange.expected import expected
from workshop.interchange.mapping import Writing
from workshop.interchange.reader import SCHEMA, SECTIONS
from workshop.interchange.sections import agenda, frame
from workshop.interchange.yaml_text import write_yaml
from workshop.records.agenda import Stage
from workshop.records.details import Details
from workshop.state import Workshop
from workshop.store.pictures import Picture


def write_workshop(workshop: Workshop, kept: Iterable[Picture] = ()) -> str:
    """The workshop as YAML text, with those of the kept pictures that it names;
    `reader.read_archive` makes an equal one of it."""
    return write_yaml({**as_data(workshop), **pictures.write(workshop, kept)})


def as_data(workshop: Workshop) -> dict[str, Plain]:
    """The workshop as plain data, derived figures included."""
    writing = Writing(workshop)
    base = _template(writing)
    parts: dict[str, Plain] = {"schema": SCHEMA}
    parts |= frame.write(writing, base.table(Details)[1] if base else None)
    parts |= _agenda(writing, base)
    for part in SECTIONS:
        parts |= part.write(writing)
    parts["expected"] = expected(writing, parts.get("timeline", []))
    return parts


def _template(writing: Writing) -> Writing | None:
    """The shipped template that this agenda is a variation of, as a workshop of its own."""
    details = writing.table(Details).get(1)
    for template in templates.builtin():
        if details is not None and template.id == details.template:
            base = Writing(templates.make_workshop(template.source))
            return base if _keys(base) == _keys(writing) else None
    return None


def _keys(writing: Writing) -> list[str]:
    return [stage.key for stage in in_place(writing.table(Stage))]


def _agenda(writing: Writing, base: Writing | None) -> dict[str, Plain]:
    stages = [agenda.write_stage(writing, row) for row in in_place(writing.table(Stage))]
    savers = agenda.write_time_savers(writing)
    if base is None:
        return {"agenda": stages, **savers} if stages else savers
    plain = [agenda.write_stage(base, row) for row in in_place(base.table(Stage))]
    changes = [_changes(was, now) for was, now in zip(plain, stages, strict=True) if was != now]
    details = writing.table(Details)[1]
    varied = {"template": details.template, **({"changes": changes} if changes else {})}
    before = agenda.write_time_savers(base)
    return {"agenda": varied, **_replaced(before, savers)}


def _changes(was: dict[str, Plain], now: dict[str, Plain]) -> dict[str, Plain]:
    """The fields of a stage that are not as in the template; null where it has none any more."""
    return {"stage": now["id"], **_replaced(was, now)}


def _replaced(was: dict[str, Plain], now: dict[str, Plain]) -> dict[str, Plain]:
    names = [*now, *(name for name in was if name not in now)]
    return {name: now.get(name) for name in names if was.get(name) != now.get(name)}
