"""Whether something was said, planned or signed of a framework's competences in a programme."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, bindparam, exists, select

from bot.storage import tables
from bot.storage.columns import Identity

_FRAMEWORK = bindparam("framework", type_=Identity)
_PROGRAMME = bindparam("programme", type_=Identity)
_COMPETENCES = select(tables.competence.c.id).where(tables.competence.c.framework_id == _FRAMEWORK)
_INDICATORS = select(tables.indicator.c.id).where(
    tables.indicator.c.competence_id.in_(_COMPETENCES)
)
_TRACKS = select(tables.track.c.id).where(tables.track.c.programme_id == _PROGRAMME)
_ANSWERS = select(tables.answer.c.id).where(tables.answer.c.track_id.in_(_TRACKS))
_PLANS = (
    select(tables.training_plan.c.id)
    .join(tables.placement, tables.placement.c.id == tables.training_plan.c.placement_id)
    .where(tables.placement.c.track_id.in_(_TRACKS))
)
_LISTS = select(tables.activity_list.c.id).where(tables.activity_list.c.programme_id == _PROGRAMME)
_ACTIVITIES = select(tables.activity.c.id).where(tables.activity.c.activity_list_id.in_(_LISTS))
_SCENARIOS = select(tables.scenario.c.id).where(tables.scenario.c.programme_id == _PROGRAMME)
_SESSIONS = select(tables.campus_session.c.id).where(
    tables.campus_session.c.programme_id == _PROGRAMME
)
_CONTEXTS = select(tables.context.c.id).where(tables.context.c.programme_id == _PROGRAMME)
_PERIODS = select(tables.period.c.id).where(tables.period.c.programme_id == _PROGRAMME)
_PROGRAMMES = select(tables.programme.c.id).where(tables.programme.c.id == _PROGRAMME)

OF_COMPETENCES: tuple[tuple[str, str, Any], ...] = (
    ("mark", "track_id", _TRACKS),
    ("score", "track_id", _TRACKS),
    ("note", "track_id", _TRACKS),
    ("alert", "track_id", _TRACKS),
    ("contest", "track_id", _TRACKS),
    ("sitting", "track_id", _TRACKS),
    ("mirror_told", "track_id", _TRACKS),
    ("photo_colour", "track_id", _TRACKS),
    ("prior_claim", "track_id", _TRACKS),
    ("training_plan_competence", "training_plan_id", _PLANS),
    ("activity_competence", "activity_id", _ACTIVITIES),
    ("activity_exception", "activity_list_id", _LISTS),
    ("scenario_competence", "scenario_id", _SCENARIOS),
    ("campus_group", "campus_session_id", _SESSIONS),
    ("totals_number", "period_id", _PERIODS),
    ("campus_need", "programme_id", _PROGRAMMES),
    ("workplace_weight", "programme_id", _PROGRAMMES),
    ("context_competence", "context_id", _CONTEXTS),
)
"""Tables whose rows are of a competence, and the column by which they are of a programme."""

OF_INDICATORS: tuple[tuple[str, str, Any], ...] = (
    ("focus", "track_id", _TRACKS),
    ("skipped", "track_id", _TRACKS),
    ("asked", "track_id", _TRACKS),
    ("evidence", "answer_id", _ANSWERS),
    ("goal", "answer_id", _ANSWERS),
)
"""The same of an indicator; what else names one is part of what names its competence.

Colours are counted from marks, and are nothing by themselves.
"""


def _list_used() -> Iterator[ColumnElement[bool]]:
    named = (
        (OF_COMPETENCES, "competence_id", _COMPETENCES),
        (OF_INDICATORS, "indicator_id", _INDICATORS),
    )
    for rows, column, those in named:
        for name, whose, within in rows:
            table = getattr(tables, name)
            yield exists().where(table.c[column].in_(those), table.c[whose].in_(within))


USED = tuple(_list_used())
"""Conditions of `framework` and `programme`: that something is there, table by table."""
