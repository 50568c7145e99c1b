"""What a row of an alert holds."""

from typing import Any

from sqlalchemy import Row

from bot.domain.divergence.alerts import AlertStanding, AlertState, Ending, Gist
from bot.domain.divergence.kinds import DivergenceKind, Route
from bot.domain.divergence.severity import Severity
from bot.domain.school.tracks import Role
from bot.ports.divergence import Alert
from bot.storage.tables import alert

COLUMNS = (
    alert.c.id,
    alert.c.organisation_id,
    alert.c.track_id,
    alert.c.competence_id,
    alert.c.kind,
    alert.c.state,
    alert.c.route,
    alert.c.since,
    alert.c.gist,
    alert.c.severity,
    alert.c.raised_at,
    alert.c.changed_at,
    alert.c.acknowledged_at,
    alert.c.snoozed_until,
    alert.c.period_id,
    alert.c.ended,
    alert.c.news_at,
)


def kept_gist(gist: Gist) -> dict[str, Any]:
    """Pick what of a gist has no column of its own."""
    return {
        "sides": [[role.value for role in side] for side in gist.sides],
        "apart": gist.apart,
        "of": gist.of,
        "disputed": list(gist.disputed),
        "views": gist.views,
    }


def alert_of(row: Row[*tuple[Any, ...]]) -> Alert:
    """Make an alert of a row that has COLUMNS."""
    gist = Gist(
        sides=tuple(tuple(Role(role) for role in side) for side in row.gist["sides"]),
        severity=Severity(row.severity),
        apart=row.gist["apart"],
        of=row.gist["of"],
        disputed=tuple(row.gist["disputed"]),
        views=row.gist.get("views"),
    )
    standing = AlertStanding(
        DivergenceKind(row.kind),
        AlertState(row.state),
        Route(row.route),
        row.since,
        gist,
        row.period_id,
        Ending(row.ended) if row.ended else None,
    )
    return Alert(
        row.id,
        row.organisation_id,
        row.track_id,
        row.competence_id,
        standing,
        row.raised_at,
        row.changed_at,
        row.news_at or row.raised_at,
        row.acknowledged_at,
        row.snoozed_until,
    )
