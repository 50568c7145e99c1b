"""Somebody who computes, from numbers and who is counted in each, what follows of single people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from bot.domain.scoring.colours import Colour
from tests.domain.sector.played import SOME

Number = tuple[frozenset[int], int, Mapping[str, int]]
"""Who is counted, in which photo, and how many of them have each colour."""


@dataclass
class Attacker:
    """Knows every number, who is counted in it, and what may be known of how colours change."""

    numbers: Sequence[Number]
    still: bool = False
    """Knows that nobody's colour ever changed."""
    rising: bool = False
    """Knows that nobody's colour ever became worse."""

    def can_be(self, student: int, period: int, other_than: Colour) -> bool:
        """Say whether somebody can have had another colour, by an exact solver."""
        model, of = self._model()
        model.add(of(student, period, other_than) == 0)
        return _solve(model)

    def bounds(self, students: Iterable[int], period: int, colour: Colour) -> tuple[int, int]:
        """Find how few and how many of some students can have had a colour."""
        found = []
        for sign in (1, -1):
            model, of = self._model()
            total = sum(of(own, period, colour) for own in students)
            model.minimize(sign * total)
            solver = _solver()
            assert solver.solve(model) == cp_model.OPTIMAL
            found.append(sign * round(solver.objective_value))
        return found[0], found[1]

    def _model(self):
        model = cp_model.CpModel()
        known: dict[tuple[int, int, Colour], cp_model.IntVar] = {}

        def of(student: int, period: int, colour: Colour) -> cp_model.IntVar:
            return known[student, 0 if self.still else period, colour]

        pairs = {
            (own, 0 if self.still else period)
            for members, period, _spread in self.numbers
            for own in members
        }
        for own, period in sorted(pairs):
            for colour in SOME:
                known[own, period, colour] = model.new_bool_var(f"{own} {period} {colour}")
            model.add_exactly_one(known[own, period, colour] for colour in SOME)
        for members, period, spread in self.numbers:
            for colour in SOME:
                total = sum(of(own, period, colour) for own in members)
                model.add(total == spread.get(str(colour), 0))
        if self.rising:
            self._rise(model, known, pairs)
        return model, of

    def _rise(self, model, known, pairs) -> None:
        for own, period in sorted(pairs):
            later = min((p for who, p in pairs if who == own and p > period), default=None)
            if later is not None:
                before, after = (
                    sum(place * known[own, at, colour] for place, colour in enumerate(SOME))
                    for at in (period, later)
                )
                model.add(before <= after)


def _solver() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver


def _solve(model: cp_model.CpModel) -> bool:
    status = _solver().solve(model)
    assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE)
    return bool(status != cp_model.INFEASIBLE)
