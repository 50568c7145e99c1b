"""A session on campus as a teacher decides about it: its groups, its state, what came of it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.planning.campus.model import GroupKind


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

    kind: GroupKind
    places: tuple[CampusPlace, ...]
    competence_id: int | None = None
    scenario_id: int | None = None

    @property
    def tracks(self) -> tuple[int, ...]:
        """Who is in it."""
        return tuple(place.track_id for place in self.places)

    @property
    def is_needed(self) -> bool:
        """Whether it is on what its students lack, and not what they practise besides."""
        return self.kind in (GroupKind.GAP, GroupKind.TOGETHER)

    @property
    def was_missed(self) -> bool:
        """Whether who was there did not reach what it was on."""
        return any(place.outcome is Outcome.NOT_REACHED for place in self.places)


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
        return self.locked or self.is_answered

    @property
    def is_answered(self) -> bool:
        """Whether its teacher said what came of it."""
        return self.state in (SessionState.GIVEN, SessionState.SKIPPED)

    def find_group(self, track_id: int) -> CampusGroup | None:
        """Find the group in which a student is."""
        return next((group for group in self.groups if track_id in group.tracks), None)

    def on(self) -> frozenset[tuple[int, int]]:
        """List each student with the competence that their group is on."""
        return frozenset(
            (track, group.competence_id)
            for group in self.groups
            if group.competence_id is not None
            for track in group.tracks
        )

    def proposes_as(self, other: "CampusSession") -> bool:
        """Say whether this was proposed, and no more, with the same groups as another session."""
        return self.state is SessionState.PROPOSED and self.on() == other.on()

    def learned(self) -> Iterator[tuple[int, int]]:
        """Yield the student and the competence of each place that counts as a session had."""
        if self.state is not SessionState.GIVEN:
            return
        for group in self.groups:
            for place in group.places:
                counts = not place.joins and place.outcome is Outcome.REACHED
                if group.competence_id is not None and counts:
                    yield place.track_id, group.competence_id


def keep_only(session: CampusSession, tracks: Collection[int]) -> CampusSession:
    """Leave out who is in the class group no longer, and the groups in which nobody is left."""
    kept = (
        replace(own, places=tuple(place for place in own.places if place.track_id in tracks))
        for own in session.groups
    )
    return replace(session, groups=tuple(own for own in kept if own.places))


def move(session: CampusSession, track_id: int, to: int) -> CampusSession:
    """Put a student into the group at a place of the session, counted from 0.

    A group that loses its last student is left out. Raises IndexError for a group that is not
    there.
    """
    aim = session.groups[to]
    if track_id in aim.tracks:
        return session
    place = CampusPlace(track_id, moved=True)
    moved = (
        replace(own, places=(*own.places, place)) if own is aim else _without(own, track_id)
        for own in session.groups
    )
    return replace(session, groups=tuple(own for own in moved if own.places))


def add_group(session: CampusSession, track_id: int) -> CampusSession:
    """Let a student work on a scenario of the own choice, beside who does so already."""
    others = tuple(_without(own, track_id) for own in session.groups)
    place = CampusPlace(track_id, moved=True)
    free = next(
        (own for own in others if own.kind is GroupKind.OWN), CampusGroup(GroupKind.OWN, ())
    )
    together = replace(free, places=(*free.places, place))
    groups = (*(own for own in others if own is not free), together)
    return replace(session, groups=tuple(own for own in groups if own.places))


def _without(group: CampusGroup, track_id: int) -> CampusGroup:
    return replace(
        group, places=tuple(place for place in group.places if place.track_id != track_id)
    )


def swap(
    session: CampusSession, at: int, competence_id: int, scenario_id: int | None
) -> CampusSession:
    """Let the group at a place work on another competence. Raises IndexError as `move`."""
    aim = session.groups[at]
    everybody = tuple(replace(place, joins=False, moved=True) for place in aim.places)
    swapped = replace(
        aim,
        kind=GroupKind.TOGETHER,
        places=everybody,
        competence_id=competence_id,
        scenario_id=scenario_id,
    )
    groups = tuple(swapped if own is aim else own for own in session.groups)
    return replace(session, groups=groups)


def mark_away(session: CampusSession, tracks: Collection[int]) -> CampusSession:
    """Take those of whom nothing is said yet for away, as it was noted of these tracks."""
    groups = tuple(
        replace(
            group,
            places=tuple(
                replace(place, outcome=Outcome.AWAY)
                if place.outcome is None and place.track_id in tracks
                else place
                for place in group.places
            ),
        )
        for group in session.groups
    )
    return replace(session, groups=groups)


def say_what_came(
    session: CampusSession, outcomes: Mapping[int, Outcome], usual: Outcome = Outcome.REACHED
) -> CampusSession:
    """Note that a session was given, with what came of it for these students and the others.

    An outcome that was said before stays where none is given here.
    """
    groups = tuple(
        replace(
            group,
            places=tuple(
                replace(place, outcome=outcomes.get(place.track_id) or place.outcome or usual)
                for place in group.places
            ),
        )
        for group in session.groups
    )
    return replace(session, state=SessionState.GIVEN, groups=groups)
