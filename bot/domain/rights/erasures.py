"""The list of erasures, which is kept apart from the database: who was erased, in identities.

Each line is signed. By it an erasure reaches a backup that was put back, and a photo or a decision
whose words are gone is known to have lost them lawfully. Names are in none: a person is known by an
identity and a keyed digest of the school's id, which tells an old row from a new person's.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

PhotoPart = tuple[str, int]
"""A track in a photo: the photo's digest, and the track's identity."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """One line: who was erased and when (aware), or which tracks of somebody who stays.

    Where only what was said went and the `words` of photos and decisions stay, that is said, too.
    `mark` is the digest that tells whose row it was. `sums` are, by photo and track, the digests of
    the colours that stay without words, `decisions` by the digest of each decision the one of what
    stays of it.
    """

    organisation_id: int
    person_id: int
    mark: str
    at: datetime
    whole: bool = True
    words: bool = True
    tracks: tuple[int, ...] = ()
    sums: Mapping[PhotoPart, str] = field(default_factory=dict)
    decisions: Mapping[str, str] = field(default_factory=dict)

    def written(self) -> str:
        """Write it as the text that is signed."""
        of = [
            self.organisation_id,
            self.person_id,
            self.mark,
            self.at.astimezone(UTC).isoformat(),
            self.whole,
            self.words,
            sorted(self.tracks),
            sorted([photo, track, digest] for (photo, track), digest in self.sums.items()),
            sorted(self.decisions.items()),
        ]
        return json.dumps(of, separators=(",", ":"))

    def written_back(self) -> str:
        """Write, to be signed, that it was never carried out."""
        return json.dumps([NEVER, sha256(self.written().encode()).hexdigest()])


NEVER = "never carried out"


def without_taken_back(written: Sequence[str]) -> list[Erasure]:
    """Read the lines of a list that stand, of what was signed; what is none is left out."""
    taken_back = set(written)
    found = (_read_or_none(line) for line in written)
    return [own for own in found if own is not None and own.written_back() not in taken_back]


def _read_or_none(written: str) -> Erasure | None:
    try:
        return read_erasure(written)
    except ValueError:
        return None


def read_erasure(written: str) -> Erasure:
    """Read a line back. Raises ValueError for what was never written as one."""
    try:
        own = json.loads(written)
        organisation_id, person_id, mark, at, whole, words, tracks, sums, decisions = own
        return Erasure(
            int(organisation_id),
            int(person_id),
            str(mark),
            datetime.fromisoformat(at),
            bool(whole),
            bool(words),
            tuple(map(int, tracks)),
            {(str(photo), int(track)): str(digest) for photo, track, digest in sums},
            {str(was): str(now) for was, now in decisions},
        )
    except (TypeError, KeyError) as error:
        raise ValueError("not a line of the list of erasures") from error


def named_row(organisation_id: int, person_id: int, school_id: str) -> str:
    """Write whose row an identity was, to be signed: the mark is the digest of that signature.

    So nobody without the installation's key can try which ids it may have been.
    """
    return json.dumps(["erased", organisation_id, person_id, school_id])


def digest_of_sums(rows: str) -> str:
    """Compute the digest of a track's colours in a photo, in their one order."""
    return sha256(rows.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Lawful:
    """What was erased lawfully, as the list tells: what is missing elsewhere was taken away.

    `sums` and `decisions` may lack their words; for `records` the ledger holds nothing any more.
    """

    sums: Mapping[PhotoPart, str] = field(default_factory=dict)
    decisions: Mapping[str, str] = field(default_factory=dict)
    records: frozenset[PhotoPart] = frozenset()

    def excuses(self, photo: str, track_id: int, rows: str) -> bool:
        """Say whether a track in a photo may lack its words, and has the colours it had then."""
        return self.sums.get((photo, track_id)) == digest_of_sums(rows)


def lawful_of(lines: Iterable[Erasure]) -> Lawful:
    """Gather what lines of the list excuse."""
    sums: dict[PhotoPart, str] = {}
    decisions: dict[str, str] = {}
    records: set[PhotoPart] = set()
    for line in lines:
        records |= line.sums.keys()
        if line.words:
            sums |= line.sums
            decisions |= line.decisions
    return Lawful(sums, decisions, frozenset(records))


NOTHING_ERASED = Lawful()
