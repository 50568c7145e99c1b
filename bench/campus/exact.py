"""The optimum of the rule's written model (`campus/model.py`), proven by OR-Tools' CP-SAT.

For classes that begin: nothing was had, nothing goes on, nothing is locked, nobody is away. Read
from the situation itself, by none of the rule's code.
"""

from itertools import combinations_with_replacement, product
from math import gcd

from ortools.sat.python import cp_model

from bot.domain.planning.campus.model import CampusSituation, Need


def fewest(situation: CampusSituation, most: int) -> int:
    """Find the fewest sessions that a plan can have; one of `most` has to be possible."""
    exact, solver = _Exact(situation, most), _solver()
    exact.build()
    exact.model.minimize(exact.last)
    status = solver.solve(exact.model)
    if status != cp_model.OPTIMAL:
        raise ValueError(solver.status_name(status))
    sessions: int = round(solver.objective_value)
    return sessions


def is_possible(situation: CampusSituation, most: int) -> bool:
    """Say whether a plan can have so many sessions at most, which takes less than the fewest."""
    exact, solver = _Exact(situation, most), _solver()
    if exact.least > most:
        return False
    exact.build()
    status = solver.solve(exact.model)
    if status not in {cp_model.OPTIMAL, cp_model.INFEASIBLE}:
        raise ValueError(solver.status_name(status))
    return bool(status == cp_model.OPTIMAL)


def _solver() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.use_overload_checker_in_cumulative = True
    solver.parameters.use_timetable_edge_finding_in_cumulative = True
    return solver


class _Exact:
    """One class as variables: which blocks there are, when they begin, and who is in them."""

    def __init__(self, situation: CampusSituation, most: int) -> None:
        self.situation, self.most = situation, most
        self.size = situation.limits.size or len(situation.students)
        self.lacking = {
            number: [student.track for student in situation.students if number in student.lacks]
            for number in sorted({number for s in situation.students for number in s.lacks})
        }
        self.together = {n for n, who in self.lacking.items() if self._is_together(n, who)}
        self.first = sum(map(self._sessions, self.together))
        self.least = self._least()
        """So many sessions follow from the numbers alone."""
        self.model = cp_model.CpModel()
        self.blocks: list[cp_model.IntervalVar] = []
        self.begins: dict[tuple[int, int], cp_model.IntVar] = {}

    def build(self) -> None:
        """Write the model, for as many sessions as there may be at most."""
        self.last = self.model.new_int_var(self.least, self.most, "sessions")
        for number, who in self.lacking.items():
            if number not in self.together:
                self._divide(number, who)
        for student in self.situation.students:
            self._keep_apart(student.track)
        self.model.add_cumulative(self.blocks, [1] * len(self.blocks), self.situation.limits.groups)

    def _sessions(self, competence: int) -> int:
        return self.situation.sessions.get(competence, 1)

    def _is_gap(self, competence: int) -> bool:
        found = (student.lacks.get(competence) for student in self.situation.students)
        return any(lack is not None and lack.need is Need.GAP for lack in found)

    def _is_together(self, competence: int, who: list[int]) -> bool:
        fit = self.size * self.situation.limits.groups
        many = len(who) == len(self.situation.students) or len(who) > fit
        return many and self._is_gap(competence)

    def _divide(self, competence: int, who: list[int]) -> None:
        """Divide who lack a competence into blocks, each led by its first student."""
        model, n = self.model, self._sessions(competence)
        for track in who:
            self.begins[track, competence] = begins = model.new_int_var(
                self.first, self.most - n, ""
            )
            model.add(self.last >= begins + n)
        leads = {pair: model.new_bool_var("") for pair in combinations_with_replacement(who, 2)}
        for leader, student in leads:
            begins = self.begins[leader, competence]
            if leader == student:
                has = leads[leader, leader]
                self.blocks.append(model.new_optional_fixed_size_interval_var(begins, n, has, ""))
                members = [led for (first, _student), led in leads.items() if first == leader]
                model.add(sum(members) <= self.size)
            else:
                led = leads[leader, student]
                model.add_implication(led, leads[leader, leader])
                model.add(self.begins[student, competence] == begins).only_enforce_if(led)
        for track in who:
            model.add_exactly_one(
                led for (_first, student), led in leads.items() if student == track
            )

    def _least(self) -> int:
        """Count the sessions below which there is no plan: so a proof takes less."""
        led = {n: who for n, who in self.lacking.items() if n not in self.together}
        blocks = {number: -(-len(who) // self.size) for number, who in led.items()}
        work = sum(count * self._sessions(number) for number, count in blocks.items())
        loads = [
            sum(self._sessions(number) for number in student.lacks.keys() & blocks.keys())
            for student in self.situation.students
        ]
        # Blocks that begin as early as they can begin after others: in multiples of their lengths.
        step = gcd(*map(self._sessions, blocks)) or 1
        at_once = -(-work // (self.situation.limits.groups * step)) * step
        return self.first + max(at_once, *loads)

    def _keep_apart(self, track: int) -> None:
        """Let a student be in one block at a time, and first in those on a gap."""
        own = {number: begins for (who, number), begins in self.begins.items() if who == track}
        self.model.add_no_overlap(
            self.model.new_fixed_size_interval_var(begins, self._sessions(number), "")
            for number, begins in own.items()
        )
        gaps = {number for number in own if self._is_gap(number)}
        for gap, other in product(gaps, own.keys() - gaps):
            self.model.add(own[gap] + self._sessions(gap) <= own[other])
