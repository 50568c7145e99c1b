"""Tips told to mentors and teachers, on one connection."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    bindparam,
    exists,
    insert,
    literal_column,
    or_,
    select,
    update,
)
from typing_extensions import override

from bot.domain.coaching.methods import Method
from bot.domain.coaching.repertoire import Tip
from bot.domain.coaching.tips import PastTip, Verdict
from bot.domain.school.tracks import Person
from bot.domain.scoring.roles import COACHES_LEARNING
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Hours
from bot.domain.telling.profiles import Profile
from bot.ports.coaching import Tips, ToldTip
from bot.ports.worlds import EVERYBODY, Hearer, People, World
from bot.storage.clock.hearing import HEARS_IN, MAY_HEAR, ask_for
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import (
    entry,
    errand,
    involvement,
    organisation_table,
    person,
    tip_told,
    track,
)

_COLUMNS = (
    tip_told.c.id,
    tip_told.c.person_id,
    tip_told.c.key,
    tip_told.c.method,
    tip_told.c.told_at,
    tip_told.c.verdict,
)
_TOLD = (
    select(*_COLUMNS)
    .where(tip_told.c.person_id == bindparam("person"))
    .order_by(tip_told.c.told_at, tip_told.c.id)
)
_ONE = select(*_COLUMNS).where(tip_told.c.id == bindparam("told"))
_OF_ERRAND = select(*_COLUMNS).where(tip_told.c.errand_id == bindparam("errand"))
_TELL = insert(tip_told).returning(tip_told.c.id)
_JUDGE = (
    update(tip_told).where(tip_told.c.id == bindparam("told")).values(verdict=bindparam("said"))
)

_BESIDE = (ErrandKind.TIP, ErrandKind.MIRROR)
"""What a tip may come beside: a mentor may hear of each once a week."""

_ROW: ColumnElement[int] = literal_column("1")
_SINCE = bindparam("since", type_=Instant)
_LATELY = (errand.c.person_id == person.c.id) & (errand.c.due_at > _SINCE)
# By the index of an author's entries, one row: this is asked of each of them at every tick.
_SCORED_LATELY = select(entry.c.said_at).where(
    entry.c.author_id == person.c.id, entry.c.undone_at.is_(None), entry.c.act.is_(None)
).order_by(entry.c.id.desc()).limit(1).scalar_subquery() > bindparam("scored", type_=Instant)
_student = person.alias("student")
_GUIDES = (
    select(person.c.id, person.c.organisation_id, HEARS_IN)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .where(
        *MAY_HEAR,
        exists(
            select(_ROW)
            .select_from(involvement)
            .join(track, track.c.id == involvement.c.track_id)
            .join(_student, _student.c.id == track.c.student_id)
            .where(
                involvement.c.person_id == person.c.id,
                involvement.c.role.in_(COACHES_LEARNING),
                or_(
                    ~_student.c.absence_told,
                    _student.c.absent_until.is_(None),
                    _student.c.absent_until <= bindparam("at", type_=Instant),
                ),
            )
        ),
        ~exists(
            select(_ROW).where(tip_told.c.person_id == person.c.id, tip_told.c.told_at > _SINCE)
        ),
        ~exists(select(_ROW).where(_LATELY, errand.c.kind == ErrandKind.TIP)),
        or_(
            person.c.profile == Profile.ACTIVE,
            ~exists(select(_ROW).where(_LATELY, errand.c.kind.not_in(_BESIDE))),
        ),
        _SCORED_LATELY,
    )
    .order_by(person.c.id)
)


class StoredTips(Connected, Tips):
    """Tips on one connection."""

    @override
    def list_told(self, person_id: int) -> Sequence[PastTip]:
        rows = self._connection.execute(_TOLD, {"person": person_id})
        return [_told(row).told for row in rows]

    @override
    def find(self, told_id: int) -> ToldTip | None:
        row = self._connection.execute(_ONE, {"told": told_id}).one_or_none()
        return _told(row) if row else None

    @override
    def find_of_errand(self, errand_id: int) -> ToldTip | None:
        row = self._connection.execute(_OF_ERRAND, {"errand": errand_id}).one_or_none()
        return _told(row) if row else None

    @override
    def record_told(
        self, guide: Person, tip: Tip, at: datetime, errand_id: int | None = None
    ) -> int:
        row = {
            "organisation_id": guide.organisation_id,
            "person_id": guide.id,
            "key": tip.key,
            "method": tip.method.value,
            "told_at": at,
            "errand_id": errand_id,
        }
        return int(self._connection.execute(_TELL, row).scalar_one())

    @override
    def judge(self, told_id: int, verdict: Verdict | None) -> None:
        self._connection.execute(_JUDGE, {"told": told_id, "said": verdict and verdict.value})

    @override
    def list_guides_without(
        self,
        world: World,
        rhythms: Collection[tuple[str, Hours]],
        since: datetime,
        scored: datetime,
        people: People = EVERYBODY,
    ) -> Sequence[Hearer]:
        asked = ask_for(world, rhythms, people) | {"since": since, "scored": scored}
        rows = self._connection.execute(_GUIDES, asked)
        return [Hearer(*row) for row in rows]


def _told(row: Row[*tuple[Any, ...]]) -> ToldTip:
    verdict = Verdict(row.verdict) if row.verdict else None
    return ToldTip(
        row.id, row.person_id, PastTip(row.key, Method(row.method), row.told_at, verdict)
    )
