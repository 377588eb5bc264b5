"""The workshop before this one, as it was when it was read."""

from __future__ import annotations

from workshop import figures
from workshop.errors import DataProblem
from workshop.interchange import reader
from workshop.records.details import Earlier
from workshop.records.rounds import Sign
from workshop.rules.alignment import Figures
from workshop.state import Workshop


def last_workshop(workshop: Workshop) -> Workshop | None:
    """The latest earlier workshop; None if there is none, or nothing that can be read as one."""
    rows = sorted(workshop[Earlier], key=lambda row: (row.on or "", row.id))
    if not rows:
        return None
    try:
        return reader.read_workshop(rows[-1].data, rows[-1].title)
    except DataProblem:
        return None


def signs_then(workshop: Workshop) -> dict[str, Figures]:
    """Median and spread of each sign of rowing apart in the earlier workshop, by its key."""
    earlier = last_workshop(workshop)
    if earlier is None:
        return {}
    found = {sign.key: figures.sign_reading(earlier, sign) for sign in earlier[Sign]}
    return {
        key: Figures(reading.median, reading.spread)
        for key, reading in found.items()
        if reading is not None
    }
