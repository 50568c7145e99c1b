"""Training plans on one connection."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import (
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    literal,
    select,
    union_all,
)
from typing_extensions import override

from bot.domain.planning.training_plans import PARTY_OF, Party, TrainingPlan, Where
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import PlanSight, plan_sight_of
from bot.ports.planning.training_plans import PlacementPlan, Places, TrainingPlans, UnagreedPlan
from bot.storage.connected import Connected
from bot.storage.planning.plan_versions import HEADS, NEWEST, read_versions
from bot.storage.planning.unagreed_plans import list_unagreed
from bot.storage.tables import (
    involvement,
    placement,
    track,
    training_plan,
    training_plan_agreement,
    training_plan_competence,
    workplace,
)

_PLACEMENTS = (
    select(
        placement.c.id,
        placement.c.track_id,
        placement.c.organisation_id,
        placement.c.training_plan.label("note"),
        workplace.c.name.label("workplace"),
    )
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .where(
        placement.c.track_id == bindparam("track"),
        placement.c.ended_at.is_(None),
        placement.c.left_at.is_(None),
    )
    .order_by(placement.c.id)
)
_ROLES = (
    select(involvement.c.placement_id, involvement.c.role)
    .join(placement, placement.c.id == involvement.c.placement_id)
    .where(
        involvement.c.track_id == bindparam("track"),
        involvement.c.person_id == bindparam("viewer"),
        placement.c.ended_at.is_(None),
        placement.c.left_at.is_(None),
    )
)
_STUDENT = select(track.c.student_id).where(track.c.id == bindparam("track"))

_NEWEST_OF = HEADS.where(
    training_plan.c.placement_id.in_(bindparam("placements", expanding=True)), NEWEST
)
_VERSIONS = HEADS.where(training_plan.c.placement_id == bindparam("placement"))
_OF_TRACKS = (
    select(
        placement.c.track_id,
        training_plan.c.placement_id,
        training_plan_competence.c.competence_id,
        training_plan_competence.c.place,
    )
    .select_from(placement)
    .join(training_plan, training_plan.c.placement_id == placement.c.id)
    .join(
        training_plan_competence, training_plan_competence.c.training_plan_id == training_plan.c.id
    )
    .where(
        placement.c.track_id.in_(bindparam("tracks", expanding=True)),
        placement.c.ended_at.is_(None),
        placement.c.left_at.is_(None),
        NEWEST,
    )
)
_PLACEMENT_OF = (
    select(placement.c.id, placement.c.track_id)
    .join(training_plan, training_plan.c.placement_id == placement.c.id)
    .where(training_plan.c.id == bindparam("plan"))
)
_HOLD = select(placement.c.id).where(placement.c.id == bindparam("placement")).with_for_update()
_AROUND = union_all(
    select(involvement.c.person_id, involvement.c.role).where(
        involvement.c.placement_id == bindparam("placement")
    ),
    select(track.c.student_id, literal(Role.STUDENT.value))
    .join(placement, placement.c.track_id == track.c.id)
    .where(placement.c.id == bindparam("placement")),
)
_ORGANISATION = select(placement.c.organisation_id).where(placement.c.id == bindparam("placement"))
_LAST = select(func.coalesce(func.max(training_plan.c.version), 0)).where(
    training_plan.c.placement_id == bindparam("placement")
)
_ADD = insert(training_plan).returning(training_plan.c.id)
_ADD_PLACE = insert(training_plan_competence)
_OF_PLAN = training_plan.c.id == bindparam("plan")
_DROP = (
    *(
        delete(table).where(table.c.training_plan_id == bindparam("plan"))
        for table in (training_plan_competence, training_plan_agreement)
    ),
    delete(training_plan).where(_OF_PLAN),
)
_AGREED = select(training_plan_agreement.c.person_id).where(
    training_plan_agreement.c.training_plan_id == bindparam("plan"),
    training_plan_agreement.c.party == bindparam("of_party"),
)
_ASKED = union_all(
    select(involvement.c.placement_id, involvement.c.person_id, involvement.c.role),
    select(placement.c.id, track.c.student_id, literal(Role.STUDENT.value)).join(
        track, track.c.id == placement.c.track_id
    ),
).subquery("asked")
_PARTIES = {role.value: party.value for role, party in PARTY_OF.items()}
_coach = involvement.alias("coach")
_AWAITING = (
    select(placement.c.track_id, placement.c.id)
    .distinct()
    .join(training_plan, training_plan.c.placement_id == placement.c.id)
    .join(_ASKED, _ASKED.c.placement_id == placement.c.id)
    .where(
        _ASKED.c.person_id == bindparam("person"),
        placement.c.ended_at.is_(None),
        placement.c.left_at.is_(None),
        NEWEST,
        ~exists().where(
            training_plan_agreement.c.training_plan_id == training_plan.c.id,
            training_plan_agreement.c.party
            == case(
                {role.value: party.value for role, party in PARTY_OF.items()}, value=_ASKED.c.role
            ),
        ),
        ~and_(
            _ASKED.c.role == Role.TEACHER.value,
            exists().where(
                _coach.c.placement_id == placement.c.id, _coach.c.role == Role.COACH.value
            ),
        ),
    )
    .order_by(placement.c.track_id, placement.c.id)
)
_OWNER = select(training_plan.c.organisation_id).where(_OF_PLAN)
_AGREE = insert(training_plan_agreement)
_WITHDRAW = delete(training_plan_agreement).where(
    training_plan_agreement.c.training_plan_id == bindparam("plan"),
    training_plan_agreement.c.party == bindparam("of_party"),
)


class StoredTrainingPlans(Connected, TrainingPlans):
    """Training plans on one connection."""

    @override
    def list_seen(self, viewer_id: int, track_id: int) -> Sequence[PlacementPlan]:
        roles = self._roles(viewer_id, track_id)
        sight = plan_sight_of(frozenset().union(*roles.values()))
        if sight is PlanSight.NOTHING:
            return []
        placements = self._connection.execute(_PLACEMENTS, {"track": track_id}).all()
        asked = {"placements": [row.id for row in placements]}
        heads = self._connection.execute(_NEWEST_OF, asked).all()
        plans = dict(
            zip(
                (row.placement_id for row in heads),
                read_versions(self._connection, heads),
                strict=True,
            )
        )
        found = [
            PlacementPlan(
                row.id,
                row.track_id,
                row.organisation_id,
                row.workplace,
                row.note or "",
                roles[row.id] | roles[_EVERYWHERE],
                plans.get(row.id),
            )
            for row in placements
        ]
        if sight is PlanSight.ALL:
            return found
        return [own if own.roles else _elsewhere(own) for own in found]

    def _roles(self, viewer_id: int, track_id: int) -> defaultdict[int, frozenset[Role]]:
        roles: defaultdict[int, frozenset[Role]] = defaultdict(frozenset)
        asked = {"track": track_id, "viewer": viewer_id}
        for row in self._connection.execute(_ROLES, asked):
            roles[row.placement_id] |= {Role(row.role)}
        if self._connection.execute(_STUDENT, {"track": track_id}).scalar() == viewer_id:
            roles[_EVERYWHERE] = frozenset({Role.STUDENT})
        return roles

    @override
    def list_awaiting(self, person_id: int) -> Sequence[tuple[int, int]]:
        rows = self._connection.execute(_AWAITING, {"person": person_id})
        return [(row.track_id, row.id) for row in rows]

    @override
    def list_unagreed(self, coach_id: int, tracks: Collection[int]) -> Sequence[UnagreedPlan]:
        return list_unagreed(self._connection, coach_id, tracks)

    @override
    def list_versions(self, placement_id: int) -> Sequence[TrainingPlan]:
        rows = self._connection.execute(_VERSIONS, {"placement": placement_id}).all()
        return read_versions(self._connection, rows)

    @override
    def find_placement(self, plan_id: int) -> tuple[int, int] | None:
        row = self._connection.execute(_PLACEMENT_OF, {"plan": plan_id}).one_or_none()
        return (row.id, row.track_id) if row else None

    @override
    def hold(self, placement_id: int) -> None:
        self._connection.execute(_HOLD, {"placement": placement_id})

    @override
    def read_places(self, track_ids: Collection[int]) -> Mapping[int, Mapping[int, Places]]:
        found: dict[int, dict[int, dict[int, Where]]] = defaultdict(lambda: defaultdict(dict))
        for row in self._connection.execute(_OF_TRACKS, {"tracks": list(track_ids)}):
            found[row.track_id][row.placement_id][row.competence_id] = Where(row.place)
        return found

    @override
    def list_around(self, placement_id: int) -> Sequence[tuple[int, Role]]:
        rows = self._connection.execute(_AROUND, {"placement": placement_id})
        return sorted((person_id, Role(role)) for person_id, role in rows)

    @override
    def add_version(
        self, placement_id: int, author_id: int, places: Places, at: datetime
    ) -> TrainingPlan:
        asked = {"placement": placement_id}
        organisation = self._connection.execute(_ORGANISATION, asked).scalar_one()
        version = self._connection.execute(_LAST, asked).scalar_one() + 1
        row = {
            "organisation_id": organisation,
            "placement_id": placement_id,
            "version": version,
            "author_id": author_id,
            "made_at": at,
        }
        identity = self._connection.execute(_ADD, row).scalar_one()
        rows = [
            {
                "organisation_id": organisation,
                "training_plan_id": identity,
                "competence_id": competence,
                "place": place.value,
            }
            for competence, place in sorted(places.items())
        ]
        if rows:
            self._connection.execute(_ADD_PLACE, rows)
        return TrainingPlan(identity, version, dict(places), author_id, "", at)

    @override
    def drop_version(self, plan_id: int) -> None:
        for statement in _DROP:
            self._connection.execute(statement, {"plan": plan_id})

    @override
    def agree(self, plan_id: int, party: Party, person_id: int, at: datetime) -> None:
        asked = {"plan": plan_id, "of_party": party.value}
        if self._connection.execute(_AGREED, asked).scalar() is None:
            row = {
                "organisation_id": self._connection.execute(_OWNER, {"plan": plan_id}).scalar_one(),
                "training_plan_id": plan_id,
                "party": party.value,
                "person_id": person_id,
                "agreed_at": at,
            }
            self._connection.execute(_AGREE, row)

    @override
    def withdraw(self, plan_id: int, party: Party) -> None:
        self._connection.execute(_WITHDRAW, {"plan": plan_id, "of_party": party.value})


_EVERYWHERE = 0
"""Under which the role of a student stands, who is around every placement."""


def _elsewhere(own: PlacementPlan) -> PlacementPlan:
    """Leave out what a mentor of another workplace may not see: whose it is, and who agreed."""
    plan = own.plan
    if plan is not None:
        plan = replace(plan, id=0, version=0, author_id=0, author="", agreements=())
    return replace(own, workplace="", note="", plan=plan, elsewhere=True)
