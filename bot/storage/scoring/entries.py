"""Entries: what one message or one dialogue recorded, and can take back as a whole."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from bot.ports import Entry, Seat
from bot.ports.acts import Act
from bot.ports.scoring import SaidScore, Saying
from bot.storage.scoring.history import score_of, shortened
from bot.storage.tables import entry, note, person, score

_COLUMNS = (
    entry.c.id, entry.c.author_id, entry.c.said_at, entry.c.undone_at, entry.c.title,
    entry.c.act, entry.c.before,
)  # fmt: skip
_OPEN = insert(entry).returning(entry.c.id)
_ONE = select(*_COLUMNS).where(entry.c.id == bindparam("entry"))
_STANDING = (
    select(*_COLUMNS)
    .where(entry.c.author_id == bindparam("author"), entry.c.undone_at.is_(None))
    .order_by(entry.c.id.desc())
    .limit(bindparam("at_most"))
)
_OF_SOURCE = _STANDING.where(entry.c.source == bindparam("source"))
_OF_NOTE = _STANDING.where(
    entry.c.id.in_(
        select(note.c.entry_id).where(
            note.c.author_id == bindparam("author"), note.c.source == bindparam("source")
        )
    )
)
_SET_UNDONE = (
    update(entry)
    .where(entry.c.id == bindparam("entry"), entry.c.undone_at.is_(None))
    .values(undone_at=bindparam("at"))
)
_SET_STANDING = update(entry).where(entry.c.id == bindparam("entry")).values(undone_at=None)
_TOUCHED = (
    select(score.c.track_id, score.c.competence_id)
    .where(score.c.entry_id == bindparam("entry"))
    .union(
        select(note.c.track_id, note.c.competence_id).where(note.c.entry_id == bindparam("entry"))
    )
    .order_by("track_id", "competence_id")
)
# Of each author as few as give the same marks.
_beside = shortened(
    select(score)
    .join(entry, entry.c.id == score.c.entry_id)
    .where(
        score.c.track_id == bindparam("track"),
        score.c.role == bindparam("role"),
        score.c.indicator_id.in_(bindparam("indicators", expanding=True)),
        score.c.entry_id != bindparam("entry"),
        entry.c.undone_at.is_(None),
    ),
    score.c.author_id,
).subquery("beside")
_BESIDE = (
    select(*_beside.c, person.c.name.label("author"))
    .join(person, person.c.id == _beside.c.author_id)
    .order_by(_beside.c.said_at, _beside.c.id)
)
_SAID_IN = select(score).where(score.c.entry_id == bindparam("entry")).order_by(score.c.id)
_ADD_NOTE = insert(note)
_CARRY_NOTES = (
    update(note).where(note.c.entry_id == bindparam("entry")).values(entry_id=bindparam("to"))
)
_CORRECT_NOTE = (
    update(note)
    .where(
        note.c.author_id == bindparam("author"),
        note.c.source == bindparam("message"),
        note.c.entry_id.in_(select(entry.c.id).where(entry.c.undone_at.is_(None))),
    )
    .values(text=bindparam("words"))
)


def entry_of(row: Row[*tuple[Any, ...]] | None) -> Entry | None:
    """Make an entry of a row, if there is one."""
    if row is None:
        return None
    act = Act(row.act) if row.act else None
    return Entry(
        row.id, row.author_id, row.said_at, row.undone_at, row.title, act, row.before or {}
    )


def open_entry(
    connection: Connection,
    organisation_id: int,
    author_id: int,
    said_at: datetime,
    title: str,
    source: str,
) -> Entry:
    """Begin an entry."""
    values = {
        "organisation_id": organisation_id,
        "author_id": author_id,
        "said_at": said_at,
        "title": title,
        "source": source,
    }
    identity = connection.execute(_OPEN, values).scalar_one()
    return Entry(identity, author_id, said_at, None, title)


def find_entry(connection: Connection, entry_id: int) -> Entry | None:
    """Find an entry by identity."""
    return entry_of(connection.execute(_ONE, {"entry": entry_id}).one_or_none())


def list_standing(connection: Connection, author_id: int, at_most: int) -> list[Entry]:
    """List somebody's entries that still stand, the newest first."""
    asked = {"author": author_id, "at_most": at_most}
    return [found for row in connection.execute(_STANDING, asked) if (found := entry_of(row))]


def standing_of_source(connection: Connection, author_id: int, source: str) -> Entry | None:
    """Find the standing entry that a message made."""
    asked = {"author": author_id, "source": source, "at_most": 1}
    return entry_of(connection.execute(_OF_SOURCE, asked).one_or_none())


def standing_of_note(connection: Connection, author_id: int, source: str) -> Entry | None:
    """Find the standing entry with the note that a message was."""
    asked = {"author": author_id, "source": source, "at_most": 1}
    return entry_of(connection.execute(_OF_NOTE, asked).one_or_none())


def set_undone(connection: Connection, entry_id: int, at: datetime) -> bool:
    """Mark an entry undone; False when it already was."""
    return connection.execute(_SET_UNDONE, {"entry": entry_id, "at": at}).rowcount == 1


def set_standing(connection: Connection, entry_id: int) -> None:
    """Mark an entry as standing again."""
    connection.execute(_SET_STANDING, {"entry": entry_id})


def touched(connection: Connection, entry_id: int) -> Sequence[tuple[int, int]]:
    """List the (track, competence) pairs an entry touched."""
    return [
        (row.track_id, row.competence_id)
        for row in connection.execute(_TOUCHED, {"entry": entry_id})
    ]


def add_note(connection: Connection, values: dict[str, Any]) -> None:
    """Insert a note."""
    connection.execute(_ADD_NOTE, values)


def correct_note(connection: Connection, author_id: int, source: str, text: str) -> bool:
    """Replace the words of the standing note that a message was; False where there is none."""
    asked = {"author": author_id, "message": source, "words": text}
    return connection.execute(_CORRECT_NOTE, asked).rowcount > 0


def said_beside(
    connection: Connection, entry_id: int, seat: Seat, indicators: Collection[int]
) -> list[Saying]:
    """List what stands of indicators in a seat's perspective beside an entry, newest first."""
    asked = {
        "entry": entry_id,
        "track": seat.track_id,
        "role": seat.role.value,
        "indicators": list(indicators),
    }
    return [_saying(row) for row in reversed(connection.execute(_BESIDE, asked).all())]


def _saying(row: Row[*tuple[Any, ...]]) -> Saying:
    return Saying(row.indicator_id, row.author_id, row.author, score_of(row))


def said_in(connection: Connection, entry_id: int) -> list[SaidScore]:
    """List the scores of an entry, in the order in which they were said."""
    rows = connection.execute(_SAID_IN, {"entry": entry_id})
    return [SaidScore(row.competence_id, row.indicator_id, score_of(row)) for row in rows]


def carry_notes(connection: Connection, entry_id: int, to: int) -> int:
    """Put the notes of an entry under another; gives their number."""
    return connection.execute(_CARRY_NOTES, {"entry": entry_id, "to": to}).rowcount
