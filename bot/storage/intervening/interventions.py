"""Interventions of any actor, on one connection."""

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    Integer,
    Row,
    and_,
    bindparam,
    case,
    delete,
    exists,
    false,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)
from typing_extensions import override

from bot.domain.days import day_begins_anywhere
from bot.domain.intervening.interventions import (
    ActsOn,
    Helped,
    InterventionAbout,
    InterventionLevel,
    InterventionTarget,
    OwnIntervention,
    YearCount,
    asked_between,
)
from bot.domain.rights.looking import OpenedKind
from bot.domain.school.tracks import Role
from bot.domain.telling.errands import ErrandKind
from bot.ports.intervening.interventions import NewIntervention, OwnInterventions, ToAsk
from bot.ports.worlds import People, World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.connected import ReadForPeople
from bot.storage.tables import (
    class_group,
    errand,
    organisation_table,
    own_intervention,
    person,
    placement,
    track,
    workplace,
)

_COACHED = bindparam("coached", expanding=True, type_=Integer)
_student = person.alias("student")
_NAMED = (
    select(
        own_intervention.c.id,
        own_intervention.c.by_id,
        person.c.name.label("by"),
        own_intervention.c.role,
        own_intervention.c.about,
        own_intervention.c.track_id,
        own_intervention.c.workplace_id,
        own_intervention.c.class_group_id,
        _student.c.name.label("student"),
        workplace.c.name.label("workplace"),
        class_group.c.name.label("class_group"),
        own_intervention.c.level,
        own_intervention.c.acts_on,
        own_intervention.c.words,
        own_intervention.c.purpose,
        own_intervention.c.done_on,
        own_intervention.c.helped,
        own_intervention.c.outcome,
        own_intervention.c.said_at,
    )
    .join(person, person.c.id == own_intervention.c.by_id)
    .outerjoin(track, track.c.id == own_intervention.c.track_id)
    .outerjoin(_student, _student.c.id == track.c.student_id)
    .outerjoin(workplace, workplace.c.id == own_intervention.c.workplace_id)
    .outerjoin(class_group, class_group.c.id == own_intervention.c.class_group_id)
)
_THEIR_WORKPLACES = select(placement.c.workplace_id).where(
    placement.c.track_id.in_(_COACHED), placement.c.ended_at.is_(None)
)
_coached_track = track.alias("coached_track")
_THEIR_GROUPS = select(_coached_track.c.class_group_id).where(_coached_track.c.id.in_(_COACHED))
_SEEN = _NAMED.where(
    own_intervention.c.organisation_id == bindparam("organisation"),
    or_(
        and_(
            own_intervention.c.by_id == bindparam("reader"),
            or_(
                own_intervention.c.track_id.is_(None),
                own_intervention.c.track_id.in_(bindparam("around", expanding=True, type_=Integer)),
            ),
        ),
        own_intervention.c.track_id.in_(_COACHED),
        own_intervention.c.workplace_id.in_(_THEIR_WORKPLACES),
        own_intervention.c.class_group_id.in_(_THEIR_GROUPS),
        bindparam("coaches", type_=false().type)
        & own_intervention.c.about.in_(
            [InterventionAbout.SCHOOL.value, InterventionAbout.AUTHORITIES.value]
        ),
    ),
).order_by(own_intervention.c.done_on.desc(), own_intervention.c.id.desc())
_ADD = insert(own_intervention).returning(own_intervention.c.id)
_CHANGE = update(own_intervention).where(own_intervention.c.id == bindparam("this"))
_DROP = delete(own_intervention).where(own_intervention.c.id == bindparam("this"))
TO_ASK = (
    select(own_intervention.c.id, own_intervention.c.organisation_id, own_intervention.c.by_id)
    .join(person, person.c.id == own_intervention.c.by_id)
    .join(organisation_table, organisation_table.c.id == own_intervention.c.organisation_id)
    .where(
        IN_WORLD,
        person.c.erased_at.is_(None),
        own_intervention.c.by_id.between(bindparam("first"), bindparam("last")),
        own_intervention.c.helped.is_(None),
        own_intervention.c.done_on <= bindparam("before"),
        own_intervention.c.done_on > bindparam("after"),
        ~exists().where(
            errand.c.person_id == own_intervention.c.by_id,
            errand.c.kind == ErrandKind.DID_IT_HELP.value,
            errand.c.about_id == own_intervention.c.id,
        ),
    )
    .order_by(own_intervention.c.id)
)
_BY = bindparam("said_by", type_=Instant)
_HELPED = case((own_intervention.c.helped_at < _BY, own_intervention.c.helped)).label("helped")
_SORT = (
    own_intervention.c.level,
    own_intervention.c.about,
    own_intervention.c.acts_on,
    own_intervention.c.role,
    _HELPED,
)
_COUNT = (
    select(*_SORT, func.count(literal(1)).label("number"))
    .where(
        own_intervention.c.organisation_id == bindparam("organisation"),
        own_intervention.c.done_on >= bindparam("since"),
        own_intervention.c.done_on < bindparam("until"),
        own_intervention.c.said_at < _BY,
    )
    .group_by(*_SORT)
    .order_by(*_SORT)
)
_WORKPLACES = (
    select(workplace.c.id, workplace.c.name)
    .join(placement, placement.c.workplace_id == workplace.c.id)
    .where(
        placement.c.track_id.in_(bindparam("tracks", expanding=True, type_=Integer)),
        placement.c.ended_at.is_(None),
    )
    .distinct()
    .order_by(workplace.c.name, workplace.c.id)
)


class StoredOwnInterventions(ReadForPeople, OwnInterventions):
    """Interventions on one connection."""

    @override
    def add(self, new: NewIntervention) -> int:
        about = new.target.about
        row = {
            "organisation_id": new.organisation_id,
            "by_id": new.by_id,
            "role": new.role.value,
            "about": about.value,
            "track_id": new.target.id if about is InterventionAbout.STUDENT else None,
            "workplace_id": new.target.id if about is InterventionAbout.WORKPLACE else None,
            "class_group_id": new.target.id if about is InterventionAbout.CLASS_GROUP else None,
            "level": new.level.value,
            "words": new.words,
            "done_on": new.done_on.isoformat(),
            "said_at": new.said_at,
        }
        return int(self._connection.execute(_ADD, row).scalar_one())

    @override
    def list_seen(
        self,
        reader_id: int,
        organisation_id: int,
        around: Collection[int],
        coached: Collection[int],
    ) -> Sequence[OwnIntervention]:
        asked = {
            "reader": reader_id,
            "organisation": organisation_id,
            "around": list(around),
            "coached": list(coached),
            "coaches": bool(coached),
        }
        rows = self._connection.execute(_SEEN, asked).all()
        others = {row.track_id for row in rows if row.track_id and row.by_id != reader_id}
        if others:
            self._glimpses.count_in(others, OpenedKind.VIEWS)
        return [_intervention(row) for row in rows]

    @override
    def set_level(self, intervention_id: int, level: InterventionLevel) -> None:
        self._change(intervention_id, level=level.value)

    @override
    def set_acts_on(self, intervention_id: int, acts_on: ActsOn | None) -> None:
        self._change(intervention_id, acts_on=acts_on.value if acts_on else None)

    @override
    def set_purpose(self, intervention_id: int, purpose: str) -> None:
        self._change(intervention_id, purpose=purpose)

    @override
    def set_helped(self, intervention_id: int, helped: Helped | None, at: datetime) -> None:
        said = {"helped": helped.value, "helped_at": at} if helped else _UNSAID
        self._change(intervention_id, **said)

    @override
    def set_outcome(self, intervention_id: int, outcome: str) -> None:
        self._change(intervention_id, outcome=outcome)

    @override
    def drop(self, intervention_id: int) -> None:
        self._connection.execute(_DROP, {"this": intervention_id})

    @override
    def list_to_ask(self, world: World, people: People) -> Sequence[ToAsk]:
        asked = {
            "world": world.here,
            "first": people.first,
            "last": people.last,
            **asked_between(world.at),
        }
        return [ToAsk(*row) for row in self._connection.execute(TO_ASK, asked)]

    @override
    def count_since(
        self, organisation_id: int, since: date, until: date | None = None
    ) -> Sequence[YearCount]:
        asked = {
            "organisation": organisation_id,
            "since": since.isoformat(),
            "until": (until or date.max).isoformat(),
            "said_by": day_begins_anywhere(until) if until else _EVER,
        }
        return [
            YearCount(
                InterventionLevel(row.level),
                InterventionAbout(row.about),
                ActsOn(row.acts_on) if row.acts_on else None,
                Role(row.role),
                Helped(row.helped) if row.helped else None,
                row.number,
            )
            for row in self._connection.execute(_COUNT, asked)
        ]

    @override
    def list_workplaces(self, tracks: Collection[int]) -> Sequence[tuple[int, str]]:
        found = self._connection.execute(_WORKPLACES, {"tracks": list(tracks)})
        return [(row.id, row.name) for row in found]

    def _change(self, intervention_id: int, **values: object) -> None:
        self._connection.execute(_CHANGE.values(**values), {"this": intervention_id})


_EVER = datetime(9999, 1, 1, tzinfo=UTC)
_UNSAID: dict[str, object] = {"helped": None, "helped_at": None, "outcome": ""}


def _intervention(row: Row[*tuple[Any, ...]]) -> OwnIntervention:
    target = InterventionTarget(
        InterventionAbout(row.about), row.track_id or row.workplace_id or row.class_group_id or 0
    )
    return OwnIntervention(
        row.id,
        row.by_id,
        row.by,
        Role(row.role),
        target,
        row.student or row.workplace or row.class_group or "",
        InterventionLevel(row.level),
        ActsOn(row.acts_on) if row.acts_on else None,
        row.words,
        row.purpose,
        date.fromisoformat(row.done_on),
        Helped(row.helped) if row.helped else None,
        row.outcome,
        row.said_at,
    )
