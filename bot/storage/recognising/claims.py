"""Claims of what was learned before, as they are written, on one connection."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    bindparam,
    case,
    delete,
    exists,
    insert,
    literal_column,
    select,
    update,
)
from typing_extensions import override

from bot.domain.recognising.claims import DECIDES, ClaimEvidence, ClaimVerdict, PriorClaim
from bot.domain.school.tracks import Placement, Role
from bot.domain.scoring.prior import LearnedHow
from bot.ports.recognising.claims import PriorClaims
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import (
    involvement,
    organisation_table,
    placement,
    prior_claim,
    prior_claim_indicator,
    prior_evidence,
    prior_outcome,
    prior_verdict,
    track,
    workplace,
)

_THIS = prior_claim.c.id == bindparam("claim")
_BEGIN = insert(prior_claim).returning(prior_claim.c.id)
_CHANGE = update(prior_claim).where(_THIS)
_HOLD = select(prior_claim.c.id).where(_THIS).with_for_update()
_UNSENT = select(prior_claim.c.id).where(
    prior_claim.c.track_id == bindparam("track"), prior_claim.c.sent_at.is_(None)
)
_DROP_UNSENT = (
    delete(prior_claim_indicator).where(prior_claim_indicator.c.claim_id.in_(_UNSENT)),
    delete(prior_evidence).where(prior_evidence.c.claim_id.in_(_UNSENT)),
    delete(prior_claim).where(
        prior_claim.c.track_id == bindparam("track"), prior_claim.c.sent_at.is_(None)
    ),
)
_DROP_CHOSEN = delete(prior_claim_indicator).where(
    prior_claim_indicator.c.claim_id == bindparam("claim")
)
_CHOOSE = insert(prior_claim_indicator)
_ADD_EVIDENCE = insert(prior_evidence)
_DROP_EVIDENCE = delete(prior_evidence).where(prior_evidence.c.claim_id == bindparam("claim"))
_SAID_IN = (
    select(prior_evidence.c.id)
    .join(prior_claim, prior_claim.c.id == prior_evidence.c.claim_id)
    .join(track, track.c.id == prior_claim.c.track_id)
    .where(
        track.c.student_id == bindparam("student"), prior_evidence.c.source == bindparam("said_in")
    )
    .limit(1)
)
_HOLDERS = (
    select(involvement.c.role, involvement.c.person_id)
    .where(
        involvement.c.track_id == bindparam("track"),
        involvement.c.role.in_([role.value for role in DECIDES]),
    )
    .distinct()
)
_WORKPLACES = (
    select(placement.c.id, workplace.c.name)
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .where(
        placement.c.track_id == bindparam("track"),
        placement.c.ended_at.is_(None),
        placement.c.left_at.is_(None),
    )
    .order_by(workplace.c.name, placement.c.id)
)
_ONE: ColumnElement[int] = literal_column("1")
_ROUND = case((prior_claim.c.appealed_at.is_(None), 1), else_=2)
_SPEAKS = exists(_ONE).where(
    involvement.c.track_id == prior_claim.c.track_id,
    involvement.c.role.in_([role.value for role in DECIDES]),
)
LEFT_OPEN = (
    select(prior_claim.c.id, track.c.student_id)
    .join(track, track.c.id == prior_claim.c.track_id)
    .join(organisation_table, organisation_table.c.id == prior_claim.c.organisation_id)
    .where(
        IN_WORLD,
        prior_claim.c.sent_at.is_not(None),
        prior_claim.c.withdrawn_at.is_(None),
        ~exists(_ONE).where(
            prior_outcome.c.claim_id == prior_claim.c.id,
            prior_outcome.c.round == _ROUND,
            prior_outcome.c.undone_at.is_(None),
        ),
        _SPEAKS,
        ~_SPEAKS.where(
            ~exists(_ONE).where(
                prior_verdict.c.claim_id == prior_claim.c.id,
                prior_verdict.c.round == _ROUND,
                prior_verdict.c.role == involvement.c.role,
                prior_verdict.c.undone_at.is_(None),
            )
        ),
    )
    .order_by(prior_claim.c.id)
    .limit(bindparam("at_most"))
)
"""Claims of which everybody who has a say has spoken, and which nothing came of."""

_SAY = insert(prior_verdict).returning(prior_verdict.c.id)
_UNSAY = (
    update(prior_verdict)
    .where(
        prior_verdict.c.claim_id == bindparam("claim"),
        prior_verdict.c.round == bindparam("in_round"),
        prior_verdict.c.person_id == bindparam("by"),
        prior_verdict.c.undone_at.is_(None),
    )
    .values(undone_at=bindparam("at", type_=Instant))
)
_SETTLE = insert(prior_outcome)
_UNSETTLE = (
    update(prior_outcome)
    .where(
        prior_outcome.c.claim_id == bindparam("claim"),
        prior_outcome.c.round == bindparam("in_round"),
        prior_outcome.c.undone_at.is_(None),
    )
    .values(undone_at=bindparam("at", type_=Instant))
    .returning(prior_outcome.c.outbox_id)
)


class StoredPriorClaims(Connected, PriorClaims):
    """Claims on one connection."""

    @override
    def begin(self, organisation_id: int, track_id: int, competence_id: int, at: datetime) -> int:
        begun = {
            "organisation_id": organisation_id,
            "track_id": track_id,
            "competence_id": competence_id,
            "made_at": at,
        }
        return int(self._connection.execute(_BEGIN, begun).scalar_one())

    @override
    def drop_unsent(self, track_id: int) -> None:
        for statement in _DROP_UNSENT:
            self._connection.execute(statement, {"track": track_id})

    @override
    def choose(self, claim: PriorClaim, indicators: Collection[int]) -> None:
        self._connection.execute(_DROP_CHOSEN, {"claim": claim.id})
        rows = [
            {
                "organisation_id": claim.organisation_id,
                "claim_id": claim.id,
                "indicator_id": indicator,
            }
            for indicator in sorted(indicators)
        ]
        if rows:
            self._connection.execute(_CHOOSE, rows)

    @override
    def say_how(self, claim_id: int, how: LearnedHow) -> None:
        self._change(claim_id, how=how.value)

    @override
    def say_where(self, claim_id: int, placement_id: int | None) -> None:
        self._change(claim_id, placement_id=placement_id)

    @override
    def list_workplaces(self, track_id: int) -> Sequence[Placement]:
        found = self._connection.execute(_WORKPLACES, {"track": track_id})
        return [Placement(row.id, row.name) for row in found]

    @override
    def say_words(self, claim_id: int, words: str) -> None:
        self._change(claim_id, words=words)

    @override
    def add_evidence(self, claim: PriorClaim, evidence: ClaimEvidence, at: datetime) -> None:
        kept = {
            "organisation_id": claim.organisation_id,
            "claim_id": claim.id,
            "kind": evidence.kind,
            "words": evidence.words,
            "file": evidence.file,
            "source": evidence.source,
            "said_at": at,
        }
        self._connection.execute(_ADD_EVIDENCE, kept)

    @override
    def drop_evidence(self, claim_id: int) -> None:
        self._connection.execute(_DROP_EVIDENCE, {"claim": claim_id})

    @override
    def has_evidence(self, student_id: int, source: str) -> bool:
        asked = {"student": student_id, "said_in": source}
        return self._connection.execute(_SAID_IN, asked).first() is not None

    @override
    def send(self, claim_id: int, at: datetime | None) -> None:
        self._change(claim_id, sent_at=at)

    @override
    def withdraw(self, claim_id: int, at: datetime | None) -> None:
        self._change(claim_id, withdrawn_at=at)

    @override
    def appeal(self, claim_id: int, words: str, at: datetime) -> None:
        self._change(claim_id, appeal=words, appealed_at=at)

    @override
    def hold(self, claim_id: int) -> None:
        self._connection.execute(_HOLD, {"claim": claim_id})

    @override
    def list_holders(self, track_id: int) -> Mapping[Role, Collection[int]]:
        found: dict[Role, set[int]] = defaultdict(set)
        for row in self._connection.execute(_HOLDERS, {"track": track_id}):
            found[Role(row.role)].add(row.person_id)
        return found

    @override
    def list_left_open(self, world: World, at_most: int) -> Sequence[tuple[int, int]]:
        asked = {"world": world.here, "at_most": at_most}
        return [(row.id, row.student_id) for row in self._connection.execute(LEFT_OPEN, asked)]

    @override
    def say(
        self,
        claim: PriorClaim,
        person_id: int,
        role: Role,
        verdict: ClaimVerdict,
        reason: str | None,
        at: datetime,
    ) -> int:
        said = {
            "organisation_id": claim.organisation_id,
            "claim_id": claim.id,
            "round": claim.round,
            "role": role.value,
            "person_id": person_id,
            "verdict": verdict.value,
            "reason": reason,
            "said_at": at,
        }
        return int(self._connection.execute(_SAY, said).scalar_one())

    @override
    def unsay(self, claim: PriorClaim, person_id: int, at: datetime) -> int:
        asked = {"claim": claim.id, "in_round": claim.round, "by": person_id, "at": at}
        return self._connection.execute(_UNSAY, asked).rowcount

    @override
    def settle(
        self, claim: PriorClaim, outcome: ClaimVerdict, at: datetime, outbox_id: int | None
    ) -> None:
        settled = {
            "organisation_id": claim.organisation_id,
            "claim_id": claim.id,
            "round": claim.round,
            "outcome": outcome.value,
            "settled_at": at,
            "outbox_id": outbox_id,
        }
        self._connection.execute(_SETTLE, settled)

    @override
    def unsettle(self, claim: PriorClaim, at: datetime) -> int | None:
        asked = {"claim": claim.id, "in_round": claim.round, "at": at}
        return self._connection.execute(_UNSETTLE, asked).scalars().first()

    def _change(self, claim_id: int, **values: Any) -> None:
        self._connection.execute(_CHANGE.values(**values), {"claim": claim_id})
