"""Whom a questionnaire asks, and who else sees what came of it: statements to build on."""

from sqlalchemy import ColumnElement, Select, and_, exists, literal_column, or_, select, union

from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_UNSIGNED
from bot.storage.tables import involvement, questionnaire, questionnaire_role, track

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


def _students() -> Select[tuple[int, int]]:
    return (
        select(questionnaire.c.id.label("questionnaire_id"), track.c.student_id.label("person_id"))
        .join(questionnaire_role, questionnaire_role.c.questionnaire_id == questionnaire.c.id)
        .join(track, IN_SCOPE)
        .where(questionnaire_role.c.role == Role.STUDENT.value, _ACCOMPANIED)
    )


def _staff() -> Select[tuple[int, int]]:
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
    )


ASKED = union(_students(), _staff()).subquery("asked_people")
"""Each questionnaire with whom it asks today (`questionnaire_id`, `person_id`), each pair once."""

ONLOOKERS = (
    select(questionnaire.c.id.label("questionnaire_id"), involvement.c.person_id.label("person_id"))
    .join(track, IN_SCOPE)
    .join(involvement, involvement.c.track_id == track.c.id)
    .where(involvement.c.role.in_([role.value for role in sorted(SEES_UNSIGNED)]))
    .distinct()
    .subquery("onlookers")
)
"""Each questionnaire with who sees what came of it without being asked."""
