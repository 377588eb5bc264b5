"""Notes, clusters and boards, as rules of the machine."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.property.machine import ACTORS, FLAG, ONE, PLACE, SOME, TEXTS, Machine
from workshop import (
    boards,
    capture,
    clusters,
    evidence,
    lanes,
    merging,
    moving,
    notes,
    parking,
    wall,
)
from workshop.records.agenda import Board, Lane, Stage
from workshop.records.notes import Cluster, Note
from workshop.records.people import Function, Participant
from workshop.records.words import ATTRIBUTIONS


class NoteVerbs(Machine):
    """Notes and clusters."""

    def __init__(self) -> None:
        super().__init__()
        self.typing: dict[tuple[int, str], notes.Typing] = {}

    @rule(actor=ACTORS, stage=ONE, text=TEXTS, whose=ONE, lane=ONE)
    def write(self, actor: str, stage: int, text: str, whose: int, lane: int) -> None:
        self.attempt(
            notes.add_note,
            self.maybe(Stage, stage),
            text,
            function=self.maybe(Function, whose),
            author=self.maybe(Participant, whose + 1),
            lane=self.pick(Lane, lane) if len(self.workshop[Lane]) and lane % 2 else None,
            actor=actor,
        )

    @rule(actor=ACTORS, text=TEXTS, whose=ONE)
    def write_on_the_board(self, actor: str, text: str, whose: int) -> None:
        board = self.workshop[Board].get(self.pick(Board, 0))
        if board is not None:
            function = self.maybe(Function, whose)
            self.attempt(notes.add_note, board.stage, text, function=function, actor=actor)

    @rule(actor=ACTORS, stage=ONE, lines=st.lists(TEXTS, max_size=3))
    def paste(self, actor: str, stage: int, lines: list[str]) -> None:
        text = "\n".join(["p:", *lines])
        self.attempt(capture.add_lines, self.maybe(Stage, stage), text, actor=actor)

    @rule(actor=ACTORS, note=ONE, text=TEXTS)
    def type(self, actor: str, note: int, text: str) -> None:
        who = self.pick(Note, note), actor
        typing = self.typing.setdefault(who, notes.Typing(self.workshop, who[0], actor=actor))
        self.attempt(lambda _: typing.write(text, self.now))

    @rule(actor=ACTORS, some=SOME, grade=st.sampled_from((None, "seen", "rumour")))
    def grade(self, actor: str, some: list[int], grade: str | None) -> None:
        self.attempt(evidence.set_evidence, self.picks(Note, some), grade, actor=actor)

    @rule(actor=ACTORS, some=SOME, solution=FLAG, author=ONE)
    def say_more(self, actor: str, some: list[int], solution: bool, author: int) -> None:
        self.attempt(notes.set_solution, self.picks(Note, some), solution, actor=actor)
        who = self.maybe(Participant, author)
        self.attempt(notes.set_author, self.picks(Note, some), who, actor=actor)

    @rule(actor=ACTORS, some=SOME)
    def delete(self, actor: str, some: list[int]) -> None:
        self.attempt(notes.delete_notes, self.picks(Note, some), actor=actor)

    @rule(actor=ACTORS, some=SOME, to=ONE, at=st.none() | PLACE, what=st.integers(0, 4))
    def move(self, actor: str, some: list[int], to: int, at: int | None, what: int) -> None:
        name, cls = (
            ("stage", Stage), ("function", Function), ("cluster", Cluster), ("lane", Lane),
            ("stage", Stage),
        )[what]  # fmt: skip
        found = self.pick(cls, to) if name == "stage" else self.maybe(cls, to)
        where = {name: found} if what < 4 else {}
        self.attempt(moving.move_notes, self.picks(Note, some), at=at, actor=actor, **where)

    @rule(actor=ACTORS, some=SOME, x=st.none() | st.floats(-1e6, 1e6))
    def lay_out(self, actor: str, some: list[int], x: float | None) -> None:
        spots = dict.fromkeys(self.picks(Note, some), None if x is None else (x, x))
        self.attempt(moving.lay_out, spots, actor=actor)

    @rule(actor=ACTORS, some=SOME, lying=SOME, cluster=ONE, x=st.floats(-1e6, 1e6))
    def put_on_the_wall(
        self, actor: str, some: list[int], lying: list[int], cluster: int, x: float
    ) -> None:
        moved = wall.Spots(dict.fromkeys(self.picks(Note, some), (x, x)))
        kept = wall.Spots(
            dict.fromkeys(self.picks(Note, lying), (x, 0)), {self.pick(Cluster, cluster): (0, x)}
        )
        self.attempt(wall.put, moved, kept, actor=actor)
        self.attempt(wall.make_cluster, self.picks(Note, some), (x, 0), kept, actor=actor)

    @rule(actor=ACTORS, some=SOME, apart=FLAG)
    def merge_or_unmerge(self, actor: str, some: list[int], apart: bool) -> None:
        verb = merging.unmerge if apart else merging.merge_notes
        self.attempt(verb, self.picks(Note, some), actor=actor)

    @rule(actor=ACTORS, some=SOME)
    def park(self, actor: str, some: list[int]) -> None:
        self.attempt(parking.park, self.picks(Note, some), actor=actor)

    @rule(actor=ACTORS, some=SOME, name=TEXTS)
    def group(self, actor: str, some: list[int], name: str) -> None:
        self.attempt(clusters.make_cluster, self.picks(Note, some), name, actor=actor)

    @rule(actor=ACTORS, cluster=ONE, some=SOME, out=FLAG, apart=FLAG)
    def regroup(self, actor: str, cluster: int, some: list[int], out: bool, apart: bool) -> None:
        if not out:
            into = self.pick(Cluster, cluster)
            self.attempt(clusters.add_to_cluster, into, self.picks(Note, some), actor=actor)
        elif apart:
            self.attempt(clusters.keep_apart, self.picks(Note, some), actor=actor)
        else:
            self.attempt(clusters.take_out, self.picks(Note, some), actor=actor)

    @rule(actor=ACTORS, cluster=ONE, other=ONE, name=TEXTS, what=st.integers(0, 3))
    def tidy(self, actor: str, cluster: int, other: int, name: str, what: int) -> None:
        one, two = self.pick(Cluster, cluster), self.pick(Cluster, other)
        if what == 0:
            self.attempt(clusters.ungroup, one, actor=actor)
        elif what == 1:
            self.attempt(clusters.merge_clusters, one, two, actor=actor)
        elif what == 2:
            self.attempt(clusters.move_cluster, one, other, actor=actor)
        else:
            self.attempt(clusters.rename_cluster, one, name, actor=actor)

    def notes_hold(self) -> None:
        super().notes_hold()
        for note in self.workshop[Note]:
            if note.cluster is not None:
                assert self.workshop[Cluster][note.cluster].stage == note.stage
            outer = self.workshop[Note].get(note.merged_into)
            if outer is not None and not self.out_of_order:
                assert (note.stage, note.cluster) == (outer.stage, outer.cluster)


class BoardVerbs(Machine):
    """Boards and their lanes."""

    @rule(actor=ACTORS, stage=ONE)
    def add_board(self, actor: str, stage: int) -> None:
        self.attempt(boards.add_board, self.pick(Stage, stage), actor=actor)

    @rule(actor=ACTORS, board=ONE, attribution=st.sampled_from(ATTRIBUTIONS), by_function=FLAG)
    def set_board(self, actor: str, board: int, attribution: str, by_function: bool) -> None:
        which = self.pick(Board, board)
        self.attempt(boards.edit_board, which, attribution=attribution, actor=actor)
        self.attempt(boards.edit_board, which, by_function=by_function, actor=actor)
        self.attempt(boards.set_arrangement, which, "wall", actor=actor)

    @rule(actor=ACTORS, board=ONE, what=st.integers(0, 4))
    def show(self, actor: str, board: int, what: int) -> None:
        which = self.pick(Board, board)
        verbs = (boards.cover, boards.open_board, boards.reveal, boards.stop_silent)
        if what == 4:
            self.attempt(boards.start_silent, which, self.now, actor=actor)
        else:
            self.attempt(verbs[what], which, actor=actor)

    @rule(actor=ACTORS, board=ONE, lane=ONE)
    def reveal_lane(self, actor: str, board: int, lane: int) -> None:
        which = self.pick(Board, board)
        there = boards.lanes(self.workshop, which) if which in self.workshop[Board] else []
        chosen = there[lane % len(there)] if there else boards.REST
        self.attempt(boards.reveal_lane, which, chosen, actor=actor)

    @rule(actor=ACTORS, stage=ONE, name=TEXTS, index=st.none() | PLACE)
    def add_lane(self, actor: str, stage: int, name: str, index: int | None) -> None:
        self.attempt(lanes.add_lane, self.pick(Stage, stage), name, index=index, actor=actor)

    @rule(actor=ACTORS, lane=ONE, index=PLACE, name=TEXTS, what=st.integers(0, 2))
    def change_lane(self, actor: str, lane: int, index: int, name: str, what: int) -> None:
        which = self.pick(Lane, lane)
        if what == 0:
            self.attempt(lanes.move_lane, which, index, actor=actor)
        elif what == 1:
            self.attempt(lanes.rename_lane, which, name, actor=actor)
        else:
            self.attempt(lanes.remove_lane, which, actor=actor)

    @rule(actor=ACTORS, stage=ONE, function=ONE)
    def count_remark(self, actor: str, stage: int, function: int) -> None:
        who = self.pick(Function, function)
        self.attempt(boards.count_remark, self.pick(Stage, stage), who, actor=actor)

    def holds(self) -> None:
        super().holds()
        for board in self.workshop[Board]:
            counts = boards.counts(self.workshop, board.id)
            assert sum(counts.values()) == len(notes.notes_of(self.workshop, board.stage))
            assert list(counts) == boards.lanes(self.workshop, board.id)
