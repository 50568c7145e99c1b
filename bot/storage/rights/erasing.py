"""Erasing people and tracks on one connection: the privacy table says what becomes of each row."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Integer, and_, bindparam, case, delete, exists, func, or_, select, update
from typing_extensions import override

from bot.domain.evaluating.decisions import digest_of_decision
from bot.domain.rights.declared import Fate
from bot.domain.rights.erasures import digest_of_sums
from bot.domain.school.naming import ERASED
from bot.domain.scoring.focus import A_FEW_AT_FIRST
from bot.domain.telling.delivery import DeliveryState
from bot.domain.telling.hours import Hours
from bot.domain.telling.profiles import Profile
from bot.ports.rights.erasing import NAMED_IN_SIGNED, ErasedChat, Erasing, Known, Traces
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.named import as_it_is
from bot.storage.periods.photo_digests import written_rows
from bot.storage.rights.erased_chats import end_waiting, list_chats
from bot.storage.rights.fates import looks_for, statements_for_person, statements_for_track
from bot.storage.rights.mentions import blank_mentions, is_named_in_signed
from bot.storage.tables import (
    decision,
    organisation_table,
    outbox,
    person,
    photo,
    photo_colour,
    photo_track,
    placement,
    track,
)

_WHO = (
    select(
        person.c.id,
        person.c.organisation_id,
        person.c.school_id,
        as_it_is(person.c.name),
        person.c.folded_name,
        func.coalesce(
            person.c.chosen_language, person.c.language, organisation_table.c.language
        ).label("language"),
        organisation_table.c.manner,
    )
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .where(person.c.erased_at.is_(None))
)
_ONE = _WHO.where(person.c.id == bindparam("person")).with_for_update(of=person)
_AMONG = _WHO.where(person.c.id.in_(bindparam("people", expanding=True)))
_TRACKS = (
    select(track.c.id)
    .where(track.c.student_id == bindparam("person"))
    .order_by(track.c.id)
    .with_for_update()
)
_NAMESAKE = select(
    exists().where(
        person.c.organisation_id == bindparam("organisation"),
        person.c.folded_name == bindparam("name"),
        person.c.id != bindparam("person"),
        person.c.erased_at.is_(None),
    )
)
_THESE = bindparam("tracks", expanding=True, type_=Integer)
_SEALED = (
    select(photo.c.id, photo.c.digest, photo_track.c.track_id)
    .join(photo_track, photo_track.c.photo_id == photo.c.id)
    .where(photo_track.c.track_id.in_(_THESE), photo.c.taken_at.is_not(None))
    .order_by(photo.c.id)
)
_UNSEALED = select(photo.c.id).where(photo.c.taken_at.is_(None))
_DECIDED = select(decision).where(decision.c.track_id.in_(_THESE))
_NAMELESS = (
    update(person)
    .where(person.c.id == bindparam("whom"))
    .values(
        school_id=bindparam("new_school_id"), name=ERASED, folded_name=ERASED, called=ERASED,
        code_word=ERASED, language=None,
        chosen_language=None, time_zone=None, email=None, profile=Profile.STANDARD.value,
        hours=Hours.DAY.value, muted=False, absent_from=None, absent_until=None,
        few=A_FEW_AT_FIRST, one_by_one=False, told_on=None, absence_told=False, guardian="",
        erased_at=func.coalesce(person.c.erased_at, bindparam("at", type_=person.c.erased_at.type)),
    )
)  # fmt: skip
_UNTIL = bindparam("until", type_=Instant)
_PHOTOS = select(photo.c.id).where(photo.c.taken_at <= _UNTIL)
_WORDED = and_(photo_track.c.texts.is_not(None), photo_track.c.photo_id.in_(_PHOTOS))
_NO_TEXTS = (
    update(photo_track).where(photo_track.c.track_id.in_(_THESE), _WORDED).values(texts=None)
)
_NO_REASONS = (
    update(decision)
    .where(decision.c.track_id.in_(_THESE), decision.c.made_at <= _UNTIL)
    .values(words=case((decision.c.words == "", ""), else_=ERASED), reason=ERASED, basis=ERASED)
)
_WORDS_BACK = select(track.c.id).where(
    track.c.id.in_(_THESE),
    or_(
        exists().where(photo_track.c.track_id == track.c.id, _WORDED),
        exists().where(
            decision.c.track_id == track.c.id,
            decision.c.basis != ERASED,
            decision.c.made_at <= _UNTIL,
        ),
    ),
)
_ENDED = (
    select(placement.c.track_id)
    .where(placement.c.track_id.in_(_THESE))
    .group_by(placement.c.track_id)
    .having(
        func.count() == func.count(placement.c.ended_at), func.max(placement.c.ended_at) <= _UNTIL
    )
)
_TRIED_FOR = timedelta(days=2)
"""How long it is tried to empty the chats of somebody who was erased."""

_WAITING = select(outbox.c.id).where(
    outbox.c.person_id == bindparam("person"),
    outbox.c.state.in_([DeliveryState.PENDING.value, DeliveryState.SENDING.value]),
    outbox.c.made_at >= bindparam("since", type_=outbox.c.made_at.type),
)
_ERASED = select(func.count()).where(person.c.erased_at.is_not(None))


class StoredErasing(Connected, Erasing):
    """Erasing on one connection."""

    @override
    def hold(self, person_id: int) -> Known | None:
        row = self._connection.execute(_ONE, {"person": person_id}).one_or_none()
        if row is None:
            return None
        tracks = self._connection.execute(_TRACKS, {"person": person_id}).scalars().all()
        asked = {
            "organisation": row.organisation_id,
            "name": row.folded_name,
            "person": person_id,
        }
        namesake = bool(self._connection.execute(_NAMESAKE, asked).scalar())
        return _known(row, is_namesake=namesake, tracks=tracks)

    @override
    def read_traces(self, tracks: Collection[int]) -> Traces:
        asked = {"tracks": list(tracks)}
        sums: dict[tuple[str, int], str] = {}
        for row in self._connection.execute(_SEALED, asked).all():
            rows = written_rows(self._connection, row.id, row.track_id, row.track_id)
            sums[row.digest, row.track_id] = digest_of_sums(rows.get(row.track_id, ""))
        decided = self._connection.execute(_DECIDED, asked)
        return Traces(sums, {row.digest: _digest_without_words(row) for row in decided})

    @override
    def list_reasons(self, person_id: int) -> Sequence[tuple[str, str]]:
        found = self._found(person_id, (Fate.NAMELESS, Fate.KEPT))
        if is_named_in_signed(self._connection, person_id):
            found.append((decision.name, NAMED_IN_SIGNED))
        return found

    @override
    def list_gone(self, person_id: int) -> Sequence[str]:
        return [name for name, _why in self._found(person_id, (Fate.GOES,))]

    @override
    def list_chats(self, known: Known) -> Sequence[ErasedChat]:
        return list_chats(self._connection, known)

    @override
    def blank_mentions(self, known: Known) -> None:
        end_waiting(self._connection, known)
        blank_mentions(self._connection, known)

    @override
    def erase(self, person_id: int, at: datetime) -> None:
        asked = {"person": person_id}
        self._drop_unsealed(person_id)
        for statement in statements_for_person():
            self._connection.execute(statement, asked)
        row = {"whom": person_id, "new_school_id": f"erased-{person_id}", "at": at}
        self._connection.execute(_NAMELESS, row)

    @override
    def erase_track(self, track_id: int) -> None:
        for statement in statements_for_track():
            self._connection.execute(statement, {"track": track_id})

    @override
    def erase_words(self, tracks: Collection[int], until: datetime) -> None:
        for statement in (_NO_TEXTS, _NO_REASONS):
            self._connection.execute(statement, {"tracks": list(tracks), "until": until})

    @override
    def list_back(self, people: Collection[int]) -> Sequence[Known]:
        rows = self._connection.execute(_AMONG, {"people": list(people)})
        return [_known(row) for row in rows]

    @override
    def list_tracks_back(
        self, tracks: Collection[int], until: datetime, *, words: bool
    ) -> Sequence[int]:
        asked = {"tracks": list(tracks), "until": until}
        found = set(self._connection.execute(_ENDED, asked).scalars())
        if words:
            found |= set(self._connection.execute(_WORDS_BACK, asked).scalars())
        return sorted(found)

    @override
    def has_waiting(self, person_id: int, at: datetime) -> bool:
        asked = {"person": person_id, "since": at - _TRIED_FOR}
        return self._connection.execute(_WAITING, asked).first() is not None

    @override
    def count_erased(self) -> int:
        return int(self._connection.execute(_ERASED).scalar_one())

    def _found(self, person_id: int, fates: tuple[Fate, ...]) -> list[tuple[str, str]]:
        return [
            (name, why)
            for name, why, look in looks_for(fates)
            if self._connection.execute(look, {"person": person_id}).scalar()
        ]

    def _drop_unsealed(self, person_id: int) -> None:
        """Take the tracks of somebody out of a photo that is being taken: nothing seals them."""
        own = select(track.c.id).where(track.c.student_id == person_id)
        for table in (photo_colour, photo_track):
            self._connection.execute(
                delete(table).where(
                    and_(table.c.track_id.in_(own), table.c.photo_id.in_(_UNSEALED))
                )
            )


def _digest_without_words(row: Any) -> str:
    """Compute the digest of what will stay of a decision."""
    bare = {"words": row.words and ERASED, "reason": ERASED, "basis": ERASED}
    return digest_of_decision({**row._mapping, **bare})


def _known(row: Any, *, is_namesake: bool = False, tracks: Sequence[int] = ()) -> Known:
    return Known(
        row.id,
        row.organisation_id,
        row.school_id,
        row.name,
        row.language,
        is_namesake,
        tracks,
        row.manner,
    )
