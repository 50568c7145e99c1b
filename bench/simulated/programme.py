"""A simulated programme: what is true of each student, and what each of three actors sees of it.

What somebody sees of an indicator is a number: below 0 it is X, below 1 L, from 1 on V. It is the
true level, plus what makes people differ without meaning anything by it (leaning, halo, noise),
plus, where a disagreement was planted, a shift that one of the three means. All draws come from
the seed.

The noise is set by two published figures: learner and supervisor differ in 46 % of 7,382
assessments (SIMPL, 2020), and of those that differ about one in eleven is more than one level apart
(3.5 % of all against 40 %, Kim and others, 2020). So some 46 % of the indicators that student and
mentor both scored must differ here too, and some 4 % must be X against V, where nothing was
planted. How much of the noise a whole form shares is not published, nor how often people mean to
differ: here less than a fifth, and one competence in ten.
"""

import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from statistics import fmean

from bot.domain.school.frameworks import CutOff
from bot.domain.school.tracks import PERSPECTIVES, Role

# --- the programme ---
TRACKS = 200
STUDENTS_PER_COACH = 25
STUDENTS_PER_TEACHER = 20
STUDENTS_PER_MENTOR = 2
SIZES = (6, 12, 4, 5, 7, 5, 4, 4, 5, 13, 4, 7, 9, 6, 5, 4, 9, 8, 8, 9, 8, 5, 7)
"""How many indicators each competence has: as many as BK-0138-3 has skills."""

OPENED_AT = datetime(2026, 9, 7, 6, tzinfo=UTC)
WEEKS = 12
WORKING_DAYS = tuple(
    OPENED_AT + timedelta(weeks=week, days=day) for week in range(WEEKS) for day in range(5)
)
DAY = timedelta(hours=12)
PHOTO_AT = WORKING_DAYS[-1] + DAY

# --- the true level ---
LEVEL = 0.8
"""The average halfway the period: between X and L for few, between L and V for many."""
GROWTH = 0.4
"""What a whole period adds."""
OF_STUDENT, OF_COMPETENCE, OF_BOTH, OF_INDICATOR = 0.25, 0.25, 0.25, 0.3
"""How much students, competences, the two together, and indicators spread around it."""

# --- what makes people differ without meaning anything by it ---
LEANING = {Role.STUDENT: 0.05, Role.MENTOR: -0.05, Role.TEACHER: 0.0}
"""Students think a little well of themselves, experts take themselves as the norm."""
LEANINGS = 0.15
"""How much persons spread around that."""
HALO = 0.15
"""One impression that colours all indicators of one student's competence."""
NOISE_KEPT, NOISE_FRESH = 0.32, 0.32
"""Per indicator: what somebody keeps seeing differently, and what each form draws anew."""

# --- what is meant ---
STRONG_SHARE, WEAK_SHARE = 0.04, 0.06
"""Of all competences of all tracks. False alerts are printed per competence where nothing was
planted, so that figure does not hang on these."""
STRONG_SHIFT, WEAK_SHIFT = 2.5, 1.5
"""In steps of the scale; a weak one is more than one step, as from X to L and a bit."""
STRONG_STEPS = 1.5
"""A case is strong where one opposes the verdict of both others, by so many steps an indicator."""

# --- what an environment cannot show ---
NEVER_AT_WORK, NEVER_ON_CAMPUS = 0.1, 0.03


class Planted(StrEnum):
    """How far apart somebody means to be."""

    STRONG = "strong"
    WEAK = "weak"


Form = tuple[Role, int]
"""An actor's form for one competence, by its place in SIZES."""


class Views:
    """What the three actors see of one student."""

    def __init__(self, seed: int, number: int) -> None:
        self.random = random.Random(f"{seed} student {number}")
        self.coach = number // STUDENTS_PER_COACH
        self.planted: dict[int, tuple[Role, Planted]] = {}
        self._shift: dict[Form, float] = {}
        self._draw_levels(seed)
        self._draw_noise(seed, number)
        self._plant()

    def sees(self, form: Form, indicator: int, at: datetime) -> float:
        """Draw what an actor sees now."""
        grown = GROWTH * ((at - OPENED_AT) / (PHOTO_AT - OPENED_AT) - 0.5)
        return self.steadily(form, indicator) + grown + self.random.gauss(0, NOISE_FRESH)

    def steadily(self, form: Form, indicator: int) -> float:
        """Say what an actor sees halfway the period, without what each look draws anew."""
        role, place = form
        seen = self._levels[place][indicator] + self._noise[form][indicator]
        return seen + self._shift.get((role, place), 0.0)

    def never(self, form: Form, indicator: int) -> bool:
        """Say whether an actor's environment does not offer this at all."""
        return indicator in self._never[form]

    def chance(self, share: float) -> bool:
        """Draw whether something that has such a share happens."""
        return self.random.random() < share

    def _draw_levels(self, seed: int) -> None:
        draw = self.random.gauss
        competences = random.Random(f"{seed} competences")
        student = draw(LEVEL, OF_STUDENT)
        self._levels: list[list[float]] = []
        for size in SIZES:
            level = student + competences.gauss(0, OF_COMPETENCE) + draw(0, OF_BOTH)
            self._levels.append([level + draw(0, OF_INDICATOR) for _indicator in range(size)])

    def _draw_noise(self, seed: int, number: int) -> None:
        draw = self.random.gauss
        forms = [(role, place) for role in PERSPECTIVES for place in range(len(SIZES))]
        leaning = {role: _leaning(seed, number, role) for role in PERSPECTIVES}
        impression = {form: leaning[form[0]] + draw(0, HALO) for form in forms}
        self._noise = {
            form: [impression[form] + draw(0, NOISE_KEPT) for _indicator in range(SIZES[form[1]])]
            for form in forms
        }
        shares = {Role.MENTOR: NEVER_AT_WORK, Role.TEACHER: NEVER_ON_CAMPUS}
        self._never = {
            form: {i for i in range(SIZES[form[1]]) if self.chance(shares.get(form[0], 0))}
            for form in forms
        }

    # --- what is meant ---

    def _plant(self) -> None:
        """Plant strong cases where they can be, then weak ones anywhere else."""
        forms = [(role, place) for role in PERSPECTIVES for place in range(len(SIZES))]
        self.random.shuffle(forms)
        for how, share in ((Planted.STRONG, STRONG_SHARE), (Planted.WEAK, WEAK_SHARE)):
            wanted = sum(self.chance(share) for _competence in SIZES)
            for form in forms:
                if wanted and form[1] not in self.planted and self._planted(form, how):
                    wanted -= 1

    def _planted(self, form: Form, how: Planted) -> bool:
        """Shift what one actor means, down where most is shown; not if it would not be strong."""
        role, place = form
        shown = fmean(level >= 0 for level in self._levels[place])
        shift = STRONG_SHIFT if how is Planted.STRONG else WEAK_SHIFT
        self._shift[form] = -shift if shown >= 0.5 else shift
        if how is Planted.STRONG and not self._is_strong(form):
            del self._shift[form]
            return False
        self.planted[place] = (role, how)
        return True

    def _is_strong(self, form: Form) -> bool:
        role, place = form
        own = self._ranks(form)
        others = [self._ranks((other, place)) for other in PERSPECTIVES if other is not role]
        return all(
            _acquired(other) is not _acquired(own)
            and abs(_steps(own, other)) >= STRONG_STEPS * len(own)
            for other in others
        )

    def _ranks(self, form: Form) -> list[int]:
        seen = [self.steadily(form, indicator) for indicator in range(SIZES[form[1]])]
        return [(number >= 0) + (number >= 1) for number in seen]


def _leaning(seed: int, number: int, role: Role) -> float:
    """Draw how somebody leans, the same for all their students."""
    students = {Role.MENTOR: STUDENTS_PER_MENTOR, Role.TEACHER: STUDENTS_PER_TEACHER}
    person = random.Random(f"{seed} {role} {number // students.get(role, 1)}")
    return person.gauss(LEANING[role], LEANINGS)


def _acquired(ranks: list[int]) -> bool:
    return CutOff.AT_LEAST.reached(sum(rank > 0 for rank in ranks), len(ranks))


def _steps(ranks: Iterable[int], others: Iterable[int]) -> int:
    return sum(a - b for a, b in zip(ranks, others, strict=True) if min(a, b) == 0)
