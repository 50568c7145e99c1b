"""Versions of training plans, with their places and who agreed, of their heads."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, func, select

from bot.domain.planning.training_plans import Party, PlanAgreement, TrainingPlan, Where
from bot.storage.tables import (
    person,
    training_plan,
    training_plan_agreement,
    training_plan_competence,
)

HEADS = (
    select(
        training_plan.c.id,
        training_plan.c.placement_id,
        training_plan.c.version,
        training_plan.c.author_id,
        person.c.name.label("author"),
        training_plan.c.made_at,
    )
    .join(person, person.c.id == training_plan.c.author_id)
    .order_by(training_plan.c.placement_id, training_plan.c.version.desc())
)
_newer = training_plan.alias("newer")
NEWEST = (
    training_plan.c.version
    == select(func.max(_newer.c.version))
    .where(_newer.c.placement_id == training_plan.c.placement_id)
    .scalar_subquery()
)
_PLANS: BindParameter[int] = bindparam("plans", expanding=True)
_PLACES = select(
    training_plan_competence.c.training_plan_id,
    training_plan_competence.c.competence_id,
    training_plan_competence.c.place,
).where(training_plan_competence.c.training_plan_id.in_(_PLANS))
_AGREEMENTS = (
    select(
        training_plan_agreement.c.training_plan_id,
        training_plan_agreement.c.party,
        training_plan_agreement.c.person_id,
        person.c.name,
        training_plan_agreement.c.agreed_at,
    )
    .join(person, person.c.id == training_plan_agreement.c.person_id)
    .where(training_plan_agreement.c.training_plan_id.in_(_PLANS))
    .order_by(training_plan_agreement.c.agreed_at)
)


def read_versions(connection: Connection, heads: Iterable[Any]) -> list[TrainingPlan]:
    """Read the versions of these rows of `HEADS`, in their order."""
    rows = list(heads)
    asked = {"plans": [row.id for row in rows]}
    places: dict[int, dict[int, Where]] = defaultdict(dict)
    for row in connection.execute(_PLACES, asked):
        places[row.training_plan_id][row.competence_id] = Where(row.place)
    agreements: dict[int, list[PlanAgreement]] = defaultdict(list)
    for plan_id, party, *by in connection.execute(_AGREEMENTS, asked):
        agreements[plan_id].append(PlanAgreement(Party(party), *by))
    return [
        TrainingPlan(
            row.id,
            row.version,
            places[row.id],
            row.author_id,
            row.author,
            row.made_at,
            tuple(agreements[row.id]),
        )
        for row in rows
    ]
