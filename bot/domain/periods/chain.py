"""The chain of photos, held against what is known of it outside the database.

Whoever writes to the database can take a photo away, or put another in its place; what was noted
elsewhere when it was sealed tells of it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

Place = tuple[int, int]
"""A place in a chain: the organisation, and the number in its chain."""


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


@dataclass(frozen=True, slots=True)
class Known:
    """The photos that are known outside the database, and the digests of those given up there."""

    photos: Sequence[Linked] = ()
    given_up: Collection[str] = frozenset()

    @property
    def standing(self) -> Mapping[Place, Linked]:
        """The photos that must be there, by their place."""
        return {photo.place: photo for photo in self.photos if photo.digest not in self.given_up}


def list_unknown(stored: Sequence[Linked], known: Known) -> list[Linked]:
    """List what stands in the database at places that are not known outside it yet."""
    standing = known.standing
    return [photo for photo in stored if photo.place not in standing]


def list_gone(stored: Sequence[Linked], known: Known) -> list[Linked]:
    """List the photos that are known and no longer there, or in whose place there is another."""
    digests = {photo.place: photo.digest for photo in stored}
    return [photo for place, photo in known.standing.items() if digests.get(place) != photo.digest]


def list_loose(stored: Sequence[Linked], known: Known, before: Collection[str]) -> list[Linked]:
    """List the photos that do not follow on the one before them.

    `before` are the digests of the photos without a place, the last of which the first follows on.
    """
    digests = {photo.place: photo.digest for photo in (*known.photos, *stored)}
    return [
        photo
        for photo in stored
        if not (
            photo.before == digests.get((photo.organisation_id, photo.number - 1))
            if photo.number > 1
            else not photo.before or photo.before in before
        )
    ]
