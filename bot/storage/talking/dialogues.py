"""Where each person's conversation stands."""

from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update
from typing_extensions import override

from bot.domain.school.naming import note_typed
from bot.ports import Dialogue
from bot.ports.talking import Awaited, Dialogues
from bot.storage.connected import Connected
from bot.storage.tables import dialogue, person

_COLUMNS = (
    dialogue.c.about_track,
    dialogue.c.about_at,
    dialogue.c.asking,
    dialogue.c.asked_at,
    dialogue.c.serial,
    dialogue.c.data,
)
_READ = select(*_COLUMNS).where(dialogue.c.person_id == bindparam("person"))
_UPDATE = (
    update(dialogue)
    .where(dialogue.c.person_id == bindparam("person"))
    .values({column.name: bindparam(f"new_{column.name}") for column in _COLUMNS})
)
_INSERT = insert(dialogue).from_select(
    ["organisation_id", "person_id", *(column.name for column in _COLUMNS)],
    select(
        person.c.organisation_id,
        person.c.id,
        *(bindparam(f"new_{column.name}", type_=column.type) for column in _COLUMNS),
    ).where(person.c.id == bindparam("person")),
)


class StoredDialogues(Connected, Dialogues):
    """Dialogues on one connection."""

    @override
    def read(self, person_id: int) -> Dialogue:
        row = self._connection.execute(_READ, {"person": person_id}).one_or_none()
        if row is None:
            return Dialogue()
        note_typed(row.data)
        return _dialogue(row)

    @override
    def keep(self, person_id: int, state: Dialogue) -> None:
        values = {
            "person": person_id,
            "new_about_track": state.about_track,
            "new_about_at": state.about_at,
            "new_asking": state.asking or "",
            "new_asked_at": state.asked_at,
            "new_serial": state.serial,
            "new_data": dict(state.data),
        }
        if self._connection.execute(_UPDATE, values).rowcount == 0:
            self._connection.execute(_INSERT, values)


_AWAITED = {awaited.value: awaited for awaited in Awaited}
"""What is waited for by its stored name; what another version has waited for is not known."""


def _dialogue(row: Row[*tuple[Any, ...]]) -> Dialogue:
    about_track, about_at, asking, asked_at, serial, data = row
    return Dialogue(about_track, about_at, _AWAITED.get(asking), asked_at, serial, data)
