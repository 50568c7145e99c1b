"""Tracks as one person meets them: in which roles, at which placements, with which focus."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    Select,
    bindparam,
    delete,
    exists,
    false,
    func,
    insert,
    literal,
    literal_column,
    null,
    or_,
    select,
    union,
    union_all,
)
from typing_extensions import override

from bot.domain.days import EVER
from bot.domain.rights.noticing import GuardianState
from bot.domain.school.frameworks import Programme
from bot.domain.school.names import Called, full_names, shown_names
from bot.domain.school.tracks import Placement, Role, Track
from bot.ports import Seat, Tracks
from bot.ports.planning.contexts import KeptContext
from bot.storage.clock.afterwards import COUNCIL_SINCE, seats_afterwards
from bot.storage.columns import Instant
from bot.storage.school import contexts
from bot.storage.school.programmes import Cache, read_programme
from bot.storage.tables import (
    class_group,
    focus,
    involvement,
    person,
    placement,
    programme,
    substitute,
    track,
    workplace,
)

_here = placement.alias("here")
_other, _there = track.alias("other"), placement.alias("there")
_RUNS = exists(literal_column("1")).where(
    _here.c.track_id == track.c.id, _here.c.ended_at.is_(None)
)
# A student with nothing but ended tracks keeps looking at them.
_NONE_RUNS = ~exists(literal_column("1")).where(
    _other.c.student_id == bindparam("person"),
    _there.c.track_id == _other.c.id,
    _there.c.ended_at.is_(None),
)
_ENDED = (
    select(func.max(_here.c.ended_at, type_=Instant))
    .where(_here.c.track_id == track.c.id, ~_RUNS)
    .scalar_subquery()
)
_beside = involvement.alias("beside")
_SHARED = exists(literal_column("1")).where(
    _beside.c.track_id == involvement.c.track_id,
    _beside.c.role == involvement.c.role,
    _beside.c.person_id != involvement.c.person_id,
)
_LEARNS = select(
    track.c.id.label("track_id"),
    literal(Role.STUDENT.value).label("role"),
    literal(None).label("placement_id"),
    false().label("shared"),
    _ENDED.label("ended_at"),
).where(track.c.student_id == bindparam("person"))
# Who stands in for a while sees nothing from that minute on, whenever the clock looks by.
_AROUND = (
    select(
        involvement.c.track_id,
        involvement.c.role,
        involvement.c.placement_id,
        _SHARED.label("shared"),
        null(),
    )
    .outerjoin(substitute, substitute.c.id == involvement.c.substitute_id)
    .where(
        involvement.c.person_id == bindparam("person"),
        or_(
            involvement.c.substitute_id.is_(None),
            substitute.c.ends_at > bindparam("seen_at", type_=Instant),
        ),
    )
)
_left = seats_afterwards("person").subquery("left")
_LEFT = select(_left.c.track_id, _left.c.role, _left.c.placement_id, false(), _left.c.ended_at)


def _tracks(*seats: Select[Any]) -> Select[Any]:
    """Choose the tracks of a person's seats, with all that is known of them."""
    mine = union_all(*seats).subquery("mine")
    return (
        select(
            track.c.id,
            track.c.student_id,
            person.c.name.label("student"),
            person.c.school_id,
            person.c.guardian,
            track.c.programme_id,
            programme.c.code,
            programme.c.title.label("programme"),
            track.c.class_group_id,
            class_group.c.name.label("class_group"),
            mine.c.role,
            mine.c.shared,
            mine.c.ended_at,
            placement.c.id.label("placement_id"),
            workplace.c.name.label("workplace"),
        )
        .select_from(mine)
        .join(track, track.c.id == mine.c.track_id)
        .join(person, person.c.id == track.c.student_id)
        .join(programme, programme.c.id == track.c.programme_id)
        .join(class_group, class_group.c.id == track.c.class_group_id)
        .outerjoin(placement, placement.c.id == mine.c.placement_id)
        .outerjoin(workplace, workplace.c.id == placement.c.workplace_id)
        .order_by(person.c.name, track.c.id, placement.c.id)
    )


_LOOKS = or_(_RUNS, _NONE_RUNS)
_TRACKS = _tracks(_LEARNS.where(_LOOKS), _AROUND)
_COUNCIL_TRACKS = _tracks(_LEARNS.where(_LOOKS | (_ENDED >= COUNCIL_SINCE)), _AROUND, _LEFT)

_STUDENTS = (
    select(person.c.name)
    .join(track, track.c.student_id == person.c.id)
    .where(track.c.id.in_(bindparam("tracks", expanding=True)))
    .order_by(person.c.name, track.c.id)
)

_around = involvement.alias("around")
_COACHES_AROUND = (
    select(involvement.c.person_id)
    .where(
        involvement.c.role == Role.COACH.value,
        involvement.c.track_id.in_(
            union(
                select(track.c.id).where(track.c.student_id == bindparam("person")),
                select(_around.c.track_id).where(_around.c.person_id == bindparam("person")),
            )
        ),
    )
    .distinct()
    .order_by(involvement.c.person_id)
)

_FOCUS = select(focus.c.indicator_id).where(
    focus.c.track_id == bindparam("track"),
    focus.c.said_at <= bindparam("at"),
    focus.c.until > bindparam("at"),
)
_DROP_FOCUS = delete(focus).where(
    focus.c.track_id == bindparam("track"), focus.c.author_id == bindparam("author")
)
_ADD_FOCUS = insert(focus)
_FOCUS_OF = (
    select(focus.c.indicator_id, focus.c.said_at, focus.c.until)
    .where(focus.c.track_id == bindparam("track"), focus.c.author_id == bindparam("author"))
    .order_by(focus.c.indicator_id)
)
_PUT_FOCUS = insert(focus).from_select(
    ("organisation_id", "track_id", "author_id", "indicator_id", "said_at", "until"),
    select(
        track.c.organisation_id,
        track.c.id,
        bindparam("by", type_=Integer),
        bindparam("on", type_=Integer),
        bindparam("since", type_=Instant),
        bindparam("up_to", type_=Instant),
    ).where(track.c.id == bindparam("of_track")),
)


class StoredTracks(Tracks):
    """Tracks and programmes on one connection."""

    def __init__(self, connection: Connection, cache: Cache) -> None:
        """Work on this connection's transaction, with programmes cached across transactions."""
        self._connection = connection
        self._cache = cache
        self._current: dict[int, Programme] = {}

    @override
    def list_of(self, person_id: int, at: datetime = EVER) -> Sequence[Track]:
        return _read(self._connection.execute(_TRACKS, {"person": person_id, "seen_at": at}))

    @override
    def list_for_council(
        self, person_id: int, council_since: datetime, at: datetime = EVER
    ) -> Sequence[Track]:
        asked = {"person": person_id, "council_since": council_since, "seen_at": at}
        return _read(self._connection.execute(_COUNCIL_TRACKS, asked))

    @override
    def list_coaches_around(self, person_id: int) -> Sequence[int]:
        return list(self._connection.execute(_COACHES_AROUND, {"person": person_id}).scalars())

    def list_students(self, tracks: Collection[int]) -> Sequence[str]:
        """Name the students of tracks."""
        return list(self._connection.execute(_STUDENTS, {"tracks": tracks}).scalars())

    @override
    def read_programme(self, programme_id: int) -> Programme:
        # Its revision is asked once in a transaction.
        if programme_id not in self._current:
            known = read_programme(self._connection, programme_id, self._cache)
            self._current[programme_id] = known
        return self._current[programme_id]

    @override
    def keep_context(self, programme_id: int, kept: KeptContext) -> None:
        contexts.keep_context(self._connection, programme_id, kept)
        self._read_anew(programme_id)

    @override
    def remove_context(self, programme_id: int, number: int) -> None:
        contexts.remove_context(self._connection, programme_id, number)
        self._read_anew(programme_id)

    def _read_anew(self, programme_id: int) -> None:
        # Not into the cache of all transactions: this one may be rolled back.
        self._current[programme_id] = read_programme(self._connection, programme_id, {})

    @override
    def read_focus(self, track_id: int, at: datetime) -> frozenset[int]:
        rows = self._connection.execute(_FOCUS, {"track": track_id, "at": at})
        return frozenset(rows.scalars())

    @override
    def set_focus(
        self, seat: Seat, indicators: Collection[int], said_at: datetime, until: datetime
    ) -> None:
        self._connection.execute(_DROP_FOCUS, {"track": seat.track_id, "author": seat.author_id})
        rows = [
            {
                "organisation_id": seat.organisation_id,
                "track_id": seat.track_id,
                "author_id": seat.author_id,
                "indicator_id": indicator,
                "said_at": said_at,
                "until": until,
            }
            for indicator in sorted(set(indicators))
        ]
        if rows:
            self._connection.execute(_ADD_FOCUS, rows)

    @override
    def read_focus_of(self, track_id: int, author_id: int) -> list[tuple[int, str, str]]:
        asked = {"track": track_id, "author": author_id}
        rows = self._connection.execute(_FOCUS_OF, asked)
        return [(number, since.isoformat(), until.isoformat()) for number, since, until in rows]

    @override
    def put_focus(
        self, track_id: int, author_id: int, focus: Sequence[tuple[int, str, str]]
    ) -> None:
        self._connection.execute(_DROP_FOCUS, {"track": track_id, "author": author_id})
        for indicator, since, until in focus:
            when = {"since": datetime.fromisoformat(since), "up_to": datetime.fromisoformat(until)}
            whose = {"of_track": track_id, "by": author_id, "on": indicator}
            self._connection.execute(_PUT_FOCUS, whose | when)


def _read(rows: Iterable[Any]) -> list[Track]:
    """Make tracks of the rows of seats, each named so that this person takes it for no other."""
    grouped: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[row.id].append(row)
    called = [_called(own) for own in grouped.values()]
    names = zip(shown_names(called), full_names(called), strict=True)
    return [_track(own, *name) for own, name in zip(grouped.values(), names, strict=True)]


def _called(rows: list[Any]) -> Called:
    head = rows[0]
    workplaces = ", ".join(dict.fromkeys(row.workplace for row in rows if row.workplace))
    programme = (head.programme, head.code)
    return Called(head.student, head.class_group, workplaces, *programme, head.school_id)


def _track(rows: list[Any], shown: str, label: str) -> Track:
    head = rows[0]
    at_work = [row for row in rows if row.role == Role.MENTOR]
    return Track(
        id=head.id,
        student_id=head.student_id,
        student=head.student,
        programme_id=head.programme_id,
        class_group_id=head.class_group_id,
        class_group=head.class_group,
        roles=frozenset(Role(row.role) for row in rows),
        placements=tuple(Placement(row.placement_id, row.workplace) for row in at_work),
        shown=shown,
        label=label,
        shared=any(row.shared for row in rows if Role(row.role).scores),
        ended_at=head.ended_at,
        held=not GuardianState(head.guardian).lets_begin,
    )
