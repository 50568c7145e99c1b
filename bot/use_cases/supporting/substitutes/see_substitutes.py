"""See whose place can be taken, by whom, and who stands in for whom now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.days import opening
from bot.domain.school.accompanying import NAMES_SUBSTITUTES, SEES_SUBSTITUTES
from bot.domain.school.tracks import Role, Track
from bot.domain.supporting.substitutes import (
    Candidate,
    SeatTaken,
    Substitute,
    Substitution,
    join_substitutes,
)
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Replaceable:
    """One person in one role, with the seats in which another one can stand in."""

    seats: tuple[SeatTaken, ...]

    @property
    def first(self) -> SeatTaken:
        """The seat that stands for the person and the role."""
        return self.seats[0]

    @property
    def tracks(self) -> list[tuple[int, str]]:
        """The tracks, each with its student's name."""
        return list({seat.track_id: seat.student for seat in self.seats}.items())

    def only(self, track_id: int | None) -> "Replaceable":
        """Keep the seats of one track; all of them without one."""
        own = [seat for seat in self.seats if not track_id or seat.track_id == track_id]
        return Replaceable(tuple(own))


def coached(tracks: Sequence[Track]) -> list[Track]:
    """List the running tracks of which somebody is the coach, and so names who stands in."""
    return [own for own in tracks if own.roles & NAMES_SUBSTITUTES and own.ended_at is None]


def list_replaceable(uow: UnitOfWork, tracks: Sequence[Track]) -> Sequence[Replaceable]:
    """List whose place somebody else can take on the tracks of their coach, by name.

    Who stands in already is nobody whose place is taken.
    """
    among = coached(tracks)
    found: dict[tuple[int, Role], list[SeatTaken]] = {}
    for seat in uow.substitutes.list_seats([own.id for own in among]) if among else ():
        if seat.substitute_id is None:
            found.setdefault((seat.person_id, seat.role), []).append(seat)
    return [Replaceable(tuple(seats)) for seats in found.values()]


def find_replaceable(
    uow: UnitOfWork, tracks: Sequence[Track], person_id: int, role: Role, track_id: int = 0
) -> Replaceable | None:
    """Find one of them, on all the coach's tracks or on one; None where there is none."""
    for own in list_replaceable(uow, tracks):
        if (own.first.person_id, own.first.role) == (person_id, role):
            only = own.only(track_id)
            return only if only.seats else None
    return None


def list_seats_of(uow: UnitOfWork, person_id: int) -> Sequence[Replaceable]:
    """List what somebody does, whose place the school can have taken: for each role all of it."""
    tracks = [own.id for own in uow.tracks.list_of(person_id)]
    found: dict[Role, list[SeatTaken]] = {}
    for seat in uow.substitutes.list_seats(tracks) if tracks else ():
        if seat.person_id == person_id and seat.substitute_id is None:
            found.setdefault(seat.role, []).append(seat)
    return [Replaceable(tuple(seats)) for seats in found.values()]


def list_candidates(uow: UnitOfWork, replaced: Replaceable) -> Sequence[Candidate]:
    """List who of the school could stand in, by name: not who is away, nor a coach alone."""
    first = replaced.first
    places = sorted({seat.workplace_id for seat in replaced.seats})
    found = uow.substitutes.list_candidates(first.organisation_id, first.role, places)
    return [own for own in found if own.person_id != first.person_id]


def needs_link(uow: UnitOfWork, person_id: int, at: datetime) -> bool:
    """Say whether somebody has no chat yet, nor a device on the page."""
    return not uow.accounts.list_of(person_id) and not any(
        session.is_open(at) for session in uow.sessions.list_of(person_id)
    )


def end_of_day(uow: UnitOfWork, track_id: int, day: date) -> datetime:
    """Say at which instant (aware, UTC) a day ends at the school of a track."""
    return opening(day + timedelta(days=1), uow.worlds.read_zone(track_id))


def see_substitutions(
    uow: UnitOfWork, person_id: int, tracks: Sequence[Track], at: datetime
) -> Sequence[Substitution]:
    """See who stands in around somebody: on their running tracks, and for them or by them.

    Whose last day is over at this instant (aware) stands in no more, though no clock looked by yet.
    """
    running = [own.id for own in tracks if own.roles & SEES_SUBSTITUTES and own.ended_at is None]
    found = {own.id: own for own in uow.substitutes.list_about(person_id)}
    found |= {own.id: own for own in uow.substitutes.list_running(running)} if running else {}
    return join_substitutes(own for own in found.values() if own.ends_at > at)


def find_changeable(
    uow: UnitOfWork, person_id: int, tracks: Sequence[Track], substitute_id: int, at: datetime
) -> Substitution | None:
    """Find what somebody may end: as the coach, or as who was away; None where it is not theirs."""
    own = {track.id for track in coached(tracks)}

    def may(part: Substitute) -> bool:
        return part.track_id in own or part.absent_id == person_id

    for seen in see_substitutions(uow, person_id, tracks, at):
        parts = tuple(part for part in seen.parts if may(part))
        if substitute_id in {part.id for part in parts}:
            return Substitution(parts)
    return None
