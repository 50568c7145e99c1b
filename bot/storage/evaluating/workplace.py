"""Rules and results at the workplace on one connection."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, update
from typing_extensions import override

from bot.domain.evaluating.workplace_rule import RuleKind, WorkplaceRule
from bot.domain.school.tracks import Role
from bot.ports.evaluating.workplace import NewResult, StatedRule, WorkplaceResults
from bot.storage.connected import Connected
from bot.storage.tables import (
    involvement,
    person,
    programme,
    workplace_result,
    workplace_rule,
    workplace_weight,
)

_RULE = (
    select(
        workplace_rule.c.kind,
        workplace_rule.c.to_reach,
        person.c.name.label("author"),
        workplace_rule.c.said_at,
        workplace_rule.c.author_id,
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
    .group_by(person.c.id)
    .order_by(person.c.name, person.c.id)
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
        return StatedRule(rule, row.author or "", row.said_at, row.author_id)

    @override
    def set_rule(
        self, programme_id: int, rule: WorkplaceRule, author_id: int | None, at: datetime
    ) -> None:
        asked = {"programme": programme_id}
        organisation = self._connection.execute(_HOLD, asked).scalar_one()
        self.drop_rule(programme_id)
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
    def drop_rule(self, programme_id: int) -> None:
        for statement in _FORGET_RULE:
            self._connection.execute(statement, {"programme": programme_id})

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
        identity: int = self._connection.execute(_ENTER, row).scalar_one()
        return identity

    @override
    def take_back(self, result_id: int, at: datetime) -> bool:
        asked = {"result": result_id, "at": at}
        return self._connection.execute(_TAKE_BACK, asked).rowcount == 1
