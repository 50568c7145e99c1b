"""Choose the language in which somebody is addressed."""

from dataclasses import replace
from datetime import datetime

from bot.domain.languages import LANGUAGES
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act


def choose_language(uow: UnitOfWork, person: Person, language: str, at: datetime) -> Person:
    """Address somebody in a language from now on, and return the person as they are then.

    A code of no language that we speak changes nothing.
    """
    if language not in LANGUAGES:
        return person
    if language != person.language:
        kept = {"of": 0, "language": person.language}
        uow.acts.record(person.id, Act.LANGUAGE, at, before=kept)
    uow.people.set_language(person.id, language)
    return replace(person, language=language)
