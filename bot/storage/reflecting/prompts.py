"""Students' own weeks, the questions they were asked, and goals to take up, on one connection."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Select,
    bindparam,
    delete,
    exists,
    insert,
    literal_column,
    select,
    update,
)
from typing_extensions import override

from bot.domain.coaching.methods import Method
from bot.domain.reflecting.pace import week_ends
from bot.domain.reflecting.prompting import Chosen, Goal, PastPrompt
from bot.domain.reflecting.weeks import Week
from bot.domain.telling.errands import ErrandKind
from bot.ports.reflecting.prompts import AskedPrompt, Asks, Prompts, Wishes
from bot.ports.worlds import EVERYBODY, People, World
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.reflecting.weeks import (
    OF_PERSON,
    SET,
    TO_ASK,
    WEEKS,
    days_written,
    week_of,
    wishes_of,
)
from bot.storage.tables import (
    answer,
    asked,
    errand,
    goal,
    track,
)

_UNPLAN = delete(errand).where(
    errand.c.person_id == bindparam("person"),
    errand.c.kind == ErrandKind.PROMPT,
    errand.c.settled_at.is_(None),
    ~exists(select(literal_column("1")).where(asked.c.errand_id == errand.c.id)),
)
_own = track.alias("own")
_MINE = (track.c.id == asked.c.track_id) & (track.c.student_id == bindparam("student"))
_SINCE = asked.c.at >= bindparam("since", type_=Instant)
_ASKED = (
    select(asked.c.key, asked.c.method, asked.c.at, asked.c.indicator_id, goal.c.id.label("goal"))
    .join(track, _MINE)
    .outerjoin(goal, goal.c.taken_up_id == asked.c.id)
    .where(_SINCE)
)
_GOALS = (
    select(goal.c.id, goal.c.due_at, goal.c.indicator_id)
    .join(answer, answer.c.id == goal.c.answer_id)
    .join(track, track.c.id == answer.c.track_id)
    .where(track.c.student_id == bindparam("student"), goal.c.taken_up_id.is_(None))
)
_ASK = insert(asked).returning(asked.c.id)
_TAKE_UP = (
    update(goal).where(goal.c.id == bindparam("goal")).values(taken_up_id=bindparam("question"))
)
_SAME_STUDENT = select(track.c.id).where(
    track.c.student_id
    == select(_own.c.student_id).where(_own.c.id == bindparam("track")).scalar_subquery()
)
_LEAVE = (
    update(asked)
    .where(
        asked.c.track_id.in_(_SAME_STUDENT),
        asked.c.skipped_at.is_(None),
        ~exists(
            select(literal_column("1")).where(
                answer.c.asked_id == asked.c.id, answer.c.withdrawn_at.is_(None)
            )
        ),
    )
    .values(skipped_at=bindparam("now", type_=Instant))
)
_SKIP = (
    update(asked)
    .where(asked.c.id == bindparam("question"), asked.c.skipped_at.is_(None))
    .values(skipped_at=bindparam("now", type_=Instant))
)
QUESTION_COLUMNS = (
    asked.c.id,
    asked.c.track_id,
    asked.c.key,
    asked.c.at,
    asked.c.indicator_id,
    asked.c.times,
    asked.c.errand_id,
    asked.c.skipped_at,
    goal.c.text.label("goal"),
)


def _questions() -> Select[Any]:
    standing = (answer.c.asked_id == asked.c.id) & answer.c.withdrawn_at.is_(None)
    return (
        select(*QUESTION_COLUMNS, answer.c.id.label("answer_id"))
        .join(track, _MINE)
        .outerjoin(goal, goal.c.taken_up_id == asked.c.id)
        .outerjoin(answer, standing)
    )


_ONE = _questions().where(asked.c.id == bindparam("question"))
_LATEST = _questions().where(_SINCE).order_by(asked.c.at.desc(), asked.c.id.desc()).limit(1)


class StoredPrompts(Connected, Prompts):
    """Questions for students on one connection."""

    @override
    def read_wishes(self, person_id: int) -> Wishes:
        row = self._connection.execute(OF_PERSON, {"person": person_id}).one_or_none()
        return wishes_of(row) if row else Wishes()

    @override
    def set_wishes(self, organisation_id: int, person_id: int, wishes: Wishes) -> None:
        row = {
            "person": person_id,
            "organisation": organisation_id,
            "days": days_written(wishes.days),
            "at": wishes.at.isoformat("minutes"),
            "share": wishes.share.value,
            "despite": days_written(wishes.despite),
        }
        self._connection.execute(SET, row)

    @override
    def list_to_ask(
        self, world: World, zones: Collection[str], day: date, people: People = EVERYBODY
    ) -> Sequence[Asks]:
        these = {
            "world": world.here,
            "zones": list(zones),
            "at": world.at,
            "weekday": str(day.weekday()),
            "subject": day.isoformat(),
            "week_ends": week_ends(day).isoformat(),
            **asdict(people),
        }
        return [
            Asks(row.id, row.organisation_id, row.zone, wishes_of(row))
            for row in self._connection.execute(TO_ASK, these)
        ]

    @override
    def unplan(self, person_id: int) -> None:
        self._connection.execute(_UNPLAN, {"person": person_id})

    @override
    def list_weeks(self, world: World) -> Sequence[Week]:
        rows = self._connection.execute(WEEKS, {"world": world.here}).all()
        return list(dict.fromkeys(week_of(row.zone, wishes_of(row)) for row in rows))

    @override
    def list_asked(self, student_id: int, since: datetime) -> Sequence[PastPrompt]:
        rows = self._connection.execute(_ASKED, {"student": student_id, "since": since})
        return [
            PastPrompt(row.key, Method(row.method), row.at, row.indicator_id, row.goal)
            for row in rows
        ]

    @override
    def list_goals(self, student_id: int) -> Sequence[Goal]:
        rows = self._connection.execute(_GOALS, {"student": student_id})
        return [Goal(row.id, row.due_at, row.indicator_id) for row in rows]

    @override
    def record_asked(
        self,
        organisation_id: int,
        track_id: int,
        chosen: Chosen,
        at: datetime,
        errand_id: int | None,
    ) -> int:
        self._connection.execute(_LEAVE, {"track": track_id, "now": at})
        row = {
            "organisation_id": organisation_id,
            "track_id": track_id,
            "key": chosen.prompt.key,
            "method": chosen.prompt.method.value,
            "indicator_id": chosen.doing.indicator,
            "times": chosen.doing.times,
            "at": at,
            "errand_id": errand_id,
        }
        question = int(self._connection.execute(_ASK, row).scalar_one())
        if chosen.goal:
            self._connection.execute(_TAKE_UP, {"goal": chosen.goal.id, "question": question})
        return question

    @override
    def find(self, student_id: int, question_id: int) -> AskedPrompt | None:
        which = {"student": student_id, "question": question_id}
        row = self._connection.execute(_ONE, which).first()
        return AskedPrompt(**row._mapping) if row else None

    @override
    def find_latest(self, student_id: int, since: datetime) -> AskedPrompt | None:
        row = self._connection.execute(_LATEST, {"student": student_id, "since": since}).first()
        return AskedPrompt(**row._mapping) if row else None

    @override
    def skip(self, question_id: int, at: datetime) -> None:
        self._connection.execute(_SKIP, {"question": question_id, "now": at})
