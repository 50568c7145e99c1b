"""The log of acts on one connection."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import bindparam, insert, select
from typing_extensions import override

from bot.domain.administering.rights_acts import (
    KeptRightsAct,
    RightsAct,
    RightsActKind,
    digest_of_act,
)
from bot.ports.administering.rights_acts import RightsActs
from bot.storage.connected import Connected
from bot.storage.tables import organisation_table, rights_act

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
    .where(rights_act.c.organisation_id == bindparam("organisation"))
    .order_by(rights_act.c.number)
)


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
    ) -> None:
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

    @override
    def list_of(self, organisation_id: int) -> Iterator[KeptRightsAct]:
        for row in self._connection.execute(_LIST, {"organisation": organisation_id}):
            act = RightsAct(
                organisation_id, RightsActKind(row.kind), row.at, row.by_id, row.about_id, row.ids
            )
            yield KeptRightsAct(row.number, act, row.before, row.digest)
