"""Code words: whose each is, and another one for whoever wants that."""

from collections.abc import Mapping

from sqlalchemy import bindparam, select, update
from typing_extensions import override

from bot.domain.school.code_words import propose_words, words_of
from bot.domain.school.naming import Naming
from bot.ports.school.code_words import CodeWords
from bot.storage.connected import Connected
from bot.storage.importing.calling import PEOPLE, call_people, language_of, taken_words
from bot.storage.tables import organisation_table, person

_OWN = select(person.c.organisation_id, person.c.code_word, organisation_table.c.naming).where(
    person.c.id == bindparam("person"), organisation_table.c.id == person.c.organisation_id
)
_CHOOSE = (
    update(person).where(person.c.id == bindparam("person")).values(code_word=bindparam("new_code"))
)


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
        people = self._connection.execute(PEOPLE, {"organisation": own.organisation_id})
        return {known.full: known.code_word for known in people if known.code_word}

    @override
    def call_everybody(self, organisation_id: int) -> None:
        call_people(self._connection, organisation_id)

    @override
    def propose(self, person_id: int) -> str:
        own = self._connection.execute(_OWN, {"person": person_id}).one()
        asked = {"organisation": own.organisation_id}
        people = self._connection.execute(PEOPLE, asked).all()
        language = language_of(self._connection, own.organisation_id)
        words = words_of(language)
        # The next one behind the own: who taps on goes through all of the list.
        start = words.index(own.code_word) + 1 if own.code_word in words else 0
        return next(propose_words(language, taken_words(people), start))

    @override
    def choose(self, person_id: int, word: str) -> bool:
        own = self._connection.execute(_OWN, {"person": person_id}).one()
        asked = {"organisation": own.organisation_id}
        people = self._connection.execute(PEOPLE, asked).all()
        if word in taken_words(people):
            return False
        self._connection.execute(_CHOOSE, {"person": person_id, "new_code": word})
        return True
