"""What people are called abroad: kept beside their names, and settled anew where those change."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Text, bindparam, select, type_coerce, update
from typing_extensions import override

from bot.domain.folding import fold
from bot.domain.school.code_words import propose_words, words_of
from bot.domain.school.names import called_in_school
from bot.domain.school.naming import Naming
from bot.ports.school import CodeWords
from bot.storage.connected import Connected
from bot.storage.tables import organisation_table, person

_PEOPLE = (
    select(
        person.c.id,
        # As it is, wherever this is asked.
        type_coerce(person.c.name, Text).label("full"),
        person.c.called,
        person.c.code_word,
        person.c.school_id,
    )
    .where(person.c.organisation_id == bindparam("organisation"))
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
_OWN = select(person.c.organisation_id, person.c.code_word, organisation_table.c.naming).where(
    person.c.id == bindparam("person"), organisation_table.c.id == person.c.organisation_id
)
_CHOOSE = (
    update(person).where(person.c.id == bindparam("person")).values(code_word=bindparam("new_code"))
)


def organisations_of(connection: Connection, people: Collection[int]) -> Sequence[int]:
    """List whose people these are."""
    if not people:
        return ()
    return list(connection.execute(_ORGANISATIONS, {"people": list(people)}).scalars())


def call_people(connection: Connection, organisation_id: int) -> None:
    """Settle what everybody of a school is called abroad; who has a code word keeps it."""
    people = connection.execute(_PEOPLE, {"organisation": organisation_id}).all()
    called = called_in_school([own.full for own in people])
    codes = _codes(connection, organisation_id, people)
    changed = [
        {"person": own.id, "new_called": name, "new_code": codes[own.id]}
        for own, name in zip(people, called, strict=True)
        if (own.called, own.code_word) != (name, codes[own.id])
    ]
    if changed:
        connection.execute(_CALL, changed)


def _codes(
    connection: Connection, organisation_id: int, people: Sequence[Any]
) -> Mapping[int, str]:
    language = _language(connection, organisation_id)
    taken = _taken(people)
    codes: dict[int, str] = {}
    for own in people:
        codes[own.id] = own.code_word or next(
            propose_words(language, taken, _start(organisation_id, own.school_id))
        )
        taken.add(codes[own.id])
    return codes


def _language(connection: Connection, organisation_id: int) -> str:
    asked = {"organisation": organisation_id}
    return str(connection.execute(_LANGUAGE, asked).scalar_one())


def _taken(people: Iterable[Any]) -> set[str]:
    """List the words that stand for somebody, or are part of a name."""
    names = {word for own in people for word in fold(own.full).replace("-", " ").split()}
    return names | {own.code_word for own in people if own.code_word}


def _start(organisation_id: int, school_id: str) -> int:
    """Choose where in the list to begin: the words follow in no order of names."""
    digest = sha256(f"{organisation_id}:{school_id}".encode()).digest()
    return int.from_bytes(digest[:4])


class StoredCodeWords(Connected, CodeWords):
    """Code words on one connection."""

    @override
    def read_naming(self, person_id: int) -> Naming:
        return Naming(self._connection.execute(_OWN, {"person": person_id}).one().naming)

    @override
    def read_code_word(self, person_id: int) -> str:
        return str(self._connection.execute(_OWN, {"person": person_id}).one().code_word)

    @override
    def list_names(self, person_id: int) -> Mapping[str, str]:
        own = self._connection.execute(_OWN, {"person": person_id}).one()
        people = self._connection.execute(_PEOPLE, {"organisation": own.organisation_id})
        return {known.full: known.code_word for known in people if known.code_word}

    @override
    def call_everybody(self, organisation_id: int) -> None:
        call_people(self._connection, organisation_id)

    @override
    def propose(self, person_id: int) -> str:
        own = self._connection.execute(_OWN, {"person": person_id}).one()
        asked = {"organisation": own.organisation_id}
        people = self._connection.execute(_PEOPLE, asked).all()
        language = _language(self._connection, own.organisation_id)
        words = words_of(language)
        # The next one behind the own: who taps on goes through all of the list.
        start = words.index(own.code_word) + 1 if own.code_word in words else 0
        return next(propose_words(language, _taken(people), start))

    @override
    def choose(self, person_id: int, word: str) -> bool:
        own = self._connection.execute(_OWN, {"person": person_id}).one()
        asked = {"organisation": own.organisation_id}
        people = self._connection.execute(_PEOPLE, asked).all()
        if word in _taken(people):
            return False
        self._connection.execute(_CHOOSE, {"person": person_id, "new_code": word})
        return True
