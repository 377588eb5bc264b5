"""Every record of a workshop. The words are those of the design: one class, one table, one name."""

from workshop.records import (
    agenda,
    check_out,
    consensus,
    details,
    findings,
    journey,
    notes,
    people,
    promises,
    rounds,
    writing,
)

__all__ = [
    "agenda", "check_out", "consensus", "details", "findings", "journey", "notes", "people",
    "promises", "rounds", "writing",
]  # fmt: skip
