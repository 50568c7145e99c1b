"""A school of any size in one programme, put in by a few statements, for measurements.

Around track i are person i as its student, n + i as its mentor and 2n + i as its teacher.
"""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, text

from bot.domain.periods.period import Period
from bot.ports import UnitOfWork

OPENED = datetime(2026, 9, 1, tzinfo=UTC)
SAID = datetime(2026, 10, 1, 9, tzinfo=UTC)

_EACH = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {0}) "
_SEATS = "(SELECT 0 nth, 'student' role UNION SELECT 1, 'mentor' UNION SELECT 2, 'teacher') seat"
_STATEMENTS = (
    "INSERT INTO organisation (id, name, language, time_zone)"
    " VALUES (1, 'School', 'nl', 'Europe/Brussels')",
    "INSERT INTO class_group (id, organisation_id, name) VALUES (1, 1, '6E')",
    "INSERT INTO workplace (id, organisation_id, name) VALUES (1, 1, 'Elektro bv')",
    "INSERT INTO framework (id, organisation_id, code, version, title)"
    " VALUES (1, 1, 'ELEC', '1', 'Electrician')",
    "INSERT INTO programme (id, organisation_id, code, title) VALUES (1, 1, 'ELEC', 'Electrician')",
    _EACH.format("{competences}")
    + "INSERT INTO competence (id, organisation_id, framework_id, number, title)"
    " SELECT i, 1, 1, i, 'Lays conduits' FROM n",
    "INSERT INTO programme_competence (organisation_id, programme_id, competence_id, number)"
    " SELECT 1, 1, id, number FROM competence",
    _EACH.format("{indicators}")
    + "INSERT INTO indicator (id, organisation_id, competence_id, number, text)"
    " SELECT (c.id - 1) * {indicators} + i, 1, c.id, i, 'lays it' FROM competence c, n",
    _EACH.format("3 * {tracks}")
    + "INSERT INTO person (id, organisation_id, school_id, name, folded_name)"
    " SELECT i, 1, 'p' || i, 'Person ' || i, 'person ' || i FROM n",
    _EACH.format("{tracks}")
    + "INSERT INTO track (id, organisation_id, student_id, programme_id, class_group_id)"
    " SELECT i, 1, i, 1, 1 FROM n",
    "INSERT INTO placement (id, organisation_id, track_id, workplace_id)"
    " SELECT id, 1, id, 1 FROM track",
    "INSERT INTO involvement (organisation_id, placement_id, person_id, role, track_id)"
    f" SELECT 1, t.id, t.id + nth * {{tracks}}, role, t.id FROM track t, {_SEATS} WHERE nth > 0",
)


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many tracks, and how much is scored on each."""

    tracks: int
    competences: int
    indicators: int

    def settle(self, connection: Connection) -> None:
        """Put in the school, what is learned there, and who is around it."""
        for statement in _STATEMENTS:
            connection.execute(text(statement.format(**asdict(self))))


def told_in_september(uow: UnitOfWork, period: Period) -> None:
    """Note that everybody heard of the period when it opened."""
    uow.reminders.begin(period, "opened", OPENED)
    while uow.reminders.take_part(period, "opened", 10**9) is not None:
        pass
