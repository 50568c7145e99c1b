"""Decisions of class councils on one connection."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Exists,
    FromClause,
    String,
    bindparam,
    cast,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    union_all,
    update,
)
from typing_extensions import override

from bot.domain.evaluating.decisions import DecisionHead, digest_of_decision
from bot.domain.periods.chain import Place
from bot.domain.periods.photos import Link
from bot.domain.school.endings import council_since
from bot.domain.telling.errands import ErrandKind
from bot.ports.evaluating.decisions import Decision, Decisions, Kept, NewDecision, Told, Untold
from bot.ports.periods.photos import Seal
from bot.ports.worlds import People, World
from bot.storage.clock.afterwards import coaches_among
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.evaluating.decision_rows import COLUMNS, KEPT_COLUMNS, decision_of, kept_of
from bot.storage.tables import (
    decision,
    decision_told,
    errand,
    organisation_table,
    period,
    person,
    photo,
    photo_track,
    track,
)

_ALL = (
    select(*COLUMNS, decision_told.c.told_by, decision_told.c.told_on)
    .outerjoin(decision_told, decision_told.c.decision_id == decision.c.id)
    .order_by(decision.c.organisation_id, decision.c.number)
)
_ONE = _ALL.where(decision.c.id == bindparam("decision"))
_OF_TRACK = _ALL.where(decision.c.track_id == bindparam("track"))
_again = decision.alias("again")


def _names_photo(of: FromClause) -> Exists:
    """Say whether the photo that a decision names is there, with its track in it."""
    return (
        exists(literal_column("1"))
        .select_from(photo.join(photo_track, photo_track.c.photo_id == photo.c.id))
        .where(
            photo.c.period_id == of.c.period_id,
            photo.c.digest == of.c.photo_digest,
            photo.c.taken_at.is_not(None),
            photo_track.c.track_id == of.c.track_id,
        )
    )


# One that was made on a photo which is gone is in order again once it is corrected on the new one.
_STANDS = or_(
    _names_photo(decision),
    exists(literal_column("1")).where(
        _again.c.track_id == decision.c.track_id,
        _again.c.period_id == decision.c.period_id,
        _again.c.number > decision.c.number,
        _names_photo(_again),
    ),
)
_KEPT = (
    select(
        *KEPT_COLUMNS,
        track.c.student_id,
        person.c.name.label("student"),
        period.c.name.label("period"),
        _STANDS.label("stands"),
    )
    .join(organisation_table, organisation_table.c.id == decision.c.organisation_id)
    .join(track, track.c.id == decision.c.track_id)
    .join(person, person.c.id == track.c.student_id)
    .join(period, period.c.id == decision.c.period_id)
    .where(IN_WORLD)
    .order_by(decision.c.organisation_id, decision.c.number)
)
UNSIGNED = _KEPT.where(decision.c.signature == "")
_LAST = (
    select(decision.c.number, decision.c.digest)
    .where(decision.c.organisation_id == bindparam("organisation"))
    .order_by(decision.c.number.desc())
    .limit(1)
)
_HEADS = (
    select(decision.c.organisation_id, func.max(decision.c.number).label("last"))
    .join(organisation_table, organisation_table.c.id == decision.c.organisation_id)
    .where(IN_WORLD, decision.c.signature != "")
    .group_by(decision.c.organisation_id)
)
_HOLD = (
    select(organisation_table.c.id)
    .where(organisation_table.c.id == bindparam("organisation"))
    .with_for_update(key_share=True)
)
_ADD = insert(decision).returning(decision.c.id)
_SIGN = (
    update(decision)
    .where(decision.c.id == bindparam("of_decision"), decision.c.signature == "")
    .values(public_key=bindparam("new_key"), signature=bindparam("new_signature"))
)
_TOLD = union_all(
    select(decision_told.c.decision_id).where(decision_told.c.decision_id == bindparam("decision")),
    select(decision.c.follows_id).where(decision.c.follows_id == bindparam("decision")),
)
"""That it was noted as told before, or corrected."""
_DECIDED = select(decision.c.id).where(decision.c.period_id == bindparam("period")).limit(1)

_later, _coaching = decision.alias("later"), coaches_among("first", "last").subquery("coaching")
UNTOLD = (
    select(
        decision.c.organisation_id,
        _coaching.c.person_id.label("coach_id"),
        decision.c.track_id,
        decision.c.id.label("decision_id"),
        decision.c.made_at,
        organisation_table.c.time_zone.label("zone"),
    )
    .join(organisation_table, organisation_table.c.id == decision.c.organisation_id)
    .join(_coaching, _coaching.c.track_id == decision.c.track_id)
    .where(
        IN_WORLD,
        decision.c.made_at.between(
            bindparam("since", type_=Instant), bindparam("before", type_=Instant)
        ),
        ~exists().where(decision_told.c.decision_id == decision.c.id),
        ~exists().where(_later.c.follows_id == decision.c.id),
        ~exists().where(
            errand.c.person_id == _coaching.c.person_id,
            errand.c.kind == ErrandKind.UNTOLD.value,
            errand.c.subject == cast(decision.c.id, String),
        ),
    )
    .order_by(_coaching.c.person_id, decision.c.id)
)


class StoredDecisions(Connected, Decisions):
    """Decisions of class councils on one connection."""

    @override
    def add(self, decision: NewDecision) -> Decision | None:
        head = decision.head
        self._hold(head.organisation_id)
        if self._is_taken(head):
            return None
        link = self._next_link(head.organisation_id)
        values = _values(decision, link)
        digest = digest_of_decision(values)
        identity = self._connection.execute(_ADD, {**values, "digest": digest}).scalar_one()
        return Decision(identity, decision, link, digest)

    @override
    def find(self, decision_id: int) -> Decision | None:
        row = self._connection.execute(_ONE, {"decision": decision_id}).one_or_none()
        return decision_of(row) if row else None

    @override
    def list_of(self, track_id: int) -> Sequence[Decision]:
        return [
            decision_of(row) for row in self._connection.execute(_OF_TRACK, {"track": track_id})
        ]

    @override
    def is_decided(self, period_id: int) -> bool:
        return self._connection.execute(_DECIDED, {"period": period_id}).first() is not None

    @override
    def list_unsigned(self, world: World) -> Sequence[tuple[int, Kept]]:
        rows = self._connection.execute(UNSIGNED, {"world": world.here})
        return [(row.id, kept_of(row)) for row in rows]

    @override
    def sign(self, decision_id: int, seal: Seal) -> None:
        values = {"new_key": seal.public_key, "new_signature": seal.signature}
        self._connection.execute(_SIGN, {"of_decision": decision_id, **values})

    @override
    def list_heads(self, world: World) -> Sequence[Place]:
        rows = self._connection.execute(_HEADS, {"world": world.here})
        return [(row.organisation_id, row.last) for row in rows]

    @override
    def list_kept(self, world: World) -> Sequence[Kept]:
        return [kept_of(row) for row in self._connection.execute(_KEPT, {"world": world.here})]

    @override
    def tell(self, decision_id: int, told: Told, author_id: int, at: datetime) -> bool:
        found = self._connection.execute(_ONE, {"decision": decision_id}).one()
        self._hold(found.organisation_id)
        if self._connection.execute(_TOLD, {"decision": decision_id}).first() is not None:
            return False
        values = {
            "decision_id": decision_id,
            "organisation_id": found.organisation_id,
            "told_by": told.by,
            "told_on": told.on.isoformat(),
            "author_id": author_id,
            "said_at": at,
        }
        self._connection.execute(insert(decision_told), values)
        return True

    @override
    def list_untold(
        self, world: World, people: People, since: datetime, before: datetime
    ) -> Sequence[Untold]:
        asked = {
            "world": world.here,
            "first": people.first,
            "last": people.last,
            "since": since,
            "before": before,
            "council_since": council_since(world.at),
        }
        return [Untold(*row) for row in self._connection.execute(UNTOLD, asked)]

    def _hold(self, organisation_id: int) -> None:
        """Let nobody else record anything in an organisation until this transaction ends."""
        self._connection.execute(_HOLD, {"organisation": organisation_id})

    def _is_taken(self, head: DecisionHead) -> bool:
        """Say whether the place of a decision is taken: it is the first, or corrects one, once."""
        return any(
            other.made.head.period_id == head.period_id and other.made.head.follows == head.follows
            for other in self.list_of(head.track_id)
        )

    def _next_link(self, organisation_id: int) -> Link:
        last = self._connection.execute(_LAST, {"organisation": organisation_id}).one_or_none()
        return Link(last.number + 1, last.digest) if last else Link(1, "")


def _values(new: NewDecision, link: Link) -> dict[str, Any]:
    head, ruling = new.head, new.ruling
    return {
        "organisation_id": head.organisation_id,
        "track_id": head.track_id,
        "period_id": head.period_id,
        "photo_digest": head.photo,
        "follows_id": head.follows,
        "kind": ruling.kind.value,
        "words": ruling.words,
        "council": json.dumps(list(ruling.council), ensure_ascii=False),
        "decided_on": ruling.decided_on.isoformat(),
        "reason": ruling.reason,
        "basis": new.basis,
        "author_id": new.author_id,
        "made_at": new.made_at,
        "number": link.number,
        "before": link.before,
    }
