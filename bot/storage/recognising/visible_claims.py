"""What a person may see of claims: `CLAIM_SIGHT` is the only way a person's question reads them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    func,
    literal_column,
    or_,
    select,
    union_all,
)
from typing_extensions import override

from bot.domain.recognising.claims import ClaimEvidence, ClaimVerdict, PriorClaim, SaidVerdict
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import CLAIM_SIGHT, ClaimSight
from bot.domain.scoring.prior import LearnedHow, Recognised
from bot.ports.recognising.claims import ClaimReads
from bot.storage.connected import Connected
from bot.storage.scoring.recognised import IS_CONFIRMED, RECOGNISED, recognised_of
from bot.storage.tables import (
    involvement,
    person,
    placement,
    prior_claim,
    prior_claim_indicator,
    prior_evidence,
    prior_outcome,
    prior_verdict,
    track,
    workplace,
)


def _level(role: Role) -> ColumnElement[int]:
    return literal_column(str(int(CLAIM_SIGHT[role])), Integer)


_SEATS = union_all(
    select(track.c.id.label("track_id"), _level(Role.STUDENT).label("level")).where(
        track.c.student_id == bindparam("viewer")
    ),
    select(
        involvement.c.track_id,
        case(
            *(
                (involvement.c.role == role.value, _level(role))
                for role in (Role.MENTOR, Role.TEACHER, Role.COACH)
            ),
            else_=literal_column("0", Integer),
        ),
    ).where(involvement.c.person_id == bindparam("viewer")),
).subquery("seats")
_SIGHT = (
    select(_SEATS.c.track_id, func.max(_SEATS.c.level).label("level"))
    .group_by(_SEATS.c.track_id)
    .cte("claim_sight")
)


_SEEN = and_(
    prior_claim.c.withdrawn_at.is_(None),
    or_(
        _SIGHT.c.level >= int(ClaimSight.ALL),
        and_(_SIGHT.c.level >= int(ClaimSight.SENT), prior_claim.c.sent_at.is_not(None)),
        and_(_SIGHT.c.level >= int(ClaimSight.RECOGNISED), IS_CONFIRMED),
    ),
)
_CLAIMS = (
    select(prior_claim, workplace.c.name.label("workplace"), _SIGHT.c.level)
    .join(_SIGHT, _SIGHT.c.track_id == prior_claim.c.track_id)
    .outerjoin(placement, placement.c.id == prior_claim.c.placement_id)
    .outerjoin(workplace, workplace.c.id == placement.c.workplace_id)
    .where(_SEEN)
    .order_by(prior_claim.c.made_at, prior_claim.c.id)
)
_OF_TRACKS = _CLAIMS.where(prior_claim.c.track_id.in_(bindparam("tracks", expanding=True)))
_ONE = _CLAIMS.where(prior_claim.c.id == bindparam("claim"))
_THESE = bindparam("claims", expanding=True, type_=Integer)
_INDICATORS = select(prior_claim_indicator.c.claim_id, prior_claim_indicator.c.indicator_id).where(
    prior_claim_indicator.c.claim_id.in_(_THESE)
)
_EVIDENCE = (
    select(prior_evidence)
    .where(prior_evidence.c.claim_id.in_(_THESE))
    .order_by(prior_evidence.c.id)
)
_VERDICTS = (
    select(prior_verdict, person.c.name.label("person"))
    .join(person, person.c.id == prior_verdict.c.person_id)
    .where(prior_verdict.c.claim_id.in_(_THESE), prior_verdict.c.undone_at.is_(None))
    .order_by(prior_verdict.c.id)
)
_OUTCOMES = (
    select(
        prior_outcome.c.claim_id,
        prior_outcome.c.round,
        prior_outcome.c.outcome,
        prior_outcome.c.outbox_id,
    )
    .where(prior_outcome.c.claim_id.in_(_THESE), prior_outcome.c.undone_at.is_(None))
    .order_by(prior_outcome.c.id)
)
_RECOGNISED = RECOGNISED.join(_SIGHT, _SIGHT.c.track_id == prior_claim.c.track_id).where(
    _SIGHT.c.level >= int(ClaimSight.RECOGNISED)
)


class VisibleClaims(Connected, ClaimReads):
    """Claims as one person may see them, on one connection."""

    @override
    def list_seen(self, viewer_id: int, tracks: Collection[int]) -> Sequence[PriorClaim]:
        return self._whole(_OF_TRACKS, {"viewer": viewer_id, "tracks": list(tracks)})

    @override
    def find_seen(self, viewer_id: int, claim_id: int) -> PriorClaim | None:
        return next(iter(self._whole(_ONE, {"viewer": viewer_id, "claim": claim_id})), None)

    @override
    def list_recognised(
        self, viewer_id: int, tracks: Collection[int]
    ) -> Mapping[int, Sequence[Recognised]]:
        asked = {"viewer": viewer_id, "tracks": list(tracks)}
        return recognised_of(self._connection.execute(_RECOGNISED, asked))

    def _whole(self, statement: Select[Any], asked: Mapping[str, Any]) -> list[PriorClaim]:
        rows = self._connection.execute(statement, asked).all()
        if not rows:
            return []
        indicators = self._by_claim(_INDICATORS, [row.id for row in rows])
        deep = [row.id for row in rows if row.level >= ClaimSight.SENT]
        evidence, verdicts = self._by_claim(_EVIDENCE, deep), self._by_claim(_VERDICTS, deep)
        outcomes = self._by_claim(_OUTCOMES, [row.id for row in rows])
        return [
            _claim(
                row,
                frozenset(own.indicator_id for own in indicators[row.id]),
                evidence[row.id],
                verdicts[row.id],
                outcomes[row.id],
            )
            for row in rows
        ]

    def _by_claim(self, statement: Select[Any], claims: Sequence[int]) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = defaultdict(list)
        for row in self._connection.execute(statement, {"claims": list(claims)}) if claims else ():
            found[row.claim_id].append(row)
        return found


def _claim(
    row: Any,
    indicators: frozenset[int],
    evidence: Sequence[Any],
    verdicts: Sequence[Any],
    outcomes: Sequence[Any],
) -> PriorClaim:
    deep = row.level >= ClaimSight.SENT
    round_ = 1 if row.appealed_at is None else 2
    came_to = next((own for own in reversed(outcomes) if own.round == round_), None)
    return PriorClaim(
        id=row.id,
        track_id=row.track_id,
        organisation_id=row.organisation_id,
        competence_id=row.competence_id,
        how=LearnedHow(row.how) if row.how else None,
        placement_id=row.placement_id if deep else None,
        workplace=row.workplace if deep else None,
        words=(row.words or "") if deep else "",
        made_at=row.made_at,
        sent_at=row.sent_at,
        appeal=(row.appeal or "") if deep else "",
        appealed_at=row.appealed_at,
        indicators=indicators,
        evidence=tuple(
            ClaimEvidence(own.kind, own.words, own.file, own.source) for own in evidence
        ),
        verdicts=tuple(map(_verdict, verdicts)),
        outcome=ClaimVerdict(came_to.outcome) if came_to else None,
        told_by=came_to.outbox_id if came_to else None,
    )


def _verdict(row: Any) -> SaidVerdict:
    return SaidVerdict(
        row.id,
        row.round,
        Role(row.role),
        row.person_id,
        row.person,
        ClaimVerdict(row.verdict),
        row.reason,
        row.said_at,
    )
