"""Questionnaires and rounds as they are read: their columns, and what is made of a row."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Integer, Row, bindparam, select

from bot.domain.asking.questionnaires import AskedWhen, AskingRound, Questionnaire, RoundSpan
from bot.domain.school.tracks import Role
from bot.storage.tables import (
    asking_round,
    class_group,
    programme,
    questionnaire,
    questionnaire_role,
)

QUESTIONNAIRES = (
    select(
        questionnaire.c.id.label("questionnaire_id"),
        questionnaire.c.organisation_id,
        questionnaire.c.list_id,
        questionnaire.c.name,
        questionnaire.c.titles,
        questionnaire.c.anonymous,
        questionnaire.c.opens_on,
        questionnaire.c.closes_on,
        questionnaire.c.days_before,
        questionnaire.c.closed_before,
        questionnaire.c.stopped_at,
        programme.c.title.label("programme"),
        class_group.c.name.label("class_group"),
    )
    .select_from(questionnaire)
    .outerjoin(programme, programme.c.id == questionnaire.c.programme_id)
    .outerjoin(class_group, class_group.c.id == questionnaire.c.class_group_id)
)
ROUNDS = QUESTIONNAIRES.join(
    asking_round, asking_round.c.questionnaire_id == questionnaire.c.id
).add_columns(
    asking_round.c.id,
    asking_round.c.opens_at,
    asking_round.c.closes_at,
    asking_round.c.ended_at,
    asking_round.c.answered,
)
_ROLES = select(questionnaire_role.c.questionnaire_id, questionnaire_role.c.role).where(
    questionnaire_role.c.questionnaire_id.in_(
        bindparam("questionnaires", expanding=True, type_=Integer)
    )
)
Found = Row[*tuple[Any, ...]]


def make_questionnaires(connection: Connection, rows: Sequence[Found]) -> list[Questionnaire]:
    """Make questionnaires of rows, with the roles that each asks."""
    ids = {row.questionnaire_id for row in rows}
    roles: dict[int, set[Role]] = defaultdict(set)
    if ids:
        for asked, role in connection.execute(_ROLES, {"questionnaires": sorted(ids)}):
            roles[asked].add(Role(role))
    return [_questionnaire(row, frozenset(roles[row.questionnaire_id])) for row in rows]


def make_rounds(connection: Connection, rows: Sequence[Found]) -> list[AskingRound]:
    """Make rounds of rows; how many answered is only told of one that ended."""
    asked = make_questionnaires(connection, rows)
    return [
        AskingRound(
            row.id,
            own,
            RoundSpan(row.opens_at, row.closes_at),
            row.ended_at is not None,
            row.answered if row.ended_at is not None else None,
        )
        for row, own in zip(rows, asked, strict=True)
    ]


def _questionnaire(row: Found, roles: frozenset[Role]) -> Questionnaire:
    when = AskedWhen(
        date.fromisoformat(row.opens_on) if row.opens_on else None,
        date.fromisoformat(row.closes_on) if row.closes_on else None,
        row.days_before,
        row.closed_before,
    )
    return Questionnaire(
        row.questionnaire_id,
        row.organisation_id,
        row.list_id,
        row.name,
        row.titles,
        row.anonymous,
        roles,
        row.programme or "",
        row.class_group or "",
        when,
        row.stopped_at is not None,
    )
