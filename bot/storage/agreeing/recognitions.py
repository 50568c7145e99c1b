"""Recognitions of workplaces on one connection."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Integer, Row, bindparam, exists, insert, select, update
from typing_extensions import override

from bot.domain.agreeing.recognitions import Recognition
from bot.domain.school.frameworks import Setting
from bot.domain.school.visibility import SEES_RECOGNITIONS
from bot.ports.agreeing.recognitions import Learner, RecognisedPlace, Recognitions
from bot.storage.connected import Connected
from bot.storage.school.recognised import KNOWN, OF_PLACE, recognition_of
from bot.storage.tables import (
    involvement,
    person,
    placement,
    programme,
    recognition,
    track,
    workplace,
)

_OF = (
    select(
        placement.c.id.label("placement_id"),
        placement.c.track_id,
        placement.c.starts_on,
        person.c.name.label("student"),
        workplace.c.organisation_id,
        workplace.c.id.label("workplace_id"),
        workplace.c.name.label("workplace"),
        programme.c.id.label("programme_id"),
        programme.c.title.label("programme"),
        programme.c.setting,
        *KNOWN,
    )
    .join(track, track.c.id == placement.c.track_id)
    .join(person, person.c.id == track.c.student_id)
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .join(programme, programme.c.id == track.c.programme_id)
    .outerjoin(recognition, OF_PLACE)
    .where(
        exists(involvement.c.person_id).where(
            involvement.c.placement_id == placement.c.id,
            involvement.c.person_id == bindparam("viewer"),
            involvement.c.role.in_(SEES_RECOGNITIONS),
        ),
        placement.c.track_id.in_(bindparam("tracks", expanding=True, type_=Integer)),
        placement.c.ended_at.is_(None),
        placement.c.left_at.is_(None),
    )
    .order_by(workplace.c.name, workplace.c.id, programme.c.title, person.c.folded_name)
)
_HERE = (
    recognition.c.workplace_id == bindparam("workplace"),
    recognition.c.programme_id == bindparam("programme"),
)
_FIND = select(*KNOWN).where(*_HERE)
_ALL = select(recognition.c.workplace_id, recognition.c.programme_id, *KNOWN).where(
    recognition.c.organisation_id == bindparam("organisation")
)
_CHANGE = update(recognition).where(*_HERE).returning(recognition.c.id)
_ADD = insert(recognition).returning(recognition.c.id)


class StoredRecognitions(Connected, Recognitions):
    """Recognitions on one connection."""

    @override
    def list_of(self, viewer_id: int, tracks: Collection[int]) -> Sequence[RecognisedPlace]:
        places: dict[tuple[int, int], list[Any]] = defaultdict(list)
        for row in self._connection.execute(_OF, {"viewer": viewer_id, "tracks": list(tracks)}):
            places[row.workplace_id, row.programme_id].append(row)
        return [_place(rows) for rows in places.values()]

    @override
    def find(self, workplace_id: int, programme_id: int) -> Recognition:
        here = {"workplace": workplace_id, "programme": programme_id}
        found = self._connection.execute(_FIND, here).one_or_none()
        return recognition_of(found) if found else Recognition()

    @override
    def list_all(self, organisation_id: int) -> Mapping[tuple[int, int], Recognition]:
        found = self._connection.execute(_ALL, {"organisation": organisation_id})
        return {(row.workplace_id, row.programme_id): recognition_of(row) for row in found}

    @override
    def keep(
        self,
        organisation_id: int,
        place: tuple[int, int],
        recognition: Recognition,
        at: datetime,
        said_by: int | None = None,
    ) -> int:
        here = {"workplace": place[0], "programme": place[1]}
        said = {
            "recognised_until": _iso(recognition.until),
            "given_on": _iso(recognition.given_on),
            "asked_on": _iso(recognition.asked_on),
            "said_by_id": said_by,
            "said_at": at,
        }
        changed = self._connection.execute(_CHANGE.values(**said), here).scalar_one_or_none()
        if changed is not None:
            return int(changed)
        whose = {
            "organisation_id": organisation_id,
            "workplace_id": place[0],
            "programme_id": place[1],
        }
        return int(self._connection.execute(_ADD, {**whose, **said}).scalar_one())


def _place(rows: Sequence[Row[*tuple[Any, ...]]]) -> RecognisedPlace:
    head = rows[0]
    return RecognisedPlace(
        head.organisation_id,
        head.workplace_id,
        head.workplace,
        head.programme_id,
        head.programme,
        Setting(head.setting) if head.setting else None,
        recognition_of(head),
        tuple(
            Learner(row.placement_id, row.track_id, row.student, _day(row.starts_on))
            for row in rows
        ),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
