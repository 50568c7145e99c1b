"""Taking a photo in steps of some tracks, each a transaction, in any number of processes.

A step copies the colours of its tracks, and corrects those that somebody touched after the instant
from the ledger. `upto_track` says how far it came, so a process that dies loses only its own step.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, bindparam, func, insert, select, text, update

from bot.domain.periods.chain import Trace
from bot.domain.periods.period import Period
from bot.domain.periods.photos import (
    Link,
    PhotoHead,
    digest_of_photo,
    digest_of_track,
    digest_of_words,
)
from bot.domain.school.frameworks import CutOff
from bot.ports.periods.photos import Sealed
from bot.storage.columns import Instant
from bot.storage.periods.period import hold_period
from bot.storage.periods.photo_digests import written_rows
from bot.storage.periods.photo_links import hold_chain, next_link
from bot.storage.periods.photo_texts import with_instead, written_names, written_titles
from bot.storage.scoring.system_reads import touched_since
from bot.storage.tables import (
    colour,
    indicator,
    period,
    person,
    photo,
    photo_colour,
    photo_track,
    score,
    track,
)

STEP = 50
"""Tracks in one step: a transaction of some hundredths of a second, so that others can score."""

_BEGIN = text(
    "INSERT INTO photo (organisation_id, period_id, cut_off, agreed_at, as_of, name, texts)"
    " SELECT period.organisation_id, period.id, programme.cut_off, period.photo_at, :as_of,"
    " period.name, :titles"
    " FROM period JOIN programme ON programme.id = period.programme_id"
    " WHERE period.id = :period AND period.photo_at = :agreed AND NOT period.cancelled"
    " ON CONFLICT (period_id) DO NOTHING"
).bindparams(*(bindparam(name, type_=Instant) for name in ("as_of", "agreed")))
# Whoever holds this row takes the next step; others wait, and then see how far it came.
_HELD = (
    select(
        photo.c.id, photo.c.organisation_id, photo.c.as_of, photo.c.agreed_at, photo.c.cut_off,
        photo.c.upto_track, photo.c.name, photo.c.texts, photo.c.period_id, period.c.programme_id,
        period.c.choose_until,
    )
    .join(period, period.c.id == photo.c.period_id)
    .where(photo.c.period_id == bindparam("period"), photo.c.taken_at.is_(None))
    .with_for_update(of=photo)
)  # fmt: skip
# Whoever scores on a track holds it: what is not committed yet is waited for.
_TRACKS = (
    select(track.c.id)
    .join(person, person.c.id == track.c.student_id)
    .where(
        track.c.programme_id == bindparam("programme"),
        track.c.id > bindparam("beyond"),
        person.c.erased_at.is_(None),
    )
    .order_by(track.c.id)
    .limit(bindparam("at_most"))
    .with_for_update(key_share=True, of=track)
)
_NEWEST = select(func.coalesce(func.max(score.c.id), 0))
_SIZES = (
    select(indicator.c.competence_id, func.count().label("indicators"))
    .group_by(indicator.c.competence_id)
    .subquery("size")
)
_COPY = insert(photo_colour).from_select(
    (
        "photo_id", "organisation_id", "track_id", "competence_id", "role", "indicators",
        "scored", "acquired", "autonomous", "covered",
    ),
    select(
        bindparam("photo", type_=Integer).label("photo_id"),
        colour.c.organisation_id,
        colour.c.track_id,
        colour.c.competence_id,
        colour.c.role,
        _SIZES.c.indicators,
        colour.c.scored,
        colour.c.acquired,
        colour.c.autonomous,
        colour.c.covered,
    )
    .join(track, track.c.id == colour.c.track_id)
    .join(_SIZES, _SIZES.c.competence_id == colour.c.competence_id)
    .where(
        track.c.id >= bindparam("first"),
        track.c.id <= bindparam("last"),
        track.c.programme_id == bindparam("programme"),
    ),
)  # fmt: skip
_COUNTED = ("scored", "acquired", "autonomous", "covered")
_CORRECT = (
    update(photo_colour)
    .where(
        photo_colour.c.photo_id == bindparam("of_photo"),
        photo_colour.c.track_id == bindparam("of_track"),
        photo_colour.c.competence_id == bindparam("of_competence"),
        photo_colour.c.role == bindparam("of_role"),
    )
    .values({name: bindparam(name) for name in _COUNTED})
)
_ADD_TRACKS = insert(photo_track)
_MOVE = (
    update(photo).where(photo.c.id == bindparam("photo")).values(upto_track=bindparam("reached"))
)
_WHOLE = (
    select(
        photo.c.id, photo.c.as_of, photo.c.agreed_at, photo.c.cut_off, photo.c.name, photo.c.texts,
        photo.c.organisation_id,
    )
    .where(photo.c.period_id == bindparam("period"), photo.c.taken_at.is_(None))
)  # fmt: skip
_SOME = (
    select(photo_track.c.track_id, photo_track.c.digest)
    .join(photo, photo.c.id == photo_track.c.photo_id)
    .where(photo.c.period_id == bindparam("period"), photo_track.c.track_id > bindparam("beyond"))
    .order_by(photo_track.c.track_id)
    .limit(bindparam("at_most"))
)
_FINISH = (
    update(photo)
    .where(photo.c.period_id == bindparam("period"), photo.c.taken_at.is_(None))
    .values(
        taken_at=bindparam("at", type_=Instant),
        digest=bindparam("new_digest"),
        public_key=bindparam("new_key"),
        signature=bindparam("new_signature"),
        number=bindparam("new_number"),
        before=bindparam("new_before"),
        texts=bindparam("new_texts"),
    )
)
_REMEMBER = (
    update(period)
    .where(period.c.id == bindparam("of_period"))
    .values(photographed=bindparam("new_digest"))
)


def begin_photo(connection: Connection, of: Period, as_of: datetime) -> None:
    """Begin a photo, unless another process did, or the period was changed meanwhile.

    Its titles are those of now: what is reworded while its tracks are taken is not in it.
    """
    hold_period(connection, of.id)
    begun = {"period": of.id, "agreed": of.photo_at, "as_of": as_of}
    titles = written_titles(connection, of.organisation_id, of.programme_id)
    connection.execute(_BEGIN, begun | {"titles": titles})


def take_step(connection: Connection, period_id: int) -> bool:
    """Take the next tracks of a photo that was begun; False once it has them all."""
    held = connection.execute(_HELD, {"period": period_id}).one_or_none()
    if held is None:
        return False
    asked = {"programme": held.programme_id, "beyond": held.upto_track, "at_most": STEP}
    tracks = list(connection.execute(_TRACKS, asked).scalars())
    if tracks:
        _take(connection, held, tracks)
    return bool(tracks)


def _take(connection: Connection, held: Any, tracks: Sequence[int]) -> None:
    upto = connection.execute(_NEWEST).scalar_one()
    first, last = tracks[0], tracks[-1]
    copied = {"photo": held.id, "programme": held.programme_id, "first": first, "last": last}
    connection.execute(_COPY, copied)
    _correct(connection, held, first, last)
    rows = written_rows(connection, held.id, first, last)
    names = written_names(connection, held, first, last)
    connection.execute(
        _ADD_TRACKS,
        [
            {
                "photo_id": held.id,
                "organisation_id": held.organisation_id,
                "track_id": track_id,
                "upto_score": upto,
                "digest": digest_of_track(
                    track_id, upto, rows.get(track_id, ""), digest_of_words(names[track_id])
                ),
                "texts": names[track_id],
                "texts_digest": digest_of_words(names[track_id]),
            }
            for track_id in tracks
        ],
    )
    connection.execute(_MOVE, {"photo": held.id, "reached": last})


def _correct(connection: Connection, held: Any, first: int, last: int) -> None:
    """Put right what was touched after the instant: it counts as it was then."""
    then = [
        {
            "of_photo": held.id,
            "of_track": place.track_id,
            "of_competence": place.competence_id,
            "of_role": place.role,
            **{name: getattr(counts, name) for name in _COUNTED},
        }
        for place, counts in touched_since(connection, held.as_of, first, last).items()
    ]
    if then:
        connection.execute(_CORRECT, then)


def list_digests(
    connection: Connection, period_id: int, beyond: int, at_most: int
) -> list[tuple[int, str]]:
    """List some tracks of a photo with their digests, those beyond one identity, in order."""
    asked = {"period": period_id, "beyond": beyond, "at_most": at_most}
    return [(row.track_id, row.digest) for row in connection.execute(_SOME, asked)]


def compute_digest(
    connection: Connection,
    period_id: int,
    at: datetime,
    tracks: Sequence[tuple[int, str]],
    instead: Sequence[Trace],
) -> tuple[str, Link] | None:
    """Compute the digest of a photo from those of all its tracks, at the end of the chain.

    None where it is sealed.
    """
    whole = connection.execute(_WHOLE, {"period": period_id}).one_or_none()
    if whole is None:
        return None
    head = PhotoHead(whole.id, period_id, whole.agreed_at, whole.as_of, CutOff(whole.cut_off))
    link = next_link(connection, whole.organisation_id)
    texts = whole.name, with_instead(whole.texts, instead)
    return digest_of_photo(head, at, tracks, texts, link), link


def finish_photo(connection: Connection, period_id: int, sealed: Sealed) -> bool:
    """Keep the seal of a photo that has all its tracks; False where another process did.

    So it is where another photo took its place in the chain meanwhile.
    """
    whole = connection.execute(_WHOLE, {"period": period_id}).one_or_none()
    if whole is None:
        return False
    hold_chain(connection, whole.organisation_id)
    if next_link(connection, whole.organisation_id) != sealed.link:
        return False
    values = {
        "period": period_id,
        "at": sealed.at,
        "new_digest": sealed.digest,
        "new_key": sealed.seal.public_key,
        "new_signature": sealed.seal.signature,
        "new_number": sealed.link.number,
        "new_before": sealed.link.before,
        "new_texts": with_instead(whole.texts, sealed.instead),
    }
    if connection.execute(_FINISH, values).rowcount != 1:
        return False
    connection.execute(_REMEMBER, {"of_period": period_id, "new_digest": sealed.digest})
    return True
