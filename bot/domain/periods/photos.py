"""Photos: of which instant one is, and what tells it from any other.

Source: document 004, chapter 3 §6 f. How an outage is dealt with, and the digest, are ours.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from bot.domain.school.frameworks import CutOff, Programme
from bot.domain.school.naming import in_full
from bot.domain.school.tracks import Track
from bot.domain.scoring.colours import Colour, Counts, colour_of
from bot.domain.scoring.prior import Recognised

LONGEST_SILENCE = timedelta(seconds=90)
"""A platform that was not heard for longer had an outage: what people said then came late."""

GIVEN_UP = timedelta(hours=24)
"""How long a platform keeps what it could not deliver: after that nothing more comes."""


@dataclass(frozen=True, slots=True)
class Look:
    """When nothing waited on a platform any more, and the last silence that was too long.

    `untimed` says that taps there carry no time of their own: they count from when they arrive.
    """

    platform: str
    last: datetime
    silent_from: datetime | None = None
    silent_until: datetime | None = None
    untimed: bool = False

    def after(self, at: datetime) -> "Look":
        """Fold another look at an instant into this one; the order of looks does not matter."""
        if at <= self.last:
            return self
        if at - self.last > LONGEST_SILENCE:
            return replace(self, last=at, silent_from=self.last, silent_until=at)
        return replace(self, last=at)

    def late_for(self, agreed: datetime) -> datetime | None:
        """Say when the backlog of an outage over an instant was handled; None without one."""
        begun, ended = self.silent_from, self.silent_until
        if not self.untimed or begun is None or ended is None:
            return None
        return ended if begun < agreed <= ended else None


def photo_instant(agreed: datetime, looks: Iterable[Look], now: datetime) -> datetime | None:
    """Say of which instant a photo is taken; None while a platform may still hold something.

    It is the agreed one, unless an outage lay over it on a platform whose taps carry no time: then
    it is when that backlog had been handled, so that what was tapped in time is in.
    """
    if now < agreed:
        return None
    if now >= agreed + GIVEN_UP:
        return agreed
    seen = list(looks)
    if any(look.last < agreed for look in seen):
        return None
    late = (look.late_for(agreed) for look in seen)
    return max([agreed, *(at for at in late if at is not None)])


@dataclass(frozen=True, slots=True)
class FrozenColour:
    """One competence in one perspective as a photo holds it, with all that its colour needs."""

    competence_id: int
    role: str
    indicators: int
    counts: Counts

    def colour(self, cut_off: CutOff) -> Colour:
        """Find its colour by the cut-off of the photo."""
        return colour_of(self.indicators, self.counts, cut_off)


@dataclass(frozen=True, slots=True)
class PhotoHead:
    """What a photo is of: the agreed instant, the one it shows, and where acquired began then."""

    photo_id: int
    period_id: int
    agreed_at: datetime
    as_of: datetime
    cut_off: CutOff


@dataclass(frozen=True, slots=True)
class Link:
    """The place of a photo in the chain of its organisation: its number, from 1 on.

    `before` is the digest of the photo that was taken before it, empty for the very first.
    """

    number: int
    before: str


@dataclass(frozen=True, slots=True)
class FrozenComponent:
    """A course component as a photo holds it for one track: with its competences' numbers.

    It is `summative` where it counted for the student's assessment.
    """

    component_id: int
    title: str
    numbers: tuple[int, ...]
    summative: bool


@dataclass(frozen=True, slots=True)
class FrozenTexts:
    """What a photo says in words of one track: names and titles as they were when it was taken.

    Of a period without a choice, and in photos of before, there are no components. `prior` is what
    was recognised as learned before at the photo's instant.
    """

    student: str
    class_group: str
    programme: Programme
    components: tuple[FrozenComponent, ...] = ()
    prior: tuple[Recognised, ...] = ()

    def named(self, track: Track) -> Track:
        """Name the student of a track as the photo does; abroad as they are called there now."""
        if in_full(track.student) != track.student:
            return replace(track, class_group=self.class_group)
        shown = track.shown if self.student == track.student else self.student
        return replace(track, student=self.student, class_group=self.class_group, shown=shown)


def digest_of_track(track_id: int, upto: int, rows: str, texts: str | None = None) -> str:
    """Compute the digest of one track in a photo: `rows` are its colours in their one order.

    `texts` are what is kept of it in words, or their digest; photos of before kept nothing.
    """
    of = (f"{track_id}", f"{upto}", rows, *([] if texts is None else [texts]))
    return sha256("|".join(of).encode()).hexdigest()


def digest_of_words(texts: str) -> str:
    """Compute the digest of what a photo keeps of a track in words.

    The track's digest holds this one, so that its colours can be checked when the words are gone.
    """
    return sha256(f"words|{texts}".encode()).hexdigest()


def digest_of_photo(
    head: PhotoHead,
    taken_at: datetime,
    tracks: Sequence[tuple[int, str]],
    texts: tuple[str | None, str | None] = (None, None),
    link: Link | None = None,
) -> str:
    """Compute the digest of a whole photo, over its tracks' digests in the order of their ids.

    `texts` are the name of the photo and its titles, as they are kept; photos of before kept none.
    `link` is its place in the chain; photos of before had none.
    """
    instants = (at.astimezone(UTC).isoformat() for at in (head.agreed_at, head.as_of, taken_at))
    of = (str(head.photo_id), str(head.period_id), *instants, head.cut_off.value)
    whole = sha256("|".join(of).encode())
    if texts != (None, None):
        whole.update(json.dumps(texts).encode())
    if link is not None:
        whole.update(f"|{link.number}<{link.before}".encode())
    for track_id, digest in sorted(tracks):
        whole.update(f"|{track_id}:{digest}".encode())
    return whole.hexdigest()
