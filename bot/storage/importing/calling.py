"""What people are called abroad: kept beside their names, and settled anew where those change."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Text, bindparam, select, type_coerce, update

from bot.domain.folding import fold
from bot.domain.school.code_words import hand_out_words
from bot.domain.school.names import called_in_school
from bot.storage.tables import organisation_table, person

PEOPLE = (
    select(
        person.c.id,
        # As it is, wherever this is asked.
        type_coerce(person.c.name, Text).label("full"),
        person.c.called,
        person.c.code_word,
        person.c.school_id,
    )
    .where(person.c.organisation_id == bindparam("organisation"), person.c.erased_at.is_(None))
    .order_by(person.c.id)
)
_LANGUAGE = select(organisation_table.c.language).where(
    organisation_table.c.id == bindparam("organisation")
)
_CALL = (
    update(person)
    .where(person.c.id == bindparam("person"))
    .values(called=bindparam("new_called"), code_word=bindparam("new_code"))
)
_ORGANISATIONS = (
    select(person.c.organisation_id)
    .where(person.c.id.in_(bindparam("people", expanding=True)))
    .distinct()
)


@dataclass(frozen=True, slots=True)
class SomebodyCalled:
    """Somebody of a school: the whole name, and what they are called abroad so far."""

    id: int
    full: str
    called: str
    code_word: str
    school_id: str


def organisations_of(connection: Connection, people: Collection[int]) -> Sequence[int]:
    """List whose people these are."""
    if not people:
        return ()
    return list(connection.execute(_ORGANISATIONS, {"people": list(people)}).scalars())


def call_people(connection: Connection, organisation_id: int) -> None:
    """Settle what everybody of a school is called abroad.

    Who has a code word keeps it, unless somebody came whose name it is: then it would name two.
    """
    known = connection.execute(PEOPLE, {"organisation": organisation_id}).all()
    people = _without_names([SomebodyCalled(*row) for row in known])
    called = called_in_school([own.full for own in people])
    codes = _codes(connection, organisation_id, people)
    changed = [
        {"person": own.id, "new_called": name, "new_code": codes[own.id]}
        for own, before, name in zip(people, known, called, strict=True)
        if (before.called, before.code_word) != (name, codes[own.id])
    ]
    if changed:
        connection.execute(_CALL, changed)


def _without_names(people: Sequence[SomebodyCalled]) -> Sequence[SomebodyCalled]:
    """Take away the code words that are part of somebody's name."""
    names = words_of_names(people)
    return [replace(own, code_word="") if own.code_word in names else own for own in people]


def _codes(
    connection: Connection, organisation_id: int, people: Sequence[Any]
) -> Mapping[int, str]:
    language = language_of(connection, organisation_id)
    codes = {own.id: own.code_word for own in people if own.code_word}
    new = [own for own in people if not own.code_word]
    starts = (_start(organisation_id, own.school_id) for own in new)
    given = hand_out_words(language, taken_words(people), starts)
    codes.update(zip([own.id for own in new], given, strict=True))
    return codes


def language_of(connection: Connection, organisation_id: int) -> str:
    """Read the language of a school, in which its code words are."""
    asked = {"organisation": organisation_id}
    return str(connection.execute(_LANGUAGE, asked).scalar_one())


def taken_words(people: Iterable[Any]) -> set[str]:
    """List the words that stand for somebody, or are part of a name."""
    people = list(people)
    return words_of_names(people) | {own.code_word for own in people if own.code_word}


def words_of_names(people: Iterable[Any]) -> set[str]:
    """List the words, folded, of everybody's name."""
    return {word for own in people for word in fold(own.full).replace("-", " ").split()}


def _start(organisation_id: int, school_id: str) -> int:
    """Choose where in the list to begin: the words follow in no order of names."""
    digest = sha256(f"{organisation_id}:{school_id}".encode()).digest()
    return int.from_bytes(digest[:4])
