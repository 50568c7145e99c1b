"""Files that administrators sent, on one connection."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, or_, select, update
from typing_extensions import override

from bot.domain.administering.handed import IN_HAND_FOR, TRIES, FileStep
from bot.ports.administering.handed_files import HandedFile, HandedFiles
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import handed_file, organisation_table

_COLUMNS = (
    handed_file.c.id,
    handed_file.c.organisation_id,
    handed_file.c.person_id,
    handed_file.c.name,
    handed_file.c.data,
    handed_file.c.step,
    handed_file.c.tries,
    handed_file.c.told,
    handed_file.c.lines_done,
    handed_file.c.line_count,
)
_ADD = insert(handed_file).returning(handed_file.c.id)
_DROP = delete(handed_file).where(handed_file.c.person_id == bindparam("person"))
_OF = select(*_COLUMNS).where(handed_file.c.person_id == bindparam("person"))
_FIND = _OF.where(handed_file.c.id == bindparam("file"))
_BY_ID = select(*_COLUMNS).where(handed_file.c.id == bindparam("file"))
OLD = (
    select(handed_file.c.person_id)
    .join(organisation_table, organisation_table.c.id == handed_file.c.organisation_id)
    .where(
        IN_WORLD,
        handed_file.c.sent_at < bindparam("sent_before", type_=Instant),
        or_(handed_file.c.step != FileStep.TAKING.value, handed_file.c.tries >= TRIES),
    )
)
_NEXT = (
    select(handed_file.c.id)
    .where(
        handed_file.c.step.in_([FileStep.LOOKING.value, FileStep.TAKING.value]),
        handed_file.c.tries < TRIES,
        or_(
            handed_file.c.in_hand_until.is_(None),
            handed_file.c.in_hand_until <= bindparam("at", type_=Instant),
        ),
    )
    .order_by(handed_file.c.id)
    .limit(1)
)
_BEGIN = (
    update(handed_file)
    .where(handed_file.c.id == _NEXT.with_for_update(skip_locked=True).scalar_subquery())
    .values(tries=handed_file.c.tries + 1, in_hand_until=bindparam("until", type_=Instant))
    .returning(handed_file.c.id)
)
_CHANGE = update(handed_file).where(handed_file.c.id == bindparam("file"))


class StoredHandedFiles(Connected, HandedFiles):
    """Files that administrators sent, on one connection."""

    @override
    def keep(
        self,
        organisation_id: int,
        person_id: int,
        name: str,
        data: bytes,
        at: datetime,
        step: FileStep = FileStep.SHOWN,
    ) -> int:
        self.drop(person_id)
        row = {"organisation_id": organisation_id, "person_id": person_id}
        values = {**row, "name": name, "data": data, "sent_at": at, "step": step.value}
        return int(self._connection.execute(_ADD, values).scalar_one())

    @override
    def find(self, person_id: int, file_id: int) -> HandedFile | None:
        return self._one(_FIND, person=person_id, file=file_id)

    @override
    def find_newest(self, person_id: int) -> HandedFile | None:
        return self._one(_OF, person=person_id)

    @override
    def drop(self, person_id: int) -> None:
        self._connection.execute(_DROP, {"person": person_id})

    @override
    def list_old(self, world: World, before: datetime) -> Sequence[int]:
        asked = {"world": world.here, "sent_before": before}
        return list(self._connection.execute(OLD, asked).scalars())

    @override
    def begin(self, at: datetime) -> HandedFile | None:
        values = {"at": at, "until": at + IN_HAND_FOR}
        if self._connection.execute(_NEXT, values).first() is None:
            return None  # whoever writes keeps others waiting
        begun = self._connection.execute(_BEGIN, values).scalar_one_or_none()
        return None if begun is None else self._one(_BY_ID, file=begun)

    @override
    def hold(self, file_id: int, until: datetime, lines_done: int, line_count: int) -> bool:
        values = {"in_hand_until": until, "lines_done": lines_done, "line_count": line_count}
        return self._connection.execute(_CHANGE.values(values), {"file": file_id}).rowcount == 1

    @override
    def step_to(self, file_id: int, step: FileStep, told: str = "") -> bool:
        values: dict[str, Any] = {"step": step.value, "tries": 0, "in_hand_until": None}
        values |= {"told": told} if told else {}
        values |= {"data": b""} if step is FileStep.ENDED else {}
        return self._connection.execute(_CHANGE.values(values), {"file": file_id}).rowcount == 1

    def _one(self, asked: Any, **values: int) -> HandedFile | None:
        row = self._connection.execute(asked, values).one_or_none()
        if row is None:
            return None
        identity, school, person, name, data, step, *rest = row
        return HandedFile(identity, school, person, name, bytes(data), FileStep(step), *rest)
