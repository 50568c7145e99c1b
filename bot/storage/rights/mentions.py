"""Where somebody is named who is no tie of the row: the name is looked for, and taken out.

The full name is looked for in the whole school, unless somebody else there has the same; the first
name in the conversations of those who were around a track with the person. Of our own messages all
words go, of what others typed the name alone: those are their words. What is signed stays.
"""

import json
import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any
from unicodedata import normalize

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    String,
    Table,
    and_,
    bindparam,
    cast,
    exists,
    or_,
    select,
    union,
    update,
)

from bot.domain.school.names import first_name_of
from bot.domain.telling.delivery import DeliveryError, DeliveryState
from bot.ports.rights.erasing import Known
from bot.storage.rights.declared import DECLARED
from bot.storage.tables import (
    chat_message,
    dialogue,
    entry,
    former_involvement,
    involvement,
    metadata,
    note,
    outbox,
    score,
    track,
)

WITHOUT = "[…]"
"""What stands where a name was; of our own messages nothing else is left."""

SIGNED = frozenset({"photo_track", "decision", "decision_told"})
"""What is signed, or stands beside it: what goes of it each column declares."""

_OWN_WAY = frozenset({"chat_message"})

_SHORTEST = 2
"""Letters of a first name that is looked for: a single one is anybody's."""

_APOSTROPHES = "'\u2018\u2019`\u00b4"

_NOTHING_LEFT: dict[str, Any] = {
    "buttons": [],
    "form": None,
    "picture": None,
    "alt": None,
    "files": [],
}

_SAYS = (score, note)
_OWN_TRACKS = select(track.c.id).where(track.c.student_id == bindparam("person"))
_TRACKS = union(
    _OWN_TRACKS,
    *(
        select(of.c.track_id).where(of.c.person_id == bindparam("person"))
        for of in (involvement, former_involvement)
    ),
)
_AROUND = union(
    select(track.c.student_id).where(track.c.id.in_(_TRACKS)),
    *(
        select(of.c.person_id).where(of.c.track_id.in_(_TRACKS))
        for of in (involvement, former_involvement)
    ),
)
_THESE = bindparam("tracks", expanding=True, type_=Integer)
_ABOUT = select(entry.c.source).where(
    entry.c.source != "",
    or_(*(exists().where(of.c.entry_id == entry.c.id, of.c.track_id.in_(_THESE)) for of in _SAYS)),
    # What one line said of others as well stays theirs.
    *(~exists().where(of.c.entry_id == entry.c.id, of.c.track_id.not_in(_THESE)) for of in _SAYS),
)
_OF_OTHERS = select(entry.c.source).where(
    entry.c.source != "",
    or_(
        *(exists().where(of.c.entry_id == entry.c.id, of.c.track_id.not_in(_THESE)) for of in _SAYS)
    ),
)
_TYPED = and_(
    chat_message.c.person_id != bindparam("person"),
    or_(
        chat_message.c.answers.in_(_ABOUT),
        # What was kept as something else than a score or a note, or as nothing.
        and_(
            chat_message.c.about_id == bindparam("person"),
            chat_message.c.answers.not_in(_OF_OTHERS),
        ),
    ),
)
_SAID = select(chat_message.c.id, chat_message.c.mine, chat_message.c.text, chat_message.c.content)


def blank_mentions(connection: Connection, known: Known) -> None:
    """Take a person's name out of conversations, of what was sent, and of other free words."""
    around = connection.execute(_AROUND, {"person": known.id}).scalars().all()
    others = [person_id for person_id in around if person_id != known.id]
    first = first_name_of(known.name)
    near = [known.name, *([first] if len(first) >= _SHORTEST else [])]
    _blank_about(connection, known)
    _blank_said(connection, near, chat_message.c.person_id.in_(others))
    if known.is_namesake:
        return
    ours = chat_message.c.organisation_id == known.organisation_id
    _blank_said(connection, [known.name], ours & (chat_message.c.person_id != known.id))
    pattern = _pattern([known.name])
    held = select(outbox.c.id, outbox.c.content).where(
        outbox.c.organisation_id == known.organisation_id,
        _holds(outbox.c.content, _rows([known.name])),
    )
    named = [
        row.id
        for row in connection.execute(held).all()
        if _without(row.content, pattern) != row.content
    ]
    about = outbox.c.id.in_(named)
    # An alert may point at it, so the row stays; what waits in it is never sent.
    waits = outbox.c.state == DeliveryState.PENDING.value
    dead = {"state": DeliveryState.DEAD.value, "last_error": DeliveryError.DONE.value}
    connection.execute(update(outbox).where(about, waits).values(dead))
    connection.execute(update(outbox).where(about).values(content={}))
    for table, columns in _other_words():
        _replace(connection, table, columns, known)


def names_in_json(known: Known) -> Sequence[str]:
    """List how the full name may stand in what is kept as JSON; none where it may be another's."""
    forms = dict.fromkeys([known.name, json.dumps(known.name)[1:-1]])
    return [] if known.is_namesake else list(forms)


def _rows(names: Collection[str]) -> list[str]:
    """List what stands in every text and JSON with a name, however its accents are written.

    JSON writes other letters by their number, SQLite takes only plain ones for the same in
    capitals, and who types leaves accents out: so it is the longest row of plain letters.
    """
    return list(dict.fromkeys(_plainest(name) for name in names))


def _plainest(name: str) -> str:
    rows = re.findall(r"[^\W\d_]+", re.sub(r"[^\x00-\x7f]", " ", name), re.ASCII)
    return max(rows, key=len, default="")


def _holds(column: ColumnElement[Any], forms: Collection[str]) -> ColumnElement[bool]:
    text = cast(column, String)
    return or_(*(text.icontains(form, autoescape=True) for form in forms))


def _pattern(names: Collection[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    any_of = "|".join("".join(map(_letter, normalize("NFC", name))) for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", re.IGNORECASE)


def _letter(letter: str) -> str:
    """Match a letter with its accent, however that is written, and without it."""
    apart = normalize("NFD", letter)
    if letter.isspace():
        return r"\s+"
    if letter in _APOSTROPHES:
        return f"[{_APOSTROPHES}]"
    return re.escape(letter) if apart == letter else f"(?:{apart}|{letter}|{apart[0]})"


def _blank_about(connection: Connection, known: Known) -> None:
    """Empty what others typed about somebody alone, and our answers; and what of it waits."""
    asked = {"tracks": list(known.tracks), "person": known.id}
    for row in connection.execute(_SAID.where(_TYPED), asked).all():
        _empty(connection, row)
    waits = select(dialogue.c.person_id, dialogue.c.data).where(
        dialogue.c.organisation_id == known.organisation_id, dialogue.c.asking != ""
    )
    for row in connection.execute(waits).all():
        if row.data.get("track") in set(known.tracks):
            closed = update(dialogue).where(dialogue.c.person_id == row.person_id)
            connection.execute(closed.values(asking="", data={}))


def _empty(connection: Connection, row: Any) -> None:
    nothing = {"text": WITHOUT, "content": {**row.content, **_NOTHING_LEFT}, "edited": True}
    connection.execute(update(chat_message).where(chat_message.c.id == row.id).values(nothing))


def _blank_said(connection: Connection, names: Collection[str], whose: ColumnElement[bool]) -> None:
    """Empty our messages that name somebody, and take the name out of those that people typed."""
    pattern, forms = _pattern(names), _rows(names)
    found = _holds(chat_message.c.text, forms) | _holds(chat_message.c.content, forms)
    for row in connection.execute(_SAID.where(whose, found)).all():
        text = pattern.sub(WITHOUT, row.text)
        content = _without(row.content, pattern)
        if (text, content) == (row.text, row.content):
            continue
        if not row.mine:
            _empty(connection, row)
            continue
        own = update(chat_message).where(chat_message.c.id == row.id)
        connection.execute(own.values(edited=True, text=text, content=content))


def _without(kept: Any, pattern: re.Pattern[str]) -> Any:
    match kept:
        case str():
            return pattern.sub(WITHOUT, kept)
        case list():
            return [_without(part, pattern) for part in kept]
        case dict():
            return {name: _without(part, pattern) for name, part in kept.items()}
    return kept


def _other_words() -> Iterator[tuple[Table, list[Column[Any]]]]:
    """List the columns in which anybody may be named, beside conversations and what is signed."""
    for own in DECLARED.values():
        table = metadata.tables[own.name]
        columns = [table.c[column.name] for column in own.columns.values() if column.mentions]
        if columns and own.name not in SIGNED | _OWN_WAY:
            yield table, columns


def _replace(
    connection: Connection, table: Table, columns: Sequence[Column[Any]], known: Known
) -> None:
    pattern, forms = _pattern([known.name]), _rows([known.name])
    for column in columns:
        whose = [table.c.organisation_id == known.organisation_id] if _is_of_school(table) else []
        keys = list(table.primary_key)
        looked = select(*keys, column.label("held")).where(_holds(column, forms), *whose)
        for row in connection.execute(looked).all():
            bare = _without(row.held, pattern)
            if bare != row.held:
                this = [key == value for key, value in zip(keys, row[:-1], strict=True)]
                connection.execute(update(table).where(*this).values({column.name: bare}))


def _is_of_school(table: Table) -> bool:
    return "organisation_id" in table.c
