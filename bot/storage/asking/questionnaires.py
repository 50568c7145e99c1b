"""Questionnaires and their rounds, on one connection."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    delete,
    exists,
    insert,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy import bindparam as bind
from typing_extensions import override

from bot.domain.asking.questionnaires import (
    AskingRound,
    Questionnaire,
    QuestionnaireDraft,
    RoundSpan,
)
from bot.domain.asking.tallies import Tally
from bot.domain.questions import SheetPurpose
from bot.domain.telling.errands import ErrandKind
from bot.ports.asking.questionnaires import (
    AskingScope,
    PhotoMoved,
    PhotoToCome,
    Questionnaires,
    ToldOfRound,
)
from bot.ports.worlds import People, World
from bot.storage.asking import counting, due
from bot.storage.asking.asked import ASKED, ASKED_NOW, ONLOOKERS
from bot.storage.asking.rows import QUESTIONNAIRES, ROUNDS, make_questionnaires, make_rounds
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import (
    answer_sheet,
    asking_round,
    class_group,
    programme,
    questionnaire,
    questionnaire_role,
    round_answered,
)

_ONE: ColumnElement[int] = literal_column("1")
_PERSON: BindParameter[int] = bind("person")
_AT = bind("at", type_=Instant)
_THIS = asking_round.c.id == bind("round")
_ADD = insert(questionnaire).returning(questionnaire.c.id)
_ADD_ROLES = insert(questionnaire_role)
_ADD_ROUND = insert(asking_round).returning(asking_round.c.id)
_CHANGE_ROUND = update(asking_round).where(_THIS)
_DROP_ROUND = delete(asking_round).where(_THIS)
_HOLD = select(asking_round.c.id).where(_THIS).with_for_update()
_STOP = update(questionnaire).where(questionnaire.c.id == bind("questionnaire"))
_OF = QUESTIONNAIRES.where(questionnaire.c.organisation_id == bind("organisation")).order_by(
    questionnaire.c.id.desc()
)
_ONE_OF = QUESTIONNAIRES.where(questionnaire.c.id == bind("questionnaire"))
_ROUNDS_OF = ROUNDS.where(questionnaire.c.id == bind("questionnaire")).order_by(
    asking_round.c.opens_at.desc(), asking_round.c.id.desc()
)
_ROUND = ROUNDS.where(_THIS)
_ASKS = exists(_ONE).where(
    ASKED.c.questionnaire_id == questionnaire.c.id, ASKED.c.person_id == _PERSON
)
_LOOKS_ON = exists(_ONE).where(
    ONLOOKERS.c.questionnaire_id == questionnaire.c.id, ONLOOKERS.c.person_id == _PERSON
)
_SENT = exists(_ONE).where(
    answer_sheet.c.purpose == SheetPurpose.QUESTIONNAIRE.value,
    answer_sheet.c.for_id == asking_round.c.id,
    answer_sheet.c.person_id == _PERSON,
    answer_sheet.c.sent_at.is_not(None),
)
_NOTED = exists(_ONE).where(
    round_answered.c.round_id == asking_round.c.id, round_answered.c.person_id == _PERSON
)
_ASKS_NOW = exists(_ONE).where(
    ASKED_NOW.c.questionnaire_id == questionnaire.c.id, ASKED_NOW.c.person_id == _PERSON
)
_OPEN_FOR = ROUNDS.where(
    asking_round.c.ended_at.is_(None),
    asking_round.c.opens_at <= _AT,
    asking_round.c.closes_at > _AT,
    _ASKS_NOW,
    ~_SENT,
    ~_NOTED,
).order_by(asking_round.c.closes_at, asking_round.c.id)
_ENDED_FOR = ROUNDS.where(
    questionnaire.c.organisation_id == bind("organisation"),
    questionnaire.c.anonymous,
    asking_round.c.ended_at.is_not(None),
    or_(bind("administers"), _ASKS, _LOOKS_ON),
).order_by(asking_round.c.ended_at.desc(), asking_round.c.id.desc())
_HAS_ANSWERED = select(_ONE).select_from(asking_round).where(_THIS, or_(_SENT, _NOTED))
_IS_ASKED = (
    select(_ONE)
    .select_from(asking_round)
    .join(questionnaire, questionnaire.c.id == asking_round.c.questionnaire_id)
    .where(_THIS, _ASKS_NOW)
)
_COUNT_ASKED = select(ASKED.c.person_id).where(ASKED.c.questionnaire_id == bind("questionnaire"))
_PROGRAMME = select(programme.c.id).where(
    programme.c.organisation_id == bind("organisation"), programme.c.code == bind("code")
)
_CLASS_GROUP = select(class_group.c.id).where(
    class_group.c.organisation_id == bind("organisation"), class_group.c.name == bind("named")
)


class StoredQuestionnaires(Connected, Questionnaires):
    """Questionnaires on one connection."""

    @override
    def add(
        self, draft: QuestionnaireDraft, scope: AskingScope, list_id: int, at: datetime
    ) -> Questionnaire:
        when, ours = draft.when, {"organisation_id": scope.organisation_id}
        row = {
            **ours,
            "list_id": list_id,
            "name": draft.name,
            "titles": dict(draft.title),
            "anonymous": draft.anonymous,
            "programme_id": scope.programme_id,
            "class_group_id": scope.class_group_id,
            "opens_on": when.opens_on.isoformat() if when.opens_on else None,
            "closes_on": when.closes_on.isoformat() if when.closes_on else None,
            "days_before": when.days_before,
            "closed_before": when.closed_before,
            "made_at": at,
        }
        new = int(self._connection.execute(_ADD, row).scalar_one())
        roles = [
            {**ours, "questionnaire_id": new, "role": role.value} for role in sorted(draft.roles)
        ]
        self._connection.execute(_ADD_ROLES, roles)
        rows = self._connection.execute(_ONE_OF, {"questionnaire": new}).all()
        (made,) = make_questionnaires(self._connection, rows)
        return made

    @override
    def list_of(self, organisation_id: int) -> Sequence[Questionnaire]:
        rows = self._connection.execute(_OF, {"organisation": organisation_id}).all()
        return make_questionnaires(self._connection, rows)

    @override
    def find_scope(
        self, organisation_id: int, programme: str, class_group: str
    ) -> AskingScope | None:
        ours = {"organisation": organisation_id}
        of_programme = self._connection.execute(_PROGRAMME, {**ours, "code": programme})
        of_group = self._connection.execute(_CLASS_GROUP, {**ours, "named": class_group})
        scope = AskingScope(
            organisation_id, of_programme.scalar_one_or_none(), of_group.scalar_one_or_none()
        )
        unknown = programme and scope.programme_id is None
        return None if unknown or (class_group and scope.class_group_id is None) else scope

    @override
    def count_asked(self, questionnaire_id: int) -> int:
        found = self._connection.execute(_COUNT_ASKED, {"questionnaire": questionnaire_id})
        return len(found.all())

    @override
    def stop(self, questionnaire_id: int, at: datetime) -> None:
        self._connection.execute(_STOP.values(stopped_at=at), {"questionnaire": questionnaire_id})

    @override
    def add_round(
        self,
        questionnaire: Questionnaire,
        span: RoundSpan,
        period_id: int | None = None,
        photo_at: datetime | None = None,
    ) -> int:
        row = {
            "organisation_id": questionnaire.organisation_id,
            "questionnaire_id": questionnaire.id,
            "period_id": period_id,
            "photo_at": photo_at,
            "opens_at": span.opens_at,
            "closes_at": span.closes_at,
        }
        return int(self._connection.execute(_ADD_ROUND, row).scalar_one())

    @override
    def move_round(self, round_id: int, span: RoundSpan, photo_at: datetime) -> None:
        moved = _CHANGE_ROUND.values(
            opens_at=span.opens_at, closes_at=span.closes_at, photo_at=photo_at
        )
        self._connection.execute(moved, {"round": round_id})

    @override
    def drop_round(self, round_id: int) -> None:
        self._connection.execute(_DROP_ROUND, {"round": round_id})

    @override
    def list_rounds(self, questionnaire_id: int) -> Sequence[AskingRound]:
        rows = self._connection.execute(_ROUNDS_OF, {"questionnaire": questionnaire_id}).all()
        return make_rounds(self._connection, rows)

    @override
    def find_round(self, round_id: int) -> AskingRound | None:
        rows = self._connection.execute(_ROUND, {"round": round_id}).all()
        return next(iter(make_rounds(self._connection, rows)), None)

    @override
    def hold_round(self, round_id: int) -> AskingRound | None:
        self._connection.execute(_HOLD, {"round": round_id})
        return self.find_round(round_id)

    @override
    def list_open_for(self, person_id: int, at: datetime) -> Sequence[AskingRound]:
        rows = self._connection.execute(_OPEN_FOR, {"person": person_id, "at": at}).all()
        return make_rounds(self._connection, rows)

    @override
    def list_ended_for(
        self, person_id: int, organisation_id: int, *, administers: bool
    ) -> Sequence[AskingRound]:
        asked = {
            "person": person_id,
            "organisation": organisation_id,
            "administers": administers,
        }
        rows = self._connection.execute(_ENDED_FOR, asked).all()
        return make_rounds(self._connection, rows)

    @override
    def is_asked(self, round_id: int, person_id: int) -> bool:
        asked = {"round": round_id, "person": person_id}
        return self._connection.execute(_IS_ASKED, asked).first() is not None

    @override
    def has_answered(self, round_id: int, person_id: int) -> bool:
        asked = {"round": round_id, "person": person_id}
        return self._connection.execute(_HAS_ANSWERED, asked).first() is not None

    @override
    def note_answered(self, asked: AskingRound, person_id: int) -> None:
        counting.note_answered(self._connection, asked, person_id)

    @override
    def read_tally(self, round_id: int) -> Tally:
        return counting.read_tally(self._connection, round_id)

    @override
    def put_tally(self, asked: AskingRound, tally: Tally) -> None:
        counting.put_tally(self._connection, asked, tally)

    @override
    def end_round(self, round_id: int, at: datetime, answered: int | None) -> None:
        ended = _CHANGE_ROUND.values(ended_at=at, answered=answered)
        self._connection.execute(ended, {"round": round_id})
        counting.forget_who(self._connection, round_id)

    @override
    def list_photos_to_come(self, world: World) -> Sequence[PhotoToCome]:
        asked = {"world": world.here, "at": world.at}
        rows = self._connection.execute(due.TO_COME, asked).all()
        made = make_questionnaires(self._connection, rows)
        return [
            PhotoToCome(own, row.period_id, row.photo_at)
            for row, own in zip(rows, made, strict=True)
        ]

    @override
    def list_photos_moved(self, world: World, at_most: int) -> Sequence[PhotoMoved]:
        rows = self._connection.execute(due.MOVED.limit(at_most), {"world": world.here}).all()
        made = make_rounds(self._connection, rows)
        return [
            PhotoMoved(own, None if row.cancelled else row.photo_at)
            for row, own in zip(rows, made, strict=True)
        ]

    @override
    def list_over(self, world: World, at_most: int) -> Sequence[int]:
        asked = {"world": world.here, "at": world.at}
        return [*self._connection.execute(due.OVER.limit(at_most), asked).scalars()]

    @override
    def list_outlived(self, world: World, at_most: int) -> Sequence[int]:
        asked = {"world": world.here, "kept_since": due.values_at(world.at)["kept_since"]}
        return [*self._connection.execute(due.OUTLIVED.limit(at_most), asked).scalars()]

    @override
    def list_to_tell(self, world: World, people: People) -> Sequence[ToldOfRound]:
        asked = {
            **due.values_at(world.at),
            "world": world.here,
            "first": people.first,
            "last": people.last,
        }
        return [
            ToldOfRound(ErrandKind(row.kind), *row[1:])
            for row in self._connection.execute(due.TO_TELL, asked)
        ]
