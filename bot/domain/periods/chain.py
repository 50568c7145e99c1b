"""The chain of photos, held against what is known of it outside the database.

Whoever writes to the database can take a photo away, or put another in its place; what was noted
elsewhere when it was sealed tells of it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

Place = tuple[int, int]
"""A place in a chain: the organisation, and the number in its chain."""

Trace = tuple[Place, str]
"""What tells a photo from any other in the list: its place, and its digest."""

Of = tuple[int, str]
"""Which period a photo is of: another database may give its identity to another one."""


def named(period_id: int, name: str) -> Of:
    """Tell a period by its identity and its name, in capitals or not."""
    return period_id, " ".join(name.split()).casefold()


@dataclass(frozen=True, slots=True)
class Linked:
    """A photo at its place in the chain; `before` is the digest of the one that it follows on."""

    organisation_id: int
    number: int
    period_id: int
    digest: str
    name: str
    before: str = ""

    @property
    def place(self) -> Place:
        """Its place in the chain."""
        return self.organisation_id, self.number

    @property
    def mark(self) -> Trace:
        """Its place and its digest: a digest alone could stand at another place as well."""
        return self.place, self.digest

    @property
    def of(self) -> Of:
        """Which period it is of."""
        return named(self.period_id, self.name)


@dataclass(frozen=True, slots=True)
class Known:
    """The photos that are known outside the database, and those of them that are given up.

    Those that somebody accepted need not follow on the one before them. `broken` counts what was
    noted and can no longer be read.
    """

    photos: Sequence[Linked] = ()
    given_up: Collection[Trace] = frozenset()
    accepted: Collection[Trace] = frozenset()
    broken: int = 0

    @property
    def standing(self) -> Mapping[Trace, Linked]:
        """The photos that must be there."""
        return {photo.mark: photo for photo in self.photos if photo.mark not in self.given_up}


def list_unknown(stored: Sequence[Linked], known: Known) -> list[Linked]:
    """List what stands in the database and is not known outside it yet.

    Not a digest that is known at another place: it was copied there. What was given up is noted
    once more where nothing else came in its place.
    """
    standing = known.standing
    taken = {photo.place for photo in standing.values()}
    places = {photo.digest: photo.place for photo in known.photos}
    return [
        photo
        for photo in stored
        if photo.mark not in standing
        and places.get(photo.digest, photo.place) == photo.place
        and not (photo.mark in known.given_up and photo.place in taken)
    ]


def list_gone(stored: Sequence[Linked], known: Known) -> list[Linked]:
    """List the photos that are known and no longer there, or in whose place there is another."""
    marks = {photo.mark for photo in stored}
    return [photo for mark, photo in known.standing.items() if mark not in marks]


def list_gaps(stored: Sequence[Linked], known: Known) -> list[Place]:
    """List the places that must have been noted, since later ones are, and that stand nowhere.

    Where somebody accepted a photo, those right before it are no longer asked for.
    """
    accepted = {place for place, _digest in known.accepted}
    places = {photo.place for photo in (*stored, *known.photos)}
    gaps: list[Place] = []
    reached: dict[int, int] = {}
    for organisation_id, number in sorted(places):
        between = range(reached.get(organisation_id, 0) + 1, number)
        if (organisation_id, number) not in accepted:
            gaps.extend((organisation_id, missing) for missing in between)
        reached[organisation_id] = number
    return gaps


def list_loose(stored: Sequence[Linked], known: Known, before: Collection[str]) -> list[Linked]:
    """List the photos that do not follow on the one before them.

    `before` are the digests of the photos without a place, the last of which the first follows on.
    """
    digests = {photo.place: photo.digest for photo in (*known.photos, *stored)}
    return [
        photo
        for photo in stored
        if photo.mark not in known.accepted
        and not (
            photo.before == digests.get((photo.organisation_id, photo.number - 1))
            if photo.number > 1
            else not photo.before or photo.before in before
        )
    ]
