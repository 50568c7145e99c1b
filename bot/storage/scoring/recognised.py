"""What is recognised as learned before, as the system counts it, and as rows of it are read."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, exists, select

from bot.domain.recognising.claims import ClaimVerdict
from bot.domain.scoring.prior import LearnedHow, Recognised
from bot.storage.columns import Identity
from bot.storage.tables import prior_claim, prior_claim_indicator, prior_outcome

IS_CONFIRMED = exists().where(
    prior_outcome.c.claim_id == prior_claim.c.id,
    prior_outcome.c.outcome == ClaimVerdict.CONFIRMED.value,
    prior_outcome.c.undone_at.is_(None),
)
"""Whether a claim stands as confirmed now."""

RECOGNISED = (
    select(
        prior_claim.c.id,
        prior_claim.c.track_id,
        prior_claim.c.competence_id,
        prior_claim.c.how,
        prior_claim_indicator.c.indicator_id,
    )
    .join(prior_claim_indicator, prior_claim_indicator.c.claim_id == prior_claim.c.id)
    .where(
        prior_claim.c.track_id.in_(bindparam("tracks", type_=Identity, expanding=True)),
        prior_claim.c.withdrawn_at.is_(None),
        IS_CONFIRMED,
    )
    .order_by(prior_claim.c.id)
)
"""What is recognised of tracks, a row for each indicator: who sees it has to be asked beside."""


def recognised_of(rows: Iterable[Row[*tuple[Any, ...]]]) -> Mapping[int, Sequence[Recognised]]:
    """Gather rows of `RECOGNISED` by track."""
    found: dict[tuple[int, int, int, str], set[int]] = defaultdict(set)
    for row in rows:
        found[row.id, row.track_id, row.competence_id, row.how].add(row.indicator_id)
    of_tracks: dict[int, list[Recognised]] = defaultdict(list)
    for (_claim, track_id, competence_id, how), indicators in found.items():
        recognised = Recognised(competence_id, LearnedHow(how), frozenset(indicators))
        of_tracks[track_id].append(recognised)
    return of_tracks


def count_recognised(
    connection: Connection, tracks: Collection[int]
) -> Mapping[int, Sequence[Recognised]]:
    """Read what is recognised of tracks as the system: nobody is shown it."""
    return recognised_of(connection.execute(RECOGNISED, {"tracks": list(tracks)}))
