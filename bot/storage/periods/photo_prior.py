"""What was recognised as learned before at a photo's instant."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, or_, select

from bot.domain.recognising.claims import ClaimVerdict
from bot.domain.scoring.prior import LearnedHow, Recognised
from bot.storage.columns import Instant
from bot.storage.tables import prior_claim, prior_claim_indicator, prior_outcome

_AS_OF = bindparam("as_of", type_=Instant)
_THEN = (
    select(
        prior_claim.c.id,
        prior_claim.c.track_id,
        prior_claim.c.competence_id,
        prior_claim.c.how,
        prior_claim_indicator.c.indicator_id,
    )
    .join(prior_outcome, prior_outcome.c.claim_id == prior_claim.c.id)
    .join(prior_claim_indicator, prior_claim_indicator.c.claim_id == prior_claim.c.id)
    .where(
        prior_claim.c.track_id >= bindparam("first"),
        prior_claim.c.track_id <= bindparam("last"),
        prior_outcome.c.outcome == ClaimVerdict.CONFIRMED.value,
        prior_outcome.c.settled_at <= _AS_OF,
        or_(prior_outcome.c.undone_at.is_(None), prior_outcome.c.undone_at > _AS_OF),
    )
    .order_by(prior_claim.c.id, prior_claim_indicator.c.indicator_id)
)


def recognised_by_track(
    connection: Connection, as_of: datetime, first: int, last: int
) -> Mapping[int, Sequence[Recognised]]:
    """Read what was recognised at an instant of tracks between two identities.

    What was confirmed later is left out, and what was taken back later is in.
    """
    found: dict[tuple[int, int, int, str], set[int]] = defaultdict(set)
    for row in connection.execute(_THEN, {"as_of": as_of, "first": first, "last": last}):
        found[row.id, row.track_id, row.competence_id, row.how].add(row.indicator_id)
    of_tracks: dict[int, list[Recognised]] = defaultdict(list)
    for (_claim, track_id, competence_id, how), indicators in found.items():
        recognised = Recognised(competence_id, LearnedHow(how), frozenset(indicators))
        of_tracks[track_id].append(recognised)
    return of_tracks
