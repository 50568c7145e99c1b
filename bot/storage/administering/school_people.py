"""The people of a school, for whoever runs it, on one connection."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice

from sqlalchemy import (
    and_,
    bindparam,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
    union_all,
)
from typing_extensions import override

from bot.domain.folding import in_one_of
from bot.domain.languages import spoken
from bot.domain.school.naming import understood
from bot.domain.school.tracks import Person, Role
from bot.ports.administering.school_people import PeopleCount, SchoolPeople, SomebodyAround
from bot.storage.connected import Connected
from bot.storage.school.people import PEOPLE, PERSON_COLUMNS, person_of
from bot.storage.tables import (
    account,
    class_group,
    involvement,
    organisation_table,
    person,
    placement,
    track,
)

_THESE = and_(person.c.organisation_id == bindparam("organisation"), person.c.erased_at.is_(None))
_JOINED = exists(literal_column("1")).where(
    account.c.person_id == person.c.id, account.c.left_at.is_(None)
)
_PEOPLE = PEOPLE.where(_THESE)
_ONE = _PEOPLE.where(person.c.id == bindparam("person"))
_BY_ID = _PEOPLE.where(person.c.school_id == bindparam("words"))
_CALLED = _PEOPLE.where(
    or_(
        person.c.folded_name.contains(bindparam("longest")),
        # Of one without a code word nothing is found by it.
        and_(person.c.code_word == bindparam("words"), person.c.code_word != ""),
    )
).order_by(person.c.folded_name, person.c.id)
_COUNT = select(
    func.count(person.c.id).label("people"),
    func.count(person.c.id).filter(_JOINED).label("joined"),
).where(_THESE)
_RUNS = exists(literal_column("1")).where(
    placement.c.track_id == track.c.id, placement.c.ended_at.is_(None)
)
_ROLES = union_all(
    select(literal(Role.STUDENT.value).label("role")).where(
        exists(literal_column("1")).where(track.c.student_id == bindparam("person"), _RUNS)
    ),
    select(involvement.c.role).where(involvement.c.person_id == bindparam("person")).distinct(),
)
_coaches, _teaches = involvement.alias("coaches"), involvement.alias("teaches")
_IN_TWO_ROLES = (
    select(person.c.name, involvement.c.role)
    .join(involvement, involvement.c.person_id == person.c.id)
    .where(
        involvement.c.track_id == bindparam("track"),
        *(
            exists(literal_column("1")).where(
                their.c.person_id == person.c.id, their.c.role == role.value
            )
            for their, role in ((_coaches, Role.COACH), (_teaches, Role.TEACHER))
        ),
    )
    .distinct()
)
_GROUPS = (
    select(class_group.c.id, class_group.c.name)
    .where(
        class_group.c.organisation_id == bindparam("organisation"),
        exists(literal_column("1")).where(track.c.class_group_id == class_group.c.id, _RUNS),
    )
    .order_by(class_group.c.name)
)
_INSIDE = and_(track.c.class_group_id == bindparam("class_group"), _RUNS)
_around = union_all(
    select(track.c.student_id.label("person_id"), literal(Role.STUDENT.value).label("role")).where(
        _INSIDE
    ),
    select(involvement.c.person_id, involvement.c.role)
    .join(track, track.c.id == involvement.c.track_id)
    .where(_INSIDE),
).subquery("around")
_AROUND = (
    select(*PERSON_COLUMNS, _around.c.role, _JOINED.label("joined"))
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .join(_around, _around.c.person_id == person.c.id)
    .where(_THESE)
    .order_by(person.c.folded_name, person.c.id)
)


class StoredSchoolPeople(Connected, SchoolPeople):
    """The people of a school on one connection."""

    @override
    def find(self, organisation_id: int, person_id: int) -> Person | None:
        asked = {"organisation": organisation_id, "person": person_id}
        row = self._connection.execute(_ONE, asked).one_or_none()
        return person_of(row) if row else None

    @override
    def list_called(self, organisation_id: int, words: str, at_most: int) -> Sequence[Person]:
        asked = {"organisation": organisation_id, "words": words}
        if row := self._connection.execute(_BY_ID, asked).one_or_none():
            return [person_of(row)]
        parts = sorted(words.split(), key=len)
        longest = parts[-1] if parts else ""
        asked = {"organisation": organisation_id, "longest": longest, "words": words}
        found = self._connection.execute(_CALLED, asked)
        people = map(person_of, found)
        fitting = (own for own in people if in_one_of(understood(own.name), parts))
        return list(islice(fitting, at_most))

    @override
    def count(self, organisation_id: int) -> PeopleCount:
        row = self._connection.execute(_COUNT, {"organisation": organisation_id}).one()
        return PeopleCount(row.people, row.joined)

    @override
    def list_roles(self, person_id: int) -> Sequence[Role]:
        found = self._connection.execute(_ROLES, {"person": person_id}).scalars()
        return sorted(map(Role, found), key=list(Role).index)

    @override
    def list_in_two_roles(self, track_id: int) -> Mapping[str, frozenset[Role]]:
        found: dict[str, frozenset[Role]] = {}
        for row in self._connection.execute(_IN_TWO_ROLES, {"track": track_id}):
            found[row.name] = found.get(row.name, frozenset()) | {Role(row.role)}
        return found

    @override
    def list_class_groups(self, organisation_id: int) -> Sequence[tuple[int, str]]:
        rows = self._connection.execute(_GROUPS, {"organisation": organisation_id})
        return [(row.id, row.name) for row in rows]

    @override
    def list_around(self, organisation_id: int, class_group_id: int) -> Sequence[SomebodyAround]:
        asked = {"organisation": organisation_id, "class_group": class_group_id}
        people: dict[int, tuple[Person, bool]] = {}
        roles: dict[int, set[Role]] = defaultdict(set)
        for row in self._connection.execute(_AROUND, asked):
            known = {name: row._mapping[name] for name in Person.__dataclass_fields__}
            person_ = Person(**{**known, "language": spoken(row.language)})
            people[row.id] = (person_, row.joined)
            roles[row.id].add(Role(row.role))
        order = list(Role).index
        found = [
            SomebodyAround(own, sorted(roles[own.id], key=order), joined)
            for own, joined in people.values()
        ]
        return sorted(found, key=lambda around: order(around.roles[0]))
