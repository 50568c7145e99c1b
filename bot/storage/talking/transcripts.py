"""The messages of the platforms that we run ourselves: web chat and terminal share them."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update
from typing_extensions import override

from bot.ports import Shown
from bot.ports.talking import Attached, Transcripts
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import attached as attached_table
from bot.storage.tables import chat_message
from bot.storage.talking.taken_out import GONE, file_without, without
from bot.storage.talking.whom import find_whom

_COLUMNS = (
    chat_message.c.id,
    chat_message.c.kind,
    chat_message.c.text,
    chat_message.c.edited,
    chat_message.c.content,
    chat_message.c.mine,
    chat_message.c.said_at,
    chat_message.c.answers,
)
_MINE = select(*_COLUMNS).where(chat_message.c.person_id == bindparam("person"))
_NEWEST = _MINE.order_by(chat_message.c.id.desc()).limit(bindparam("at_most"))
_BEFORE = _NEWEST.where(chat_message.c.id < bindparam("before"))
_ONE = _MINE.where(chat_message.c.id == bindparam("message"))
_EXCHANGE = _MINE.where(chat_message.c.answers == bindparam("key")).order_by(chat_message.c.id)
_UNREAD = _MINE.where(chat_message.c.shown.is_(False)).order_by(chat_message.c.id)
_UNSEEN = _NEWEST.where(
    chat_message.c.shown.is_(False),
    chat_message.c.mine.is_(False),
    chat_message.c.id >= bindparam("message"),
)
_UNREAD_IDS = (
    select(chat_message.c.id)
    .where(chat_message.c.person_id == bindparam("person"), chat_message.c.shown.is_(False))
    .order_by(chat_message.c.id)
)
_SET_SHOWN = (
    update(chat_message)
    .where(chat_message.c.person_id == bindparam("person"), chat_message.c.shown.is_(False))
    .values(shown=True)
)
_SEE = (
    update(chat_message)
    .where(
        chat_message.c.person_id == bindparam("person"),
        chat_message.c.id <= bindparam("up_to"),
        chat_message.c.shown.is_(False),
    )
    .values(shown=True)
)
_ADD = insert(chat_message).returning(chat_message.c.id)
_REPLACE = (
    update(chat_message)
    .where(
        chat_message.c.person_id == bindparam("person"),
        chat_message.c.id == bindparam("message"),
        chat_message.c.mine.is_(False),
    )
    .values(
        kind=bindparam("new_kind"),
        text=bindparam("new_text"),
        edited=True,
        content=bindparam("new_content"),
        answers=bindparam("new_answers"),
    )
)


_SAID_SINCE = select(
    chat_message.c.person_id,
    chat_message.c.id,
    chat_message.c.text,
    chat_message.c.mine,
    chat_message.c.content,
    chat_message.c.answers,
).where(
    chat_message.c.person_id.in_(bindparam("people", expanding=True)),
    chat_message.c.said_at >= bindparam("since", type_=Instant),
)
_NOTE_ABOUT = (
    update(chat_message)
    .where(
        chat_message.c.person_id == bindparam("person"), chat_message.c.answers == bindparam("key")
    )
    .values(about_id=bindparam("whom"))
)
_BLANK = (
    update(chat_message)
    .where(chat_message.c.id == bindparam("message"))
    .values(text=bindparam("new_text"), content=bindparam("new_content"), edited=True)
)
_ATTACH = insert(attached_table)
_ATTACHED = (
    select(attached_table.c.kind, attached_table.c.data)
    .join(chat_message, chat_message.c.id == attached_table.c.message_id)
    .where(
        chat_message.c.person_id == bindparam("person"), chat_message.c.id == bindparam("message")
    )
)
_DETACH = delete(attached_table).where(attached_table.c.message_id == bindparam("message"))


class StoredTranscripts(Connected, Transcripts):
    """Transcripts on one connection."""

    def __init__(self, connection: Connection) -> None:
        """Begin with nothing blanked."""
        super().__init__(connection)
        self._blanked: list[tuple[int, int]] = []

    @override
    def add(
        self,
        person_id: int,
        organisation_id: int,
        shown: Shown,
        key: str,
        *,
        read: bool = True,
        about_id: int | None = None,
    ) -> Shown:
        values = {
            "person_id": person_id,
            "organisation_id": organisation_id,
            "answers": key,
            "about_id": about_id,
            "mine": shown.mine,
            "kind": shown.kind,
            "text": shown.text,
            "edited": False,
            "content": _content(shown),
            "said_at": shown.said_at,
            "shown": read,
        }
        return replace(shown, id=self._connection.execute(_ADD, values).scalar_one(), key=key)

    @override
    def note_about(self, person_id: int, key: str, about_id: int) -> None:
        asked = {"person": person_id, "key": key, "whom": about_id}
        self._connection.execute(_NOTE_ABOUT, asked)

    @override
    def find_whom(self, what: str, identity: int) -> int | None:
        return find_whom(self._connection, what, identity)

    @override
    def replace(self, person_id: int, organisation_id: int, shown: Shown, key: str) -> Shown:
        changed = self._connection.execute(
            _REPLACE,
            {
                "person": person_id,
                "message": shown.id,
                "new_kind": shown.kind,
                "new_text": shown.text,
                "new_content": _content(shown),
                "new_answers": key,
            },
        )
        if changed.rowcount == 0:
            return self.add(person_id, organisation_id, shown, key)
        return replace(shown, edited=True, key=key)

    @override
    def find(self, person_id: int, message_id: int) -> Shown | None:
        asked = {"person": person_id, "message": message_id}
        row = self._connection.execute(_ONE, asked).one_or_none()
        return _shown(row) if row else None

    @override
    def find_unseen(self, person_id: int, message_id: int) -> Shown | None:
        asked = {"person": person_id, "message": message_id, "at_most": 1}
        row = self._connection.execute(_UNSEEN, asked).one_or_none()
        return _shown(row) if row else None

    @override
    def list_exchange(self, person_id: int, key: str) -> Sequence[Shown]:
        rows = self._connection.execute(_EXCHANGE, {"person": person_id, "key": key})
        return [_shown(row) for row in rows]

    @override
    def list_recent(self, person_id: int, limit: int, before: int | None = None) -> Sequence[Shown]:
        wanted = {"person": person_id, "at_most": limit, "before": before}
        rows = self._connection.execute(_NEWEST if before is None else _BEFORE, wanted)
        return [_shown(row) for row in rows][::-1]

    @override
    def attach(self, organisation_id: int, message_id: int, attached: Attached) -> None:
        row = {"organisation_id": organisation_id, "message_id": message_id}
        self._connection.execute(_ATTACH, {**row, "kind": attached.kind, "data": attached.data})

    @override
    def find_attached(self, person_id: int, message_id: int) -> tuple[str, bytes] | None:
        asked = {"person": person_id, "message": message_id}
        row = self._connection.execute(_ATTACHED, asked).one_or_none()
        return (row.kind, row.data) if row else None

    @override
    def blank(
        self,
        people: Collection[int],
        words: Collection[str],
        since: datetime,
        keys: Collection[str] = (),
    ) -> None:
        rows = self._connection.execute(_SAID_SINCE, {"people": sorted(people), "since": since})
        changed = []
        for row in rows.all():
            before = row.content["files"]
            detached = row.mine and row.answers in keys and before
            text = GONE if detached else without(row.text, words, mine=row.mine)
            files = [] if detached else [file_without(file, words) for file in before]
            if (text, files) != (row.text, before):
                content = {**row.content, "files": files}
                which = {"message": row.id, "person": row.person_id}
                changed.append({**which, "new_text": text, "new_content": content})
        if changed:
            self._connection.execute(_DETACH, changed)
            self._connection.execute(_BLANK, changed)
            self._blanked += [(change["person"], change["message"]) for change in changed]

    @override
    def take_blanked(self) -> Sequence[tuple[int, int]]:
        taken, self._blanked = self._blanked, []
        return taken

    @override
    def see(self, person_id: int, up_to: int) -> None:
        self._connection.execute(_SEE, {"person": person_id, "up_to": up_to})

    @override
    def list_unread(self, person_id: int) -> Sequence[int]:
        return self._connection.execute(_UNREAD_IDS, {"person": person_id}).scalars().all()

    @override
    def take_unread(self, person_id: int) -> Sequence[Shown]:
        rows = self._connection.execute(_UNREAD, {"person": person_id}).all()
        if rows:
            self._connection.execute(_SET_SHOWN, {"person": person_id})
        return [_shown(row) for row in rows]


def _content(shown: Shown) -> dict[str, Any]:
    return {
        "buttons": shown.buttons,
        "form": shown.form,
        "picture": shown.picture,
        "alt": shown.alt,
        "files": list(shown.files),
    }


def _shown(row: Row[*tuple[Any, ...]]) -> Shown:
    return Shown(
        id=row.id,
        kind=row.kind,
        text=row.text,
        edited=row.edited,
        mine=row.mine,
        said_at=row.said_at,
        key=row.answers,
        **row.content,
    )
