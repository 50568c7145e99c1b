"""What a tick finds of questionnaires: photos to ask before, rounds that are over, whom to tell."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    exists,
    literal,
    literal_column,
    or_,
    select,
    true,
    union_all,
)

from bot.domain.asking.questionnaires import KEPT_NAMED, LAST_CALL, SETTLED
from bot.domain.questions import SheetPurpose
from bot.domain.telling.errands import ErrandKind
from bot.storage.asking.asked import ASKED_NOW, ONLOOKERS_OF_LATE
from bot.storage.asking.rows import QUESTIONNAIRES, ROUNDS
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.tables import (
    answer_sheet,
    asking_round,
    errand,
    organisation_table,
    period,
    person,
    questionnaire,
    round_answered,
)

_ONE: ColumnElement[int] = literal_column("1")
_AT = bindparam("at", type_=Instant)
_OURS = organisation_table.c.id == questionnaire.c.organisation_id
_rounded = asking_round.alias("rounded")

TO_COME = (
    QUESTIONNAIRES.add_columns(period.c.id.label("period_id"), period.c.photo_at)
    .join(organisation_table, _OURS)
    .join(
        period,
        and_(
            period.c.organisation_id == questionnaire.c.organisation_id,
            or_(
                questionnaire.c.programme_id.is_(None),
                questionnaire.c.programme_id == period.c.programme_id,
            ),
        ),
    )
    .where(
        IN_WORLD,
        questionnaire.c.days_before.is_not(None),
        questionnaire.c.stopped_at.is_(None),
        period.c.cancelled.is_(False),
        period.c.photo_at > _AT,
        ~exists(_ONE).where(
            _rounded.c.questionnaire_id == questionnaire.c.id,
            _rounded.c.period_id == period.c.id,
        ),
    )
    .order_by(period.c.photo_at, period.c.id, questionnaire.c.id)
)
"""Photos to come before which somebody is asked, without a round for it yet."""

MOVED = (
    ROUNDS.add_columns(period.c.photo_at, period.c.cancelled)
    .join(organisation_table, _OURS)
    .join(period, period.c.id == asking_round.c.period_id)
    .where(
        IN_WORLD,
        asking_round.c.ended_at.is_(None),
        or_(
            period.c.cancelled,
            period.c.photo_at.is_(None),
            period.c.photo_at != asking_round.c.photo_at,
        ),
    )
    .order_by(asking_round.c.id)
)
"""Rounds whose photo is at another time by now, or never."""

OVER = (
    select(asking_round.c.id)
    .join(questionnaire, questionnaire.c.id == asking_round.c.questionnaire_id)
    .join(organisation_table, _OURS)
    .where(IN_WORLD, asking_round.c.ended_at.is_(None), asking_round.c.closes_at <= _AT)
    .order_by(asking_round.c.id)
)
"""Rounds whose time is over."""

OUTLIVED = (
    select(answer_sheet.c.id)
    .join(asking_round, asking_round.c.id == answer_sheet.c.for_id)
    .join(organisation_table, organisation_table.c.id == answer_sheet.c.organisation_id)
    .where(
        IN_WORLD,
        answer_sheet.c.purpose == SheetPurpose.QUESTIONNAIRE.value,
        asking_round.c.ended_at <= bindparam("kept_since", type_=Instant),
    )
    .order_by(answer_sheet.c.id)
)
"""Sheets with names that were kept for as long as they are."""


def _told_not(kind: ErrandKind) -> ColumnElement[bool]:
    return ~exists(_ONE).where(
        errand.c.person_id == person.c.id,
        errand.c.kind == kind.value,
        errand.c.about_id == asking_round.c.id,
    )


def _to_tell(kind: ErrandKind, whom: Any, *where: ColumnElement[bool]) -> Select[Any]:
    return (
        select(
            literal(kind.value).label("kind"),
            asking_round.c.id.label("round_id"),
            person.c.organisation_id,
            person.c.id.label("person_id"),
            asking_round.c.closes_at,
        )
        .select_from(asking_round)
        .join(questionnaire, questionnaire.c.id == asking_round.c.questionnaire_id)
        .join(organisation_table, _OURS)
        .join(whom, whom.c.questionnaire_id == questionnaire.c.id)
        .join(person, person.c.id == whom.c.person_id)
        .where(
            IN_WORLD,
            person.c.id.between(bindparam("first"), bindparam("last")),
            person.c.erased_at.is_(None),
            person.c.muted.is_not(true()),
            or_(person.c.absent_until.is_(None), person.c.absent_until < _AT),
            _told_not(kind),
            *where,
        )
    )


_OPEN = and_(
    asking_round.c.ended_at.is_(None),
    asking_round.c.opens_at <= _AT,
    asking_round.c.closes_at > _AT,
)
_UNANSWERED = and_(
    ~exists(_ONE).where(
        round_answered.c.round_id == asking_round.c.id, round_answered.c.person_id == person.c.id
    ),
    ~exists(_ONE).where(
        answer_sheet.c.purpose == SheetPurpose.QUESTIONNAIRE.value,
        answer_sheet.c.for_id == asking_round.c.id,
        answer_sheet.c.person_id == person.c.id,
        answer_sheet.c.sent_at.is_not(None),
    ),
)
STIRS = (
    select(asking_round.c.id)
    .join(questionnaire, questionnaire.c.id == asking_round.c.questionnaire_id)
    .join(organisation_table, _OURS)
    .where(
        IN_WORLD,
        or_(
            asking_round.c.ended_at.is_(None),
            asking_round.c.ended_at > bindparam("lately", type_=Instant),
        ),
    )
)
"""Rounds of which somebody may have to be told something: mostly there are none."""

TELLS = (
    _to_tell(ErrandKind.QUESTIONNAIRE, ASKED_NOW, _OPEN, _UNANSWERED),
    _to_tell(
        ErrandKind.QUESTIONNAIRE_CLOSES,
        ASKED_NOW,
        _OPEN,
        asking_round.c.closes_at <= bindparam("soon", type_=Instant),
        asking_round.c.opens_at <= bindparam("settled", type_=Instant),
        _UNANSWERED,
    ),
    _to_tell(
        ErrandKind.QUESTIONNAIRE_ENDED,
        ONLOOKERS_OF_LATE,
        questionnaire.c.anonymous,
        asking_round.c.ended_at > bindparam("lately", type_=Instant),
    ),
)
TO_TELL = union_all(*TELLS)
"""Whom to tell that a round is open, that it closes soon, or that it is over."""


def values_at(at: datetime) -> dict[str, Any]:
    """The instants by which what is due is found."""
    return {
        "at": at,
        "soon": at + LAST_CALL,
        "settled": at - SETTLED,
        "lately": at - LAST_CALL,
        "kept_since": at - KEPT_NAMED,
    }
