"""How often questions come to a student unasked, and how many follow, on one connection."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Integer,
    Select,
    bindparam,
    exists,
    func,
    literal_column,
    select,
    text,
    update,
)
from typing_extensions import override

from bot.domain.reflecting.following import MOST
from bot.domain.reflecting.sharing import Share
from bot.domain.reflecting.weeks import USUAL_DAYS, USUAL_TIME
from bot.ports.reflecting.pace import Paces
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.reflecting.weeks import days_written
from bot.storage.tables import answer, asked, reflecting, track

_STUDENT = bindparam("student", type_=Integer)
_OF_STUDENT = select(track.c.id).where(track.c.student_id == _STUDENT)
_UNASKED = (
    asked.c.track_id.in_(_OF_STUDENT),
    asked.c.errand_id.is_not(None),
    asked.c.at >= bindparam("since", type_=Instant),
)
_ONE: Select[Any] = select(literal_column("1"))
_UNANSWERED = (
    select(asked.c.at)
    .where(
        *_UNASKED,
        ~exists(_ONE.where(answer.c.track_id.in_(_OF_STUDENT), answer.c.said_at >= asked.c.at)),
        ~exists(
            _ONE.where(reflecting.c.person_id == _STUDENT, reflecting.c.wanted_at >= asked.c.at)
        ),
    )
    .order_by(asked.c.at)
)
_FIRST = select(func.min(asked.c.at)).where(*_UNASKED)
_FREE = update(reflecting).where(reflecting.c.person_id == _STUDENT).values(next_on=None)
_KEEP = (
    "INSERT INTO reflecting (person_id, organisation_id, days, at, share, next_on, wanted_at)"
    " VALUES (:student, :organisation, :days, :at, :share, :next_on, :wanted_at)"
    " ON CONFLICT (person_id) DO UPDATE SET next_on = :next_on"
)
_FOLLOW_UPS = select(reflecting.c.follow_ups).where(reflecting.c.person_id == _STUDENT)
_SET_FOLLOW_UPS = text(
    "INSERT INTO reflecting (person_id, organisation_id, days, at, share, follow_ups)"
    " VALUES (:student, :organisation, :days, :at, :share, :most)"
    " ON CONFLICT (person_id) DO UPDATE SET follow_ups = :most"
)
_WAIT = text(_KEEP).bindparams(bindparam("wanted_at", type_=Instant))
_BRING_BACK = text(f"{_KEEP}, wanted_at = :wanted_at").bindparams(
    bindparam("wanted_at", type_=Instant)
)


class StoredPaces(Connected, Paces):
    """How often questions come, on one connection."""

    @override
    def list_unanswered(self, student_id: int, since: datetime) -> Sequence[datetime]:
        asked_of = {"student": student_id, "since": since}
        return list(self._connection.execute(_UNANSWERED, asked_of).scalars())

    @override
    def find_first(self, student_id: int, since: datetime) -> datetime | None:
        asked_of = {"student": student_id, "since": since}
        first: datetime | None = self._connection.execute(_FIRST, asked_of).scalar_one()
        return first

    @override
    def wait_until(self, organisation_id: int, student_id: int, next_on: date) -> None:
        kept = {"next_on": next_on.isoformat(), "wanted_at": None}
        self._connection.execute(_WAIT, {**_usual(organisation_id, student_id), **kept})

    @override
    def wait_no_longer(self, student_id: int) -> None:
        self._connection.execute(_FREE, {"student": student_id})

    @override
    def read_follow_ups(self, student_id: int) -> int:
        most: int | None = self._connection.execute(_FOLLOW_UPS, {"student": student_id}).scalar()
        return MOST if most is None else most

    @override
    def set_follow_ups(self, organisation_id: int, student_id: int, most: int) -> None:
        kept = {**_usual(organisation_id, student_id), "most": most}
        self._connection.execute(_SET_FOLLOW_UPS, kept)

    @override
    def bring_back(self, organisation_id: int, student_id: int, at: datetime) -> None:
        kept = {"next_on": None, "wanted_at": at}
        self._connection.execute(_BRING_BACK, {**_usual(organisation_id, student_id), **kept})


def _usual(organisation_id: int, student_id: int) -> dict[str, object]:
    """Make the row of a student who chose nothing yet; a week that was chosen stays."""
    return {
        "student": student_id,
        "organisation": organisation_id,
        "days": days_written(USUAL_DAYS),
        "at": USUAL_TIME.isoformat("minutes"),
        "share": Share.ME.value,
    }
