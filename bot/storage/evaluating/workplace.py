"""Rules and results at the workplace on one connection."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from typing_extensions import override

from bot.domain.evaluating.exact import WorkplacePoints
from bot.domain.evaluating.workplace_rule import RuleKind, WorkplaceRule
from bot.domain.planning.training_plans import Where
from bot.domain.school.tracks import Role
from bot.ports.evaluating.workplace import (
    EnteredResult,
    NewResult,
    StatedRule,
    WorkplaceResults,
)
from bot.storage.connected import Connected
from bot.storage.tables import (
    involvement,
    person,
    placement,
    programme,
    training_plan,
    training_plan_competence,
    workplace_result,
    workplace_rule,
    workplace_weight,
)

_RULE = (
    select(
        workplace_rule.c.kind,
        workplace_rule.c.to_reach,
        func.coalesce(person.c.name, "").label("author"),
        workplace_rule.c.said_at,
    )
    .outerjoin(person, person.c.id == workplace_rule.c.author_id)
    .where(workplace_rule.c.programme_id == bindparam("programme"))
)
_WEIGHTS = (
    select(workplace_weight.c.competence_id, workplace_weight.c.weight)
    .where(workplace_weight.c.programme_id == bindparam("programme"))
    .order_by(workplace_weight.c.competence_id)
)
_FORGET_RULE = (
    delete(workplace_weight).where(workplace_weight.c.programme_id == bindparam("programme")),
    delete(workplace_rule).where(workplace_rule.c.programme_id == bindparam("programme")),
)
_HOLD = select(programme.c.organisation_id).where(programme.c.id == bindparam("programme"))
_HOLD = _HOLD.with_for_update(key_share=True)
_ADD_RULE = insert(workplace_rule)
_ADD_WEIGHT = insert(workplace_weight)

_newer = training_plan.alias("newer")
_NEWEST_BY = (
    training_plan.c.version
    == select(func.max(_newer.c.version))
    .where(
        _newer.c.placement_id == training_plan.c.placement_id, _newer.c.made_at <= bindparam("at")
    )
    .scalar_subquery()
)
_AT_WORK = [where.value for where in Where if where.at_work]
_PURSUED = (
    select(placement.c.track_id, training_plan_competence.c.competence_id)
    .join(training_plan, training_plan.c.placement_id == placement.c.id)
    .join(
        training_plan_competence, training_plan_competence.c.training_plan_id == training_plan.c.id
    )
    .where(
        placement.c.track_id.in_(bindparam("tracks", expanding=True)),
        training_plan_competence.c.place.in_(_AT_WORK),
        _NEWEST_BY,
    )
)

_behalf = person.alias("behalf")
_ENTERED = (
    select(
        workplace_result,
        person.c.name.label("author"),
        func.coalesce(_behalf.c.name, "").label("in_name_of"),
    )
    .join(person, person.c.id == workplace_result.c.author_id)
    .outerjoin(_behalf, _behalf.c.id == workplace_result.c.for_id)
    .where(
        workplace_result.c.track_id.in_(bindparam("tracks", expanding=True)),
        workplace_result.c.undone_at.is_(None),
    )
    .order_by(workplace_result.c.said_at.desc(), workplace_result.c.id.desc())
)
_ENTERED_IN = _ENTERED.where(workplace_result.c.period_id == bindparam("period"))
_ENTER = insert(workplace_result).returning(workplace_result.c.id)
_TAKE_BACK = (
    update(workplace_result)
    .where(workplace_result.c.id == bindparam("result"), workplace_result.c.undone_at.is_(None))
    .values(undone_at=bindparam("at"))
)
_MENTORS = (
    select(person.c.id, person.c.name)
    .join(involvement, involvement.c.person_id == person.c.id)
    .where(involvement.c.track_id == bindparam("track"), involvement.c.role == Role.MENTOR.value)
    .order_by(person.c.name, person.c.id)
    .distinct()
)


class StoredWorkplaceResults(Connected, WorkplaceResults):
    """Rules and results on one connection."""

    @override
    def read_rule(self, programme_id: int) -> StatedRule | None:
        asked = {"programme": programme_id}
        row = self._connection.execute(_RULE, asked).one_or_none()
        if row is None:
            return None
        weights = {
            weight.competence_id: weight.weight
            for weight in self._connection.execute(_WEIGHTS, asked)
        }
        rule = WorkplaceRule(RuleKind(row.kind), row.to_reach, weights)
        return StatedRule(rule, row.author, row.said_at)

    @override
    def set_rule(
        self, programme_id: int, rule: WorkplaceRule | None, author_id: int | None, at: datetime
    ) -> None:
        asked = {"programme": programme_id}
        organisation = self._connection.execute(_HOLD, asked).scalar_one()
        for statement in _FORGET_RULE:
            self._connection.execute(statement, asked)
        if rule is None:
            return
        whose = {"organisation_id": organisation, "programme_id": programme_id}
        row = {"kind": rule.kind.value, "to_reach": rule.to_reach, "author_id": author_id}
        self._connection.execute(_ADD_RULE, {**whose, **row, "said_at": at})
        weights = [
            {**whose, "competence_id": competence, "weight": weight}
            for competence, weight in rule.weights.items()
        ]
        if weights:
            self._connection.execute(_ADD_WEIGHT, weights)

    @override
    def list_pursued(
        self, track_ids: Collection[int], at: datetime
    ) -> Mapping[int, frozenset[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for row in self._connection.execute(_PURSUED, {"tracks": list(track_ids), "at": at}):
            found[row.track_id].add(row.competence_id)
        return {track: frozenset(own) for track, own in found.items()}

    @override
    def list_entered(
        self, track_ids: Collection[int], period_id: int | None = None
    ) -> Sequence[EnteredResult]:
        asked: dict[str, Any] = {"tracks": list(track_ids)}
        statement = _ENTERED
        if period_id is not None:
            statement = _ENTERED_IN
            asked["period"] = period_id
        return [_entered(row) for row in self._connection.execute(statement, asked)]

    @override
    def list_mentors(self, track_id: int) -> Sequence[tuple[int, str]]:
        rows = self._connection.execute(_MENTORS, {"track": track_id})
        return [(row.id, row.name) for row in rows]

    @override
    def enter(self, new: NewResult, at: datetime) -> int:
        row = {
            "organisation_id": new.organisation_id,
            "track_id": new.track_id,
            "period_id": new.period_id,
            "points": new.given.points,
            "total": new.given.total,
            "author_id": new.author_id,
            "for_id": new.for_id,
            "said_at": at,
        }
        return self._connection.execute(_ENTER, row).scalar_one()

    @override
    def take_back(self, result_id: int, at: datetime) -> bool:
        asked = {"result": result_id, "at": at}
        return self._connection.execute(_TAKE_BACK, asked).rowcount == 1


def _entered(row: Any) -> EnteredResult:
    return EnteredResult(
        row.id,
        row.track_id,
        row.period_id,
        WorkplacePoints(row.points, row.total),
        row.author_id,
        row.author,
        row.in_name_of,
        row.said_at,
    )
