"""Whom a questionnaire asks, and who else sees what came of it: statements to build on."""

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    and_,
    bindparam,
    exists,
    literal_column,
    or_,
    select,
    true,
    union,
)

from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_UNSIGNED
from bot.storage.columns import Instant
from bot.storage.tables import (
    asking_round,
    involvement,
    questionnaire,
    questionnaire_role,
    track,
)

_ONE: ColumnElement[int] = literal_column("1")
IN_SCOPE = and_(
    track.c.organisation_id == questionnaire.c.organisation_id,
    or_(
        questionnaire.c.programme_id.is_(None),
        questionnaire.c.programme_id == track.c.programme_id,
    ),
    or_(
        questionnaire.c.class_group_id.is_(None),
        questionnaire.c.class_group_id == track.c.class_group_id,
    ),
)
"""Of a track: a questionnaire asks people around it."""

# Who has nobody around is asked nothing: the track has ended, or has not really begun.
_beside = involvement.alias("beside")
_ACCOMPANIED = exists(_ONE).where(_beside.c.track_id == track.c.id).correlate_except(_beside)


_rounds = asking_round.alias("open_rounds")
_RUNS = (
    exists(_ONE)
    .where(_rounds.c.questionnaire_id == questionnaire.c.id, _rounds.c.ended_at.is_(None))
    .correlate_except(_rounds)
)
_ENDED = (
    exists(_ONE)
    .where(
        _rounds.c.questionnaire_id == questionnaire.c.id,
        _rounds.c.ended_at > bindparam("lately", type_=Instant),
    )
    .correlate_except(_rounds)
)


def _students(which: ColumnElement[bool]) -> Select[tuple[int, int]]:
    return (
        select(questionnaire.c.id.label("questionnaire_id"), track.c.student_id.label("person_id"))
        .join(questionnaire_role, questionnaire_role.c.questionnaire_id == questionnaire.c.id)
        .join(track, IN_SCOPE)
        .where(which, questionnaire_role.c.role == Role.STUDENT.value, _ACCOMPANIED)
    )


def _staff(which: ColumnElement[bool]) -> Select[tuple[int, int]]:
    return (
        select(questionnaire.c.id, involvement.c.person_id)
        .join(questionnaire_role, questionnaire_role.c.questionnaire_id == questionnaire.c.id)
        .join(track, IN_SCOPE)
        .join(
            involvement,
            and_(
                involvement.c.track_id == track.c.id,
                involvement.c.role == questionnaire_role.c.role,
            ),
        )
        .where(which)
    )


def _onlookers(which: ColumnElement[bool], named: str) -> Subquery:
    seers = [role.value for role in sorted(SEES_UNSIGNED)]
    return (
        select(
            questionnaire.c.id.label("questionnaire_id"), involvement.c.person_id.label("person_id")
        )
        .join(track, IN_SCOPE)
        .join(involvement, involvement.c.track_id == track.c.id)
        .where(which, involvement.c.role.in_(seers))
        .distinct()
        .subquery(named)
    )


ASKED = union(_students(true()), _staff(true())).subquery("asked_people")
"""Each questionnaire with whom it asks today (`questionnaire_id`, `person_id`), each pair once."""

ASKED_NOW = union(_students(_RUNS), _staff(_RUNS)).subquery("asked_now")
"""The same of those with a round that did not end: a tick does not walk through all of before."""

ONLOOKERS = _onlookers(true(), "onlookers")
"""Each questionnaire with who sees what came of it without being asked."""

ONLOOKERS_OF_LATE = _onlookers(_ENDED, "late_onlookers")
"""The same of those of which a round ended `lately`."""
