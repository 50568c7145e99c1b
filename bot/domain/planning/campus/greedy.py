"""One greedy rule: session by session, begin what comes first in an order and can begin."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import reduce
from operator import or_

from bot.domain.planning.campus.model import Need
from bot.domain.planning.campus.work import CampusBlock, Work, bits, places


class Splitting(Enum):
    """Whether a block begins that makes more blocks of its competence needed in all."""

    STUCK = auto()
    """Only where nothing is at work."""
    LAST = auto()
    """Where nothing else can begin."""
    FREELY = auto()
    """Like any other."""


class Picking(Enum):
    """Who of those that lack a competence go first where not all fit in one group."""

    LOADED = auto()
    """Who lack most."""
    ALIKE = auto()
    """Who lack the same other things as the one who lacks most."""
    URGENT = auto()
    """Whom work gives it last."""


@dataclass(frozen=True, slots=True)
class GreedyRule:
    """An order of competences, and what is done where it leaves a choice."""

    order: tuple[int, ...]
    splitting: Splitting
    picking: Picking


def arrange(work: Work, rule: GreedyRule) -> tuple[CampusBlock, ...]:
    """Plan all that is left in blocks, as they begin."""
    run = _Run(work, rule)
    while any(run.lacking):
        run.step()
    return tuple(run.blocks)


class _Run:
    """A plan that is being made, at one session."""

    def __init__(self, work: Work, rule: GreedyRule) -> None:
        self.work = work
        self.rule = rule
        self.session = 0
        self.blocks: list[CampusBlock] = []
        self.lacking = [work.lacking(competence) for competence in range(len(work.left))]
        self.gaps = [
            bits(student for student in places(lacking) if row[student] == Need.GAP)
            for lacking, row in zip(self.lacking, work.needs, strict=True)
        ]
        self.lacks = [
            bits(number for number, n in enumerate(column) if n)
            for column in zip(*work.left, strict=True)
        ]
        self.load = [sum(column) for column in zip(*work.left, strict=True)]
        self.free = 0
        self.busy_until = [0] * len(self.load)
        self.ends: list[int] = []
        for block in work.going_on:
            self._begin(block.competence, block.students)

    def step(self) -> None:
        """Begin in this session what can, and go to the next."""
        if self.work.together and self.session == self.work.together_from:
            self.session = self.work.together_to
        self.free = bits(at for at, until in enumerate(self.busy_until) if until <= self.session)
        while self.free and self._has_room():
            found = self._choose()
            if found is None:
                break
            self._begin(*found)
        self.session += 1

    def _has_room(self) -> bool:
        return sum(end > self.session for end in self.ends) < self.work.groups

    def _begin(self, competence: int, students: int) -> None:
        self.free &= ~students
        self.lacking[competence] &= ~students
        self.gaps[competence] &= ~students
        self.blocks.append(CampusBlock(self.session, competence, students))
        self.ends = [end for end in self.ends if end > self.session]
        self.ends.append(self.session + self.work.length(competence, students))
        for student in places(students):
            n = self.work.left[competence][student]
            self.busy_until[student] = self.session + n
            self.load[student] -= n
            self.lacks[student] ^= 1 << competence

    def _choose(self) -> tuple[int, int] | None:
        """Find the first block that may begin now."""
        held = reduce(or_, self.gaps)
        splits = None
        for competence in self.rule.order:
            can = self.free & self.lacking[competence] & ~(held & ~self.gaps[competence])
            can = can and self._present(competence, can)
            if not can:
                continue
            if self.rule.splitting is Splitting.FREELY or not self._splits(competence, can):
                return competence, self._pick(competence, can)
            splits = splits or (competence, can)
        if splits is None or (self.rule.splitting is Splitting.STUCK and self._is_at_work()):
            return None
        return splits[0], self._pick(*splits)

    def _present(self, competence: int, can: int) -> int:
        """Leave those who are present until they are done, before what everyone has together."""
        left = self.work.left[competence]
        if self.session < self.work.together_from:
            most = self.work.together_from - self.session
            can = bits(student for student in places(can) if left[student] <= most)
        if self.work.away:
            present = self.work.present
            can = bits(at for at in places(can) if present(at, self.session, left[at]))
        return can

    def _splits(self, competence: int, can: int) -> bool:
        """Say whether more blocks are needed in all when these begin without the others."""
        size = self.work.size
        lacking = self.lacking[competence].bit_count()
        others = lacking - min(can.bit_count(), size)
        return -(-others // size) + 1 > -(-lacking // size)

    def _is_at_work(self) -> bool:
        return any(until > self.session for until in self.busy_until)

    def _pick(self, competence: int, can: int) -> int:
        """Leave as many as fit in one group."""
        if can.bit_count() <= self.work.size:
            return can
        picked = sorted(places(can), key=self._picking(competence, can))
        return bits(picked[: self.work.size])

    def _picking(self, competence: int, can: int) -> Callable[[int], tuple[int, ...]]:
        load = self.load
        if self.rule.picking is Picking.URGENT:
            needs = self.work.needs[competence]
            return lambda student: (needs[student], -load[student], student)
        if self.rule.picking is Picking.LOADED:
            return lambda student: (-load[student], student)
        lacks = self.lacks
        first = lacks[max(places(can), key=lambda student: (load[student], -student))]
        return lambda student: ((lacks[student] ^ first).bit_count(), -load[student], student)
