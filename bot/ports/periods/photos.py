"""What photos ask of the storage: taking one in steps, and keeping it as it was."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.periods.chain import Linked, Of, Trace, named
from bot.domain.periods.period import Period
from bot.domain.periods.photos import FrozenColour, FrozenTexts, Link, Look, PhotoHead
from bot.domain.rights.erasures import NOTHING_ERASED, Lawful
from bot.domain.school.tracks import Role
from bot.domain.scoring.film import Mark
from bot.domain.scoring.reel import Frame
from bot.ports.worlds import World


@dataclass(frozen=True, slots=True)
class Seal:
    """A signature over a digest, with the public key that it can be checked by, both in hex."""

    public_key: str
    signature: str


Sign = Callable[[str], Seal]
"""Signs a digest with the key of the installation."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """The digest of a whole photo with the seal over it, the instant, and its place.

    `instead` are the photos of its period that were given up: it was taken in their stead.
    """

    digest: str
    seal: Seal
    at: datetime
    link: Link
    instead: Sequence[Trace] = ()


@dataclass(frozen=True, slots=True)
class DuePhoto:
    """A photo that is to be taken; it may have been begun."""

    period: Period
    begun: bool


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo that was taken: of what, when, and its seal.

    `kept` says that names and titles are kept with it; of photos of before they are today's.
    `link` is its place in the chain; photos of before have none.
    """

    head: PhotoHead
    programme_id: int
    name: str
    taken_at: datetime
    digest: str
    seal: Seal
    organisation_id: int
    kept: bool = True
    link: Link | None = None

    @property
    def id(self) -> int:
        """Its identity."""
        return self.head.photo_id


@dataclass(frozen=True, slots=True)
class PhotoMissed:
    """A period whose photo was taken and is no longer there, with the digest that it had."""

    period_id: int
    name: str
    digest: str

    @property
    def of(self) -> Of:
        """Which period it is of."""
        return named(self.period_id, self.name)


@dataclass(frozen=True, slots=True)
class Touched:
    """What no longer is as it was taken: colours or names of these tracks, or the whole photo.

    `unheld` are the tracks of which the ledger no longer gives the colours of the photo; of photos
    without a place in the chain that is not asked, since colours were counted otherwise then.
    `unchosen` are those whose choices of course components are not the photo's any more. Of those
    that were `erased` lawfully the words are gone, and the colours as they were.
    """

    tracks: Sequence[int]
    whole: bool
    unheld: Sequence[int] = ()
    unchosen: Sequence[int] = ()
    erased: Sequence[int] = ()


class Photos(Protocol):
    """Photos, in one transaction."""

    def list_due(self, world: World) -> Sequence[DuePhoto]:
        """List the photos whose agreed instant has come, and that are not finished.

        Not those that were taken before, and are gone.
        """

    def list_missed(self, world: World) -> Sequence[PhotoMissed]:
        """List the periods whose photo was taken and is gone, or is not the one that was taken."""

    def list_links(self, world: World) -> Sequence[tuple[Linked, Seal]]:
        """List the photos that have a place in the chain, with their seals, in its order."""

    def list_before_chain(self) -> Collection[str]:
        """List the digests of the photos that were taken before there was a chain."""

    def take_again(self, period_id: int) -> None:
        """Let the photo of a period that is gone be taken again; nothing is left of it before."""

    def accept(self, period_id: int) -> None:
        """Let the photo of a period that is there be the one that was taken."""

    def begin(self, period: Period, as_of: datetime) -> None:
        """Begin a photo, unless another process did, or the period was changed meanwhile."""

    def is_begun(self, period_id: int) -> bool:
        """Say whether the photo of a period was begun, or taken, even where it is gone now."""

    def go_on(self, period: Period) -> bool:
        """Take the next tracks of a photo that was begun; False once it has them all."""

    def list_digests(self, period: Period, beyond: int, at_most: int) -> Sequence[tuple[int, str]]:
        """List some tracks of a photo with their digests, those beyond one identity, in order."""

    def compute_digest(
        self,
        period: Period,
        at: datetime,
        tracks: Sequence[tuple[int, str]],
        instead: Sequence[Trace] = (),
    ) -> tuple[str, Link] | None:
        """Compute what is signed of a photo, from the digests of all its tracks, at an instant.

        It says in whose stead it was taken.
        With it comes its place in the chain, as that stands now. None where it is sealed already.
        """

    def finish(self, period: Period, sealed: Sealed) -> bool:
        """Keep the seal of a photo that has all its tracks; False where another process did.

        So it is where another photo took its place in the chain meanwhile.
        """

    def list_of_programme(self, programme_id: int) -> Sequence[Photo]:
        """List the photos taken in a programme, the oldest first."""

    def list_of_track(self, programme_id: int, track_id: int) -> Sequence[Photo]:
        """List the photos taken in a programme in which a track is, the oldest first."""

    def read_colours(self, photo_id: int, track_id: int) -> Sequence[FrozenColour]:
        """Read the whole of one track in a photo: for the system, not for a person."""

    def read_texts(self, photo_id: int, track_id: int) -> FrozenTexts | None:
        """Read what a photo says in words of a track; None where that was not kept yet."""

    def has_track(self, photo_id: int, track_id: int) -> bool:
        """Say whether a track was there when a photo was taken."""

    def check(self, photo: Photo, lawful: Lawful = NOTHING_ERASED) -> Touched:
        """Compute a taken photo's digests anew, and say what no longer is as it was taken.

        What was erased is excused where it is known to have been erased lawfully.
        """


class FilmReads(Protocol):
    """What a person may see of other instants; every method goes through `visible_to`.

    With `council_since` an instant (aware), photos are read for a class council as well: by who
    was around a track that has ended since then.
    """

    def read_changed(
        self, viewer_id: int, track_id: int, since: datetime
    ) -> Mapping[tuple[Role, int], tuple[Mark, Mark]]:
        """Read the marks that changed after an instant, then and now, by role and indicator.

        Only where this viewer sees in depth.
        """

    def read_film(
        self, viewer_id: int, track_id: int, until: datetime, photos: Sequence[datetime]
    ) -> Sequence[tuple[datetime, Frame]]:
        """Read a track's counts week by week, and at photos, in every perspective seen in colour.

        A year at most, up to an instant; nothing where nothing was said.
        """

    def read_colours(
        self, viewer_id: int, track_id: int, photo_id: int, council_since: datetime | None = None
    ) -> Sequence[FrozenColour]:
        """Read a track's colours in a photo, in every perspective that this viewer may see."""

    def read_masteries(
        self, viewer_id: int, track_id: int, photo_id: int, council_since: datetime | None = None
    ) -> Mapping[Role, Mapping[int, Mark]]:
        """Read the masteries behind a photo by role and indicator, where seen in depth.

        The marks hold nothing else but whether it was 'not here'.
        """

    def read_not_here(
        self, viewer_id: int, track_id: int, photo_id: int, council_since: datetime | None = None
    ) -> Mapping[tuple[int, Role], int]:
        """Count what was 'not here' in a photo, by competence and perspective seen in colour."""


class Looks(Protocol):
    """When the platforms were last known to hold nothing back."""

    def record(self, platform: str, at: datetime) -> None:
        """Keep that nothing waited on a platform at an instant."""

    def list_of(self, platforms: Sequence[tuple[str, bool]]) -> Sequence[Look]:
        """List the last looks at these platforms, each with whether its taps are untimed.

        One that was never looked at counts as looked at before anything.
        """
