"""Journeys as the values that parts draw: phases, lanes, feelings, owners."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from exports import results
from exports.brief import Brief
from exports.ink import ACCENT, COULD_BE, LANE, LEAST_SIZE, MUTED, Style
from exports.lines import Span, Text
from exports.parts.feeling_labels import CallOut
from exports.parts.feelings import NOTHING, Feeling, Mood
from exports.parts.journey_lanes import Cell, Entry, LaneRow, OwnerRow
from exports.parts.marks import HasMark
from exports.parts.phases import PhaseName
from exports.translate import plural, tr
from workshop import ballots, journeys
from workshop.figures import feelings_of, phases_of, tally_of
from workshop.records.agenda import Lane, Stage
from workshop.records.findings import Persona
from workshop.records.journey import Journey, Moment, Opportunity, Phase
from workshop.records.notes import Note
from workshop.records.rounds import Ballot, Option
from workshop.rules import emotion
from workshop.sheets import lane_name

THOUGHT = LANE.italic()
