"""The log of acts on one connection."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, bindparam, exists, insert, literal_column, select
from typing_extensions import override

from bot.domain.administering.rights_acts import (
    KeptRightsAct,
    RightsAct,
    RightsActKind,
    digest_of_act,
)
from bot.ports.administering.rights_acts import RightsActs
from bot.ports.periods.photos import Seal
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.connected import Connected
from bot.storage.tables import organisation_table, rights_act, rights_act_seal

# Who adds a line holds the school, so that two processes do not give one number out twice.
_HOLD = (
    select(organisation_table.c.id)
    .where(organisation_table.c.id == bindparam("organisation"))
    .with_for_update(key_share=True)
)
_LAST = (
    select(rights_act.c.number, rights_act.c.digest)
    .where(rights_act.c.organisation_id == bindparam("organisation"))
    .order_by(rights_act.c.number.desc())
    .limit(1)
)
_ADD = insert(rights_act)
_LIST = (
    select(rights_act)
    .where(
        rights_act.c.organisation_id == bindparam("organisation"),
        rights_act.c.number > bindparam("after"),
    )
    .order_by(rights_act.c.number)
)
_NEWEST = (
    select(rights_act)
    .where(rights_act.c.organisation_id == bindparam("organisation"))
    .order_by(rights_act.c.number.desc())
    .limit(bindparam("at_most"))
)
_LINE = select(rights_act).where(
    rights_act.c.organisation_id == bindparam("organisation"),
    rights_act.c.number == bindparam("number"),
)
_behind = rights_act_seal.alias("behind")
UNSIGNED = (
    select(rights_act.c.organisation_id)
    .distinct()
    .join(organisation_table, organisation_table.c.id == rights_act.c.organisation_id)
    .where(
        IN_WORLD,
        ~exists(literal_column("1")).where(
            _behind.c.organisation_id == rights_act.c.organisation_id,
            _behind.c.number >= rights_act.c.number,
        ),
    )
    .order_by(rights_act.c.organisation_id)
)
_SEALS = (
    select(rights_act_seal)
    .where(
        rights_act_seal.c.organisation_id == bindparam("organisation"),
        rights_act_seal.c.number > bindparam("after"),
    )
    .order_by(rights_act_seal.c.number)
)
_SEALED = select(rights_act_seal.c.number).where(
    rights_act_seal.c.organisation_id == bindparam("organisation"),
    rights_act_seal.c.number == bindparam("number"),
)
_SEAL = insert(rights_act_seal)


class StoredRightsActs(Connected, RightsActs):
    """The log of acts on one connection."""

    @override
    def note(
        self,
        organisation_id: int,
        kind: RightsActKind,
        at: datetime,
        by: int | None = None,
        about: int | None = None,
        **ids: int,
    ) -> int:
        asked = {"organisation": organisation_id}
        self._connection.execute(_HOLD, asked)
        last = self._connection.execute(_LAST, asked).one_or_none()
        number, before = (last.number + 1, last.digest) if last else (1, "")
        act = RightsAct(organisation_id, kind, at, by, about, ids)
        self._connection.execute(
            _ADD,
            {
                "organisation_id": organisation_id,
                "number": number,
                "kind": kind,
                "by_id": by,
                "about_id": about,
                "ids": ids,
                "at": at,
                "before": before,
                "digest": digest_of_act(number, act, before),
            },
        )
        return number

    @override
    def list_of(self, organisation_id: int, after: int = 0) -> Iterator[KeptRightsAct]:
        asked, reached = {"organisation": organisation_id, "after": after}, after
        try:
            for row in self._connection.execute(_LIST, asked):
                yield _kept(row)
                reached = row.number
        except ValueError:  # somebody wrote into the database what is no instant, or no JSON
            unreadable = RightsAct(organisation_id, "", datetime.min.replace(tzinfo=UTC))
            yield KeptRightsAct(reached + 1, unreadable, "", "")

    @override
    def list_newest(self, organisation_id: int, at_most: int) -> Sequence[KeptRightsAct]:
        asked = {"organisation": organisation_id, "at_most": at_most}
        return [_kept(row) for row in self._connection.execute(_NEWEST, asked)]

    @override
    def find_line(self, organisation_id: int, number: int) -> KeptRightsAct | None:
        asked = {"organisation": organisation_id, "number": number}
        row = self._connection.execute(_LINE, asked).one_or_none()
        return _kept(row) if row else None

    @override
    def list_unsigned(self, world: World) -> Sequence[int]:
        return list(self._connection.execute(UNSIGNED, {"world": world.here}).scalars())

    @override
    def seal(self, organisation_id: int, number: int, seal: Seal) -> None:
        asked = {"organisation": organisation_id}
        self._connection.execute(_HOLD, asked)
        if self._connection.execute(_SEALED, {**asked, "number": number}).first() is None:
            row = {"public_key": seal.public_key, "signature": seal.signature}
            place = {"organisation_id": organisation_id, "number": number}
            self._connection.execute(_SEAL, {**place, **row})

    @override
    def list_seals(self, organisation_id: int, after: int = 0) -> Sequence[tuple[int, Seal]]:
        rows = self._connection.execute(_SEALS, {"organisation": organisation_id, "after": after})
        return [(row.number, Seal(row.public_key, row.signature)) for row in rows]


def _kept(row: Row[*tuple[Any, ...]]) -> KeptRightsAct:
    kind = RightsActKind(row.kind) if row.kind in tuple(RightsActKind) else str(row.kind)
    ids = row.ids if isinstance(row.ids, dict) else {"": row.ids}
    act = RightsAct(row.organisation_id, kind, row.at, row.by_id, row.about_id, ids)
    return KeptRightsAct(row.number, act, row.before, row.digest)
