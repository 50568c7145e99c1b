"""List what stands on a coach's desk: what is late first, then what comes, by its day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.dated import Dated, Head, Matter
from bot.domain.days import EVER
from bot.domain.desk.steps import DeskSpan, is_weekday, key_of, span_from
from bot.domain.school.tracks import Person, Role, Track
from bot.domain.telling.holidays import SchoolDays
from bot.ports import UnitOfWork
from bot.use_cases.desk.sources import SOURCES

_IN_PARTS = frozenset({Matter.AGREEMENT_STEP})
"""What is open of one thing by several days; `detail` names the parts of a day, with commas."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What is late or due at once, what comes within the span, and what is known of later."""

    span: DeskSpan
    late: tuple[Dated, ...]
    coming: tuple[Dated, ...]
    later: tuple[Dated, ...] = ()

    @property
    def everything(self) -> tuple[Dated, ...]:
        """What is late, then what comes, and what comes later."""
        return (*self.late, *self.coming, *self.later)

    def under(self, head: Head | None, track_id: int | None = None) -> "Desk":
        """Leave only what stands under a head, or is about one track; all of it without them."""
        late, coming, later = (
            tuple(
                own for own in part if head in (None, own.head) and track_id in (None, own.track_id)
            )
            for part in (self.late, self.coming, self.later)
        )
        return Desk(self.span, late, coming, later)

    def gathered(self) -> "Desk":
        """Let what is open of one thing on several days stand in one line, at the first of them."""
        kept = gather(self.everything)
        late, coming, later = (
            tuple(own for own in kept if key_of(own) in set(map(key_of, part)))
            for part in (self.late, self.coming, self.later)
        )
        return Desk(self.span, late, coming, later)


def gather(found: Iterable[Dated]) -> list[Dated]:
    """Join what is open of one thing on several days, where the first of them stands."""
    kept: dict[tuple[Matter, int] | int, Dated] = {}
    for own in found:
        about = (own.matter, own.about_id) if own.matter in _IN_PARTS else len(kept)
        before = kept.get(about)
        kept[about] = replace(before, detail=f"{before.detail},{own.detail}") if before else own
    return list(kept.values())


def coached_by(tracks: Sequence[Track]) -> list[Track]:
    """Leave only the running tracks that this person coaches."""
    return [track for track in tracks if Role.COACH in track.roles and track.ended_at is None]


def has_desk(uow: UnitOfWork, person: Person, tracks: Sequence[Track]) -> bool:
    """Say whether somebody with these tracks has a desk: who coaches students, or teachers."""
    return bool(coached_by(tracks)) or uow.teachers_coaches.is_one(person.id)


def list_desk(uow: UnitOfWork, person: Person, tracks: Sequence[Track], today: date) -> Desk:
    """Read the desk of somebody with these tracks, on a day of theirs.

    What is about one student stands together, where the first of it is due.
    """
    days = SchoolDays(is_weekday, tuple(uow.holidays.list_of(person.organisation_id)))
    span, coached = span_from(today, days), coached_by(tracks)
    found = [
        own
        for lists in dict.fromkeys(SOURCES.values())
        for own in lists(uow, person, coached, span.shown, today)
    ]
    late = [own for own in found if own.due_on is None or own.due_on < today]
    coming = [own for own in found if own.due_on and today <= own.due_on <= span.shown]
    later = [own for own in found if own.due_on and own.due_on > span.shown]
    return Desk(span, *map(_by_student, (late, coming, later)))


def _by_student(found: Sequence[Dated]) -> tuple[Dated, ...]:
    """Put what is about one student together, in the order of the first day, and hour, of each.

    What is about none stands before, and so does what has no hour on its day.
    """
    by_day = sorted(found, key=_when)
    first: dict[str, tuple[date, datetime]] = {}
    for own in by_day:
        first.setdefault(own.student or "", _when(own))
    return tuple(
        sorted(
            by_day,
            key=lambda own: (
                own.student is not None,
                first[own.student or ""],
                own.student or "",
                _when(own),
            ),
        )
    )


def _when(dated: Dated) -> tuple[date, datetime]:
    return dated.due_on or date.min, dated.moment or EVER
