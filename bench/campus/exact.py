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
    exact = _Exact(situation, most)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.use_overload_checker_in_cumulative = True
    solver.parameters.use_timetable_edge_finding_in_cumulative = True
    status = solver.solve(exact.model)
    if status != cp_model.OPTIMAL:
        raise ValueError(solver.status_name(status))
    sessions: int = round(solver.objective_value)
    return sessions


class _Exact:
    """One class as variables: which blocks there are, when they begin, and who is in them."""

    def __init__(self, situation: CampusSituation, most: int) -> None:
        self.situation = situation
        self.model = cp_model.CpModel()
        self.size = situation.limits.size or len(situation.students)
        lacking = {
            number: [student.track for student in situation.students if number in student.lacks]
            for number in sorted({number for s in situation.students for number in s.lacks})
        }
        together = [number for number, who in lacking.items() if self._is_together(number, who)]
        self.most = most
        self.first = sum(map(self._sessions, together))
        self.last = self.model.new_int_var(self.first, most, "sessions")
        self.blocks: list[cp_model.IntervalVar] = []
        self.begins: dict[tuple[int, int], cp_model.IntVar] = {}
        for number, who in lacking.items():
            if number not in together:
                self._divide(number, who)
        for student in situation.students:
            self._keep_apart(student.track)
        self.model.add_cumulative(self.blocks, [1] * len(self.blocks), situation.limits.groups)
        self._say_what_follows(lacking, together)
        self.model.minimize(self.last)

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

    def _say_what_follows(self, lacking: dict[int, list[int]], together: list[int]) -> None:
        """Add bounds that follow from the rest, so that a proof takes less."""
        blocks = {n: -(-len(who) // self.size) for n, who in lacking.items() if n not in together}
        led = sum(count * self._sessions(number) for number, count in blocks.items())
        loads = [
            sum(self._sessions(number) for number in student.lacks.keys() & blocks.keys())
            for student in self.situation.students
        ]
        # Blocks that begin as early as they can begin after others: in multiples of their lengths.
        step = gcd(*map(self._sessions, blocks)) or 1
        at_once = -(-led // (self.situation.limits.groups * step)) * step
        self.model.add(self.last >= self.first + max(at_once, *loads))

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
