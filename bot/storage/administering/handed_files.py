"""Files that administrators sent, on one connection."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select
from typing_extensions import override

from bot.ports.administering.handed_files import HandedFile, HandedFiles
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import handed_file, organisation_table

_ADD = insert(handed_file).returning(handed_file.c.id)
_DROP = delete(handed_file).where(handed_file.c.person_id == bindparam("person"))
_FIND = select(handed_file.c.id, handed_file.c.name, handed_file.c.data).where(
    handed_file.c.person_id == bindparam("person"), handed_file.c.id == bindparam("file")
)
OLD = (
    select(handed_file.c.person_id)
    .join(organisation_table, organisation_table.c.id == handed_file.c.organisation_id)
    .where(IN_WORLD, handed_file.c.sent_at < bindparam("sent_before", type_=Instant))
)


class StoredHandedFiles(Connected, HandedFiles):
    """Files that administrators sent, on one connection."""

    @override
    def keep(
        self, organisation_id: int, person_id: int, name: str, data: bytes, at: datetime
    ) -> int:
        self.drop(person_id)
        row = {"organisation_id": organisation_id, "person_id": person_id}
        values = {**row, "name": name, "data": data, "sent_at": at}
        return int(self._connection.execute(_ADD, values).scalar_one())

    @override
    def find(self, person_id: int, file_id: int) -> HandedFile | None:
        row = self._connection.execute(_FIND, {"person": person_id, "file": file_id}).one_or_none()
        return HandedFile(row.id, row.name, bytes(row.data)) if row else None

    @override
    def drop(self, person_id: int) -> None:
        self._connection.execute(_DROP, {"person": person_id})

    @override
    def list_old(self, world: World, before: datetime) -> Sequence[int]:
        asked = {"world": world.here, "sent_before": before}
        return list(self._connection.execute(OLD, asked).scalars())
