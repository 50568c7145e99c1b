"""What two teachers plan for the same students in one week."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.planning.campus.model import GroupKind
from bot.domain.planning.colleagues import ColleagueSession, list_planned_twice
from bot.domain.planning.sessions import CampusGroup, CampusPlace, CampusSession, SessionState

ZONE = "Europe/Brussels"


def session(at: datetime, *tracks: int, competence: int = 2) -> CampusSession:
    """A proposed session with one group."""
    group = CampusGroup(GroupKind.TOGETHER, tuple(map(CampusPlace, tracks)), competence)
    return CampusSession(1, 1, 1, 1, at, groups=(group,))


OWN = session(datetime(2026, 10, 20, 7, tzinfo=UTC), 1, 2, 3)
MONDAY = datetime(2026, 10, 19, 7, tzinfo=UTC)
THURSDAY = datetime(2026, 10, 22, 7, tzinfo=UTC)
SUNDAY_NIGHT = datetime(2026, 10, 18, 22, 30, tzinfo=UTC)  # Monday already, where the school is


@pytest.mark.parametrize(
    ("at", "state", "twice"),
    [
        (MONDAY, SessionState.CONFIRMED, (2, 3)),
        (MONDAY, SessionState.PROPOSED, (2, 3)),  # it comes first
        (THURSDAY, SessionState.PROPOSED, None),
        (THURSDAY, SessionState.CONFIRMED, (2, 3)),
        (MONDAY, SessionState.GIVEN, None),  # it counts as had
        (MONDAY, SessionState.SKIPPED, None),
        (OWN.starts_at, SessionState.CONFIRMED, None),  # they give it together
        (SUNDAY_NIGHT, SessionState.CONFIRMED, (2, 3)),
        (datetime(2026, 10, 18, 21, 30, tzinfo=UTC), SessionState.CONFIRMED, None),
    ],
)
def test_what_a_colleague_planned_before_is_planned_twice(at, state, twice):
    other = ColleagueSession("An", replace(session(at, 2, 3, 4), state=state))
    found = list_planned_twice(OWN, [other], ZONE)
    assert [own.tracks for own in found] == ([twice] if twice else [])


def test_other_students_or_another_competence_are_no_double():
    others = (session(MONDAY, 4, 5), session(MONDAY, 1, competence=3))
    assert list_planned_twice(OWN, [ColleagueSession("An", other) for other in others], ZONE) == []
