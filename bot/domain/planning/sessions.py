"""A session on campus as a teacher decides about it: its groups, its state, what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.planning.campus.model import Kind


class SessionState(StrEnum):
    """Where a session stands: proposed to its teacher, confirmed, given, or skipped."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    GIVEN = "given"
    SKIPPED = "skipped"


class Outcome(StrEnum):
    """What came of a session for one student."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class CampusPlace:
    """A student in a group; `moved` says that the teacher put them there.

    Who `joins` lacks no session of the competence: theirs counts as none.
    """

    track_id: int
    joins: bool = False
    moved: bool = False
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class CampusGroup:
    """Students who work on one competence, with a scenario; of own choice without either."""

    kind: Kind
    places: tuple[CampusPlace, ...]
    competence_id: int | None = None
    scenario_id: int | None = None

    @property
    def tracks(self) -> tuple[int, ...]:
        """Who is in it."""
        return tuple(place.track_id for place in self.places)


@dataclass(frozen=True, slots=True)
class CampusSession:
    """One lesson of a class group in one programme; `starts_at` is aware, an `id` of 0 not stored.

    A locked one keeps its groups when it is planned again. `entry_id` noted what its scenarios
    serve as come up.
    """

    organisation_id: int
    class_group_id: int
    programme_id: int
    teacher_id: int
    starts_at: datetime
    state: SessionState = SessionState.PROPOSED
    groups: tuple[CampusGroup, ...] = ()
    locked: bool = False
    entry_id: int | None = None
    id: int = 0

    @property
    def stays(self) -> bool:
        """Whether planning again leaves it as it is."""
        return self.locked or self.state in (SessionState.GIVEN, SessionState.SKIPPED)

    def find_group(self, track_id: int) -> CampusGroup | None:
        """Find the group in which a student is."""
        return next((group for group in self.groups if track_id in group.tracks), None)

    def learned(self) -> Iterator[tuple[int, int]]:
        """Yield the student and the competence of each place that counts as a session had."""
        if self.state is not SessionState.GIVEN:
            return
        for group in self.groups:
            for place in group.places:
                counts = not place.joins and place.outcome is Outcome.REACHED
                if group.competence_id is not None and counts:
                    yield place.track_id, group.competence_id


def move(session: CampusSession, track_id: int, to: int) -> CampusSession:
    """Put a student into the group at a place of the session, counted from 0.

    A group that loses its last student is left out. Raises IndexError for a group that is not
    there.
    """
    place = CampusPlace(track_id, moved=True)
    aim = session.groups[to]
    groups = []
    for group in session.groups:
        others = tuple(own for own in group.places if own.track_id != track_id)
        if group is aim and track_id in group.tracks:
            return session
        places = (*others, place) if group is aim else others
        if places:
            groups.append(replace(group, places=places))
    return replace(session, groups=tuple(groups))


def swap(
    session: CampusSession, at: int, competence_id: int, scenario_id: int | None
) -> CampusSession:
    """Let the group at a place work on another competence. Raises IndexError as `move`."""
    aim = session.groups[at]
    swapped = replace(aim, kind=Kind.TOGETHER, competence_id=competence_id, scenario_id=scenario_id)
    groups = tuple(swapped if group is aim else group for group in session.groups)
    return replace(session, groups=groups)
