"""Who opened what is kept of a student: what it is called, and what one turn opened."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class OpenedKind(StrEnum):
    """What somebody opened of a student, as it is told to that student."""

    REPORT = "report"
    """The colours as they stand."""
    CARD = "card"
    """Single scores of a competence."""
    NOTES = "notes"
    ANSWERS = "answers"
    """Answers to questions, of those that the student shares."""
    FILM = "film"
    PHOTO = "photo"
    CLASS = "class"
    """A view of a class group in which the student stands singly."""
    VIEWS = "views"
    """Where views differ, and what was said about it."""
    RESULT = "result"
    """The result at the workplace."""
    COUNCIL = "council"
    """The page for the class council."""
    END_VIEW = "end_view"
    DECISION = "decision"
    CHOICES = "choices"
    """What the student is evaluated on."""


WORDS_OF_PEOPLE = frozenset({OpenedKind.NOTES, OpenedKind.ANSWERS})
"""What keeps its own name within whatever view it is shown: somebody's words were read."""


class Glimpses:
    """What the reads for people gave out in one transaction: the reads themselves say so here.

    Nothing is stored by it. Whoever answers a person stores what was opened; what is composed
    unasked was opened by nobody.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._seen: dict[tuple[int, OpenedKind], None] = {}
        self._named: OpenedKind | None = None

    def begin(self) -> None:
        """Begin anew, for what is asked next in the same transaction."""
        self._seen.clear()

    def count_in(self, tracks: Collection[int], kind: OpenedKind) -> None:
        """Note that something of these tracks was given out."""
        named = kind if self._named is None or kind in WORDS_OF_PEOPLE else self._named
        self._seen |= dict.fromkeys((track, named) for track in tracks)

    @contextmanager
    def read_as(self, kind: OpenedKind) -> Iterator[None]:
        """Let what is read meanwhile be opened under this name; the outermost name counts."""
        outer, self._named = self._named, self._named or kind
        try:
            yield
        finally:
            self._named = outer

    def read_all(self) -> Collection[tuple[int, OpenedKind]]:
        """List the (track, kind) that were given out, in the order in which they were."""
        return list(self._seen)


@dataclass(frozen=True, slots=True)
class Opened:
    """What somebody opened of a track on one of their days; `looker` is empty for an operator.

    An operator is who runs Kompaan and has its database.
    """

    on: date
    looker_id: int | None
    looker: str
    kinds: tuple[OpenedKind, ...]


def gathered(rows: Collection[tuple[date, int | None, str, OpenedKind]]) -> list[Opened]:
    """Gather rows by day and person: the newest day first, people by name, operators last."""
    found: dict[tuple[date, bool, str, int | None], set[OpenedKind]] = {}
    for on, looker_id, looker, kind in rows:
        found.setdefault((on, looker_id is None, looker, looker_id), set()).add(kind)
    by_name: Mapping[tuple[date, bool, str, int | None], set[OpenedKind]] = dict(
        sorted(found.items(), key=lambda pair: (pair[0][1], pair[0][2].casefold(), pair[0][3] or 0))
    )
    return [
        Opened(on, looker_id, looker, tuple(kind for kind in OpenedKind if kind in kinds))
        for (on, _operator, looker, looker_id), kinds in sorted(
            by_name.items(), key=lambda pair: pair[0][0], reverse=True
        )
    ]


def newest_of_each(found: Iterable[Opened]) -> list[Opened]:
    """Keep of each person the newest day on which they opened anything; the newest comes first."""
    newest: dict[int | None, Opened] = {}
    for opened in sorted(found, key=lambda own: own.on, reverse=True):
        newest.setdefault(opened.looker_id, opened)
    return list(newest.values())
