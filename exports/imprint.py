"""Which state of the workshop a brief is of, in words."""

from __future__ import annotations

from collections.abc import Sequence

from exports.brief import Brief
from exports.translate import tr
from exports.wording import day
from workshop import agreement


def state(brief: Brief) -> str:
    """Whether the brief is agreed, and which revision it is."""
    agreed = agreement.is_agreed(brief.workshop, "vision")
    word = tr("Agreed") if agreed else tr("Draft")
    return tr("{state}, revision {number}", state=word, number=brief.revision)


def colophon(brief: Brief) -> str:
    """One line on where and when the brief was agreed, and when it is looked at again."""
    details = brief.details
    review = None if brief.hides("decisions") else agreement.next_review(brief.workshop)
    parts: Sequence[str] = [
        state(brief),
        *([day(details.on)] if details.on else []),
        *([details.place] if details.place else []),
    ]
    line = ", ".join(parts) + "."
    return f"{line} {tr('Next review {date}.', date=day(review))}" if review else line
