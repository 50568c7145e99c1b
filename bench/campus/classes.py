"""Seeded class groups, and what each student of them lacks."""

import random
from dataclasses import replace

from bot.domain.planning.campus.model import (
    CampusSituation,
    GroupLimits,
    Lack,
    Need,
    PlannedSession,
    Student,
    going_on,
)

CHOSEN_ON = tuple(range(1001, 1201))
"""Seeds on which the rule's orders and ties were chosen."""
UNSEEN = tuple(range(1, 501))
"""Seeds that were not looked at for that: on these it is held against the optimum."""

GROUPS = (1, 2, 2, 2, 3)
SIZES = (None, None, 2, 3, 4)
SESSIONS = (1, 1, 2, 3)
"""As in the sources' example, where most competences need one."""
GAPS, LACKING_A_GAP = 0.2, 0.9
"""The share of competences that are a collective gap, and of students that still lack one."""
SUPPORTED = 0.4
"""The share of what is not lacked that is shown with support; the rest is shown alone."""
OTHERS = (Need.NOWHERE, Need.NOTHING_YET, Need.CAME_UP)


def small(seed: int) -> CampusSituation:
    """Draw a class of three to eight students and three to six competences."""
    draw = random.Random(f"class {seed}")
    return drawn(draw, draw.randint(3, 8), draw.randint(3, 6), draw.choice(SIZES))


def large(seed: int) -> CampusSituation:
    """Draw a class of thirty students and a programme of 23 competences."""
    draw = random.Random(f"large class {seed}")
    return drawn(draw, 30, 23, draw.choice((4, 6, 8, 10, None)))


def drawn(
    draw: random.Random, students: int, competences: int, size: int | None
) -> CampusSituation:
    """Draw what each student lacks, more in one class than in another."""
    sessions = {competence: draw.choice(SESSIONS) for competence in range(1, competences + 1)}
    gaps = {competence for competence in sessions if draw.random() < GAPS}
    share = draw.uniform(0.2, 0.85)
    shares = {number: LACKING_A_GAP if number in gaps else share for number in sessions}
    return CampusSituation(
        students=tuple(_student(draw, track, shares, gaps) for track in range(1, students + 1)),
        sessions=sessions,
        limits=GroupLimits(draw.choice(GROUPS), size),
    )


def _student(draw: random.Random, track: int, shares: dict[int, float], gaps: set[int]) -> Student:
    lacks, supported = {}, set()
    for competence, share in shares.items():
        if draw.random() < share:
            lacks[competence] = Lack(Need.GAP if competence in gaps else draw.choice(OTHERS))
        elif draw.random() < SUPPORTED:
            supported.add(competence)
    return Student(track, lacks, frozenset(supported))


def after(
    situation: CampusSituation, given: PlannedSession, away: frozenset[int] = frozenset()
) -> CampusSituation:
    """Say what is left once a session was given, without what those who were away missed."""
    had = {(track, group.competence) for group in given.groups for track in group.given - away}
    students = tuple(
        replace(
            student,
            lacks={
                number: replace(lack, had=lack.had + ((student.track, number) in had))
                for number, lack in student.lacks.items()
            },
        )
        for student in situation.students
    )
    return replace(
        situation,
        students=students,
        going_on=going_on(given),
        locked={number - 1: session for number, session in situation.locked.items() if number},
        away={number - 1: who for number, who in situation.away.items() if number},
    )
