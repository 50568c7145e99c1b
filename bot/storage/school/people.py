"""People: reading them, and what each prefers."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    String,
    bindparam,
    case,
    func,
    literal_column,
    or_,
    select,
    update,
)
from typing_extensions import override

from bot.domain.languages import LANGUAGES, spoken
from bot.domain.school.tracks import Person
from bot.domain.telling.hours import Hours
from bot.domain.telling.places import Place
from bot.domain.telling.profiles import Profile
from bot.ports import People, Preferences
from bot.storage.connected import Connected
from bot.storage.tables import organisation_table, person


def _ours(language: ColumnElement[Any]) -> ColumnElement[Any]:
    """Take a language only where we speak it: else the next one counts, at last the school's."""
    begins = func.lower(func.substr(language, literal_column("1"), literal_column("2")))
    # Written out once: as parameters they would be handed over each time that it is asked.
    ours = (literal_column(f"'{code}'", String) for code in LANGUAGES)
    return case((or_(*(begins == code for code in ours)), language))


PERSON_COLUMNS = (
    person.c.id,
    person.c.organisation_id,
    person.c.school_id,
    person.c.name,
    # What somebody chose goes before what the school's roster says, however often it is read.
    func.coalesce(
        _ours(person.c.chosen_language), _ours(person.c.language), organisation_table.c.language
    ).label("language"),
    func.coalesce(person.c.time_zone, organisation_table.c.time_zone).label("time_zone"),
    organisation_table.c.sample,
    organisation_table.c.manner,
)
NEAREST_FIRST = (
    organisation_table.c.sample,
    organisation_table.c.language != bindparam("spoken"),
    organisation_table.c.id,
)
"""How organisations are ordered: the school, the sample in a language, the others."""

PEOPLE = select(*PERSON_COLUMNS).join(
    organisation_table, organisation_table.c.id == person.c.organisation_id
)
"""Everybody, each a row of PERSON_COLUMNS, to be chosen from."""

# NO KEY UPDATE: two lanes serve one person serially, while rows that point at the person may
# still be written by others.
_GLANCE = PEOPLE.where(person.c.id == bindparam("person"))
_ONE = _GLANCE.with_for_update(key_share=True, of=person)
_CARE = select(organisation_table.c.care).where(
    organisation_table.c.id == bindparam("organisation")
)
_MANNER = (
    select(organisation_table.c.manner)
    .where(organisation_table.c.sample.is_(False))
    .order_by(organisation_table.c.id)
    .limit(1)
)
_ALL = PEOPLE.where(person.c.erased_at.is_(None)).order_by(*NEAREST_FIRST, person.c.name)
_CALLED = _ALL.where(person.c.school_id == bindparam("school_id"))
_OF_THE_SAMPLE = PEOPLE.where(
    organisation_table.c.sample, organisation_table.c.language == bindparam("spoken")
).order_by(person.c.id)
_ONE_OF_THE_SAMPLE = _OF_THE_SAMPLE.where(person.c.school_id == bindparam("school_id"))
_PREFERENCES = select(
    person.c.profile,
    person.c.hours,
    person.c.muted,
    person.c.absent_until,
    person.c.few,
    person.c.one_by_one,
    person.c.told_on,
    person.c.absence_told,
    person.c.absent_from,
).where(person.c.id == bindparam("person"))
_SET_LANGUAGE = (
    update(person)
    .where(person.c.id == bindparam("person"))
    .values(chosen_language=bindparam("new_language"))
)
_LIKES = select(person.c.one_by_one).where(person.c.id == bindparam("person"))
_LIKE = (
    update(person).where(person.c.id == bindparam("person")).values(one_by_one=bindparam("likes"))
)
_SET_PREFERENCES = (
    update(person)
    .where(person.c.id == bindparam("person"))
    .values(
        profile=bindparam("new_profile"),
        hours=bindparam("new_hours"),
        muted=bindparam("new_muted"),
        absent_until=bindparam("new_absent_until"),
        absence_told=bindparam("new_absence_told"),
        absent_from=bindparam("new_absent_from"),
        few=bindparam("new_few"),
        one_by_one=bindparam("new_one_by_one"),
        told_on=bindparam("new_told_on"),
    )
)


def person_of(row: Row[*tuple[Any, ...]]) -> Person:
    """Make a person of a row of PERSON_COLUMNS."""
    known = row._mapping
    return Person(**{**known, "language": spoken(known["language"])})


class StoredPeople(Connected, People):
    """People on one connection."""

    @override
    def find_and_hold(self, person_id: int) -> Person | None:
        row = self._connection.execute(_ONE, {"person": person_id}).one_or_none()
        return person_of(row) if row else None

    @override
    def find(self, person_id: int) -> Person | None:
        row = self._connection.execute(_GLANCE, {"person": person_id}).one_or_none()
        return person_of(row) if row else None

    def list_all(self, language: str = "en") -> list[Person]:
        """List everybody: real people, then the sample's in a language, then those in another."""
        rows = self._connection.execute(_ALL, {"spoken": language})
        return [person_of(row) for row in rows]

    def list_by_school_id(self, school_id: str, language: str = "en") -> list[Person]:
        """List who has this id, in the same order."""
        rows = self._connection.execute(_CALLED, {"school_id": school_id, "spoken": language})
        return [person_of(row) for row in rows]

    def list_sample(self, language: str = "en") -> list[Person]:
        """List the people of the sample in a language, in the order of its file."""
        rows = self._connection.execute(_OF_THE_SAMPLE, {"spoken": language})
        return [person_of(row) for row in rows]

    def find_in_sample(self, school_id: str, language: str) -> Person | None:
        """Find one of the people of the sample in a language by the school's id."""
        asked = {"school_id": school_id, "spoken": language}
        row = self._connection.execute(_ONE_OF_THE_SAMPLE, asked).first()
        return person_of(row) if row else None

    @override
    def read_care(self, organisation_id: int) -> str:
        asked = {"organisation": organisation_id}
        return self._connection.execute(_CARE, asked).scalar_one_or_none() or ""

    @override
    def read_manner(self) -> str:
        return self._connection.execute(_MANNER).scalar() or ""

    @override
    def set_language(self, person_id: int, language: str) -> None:
        self._connection.execute(_SET_LANGUAGE, {"person": person_id, "new_language": language})

    @override
    def read_preferences(self, person_id: int) -> Preferences:
        row = self._connection.execute(_PREFERENCES, {"person": person_id}).one()
        return Preferences(
            Profile(row.profile),
            Hours(row.hours),
            row.muted,
            row.absent_until,
            row.few,
            row.one_by_one,
            # Another version of the program may know other places.
            Place(row.told_on) if row.told_on in tuple(Place) else None,
            row.absence_told,
            row.absent_from,
        )

    @override
    def read_one_by_one(self, person_id: int) -> bool:
        return bool(self._connection.execute(_LIKES, {"person": person_id}).scalar_one())

    @override
    def like_one_by_one(self, person_id: int, *, likes: bool) -> None:
        self._connection.execute(_LIKE, {"person": person_id, "likes": likes})

    @override
    def set_preferences(self, person_id: int, preferences: Preferences) -> None:
        self._connection.execute(
            _SET_PREFERENCES,
            {
                "person": person_id,
                "new_profile": preferences.profile,
                "new_hours": preferences.hours,
                "new_muted": preferences.muted,
                "new_absent_until": preferences.absent_until,
                "new_absence_told": preferences.absence_told,
                "new_absent_from": preferences.absent_from,
                "new_few": preferences.few,
                "new_one_by_one": preferences.one_by_one,
                "new_told_on": preferences.told_on,
            },
        )
